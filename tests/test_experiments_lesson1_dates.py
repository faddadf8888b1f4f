"""Seattle by the date."""

import numpy as np
import pytest

from lessonlib.experiments import lesson1
from lessonlib.experiments.lesson1 import DATE_DRAWS, DATE_WIDTHS, N_DATES

weather = lesson1.load_weather()
rows = np.isin(weather.year, lesson1.DATE_YEARS)
months = weather.date[rows].astype("datetime64[M]")


@pytest.mark.parametrize("split_by", ["days", "months"])
def test_three_quarters_of_the_days_train_in_each_draw_others(split_by):
    is_train = lesson1.split_dates(split_by).is_train
    assert is_train.shape == (len(DATE_DRAWS), N_DATES)
    np.testing.assert_allclose(is_train.mean(axis=1), 0.75, atol=0.01)
    assert len(np.unique(is_train, axis=0)) == len(DATE_DRAWS)


def test_a_month_is_set_aside_as_a_whole():
    for is_train in lesson1.split_dates("months").is_train:
        assert np.intersect1d(months[is_train], months[~is_train]).size == 0


def test_the_errors_are_those_of_the_curves():
    splits = lesson1.split_dates("days")
    np.testing.assert_array_equal(splits.temperature, weather.temp_max[rows])
    for draw, width in ((0, 0), (5, len(DATE_WIDTHS) - 1)):
        squares = (splits.temperature - splits.curves[draw, width]) ** 2
        some = splits.is_train[draw]
        assert splits.train[draw, width] == pytest.approx(squares[some].mean())
        assert splits.test[draw, width] == pytest.approx(squares[~some].mean())
    assert np.all(splits.train[:, -1] < splits.test[:, -1])
