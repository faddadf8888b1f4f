"""Gradient descent on two bowls."""

import numpy as np
import pytest

from lessonlib.figures import descent
from lessonlib.optimizers import largest_stable_learning_rate


@pytest.mark.parametrize("bowl", list(descent.BOWLS))
def test_height_has_the_bowls_slope(bowl):
    w = np.array([1.2, -0.7])
    h = 1e-6
    slope = [
        (descent.height(bowl, w + h * e) - descent.height(bowl, w - h * e)) / (2 * h)
        for e in np.eye(2)
    ]
    np.testing.assert_allclose(slope, descent.BOWLS[bowl] @ w, rtol=1e-6)


@pytest.mark.parametrize(
    ("bowl", "learning_rate", "name"),
    [
        ("round", 0.01, "crawls"),
        ("round", 0.5, "converges"),
        ("round", 1.0, "converges"),
        ("round", 1.7, "zigzags"),
        ("round", 2.1, "diverges"),
        ("valley", 0.01, "crawls"),
        ("valley", 0.06, "converges"),
        ("valley", 0.17, "zigzags"),
        ("valley", 0.21, "diverges"),
        ("valley", 3.0, "diverges"),
    ],
)
def test_what_a_path_does_is_named(bowl, learning_rate, name):
    path = descent.descend(bowl, learning_rate)
    assert np.isfinite(path).all()
    assert descent.name_path(bowl, path) == name


@pytest.mark.parametrize("bowl", list(descent.BOWLS))
def test_the_limit_divides_what_converges_from_what_diverges(bowl):
    limit = largest_stable_learning_rate(descent.BOWLS[bowl])
    first = descent.height(bowl, np.array(descent.START))
    grows = descent.sweep_heights(bowl) > first
    np.testing.assert_array_equal(grows, limit < descent.RATES)


def test_the_three_steps_are_one_short_one_good_one_too_long():
    words = descent.three_steps().words
    here, a, b, c = (
        float(part.split(":")[1].strip(" .;").split(";")[0].split(". ")[0])
        for part in words.replace("After", "; After").replace("after", "; after").split("; ")
        if ":" in part
    )
    assert b < a < here < c


def test_the_words_work_out_the_step():
    figure = descent.steps()
    words = figure.update(step=1, bowl="valley", learning_rate=0.1).words
    # w¹ = (3.5, 1.5) − 0.1 (3.5, 15) = (3.15, 0), then w² = (2.835, 0)
    assert "t = 1: w² = w¹ − α ∇f(w¹) = (3.15, 0) − 0.1 · (3.15, 0) = (2.83, 0)" in words
    assert "outside" not in words


def test_a_step_out_of_the_picture_is_named():
    figure = descent.steps()
    words = figure.update(step=3, bowl="valley", learning_rate=0.3).words
    assert "Step 4 lies outside the picture" in words


def test_dragging_the_start_moves_the_path():
    figure = descent.steps()
    figure._view.dragged = {"handle": 0, "x": -2.0, "y": 1.0}
    assert figure.values["start_w0"] == pytest.approx(-2.0, abs=0.05)
    assert "(−2" in figure.words or "(−1.9" in figure.words


def test_only_moved_artists_are_drawn_again():
    figure = descent.steps()
    figure.update(step=3)
    assert figure.update(step=4).svg is None
    assert figure.update(bowl="valley").svg is None
