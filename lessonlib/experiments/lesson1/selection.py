"""Lesson 1: choosing the hidden width, on one data set and on average over many."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments.lesson1.least_squares import solve_heights, spread_columns
from lessonlib.experiments.lesson1.noisy_data import GRID, SubsetPoints
from lessonlib.splitting import SUBSETS, Split, split_indices

TRUE_FUNCTION = "sine"
WIDTHS = range(1, 31)
DRAWS = range(1, 51)
VALLEY = 1.1  # a width is as good as the best one up to this factor


class Draws(NamedTuple):
    """Every width of ``WIDTHS`` tried on every data set of ``DRAWS``.

    Attributes
    ----------
    errors : dict of str to ndarray of shape (len(DRAWS), len(WIDTHS))
        Mean squared error of each fit on each subset.
    fresh : ndarray of shape (len(DRAWS), len(WIDTHS))
        Expected squared error of each fit on new measurements.
    mean : dict of str to ndarray of shape (len(WIDTHS),)
        The errors on each subset, averaged over the data sets.
    noise : float
        σ², the part of ``fresh`` that no curve can avoid.
    valley : tuple of (int, int)
        The widths, from and to, around the one with the least mean validation error where that
        error is at most ``VALLEY`` times the least.
    """

    errors: dict[str, FloatArray]
    fresh: FloatArray
    mean: dict[str, FloatArray]
    noise: float
    valley: tuple[int, int]


class Trial(NamedTuple):
    """Every width of ``WIDTHS`` tried on one data set.

    Attributes
    ----------
    points : dict of str to (ndarray, ndarray)
        The points of each subset.
    curves : ndarray of shape (len(WIDTHS), len(GRID))
        Output of each fit on ``GRID``.
    errors : dict of str to ndarray of shape (len(WIDTHS),)
        Mean squared error of each fit on each subset.
    fresh : ndarray of shape (len(WIDTHS),)
        Expected squared error of each fit on new measurements.
    best : dict of str to int
        For each subset, the width with the smallest error on it.
    """

    points: SubsetPoints
    curves: FloatArray
    errors: dict[str, FloatArray]
    fresh: FloatArray
    best: dict[str, int]


def try_widths(n_samples: int, noise_std: float) -> Draws:
    """Fit every width to the train set of every data set, and compute all errors.

    Parameters
    ----------
    n_samples : int
    noise_std : float

    Returns
    -------
    Draws
    """
    parts, noise = _fit_parts(n_samples), noise_std**2
    errors = {name: _squares(parts.gaps[name], noise_std) for name in SUBSETS}
    fresh = _squares(parts.gaps["fresh"], noise_std) + noise
    mean = {name: values.mean(axis=0) for name, values in errors.items()}
    return Draws(errors, fresh, mean, noise, _find_valley(mean["validation"]))


def try_widths_once(n_samples: int, noise_std: float, draw: int) -> Trial:
    """Pick one data set out of :func:`try_widths`, with its points and curves.

    Parameters
    ----------
    n_samples : int
    noise_std : float
    draw : int
        One of ``DRAWS``.

    Returns
    -------
    Trial
    """
    here, draws = DRAWS.index(draw), try_widths(n_samples, noise_std)
    x, truth, noise = _draw(n_samples, draw)
    y = truth + noise_std * noise
    edges = np.cumsum([len(part) for part in _split(n_samples, draw)])[:2]
    parts = zip(np.split(x, edges), np.split(y, edges), strict=True)
    points = dict(zip(SUBSETS, parts, strict=True))
    mix = np.array([1.0, noise_std])
    curves = np.array(
        [
            spread_columns(GRID, width) @ (heights[here] @ mix)
            for width, heights in zip(WIDTHS, _fit_parts(n_samples).heights, strict=True)
        ]
    )
    errors = {name: values[here] for name, values in draws.errors.items()}
    best = {name: WIDTHS[int(np.argmin(values))] for name, values in errors.items()}
    return Trial(points, curves, errors, draws.fresh[here], best)


class _Parts(NamedTuple):
    """Least squares is linear in y = f + σ ε, so f and ε are fitted apart, once for all σ.

    Attributes
    ----------
    heights : list of ndarray of shape (len(DRAWS), H + 1, 2)
        Of the fit to f and of the fit to ε.
    gaps : dict of str to ndarray of shape (len(DRAWS), len(WIDTHS), 3)
        Means of the squared gap of f, of both gaps multiplied, and of the squared gap of ε.
    """

    heights: list[FloatArray]
    gaps: dict[str, FloatArray]


@lru_cache(maxsize=8)
def _fit_parts(n_samples: int) -> _Parts:
    drawn = np.array([_draw(n_samples, draw) for draw in DRAWS])  # (draws, 3, S), subset by subset
    x, targets = drawn[:, 0], np.moveaxis(drawn[:, 1:], 1, 2)  # (draws, S), (draws, S, 2)
    edges = np.cumsum([0, *map(len, _split(n_samples, DRAWS[0]))])
    rows = {name: slice(*edges[k : k + 2]) for k, name in enumerate(SUBSETS)}
    fresh = np.stack([TRUE_FUNCTIONS[TRUE_FUNCTION](GRID), 0 * GRID], axis=1)
    heights: list[FloatArray] = []
    gaps: dict[str, list[FloatArray]] = {name: [] for name in (*SUBSETS, "fresh")}
    for width in WIDTHS:
        columns = spread_columns(x, width)
        v = solve_heights(columns[:, rows["train"]], targets[:, rows["train"]])
        heights.append(v)
        for name, some in rows.items():
            gaps[name].append(_moments(targets[:, some] - columns[:, some] @ v))
        gaps["fresh"].append(_moments(fresh - spread_columns(GRID, width) @ v))
    return _Parts(heights, {name: np.stack(values, axis=1) for name, values in gaps.items()})


def _draw(n_samples: int, draw: int) -> FloatArray:
    """Return places, the truth there and noise of standard deviation 1, train first, test last."""
    x, y = sample_dataset(TRUE_FUNCTION, n_samples, 1.0, np.random.default_rng(draw))
    truth = TRUE_FUNCTIONS[TRUE_FUNCTION](x)
    return np.array([x, truth, y - truth])[:, np.concatenate(_split(n_samples, draw))]


def _split(n_samples: int, draw: int) -> Split:
    return split_indices(n_samples, rng=np.random.default_rng(draw))


def _moments(gaps: FloatArray) -> FloatArray:
    """Return the mean squares and the mean product of gaps of shape (draws, S, 2)."""
    f, noise = gaps[..., 0], gaps[..., 1]
    return np.stack([(f * f).mean(1), (f * noise).mean(1), (noise * noise).mean(1)], axis=-1)


def _squares(moments: FloatArray, noise_std: float) -> FloatArray:
    """Return the mean of ``(gap of f + σ gap of ε)²``."""
    return np.asarray(moments @ np.array([1.0, 2 * noise_std, noise_std**2]))


def _find_valley(errors: FloatArray) -> tuple[int, int]:
    low = high = int(np.argmin(errors))
    bound = VALLEY * errors[low]
    while low > 0 and errors[low - 1] <= bound:
        low -= 1
    while high < len(errors) - 1 and errors[high + 1] <= bound:
        high += 1
    return WIDTHS[low], WIDTHS[high]
