"""Metrics of an output that is a number: how far it is from its target."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import check_arrays, check_number


def tolerance_accuracy_score(y: ArrayLike, y_pred: ArrayLike, tolerance: float) -> float:
    """Compute the fraction of examples whose output is closer than ``tolerance`` to the target.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        Measured values.
    y_pred : array_like of shape (n_samples,)
        Outputs of the network.
    tolerance : float
        The allowed deviation ε, above 0.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        If lengths differ or ``tolerance <= 0``.

    Notes
    -----
    ``Acc_ε = (1/S) sum_s [|y_s - ỹ_s| < ε]``. A deviation of exactly ε is too large.

    Examples
    --------
    >>> tolerance_accuracy_score([1.0, 2.0, 3.0, 4.0], [1.0, 2.5, 3.1, 9.0], 0.5)
    0.5
    """
    y, y_pred = check_arrays(y=y, y_pred=y_pred)
    check_number("tolerance", tolerance, above=0)
    return float(np.mean(np.abs(y - y_pred) < tolerance))


def largest_error(y: ArrayLike, y_pred: ArrayLike) -> float:
    """Compute the largest deviation of an output from its target.

    Parameters
    ----------
    y, y_pred : array_like of shape (n_samples,)

    Returns
    -------
    float
        ``max_s |y_s - ỹ_s|``.

    Examples
    --------
    >>> largest_error([1.0, 2.0], [1.0, 4.0])
    2.0
    """
    y, y_pred = check_arrays(y=y, y_pred=y_pred)
    return float(np.max(np.abs(y - y_pred)))
