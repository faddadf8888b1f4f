"""Axes of lesson 5 that grow with what they show, in steps: 1, 2, 5, 10 and so on."""

from collections.abc import Iterable

import numpy as np

LEAST = 0.5


def reach_of(values: Iterable[float]) -> float:
    """Return how far a scale has to reach on both sides of 0.

    Examples
    --------
    >>> reach_of([0.3, -0.2]), reach_of([1.2]), reach_of([-7.4, 15.4])
    (0.5, 2.0, 20.0)
    """
    largest = max([LEAST, *map(abs, values)])
    power = 10.0 ** np.floor(np.log10(largest))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= largest))
