"""Noisy measurements, and curves through them."""

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson1


def test_the_more_flexible_curve_comes_nearer_to_its_points():
    fits = lesson1.fit_two_widths(20, 5, 18)
    small, large = fits.errors
    assert large < 0.5 * small
    on_points = [np.interp(fits.x, lesson1.GRID, curve) for curve in fits.curves]
    assert np.mean((fits.y - on_points[0]) ** 2) == pytest.approx(small, rel=0.02)


def test_subsets_hold_every_point_once_and_the_noise_is_what_was_drawn():
    data = lesson1.draw_dataset("wiggle", 200, 0.3, 1, 0.25, 0.15)
    assert data.sizes == {"train": 120, "validation": 50, "test": 30}
    assert {name: len(x) for name, (x, _) in data.points.items()} == data.sizes
    x, y = np.concatenate(list(data.points.values()), axis=1)
    assert len(np.unique(x)) == 200
    assert np.std(y - TRUE_FUNCTIONS["wiggle"](x)) == pytest.approx(data.noise_std)
    assert data.noise_std == pytest.approx(0.3, abs=0.05)
