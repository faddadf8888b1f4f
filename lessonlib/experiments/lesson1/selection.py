"""Lesson 1: choosing by validation, and looking at the test set too often."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments.lesson1.noisy_data import GRID, SubsetPoints, fit_curve, take_subsets
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.splitting import split_indices
from lessonlib.training import fit_output_layer

TRUE_FUNCTION = "wiggle"
WIDTHS = range(1, 31)
MOST_PEEKS = 200


class Trial(NamedTuple):
    """Every width of ``WIDTHS`` tried on one data set.

    Attributes
    ----------
    points : dict of str to (ndarray, ndarray)
        The points of each subset.
    fits : list of ndarray
        The parameters of each fit; that of width H has shape (3 * H + 1,).
    curves : ndarray of shape (len(WIDTHS), len(GRID))
        Output of each fit on ``GRID``.
    errors : dict of str to ndarray of shape (len(WIDTHS),)
        Mean squared error of each fit on each subset.
    fresh : ndarray of shape (len(WIDTHS),)
        Expected squared error of each fit on new measurements.
    noise : float
        σ², the part of ``fresh`` that no curve can avoid.
    best : dict of str to int
        For each subset, the width with the smallest error on it.
    """

    points: SubsetPoints
    fits: list[FloatArray]
    curves: FloatArray
    errors: dict[str, FloatArray]
    fresh: FloatArray
    noise: float
    best: dict[str, int]


@lru_cache(maxsize=64)
def try_widths(n_samples: int, noise_std: float, seed: int = 1) -> Trial:
    """Fit every width in ``WIDTHS`` to the train set and compute all errors.

    Parameters
    ----------
    n_samples : int
    noise_std : float
    seed : int
        Of the data and of the split.

    Returns
    -------
    Trial
    """
    x, y = sample_dataset(TRUE_FUNCTION, n_samples, noise_std, np.random.default_rng(seed))
    points = take_subsets(x, y, split_indices(n_samples, rng=np.random.default_rng(seed)))
    fits = [fit_curve(*points["train"], width) for width in WIDTHS]
    errors = {
        name: np.array([mean_squared_error(y, forward(fit, x)) for fit in fits])
        for name, (x, y) in points.items()
    }
    fresh = np.array([error_on_fresh_data(fit, TRUE_FUNCTION, noise_std) for fit in fits])
    curves = np.array([forward(fit, GRID) for fit in fits])
    best = {name: WIDTHS[int(np.argmin(values))] for name, values in errors.items()}
    return Trial(points, fits, curves, errors, fresh, noise_std**2, best)


def error_on_fresh_data(weights: FloatArray, true_function: str, noise_std: float) -> float:
    """Compute the expected squared error on new measurements: we know f here, for once.

    Notes
    -----
    ``E[(y - ỹ)²] = mean over x of (f(x) - ỹ(x))², plus σ²``.
    """
    truth = TRUE_FUNCTIONS[true_function](GRID)
    return mean_squared_error(truth, forward(weights, GRID)) + noise_std**2


class Peeks(NamedTuple):
    """Looks at one test set, a network each; every array has shape (MOST_PEEKS,).

    Attributes
    ----------
    scores : ndarray
        Mean squared error of each network on the test set.
    fresh : ndarray
        Its expected squared error on new measurements.
    best : ndarray of int
        After each look, the number of the network with the best score so far.
    optimism : ndarray
        By how many percent the score of that network is below its error on
        new measurements; negative where the score does not flatter.
    """

    scores: FloatArray
    fresh: FloatArray
    best: IntArray
    optimism: FloatArray


@lru_cache(maxsize=256)
def peek(n_test: int, seed: int, noise_std: float = 0.3) -> Peeks:
    """Score ``MOST_PEEKS`` networks on one small test set.

    The networks differ in the random places of their sigmoids; all are fitted
    to the same train set.

    Parameters
    ----------
    n_test : int
        Size of the test set.
    seed : int
    noise_std : float

    Returns
    -------
    Peeks
    """
    data_rng, test_rng, network_rng = np.random.default_rng(seed).spawn(3)
    x, y = sample_dataset("sine", 40, noise_std, data_rng)
    x_test, y_test = sample_dataset("sine", n_test, noise_std, test_rng)
    fits = [fit_output_layer(initialize_weights(8, network_rng), x, y) for _ in range(MOST_PEEKS)]
    scores = np.array([mean_squared_error(y_test, forward(fit, x_test)) for fit in fits])
    fresh = np.array([error_on_fresh_data(fit, "sine", noise_std) for fit in fits])
    best = best_so_far(scores)
    return Peeks(scores, fresh, best, 100 * (1 - scores[best] / fresh[best]))


def best_so_far(scores: FloatArray) -> IntArray:
    """Return, for each place, the index of the smallest value up to there.

    Parameters
    ----------
    scores : ndarray of shape (n,)

    Returns
    -------
    ndarray of int of shape (n,)
    """
    return np.maximum.accumulate(
        np.where(scores == np.minimum.accumulate(scores), np.arange(len(scores)), 0)
    )
