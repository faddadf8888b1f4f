"""Lesson 2: how near a sum of sigmoids can come to a function."""

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2.sums import GRID, bump_weights, middles_of
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error
from lessonlib.networks import contributions, count_parameters, forward, spread_hidden_units
from lessonlib.training import fit_output_layer

BUMP_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40)
STEEP = 800.0  # the edges of the lesson's staircase
WIDTHS = range(1, 51)
# Both sides of the place where the step function jumps, for the largest error and for the fits.
ERROR_GRID = np.sort(np.append(np.linspace(X_MIN, X_MAX, 601), np.nextafter(0.0, -1.0)))
# For means: the middles of many cells, none of which is at the jump.
DENSE_GRID = middles_of(3000)
TOLERANCE = 0.1
_OUTSIDE = 2.0  # how far the outermost bumps of a staircase reach beyond the interval


class Staircase(NamedTuple):
    """Bumps side by side that follow a function.

    Attributes
    ----------
    truth, output : ndarray of shape (len(GRID),)
        The function and the sum of all bumps, on ``GRID``.
    bumps : ndarray of shape (len(GRID), n_bumps)
        Each bump.
    error : float
        Mean squared error.
    hidden_width : int
        How many sigmoids the bumps take.
    all_errors : ndarray of shape (len(BUMP_COUNTS),)
        The error for each of ``BUMP_COUNTS`` bumps, equally steep.
    """

    truth: FloatArray
    output: FloatArray
    bumps: FloatArray
    error: float
    hidden_width: int
    all_errors: FloatArray


def build_staircase(true_function: str, n_bumps: int, steepness: float = STEEP) -> Staircase:
    """Follow a function with bumps, and compare their error with that of fewer and more.

    Parameters
    ----------
    true_function : str
        A key of ``TRUE_FUNCTIONS``.
    n_bumps : int
    steepness : float
        Weight of every sigmoid.

    Returns
    -------
    Staircase
    """
    truth = TRUE_FUNCTIONS[true_function](GRID)
    weights = staircase_weights(true_function, n_bumps, steepness)
    up, down = np.split(contributions(weights, GRID), 2, axis=1)
    return Staircase(
        truth=truth,
        output=forward(weights, GRID),
        bumps=up + down,
        error=_error_of(true_function, weights),
        hidden_width=2 * n_bumps,
        all_errors=_staircase_errors(true_function, steepness),
    )


def staircase_weights(true_function: str, n_bumps: int, steepness: float) -> FloatArray:
    """Make the staircase that follows a function: each bump as high as the function in its middle.

    Returns
    -------
    ndarray of shape (6 * n_bumps + 1,)
    """
    edges = np.linspace(X_MIN, X_MAX, n_bumps + 1)
    heights = TRUE_FUNCTIONS[true_function]((edges[:-1] + edges[1:]) / 2)
    edges[[0, -1]] += -_OUTSIDE, _OUTSIDE  # else the first and last step would have soft ends
    return bump_weights(edges, heights, steepness)


@lru_cache(maxsize=512)
def _staircase_errors(true_function: str, steepness: float) -> FloatArray:
    """Compute the mean squared error for each of ``BUMP_COUNTS``."""
    stairs = (staircase_weights(true_function, n_bumps, steepness) for n_bumps in BUMP_COUNTS)
    return np.array([_error_of(true_function, weights) for weights in stairs])


def _error_of(true_function: str, weights: FloatArray) -> float:
    """Return the mean squared error of a network over the whole interval."""
    return mean_squared_error(
        TRUE_FUNCTIONS[true_function](DENSE_GRID), forward(weights, DENSE_GRID)
    )


class WidthErrors(NamedTuple):
    """Both errors of the best fit; each attribute has shape (len(WIDTHS),).

    Attributes
    ----------
    mean : ndarray
        Mean squared error over the interval.
    largest : ndarray
        Largest error, on ``ERROR_GRID``.
    """

    mean: FloatArray
    largest: FloatArray


class Approximation(NamedTuple):
    """Sigmoids at equal distances, fitted to a function without noise.

    Attributes
    ----------
    truth, output : ndarray of shape (len(GRID),)
        The function and the network, on ``GRID``.
    parts : ndarray of shape (len(GRID), hidden_width)
        What each sigmoid adds.
    n_parameters : int
    steepness : float
        Weight of every sigmoid.
    mean, largest : float
        Mean squared error and largest error.
    far_off : float
        Share of the interval on which it is off by more than ``TOLERANCE``.
    errors : WidthErrors
        Both errors for each of ``WIDTHS``.
    jump : float
        How high the function jumps; 0 if it does not.
    """

    truth: FloatArray
    output: FloatArray
    parts: FloatArray
    n_parameters: int
    steepness: float
    mean: float
    largest: float
    far_off: float
    errors: WidthErrors
    jump: float


def approximate(true_function: str, hidden_width: int) -> Approximation:
    """Fit H sigmoids to a function, and compare their errors with those of other widths.

    Parameters
    ----------
    true_function : str
        A key of ``TRUE_FUNCTIONS``.
    hidden_width : int
        One of ``WIDTHS``.

    Returns
    -------
    Approximation
    """
    weights, errors = fit_width(true_function, hidden_width), errors_of_widths(true_function)
    off = np.abs(TRUE_FUNCTIONS[true_function](DENSE_GRID) - forward(weights, DENSE_GRID))
    here = WIDTHS.index(hidden_width)
    return Approximation(
        truth=TRUE_FUNCTIONS[true_function](GRID),
        output=forward(weights, GRID),
        parts=contributions(weights, GRID),
        n_parameters=count_parameters(hidden_width),
        steepness=float(weights[0]),
        mean=float(errors.mean[here]),
        largest=float(errors.largest[here]),
        far_off=float(np.mean(off > TOLERANCE)),
        errors=errors,
        jump=jump_of(true_function),
    )


@cache
def fit_width(true_function: str, hidden_width: int) -> FloatArray:
    """Fit H evenly spread sigmoids to a function, without noise.

    Returns
    -------
    ndarray of shape (3 * hidden_width + 1,)
    """
    start = spread_hidden_units(hidden_width, X_MIN, X_MAX)
    return fit_output_layer(start, ERROR_GRID, TRUE_FUNCTIONS[true_function](ERROR_GRID))


@cache
def errors_of_widths(true_function: str) -> WidthErrors:
    """Compute both errors of the best fit for every width in ``WIDTHS``.

    Returns
    -------
    WidthErrors
    """
    y, fits = (
        TRUE_FUNCTIONS[true_function](ERROR_GRID),
        [fit_width(true_function, h) for h in WIDTHS],
    )
    mean = np.array([_error_of(true_function, weights) for weights in fits])
    largest = np.array([largest_error(y, forward(weights, ERROR_GRID)) for weights in fits])
    return WidthErrors(mean, largest)


def jump_of(true_function: str) -> float:
    """Return how high a function jumps at 0."""
    below, above = TRUE_FUNCTIONS[true_function](np.array([np.nextafter(0.0, -1.0), 0.0]))
    return float(round(abs(above - below), 12))
