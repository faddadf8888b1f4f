"""How a landscape changes with the direction of a step: why the gradient is the steepest way."""

from typing import Any, NamedTuple

import numpy as np

from lessonlib.experiments.lesson4 import landscapes
from lessonlib.experiments.lesson4.landscapes import START

ANGLES = np.arange(0.0, 361.0, 3.0)  # degrees from the gradient to the step


class Directions(NamedTuple):
    """Steps of one length in all directions.

    Attributes
    ----------
    here, there : ndarray of shape (2,)
        Where the step at the chosen angle begins and ends.
    gradient : ndarray of shape (2,)
        ``∇f`` here.
    change, predicted : float
        By how much ``f`` changes on this step, and what ``∇f · Δw`` says.
    slopes : ndarray of shape (len(ANGLES),)
        The change on a step at each of ``ANGLES``, divided by its length.
    predicted_slopes : ndarray of shape (len(ANGLES),)
        The same of ``∇f · Δw``: ``‖∇f‖ cos(angle)``.
    best : float
        The one of ``ANGLES`` on which ``f`` falls most.
    """

    here: Any
    there: Any
    gradient: Any
    change: float
    predicted: float
    slopes: Any
    predicted_slopes: Any
    best: float


def look_around(
    angle: float,
    distance: float,
    w: tuple[float, float] = START,
    landscape: str = "valley",
) -> Directions:
    """Compare a step with steps of the same length in all directions.

    Parameters
    ----------
    angle : float
        From the gradient to the step, in degrees: 0 is straight up, 180 straight down.
    distance : float
        Length of the step.
    w : (float, float)
        Where it begins.
    landscape : str

    Returns
    -------
    Directions
    """
    here = np.array(w)
    gradient = landscapes.gradient(landscape, here)
    there = here + distance * _turned(gradient, np.array([angle]))[0]
    ends = here + distance * _turned(gradient, ANGLES)
    height = landscapes.height(landscape, here)
    slopes = (landscapes.height(landscape, ends) - height) / distance
    return Directions(
        here,
        there,
        gradient,
        change=float(landscapes.height(landscape, there) - height),
        predicted=float(gradient @ (there - here)),
        slopes=slopes,
        predicted_slopes=np.linalg.norm(gradient) * np.cos(np.radians(ANGLES)),
        best=float(ANGLES[np.argmin(slopes)]),
    )


def _turned(direction: Any, angles: Any) -> Any:
    """Return unit vectors at some angles from a direction, one a row."""
    turned = np.arctan2(direction[1], direction[0]) + np.radians(angles)
    return np.column_stack([np.cos(turned), np.sin(turned)])
