"""Seattle by the day of the year."""

import numpy as np
import pytest

from lessonlib.experiments import lesson1
from lessonlib.experiments.lesson1 import CHOICES, YEARS

weather = lesson1.load_weather()


def test_every_pair_of_years_is_tested_once():
    assert len(CHOICES) == len(set(CHOICES)) == len(YEARS) * (len(YEARS) - 1)
    assert CHOICES[0] == (2015, 2014)


@pytest.mark.parametrize("number", [0, 5])
def test_whole_years_are_set_aside(number):
    test, validation = CHOICES[number]
    points = lesson1.split_seattle("years").points[number]
    for name, year in (("test", test), ("validation", validation)):
        np.testing.assert_array_equal(points[name][1], weather.temp_max[weather.year == year])
    assert len(points["train"][0]) == np.sum(~np.isin(weather.year, CHOICES[number]))


@pytest.mark.parametrize("split_by", ["days", "years"])
def test_a_curve_gives_the_errors_that_are_told_of_it(split_by):
    splits = lesson1.split_seattle(split_by)
    for number in (0, 3):
        for name, (day, temperature) in splits.points[number].items():
            on_days = splits.curves[number][day.astype(int) - 1]
            expected = np.mean((temperature - on_days) ** 2)
            assert splits.errors[name][number] == pytest.approx(expected)
    assert splits.mean_test == pytest.approx(np.mean(splits.errors["test"]))


def test_the_width_is_the_one_that_validation_likes_best():
    splits = lesson1.split_seattle("years")
    points = splits.points[0]
    errors = []
    for width in lesson1.SEATTLE_WIDTHS:
        (x, y), (x_new, y_new) = (
            ((day - 1) * 6 / 365 - 3, temperature)
            for day, temperature in (points["train"], points["validation"])
        )
        heights = lesson1.solve_heights(lesson1.spread_columns(x, width), y[:, None])[:, 0]
        errors.append(np.mean((y_new - lesson1.spread_columns(x_new, width) @ heights) ** 2))
    assert splits.widths[0] == lesson1.SEATTLE_WIDTHS[np.argmin(errors)]


@pytest.mark.parametrize("what", ["levels", "spells"])
def test_without_levels_all_years_have_the_same_mean(what):
    points = lesson1.split_seattle("years", what).points[0]
    means = [points[name][1].mean() for name in ("validation", "test")]
    np.testing.assert_allclose(means, weather.temp_max.mean())
    assert np.argmax(lesson1.year_levels()) == YEARS.index(2015)


def test_what_is_dealt_out_stays_in_its_year_and_is_no_spell_any_more():
    level, dealt = lesson1.take_out("levels"), lesson1.take_out("spells")
    assert not np.array_equal(dealt, lesson1.take_out("spells", seed=1))
    for year in YEARS:
        days = weather.year == year
        assert np.var(dealt[days]) == pytest.approx(np.var(level[days]), rel=0.1)
    steps = [np.mean(np.diff(one) ** 2) for one in (level, dealt)]
    assert steps[1] > 1.5 * steps[0]
