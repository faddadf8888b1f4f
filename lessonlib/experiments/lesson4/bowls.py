"""Gradient descent in two dimensions: one step, a whole path, and all learning rates at once."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.experiments.lesson4 import landscapes
from lessonlib.experiments.lesson4.landscapes import BOWLS, START
from lessonlib.optimizers import gradient_descent, largest_stable_learning_rate

BOWL_STEPS = 40
BOWL_RATE_RANGE = (0.01, 10**0.5)
BOWL_RATES = np.geomspace(*BOWL_RATE_RANGE, 101)  # where the slider of α stops
_SEEN = 0.05  # what can be seen on the map
THREE_RATES = {"A": 0.02, "B": 0.1, "C": 0.25}  # of the first picture, on the valley


class Step(NamedTuple):
    """One step down a landscape.

    Attributes
    ----------
    here, gradient, there : ndarray of shape (2,)
        ``w^t``, ``∇f(w^t)`` and ``w^{t+1}``.
    distance : float
        How far the step goes, ``α ‖∇f‖``.
    height, next_height : float
        ``f`` here and there.
    leaves_map : bool
        Whether ``there`` lies outside of ``MAP``.
    """

    here: Any
    gradient: Any
    there: Any
    distance: float
    height: float
    next_height: float
    leaves_map: bool


def take_step(landscape: str, learning_rate: float, w: Any = START) -> Step:
    """Go one step down a landscape from ``w``, of shape (2,)."""
    here = np.asarray(w)
    gradient = landscapes.gradient(landscape, here)
    there = here - learning_rate * gradient
    return Step(
        here,
        gradient,
        there,
        distance=float(learning_rate * np.linalg.norm(gradient)),
        height=landscapes.height(landscape, here),
        next_height=landscapes.height(landscape, there),
        leaves_map=not landscapes.on_map(there),
    )


class Walk(NamedTuple):
    """``BOWL_STEPS`` steps down a landscape.

    Attributes
    ----------
    path : ndarray of shape (BOWL_STEPS + 1, 2)
        All ``w^t``.
    heights : ndarray of shape (BOWL_STEPS + 1,)
        All ``f(w^t)``.
    escape : int or None
        The first step that lies outside of ``MAP``.
    """

    path: Any
    heights: Any
    escape: int | None


@lru_cache(maxsize=512)
def walk(
    landscape: str,
    learning_rate: float,
    start: tuple[float, float] = START,
    tilt: float = 0.0,
) -> Walk:
    """Go down a landscape by gradient descent."""
    path = gradient_descent(
        lambda w: landscapes.gradient(landscape, w, tilt), start, learning_rate, BOWL_STEPS
    )
    on_map = landscapes.on_map(path)
    escape = None if on_map.all() else int(np.argmin(on_map))
    return Walk(path, landscapes.height(landscape, path, tilt), escape)


class Descent(NamedTuple):
    """A walk down a bowl, and why it goes as it does.

    Attributes
    ----------
    walk : Walk
    axes : ndarray of shape (2, 2)
        The axes of the bowl, as columns: the eigenvectors of its Hessian.
    curvatures : ndarray of shape (2,)
        λ along each of the axes.
    factors : ndarray of shape (2,)
        ``1 - α λ``: by what each step multiplies the distance along each axis.
    verdict : str
        ``"diverges"`` if the last step is longer than the one before, ``"zigzags"`` if it goes
        past the bottom along an axis and can be seen to, ``"crawls"`` if more than a hundredth
        of the height is left, else ``"converges"``.
    """

    walk: Walk
    axes: Any
    curvatures: Any
    factors: Any
    verdict: str


def descend(
    bowl: str, learning_rate: float, start: tuple[float, float] = START, tilt: float = 0.0
) -> Descent:
    """Go down a bowl by gradient descent, and name what is seen."""
    axes, curvatures = landscapes.axes_of(tilt), np.array(BOWLS[bowl])
    done = walk(bowl, learning_rate, start, tilt)
    factors = 1 - learning_rate * curvatures
    return Descent(done, axes, curvatures, factors, _name_path(done, axes))


def _name_path(done: Walk, axes: Any) -> str:
    along = done.path @ axes
    lengths = np.linalg.norm(np.diff(done.path, axis=0), axis=1)
    if lengths[-1] > lengths[-2]:
        return "diverges"
    if np.any((along[1] * along[0] < 0) & (np.abs(along[1]) > _SEEN)):
        return "zigzags"
    return "crawls" if done.heights[-1] > done.heights[0] / 100 else "converges"


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


@lru_cache(maxsize=32)
def sweep_bowl(bowl: str, tilt: float = 0.0) -> BowlSweep:
    """Go down a bowl at each of ``BOWL_RATES``, and compute where it breaks."""
    curvatures = np.array(BOWLS[bowl])
    start = START @ landscapes.axes_of(tilt)
    # Along each axis, all steps together multiply the distance by (1 - α λ)ᵀ.
    ends = start * (1 - BOWL_RATES[:, None] * curvatures) ** BOWL_STEPS
    heights = 0.5 * np.sum(curvatures * ends**2, axis=1)
    return BowlSweep(heights, largest_stable_learning_rate(landscapes.hessian(bowl, tilt)))
