"""Lesson 1: looking at the test set too often, with one test set and on average over many."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments.lesson1.least_squares import solve_heights
from lessonlib.experiments.lesson1.noisy_data import GRID
from lessonlib.networks import hidden_activations, initialize_weights
from lessonlib.threads import one_thread

MOST_PEEKS = 200
N_TEST_SETS = 1000
PEEKING_NOISE = 0.3


class Peeks(NamedTuple):
    """Looks at test sets, a network each.

    Attributes
    ----------
    scores : ndarray of shape (N_TEST_SETS, MOST_PEEKS)
        Mean squared error of each network on each test set.
    fresh : ndarray of shape (MOST_PEEKS,)
        Its expected squared error on new measurements.
    best : ndarray of int of shape (N_TEST_SETS, MOST_PEEKS)
        After each look, the number of the network that is chosen so far.
    told, true : ndarray of shape (N_TEST_SETS, MOST_PEEKS)
        Score of the chosen network on the test set, and its error on new measurements.
    optimism : ndarray of shape (MOST_PEEKS,)
        By how many percent, on average over the test sets, the score of the chosen network is
        below its error on new measurements.
    """

    scores: FloatArray
    fresh: FloatArray
    best: IntArray
    told: FloatArray
    true: FloatArray
    optimism: FloatArray


@lru_cache(maxsize=16)
def peek(n_test: int, seed: int, choose_by: str = "test") -> Peeks:
    """Score ``MOST_PEEKS`` networks on many small test sets, and choose one for each.

    The networks differ in the random places of their sigmoids; all are fitted
    to the same train set.

    Parameters
    ----------
    n_test : int
        Size of a test set.
    seed : int
        Of the train set, the networks and the test sets.
    choose_by : {"test", "validation"}
        The set whose score chooses: the test set itself, or another one of its size.

    Returns
    -------
    Peeks
    """
    gaps = _gaps_of_networks(seed)
    test_rng, validation_rng = np.random.default_rng(seed).spawn(5)[3:]
    scores = _score(gaps, n_test, test_rng)
    choosing = scores if choose_by == "test" else _score(gaps, n_test, validation_rng)
    best = best_so_far(choosing)
    fresh = np.mean(gaps**2, axis=1) + PEEKING_NOISE**2
    told, true = np.take_along_axis(scores, best, axis=1), fresh[best]
    optimism = 100 * (1 - told.mean(axis=0) / true.mean(axis=0))
    return Peeks(scores, fresh, best, told, true, optimism)


@lru_cache(maxsize=32)
def _gaps_of_networks(seed: int) -> FloatArray:
    """Return f minus the output of each network on ``GRID``, (MOST_PEEKS, len(GRID))."""
    data_rng, _, network_rng = np.random.default_rng(seed).spawn(3)
    x, y = sample_dataset("sine", 40, PEEKING_NOISE, data_rng)
    units = [initialize_weights(8, network_rng) for _ in range(MOST_PEEKS)]
    columns, on_grid = (
        np.array([np.c_[hidden_activations(one, at), np.ones(len(at))] for one in units])
        for at in (x, GRID)
    )
    heights = solve_heights(columns, np.tile(y[:, None], (MOST_PEEKS, 1, 1)))
    return TRUE_FUNCTIONS["sine"](GRID) - (on_grid @ heights)[..., 0]


def _score(gaps: FloatArray, n_test: int, rng: np.random.Generator) -> FloatArray:
    """Measure every network on test sets of its own: mean squared errors (sets, networks).

    A residual is a gap plus noise. Summed over a set, their squares need only know how often, and
    with how much noise, each place of ``GRID`` was measured.
    """
    places = rng.integers(len(GRID), size=(N_TEST_SETS, n_test))
    noise = PEEKING_NOISE * rng.standard_normal((N_TEST_SETS, n_test))
    cells = (places + len(GRID) * np.arange(N_TEST_SETS)[:, None]).ravel()
    shape, size = (N_TEST_SETS, len(GRID)), N_TEST_SETS * len(GRID)
    counts = np.bincount(cells, minlength=size).reshape(shape)
    noise_sums = np.bincount(cells, noise.ravel(), minlength=size).reshape(shape)
    with one_thread():
        sums = counts @ (gaps**2).T + 2 * noise_sums @ gaps.T
    return np.asarray((sums + np.sum(noise**2, axis=1, keepdims=True)) / n_test)


def best_so_far(scores: FloatArray) -> IntArray:
    """Return, for each place along the last axis, the index of the smallest value up to there.

    Parameters
    ----------
    scores : ndarray of shape (..., n)

    Returns
    -------
    ndarray of int of shape (..., n)
    """
    is_best = scores == np.minimum.accumulate(scores, axis=-1)
    return np.maximum.accumulate(np.where(is_best, np.arange(scores.shape[-1]), 0), axis=-1)
