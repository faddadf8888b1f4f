"""Data, made and measured."""

import numpy as np
import pytest

from lessonlib import datasets
from lessonlib.datasets import (
    TRUE_FUNCTIONS,
    X_MAX,
    X_MIN,
    load_penguins,
    load_seattle_weather,
    sample_dataset,
)


def rng():
    return np.random.default_rng(0)


@pytest.mark.parametrize(
    ("name", "x", "value"),
    [
        ("sine", 1.0, 1.0),
        ("sine", -1.0, -1.0),
        ("bump", 0.0, 1.0),
        ("bump", 0.5, np.exp(-0.5)),
        ("step", -0.01, -0.5),
        ("step", 0.0, 0.5),
        ("wiggle", np.pi / 10, 0.5 + np.pi / 60),
    ],
)
def test_true_functions(name, x, value):
    assert TRUE_FUNCTIONS[name](np.array(x)) == pytest.approx(value)


@pytest.mark.parametrize("name", list(TRUE_FUNCTIONS))
def test_without_noise_the_function_is_measured(name):
    x, y = sample_dataset(name, 50, 0.0, rng())
    np.testing.assert_array_equal(y, TRUE_FUNCTIONS[name](x))
    assert X_MIN <= x.min() < x.max() <= X_MAX


def test_noise_has_the_deviation_asked_for():
    x, y = sample_dataset("bump", 20_000, 0.3, rng())
    noise = y - TRUE_FUNCTIONS["bump"](x)
    assert noise.std() == pytest.approx(0.3, rel=0.02)
    assert abs(noise.mean()) < 0.01


def test_more_examples_keep_the_earlier_ones():
    few, many = (sample_dataset("sine", n, 0.2, rng()) for n in (20, 50))
    np.testing.assert_array_equal(few, np.array(many)[:, :20])


def test_more_noise_keeps_its_pattern():
    truth = sample_dataset("sine", 30, 0.0, rng())[1]
    small, large = (sample_dataset("sine", 30, s, rng())[1] - truth for s in (0.1, 0.4))
    np.testing.assert_allclose(large, 4 * small, atol=1e-12)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (("cosine", 5, 0.1), ValueError, "true_function='cosine': expected one of 'sine', 'bump'"),
        (("sine", 0, 0.1), ValueError, "n_samples=0: expected a whole number of at least 1"),
        (("sine", 5, -0.1), ValueError, "noise_std=-0.1: expected a number at least 0"),
        (("sine", 5, np.nan), ValueError, "noise_std=nan"),
        (("sine", 5, "much"), TypeError, "noise_std='much': expected a number"),
    ],
)
def test_bad_arguments_are_named(arguments, error, message):
    with pytest.raises(error, match=message):
        sample_dataset(*arguments, rng())


def test_seattle_weather():
    weather = load_seattle_weather()
    assert len(weather.date) == 1461
    assert np.bincount(weather.year - 2012).tolist() == [366, 365, 365, 365]
    assert (weather.day_of_year[0], weather.day_of_year[365], weather.day_of_year[366]) == (
        1,
        366,
        1,
    )
    leap_day = weather.date == np.datetime64("2012-02-29")
    assert weather.day_of_year[leap_day] == [60]
    assert (weather.temp_max[0], weather.temp_min[0], weather.wind[0]) == (12.8, 5.0, 4.7)
    assert weather.precipitation[1] == 10.9
    assert np.all(weather.temp_max >= weather.temp_min)


def test_penguins():
    penguins = load_penguins()
    names, counts = np.unique(penguins.species, return_counts=True)
    assert dict(zip(names, counts, strict=True)) == {"Adelie": 152, "Chinstrap": 68, "Gentoo": 124}
    assert penguins.bill_length_mm[0] == 39.1
    assert penguins.body_mass_g[0] == 3750
    assert np.isnan(penguins.bill_length_mm).sum() == 2
    assert (penguins.sex == "").sum() == 11
    assert set(penguins.year) == {2007, 2008, 2009}


def test_a_missing_file_is_told_in_words(monkeypatch, tmp_path):
    monkeypatch.setattr(datasets, "_folder", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match="expected the course's data folder"):
        load_penguins()
