"""Lesson 1: two ways in which a split misleads, sorted data and days of the same year."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN, load_seattle_weather, sample_dataset
from lessonlib.experiments.lesson1.noisy_data import GRID, SubsetPoints, fit_curve, take_subsets
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.splitting import Split, split_by_group, split_indices
from lessonlib.training import train

DAYS = np.arange(1.0, 367.0)
SEATTLE_WIDTHS = range(2, 61)
_load_weather = cache(load_seattle_weather)


class SortedFit(NamedTuple):
    """A network trained on the first part of sorted data.

    Attributes
    ----------
    points : dict of str to (ndarray, ndarray)
        The points of each subset.
    curve : ndarray of shape (len(GRID),)
        Output of the network on ``GRID``.
    errors : dict of str to float
        Mean squared error on each subset.
    ratio : float
        How many times as large as the train error the test error is.
    """

    points: SubsetPoints
    curve: FloatArray
    errors: dict[str, float]
    ratio: float


def fit_sorted(shuffle: bool, hidden_width: int = 10) -> SortedFit:
    """Split data that are sorted by x, with or without shuffling, and train on the train set.

    Parameters
    ----------
    shuffle : bool
    hidden_width : int

    Returns
    -------
    SortedFit
    """
    x, y = sample_dataset("sine", 120, 0.2, np.random.default_rng(1))
    order = np.argsort(x)
    split = split_indices(len(x), rng=np.random.default_rng(0), shuffle=shuffle)
    points = take_subsets(x[order], y[order], split)
    start = initialize_weights(hidden_width, np.random.default_rng(0))
    weights = train(start, *points["train"], 0.1, 2000).weights
    errors = {name: mean_squared_error(y, forward(weights, x)) for name, (x, y) in points.items()}
    return SortedFit(points, forward(weights, GRID), errors, errors["test"] / errors["train"])


class SeattleFits(NamedTuple):
    """Every width of ``SEATTLE_WIDTHS`` fitted to Seattle's temperatures.

    Attributes
    ----------
    points : dict of str to (ndarray, ndarray)
        Day of the year and highest temperature, in °C, of each subset.
    curves : ndarray of shape (len(SEATTLE_WIDTHS), len(DAYS))
        The temperature, in °C, that each width gives for each of ``DAYS``.
    errors : dict of str to ndarray of shape (len(SEATTLE_WIDTHS),)
        Mean squared error on each subset, in °C².
    best_width : int
        The width with the smallest validation error.
    best_test : float
        Its test error, in °C².
    """

    points: SubsetPoints
    curves: FloatArray
    errors: dict[str, FloatArray]
    best_width: int
    best_test: float


@cache
def seattle_fits(split_by: str) -> SeattleFits:
    """Fit the highest temperature by the day of the year, under one of two splits.

    Parameters
    ----------
    split_by : str
        ``"days"`` at random, or ``"years"`` with 2014 and 2015 set aside.

    Returns
    -------
    SeattleFits
    """
    weather = _load_weather()
    day = weather.day_of_year.astype(float)
    points = take_subsets(day, weather.temp_max, _split_weather(split_by))
    scaled = {name: (_scale_days(day), y) for name, (day, y) in points.items()}
    fits = [fit_curve(*scaled["train"], width) for width in SEATTLE_WIDTHS]
    errors = {
        name: np.array([mean_squared_error(y, forward(fit, x)) for fit in fits])
        for name, (x, y) in scaled.items()
    }
    best = int(np.argmin(errors["validation"]))
    curves = np.array([forward(fit, _scale_days(DAYS)) for fit in fits])
    return SeattleFits(points, curves, errors, SEATTLE_WIDTHS[best], float(errors["test"][best]))


def _split_weather(split_by: str) -> Split:
    year = _load_weather().year
    if split_by == "years":
        return split_by_group(year, validation=[2014], test=[2015])
    return split_indices(len(year), (0.5, 0.25, 0.25), rng=np.random.default_rng(0))


def _scale_days(day_of_year: FloatArray) -> FloatArray:
    """Map 1 to 366 onto the interval that the sigmoids are spread over."""
    return X_MIN + (X_MAX - X_MIN) * (day_of_year - 1) / 365
