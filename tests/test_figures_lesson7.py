"""The four networks, the machine's loop and the capstone; where the playground's slider stands."""

import re
from pathlib import Path

import numpy as np
import pytest

from lessonlib.experiments import lesson7 as experiments
from lessonlib.experiments.lesson7 import Setting
from lessonlib.figures import lesson7 as figures
from lessonlib.live import record
from lessonlib.predict import choose


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


def test_the_capstone_shows_nothing_of_the_test_year():
    figure = figures.seattle()
    figure.update(hidden_width=12, learning_rate=0.1, n_steps=900)
    assert "fill: #e42536" not in figure._picture.draw()
    assert "2015" not in figure.words


def test_the_capstone_remembers_what_was_tried():
    first, second = figures.seattle(), figures.seattle()
    first.update(hidden_width=12, learning_rate=0.1)
    first.update(hidden_width=2, learning_rate=0.02)
    assert "Tried so far: 3; the least error is" in first.words
    assert "with H = 12, α = 0.1, T = 500." in first.words
    assert "Tried so far" not in second.words


def test_what_a_recording_tries_is_nobodys_choice():
    figure = figures.seattle()
    figure.update(learning_rate=0.1)
    recording = record(figure, most_positions=3, most_second_positions=2)
    assert len(recording["frames"]) == 4
    assert [one["words"] for one in recording["frames"] if "Tried" in one["words"]] == []
    assert "Tried so far: 3" in figure.update(hidden_width=3).words


def test_a_diverged_network_is_not_scored():
    figure = figures.seattle()
    figure.update(hidden_width=30, learning_rate=1.0)
    assert "diverged at step" in figure.words
    assert "Tried so far" not in figure.words
    figure.update(learning_rate=0.1)
    assert "Tried so far: 2" in figure.words


def boxes(figure):
    (axes,) = figure._picture.figure.axes
    return {text.get_text() for text in axes.texts}


def test_the_machine_carries_the_eight_points_of_the_summary():
    numbers = {text for text in boxes(figures.machine()) if text.isdigit()}
    lesson = (Path(__file__).parents[1] / "lessons" / "07_the_whole_machine.py").read_text("utf-8")
    points = re.findall(r"^# (\d)\. \*\*\[", lesson, re.MULTILINE)
    assert points == sorted(numbers) == list("12345678")


def test_the_machine_says_the_numbers_of_the_turn():
    figure = figures.machine()
    for problem in experiments.PROBLEMS:
        figure.update(problem=problem, step=20)
        turn = experiments.turn(problem, 20)
        drawn = "\n".join(boxes(figure))
        assert f"L = {turn.loss:.4f}" in drawn
        assert f"then L = {turn.next_loss:.4f}" in drawn
        assert f"{turn.loss:.4f}; after a step" in figure.words
        figure.update(step=21)
        assert f"\nL = {turn.next_loss:.4f}" in "\n".join(boxes(figure))
