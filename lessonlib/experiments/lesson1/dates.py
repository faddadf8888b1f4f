"""Lesson 1: Seattle's temperatures by the date, with test days among the train days or apart."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson1.least_squares import solve_heights, spread_columns
from lessonlib.experiments.lesson1.weather import load_weather

DATE_WIDTHS = (8, 15, 30, 60, 120, 240)
DATE_DRAWS = range(1, 21)
DATE_YEARS = (2013, 2014)
N_DATES = 730
_TRAIN_SHARE = 0.75


class DateSplits(NamedTuple):
    """Two years of temperatures, a quarter of them set aside, for each of ``DATE_DRAWS``.

    Attributes
    ----------
    temperature : ndarray of shape (N_DATES,)
        In °C.
    is_train : ndarray of bool of shape (len(DATE_DRAWS), N_DATES)
        The other days test.
    curves : ndarray of shape (len(DATE_DRAWS), len(DATE_WIDTHS), N_DATES)
        What each width gives for each date, in °C.
    train, test : ndarray of shape (len(DATE_DRAWS), len(DATE_WIDTHS))
        Mean squared errors, in °C².
    """

    temperature: FloatArray
    is_train: np.ndarray
    curves: FloatArray
    train: FloatArray
    test: FloatArray


@cache
def split_dates(split_by: str) -> DateSplits:
    """Fit the highest temperature by the date, with a quarter of the days set aside.

    Parameters
    ----------
    split_by : str
        ``"days"`` at random, or ``"months"``: whole months, at random.

    Returns
    -------
    DateSplits
    """
    is_train = np.array([choose_train_days(split_by, draw) for draw in DATE_DRAWS])
    return fit_dates(load_weather().temp_max[_rows(DATE_YEARS)], is_train)


def fit_dates(temperature: FloatArray, is_train: np.ndarray) -> DateSplits:
    """Fit every width of ``DATE_WIDTHS`` to the train days of each split.

    Parameters
    ----------
    temperature : ndarray of shape (N_DATES,)
    is_train : ndarray of bool of shape (n_splits, N_DATES)

    Returns
    -------
    DateSplits
    """
    dates = np.linspace(X_MIN, X_MAX, N_DATES)
    curves = np.empty((len(is_train), len(DATE_WIDTHS), N_DATES))
    for place, width in enumerate(DATE_WIDTHS):
        columns = spread_columns(dates, width)
        for draw, rows in enumerate(is_train):
            heights = solve_heights(columns[rows], temperature[rows, None])
            curves[draw, place] = (columns @ heights)[:, 0]
    squares, shares = (temperature - curves) ** 2, is_train[:, None, :]
    train, test = (np.mean(squares, axis=2, where=some) for some in (shares, ~shares))
    return DateSplits(temperature, is_train, curves, train, test)


def choose_train_days(split_by: str, draw: int) -> np.ndarray:
    """Return which of the days train, an array of bool of shape (N_DATES,)."""
    rng = np.random.default_rng(draw)
    group = np.arange(N_DATES)
    if split_by == "months":
        group = load_weather().date[_rows(DATE_YEARS)].astype("datetime64[M]").astype(int)
    names = rng.permutation(np.unique(group))
    return np.isin(group, names[: round(_TRAIN_SHARE * len(names))])


def _rows(years: tuple[int, int]) -> np.ndarray:
    return np.isin(load_weather().year, years)
