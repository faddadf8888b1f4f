"""Lesson 1: a stiff and a flexible curve through the same points, and what they are worth."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments.lesson1.least_squares import solve_heights, spread_columns
from lessonlib.experiments.lesson1.noisy_data import GRID

TWO_WIDTHS = (5, 18)
TWO_FITS_DRAWS = range(1, 201)
TWO_FITS_NOISE = 0.3
OPENING_DRAW = 3
_N_SAMPLES, _N_FRESH = 20, 60


class TwoFits(NamedTuple):
    """Curves of both ``TWO_WIDTHS`` through twenty points, for each of ``TWO_FITS_DRAWS``.

    Attributes
    ----------
    x, y : ndarray of shape (len(TWO_FITS_DRAWS), 20)
        The points.
    truth : ndarray of shape (len(GRID),)
        The function behind them.
    curves : ndarray of shape (2, len(TWO_FITS_DRAWS), len(GRID))
    gaps, errors : ndarray of shape (2, len(TWO_FITS_DRAWS))
        Mean distance and mean squared error of each curve on its points.
    fresh : ndarray of shape (2, len(TWO_FITS_DRAWS))
        Expected squared error of each curve on new measurements.
    """

    x: FloatArray
    y: FloatArray
    truth: FloatArray
    curves: FloatArray
    gaps: FloatArray
    errors: FloatArray
    fresh: FloatArray


@cache
def fit_two_widths() -> TwoFits:
    """Fit both widths to noisy points of a sine, many times redrawn.

    Returns
    -------
    TwoFits
    """
    drawn = np.array([_measure(_N_SAMPLES, draw) for draw in TWO_FITS_DRAWS])
    x, y = drawn[:, 0], drawn[:, 1]
    truth = TRUE_FUNCTIONS["sine"](GRID)
    curves, residuals = [], []
    for width in TWO_WIDTHS:
        columns = spread_columns(x, width)
        heights = solve_heights(columns, y[..., None])
        residuals.append(y - (columns @ heights)[..., 0])
        curves.append(heights[..., 0] @ spread_columns(GRID, width).T)
    return TwoFits(
        x,
        y,
        truth,
        np.array(curves),
        gaps=np.mean(np.abs(residuals), axis=-1),
        errors=np.mean(np.square(residuals), axis=-1),
        fresh=np.mean((truth - np.array(curves)) ** 2, axis=-1) + TWO_FITS_NOISE**2,
    )


def measure_anew(draw: int) -> tuple[FloatArray, FloatArray]:
    """Return new measurements, x and y, that no curve has been fitted to."""
    return _measure(_N_FRESH, 1000 + draw)


def _measure(n_samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
    return sample_dataset("sine", n_samples, TWO_FITS_NOISE, np.random.default_rng(seed))
