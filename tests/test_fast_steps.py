"""The fast steps are the textbook's, on all examples and on batches of any size."""

import numpy as np
import pytest

from lessonlib.datasets import sample_dataset
from lessonlib.fast_steps import FastSteps
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.training import gradient_descent_step

X, Y = sample_dataset("sine", 30, 0.2, np.random.default_rng(0))
BATCHES = [None, [3], [7, 2, 29, 0], None, [1, 1, 4, 5], [9], range(30)]


@pytest.mark.parametrize("hidden_width", [1, 6, 50])
def test_steps_are_the_textbooks_on_batches_of_any_size(hidden_width):
    weights = initialize_weights(hidden_width, np.random.default_rng(0))
    network = FastSteps(weights, X, Y)
    for batch in BATCHES:
        chosen = None if batch is None else np.array(batch)
        x, y = (X, Y) if chosen is None else (X[chosen], Y[chosen])
        assert network.look_at(chosen) == pytest.approx(
            mean_squared_error(y, forward(weights, x)), rel=1e-12
        )
        network.move(0.05)
        weights = gradient_descent_step(weights, x, y, 0.05)
        np.testing.assert_allclose(network.weights, weights, rtol=0, atol=1e-12)


def test_the_start_and_the_data_are_not_changed():
    weights = initialize_weights(3, np.random.default_rng(0))
    before = weights.copy(), X.copy(), Y.copy()
    network = FastSteps(weights, X, Y)
    for batch in (None, np.array([2, 5])):
        network.look_at(batch)
        network.move(0.1)
    for old, now in zip(before, (weights, X, Y), strict=True):
        np.testing.assert_array_equal(old, now)
