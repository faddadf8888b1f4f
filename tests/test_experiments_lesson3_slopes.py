"""Loss and metric along one weight."""

import numpy as np
import pytest

from lessonlib.experiments import lesson3
from lessonlib.networks import mse_gradient


@pytest.mark.parametrize("parameter", lesson3.PARAMETERS)
def test_the_slope_of_mse_is_the_gradient_and_that_of_the_metric_is_flat(parameter):
    x, y, weights = lesson3.fitted_network(20)
    values = lesson3.slice_along(parameter, tolerance=0.3, nudge=1e-4, n_samples=20)
    place = lesson3.PARAMETERS[parameter]
    for here in (0, 40, 60, 100):
        moved = weights.copy()
        moved[place] += lesson3.CHANGES[here]
        assert values.mse_slope[here] == pytest.approx(mse_gradient(moved, x, y)[place], abs=1e-6)
    assert np.mean(values.accuracy_slope == 0) > 0.95
    assert np.ptp(values.accuracy) > 0, "it changes, by jumps"


def test_the_fit_is_best_without_a_change_of_the_output_bias():
    values = lesson3.slice_along("output_bias", tolerance=0.3, nudge=1e-4, n_samples=20)
    assert abs(lesson3.CHANGES[np.argmin(values.mse)]) < 0.05


def test_a_coarse_nudge_measures_across_stairs():
    fine, coarse = (lesson3.slice_along("output_bias", 0.3, nudge, 400) for nudge in (1e-4, 0.1))
    assert np.mean(fine.accuracy_slope == 0) > 0.8
    assert np.mean(coarse.accuracy_slope == 0) < 0.6


@pytest.mark.parametrize("parameter", lesson3.PARAMETERS)
def test_what_is_said_of_a_moved_weight_is_what_is_drawn(parameter):
    moved = lesson3.move_weight(parameter, 0.4, 0.3, 1e-4, 20)
    assert moved.change == pytest.approx(0.4)
    at_points = np.interp(moved.x, lesson3.GRID, moved.curve)
    assert moved.here["mse"] == pytest.approx(np.mean((moved.y - at_points) ** 2), rel=0.01)
    assert moved.n_flat == np.sum(moved.slice.accuracy_slope == 0)
