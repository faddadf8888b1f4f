"""Gradient descent in one dimension: on a parabola each step multiplies by the same factor."""

from typing import Any, NamedTuple

import numpy as np

from lessonlib.optimizers import gradient_descent

PARABOLA_START, PARABOLA_STEPS = 3.0, 12
PARABOLA_MAP = ((-4.0, 4.0), (0.0, 20.0))  # w and f(w), what is looked at
PARABOLA_RATES, PARABOLA_CURVATURES = (0.02, 1.5), (0.5, 4.0)
FACTORS = (-2.0, 1.2)  # the part of the number line that is drawn
_CRAWLING = 0.9  # from this factor on a fifth of the way is left after 12 steps, and more
_NEARLY = 1e-9


class Bounce(NamedTuple):
    """Gradient descent on ``f(w) = ½ λ w²``.

    Attributes
    ----------
    path, heights : ndarray of shape (PARABOLA_STEPS + 1,)
        All ``w^t`` and all ``f(w^t)``.
    factor : float
        ``1 - α λ``.
    verdict : str
        The name that :func:`name_factor` gives it.
    escape : int or None
        The first step that lies outside of ``PARABOLA_MAP``.
    """

    path: Any
    heights: Any
    factor: float
    verdict: str
    escape: int | None


def bounce(learning_rate: float, curvature: float) -> Bounce:
    """Go down a parabola by gradient descent."""
    path = gradient_descent(
        lambda w: curvature * w, [PARABOLA_START], learning_rate, PARABOLA_STEPS
    )[:, 0]
    heights = 0.5 * curvature * path**2
    (low, high), (_, top) = PARABOLA_MAP
    inside = (low <= path) & (path <= high) & (heights <= top)
    escape = None if inside.all() else int(np.argmin(inside))
    factor = 1 - learning_rate * curvature
    return Bounce(path, heights, factor, name_factor(factor), escape)


def name_factor(factor: float) -> str:
    """Say what is seen where each step multiplies by ``factor``.

    Returns
    -------
    {"diverges", "jumps", "zigzags", "arrives", "converges", "crawls"}
    """
    if abs(factor + 1) < _NEARLY:
        return "jumps"
    if abs(factor) < _NEARLY:
        return "arrives"
    if factor < 0:
        return "diverges" if factor < -1 else "zigzags"
    return "crawls" if factor > _CRAWLING else "converges"
