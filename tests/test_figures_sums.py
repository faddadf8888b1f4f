"""One sigmoid, bumps, the build-up, staircases, and how near a sum of sigmoids comes."""

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.figures import approximation, sums
from lessonlib.networks import contributions, forward, unpack
from lessonlib.predict import choose


def test_a_bump_is_high_between_its_edges_and_nowhere_else():
    weights = sums.bump_weights([-1.0, 1.0], [0.7], 50.0)
    np.testing.assert_allclose(forward(weights, [-2.0, 0.0, 2.0]), [0.0, 0.7, 0.0], atol=1e-12)
    np.testing.assert_allclose(forward(weights, [-1.0, 1.0]), [0.35, 0.35])


def test_bumps_side_by_side_do_not_disturb_each_other():
    weights = sums.bump_weights([-2.0, 0.0, 2.0], [0.5, -1.0], 50.0)
    np.testing.assert_allclose(forward(weights, [-1.0, 1.0]), [0.5, -1.0], atol=1e-12)


def test_many_columns_become_one_line_with_gaps():
    x, y = sums.as_one_line(np.array([0.0, 1.0]), np.array([[1.0, 3.0], [2.0, 4.0]]))
    np.testing.assert_array_equal(x, [0, 1, np.nan, 0, 1, np.nan])
    np.testing.assert_array_equal(y, [1, 2, np.nan, 3, 4, np.nan])


@pytest.mark.parametrize(("w", "b", "place"), [(2, -2, "1.00"), (4, -2, "0.50"), (-4, -2, "-0.50")])
def test_a_sigmoid_stands_where_the_figure_says(w, b, place):
    words = sums.one_sigmoid().update(hidden_weight=w, hidden_bias=b).words
    assert f"at x = −b/w = {place}." in words


def test_a_weight_of_zero_has_no_place():
    words = sums.one_sigmoid().update(hidden_weight=0, hidden_bias=0, output_weight=2).words
    assert "flat at v σ(b) = 1.00" in words


def test_the_first_weight_is_shown_before_a_prediction():
    figure = sums.one_sigmoid(prediction=choose("a", "b"))
    assert "1.00" in figure.words
    assert "hidden until" in figure.update(hidden_weight=4).words


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ({}, "full height"),
        ({"steepness": 1.0}, "begins to fall"),
        ({"left": 1.0, "right": -1.0}, "turned over"),
        ({"left": 0.5, "right": 0.5}, "cancel"),
    ],
)
def test_the_bump_is_judged(values, verdict):
    assert verdict in sums.bump().update(**values).words


def test_edges_of_a_bump_can_be_dragged():
    figure = sums.bump()
    figure._view.dragged = {"handle": 1, "x": 0.51, "y": 7.0}
    figure._view.dragged = {"handle": 2, "x": 7.0, "y": -0.49}
    assert figure.values == {
        "left": -1.0,
        "right": pytest.approx(0.5),
        "steepness": pytest.approx(10.0),
        "height": pytest.approx(-0.5),
    }


def test_the_last_sigmoid_completes_the_network():
    figure = sums.build_up()
    first, last = (figure.update(n_units=n).words for n in (1, sums.BUILT_WIDTH))
    assert float(first.split()[-1].rstrip(".")) > 0.1
    assert float(last.split()[-1].rstrip(".")) < 1e-3


def test_the_curves_of_the_question_go_one_way_only():
    weights = sums._fit("sine", sums.BUILT_WIDTH)
    slopes = np.diff(contributions(weights, np.linspace(-3, 3, 200)), axis=0)
    assert np.all((slopes >= 0).all(axis=0) | (slopes <= 0).all(axis=0))


def test_twice_as_many_steps_leave_a_quarter_of_the_error():
    x = np.linspace(-3, 3, 2001)
    y = TRUE_FUNCTIONS["sine"](x)
    ten, twenty = (
        np.mean((y - forward(approximation.staircase_weights("sine", n, 2000.0), x)) ** 2)
        for n in (10, 20)
    )
    assert twenty / ten == pytest.approx(0.25, abs=0.01)


def test_a_staircase_is_as_high_as_the_function_in_the_middle_of_each_step():
    middles = -3 + 6 * (np.arange(7) + 0.5) / 7
    weights = approximation.staircase_weights("wiggle", 7, 200.0)
    wanted = TRUE_FUNCTIONS["wiggle"](middles)
    np.testing.assert_allclose(forward(weights, middles), wanted, atol=1e-9)
    assert len(unpack(weights).output_weights) == 14


def test_jumps_are_found():
    jumps = {name: approximation.jump_of(name) for name in TRUE_FUNCTIONS}
    assert jumps == {"sine": 0, "bump": 0, "step": 1, "wiggle": 0}


@pytest.mark.parametrize("name", ["sine", "bump", "wiggle"])
def test_without_a_jump_both_errors_fall(name):
    mean, largest = approximation.errors_of_widths(name)
    assert mean[-1] < 1e-4 * mean[0]
    assert largest[-1] < 0.05 * largest[0]


def test_at_a_jump_only_the_mean_error_falls():
    mean, largest = approximation.errors_of_widths("step")
    assert mean[-1] < 0.06 * mean[0]
    np.testing.assert_allclose(largest, 0.5, atol=0.01)
    assert np.all(largest >= 0.5 - 1e-9), "no continuous curve does better"


def test_the_step_is_hidden_until_predicted():
    guess = choose("fall", "stay")
    figure = approximation.approximation(prediction=guess)
    assert "largest error 0.034" in figure.words
    assert "hidden until" in figure.update(true_function="step").words
    guess.commit("stay")
    assert "largest error 0.5" in figure.words
