"""A threshold on Seattle's days."""

import numpy as np
import pytest

from lessonlib.datasets import load_seattle_weather
from lessonlib.figures import thresholds
from lessonlib.metrics import precision_score, recall_score, roc_auc_score


def test_scores_are_minus_the_range_of_temperature():
    weather = load_seattle_weather()
    y, score = thresholds.rain_scores()
    np.testing.assert_allclose(score, weather.temp_min - weather.temp_max)
    assert y.sum() == np.sum(weather.precipitation > 0)


def test_seasons_are_parts_of_the_year():
    whole, winter, summer = (len(thresholds.rain_scores(0.0, one)[0]) for one in thresholds.SEASONS)
    assert (whole, winter, summer) == (1461, 361, 368)


def test_noise_makes_the_scores_know_less():
    areas = [roc_auc_score(*thresholds.rain_scores(noise)) for noise in (0.0, 2.0, 8.0)]
    assert areas == sorted(areas, reverse=True)
    assert areas[0] > 0.8 > 0.7 > areas[2] > 0.5


def test_recall_only_falls_and_precision_does_not_only_rise():
    y, score = thresholds.rain_scores()
    answers = [(score >= cut).astype(int) for cut in np.arange(-20.1, -1, 0.5)]
    recalls = [recall_score(y, one) for one in answers]
    precisions = [precision_score(y, one) for one in answers]
    assert np.all(np.diff(recalls) <= 0)
    assert np.any(np.diff(precisions) < 0)


def test_the_point_stands_on_the_curve():
    figure = thresholds.rain()
    axes = figure._picture.figure.axes[2]
    for threshold in (-15.0, -8.0, -3.0):
        figure.update(threshold=threshold)
        curve = axes.lines[1].get_xydata()
        point = axes.collections[0].get_offsets()[0]
        assert np.min(np.hypot(*(curve - point).T)) < 1e-9


def test_a_threshold_above_all_scores_is_explained():
    words = thresholds.rain().update(threshold=0.0).words
    assert "0/0" in words


def test_the_threshold_can_be_dragged():
    figure = thresholds.rain()
    figure._view.dragged = {"handle": 0, "x": -5.03, "y": 0.0}
    assert figure.values["threshold"] == pytest.approx(-5.0)
