"""Lesson 1: what standardising the input buys, on a straight line."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray

_LEFT = 0.01  # share of the way down that may be left
_TINY = float(np.finfo(np.float64).tiny)


class Bowl(NamedTuple):
    """The mean squared error of a straight line ``w x + b``, as training meets it.

    Attributes
    ----------
    condition : float
        How many times as curved it is in its most curved direction as in its least.
    n_steps : int
        Steps of gradient descent, each of the best constant rate, until 99 % of the way from the
        first error down to the least one is done.
    """

    condition: float
    n_steps: int


def measure_bowl(x: FloatArray) -> Bowl:
    """Measure the bowl of a straight line through points at these x; y does not matter.

    Parameters
    ----------
    x : ndarray of shape (n_samples,)

    Returns
    -------
    Bowl

    Notes
    -----
    The second derivatives are ``(2/S) sum_s (x_s, 1)ᵀ (x_s, 1)``, without y. At the best constant
    rate, ``2 / (λ_max + λ_min)``, each step multiplies the distance to the lowest point along both
    eigenvectors by a number of size ``(κ - 1) / (κ + 1)``, where κ is the condition number. What
    is left of the error above the least one shrinks by its square.
    """
    columns = np.column_stack([x, np.ones(len(x))])
    low, high = np.linalg.eigvalsh(2 / len(x) * columns.T @ columns)
    condition = float(high / low)
    factor = max((condition - 1) / (condition + 1), _TINY)
    return Bowl(condition, int(np.ceil(np.log(_LEFT) / (2 * np.log(factor)))))
