"""Randomness judged as randomness: over many seeds, every order comes about equally often."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

_DEVIATIONS = 5.0  # which chance exceeds about once in a million


def uneven(orders: Sequence[Any]) -> str:
    """Return ``"uneven"`` if some orders are far more frequent than others, else an empty text.

    Parameters
    ----------
    orders : sequence of array_like of int, of shape (n,)
        The numbers from 0 to n - 1, in the order that each seed gave.
    """
    table = np.array(orders, dtype=np.int64)  # (n_seeds, n)
    n_seeds, n = table.shape
    # How often each number stands in each place, and how often it stands behind the one before it.
    places = np.array([np.bincount(column, minlength=n) for column in table.T])
    neighbours = int(np.sum(np.diff(table, axis=1) == 1))
    is_even = (
        places.max() <= _most(n_seeds, 1 / n)
        and neighbours <= _most(n_seeds * (n - 1), 1 / n)
        and neighbours > 0
    )
    return "" if is_even else "uneven"


def _most(n: int, probability: float) -> float:
    return n * probability + _DEVIATIONS * math.sqrt(n * probability * (1 - probability))
