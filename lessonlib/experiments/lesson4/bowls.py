"""Gradient descent on two bowls: one step, a whole path, and all learning rates at once."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.optimizers import gradient_descent, largest_stable_learning_rate

# f(w) = ½ wᵀ A w: by its matrix A of second derivatives, the Hessian.
BOWLS = {"round": np.diag([1.0, 1.0]), "valley": np.diag([1.0, 10.0])}
START = (3.5, 1.5)
MAP = ((-4.5, 4.5), (-3.0, 3.0))  # the part that is looked at, along w₀ and along w₁
BOWL_STEPS = 40
BOWL_RATE_RANGE = (0.01, 10**0.5)
BOWL_RATES = np.geomspace(*BOWL_RATE_RANGE, 101)  # where the slider of α stops


def height(bowl: str, w: Any) -> Any:
    """Compute ``f(w) = ½ wᵀ A w`` for one w or for each row of many.

    Parameters
    ----------
    bowl : str
        A key of ``BOWLS``.
    w : ndarray of shape (..., 2)

    Returns
    -------
    ndarray of shape (...)
    """
    return 0.5 * np.sum(w @ BOWLS[bowl] * w, axis=-1)


class Step(NamedTuple):
    """One step down a bowl.

    Attributes
    ----------
    here, gradient, there : ndarray of shape (2,)
        ``w^t``, ``∇f(w^t)`` and ``w^{t+1}``.
    height, next_height : float
        ``f`` here and there.
    leaves_map : bool
        Whether ``there`` lies outside of ``MAP``.
    """

    here: Any
    gradient: Any
    there: Any
    height: float
    next_height: float
    leaves_map: bool


def take_step(bowl: str, learning_rate: float, w: Any = START) -> Step:
    """Go one step down a bowl from ``w``, of shape (2,)."""
    here = np.asarray(w)
    gradient = BOWLS[bowl] @ here
    there = here - learning_rate * gradient
    return Step(here, gradient, there, height(bowl, here), height(bowl, there), not _on_map(there))


def _on_map(w: Any) -> Any:
    """Say of one w, or of each row of many, whether it lies on ``MAP``."""
    low, high = np.transpose(MAP)
    return np.all((low <= w) & (w <= high), axis=-1)


class Descent(NamedTuple):
    """``BOWL_STEPS`` steps down a bowl.

    Attributes
    ----------
    path : ndarray of shape (BOWL_STEPS + 1, 2)
        All ``w^t``.
    heights : ndarray of shape (BOWL_STEPS + 1,)
        All ``f(w^t)``.
    verdict : str
        ``"diverges"`` if it ends higher than it began, ``"zigzags"`` if a step
        turns back on the one before, ``"crawls"`` if more than a hundredth of
        the height is left, else ``"converges"``.
    escape : int or None
        The first step that lies outside of ``MAP``.
    """

    path: Any
    heights: Any
    verdict: str
    escape: int | None


@lru_cache(maxsize=512)
def descend(bowl: str, learning_rate: float, start: tuple[float, float] = START) -> Descent:
    """Go down a bowl by gradient descent."""
    path = gradient_descent(lambda w: BOWLS[bowl] @ w, start, learning_rate, BOWL_STEPS)
    heights, on_map = height(bowl, path), _on_map(path)
    escape = None if on_map.all() else int(np.argmin(on_map))
    return Descent(path, heights, _name_path(path, heights), escape)


def _name_path(path: Any, heights: Any) -> str:
    moves = np.diff(path, axis=0)
    turns_back = np.sum(moves[1:] * moves[:-1], axis=1) < -1e-6
    if heights[-1] > heights[0]:
        return "diverges"
    if turns_back.any():
        return "zigzags"
    return "crawls" if heights[-1] > heights[0] / 100 else "converges"


class BowlSweep(NamedTuple):
    """Where gradient descent ends on a bowl, at each of ``BOWL_RATES``.

    Attributes
    ----------
    heights : ndarray of shape (len(BOWL_RATES),)
        ``f`` after ``BOWL_STEPS`` steps.
    limit : float
        ``2/λ_max``: from this learning rate on it diverges.
    """

    heights: Any
    limit: float


@lru_cache(maxsize=2)
def sweep_bowl(bowl: str) -> BowlSweep:
    """Go down a bowl at each of ``BOWL_RATES``, and compute where it breaks."""
    heights = np.array([descend(bowl, rate).heights[-1] for rate in BOWL_RATES])
    return BowlSweep(heights, largest_stable_learning_rate(BOWLS[bowl]))
