"""Lesson 3: ten classes, ranked by their scores."""

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.datasets import load_seattle_weather
from lessonlib.metrics import top_n_accuracy_score
from lessonlib.splitting import Standardizer

N_CLASSES, N_ROWS = 10, 8


class ScoreTable(NamedTuple):
    """The scores of every day of a year for ten classes.

    Attributes
    ----------
    date : ndarray of datetime64[D] of shape (n_days,)
    temp_max, temp_min : ndarray of float of shape (n_days,)
        In °C.
    y : ndarray of int of shape (n_days,)
        The tenth of the year, from 0.
    scores : ndarray of shape (n_days, N_CLASSES)
    """

    date: NDArray[np.datetime64]
    temp_max: FloatArray
    temp_min: FloatArray
    y: IntArray
    scores: FloatArray

    def take(self, days: IntArray) -> "ScoreTable":
        """Return the table of some days, given by their places in this one."""
        return ScoreTable(
            self.date[days],
            self.temp_max[days],
            self.temp_min[days],
            self.y[days],
            self.scores[days],
        )


@lru_cache(maxsize=8)
def score_table(test_year: int = 2015) -> ScoreTable:
    """Score each tenth of the year for each day of one year by how near its usual weather is.

    Parameters
    ----------
    test_year : int
        From 2012 to 2015.

    Returns
    -------
    ScoreTable

    Notes
    -----
    Minus the squared distance, in standardised highest and lowest temperature,
    from the class mean of the other years.
    """
    weather = load_seattle_weather()
    y = (weather.day_of_year - 1) * N_CLASSES // 366
    train = weather.year != test_year
    columns = [
        Standardizer.fit(column[train]).transform(column)
        for column in (weather.temp_max, weather.temp_min)
    ]
    x = np.column_stack(columns)  # (n_days, 2)
    means = np.array([x[train & (y == k)].mean(axis=0) for k in range(N_CLASSES)])  # (N_CLASSES, 2)
    new = ~train
    distance = ((x[new, None] - means) ** 2).sum(axis=2)  # (n_days, N_CLASSES)
    return ScoreTable(
        weather.date[new], weather.temp_max[new], weather.temp_min[new], y[new], -distance
    )


@cache
def top_n_accuracies() -> FloatArray:
    """Compute the top-n accuracy of the score table for n from 1 to ``N_CLASSES``.

    Returns
    -------
    ndarray of shape (N_CLASSES,)
    """
    table = score_table()
    steps = range(1, N_CLASSES + 1)
    return np.array([top_n_accuracy_score(table.y, table.scores, n) for n in steps])


class TopN(NamedTuple):
    """Some days of the score table, and whether the n highest scores have their class.

    Attributes
    ----------
    days : ScoreTable
        ``N_ROWS`` days drawn at random, in order.
    order : ndarray of int of shape (N_ROWS, N_CLASSES)
        The classes of each day, best first.
    hits : ndarray of bool of shape (N_ROWS,)
        Whether the true class is among the n best.
    n_hits : int
        At how many of these days it is.
    n_days : int
        How many days the whole table has.
    percent : float
        In how many percent of those the true class is among the n best.
    chance : int
        In how many percent it would be by guessing.
    """

    days: ScoreTable
    order: IntArray
    hits: NDArray[np.bool_]
    n_hits: int
    n_days: int
    percent: float
    chance: int


def rank_classes(n_highest: int, seed: int = 0) -> TopN:
    """Draw some days, and look for their class among the n highest scores.

    Parameters
    ----------
    n_highest : int
        From 1 to ``N_CLASSES``.
    seed : int

    Returns
    -------
    TopN
    """
    table = score_table()
    n_days = len(table.y)
    rows = np.sort(np.random.default_rng(seed).choice(n_days, N_ROWS, replace=False))
    days = table.take(rows)
    order = np.argsort(-days.scores, axis=1)
    hits = (order[:, :n_highest] == days.y[:, None]).any(axis=1)
    percent = float(100 * top_n_accuracies()[n_highest - 1])
    chance = 100 * n_highest // N_CLASSES
    return TopN(days, order, hits, int(hits.sum()), n_days, percent, chance)
