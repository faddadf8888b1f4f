"""Lesson 3: why square? Two losses of a curve that is shifted, with one point that goes astray."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.experiments.lesson3.residuals import GRID, OUTLIER, fitted_network
from lessonlib.networks import forward

N_SHIFTED = 7  # odd, so that one point alone stands in the middle
SHIFTS = np.linspace(-1, 1, 201)


class Shifted(NamedTuple):
    """A curve that is shifted, and two losses of it.

    Attributes
    ----------
    x, y : ndarray of shape (N_SHIFTED,)
        The points; number ``OUTLIER`` is the one that is moved.
    curve : ndarray of shape (len(GRID),)
        Output of the network on ``GRID``, before it is shifted.
    passes : ndarray of shape (N_SHIFTED,)
        The shifts at which the curve passes through each point.
    mse_of_shifts, mae_of_shifts : ndarray of shape (len(SHIFTS),)
        Mean squared error and mean absolute error for all ``SHIFTS``.
    mse, mae, mse_slope, mae_slope : float
        Both, and how fast they change with the shift, where the curve now stands.
    mean, median : float
        Of ``passes``: where MSE is least, and where the mean absolute error is.
    least_mse, least_mae : float
        How large each of them is there.
    """

    x: FloatArray
    y: FloatArray
    curve: FloatArray
    passes: FloatArray
    mse_of_shifts: FloatArray
    mae_of_shifts: FloatArray
    mse: float
    mae: float
    mse_slope: float
    mae_slope: float
    mean: float
    median: float
    least_mse: float
    least_mae: float


def shift_curve(shift: float, outlier: float) -> Shifted:
    """Shift a curve up or down, with one point moved, and compute two losses.

    Parameters
    ----------
    shift : float
        What is added to the output of the network.
    outlier : float
        Measured value of the point that is moved.

    Returns
    -------
    Shifted
    """
    x, y, y_pred, curve = _points_and_curve()
    y = np.where(np.arange(N_SHIFTED) == OUTLIER, outlier, y)
    passes = y - y_pred
    mse, mae = losses_of_shifts(passes, SHIFTS)
    residuals, median = shift - passes, float(np.median(passes))
    return Shifted(
        x=x,
        y=y,
        curve=curve,
        passes=passes,
        mse_of_shifts=mse,
        mae_of_shifts=mae,
        mse=float(np.mean(residuals**2)),
        mae=float(np.mean(np.abs(residuals))),
        mse_slope=float(2 * np.mean(residuals)),
        mae_slope=float(np.mean(np.sign(residuals))),
        mean=float(np.mean(passes)),
        median=median,
        least_mse=float(np.var(passes)),
        least_mae=float(np.mean(np.abs(passes - median))),
    )


def losses_of_shifts(passes: FloatArray, shifts: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Compute mean squared and mean absolute error of a curve at many shifts.

    Parameters
    ----------
    passes : ndarray of shape (n_samples,)
        The shifts at which the curve passes through each point.
    shifts : ndarray of shape (n_shifts,)

    Returns
    -------
    mse, mae : ndarray of shape (n_shifts,)
    """
    residuals = shifts[:, None] - passes  # (n_shifts, n_samples)
    return np.mean(residuals**2, axis=1), np.mean(np.abs(residuals), axis=1)


@cache
def _points_and_curve() -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return the points, and the output of the network there and on ``GRID``."""
    x, y, weights = fitted_network(N_SHIFTED, noise_std=0.7)
    return x, y, forward(weights, x), forward(weights, GRID)
