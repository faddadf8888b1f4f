"""Lesson 2: the answer to its question: a sum of sigmoids follows any curve."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2.approximation import STEEP
from lessonlib.experiments.lesson2.sums import GRID, middles_of
from lessonlib.losses import mean_squared_error
from lessonlib.networks import contributions, forward, pack, spread_hidden_units
from lessonlib.training import fit_output_layer

LAST_CURVE = 20
_N_WAVES, _TOP = 7, 1.5


class AnyCurve(NamedTuple):
    """A curve, and sigmoids whose sum follows it.

    Attributes
    ----------
    truth, output : ndarray of shape (len(GRID),)
        The curve and the sum, on ``GRID``.
    parts : ndarray of shape (len(GRID), hidden_width)
        Each sigmoid.
    error : float
        Mean squared error.
    """

    truth: FloatArray
    output: FloatArray
    parts: FloatArray
    error: float


def follow_curve(truth: FloatArray, hidden_width: int, in_steps: bool = False) -> AnyCurve:
    """Let the sum of H sigmoids follow a curve.

    Parameters
    ----------
    truth : ndarray of shape (len(GRID),)
        The curve on ``GRID``.
    hidden_width : int
    in_steps : bool
        False fits the heights of evenly spread sigmoids that overlap. True makes them very steep:
        each goes from one level of the curve to the next.

    Returns
    -------
    AnyCurve
    """
    if in_steps:
        levels = np.interp(middles_of(hidden_width + 1), GRID, truth)
        weights = join_levels(levels, STEEP)
    else:
        weights = fit_output_layer(spread_hidden_units(hidden_width, X_MIN, X_MAX), GRID, truth)
    output = forward(weights, GRID)
    return AnyCurve(truth, output, contributions(weights, GRID), mean_squared_error(truth, output))


def join_levels(levels: FloatArray, steepness: float) -> FloatArray:
    """Make the network that goes through levels with one sigmoid fewer than there are.

    Parameters
    ----------
    levels : ndarray of shape (H + 1,)
        What the output is to be in the middle of each of H + 1 equal pieces.
    steepness : float
        Weight of every sigmoid.

    Returns
    -------
    ndarray of shape (3 * H + 1,)
    """
    places = np.linspace(X_MIN, X_MAX, len(levels) + 1)[1:-1]
    slopes = np.full(len(places), steepness)
    return pack(slopes, -slopes * places, np.diff(levels), levels[0])


def numbered_curve(number: int) -> FloatArray:
    """Return the sine of the lesson's first picture for 0, and a curve drawn by chance for others.

    Parameters
    ----------
    number : int
        From 0 to ``LAST_CURVE``.

    Returns
    -------
    ndarray of shape (len(GRID),)
    """
    if number == 0:
        return TRUE_FUNCTIONS["sine"](GRID)
    return random_curve(np.random.default_rng(number))


def random_curve(rng: np.random.Generator) -> FloatArray:
    """Draw a curve: waves of random heights, added up.

    Returns
    -------
    ndarray of shape (len(GRID),)
    """
    waves = np.cos(np.outer(GRID - X_MIN, np.arange(1, _N_WAVES + 1)) * np.pi / (X_MAX - X_MIN))
    curve = waves @ rng.standard_normal(_N_WAVES)
    return np.asarray(_TOP * curve / np.abs(curve).max())
