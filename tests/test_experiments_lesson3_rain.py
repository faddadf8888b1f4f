"""Scores for rain, a threshold on Seattle's days, and random pairs."""

import numpy as np
import pytest

from lessonlib.datasets import load_seattle_weather
from lessonlib.experiments import lesson3
from lessonlib.metrics import precision_score, recall_score, roc_auc_score


def test_scores_are_minus_the_range_of_temperature():
    weather = load_seattle_weather()
    y, score = lesson3.rain_scores()
    np.testing.assert_allclose(score, weather.temp_min - weather.temp_max)
    assert y.sum() == np.sum(weather.precipitation > 0)


def test_seasons_are_parts_of_the_year():
    whole, winter, summer = (len(lesson3.rain_scores(0.0, one)[0]) for one in lesson3.SEASONS)
    assert (whole, winter, summer) == (1461, 361, 368)


def test_noise_makes_the_scores_know_less():
    areas = [roc_auc_score(*lesson3.rain_scores(noise)) for noise in (0.0, 1.5, 3.0)]
    assert areas == sorted(areas, reverse=True)
    assert areas[0] > 0.83 > 0.78 > areas[2] > 0.5


def test_recall_only_falls_and_precision_does_not_only_rise():
    y, score = lesson3.rain_scores()
    answers = [(score >= cut).astype(int) for cut in np.arange(-20.1, -1, 0.5)]
    recalls = [recall_score(y, one) for one in answers]
    precisions = [precision_score(y, one) for one in answers]
    assert np.all(np.diff(recalls) <= 0)
    assert np.any(np.diff(precisions) < 0)


@pytest.mark.parametrize("threshold", [-15.0, -8.0, -3.0])
def test_calls_are_counted_from_the_threshold_up(threshold):
    y, score = lesson3.rain_scores(1.0, "summer")
    calls = lesson3.call_rain(threshold, 1.0, "summer")
    called = score >= threshold
    assert calls.counts.tolist() == [
        [np.sum((y == kind) & (called == answer)) for answer in (False, True)] for kind in (0, 1)
    ]
    assert calls.precision == np.mean(y[called] == 1)
    assert calls.recall == np.mean(called[y == 1])
    assert calls.false_positive_rate == np.mean(called[y == 0])
    assert calls.calls_any


def test_a_day_with_just_that_score_is_called_rainy_though_sliders_round():
    _, score = lesson3.rain_scores()
    cut = score[100]
    assert lesson3.call_rain(cut + 1e-12).counts[:, 1].sum() == np.sum(score >= cut)
    assert not lesson3.call_rain(0.0).calls_any


@pytest.mark.parametrize("season", lesson3.SEASONS)
@pytest.mark.parametrize("noise_std", [0.0, lesson3.MOST_NOISE])
def test_bars_hold_all_days(season, noise_std):
    calls = lesson3.call_rain(-8.0, noise_std, season)
    n_days = calls.counts.sum()
    np.testing.assert_allclose(calls.shares.sum(axis=2), 100 * calls.counts / n_days)


def test_no_score_is_pushed_to_the_edge():
    _, score = lesson3.rain_scores(lesson3.MOST_NOISE)
    assert np.unique(score).size > 0.99 * len(score)


def test_the_curves_of_thresholds_go_through_what_is_measured():
    for threshold in (-15.0, -8.0, -3.0):
        calls = lesson3.call_rain(threshold, 1.0, "summer")
        here = np.argmin(np.abs(lesson3.THRESHOLDS - threshold))
        for name in ("precision", "recall", "accuracy"):
            assert getattr(calls.along, name)[here] == pytest.approx(getattr(calls, name))


def test_precision_has_no_value_where_nobody_is_called_rainy():
    along = lesson3.try_thresholds()
    assert np.isnan(along.precision[-1])
    assert along.recall[-1] == 0
    assert along.accuracy[-1] == lesson3.call_rain(0.0).always_dry
