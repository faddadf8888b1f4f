"""Losses: what training makes small. Each with its gradient."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray, check_array, check_same_length


def mean_squared_error(y: ArrayLike, y_pred: ArrayLike) -> float:
    """Compute the mean squared error.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        Measured values.
    y_pred : array_like of shape (n_samples,)
        Outputs of the network.

    Returns
    -------
    float

    Notes
    -----
    ``(1/S) sum_s (ỹ_s - y_s)²``.

    Examples
    --------
    >>> mean_squared_error([1.0, 2.0], [1.0, 4.0])
    2.0
    """
    y, y_pred = _check_pair(y, y_pred)
    return float(np.mean((y_pred - y) ** 2))


def mean_squared_error_gradient(y: ArrayLike, y_pred: ArrayLike) -> FloatArray:
    """Compute the derivative of the mean squared error by each output.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        Measured values.
    y_pred : array_like of shape (n_samples,)
        Outputs of the network.

    Returns
    -------
    ndarray of shape (n_samples,)

    Notes
    -----
    ``∂MSE/∂ỹ_s = -(2/S) (y_s - ỹ_s)``.

    Examples
    --------
    >>> mean_squared_error_gradient([1.0, 2.0], [1.0, 4.0])
    array([-0.,  2.])
    """
    y, y_pred = _check_pair(y, y_pred)
    return -2.0 / len(y) * (y - y_pred)


def _check_pair(y: ArrayLike, y_pred: ArrayLike) -> tuple[FloatArray, FloatArray]:
    y, y_pred = check_array("y", y), check_array("y_pred", y_pred)
    check_same_length(y=y, y_pred=y_pred)
    return y, y_pred
