"""Lesson 2: the answer to its question: a sum of sigmoids follows any curve."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2.sums import GRID
from lessonlib.losses import mean_squared_error
from lessonlib.networks import contributions, forward, spread_hidden_units
from lessonlib.training import fit_output_layer

LAST_CURVE = 20
_N_WAVES, _TOP = 7, 1.5


class AnyCurve(NamedTuple):
    """A curve, and sigmoids at equal distances whose sum follows it.

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


def follow_curve(truth: FloatArray, hidden_width: int) -> AnyCurve:
    """Fit the heights of H evenly spread sigmoids to a curve.

    Parameters
    ----------
    truth : ndarray of shape (len(GRID),)
        The curve on ``GRID``.
    hidden_width : int

    Returns
    -------
    AnyCurve
    """
    weights = fit_output_layer(spread_hidden_units(hidden_width, X_MIN, X_MAX), GRID, truth)
    output = forward(weights, GRID)
    return AnyCurve(truth, output, contributions(weights, GRID), mean_squared_error(truth, output))


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


def levels_of(levels: FloatArray, steepness: float) -> tuple[FloatArray, FloatArray]:
    """Go through given levels with one sigmoid fewer: each carries the output to the next level.

    Parameters
    ----------
    levels : ndarray of shape (H + 1,)
    steepness : float
        Weight of every sigmoid.

    Returns
    -------
    x : ndarray of shape (H + 1,)
        The middle of each piece between two sigmoids.
    output : ndarray of shape (H + 1,)
        What the network gives there.
    """
    edges = np.linspace(X_MIN, X_MAX, len(levels) + 1)
    places = edges[1:-1]
    slopes = np.full(len(places), steepness)
    weights = np.concatenate([slopes, -slopes * places, np.diff(levels), levels[:1]])
    middles = (edges[:-1] + edges[1:]) / 2
    return middles, forward(weights, middles)
