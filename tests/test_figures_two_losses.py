"""Squared error against cross-entropy."""

import numpy as np
import pytest

from lessonlib.activations import sigmoid
from lessonlib.figures import two_losses
from lessonlib.figures.boundary import count_mistakes, train_set


@pytest.mark.parametrize("y", [0, 1])
def test_slopes_are_those_of_the_losses(y):
    z, step = np.linspace(-6, 6, 25), 1e-5
    up, down = two_losses.losses_of_one(y, z + step), two_losses.losses_of_one(y, z - step)
    for loss, (_, slope) in two_losses.losses_of_one(y, z).items():
        measured = (up[loss][0] - down[loss][0]) / (2 * step)
        np.testing.assert_allclose(slope, measured, atol=1e-8)
    entropy_slope = two_losses.losses_of_one(y, z)["cross_entropy"][1]
    np.testing.assert_allclose(entropy_slope, sigmoid(z) - y)


def test_the_words_hold_the_numbers():
    words = two_losses.one_example().update(logit=0.0, true_class=1).words
    assert "loss 0.25, slope -0.25" in words
    assert "loss 0.69, slope -0.5" in words


def test_from_a_saturated_start_only_cross_entropy_gets_away():
    x, y = train_set()
    left = {}
    for loss in two_losses.LOSSES:
        history, norms = two_losses.escape(loss, 1.0, 20.0)
        left[loss] = (count_mistakes(history[-1], x, y), norms[0])
        assert count_mistakes(history[0], x, y) > 0.9 * len(y)
    assert left["squared_error"][0] > 0.9 * len(y)
    assert left["cross_entropy"][0] < 0.1 * len(y)
    assert left["cross_entropy"][1] > 100 * left["squared_error"][1]


def test_from_a_mild_start_both_get_there():
    x, y = train_set()
    for loss in two_losses.LOSSES:
        assert count_mistakes(two_losses.escape(loss, 1.0, 1.0)[0][-1], x, y) < 0.1 * len(y)
