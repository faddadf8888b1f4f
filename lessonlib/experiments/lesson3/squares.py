"""Lesson 3: residuals as squares, and one point that goes astray."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lessonlib.arguments import FloatArray
from lessonlib.experiments.lesson3.residuals import GRID, OUTLIER, fitted_network, stretch
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward

N_POINTS = 12
START = 1.7  # of the moved point: there is room to go twice as far from the curve
PLACES = np.linspace(-3, 3, 121)


class Squares(NamedTuple):
    """Residuals as squares, with one point that is moved.

    Attributes
    ----------
    x, y : ndarray of shape (N_POINTS,)
        The points; number ``OUTLIER`` is the one that is moved.
    curve : ndarray of shape (len(GRID),)
        Output of the network on ``GRID``.
    inside : ndarray of bool of shape (N_POINTS,)
        Which points are within the tolerance.
    corners : ndarray of shape (N_POINTS, 4, 2)
        x and y of the corners of each square.
    distance : float
        Of the moved point from the curve.
    mse : float
        The mean area of the squares.
    accuracy : float
        Acc_ε, the share of points inside.
    n_inside : int
    share : float
        How many percent of all area belong to the square of the moved point.
    mse_of_places, accuracy_of_places : ndarray of shape (len(PLACES),)
        Both, if the moved point stood at each of ``PLACES``.
    """

    x: FloatArray
    y: FloatArray
    curve: FloatArray
    inside: NDArray[np.bool_]
    corners: FloatArray
    distance: float
    mse: float
    accuracy: float
    n_inside: int
    share: float
    mse_of_places: FloatArray
    accuracy_of_places: FloatArray


def move_outlier(
    outlier: float, tolerance: float, curve_shift: float = 0.0, curve_height: float = 1.0
) -> Squares:
    """Move one point, or the curve, and compute loss and metric.

    Parameters
    ----------
    outlier : float
        Measured value of the point that is moved.
    tolerance : float
    curve_shift, curve_height : float
        What is added to the output of the network, and what it is multiplied by before.

    Returns
    -------
    Squares
    """
    x, y, weights = fitted_network(N_POINTS, noise_std=0.35)
    network = stretch(weights, curve_height, curve_shift)
    y_pred, moved = forward(network, x), _replace(y, outlier)
    sweep = [_replace(y, place) for place in PLACES]
    mse = mean_squared_error(moved, y_pred)
    accuracy = tolerance_accuracy_score(moved, y_pred, tolerance)
    slope = forward(network, x + 0.01) - y_pred
    return Squares(
        x=x,
        y=moved,
        curve=forward(network, GRID),
        inside=np.abs(moved - y_pred) < tolerance,
        corners=square_corners(x, moved, y_pred, slope),
        distance=float(abs(outlier - y_pred[OUTLIER])),
        mse=mse,
        accuracy=accuracy,
        n_inside=round(N_POINTS * accuracy),
        share=float(100 * (outlier - y_pred[OUTLIER]) ** 2 / (N_POINTS * mse)),
        mse_of_places=np.array([mean_squared_error(one, y_pred) for one in sweep]),
        accuracy_of_places=np.array(
            [tolerance_accuracy_score(one, y_pred, tolerance) for one in sweep]
        ),
    )


def _replace(y: FloatArray, outlier: float) -> FloatArray:
    return np.where(np.arange(len(y)) == OUTLIER, outlier, y)


def square_corners(
    x: FloatArray, y: FloatArray, y_pred: FloatArray, slope: FloatArray
) -> FloatArray:
    """Place a square on each residual, on the side where the curve turns away from it.

    Parameters
    ----------
    x, y, y_pred, slope : ndarray of shape (n_samples,)

    Returns
    -------
    ndarray of shape (n_samples, 4, 2)
    """
    far = x - np.abs(y - y_pred) * np.where((y - y_pred) * slope < 0, -1, 1)
    corners = [(x, y_pred), (x, y), (far, y), (far, y_pred)]
    return np.moveaxis(np.array(corners), 2, 0)
