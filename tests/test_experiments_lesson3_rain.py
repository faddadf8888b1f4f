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
    areas = [roc_auc_score(*lesson3.rain_scores(noise)) for noise in (0.0, 2.0, 8.0)]
    assert areas == sorted(areas, reverse=True)
    assert areas[0] > 0.8 > 0.7 > areas[2] > 0.5


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


def test_bars_share_out_all_days():
    y, _ = lesson3.rain_scores()
    shares = lesson3.call_rain(-8.0).shares
    assert shares[1].sum() == pytest.approx(100 * y.mean())
    assert shares[0].sum() == pytest.approx(100 * (1 - y.mean()))


def test_random_pairs_estimate_the_area():
    area = roc_auc_score(*lesson3.rain_scores())
    shares = []
    for seed in range(20):
        duels = lesson3.duel(lesson3.MOST_PAIRS, 0.0, seed)
        assert duels.area == area
        shares.append(np.mean((np.sign(duels.rainy - duels.dry) + 1) / 2))
        assert duels.shares[-1] == pytest.approx(shares[-1]) == pytest.approx(duels.percent / 100)
    assert np.mean(shares) == pytest.approx(area, abs=0.01)
    assert np.std(shares) < 0.03


def test_more_pairs_begin_with_the_same_ones():
    few, many = (lesson3.duel(n, 0.0, 3) for n in (10, 100))
    np.testing.assert_array_equal(few.rainy, many.rainy[:10])
    np.testing.assert_array_equal(few.shares, many.shares[:10])
    assert few.n_wins == pytest.approx(10 * few.shares[-1])
