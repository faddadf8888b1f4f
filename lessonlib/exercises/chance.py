"""Randomness judged as randomness: over many seeds, every order comes about equally often."""

import math
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

_HOW_SELDOM = 1e-6  # chance alone makes equally likely orders look uneven


def uneven(orders: Sequence[Any] | np.ndarray[Any, Any]) -> str:
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
        places.max() <= _most(n_seeds, 1 / n, _HOW_SELDOM / n**2)
        and neighbours <= _most(n_seeds * (n - 1), 1 / n, _HOW_SELDOM)
        and neighbours > 0
    )
    return "" if is_even else "uneven"


@cache
def _most(n: int, probability: float, how_seldom: float) -> int:
    """Return the number of successes in n attempts that chance exceeds so seldom.

    The tail of the binomial distribution, added up: that of the normal one is far too thin here.
    """
    more, k = 0.0, n
    while more + (chance := _binomial(n, k, probability)) <= how_seldom:
        more, k = more + chance, k - 1
    return k


def _binomial(n: int, k: int, probability: float) -> float:
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(ways + k * math.log(probability) + (n - k) * math.log1p(-probability))
