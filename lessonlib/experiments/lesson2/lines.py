"""Lesson 2: the sum of units with their sigmoid, and without it."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2.approximation import WIDTHS, errors_of_widths, fit_width
from lessonlib.experiments.lesson2.sums import GRID
from lessonlib.losses import mean_squared_error
from lessonlib.networks import contributions, forward, spread_hidden_units, unpack
from lessonlib.threads import one_thread

_TILT = 0.25  # slope of a line before the fit: lines that go different ways can be told apart


class SumOfUnits(NamedTuple):
    """Units at equal distances, with or without their sigmoid, fitted to a function.

    Attributes
    ----------
    truth, output : ndarray of shape (len(GRID),)
        The function and the sum of all units, on ``GRID``.
    parts : ndarray of shape (len(GRID), hidden_width)
        What each unit adds.
    error : float
        Mean squared error.
    all_errors : ndarray of shape (len(WIDTHS),)
        The error with sigmoids, for each of ``WIDTHS``.
    line_error : float
        The error of the best straight line.
    """

    truth: FloatArray
    output: FloatArray
    parts: FloatArray
    error: float
    all_errors: FloatArray
    line_error: float


def sum_units(true_function: str, hidden_width: int, with_sigmoid: bool) -> SumOfUnits:
    """Fit the heights of H units to a function, with the sigmoid in them or without.

    Parameters
    ----------
    true_function : str
        A key of ``TRUE_FUNCTIONS``.
    hidden_width : int
        One of ``WIDTHS``.
    with_sigmoid : bool
        Whether a unit gives ``v σ(wx + b)``, or only the line ``v (wx + b)``.

    Returns
    -------
    SumOfUnits
    """
    truth, all_errors = TRUE_FUNCTIONS[true_function](GRID), errors_of_widths(true_function).mean
    line_error = mean_squared_error(truth, _fit_lines(true_function, 1)[1])
    if with_sigmoid:
        weights = fit_width(true_function, hidden_width)
        parts, output = contributions(weights, GRID), forward(weights, GRID)
        error = float(all_errors[WIDTHS.index(hidden_width)])
    else:
        parts, output = _fit_lines(true_function, hidden_width)
        error = mean_squared_error(truth, output)
    return SumOfUnits(truth, output, parts, error, all_errors, line_error)


@cache
def _fit_lines(true_function: str, hidden_width: int) -> tuple[FloatArray, FloatArray]:
    """Return each line, and their sum with the constant.

    Many sets of heights have the same sum. This is the one nearest to lines that go up and down
    in turn.
    """
    truth = TRUE_FUNCTIONS[true_function](GRID)
    w, b, _, _ = unpack(spread_hidden_units(hidden_width, X_MIN, X_MAX))
    columns = np.column_stack([np.outer(GRID, w) + b, np.ones(len(GRID))])  # (S, H + 1)
    heights = np.append(_TILT / w * (-1.0) ** np.arange(hidden_width), 0.0)
    with one_thread():
        heights += np.linalg.lstsq(columns, truth - columns @ heights, rcond=1e-9)[0]
    return columns[:, :-1] * heights[:-1], columns @ heights
