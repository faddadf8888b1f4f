"""Residuals as squares."""

import numpy as np
import pytest

from lessonlib.figures import residuals
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error, tolerance_accuracy_score
from lessonlib.networks import forward


def test_corners_make_squares_whose_mean_area_is_the_mse():
    x, y, weights = residuals.fitted_network(30)
    y_pred = forward(weights, x)
    corners = residuals.square_corners(x, y, y_pred, np.ones(30))
    assert corners.shape == (30, 4, 2)
    width = np.ptp(corners[:, :, 0], axis=1)
    height = np.ptp(corners[:, :, 1], axis=1)
    np.testing.assert_allclose(width, height)
    assert np.mean(width * height) == pytest.approx(mean_squared_error(y, y_pred))


def test_a_square_stands_on_its_residual_and_leaves_the_curve():
    above = residuals.square_corners(*np.array([[0.0], [2.0], [1.0], [1.0]]))
    assert above[0].tolist() == [[0, 1], [0, 2], [-1, 2], [-1, 1]]
    below = residuals.square_corners(*np.array([[0.0], [0.0], [1.0], [1.0]]))
    assert below[0].tolist() == [[0, 1], [0, 0], [1, 0], [1, 1]]


def test_stretch_scales_and_shifts_the_output():
    x, _, weights = residuals.fitted_network(12)
    np.testing.assert_allclose(
        forward(residuals.stretch(weights, 0.5, 2.0), x), 0.5 * forward(weights, x) + 2.0
    )


def test_metrics_disagree_about_the_two_networks():
    x, y, networks = residuals.question_networks()
    a, b = (forward(networks[name], x) for name in "AB")
    assert mean_squared_error(y, a) < mean_squared_error(y, b)
    assert largest_error(y, a) < largest_error(y, b)
    assert tolerance_accuracy_score(y, a, 0.25) < tolerance_accuracy_score(y, b, 0.25)


def test_only_mse_follows_an_outlier_that_goes_farther_out():
    figure = residuals.squares()
    near = figure.update(outlier=2.0).words
    far = figure.update(outlier=3.0).words
    assert near.split("Acc_ε")[1] == far.split("Acc_ε")[1]
    assert near.split("Acc_ε")[0] != far.split("Acc_ε")[0]


def test_the_outlier_can_be_dragged():
    figure = residuals.squares()
    figure._view.dragged = {"handle": 0, "x": 0.0, "y": -1.52}
    assert figure.values["outlier"] == pytest.approx(-1.5)


def test_the_mean_square_fits_its_place():
    figure = residuals.squares()
    axes = figure._picture.figure.axes[0]
    for outlier in (-3, 3):
        for shift in (-1, 1):
            for height in (0, 1.5):
                figure.update(outlier=outlier, curve_shift=shift, curve_height=height)
                square = axes.patches[0]
                assert square.get_x() + square.get_width() < axes.get_xlim()[1]
