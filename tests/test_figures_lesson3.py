"""The figures of lesson 3: what they say, and what can be dragged."""

import numpy as np
import pytest

from lessonlib.experiments import lesson3 as experiments
from lessonlib.figures import lesson3 as figures
from lessonlib.metrics import top_n_accuracy_score

# Residuals as squares ----------------------------------------------------------------------------


def test_only_mse_follows_an_outlier_that_goes_farther_out():
    figure = figures.squares()
    near = figure.update(outlier=2.0).words
    far = figure.update(outlier=3.0).words
    assert near.split("Acc_ε")[1] == far.split("Acc_ε")[1]
    assert near.split("Acc_ε")[0] != far.split("Acc_ε")[0]


def test_the_outlier_can_be_dragged():
    figure = figures.squares()
    figure._view.dragged = {"handle": 0, "x": 0.0, "y": -1.52}
    assert figure.values["outlier"] == pytest.approx(-1.5)


def test_the_mean_square_fits_its_place():
    figure = figures.squares()
    axes = figure._picture.figure.axes[0]
    for outlier in (-3, 3):
        for shift in (-0.5, 0.5):
            for height in (0, 1.5):
                figure.update(outlier=outlier, curve_shift=shift, curve_height=height)
                square = axes.patches[0]
                assert square.get_x() + square.get_width() < axes.get_xlim()[1]


# A threshold on Seattle's days -------------------------------------------------------------------


def test_the_point_stands_on_the_curve():
    figure = figures.rain()
    axes = figure._picture.figure.axes[3]
    for threshold in (-15.0, -8.0, -3.0):
        figure.update(threshold=threshold)
        curve = axes.lines[1].get_xydata()
        point = axes.collections[0].get_offsets()[0]
        assert np.min(np.hypot(*(curve - point).T)) < 1e-9


def test_a_threshold_above_all_scores_is_explained():
    words = figures.rain().update(threshold=0.0).words
    assert "0/0" in words


def test_the_threshold_can_be_dragged():
    figure = figures.rain()
    figure._view.dragged = {"handle": 0, "x": -5.03, "y": 0.0}
    assert figure.values["threshold"] == pytest.approx(-5.0)


# Ten classes -------------------------------------------------------------------------------------


def test_hits_shown_are_those_of_the_metric():
    table = experiments.score_table()
    n_rows = experiments.N_ROWS
    for n, seed in ((1, 0), (3, 1), (5, 2)):
        rows = np.sort(np.random.default_rng(seed).choice(365, n_rows, replace=False))
        share = top_n_accuracy_score(table.y[rows], table.scores[rows], n)
        words = figures.top_n().update(n_highest=n, seed=seed).words
        assert f"in {round(share * n_rows)} of the {n_rows} days" in words
