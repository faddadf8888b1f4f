"""Two losses of a curve that is shifted."""

import numpy as np
import pytest

from lessonlib.experiments import lesson3
from lessonlib.losses import mean_squared_error


@pytest.mark.parametrize("shift", [-0.8, 0.0, 0.65])
def test_losses_are_those_of_the_shifted_curve(shift):
    shifted = lesson3.shift_curve(shift, 2.5)
    outputs = shifted.y - shifted.passes + shift
    assert shifted.y[lesson3.OUTLIER] == 2.5
    assert shifted.mse == pytest.approx(mean_squared_error(shifted.y, outputs))
    assert shifted.mae == pytest.approx(np.mean(np.abs(shifted.y - outputs)))
    at_points = np.interp(shifted.x, lesson3.GRID, shifted.curve + shift)
    np.testing.assert_allclose(at_points, outputs, atol=0.01)
    here = np.argmin(np.abs(lesson3.SHIFTS - shift))
    assert shifted.mse_of_shifts[here] == pytest.approx(shifted.mse)
    assert shifted.mae_of_shifts[here] == pytest.approx(shifted.mae)


@pytest.mark.parametrize("name", ["mse", "mae"])
def test_slopes_are_those_of_the_curves(name):
    shifted = lesson3.shift_curve(-0.803, 2.5)
    nudge = 1e-5
    down, up = (getattr(lesson3.shift_curve(-0.803 + one, 2.5), name) for one in (-nudge, nudge))
    assert getattr(shifted, f"{name}_slope") == pytest.approx((up - down) / (2 * nudge), abs=1e-6)


def test_the_least_losses_stand_at_mean_and_median():
    shifted = lesson3.shift_curve(0.0, -2.0)
    at_mean, at_median = (lesson3.shift_curve(one, -2.0) for one in (shifted.mean, shifted.median))
    assert shifted.least_mse == pytest.approx(at_mean.mse)
    assert at_mean.mse_slope == pytest.approx(0)
    assert shifted.least_mae == pytest.approx(at_median.mae)
