"""Lesson 3: duels of a rainy and a dry day at Seattle."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.experiments.lesson3.rain import rain_scores
from lessonlib.metrics import roc_auc_score

MOST_PAIRS = 1000
N_SEEDS = 21


class Duels(NamedTuple):
    """Random pairs of a rainy and a dry day; the higher score wins, a tie counts half.

    Attributes
    ----------
    rainy, dry : ndarray of shape (n_pairs,)
        The scores of each pair.
    shares : ndarray of shape (n_pairs,)
        Share won by the rainy day, after each pair.
    n_wins : float
        How many pairs the rainy day has won.
    percent : float
        How many percent of the pairs that is.
    area : float
        Area under the ROC curve of all days.
    """

    rainy: FloatArray
    dry: FloatArray
    shares: FloatArray
    n_wins: float
    percent: float
    area: float


def duel(n_pairs: int, noise_std: float = 0.0, seed: int = 0) -> Duels:
    """Draw random pairs of a rainy and a dry day, with replacement.

    Parameters
    ----------
    n_pairs : int
        At most ``MOST_PAIRS``.
    noise_std : float
        See :func:`lessonlib.experiments.lesson3.rain_scores`.
    seed : int

    Returns
    -------
    Duels
    """
    rainy, dry = (scores[:n_pairs] for scores in _draw_pairs(noise_std, seed))
    shares = _shares_won(rainy, dry)
    n_wins = float(shares[-1] * n_pairs)
    area = roc_auc_score(*rain_scores(noise_std))
    return Duels(rainy, dry, shares, n_wins, 100 * n_wins / n_pairs, area)


@lru_cache(maxsize=64)
def shares_of_all_seeds(noise_std: float = 0.0) -> FloatArray:
    """Compute the share won by the rainy day, after each pair, for the seeds from 0.

    Returns
    -------
    ndarray of shape (N_SEEDS, MOST_PAIRS)
    """
    return np.array([_shares_won(*_draw_pairs(noise_std, seed)) for seed in range(N_SEEDS)])


def _shares_won(rainy: FloatArray, dry: FloatArray) -> FloatArray:
    wins = np.cumsum((np.sign(rainy - dry) + 1) / 2)
    return wins / np.arange(1, len(wins) + 1)


@lru_cache(maxsize=128)
def _draw_pairs(noise_std: float, seed: int) -> tuple[FloatArray, FloatArray]:
    """Draw ``MOST_PAIRS`` scores of rainy and of dry days, with replacement."""
    y, score = rain_scores(noise_std)
    rng = np.random.default_rng(seed)
    return rng.choice(score[y == 1], MOST_PAIRS), rng.choice(score[y == 0], MOST_PAIRS)
