"""Training by a gradient that is handed in."""

import numpy as np

from lessonlib.experiments import lesson5 as experiments
from lessonlib.networks import forward, mse_gradient
from lessonlib.training import train


def test_training_with_the_librarys_gradient_is_its_training():
    x, y, weights = experiments.learning_problem()
    run = experiments.learn()
    result = train(weights, x, y, 0.1, experiments.N_TRAINING_STEPS)
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
