"""Lesson 1: sorted data, split without shuffling."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import sample_dataset
from lessonlib.experiments.lesson1.least_squares import solve_heights, spread_columns
from lessonlib.experiments.lesson1.noisy_data import GRID, SubsetPoints, take_subsets
from lessonlib.splitting import SUBSETS, split_indices

SORTED_DRAWS = range(1, 31)
_N_SAMPLES = 120


class SortedFits(NamedTuple):
    """A curve fitted to the train part of sorted data, for each of ``SORTED_DRAWS``.

    Attributes
    ----------
    points : list of dict of str to (ndarray, ndarray)
        The points of each subset, for each data set.
    curves : ndarray of shape (len(SORTED_DRAWS), len(GRID))
        The fitted curves on ``GRID``.
    errors : dict of str to ndarray of shape (len(SORTED_DRAWS),)
        Mean squared error on each subset.
    ratios : ndarray of shape (len(SORTED_DRAWS),)
        How many times as large as the train error the test error is.
    """

    points: list[SubsetPoints]
    curves: FloatArray
    errors: dict[str, FloatArray]
    ratios: FloatArray


@cache
def fit_sorted(shuffle: bool, hidden_width: int = 10) -> SortedFits:
    """Split data that are sorted by x, with or without shuffling, and fit the train set.

    Parameters
    ----------
    shuffle : bool
    hidden_width : int

    Returns
    -------
    SortedFits
    """
    points = [_draw(draw, shuffle) for draw in SORTED_DRAWS]
    sets = {name: np.array([one[name] for one in points]) for name in SUBSETS}
    columns = {name: spread_columns(xy[:, 0], hidden_width) for name, xy in sets.items()}
    heights = solve_heights(columns["train"], sets["train"][:, 1, :, None])
    errors = {
        name: np.mean((xy[:, 1] - (columns[name] @ heights)[..., 0]) ** 2, axis=1)
        for name, xy in sets.items()
    }
    curves = heights[..., 0] @ spread_columns(GRID, hidden_width).T
    return SortedFits(points, curves, errors, errors["test"] / errors["train"])


def _draw(draw: int, shuffle: bool) -> SubsetPoints:
    x, y = sample_dataset("sine", _N_SAMPLES, 0.2, np.random.default_rng(draw))
    order = np.argsort(x)
    split = split_indices(len(x), rng=np.random.default_rng(draw), shuffle=shuffle)
    return take_subsets(x[order], y[order], split)
