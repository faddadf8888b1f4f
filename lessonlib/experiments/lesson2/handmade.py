"""Lesson 2: a network built by hand, and training from there."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.losses import mean_squared_error
from lessonlib.networks import contributions, count_parameters, forward, pack
from lessonlib.training import TrainingResult, train

BENCH_GRID = np.linspace(X_MIN, X_MAX, 151)
SCORE_GRID = np.linspace(X_MIN, X_MAX, 61)
LEARNING_RATE, MOST_STEPS = 0.1, 2000


class Unit(NamedTuple):
    """One sigmoid, in the terms of the reader who builds with it."""

    place: float
    steepness: float
    height: float


# The first three are a rough sine; the rest wait to be switched on.
START_UNITS = (
    Unit(-2.5, 3.0, -1.0),
    Unit(0.5, 3.0, 1.5),
    Unit(2.5, 3.0, -1.0),
    *(Unit(place, 3.0, 0.3) for place in (-1.5, 1.5, -0.5, -2.0, 2.0, -1.0, 1.0)),
)


def network_of(units: Sequence[tuple[float, float, float]], output_bias: float) -> FloatArray:
    """Put units that were set by hand into the vector of parameters.

    Parameters
    ----------
    units : sequence of Unit
    output_bias : float

    Returns
    -------
    ndarray of shape (3 * len(units) + 1,)

    Notes
    -----
    A sigmoid of weight w stands at ``-b/w``, so its bias is ``-w`` times its place.
    """
    place, steepness, height = np.array(units).T
    return pack(steepness, -steepness * place, height, output_bias)


class NetworkCurves(NamedTuple):
    """A network on ``BENCH_GRID``.

    Attributes
    ----------
    output : ndarray of shape (len(BENCH_GRID),)
    parts : ndarray of shape (len(BENCH_GRID), n_units)
        What each unit adds.
    """

    output: FloatArray
    parts: FloatArray


class HandBuilt(NamedTuple):
    """A network built by hand, and what training makes of it.

    Attributes
    ----------
    truth : ndarray of shape (len(BENCH_GRID),)
        The function that it should follow.
    curves : NetworkCurves
    score : float
        Its mean squared error on ``SCORE_GRID``.
    n_parameters : int
    training : TrainingResult or None
        Training from this network; None for no steps.
    trained : NetworkCurves or None
        The network after training; where training diverged, while it was still within bounds.
    """

    truth: FloatArray
    curves: NetworkCurves
    score: float
    n_parameters: int
    training: TrainingResult | None
    trained: NetworkCurves | None


def build_by_hand(
    units: Sequence[tuple[float, float, float]],
    output_bias: float,
    true_function: str,
    n_steps: int = 0,
) -> HandBuilt:
    """Score a network built by hand, and train it.

    Parameters
    ----------
    units : sequence of Unit
    output_bias : float
    true_function : str
        A key of ``TRUE_FUNCTIONS``.
    n_steps : int
        How many steps of training; 0 for none.

    Returns
    -------
    HandBuilt
    """
    f, weights = TRUE_FUNCTIONS[true_function], network_of(units, output_bias)
    training = _train_from(tuple(weights), true_function, n_steps) if n_steps else None
    return HandBuilt(
        truth=f(BENCH_GRID),
        curves=_curves_of(weights),
        score=mean_squared_error(f(SCORE_GRID), forward(weights, SCORE_GRID)),
        n_parameters=count_parameters(len(units)),
        training=training,
        trained=_curves_of(training.weights) if training else None,
    )


def _curves_of(weights: FloatArray) -> NetworkCurves:
    return NetworkCurves(forward(weights, BENCH_GRID), contributions(weights, BENCH_GRID))


@lru_cache(maxsize=64)
def _train_from(weights: tuple[float, ...], true_function: str, n_steps: int) -> TrainingResult:
    y = TRUE_FUNCTIONS[true_function](SCORE_GRID)
    return train(weights, SCORE_GRID, y, LEARNING_RATE, n_steps)
