"""Sorted data, split in order."""

import numpy as np
import pytest

from lessonlib.experiments import lesson1
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward
from lessonlib.splitting import SUBSETS


@pytest.mark.parametrize("shuffle", [True, False])
def test_the_errors_are_those_of_the_curves(shuffle):
    fits = lesson1.fit_sorted(shuffle, 12)
    for here in (0, 7):
        weights = lesson1.fit_curve(*fits.points[here]["train"], 12)
        np.testing.assert_allclose(fits.curves[here], forward(weights, lesson1.GRID), atol=1e-6)
        for name, (x, y) in fits.points[here].items():
            expected = mean_squared_error(y, forward(weights, x))
            assert fits.errors[name][here] == pytest.approx(expected, rel=1e-6)
    np.testing.assert_array_equal(fits.ratios, fits.errors["test"] / fits.errors["train"])


def test_without_shuffling_the_test_set_is_the_end_of_the_interval():
    points = lesson1.fit_sorted(shuffle=False).points[0]
    ends = [(points[name][0].min(), points[name][0].max()) for name in SUBSETS]
    assert np.all(np.diff(np.ravel(ends)) > 0)
