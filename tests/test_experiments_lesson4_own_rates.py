"""Training with a learning rate for each direction."""

import numpy as np

from lessonlib.experiments import lesson4 as experiments
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward


def test_no_step_is_needed_where_the_loss_is_low_enough():
    problem = experiments.make_problem(10, 0.15, 200)
    weights, x, y = problem
    loss = mean_squared_error(y, forward(weights, x))
    assert experiments.steps_with_own_rates(*problem, loss) == 0
    assert experiments.steps_with_own_rates(*problem, 0.99 * loss) == 1


def test_a_loss_that_cannot_be_reached_ends_all_the_same():
    weights, x, y = experiments.make_problem(1, 0.15, 20)
    before = weights.copy()
    assert experiments.steps_with_own_rates(weights, x, y, 0.0) == experiments.N_STEPS
    np.testing.assert_array_equal(weights, before)
