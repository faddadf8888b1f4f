"""Figures on a narrow page."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from lessonlib.live.shape import Shape


def bounds(figure):
    figure.draw_without_rendering()
    return np.array([one.get_position().bounds for one in figure.axes])


def test_a_row_is_stacked_and_set_back_as_it_was():
    figure = Figure(figsize=(8, 3))
    figure.subplots(1, 2, width_ratios=(5, 2))
    shape, before = Shape(figure), bounds(figure)
    shape.set(narrow=True)
    left, bottom, width, height = bounds(figure).T
    assert left[0] == left[1]
    assert width[0] == width[1]
    assert bottom[0] >= bottom[1] + height[1]
    shape.set(narrow=False)
    np.testing.assert_allclose(bounds(figure), before)
    assert tuple(figure.get_size_inches()) == (8, 3)


@pytest.mark.parametrize("n", [2, 3])
def test_a_stack_is_a_little_wider_than_one_of_the_axes_was_and_as_high_as_all(n):
    figure = Figure(figsize=(8, 3))
    figure.subplots(1, n)
    Shape(figure).set(narrow=True)
    assert tuple(figure.get_size_inches()) == pytest.approx((1.15 * 8 / n, 0.95 * 3 * n))
    heights = bounds(figure)[:, 3]
    assert heights == pytest.approx([heights[0]] * n)


@pytest.mark.parametrize("grid", [(1, 1), (2, 1), (2, 2)])
def test_other_figures_are_left_as_they_are(grid):
    figure = Figure(figsize=(8, 3))
    figure.subplots(*grid)
    shape, before = Shape(figure), bounds(figure)
    shape.set(narrow=True)
    np.testing.assert_allclose(bounds(figure), before)
    assert tuple(figure.get_size_inches()) == (8, 3)


def test_axes_without_a_grid_are_left_as_they_are():
    figure = Figure()
    figure.add_axes((0, 0, 0.4, 1))
    figure.add_axes((0.5, 0, 0.4, 1))
    before = bounds(figure)
    Shape(figure).set(narrow=True)
    np.testing.assert_allclose(bounds(figure), before)
