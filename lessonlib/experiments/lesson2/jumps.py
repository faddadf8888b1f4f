"""Lesson 2: steeper sigmoids and more of them, at a jump and elsewhere."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2.approximation import DENSE_GRID, TOLERANCE
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, pack, spread_hidden_units, unpack
from lessonlib.training import fit_output_layer

STEEPNESSES = np.geomspace(1.0, 200.0, 13)
# Odd, so that one sigmoid stands at the jump.
ODD_WIDTHS = range(1, 50, 2)
COMPARED_WIDTHS = (1, 9, 49)


_FIT_GRID = DENSE_GRID.reshape(300, 10).mean(axis=1)  # thinner, as quick as the hand


def _jump_on_a_wave(x: FloatArray) -> FloatArray:
    return TRUE_FUNCTIONS["step"](x) + TRUE_FUNCTIONS["sine"](x)


JUMP_TARGETS: dict[str, Callable[[FloatArray], FloatArray]] = {
    "step": TRUE_FUNCTIONS["step"],
    "sine": TRUE_FUNCTIONS["sine"],
    "step + sine": _jump_on_a_wave,
}


class JumpFit(NamedTuple):
    """Sigmoids of one steepness, fitted to a function.

    Attributes
    ----------
    truth, output : ndarray of shape (len(DENSE_GRID),)
        The function and the network, on ``DENSE_GRID``.
    far_off : ndarray of bool of shape (len(DENSE_GRID),)
        Where the network is off by more than ``TOLERANCE``.
    mean, share : float
        Mean squared error, and the share of the interval that is far off.
    """

    truth: FloatArray
    output: FloatArray
    far_off: np.ndarray
    mean: float
    share: float


class JumpErrors(NamedTuple):
    """Mean squared errors for many steepnesses and widths.

    Attributes
    ----------
    by_steepness : ndarray of shape (len(COMPARED_WIDTHS), len(STEEPNESSES))
    growing : ndarray of shape (len(ODD_WIDTHS),)
        The steepness grows with the number of sigmoids, as :func:`steepness_of` says.
    """

    by_steepness: FloatArray
    growing: FloatArray


@lru_cache(maxsize=64)
def fit_steep(target: str, hidden_width: int, steepness: float) -> JumpFit:
    """Fit the heights of H evenly spread sigmoids of one steepness.

    Parameters
    ----------
    target : str
        A key of ``JUMP_TARGETS``.
    hidden_width : int
    steepness : float
        Weight of every sigmoid.

    Returns
    -------
    JumpFit
    """
    w, b, v, c = unpack(spread_hidden_units(hidden_width, X_MIN, X_MAX))
    start = pack(np.full(hidden_width, steepness), b * (steepness / w), v, c)
    weights = fit_output_layer(start, _FIT_GRID, JUMP_TARGETS[target](_FIT_GRID))
    truth, output = JUMP_TARGETS[target](DENSE_GRID), forward(weights, DENSE_GRID)
    far_off = np.abs(truth - output) > TOLERANCE
    return JumpFit(truth, output, far_off, mean_squared_error(truth, output), float(far_off.mean()))


def steepness_of(hidden_width: int) -> float:
    """Return the steepness of H evenly spread sigmoids that overlap: it grows with H.

    Examples
    --------
    >>> steepness_of(9), steepness_of(45)
    (4.0, 20.0)
    """
    return float(unpack(spread_hidden_units(hidden_width, X_MIN, X_MAX)).hidden_weights[0])


@cache
def errors_at_a_jump(target: str) -> JumpErrors:
    """Compute the mean squared error for ``COMPARED_WIDTHS`` and ``STEEPNESSES``, and for both.

    Parameters
    ----------
    target : str
        A key of ``JUMP_TARGETS``.

    Returns
    -------
    JumpErrors
    """
    table = [[fit_steep(target, h, w).mean for w in STEEPNESSES] for h in COMPARED_WIDTHS]
    growing = [fit_steep(target, h, steepness_of(h)).mean for h in ODD_WIDTHS]
    return JumpErrors(np.array(table), np.array(growing))
