"""Lesson 3: a loss and a metric along one weight, and their slopes."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.experiments.lesson3.residuals import GRID, HIDDEN_WIDTH, fitted_network
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward

UNIT = 3
CHANGES = np.linspace(-1.5, 1.5, 121)
# Where each kind of parameter stands in the vector of all of them.
PARAMETERS = {
    "output_bias": 3 * HIDDEN_WIDTH,
    "output_weight": 2 * HIDDEN_WIDTH + UNIT - 1,
    "hidden_weight": UNIT - 1,
    "hidden_bias": HIDDEN_WIDTH + UNIT - 1,
}


class Slice(NamedTuple):
    """Loss and metric along one weight; each attribute has shape (len(CHANGES),).

    Attributes
    ----------
    mse, accuracy : ndarray
        Mean squared error and Acc_ε.
    mse_slope, accuracy_slope : ndarray
        Their slopes.
    """

    mse: FloatArray
    accuracy: FloatArray
    mse_slope: FloatArray
    accuracy_slope: FloatArray


class MovedWeight(NamedTuple):
    """A network with one weight moved.

    Attributes
    ----------
    x, y : ndarray of shape (n_samples,)
    curve : ndarray of shape (len(GRID),)
        Output of the network on ``GRID``.
    slice : Slice
        Loss, metric and slopes for all ``CHANGES`` of the weight.
    change : float
        That of ``CHANGES`` which is nearest to the one asked for.
    here : dict of str to float
        The values of ``slice`` at ``change``.
    n_flat : int
        At how many of ``CHANGES`` the slope of Acc_ε is exactly 0.
    """

    x: FloatArray
    y: FloatArray
    curve: FloatArray
    slice: Slice
    change: float
    here: dict[str, float]
    n_flat: int


def move_weight(
    parameter: str, change: float, tolerance: float, nudge: float, n_samples: int
) -> MovedWeight:
    """Move one weight of a fitted network.

    Parameters
    ----------
    parameter : str
        A key of ``PARAMETERS``.
    change : float
        What is added to the weight.
    tolerance : float
    nudge : float
        How far the weight is moved each way to measure a slope.
    n_samples : int

    Returns
    -------
    MovedWeight
    """
    x, y, weights = fitted_network(n_samples)
    values = slice_along(parameter, tolerance, nudge, n_samples)
    place = int(np.argmin(np.abs(CHANGES - change)))
    return MovedWeight(
        x=x,
        y=y,
        curve=forward(_moved(weights, parameter, change), GRID),
        slice=values,
        change=float(CHANGES[place]),
        here={name: float(along[place]) for name, along in values._asdict().items()},
        n_flat=int(np.sum(values.accuracy_slope == 0)),
    )


@lru_cache(maxsize=64)
def slice_along(parameter: str, tolerance: float, nudge: float, n_samples: int) -> Slice:
    """Compute MSE, Acc_ε and their slopes (central differences) along one weight.

    Parameters
    ----------
    parameter : str
        A key of ``PARAMETERS``.
    tolerance : float
    nudge : float
        How far the weight is moved each way to measure a slope.
    n_samples : int

    Returns
    -------
    Slice
    """
    y, outputs = _outputs(parameter, n_samples, nudge)
    mse = np.array([[mean_squared_error(y, one) for one in row] for row in outputs])
    accuracy = np.array(
        [[tolerance_accuracy_score(y, one, tolerance) for one in row] for row in outputs]
    )
    slopes = [(values[2] - values[0]) / (2 * nudge) for values in (mse, accuracy)]
    return Slice(mse[1], accuracy[1], *slopes)


@lru_cache(maxsize=64)
def _outputs(
    parameter: str, n_samples: int, nudge: float
) -> tuple[FloatArray, list[list[FloatArray]]]:
    """Compute all outputs with the weight below, at and above each place of ``CHANGES``."""
    x, y, weights = fitted_network(n_samples)
    nudges = np.array([-nudge, 0, nudge])[:, None]
    return y, [[forward(_moved(weights, parameter, d), x) for d in CHANGES + n] for n in nudges]


def _moved(weights: FloatArray, parameter: str, change: float) -> FloatArray:
    moved = weights.copy()
    moved[PARAMETERS[parameter]] += change
    return moved
