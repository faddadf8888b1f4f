"""Many fits at once are the fits one by one."""

import numpy as np
import pytest

from lessonlib.experiments.lesson1 import fit_curve, solve_heights, spread_columns
from lessonlib.networks import forward, unpack


@pytest.mark.parametrize("hidden_width", [1, 10, 30])
def test_a_stack_of_fits_is_each_fit_alone(hidden_width):
    rng = np.random.default_rng(0)
    x, y = rng.uniform(-3, 3, (5, 48)), rng.standard_normal((5, 48))
    heights = solve_heights(spread_columns(x, hidden_width), y[..., None])[..., 0]
    for one in range(5):
        _, _, v, c = unpack(fit_curve(x[one], y[one], hidden_width))
        np.testing.assert_allclose(heights[one], [*v, c], rtol=1e-6, atol=1e-8)


def test_several_targets_share_the_work():
    rng = np.random.default_rng(0)
    columns, targets = spread_columns(rng.uniform(-3, 3, 20), 4), rng.standard_normal((20, 3))
    both = solve_heights(columns, targets)
    for column in range(3):
        alone = solve_heights(columns, targets[:, column, None])
        np.testing.assert_allclose(both[:, [column]], alone)


def test_the_columns_times_the_heights_are_the_output_of_the_network():
    rng = np.random.default_rng(0)
    x, y = rng.uniform(-3, 3, 20), rng.standard_normal(20)
    weights = fit_curve(x, y, 6)
    np.testing.assert_allclose(
        spread_columns(x, 6) @ np.append(unpack(weights).output_weights, weights[-1]),
        forward(weights, x),
    )
