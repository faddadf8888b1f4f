"""Derivatives by measuring: nudge, look, divide."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray, check_array, check_number


def numerical_gradient(
    function: Callable[[FloatArray], float], weights: ArrayLike, nudge: float = 1e-6
) -> FloatArray:
    """Measure a gradient by central differences.

    Parameters
    ----------
    function : callable
        Takes an ndarray of shape (n_parameters,), returns a number.
    weights : array_like of shape (n_parameters,)
        Where to measure; not changed.
    nudge : float
        How far each parameter is nudged, in both directions.

    Returns
    -------
    ndarray of shape (n_parameters,)

    Raises
    ------
    ValueError
        If ``nudge`` is not above 0.

    Notes
    -----
    ``∂f/∂w_p ≈ (f(w + δ e_p) - f(w - δ e_p)) / (2 δ)``. The error of the formula
    shrinks with δ², that of rounding grows with 1/δ: near ``1e-6`` both are small.

    Examples
    --------
    >>> numerical_gradient(lambda w: w[0] ** 2 + 3 * w[1], [2.0, 5.0]).round(6)
    array([4., 3.])
    """
    weights = check_array("weights", weights)
    check_number("nudge", nudge, above=0)
    gradient = np.empty(len(weights))
    for p in range(len(weights)):
        shift = np.zeros(len(weights))
        shift[p] = nudge
        rise = function(weights + shift) - function(weights - shift)
        gradient[p] = rise / (2 * nudge)
    return gradient
