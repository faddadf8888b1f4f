"""The pictures of lesson 4."""

import pytest

from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures import lesson4 as figures


def test_the_three_steps_are_one_short_one_good_one_too_long():
    words = figures.three_steps().words
    here, a, b, c = (
        float(part.split(":")[1].strip(" .;").split(";")[0].split(". ")[0])
        for part in words.replace("After", "; After").replace("after", "; after").split("; ")
        if ":" in part
    )
    assert b < a < here < c


def test_the_words_work_out_the_step():
    figure = figures.steps()
    words = figure.update(step=1, bowl="valley", learning_rate=0.1).words
    # w¹ = (3.5, 1.5) − 0.1 (3.5, 15) = (3.15, 0), then w² = (2.835, 0)
    assert "t = 1: w² = w¹ − α ∇f(w¹) = (3.15, 0) − 0.1 · (3.15, 0) = (2.83, 0)" in words
    assert "outside" not in words


def test_a_step_out_of_the_picture_is_named():
    figure = figures.steps()
    words = figure.update(step=3, bowl="valley", learning_rate=0.3).words
    assert "Step 4 lies outside the picture" in words


def test_dragging_the_start_moves_the_path():
    figure = figures.steps()
    figure._view.dragged = {"handle": 0, "x": -2.0, "y": 1.0}
    assert figure.values["start_w0"] == pytest.approx(-2.0, abs=0.05)
    assert "(−2" in figure.words or "(−1.9" in figure.words


def test_only_moved_artists_of_a_bowl_are_drawn_again():
    figure = figures.steps()
    figure.update(step=3)
    assert figure.update(step=4).svg is None
    assert figure.update(bowl="valley").svg is None


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        ({"learning_rate": 0.001}, "more than half"),
        ({"learning_rate": 0.1}, "falls at every step."),
        ({"learning_rate": 0.4}, "the loss rises"),
        ({"learning_rate": 2.0, "hidden_width": 50}, "diverged at step"),
    ],
)
def test_training_is_said_in_words(values, sign):
    assert sign in figures.train_network().update(**values).words


def test_the_readers_training_is_one_of_the_sweep():
    rate = experiments.RATES[30]
    figure = figures.all_rates()
    frame = figure.update(learning_rate=rate, n_steps=50)
    loss = experiments.sweep_rates(10, 0.15).losses[50, 30]
    assert f"loss {loss:.3g} after 50 steps" in frame.words


def test_moving_alpha_sends_parts_only():
    figure = figures.all_rates()
    assert figure.update(learning_rate=0.2).svg is None
    assert figure.update(hidden_width=50).svg is None
