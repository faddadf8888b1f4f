"""Squared error against cross-entropy."""

import numpy as np
import pytest

from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import predict_probability


@pytest.mark.parametrize("y", [0, 1])
def test_slopes_are_those_of_the_losses(y):
    z, step = np.linspace(-6, 6, 25), 1e-5
    up, down = experiments.compare_losses(y, z + step), experiments.compare_losses(y, z - step)
    here = experiments.compare_losses(y, z)
    for loss in experiments.LOSSES:
        measured = (getattr(up, loss).loss - getattr(down, loss).loss) / (2 * step)
        np.testing.assert_allclose(getattr(here, loss).slope, measured, atol=1e-8)
    np.testing.assert_allclose(here.cross_entropy.slope, sigmoid(z) - y)
    np.testing.assert_array_equal(here.probability, sigmoid(z))


def test_from_a_saturated_start_only_cross_entropy_gets_away():
    x, y = experiments.train_set()
    left = {}
    for loss in experiments.LOSSES:
        run = experiments.escape(loss, 1.0, 20.0)
        left[loss] = (experiments.count_mistakes(run.history[-1], x, y), run.norms[0])
        assert experiments.count_mistakes(run.history[0], x, y) > 0.9 * len(y)
    assert left["squared_error"][0] > 0.9 * len(y)
    assert left["cross_entropy"][0] < 0.1 * len(y)
    assert left["cross_entropy"][1] > 100 * left["squared_error"][1]


def test_from_a_mild_start_both_get_there():
    x, y = experiments.train_set()
    for loss in experiments.LOSSES:
        history = experiments.escape(loss, 1.0, 1.0).history
        assert experiments.count_mistakes(history[-1], x, y) < 0.1 * len(y)


def test_an_escape_is_the_first_step_with_most_on_the_right_side():
    x, y = experiments.train_set()
    run = experiments.escape("cross_entropy", 1.0, 20.0)
    counted = [experiments.count_mistakes(weights, x, y) for weights in run.history]
    assert run.n_mistakes.tolist() == counted
    assert run.n_examples == len(y)
    assert counted[run.escaped_at] < len(y) / 2 <= min(counted[: run.escaped_at])
    assert experiments.escape("squared_error", 1.0, 20.0).escaped_at is None


def test_the_end_of_an_escape_is_looked_at():
    x, y = experiments.train_set()
    run = experiments.escape("cross_entropy", 1.0, 20.0)
    end = experiments.look_where_it_ends(run)
    assert end.n_wrong.sum() == run.n_mistakes[-1]
    assert end.n_called.sum() == len(y)
    p = predict_probability(run.history[-1], x)
    assert end.n_called[1] == (p >= 0.5).sum()
    assert end.steepest == pytest.approx((p * (1 - p)).max())
