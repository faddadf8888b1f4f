"""Data for the lessons: made by a known function, or measured by somebody."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessonlib.arguments import (
    FloatArray,
    IntArray,
    check_array,
    check_choice,
    check_integer,
    check_number,
    check_rng,
    check_same_length,
)

X_MIN, X_MAX = -3.0, 3.0


def _sine(x: FloatArray) -> FloatArray:
    return np.sin(np.pi / 2 * x)


def _bump(x: FloatArray) -> FloatArray:
    return np.exp(-2 * x**2)


def _step(x: FloatArray) -> FloatArray:
    return np.where(x < 0, -0.5, 0.5)


def _wiggle(x: FloatArray) -> FloatArray:
    return 0.5 * np.sin(5 * x) + x / 6


TRUE_FUNCTIONS: dict[str, Callable[[FloatArray], FloatArray]] = {
    "sine": _sine,
    "bump": _bump,
    "step": _step,
    "wiggle": _wiggle,
}
"""The functions behind made-up data, on the interval from ``X_MIN`` to ``X_MAX``."""


def sample_dataset(
    true_function: str | Callable[[FloatArray], FloatArray],
    n_samples: int,
    noise_std: float,
    rng: np.random.Generator,
) -> tuple[FloatArray, FloatArray]:
    """Measure a function at random places, with noise.

    The same seed gives the same places and the same noise, scaled: more
    examples keep the earlier ones, more noise keeps its pattern.

    Parameters
    ----------
    true_function : str or callable
        A key of ``TRUE_FUNCTIONS``, or a function of an array.
    n_samples : int
        How many examples, S.
    noise_std : float
        Standard deviation σ of the noise.
    rng : numpy.random.Generator

    Returns
    -------
    x : ndarray of shape (n_samples,)
        Uniform on the interval from ``X_MIN`` to ``X_MAX``.
    y : ndarray of shape (n_samples,)

    Raises
    ------
    ValueError
        If the function is unknown, ``n_samples < 1`` or ``noise_std < 0``.

    Notes
    -----
    ``y_s = f(x_s) + ε_s`` with ``ε_s`` normal, mean 0, standard deviation σ.

    Examples
    --------
    >>> x, y = sample_dataset("step", 3, 0.0, np.random.default_rng(0))
    >>> sorted(y.tolist())
    [-0.5, 0.5, 0.5]
    """
    if not callable(true_function):
        true_function = TRUE_FUNCTIONS[check_choice("true_function", true_function, TRUE_FUNCTIONS)]
    check_integer("n_samples", n_samples, at_least=1)
    check_number("noise_std", noise_std, at_least=0)
    place_rng, noise_rng = check_rng("rng", rng).spawn(2)
    x = place_rng.uniform(X_MIN, X_MAX, n_samples)
    noise = noise_std * noise_rng.standard_normal(n_samples)
    truth = check_array("true_function(x)", true_function(x))
    check_same_length(x=x, truth=truth)
    return x, truth + noise


@dataclass(frozen=True)
class SeattleWeather:
    """Daily weather at Seattle, 2012 to 2015; each attribute has shape (1461,).

    Attributes
    ----------
    date : ndarray of datetime64[D]
    year, day_of_year : ndarray of int
        The first day of a year is 1.
    temp_max, temp_min : ndarray of float
        In °C.
    precipitation : ndarray of float
        In mm.
    wind : ndarray of float
        In m/s.
    """

    date: NDArray[np.datetime64]
    year: IntArray
    day_of_year: IntArray
    temp_max: FloatArray
    temp_min: FloatArray
    precipitation: FloatArray
    wind: FloatArray


def load_seattle_weather() -> SeattleWeather:
    """Read ``data/seattle-weather.csv``.

    Returns
    -------
    SeattleWeather

    Raises
    ------
    FileNotFoundError
        If the file is not where the course keeps it.

    Examples
    --------
    >>> weather = load_seattle_weather()
    >>> len(weather.temp_max), float(weather.temp_max.max())
    (1461, 35.6)
    """
    columns = _read("seattle-weather.csv")
    date = np.array([day.replace("/", "-") for day in columns["date"]], dtype="datetime64[D]")
    year = date.astype("datetime64[Y]")
    return SeattleWeather(
        date=date,
        year=year.astype(np.int64) + 1970,
        day_of_year=(date - year).astype(np.int64) + 1,
        **{
            name: np.array(columns[name], dtype=np.float64)
            for name in ("temp_max", "temp_min", "precipitation", "wind")
        },
    )


@dataclass(frozen=True)
class Penguins:
    """Penguins of the Palmer Archipelago; each attribute has shape (344,).

    A missing number is NaN, a missing text is empty.

    Attributes
    ----------
    species, island, sex : ndarray of str
    bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g : ndarray of float
        In mm, the mass in g.
    year : ndarray of int

    References
    ----------
    Gorman, Williams and Fraser (2014), PLoS ONE 9(3): e90081.
    """

    species: NDArray[np.str_]
    island: NDArray[np.str_]
    bill_length_mm: FloatArray
    bill_depth_mm: FloatArray
    flipper_length_mm: FloatArray
    body_mass_g: FloatArray
    sex: NDArray[np.str_]
    year: IntArray


def load_penguins() -> Penguins:
    """Read ``data/penguins.csv``.

    Returns
    -------
    Penguins

    Raises
    ------
    FileNotFoundError
        If the file is not where the course keeps it.

    Examples
    --------
    >>> penguins = load_penguins()
    >>> len(penguins.species), int(np.isnan(penguins.bill_length_mm).sum())
    (344, 2)
    """
    columns: dict[str, Any] = {
        name: ["" if value == "NA" else value for value in values]
        for name, values in _read("penguins.csv").items()
    }
    for name in ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"):
        columns[name] = np.array([value or "nan" for value in columns[name]], dtype=np.float64)
    columns["year"] = np.array(columns["year"], dtype=np.int64)
    for name in ("species", "island", "sex"):
        columns[name] = np.array(columns[name])
    return Penguins(**columns)


def _folder() -> Traversable:
    """Return the folder of the data: inside an installed package, beside it in a checkout."""
    inside = files(__package__) / "data"
    return inside if inside.is_dir() else Path(__file__).parents[1] / "data"


def _read(name: str) -> dict[str, list[str]]:
    file = _folder() / name
    if not file.is_file():
        raise FileNotFoundError(
            f"{file} is missing: expected the course's data folder in lessonlib or beside it "
            "(install with pip install -e . from the course's folder)"
        )
    header, *rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
    return {
        name: list(column) for name, column in zip(header, zip(*rows, strict=True), strict=True)
    }
