"""Lesson 2: one sigmoid, two that make a bump, and a network one sigmoid at a time."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid
from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.losses import mean_squared_error
from lessonlib.networks import contributions, forward, pack, spread_hidden_units, unpack
from lessonlib.training import fit_output_layer

GRID = np.linspace(X_MIN, X_MAX, 301)
BUILT_WIDTH = 8


def middles_of(n_pieces: int) -> FloatArray:
    """Return the middle of each of so many equal pieces of the interval."""
    return X_MIN + (X_MAX - X_MIN) * (np.arange(n_pieces) + 0.5) / n_pieces


class OneSigmoid(NamedTuple):
    """One hidden unit: where it stands, how steep and how high it is.

    Attributes
    ----------
    curve : ndarray of shape (len(GRID),)
        What the unit adds to the output, on ``GRID``.
    place : float
        Where it stands, ``-b / w``; NaN for a weight of 0.
    width : float
        What most of its rise takes, ``4 / |w|``; NaN for a weight of 0.
    middle : float
        Half its height, which it has at its place.
    tangent : ndarray of shape (2, 2)
        x and y of the ends of the straight line that touches it in its middle.
    at_zero : float
        Its value at x = 0, and everywhere for a weight of 0.
    """

    curve: FloatArray
    place: float
    width: float
    middle: float
    tangent: FloatArray
    at_zero: float


def place_sigmoid(hidden_weight: float, hidden_bias: float, output_weight: float) -> OneSigmoid:
    """Compute one hidden unit, and where its weight and bias put it.

    Parameters
    ----------
    hidden_weight, hidden_bias, output_weight : float

    Returns
    -------
    OneSigmoid
    """
    w, b, v = hidden_weight, hidden_bias, output_weight
    curve = contributions(pack([w], [b], [v], 0.0), GRID)[:, 0]
    place, width = (-b / w + 0.0, 4 / abs(w)) if w else (np.nan, np.nan)  # no place is "-0"
    half = v / 2 if w > 0 else -v / 2
    tangent = [[place - width / 2, place + width / 2], [v / 2 - half, v / 2 + half]]
    return OneSigmoid(curve, place, width, v / 2, np.array(tangent), float(v * sigmoid(b)))


class Bump(NamedTuple):
    """Two sigmoids that make a bump.

    Attributes
    ----------
    rising, falling, total : ndarray of shape (len(GRID),)
        Each sigmoid and their sum, on ``GRID``.
    reached : float
        The sum in the middle between the two places.
    verdict : str
        ``"flat"``, nothing is left; ``"swapped"``, it falls before it rises;
        ``"low"``, it stays below the height; or ``"full"``.
    """

    rising: FloatArray
    falling: FloatArray
    total: FloatArray
    reached: float
    verdict: str


def make_bump(left: float, right: float, steepness: float, height: float) -> Bump:
    """Add a sigmoid that goes up at ``left`` and one that goes down at ``right``.

    Parameters
    ----------
    left, right : float
    steepness : float
        Weight of both sigmoids.
    height : float

    Returns
    -------
    Bump
    """
    weights = bump_weights([left, right], [height], steepness)
    rising, falling = contributions(weights, GRID).T
    reached = float(forward(weights, [(left + right) / 2])[0])
    if left == right or height == 0:
        verdict = "flat"
    elif left > right:
        verdict = "swapped"
    else:
        verdict = "low" if abs(reached) < 0.95 * abs(height) else "full"
    return Bump(rising, falling, forward(weights, GRID), reached, verdict)


def bump_weights(edges: ArrayLike, heights: ArrayLike, steepness: float) -> FloatArray:
    """Make the network whose output is bumps side by side.

    Parameters
    ----------
    edges : array_like of shape (n_bumps + 1,)
        Bump k reaches from edge k to edge k + 1.
    heights : array_like of shape (n_bumps,)
    steepness : float
        Weight of every sigmoid.

    Returns
    -------
    ndarray of shape (6 * n_bumps + 1,)
        Two hidden units a bump: first all that go up, then all that go down.
    """
    edges, heights = np.asarray(edges), np.asarray(heights)
    places = np.concatenate([edges[:-1], edges[1:]])
    slopes = np.full(len(places), steepness)
    return pack(slopes, -slopes * places, np.concatenate([heights, -heights]), 0.0)


class BuildUp(NamedTuple):
    """A network of ``BUILT_WIDTH`` units, fitted to a sine, one unit at a time.

    Attributes
    ----------
    truth : ndarray of shape (len(GRID),)
        The sine on ``GRID``.
    parts : ndarray of shape (len(GRID), BUILT_WIDTH)
        What each unit adds.
    sums : ndarray of shape (BUILT_WIDTH + 1, len(GRID))
        The output bias and the first 0, 1, 2, … units.
    errors : ndarray of shape (BUILT_WIDTH + 1,)
        Mean squared error of each sum.
    hidden_weights, hidden_biases, heights : ndarray of shape (BUILT_WIDTH,)
        w, b and v of each unit.
    places : ndarray of shape (BUILT_WIDTH,)
        Where each unit stands.
    output_bias : float
    """

    truth: FloatArray
    parts: FloatArray
    sums: FloatArray
    errors: FloatArray
    hidden_weights: FloatArray
    hidden_biases: FloatArray
    heights: FloatArray
    places: FloatArray
    output_bias: float


@cache
def build_up() -> BuildUp:
    """Fit evenly spread sigmoids to a sine, and add them up one after the other.

    Returns
    -------
    BuildUp
    """
    truth = TRUE_FUNCTIONS["sine"](GRID)
    weights = fit_output_layer(spread_hidden_units(BUILT_WIDTH, X_MIN, X_MAX), GRID, truth)
    w, b, v, c = unpack(weights)
    parts = contributions(weights, GRID)
    sums = np.array([c + parts[:, :n].sum(axis=1) for n in range(BUILT_WIDTH + 1)])
    errors = np.array([mean_squared_error(truth, so_far) for so_far in sums])
    return BuildUp(truth, parts, sums, errors, w, b, v, -b / w, c)
