"""Residuals as squares."""

import numpy as np
import pytest

from lessonlib.experiments import lesson3
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward


def test_corners_make_squares_whose_mean_area_is_the_mse():
    x, y, weights = lesson3.fitted_network(30)
    y_pred = forward(weights, x)
    corners = lesson3.square_corners(x, y, y_pred, np.ones(30))
    assert corners.shape == (30, 4, 2)
    width = np.ptp(corners[:, :, 0], axis=1)
    height = np.ptp(corners[:, :, 1], axis=1)
    np.testing.assert_allclose(width, height)
    assert np.mean(width * height) == pytest.approx(mean_squared_error(y, y_pred))


def test_a_square_stands_on_its_residual_and_leaves_the_curve():
    above = lesson3.square_corners(*np.array([[0.0], [2.0], [1.0], [1.0]]))
    assert above[0].tolist() == [[0, 1], [0, 2], [-1, 2], [-1, 1]]
    below = lesson3.square_corners(*np.array([[0.0], [0.0], [1.0], [1.0]]))
    assert below[0].tolist() == [[0, 1], [0, 0], [1, 0], [1, 1]]


def test_the_share_is_that_of_the_moved_points_square():
    moved = lesson3.move_outlier(2.5, 0.4, curve_shift=0.2, curve_height=0.8)
    sides = np.ptp(moved.corners[:, :, 1], axis=1)
    assert moved.mse == pytest.approx(np.mean(sides**2))
    assert moved.share == pytest.approx(100 * sides[lesson3.OUTLIER] ** 2 / np.sum(sides**2))
    assert moved.y[lesson3.OUTLIER] == 2.5


def test_points_inside_are_those_that_are_counted():
    moved = lesson3.move_outlier(2.5, 0.4)
    sides = np.ptp(moved.corners[:, :, 1], axis=1)
    np.testing.assert_array_equal(moved.inside, sides < 0.4)
    assert moved.n_inside == np.sum(moved.inside)
    assert moved.accuracy == pytest.approx(np.mean(moved.inside))


def test_the_curves_of_places_go_through_what_is_measured():
    for here in (0, 40, 110):
        moved = lesson3.move_outlier(lesson3.PLACES[here], 0.4, curve_shift=0.3)
        assert moved.mse_of_places[here] == moved.mse
        assert moved.accuracy_of_places[here] == moved.accuracy
