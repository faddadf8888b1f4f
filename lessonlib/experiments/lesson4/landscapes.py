"""Landscapes of two parameters: bowls that can be turned, and one with two lowest points."""

from functools import cache
from typing import Any

import numpy as np

# f(w) = ½ wᵀ A w: the curvatures along the two axes of the bowl, the eigenvalues of A.
BOWLS = {"round": (1.0, 1.0), "valley": (1.0, 10.0)}
LANDSCAPES = (*BOWLS, "two")
START = (3.5, 1.5)
MAP = ((-4.5, 4.5), (-3.0, 3.0))  # the part that is looked at, along w₀ and along w₁
# Of the landscape with two lowest points: how far it is turned, half of the distance between
# them, the height of the ridge, how much it leans, and the curvature across.
_TURN, _HALF, _RIDGE, _LEAN, _ACROSS = 25.0, 2.0, 4 / 3, 0.3, 1.5


def axes_of(tilt: float) -> Any:
    """Return the axes of a bowl that is turned by ``tilt`` degrees, as columns of shape (2, 2)."""
    turn = np.radians(tilt)
    return np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])


def hessian(bowl: str, tilt: float = 0.0) -> Any:
    """Return the second derivatives of a bowl.

    Parameters
    ----------
    bowl : str
        A key of ``BOWLS``.
    tilt : float
        By how many degrees it is turned.

    Returns
    -------
    ndarray of shape (2, 2)
    """
    axes = axes_of(tilt)
    return axes * BOWLS[bowl] @ axes.T


def height(landscape: str, w: Any, tilt: float = 0.0) -> Any:
    """Compute ``f(w)`` for one w or for each row of many.

    Parameters
    ----------
    landscape : str
        One of ``LANDSCAPES``; ``"two"`` has two lowest points and is never turned.
    w : ndarray of shape (..., 2)
    tilt : float

    Returns
    -------
    ndarray of shape (...)
        0 at the lowest point of all.
    """
    if landscape == "two":
        return _height_of_two(w) - _least_of_two()
    return 0.5 * np.sum(w @ hessian(landscape, tilt) * w, axis=-1)


def _height_of_two(w: Any) -> Any:
    along, across = np.moveaxis(w @ axes_of(_TURN), -1, 0)
    ridge = _RIDGE * ((along / _HALF) ** 2 - 1) ** 2
    return ridge + _LEAN * along + 0.5 * _ACROSS * across**2


@cache
def _least_of_two() -> float:
    return float(_height_of_two(lowest_points("two")[0]))


def gradient(landscape: str, w: Any, tilt: float = 0.0) -> Any:
    """Compute ``∇f(w)``; see :func:`height`.

    Returns
    -------
    ndarray of shape (..., 2)
    """
    if landscape == "two":
        axes = axes_of(_TURN)
        along, across = np.moveaxis(w @ axes, -1, 0)
        slope = 4 * _RIDGE / _HALF**2 * along * ((along / _HALF) ** 2 - 1) + _LEAN
        return np.stack([slope, _ACROSS * across], axis=-1) @ axes.T
    return w @ hessian(landscape, tilt)


def lowest_points(landscape: str) -> Any:
    """Return the points that are lower than all around them, the lowest of all first.

    Returns
    -------
    ndarray of shape (n_points, 2)
    """
    if landscape != "two":
        return np.zeros((1, 2))
    steep = 4 * _RIDGE / _HALF**2
    slope = np.polynomial.Polynomial([_LEAN, -steep, 0.0, steep / _HALF**2])
    low, _ridge, high = np.sort(np.real(slope.roots()))
    return np.array([[low, 0.0], [high, 0.0]]) @ axes_of(_TURN).T


def on_map(w: Any) -> Any:
    """Say of one w, or of each row of many, whether it lies on ``MAP``."""
    low, high = np.transpose(MAP)
    return np.all((low <= w) & (w <= high), axis=-1)
