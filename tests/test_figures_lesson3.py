"""The figures of lesson 3: what they say, and what can be dragged."""

import numpy as np
import pytest

from lessonlib.experiments import lesson3 as experiments
from lessonlib.figures import lesson3 as figures
from lessonlib.metrics import top_n_accuracy_score
from lessonlib.predict import choose

# Two networks ------------------------------------------------------------------------------------


def test_the_band_says_which_points_are_within():
    both = experiments.compare_networks(0.25)
    for axes, name in zip(figures.two_networks()._picture.figure.axes, "AB", strict=True):
        band = axes.collections[0].get_paths()[0]
        inside = band.contains_points(np.column_stack([both.x, both.y]))
        assert inside.sum() == both.n_hits[name]


def test_the_verdict_of_acc_follows_the_tolerance():
    figure = figures.two_networks_judged()
    said = [figure.update(tolerance=one).words[-2] for one in (0.25, 0.5, 0.6, 1.0)]
    assert said == ["B", "B", "A", "A"]


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


def test_the_point_starts_outside_of_the_band_with_room_to_go_twice_as_far():
    figure = figures.squares()
    y, tolerance = (figure.values[name] for name in ("outlier", "tolerance"))
    start = experiments.move_outlier(y, tolerance)
    assert not start.inside[experiments.OUTLIER]
    assert y + start.distance <= figure.controls["outlier"].max


def test_nothing_of_the_scores_is_cut_off():
    figure = figures.squares()
    axes = figure._picture.figure.axes[1]
    for shift in (-0.5, 0.5):
        for height in (0, 1.5):
            figure.update(curve_shift=shift, curve_height=height)
            assert max(line.get_ydata().max() for line in axes.lines) < axes.get_ylim()[1]


def test_the_mean_square_fits_its_place():
    figure = figures.squares()
    axes = figure._picture.figure.axes[0]
    for outlier in (-3, 3):
        for shift in (-0.5, 0.5):
            for height in (0, 1.5):
                figure.update(outlier=outlier, curve_shift=shift, curve_height=height)
                square = axes.patches[0]
                assert square.get_x() + square.get_width() < axes.get_xlim()[1]


# Slopes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("parameter", experiments.PARAMETERS)
def test_mse_fits_its_picture_and_fills_it(parameter):
    figure = figures.one_weight()
    axes = figure._picture.figure.axes[1]
    tops = []
    for n_samples in (10, 100, 200, 300, 400):
        figure.update(parameter=parameter, n_samples=n_samples)
        tops.append(np.max(axes.lines[0].get_ydata()) / axes.get_ylim()[1])
    assert 0.6 < max(tops) < 1


def test_the_tangent_is_as_steep_as_is_said():
    figure = figures.one_weight()
    for parameter in experiments.PARAMETERS:
        figure.update(parameter=parameter, change=0.5)
        moved = experiments.move_weight(parameter, 0.5, 0.3, 0.001, 20)
        for axes, name in zip(figure._picture.figure.axes[1:], ("mse", "accuracy"), strict=True):
            (x0, y0), (x1, y1) = axes.lines[1].get_xydata()
            assert (y1 - y0) / (x1 - x0) == pytest.approx(moved.here[f"{name}_slope"])
            assert (y0 + y1) / 2 == pytest.approx(moved.here[name])


# Why square ---------------------------------------------------------------------------------------


def test_nothing_of_both_losses_is_cut_off():
    figure = figures.why_square()
    axes = figure._picture.figure.axes[1]
    for outlier in (-1.0, 1.0, 3.0):
        figure.update(outlier=outlier)
        low, high = axes.get_ylim()
        for line in axes.lines:
            if len(line.get_ydata()) > 2:
                assert low < np.min(line.get_ydata()) <= np.max(line.get_ydata()) < high


def test_the_best_curve_by_squares_follows_the_point_and_the_other_stays():
    figure = figures.why_square()
    best = figure._picture.figure.axes[0].lines[:2]
    figure.update(outlier=1.5)
    before = [line.get_ydata() for line in best]
    figure.update(outlier=3.0)
    moved = [
        np.ptp(line.get_ydata() - old) + np.max(line.get_ydata() - old)
        for line, old in zip(best, before, strict=True)
    ]
    assert moved == pytest.approx([1.5 / experiments.N_SHIFTED, 0.0], abs=1e-9)


# A threshold on Seattle's days -------------------------------------------------------------------


def test_the_point_stands_on_the_curve():
    figure = figures.rain()
    axes = figure._picture.figure.axes[3]
    for threshold in (-15.0, -8.0, -3.0):
        figure.update(threshold=threshold)
        curve = axes.lines[1].get_xydata()
        point = axes.collections[0].get_offsets()[0]
        assert np.min(np.hypot(*(curve - point).T)) < 1e-9


def test_parts_of_the_histogram_are_the_cells_of_the_matrix():
    figure = figures.rain()
    histogram, _, matrix, _ = (one for one in figure._picture.figure.axes)
    figure.update(threshold=-6.0, season="winter")
    counts = experiments.call_rain(-6.0, 0.0, "winter").counts
    heights = [
        np.abs(bar.get_data().values - bar.get_data().baseline).sum() for bar in histogram.patches
    ]
    np.testing.assert_allclose(heights, 100 * counts.ravel() / counts.sum())
    colors = [bar.get_facecolor()[:3] for bar in histogram.patches]
    squares = [one.get_facecolor()[:3] for one in matrix.patches if one.get_fill()]
    assert colors == squares, "one colour, one meaning"
    assert len(set(colors)) == 2
    written = [one.get_text() for one in matrix.texts]
    for name, count in zip(("TN", "FP", "FN", "TP"), counts.ravel(), strict=True):
        assert f"{name}\n{count}" in written


def test_precision_and_recall_are_hidden_until_predicted():
    guess = choose("precision", "recall")
    figure = figures.rain(prediction=guess)
    _, curves, _, roc = figure._picture.figure.axes
    artists = [*curves.lines[:3], roc.lines[1]]
    assert not any(one.get_visible() for one in artists)
    guess.commit("recall")
    assert all(one.get_visible() for one in artists)


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


def test_discs_and_bars_of_misses_have_all_days():
    figure = figures.misses()
    axes, bar_axes = figure._picture.figure.axes
    figure.update(choice="neither", test_year=2013)
    found = experiments.count_misses("neither", 2013)
    areas = np.concatenate([discs.get_sizes() for discs in axes.collections])
    assert areas.sum() / found.n_days == pytest.approx(areas.max() / found.days.max())
    widths = [bar.get_width() for bar in bar_axes.patches]
    assert widths == pytest.approx([100 * n / found.n_days for n in found.counts.values()])


def test_all_pairs_are_drawn_ties_too():
    figure = figures.pairs()
    figure.update(n_pairs=1000)
    points = figure._picture.figure.axes[0].collections
    assert sum(len(one.get_offsets()) for one in points) == 1000
    assert len(points[2].get_offsets()) > 0
