"""The fast way down is the textbook's, step for step, however many steps make a stretch."""

import numpy as np
import pytest

from lessonlib.datasets import sample_dataset
from lessonlib.fast_descent import descend
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.training import gradient_descent_step

X, Y = sample_dataset("sine", 30, 0.2, np.random.default_rng(0))


@pytest.mark.parametrize("hidden_width", [1, 6, 50])
@pytest.mark.parametrize("n_steps", [1, 32, 33, 70])
def test_every_step_is_the_textbooks(hidden_width, n_steps):
    weights = initialize_weights(hidden_width, np.random.default_rng(0))
    done = 0
    for stretch in descend(weights, X, Y, 0.05, n_steps):
        rows = stretch.weights()
        np.testing.assert_array_equal(stretch.start, rows[0])
        np.testing.assert_array_equal(stretch.before_last, rows[-2])
        for row, loss, norm in zip(rows, stretch.losses, stretch.gradient_norms, strict=False):
            np.testing.assert_allclose(row, weights, rtol=0, atol=1e-12)
            assert loss == pytest.approx(mean_squared_error(Y, forward(weights, X)), rel=1e-12)
            length = np.linalg.norm(mse_gradient(weights, X, Y))
            assert norm == pytest.approx(length, rel=1e-11)
            weights = gradient_descent_step(weights, X, Y, 0.05)
            done += 1
        np.testing.assert_allclose(rows[-1], weights, rtol=0, atol=1e-12)
    assert done == n_steps


def test_the_start_and_the_data_are_not_changed():
    weights = initialize_weights(3, np.random.default_rng(0))
    before = weights.copy(), X.copy(), Y.copy()
    list(descend(weights, X, Y, 0.1, 3))
    for old, now in zip(before, (weights, X, Y), strict=True):
        np.testing.assert_array_equal(old, now)
