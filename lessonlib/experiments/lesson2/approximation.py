"""Lesson 2: how near a sum of sigmoids can come to a function."""

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2.sums import GRID, bump_weights
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error
from lessonlib.networks import contributions, count_parameters, forward, spread_hidden_units
from lessonlib.training import fit_output_layer

BUMP_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40)
WIDTHS = range(1, 51)
# Dense, and with both sides of the place where the step function jumps.
ERROR_GRID = np.sort(np.append(np.linspace(X_MIN, X_MAX, 601), np.nextafter(0.0, -1.0)))
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


def build_staircase(true_function: str, n_bumps: int, steepness: float) -> Staircase:
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
    output = forward(weights, GRID)
    error = mean_squared_error(truth, output)
    all_errors = _staircase_errors(true_function, steepness)
    return Staircase(truth, output, up + down, error, 2 * n_bumps, all_errors)


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
    y = TRUE_FUNCTIONS[true_function](GRID)
    stairs = (staircase_weights(true_function, n_bumps, steepness) for n_bumps in BUMP_COUNTS)
    return np.array([mean_squared_error(y, forward(weights, GRID)) for weights in stairs])


class WidthErrors(NamedTuple):
    """Both errors of the best fit; each attribute has shape (len(WIDTHS),).

    Attributes
    ----------
    mean : ndarray
        Mean squared error.
    largest : ndarray
        Largest error.
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
    mean, largest : float
        Mean squared error and largest error.
    errors : WidthErrors
        Both errors for each of ``WIDTHS``.
    jump : float
        How high the function jumps; 0 if it does not.
    """

    truth: FloatArray
    output: FloatArray
    parts: FloatArray
    n_parameters: int
    mean: float
    largest: float
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
    here = WIDTHS.index(hidden_width)
    return Approximation(
        truth=TRUE_FUNCTIONS[true_function](GRID),
        output=forward(weights, GRID),
        parts=contributions(weights, GRID),
        n_parameters=count_parameters(hidden_width),
        mean=float(errors.mean[here]),
        largest=float(errors.largest[here]),
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
    """Compute both errors of the best fit, on ``ERROR_GRID``, for every width in ``WIDTHS``.

    Returns
    -------
    WidthErrors
    """
    y = TRUE_FUNCTIONS[true_function](ERROR_GRID)
    outputs = [forward(fit_width(true_function, width), ERROR_GRID) for width in WIDTHS]
    mean = np.array([mean_squared_error(y, y_pred) for y_pred in outputs])
    return WidthErrors(mean, np.array([largest_error(y, y_pred) for y_pred in outputs]))


def jump_of(true_function: str) -> float:
    """Return how high a function jumps at 0."""
    below, above = TRUE_FUNCTIONS[true_function](np.array([np.nextafter(0.0, -1.0), 0.0]))
    return float(round(abs(above - below), 12))
