"""The figures of lesson 1: what they say and draw."""

import re

import numpy as np
import pytest

from lessonlib.experiments import lesson1 as experiments
from lessonlib.figures import lesson1 as figures
from lessonlib.predict import choose


def number(words, pattern):
    return float(re.search(pattern, words).group(1))


def test_sorted_trap_is_a_trap():
    figure = figures.sorted_trap()
    ratio = {}
    for shuffle in (True, False):
        words = figure.update(shuffle=shuffle, hidden_width=10).words
        ratio[shuffle] = number(words, r"([\d.e+]+) times as large\. In")
    assert ratio[True] < 3
    assert ratio[False] > 10


@pytest.mark.parametrize("choose_by", ["train", "validation", "test"])
def test_the_width_is_chosen_by_the_error_that_is_asked_for(choose_by):
    words = figures.choose_width().update(choose_by=choose_by, draw=4).words
    best = experiments.try_widths_once(80, 0.3, 4).best[choose_by]
    assert words.startswith(f"H = {best}. ")


def test_no_start_of_a_slider_is_the_answer():
    low, high = experiments.try_widths(80, 0.3).valley
    assert not low - 2 <= figures.choose_width().values["hidden_width"] <= high + 2
    assert figures.seattle_dates().values["hidden_width"] != 240


def test_the_least_validation_error_is_hidden_until_it_is_predicted():
    guess = choose("up to 5", "more")
    figure = figures.choose_width(prediction=guess)
    drawn = figure._picture.figure.axes[1]
    orange = [one for one in (*drawn.lines, *drawn.patches, *drawn.texts) if one.get_visible()]
    assert "hidden until" in figure.words
    guess.commit("more")
    shown = [one for one in (*drawn.lines, *drawn.patches, *drawn.texts) if one.get_visible()]
    assert len(shown) == len(orange) + 4  # mean, this draw, the range and its name


def test_the_noise_floor_is_drawn_where_it_is_said():
    figure = figures.choose_width()
    words = figure.update(noise_std=0.2).words
    floors = [
        line.get_ydata()[0]
        for line in figure._picture.figure.axes[1].lines
        if line.get_label() == "σ²"
    ]
    assert floors == [pytest.approx(0.04)]
    assert "σ² = 0.0400" in words


def test_one_look_is_fair_and_many_flatter():
    figure = figures.peeking()
    assert "about right" in figure.update(n_peeks=1).words
    assert "less error than you will get" in figure.update(n_peeks=200).words
    assert "about right" in figure.update(n_peeks=200, choose_by="validation").words


@pytest.mark.parametrize("choose_by", ["test", "validation"])
def test_the_verdict_on_peeking_is_right_over_its_settings(choose_by):
    """It flatters where the test set chose between many, and else it does not."""
    figure = figures.peeking()
    right = [
        ("about right" in figure.update(n_peeks=n, n_test=m, seed=s, choose_by=choose_by).words)
        == (n == 1 or choose_by == "validation")
        for n in (1, 100, 200)
        for m in (5, 15, 30)
        for s in (0, 7, 14, 20)
    ]
    assert np.mean(right) >= 0.95


def test_a_curve_that_leaves_the_picture_is_said_to():
    figure = figures.seattle_dates()
    assert "leaves" not in figure.update(hidden_width=8).words
    words = [
        figure.update(split_by="months", hidden_width=60, first_day=day, draw=draw).words
        for day in range(1, 641, 80)
        for draw in (1, 2, 3)
    ]
    assert 0 < sum("leaves" in one for one in words) < len(words)


def test_both_kinds_of_split_are_drawn_with_their_means():
    figure = figures.seattle()
    for what in ("nothing", "levels", "spells"):
        words = figure.update(taken_out=what).words
        for kind in ("days", "years"):
            mean = experiments.split_seattle(kind, what).mean_test
            assert number(words, rf"{kind} (\d+\.\d)") == pytest.approx(mean, abs=0.06)


def test_the_answer_says_the_errors_of_both_curves():
    figure = figures.two_fits_answered()
    fits, here = experiments.fit_two_widths(), experiments.TWO_FITS_DRAWS.index(9)
    words = figure.update(draw=9).words
    for value in (*fits.errors[:, here], *fits.fresh[:, here]):
        assert f"{value:.3f}" in words


def error_axes(figure):
    return figure._picture.figure.axes[1].get_ylim()


@pytest.mark.parametrize(
    ("make", "settings"),
    [
        (figures.two_fits_answered, [experiments.fit_two_widths().fresh]),
        (
            figures.seattle,
            [
                experiments.split_seattle(kind, what).errors["test"]
                for kind in ("days", "years")
                for what in ("nothing", "levels", "spells")
            ],
        ),
        (
            figures.seattle_dates,
            [
                getattr(experiments.split_dates(split_by), name)
                for split_by in ("days", "months")
                for name in ("train", "test")
            ],
        ),
        (
            figures.sorted_trap,
            [
                np.concatenate(list(experiments.fit_sorted(shuffle, width).errors.values()))
                for shuffle in (True, False)
                for width in range(5, 21)
            ],
        ),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_no_error_lies_beyond_its_axis(make, settings):
    low, high = error_axes(make())
    assert low < min(np.min(errors) for errors in settings)
    assert max(np.max(errors) for errors in settings) < high
