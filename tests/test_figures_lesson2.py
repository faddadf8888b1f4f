"""The figures of lesson 2: what they say, and what can be dragged."""

import pytest

from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson2 as experiments
from lessonlib.experiments.lesson2 import SCORE_GRID, START_UNITS, Unit, network_of
from lessonlib.experiments.lesson2 import handmade as bench
from lessonlib.figures import lesson2 as figures
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward
from lessonlib.predict import choose
from lessonlib.training import train

SINE = [(-2.0, 3.0, -2.0), (0.0, 3.0, 2.0), (2.0, 3.0, -2.0)]

# One sigmoid, bumps, the build-up ----------------------------------------------------------------


@pytest.mark.parametrize(("w", "b", "place"), [(2, -2, "1.00"), (4, -2, "0.50"), (-4, -2, "-0.50")])
def test_a_sigmoid_stands_where_the_figure_says(w, b, place):
    words = figures.one_sigmoid().update(hidden_weight=w, hidden_bias=b).words
    assert f"at x = −b/w = {place}." in words


def test_a_weight_of_zero_has_no_place():
    words = figures.one_sigmoid().update(hidden_weight=0, hidden_bias=0, output_weight=2).words
    assert "flat at v σ(b) = 1.00" in words


def test_the_first_weight_is_shown_before_a_prediction():
    figure = figures.one_sigmoid(prediction=choose("a", "b"))
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
    assert verdict in figures.bump().update(**values).words


def test_edges_of_a_bump_can_be_dragged():
    figure = figures.bump()
    figure._view.dragged = {"handle": 1, "x": 0.51, "y": 7.0}
    figure._view.dragged = {"handle": 2, "x": 7.0, "y": -0.49}
    assert figure.values == {
        "left": -1.0,
        "right": pytest.approx(0.5),
        "steepness": pytest.approx(10.0),
        "height": pytest.approx(-0.5),
    }


def test_the_last_sigmoid_completes_the_network():
    figure = figures.build_up()
    first, last = (figure.update(n_units=n).words for n in (1, experiments.BUILT_WIDTH))
    assert float(first.split()[-1].rstrip(".")) > 0.1
    assert float(last.split()[-1].rstrip(".")) < 1e-3


def test_the_step_is_hidden_until_predicted():
    guess = choose("fall", "stay")
    figure = figures.approximation(prediction=guess)
    assert "largest error 0.034" in figure.words
    assert "hidden until" in figure.update(true_function="step").words
    guess.commit("stay")
    assert "largest error 0.5" in figure.words


# The network built by hand -----------------------------------------------------------------------


def build(figure, units):
    for number, values in enumerate(units, start=1):
        figure.update(unit=number, **dict(zip(Unit._fields, values, strict=True)))


def score_in(words):
    return float(words.split("mean squared error ")[1].split(". ")[0])


def test_units_are_moved_one_after_the_other():
    figure = figures.hand_built()
    build(figure, SINE)
    words = figure.update(output_bias=1.0).words
    y = TRUE_FUNCTIONS["sine"](SCORE_GRID)
    wanted = mean_squared_error(y, forward(network_of(SINE, 1.0), SCORE_GRID))
    assert score_in(words) == pytest.approx(wanted, abs=1e-4)


def test_the_same_start_makes_the_same_picture():
    moved, given = figures.hand_built(), figures.hand_built(SINE)
    build(moved, SINE)
    moved.update(unit=1)
    assert moved.words == given.words


def test_choosing_a_unit_moves_the_sliders_and_not_the_network():
    figure = figures.hand_built()
    before = score_in(figure.words)
    for unit in (3, 2, 1):
        figure.controls["unit"].value = unit
        assert score_in(figure.words) == before
        shown = tuple(figure.controls[name].value for name in Unit._fields)
        assert shown == pytest.approx(START_UNITS[unit - 1])


def test_a_dragged_dot_chooses_its_unit():
    figure = figures.hand_built()
    figure._view.dragged = {"handle": 1, "x": 0.98, "y": 0.5}
    figure._view.dragged = {"handle": 2, "x": -1.0, "y": -0.25}
    assert figure.values["unit"] == 3
    figure.update(unit=2)
    assert figure.values["place"] == pytest.approx(1.0)
    assert figure.values["height"] == pytest.approx(1.0)


def test_a_dragged_dot_stays_under_the_pointer():
    figure = figures.hand_built()
    figure._view.dragged = {"handle": 0, "x": -1.0, "y": 0.4}
    weights = network_of([Unit(-1.0, 3.0, 0.8)], 0.0)
    assert float(forward(weights, [-1.0])[0]) == pytest.approx(0.4)
    assert figure.values["height"] == pytest.approx(0.8)


def test_training_starts_from_the_readers_network():
    figure = figures.hand_built(SINE)
    words = figure.update(output_bias=1.0, n_steps=2000).words
    y = TRUE_FUNCTIONS["sine"](SCORE_GRID)
    result = train(network_of(SINE, 1.0), SCORE_GRID, y, experiments.LEARNING_RATE, 2000)
    assert score_in(words) == pytest.approx(result.losses[0], abs=1e-4)
    assert f"training has {result.losses[-1]:.4f}" in words
    assert result.losses[-1] < 0.1 * result.losses[0]


def test_no_steps_leave_the_network_as_it_is():
    assert "not tried" in figures.hand_built().words


def test_divergence_is_told(monkeypatch):
    monkeypatch.setattr(bench, "LEARNING_RATE", 50.0)
    bench._train_from.cache_clear()
    figure = figures.hand_built()
    words = figure.update(n_units=10, n_steps=2000).words
    bench._train_from.cache_clear()
    assert "Training from this start diverged at step" in words
    assert "nan" not in words
    assert "inf" not in words
