"""The sum of units with their sigmoids, and without."""

import numpy as np
import pytest

from lessonlib.experiments import lesson2
from lessonlib.experiments.lesson2 import GRID


@pytest.mark.parametrize("hidden_width", [1, 2, 7, 50])
def test_the_lines_add_up_to_the_best_line(hidden_width):
    made = lesson2.sum_units("wiggle", hidden_width, with_sigmoid=False)
    best = np.polyval(np.polyfit(GRID, made.truth, 1), GRID)
    np.testing.assert_allclose(made.output, best, atol=1e-9)
    assert made.error == pytest.approx(made.line_error) == np.mean((made.truth - best) ** 2)
    assert made.parts.shape == (len(GRID), hidden_width)
    np.testing.assert_allclose(np.ptp(made.output - made.parts.sum(axis=1)), 0, atol=1e-9)


def test_the_lines_go_different_ways_and_stay_in_the_picture():
    made = lesson2.sum_units("wiggle", 20, with_sigmoid=False)
    slopes = made.parts[-1] - made.parts[0]
    assert slopes.min() < -0.5 < 0.5 < slopes.max()
    assert np.abs(made.parts).max() < 1.7


def test_with_the_sigmoid_it_is_the_fit_of_the_later_figure():
    made, fit = lesson2.sum_units("wiggle", 20, True), lesson2.approximate("wiggle", 20)
    np.testing.assert_array_equal(made.output, fit.output)
    assert made.error == fit.mean
    np.testing.assert_array_equal(made.all_errors, fit.errors.mean)
