"""A stiff and a flexible curve through the same points."""

import numpy as np
import pytest

from lessonlib.datasets import sample_dataset
from lessonlib.experiments import lesson1
from lessonlib.networks import forward


@pytest.mark.parametrize("draw", [1, lesson1.OPENING_DRAW])
def test_the_errors_are_those_of_the_curves(draw):
    fits, here = lesson1.fit_two_widths(), lesson1.TWO_FITS_DRAWS.index(draw)
    x, y = fits.x[here], fits.y[here]
    for place, width in enumerate(lesson1.TWO_WIDTHS):
        weights = lesson1.fit_curve(x, y, width)
        residuals = y - forward(weights, x)
        assert fits.errors[place, here] == pytest.approx(np.mean(residuals**2))
        assert fits.gaps[place, here] == pytest.approx(np.mean(np.abs(residuals)))
        fresh = lesson1.error_on_fresh_data(weights, "sine", lesson1.TWO_FITS_NOISE)
        assert fits.fresh[place, here] == pytest.approx(fresh)
        np.testing.assert_allclose(fits.curves[place, here], forward(weights, lesson1.GRID))


def test_fresh_points_are_none_of_the_fitted_ones():
    fits = lesson1.fit_two_widths()
    for draw in (1, 200):
        assert not np.isin(lesson1.measure_anew(draw)[0], fits.x).any()
    x, _ = sample_dataset("sine", 20, lesson1.TWO_FITS_NOISE, np.random.default_rng(3))
    np.testing.assert_array_equal(fits.x[lesson1.TWO_FITS_DRAWS.index(3)], x)
