"""Paths through the network, and training by a gradient that is handed in."""

import numpy as np
import pytest

from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import PARAMETERS, SMALL
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, mse_gradient, pack
from lessonlib.training import train


@pytest.mark.parametrize("parameter", PARAMETERS)
@pytest.mark.parametrize(("n_samples", "width"), [(1, 1), (3, 1), (2, 2), (3, 2)])
def test_paths_add_up_to_the_gradient(parameter, n_samples, width):
    x, y, w, b, v, c = SMALL.part(n_samples, width)
    weights = pack(w, b, v, c)
    seen = experiments.follow_network(parameter, n_samples, width)
    place = PARAMETERS.index(parameter) * width
    assert seen.total == pytest.approx(mse_gradient(weights, x, y)[place], rel=1e-12)
    assert seen.loss == pytest.approx(mean_squared_error(y, forward(weights, x)))
    assert seen.factors.prod(axis=1).tolist() == seen.parts.tolist()
    assert seen.factors.shape == (n_samples, {"w": 4, "b": 3, "v": 2, "c": 1}[parameter])


def test_training_with_the_librarys_gradient_is_its_training():
    x, y, weights = experiments.learning_problem()
    run = experiments.learn()
    result = train(weights, x, y, 0.3, experiments.N_TRAINING_STEPS)
    np.testing.assert_allclose(run.losses, result.losses, rtol=1e-9)
    np.testing.assert_allclose(run.fits[-1], forward(result.weights, experiments.GRID), rtol=1e-9)
    assert len(run.fits) == experiments.N_TRAINING_STEPS // experiments.EVERY + 1
    assert not run.has_diverged


def test_a_gradient_that_leads_uphill_is_stopped():
    run = experiments.learn(lambda w, x, y: -mse_gradient(w, x, y))
    assert run.has_diverged
    assert np.isfinite(run.losses).all()


def test_plain_lists_will_do():
    one = experiments.learn(lambda w, x, y: mse_gradient(w, x, y).tolist())
    np.testing.assert_array_equal(one.losses, experiments.learn().losses)
