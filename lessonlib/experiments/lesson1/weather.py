"""Lesson 1: Seattle's temperatures by the day of the year, split by days or by whole years."""

from functools import cache
from itertools import permutations
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN, load_seattle_weather
from lessonlib.experiments.lesson1.least_squares import solve_heights, spread_columns
from lessonlib.experiments.lesson1.noisy_data import SubsetPoints, take_subsets
from lessonlib.splitting import SUBSETS, Split, split_by_group, split_indices

DAYS = np.arange(1.0, 367.0)
SEATTLE_WIDTHS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 26, 30, 40, 50, 60)
YEARS = (2012, 2013, 2014, 2015)
_SEASON_WIDTH = 6
CHOICES = tuple(permutations(reversed(YEARS), 2))
"""Pairs of test year and validation year; the two other years train. The first is (2015, 2014)."""
load_weather = cache(load_seattle_weather)


class SeattleSplits(NamedTuple):
    """Seattle's temperatures, split in as many ways as there are ``CHOICES``.

    Attributes
    ----------
    points : list of dict of str to (ndarray, ndarray)
        For each split the day of the year and the temperature, in °C, of each subset.
    widths : ndarray of int of shape (len(CHOICES),)
        The width of ``SEATTLE_WIDTHS`` with the smallest validation error.
    curves : ndarray of shape (len(CHOICES), len(DAYS))
        What it gives, in °C, for each of ``DAYS``.
    errors : dict of str to ndarray of shape (len(CHOICES),)
        Its mean squared error on each subset, in °C².
    mean_test : float
        Test error, averaged over the splits.
    """

    points: list[SubsetPoints]
    widths: np.ndarray
    curves: FloatArray
    errors: dict[str, FloatArray]
    mean_test: float


@cache
def split_seattle(split_by: str, taken_out: str = "nothing", seed: int = 0) -> SeattleSplits:
    """Fit the highest temperature by the day of the year under twelve splits of a kind.

    Parameters
    ----------
    split_by : str
        ``"days"`` at random, or ``"years"``: all choices of a test and a validation year.
    taken_out : {"nothing", "levels", "spells"}
        What is taken out of the temperatures before: see :func:`take_out`.
    seed : int
        Of what is taken out.

    Returns
    -------
    SeattleSplits
    """
    weather = load_weather()
    day, temperature = weather.day_of_year.astype(float), take_out(taken_out, seed)
    splits = [_split(split_by, number) for number in range(len(CHOICES))]
    tried = [_try_width(width, temperature, splits) for width in SEATTLE_WIDTHS]
    errors, curves = (np.array(values) for values in zip(*tried, strict=True))
    best = np.argmin(errors[:, 1], axis=0)  # by validation
    chosen = np.arange(len(CHOICES))
    at_best = dict(zip(SUBSETS, errors[best, :, chosen].T, strict=True))
    return SeattleSplits(
        [take_subsets(day, temperature, split) for split in splits],
        np.array(SEATTLE_WIDTHS)[best],
        curves[best, chosen],
        at_best,
        float(at_best["test"].mean()),
    )


def _try_width(
    width: int, temperature: FloatArray, splits: list[Split]
) -> tuple[FloatArray, FloatArray]:
    """Return the errors (subset, split) of a width, and its curves (split, day of the year)."""
    columns = spread_columns(_scale_days(DAYS), width)
    each_day = columns[load_weather().day_of_year - 1]
    errors, curves = np.empty((len(SUBSETS), len(splits))), []
    for number, split in enumerate(splits):
        heights = solve_heights(each_day[split.train], temperature[split.train, None])[:, 0]
        gaps = temperature - each_day @ heights
        errors[:, number] = [np.mean(gaps[part] ** 2) for part in split]
        curves.append(columns @ heights)
    return errors, np.array(curves)


def take_out(what: str, seed: int = 0) -> FloatArray:
    """Return the temperatures without what tells one year from another, in °C.

    No forecast could do that; it shows what the years' differences do to the errors.

    Parameters
    ----------
    what : {"nothing", "levels", "spells"}
        ``"levels"`` moves each year up or down until all have the same mean. ``"spells"`` deals
        its distances from the seasons out to its days at random besides.
    seed : int
        Of the dealing.

    Returns
    -------
    ndarray of shape (1461,)
    """
    weather = load_weather()
    if what == "nothing":
        return weather.temp_max
    level = weather.temp_max - year_levels()[weather.year - YEARS[0]]
    if what == "levels":
        return level
    columns = spread_columns(_scale_days(DAYS), _SEASON_WIDTH)[weather.day_of_year - 1]
    season = (columns @ solve_heights(columns, level[:, None]))[:, 0]
    rest, rng = level - season, np.random.default_rng(seed)
    for year in YEARS:
        days = weather.year == year
        rest[days] = rng.permutation(rest[days])
    return np.asarray(season + rest)


def year_levels() -> FloatArray:
    """Return by how much each of ``YEARS`` was warmer than all four, in °C."""
    weather = load_weather()
    means = [weather.temp_max[weather.year == year].mean() for year in YEARS]
    return np.array(means) - float(weather.temp_max.mean())


def _split(split_by: str, number: int) -> Split:
    weather = load_weather()
    if split_by == "years":
        test, validation = CHOICES[number]
        return split_by_group(weather.year, validation=[validation], test=[test])
    rng = np.random.default_rng(number)
    return split_indices(len(weather.year), (0.5, 0.25, 0.25), rng=rng)


def _scale_days(day_of_year: FloatArray) -> FloatArray:
    """Map 1 to 366 onto the interval that the sigmoids are spread over."""
    return X_MIN + (X_MAX - X_MIN) * (day_of_year - 1) / 365
