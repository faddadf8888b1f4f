"""The sigmoid and its derivative."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray


def sigmoid(z: ArrayLike) -> FloatArray:
    """Squash any number into the interval from 0 to 1.

    Parameters
    ----------
    z : array_like of any shape

    Returns
    -------
    ndarray of the same shape

    Notes
    -----
    ``1 / (1 + exp(-z))``. For large ``|z|`` the exponential of a positive number
    would overflow; ``exp(-|z|)`` never does, and both branches follow from it.

    Examples
    --------
    >>> sigmoid([-1000.0, 0.0, 1000.0])
    array([0. , 0.5, 1. ])
    """
    z = np.asarray(z, dtype=np.float64)
    small = np.exp(-np.abs(z))
    activation: FloatArray = np.where(z >= 0, 1.0, small) / (1.0 + small)
    return activation


def sigmoid_derivative(activation: ArrayLike) -> FloatArray:
    """Compute the slope of the sigmoid from its value.

    Parameters
    ----------
    activation : array_like of any shape
        ``a = sigmoid(z)``, not ``z``.

    Returns
    -------
    ndarray of the same shape

    Raises
    ------
    ValueError
        If a value is outside the interval from 0 to 1: then it is no value of a sigmoid.

    Notes
    -----
    ``a (1 - a)``: at most 1/4, where ``a = 1/2``.

    Examples
    --------
    >>> float(sigmoid_derivative(0.5))
    0.25
    """
    activation = np.asarray(activation, dtype=np.float64)
    if np.any((activation < 0) | (activation > 1)):
        raise ValueError(
            f"activation reaches from {activation.min():g} to {activation.max():g}: "
            "expected values of the sigmoid, from 0 to 1"
        )
    return activation * (1.0 - activation)
