"""Training that takes over from a line by hand."""

import numpy as np
import pytest

from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import cross_entropy_gradient, weights_from_line


def test_training_starts_from_the_line_that_is_given():
    takeover, (x, y) = experiments.take_over(30, 0.5, 2.0), experiments.train_set()
    start = weights_from_line(30, 0.5, 2.0)
    np.testing.assert_array_equal(takeover.history[0], start)
    step = takeover.history[1] - start
    np.testing.assert_allclose(step, -4.0 * cross_entropy_gradient(start, x, y))
    assert len(takeover.history) == len(takeover.losses) == experiments.N_TAKEOVER_STEPS + 1
    line = experiments.judge_weights(takeover.history[-1])
    assert line.loss == pytest.approx(takeover.losses[-1])


@pytest.mark.parametrize("angle", range(-180, 180, 40))
def test_training_beats_every_line_by_hand(angle):
    losses = experiments.take_over(angle, 0.3, 3.0).losses
    assert losses[-1] < losses[0]
    assert experiments.least_loss(0.0) <= losses[-1] < 1.05 * experiments.least_loss(0.0)
