"""Lesson 3: a score for rain at Seattle, and what a threshold on it makes of real days."""

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
    roc_curve,
)

SEASONS = {"all_year": range(1, 13), "winter": (12, 1, 2), "summer": (6, 7, 8)}
LOWEST, HIGHEST, STEP = -26.0, 6.0, 0.2
MOST_NOISE = 3.0
SCORE_EDGES = np.arange(LOWEST, HIGHEST + 1)
THRESHOLDS = LOWEST + STEP * np.arange(round((HIGHEST - LOWEST) / STEP) + 1)
_HAIR = 1e-9  # sliders round: a day with just the score of the threshold is called rainy
_load_weather = cache(load_seattle_weather)


class RainScores(NamedTuple):
    """Days, and how much each looks like rain.

    Attributes
    ----------
    y : ndarray of int of shape (n_days,)
        1 if it rained.
    score : ndarray of shape (n_days,)
        In °C.
    """

    y: IntArray
    score: FloatArray


@lru_cache(maxsize=64)
def rain_scores(noise_std: float = 0.0, season: str = "all_year", seed: int = 0) -> RainScores:
    """Score Seattle's days: the smaller the day's range of temperature, the more like rain.

    Parameters
    ----------
    noise_std : float
        Standard deviation of the error, in °C, of the thermometer that we pretend to use.
    season : str
        A key of ``SEASONS``.
    seed : int
        Of those errors.

    Returns
    -------
    RainScores
    """
    weather = _load_weather()
    month = weather.date.astype("datetime64[M]").astype(int) % 12 + 1
    part = np.isin(month, SEASONS[season])
    spread = np.round(weather.temp_max - weather.temp_min, 1)
    score = noise_std * np.random.default_rng(seed).standard_normal(len(spread)) - spread
    return RainScores((weather.precipitation[part] > 0).astype(int), score[part])


class Thresholds(NamedTuple):
    """What every threshold makes of the days; each attribute has shape (len(THRESHOLDS),).

    Attributes
    ----------
    precision : ndarray
        NaN where no day is called rainy.
    recall, accuracy : ndarray
    """

    precision: FloatArray
    recall: FloatArray
    accuracy: FloatArray


@lru_cache(maxsize=64)
def try_thresholds(noise_std: float = 0.0, season: str = "all_year") -> Thresholds:
    """Compute precision, recall and accuracy for all ``THRESHOLDS``; see :func:`rain_scores`."""
    y, score = rain_scores(noise_std, season)
    n_caught, n_alarms = (_count_called(score[y == kind]) for kind in (1, 0))
    n_called, n_rainy = n_caught + n_alarms, int(y.sum())
    with np.errstate(invalid="ignore"):  # 0/0 where no day is called rainy
        precision = n_caught / n_called
    right = n_caught + (len(y) - n_rainy - n_alarms)
    return Thresholds(precision, n_caught / n_rainy, right / len(y))


def _count_called(score: FloatArray) -> IntArray:
    """Count the scores that are at least each of ``THRESHOLDS``."""
    return len(score) - np.searchsorted(np.sort(score), THRESHOLDS - _HAIR)


class RainCalls(NamedTuple):
    """What one threshold on the score makes of Seattle's days.

    Attributes
    ----------
    shares : ndarray of shape (2, 2, len(SCORE_EDGES) - 1)
        Percent of all days between each two of ``SCORE_EDGES``, by truth and answer (0 is dry).
    counts : ndarray of int of shape (2, 2)
        The confusion matrix: rows are the truth, columns the answer.
    precision, recall, accuracy, false_positive_rate : float
    always_dry : float
        The accuracy of calling no day rainy.
    calls_any : bool
        Whether any day is called rainy.
    along : Thresholds
        The same for all thresholds.
    roc : RocCurve
        The rates of all thresholds.
    """

    shares: FloatArray
    counts: IntArray
    precision: float
    recall: float
    accuracy: float
    false_positive_rate: float
    always_dry: float
    calls_any: bool
    along: Thresholds
    roc: RocCurve


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
    y_class = (score >= threshold - _HAIR).astype(int)
    counts = confusion_matrix(y, y_class)
    parts = [[score[(y == truth) & (y_class == answer)] for answer in (0, 1)] for truth in (0, 1)]
    days = np.array([[np.histogram(part, SCORE_EDGES)[0] for part in row] for row in parts])
    return RainCalls(
        shares=100 * days / len(y),
        counts=counts,
        precision=precision_score(y, y_class),
        recall=recall_score(y, y_class),
        accuracy=float(np.mean(y == y_class)),
        false_positive_rate=float(counts[0, 1] / counts[0].sum()),
        always_dry=float(np.mean(y == 0)),
        calls_any=bool(y_class.any()),
        along=try_thresholds(noise_std, season),
        roc=roc_curve(y, score),
    )
