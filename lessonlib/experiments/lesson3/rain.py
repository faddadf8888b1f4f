"""Lesson 3: a score for rain at Seattle, a threshold on it, and duels of two days."""

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.datasets import load_seattle_weather
from lessonlib.metrics import (
    RocCurve,
    confusion_matrix,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)

SEASONS = {"all_year": range(1, 13), "winter": (12, 1, 2), "summer": (6, 7, 8)}
LOWEST, HIGHEST = -20.0, 0.0
SCORE_EDGES = np.arange(LOWEST, HIGHEST + 1)
MOST_PAIRS = 1000
_load_weather = cache(load_seattle_weather)


class RainScores(NamedTuple):
    """Days, and how much each looks like rain.

    Attributes
    ----------
    y : ndarray of int of shape (n_days,)
        1 if it rained.
    score : ndarray of shape (n_days,)
        In °C, from ``LOWEST`` to ``HIGHEST``.
    """

    y: IntArray
    score: FloatArray


@lru_cache(maxsize=64)
def rain_scores(noise_std: float = 0.0, season: str = "all_year") -> RainScores:
    """Score Seattle's days: the smaller the day's range of temperature, the more like rain.

    Parameters
    ----------
    noise_std : float
        Standard deviation of the error, in °C, of the thermometer that we pretend to use.
    season : str
        A key of ``SEASONS``.

    Returns
    -------
    RainScores
    """
    weather = _load_weather()
    month = weather.date.astype("datetime64[M]").astype(int) % 12 + 1
    part = np.isin(month, SEASONS[season])
    spread = np.round(weather.temp_max - weather.temp_min, 1)
    noise = noise_std * np.random.default_rng(0).standard_normal(len(spread))
    score = np.clip(noise - spread, LOWEST, HIGHEST)
    return RainScores((weather.precipitation[part] > 0).astype(int), score[part])


class RainCalls(NamedTuple):
    """What a threshold on the score makes of Seattle's days.

    Attributes
    ----------
    shares : dict of int to ndarray of shape (len(SCORE_EDGES) - 1,)
        Of the days that stayed dry (0) and that had rain (1): percent of all days between
        each two of ``SCORE_EDGES``.
    counts : ndarray of int of shape (2, 2)
        The confusion matrix: rows are the truth, columns the answer.
    precision, recall, false_positive_rate : float
    calls_any : bool
        Whether any day is called rainy.
    roc : RocCurve
        The rates of all thresholds.
    area : float
        Area under that curve.
    """

    shares: dict[int, FloatArray]
    counts: IntArray
    precision: float
    recall: float
    false_positive_rate: float
    calls_any: bool
    roc: RocCurve
    area: float


def call_rain(threshold: float, noise_std: float = 0.0, season: str = "all_year") -> RainCalls:
    """Call a day rainy if its score is at least the threshold.

    Parameters
    ----------
    threshold : float
        In °C.
    noise_std, season
        See :func:`rain_scores`.

    Returns
    -------
    RainCalls
    """
    y, score = rain_scores(noise_std, season)
    y_class = (score >= threshold - 1e-9).astype(int)
    counts = confusion_matrix(y, y_class)
    histograms = {kind: np.histogram(score[y == kind], SCORE_EDGES)[0] for kind in (1, 0)}
    return RainCalls(
        shares={kind: n_days * 100 / len(y) for kind, n_days in histograms.items()},
        counts=counts,
        precision=precision_score(y, y_class),
        recall=recall_score(y, y_class),
        false_positive_rate=float(counts[0, 1] / counts[0].sum()),
        calls_any=bool(y_class.any()),
        roc=roc_curve(y, score),
        area=roc_auc_score(y, score),
    )


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
        See :func:`rain_scores`.
    seed : int

    Returns
    -------
    Duels
    """
    rainy, dry = (scores[:n_pairs] for scores in _draw_pairs(noise_std, seed))
    wins = np.cumsum((np.sign(rainy - dry) + 1) / 2)
    n_wins = float(wins[-1])
    shares = wins / np.arange(1, n_pairs + 1)
    area = roc_auc_score(*rain_scores(noise_std))
    return Duels(rainy, dry, shares, n_wins, 100 * n_wins / n_pairs, area)


@lru_cache(maxsize=64)
def _draw_pairs(noise_std: float, seed: int) -> tuple[FloatArray, FloatArray]:
    """Draw ``MOST_PAIRS`` scores of rainy and of dry days, with replacement."""
    y, score = rain_scores(noise_std)
    rng = np.random.default_rng(seed)
    return rng.choice(score[y == 1], MOST_PAIRS), rng.choice(score[y == 0], MOST_PAIRS)
