"""The four networks and the capstone of lesson 7, and where the playground's slider can stand."""

import numpy as np
import pytest

from lessonlib.experiments.lesson7 import Setting
from lessonlib.figures import lesson7 as figures
from lessonlib.predict import choose, estimate


def test_four_networks_hides_names_not_curves():
    guess = choose("A", "B", "C", "D")
    figure = figures.four_networks(prediction=guess)
    titles = [axes.get_title() for axes in figure._picture.figure.axes]
    assert titles == ["A", "B", "C", "D"]
    guess.commit("A")
    titles = [axes.get_title() for axes in figure._picture.figure.axes]
    assert titles == ["A: overfits", "B: too slow", "C: just right", "D: diverges"]


def test_learning_rates_are_those_that_the_slider_has():
    slider = figures.playground().controls["learning_rate"]
    for position in np.arange(slider.min, slider.max + 0.01, slider.step):
        rate = Setting(learning_rate=10**position).learning_rate
        assert Setting(learning_rate=rate).learning_rate == rate
        assert rate == pytest.approx(10**position, rel=0.005)


def test_the_first_opening_is_the_result():
    figure = figures.seattle()
    assert "The test year is closed." in figure.words
    figure.update(hidden_width=12, learning_rate=0.1, open_test=True)
    assert "You opened 2015 once, with H = 12, α = 0.1" in figure.words
    figure.redraw()
    assert "once" in figure.words, "drawing again is not another look"
    figure.update(hidden_width=30)
    assert "opened 2015 2 times. Only the first was a test: H = 12, α = 0.1" in figure.words
    figure.update(open_test=False)
    assert "opened 2015 2 times" in figure.words


def test_what_was_opened_is_remembered_in_each_figure_alone():
    first, second = figures.seattle(), figures.seattle()
    first.update(open_test=True)
    assert "closed" in second.words


def test_closed_means_that_nothing_of_the_test_year_is_drawn():
    figure = figures.seattle()
    closed = figure._picture.draw()
    assert "fill: #e42536" not in closed
    figure.update(open_test=True)
    assert figure._picture.draw() != closed


def test_a_look_before_the_prediction_is_no_opening():
    guess = estimate(5, 40)
    figure = figures.seattle(prediction=guess)
    figure.update(open_test=True)
    assert "hidden until" in figure.words
    figure.update(open_test=False)
    assert "closed" in figure.words
    figure.update(open_test=True)
    guess.commit(14)
    assert "once" in figure.words
    assert "You predicted: 14" in figure.words


def test_a_diverged_network_is_not_scored():
    figure = figures.seattle()
    figure.update(hidden_width=30, learning_rate=1.0, open_test=True)
    assert "diverged at step" in figure.words
    assert "closed" in figure.words
