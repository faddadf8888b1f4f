"""The figures of lesson 2: what they say, and what can be dragged."""

import itertools

import numpy as np
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


def axes_of(figure):
    return figure._picture.figure.axes


def drag(figure, handle, x, y):
    figure._view.dragged = {"handle": handle, "x": x, "y": y}


def test_a_dragged_sigmoid_takes_the_bias_that_brings_it_there():
    figure = figures.one_sigmoid()
    for w, x in ((2.0, -3.0), (5.0, 3.0), (-4.0, 1.5)):
        figure.update(hidden_weight=w)
        drag(figure, 0, x, 0.4)
        assert tuple(figure.values.values()) == pytest.approx((w, -w * x, 0.8))
        assert f"−b/w = {x:.2f}" in figure.words


def test_a_place_outside_the_picture_is_told_in_it():
    figure = figures.one_sigmoid()
    (axes,) = axes_of(figure)
    (where,) = axes.texts
    for bias, told in ((-8.0, "at 4.00 →"), (8.0, "← at -4.00"), (2.0, "−b/w = -1.00")):
        figure.update(hidden_weight=2.0, hidden_bias=bias)
        assert (where.get_text(), where.get_visible()) == (told, True)
        assert -3 <= where.get_position()[0] <= 3
    figure.update(hidden_weight=0.0)
    assert not where.get_visible()


def test_the_newest_edges_have_letters_and_the_earlier_sigmoids_stay():
    figure = figures.build_up()
    diagram, axes = axes_of(figure)
    figure.update(n_units=3)
    assert {"$w_{3}$", "$b_{3}$", "$v_{3}$"} <= {text.get_text() for text in diagram.texts}
    earlier = next(line for line in axes.lines if line.get_label() == "earlier sigmoids")
    assert np.isnan(earlier.get_ydata()).sum() == 2
    network = experiments.build_up()
    assert (
        f"w = {network.hidden_weights[2]:.2f}, b = {network.hidden_biases[2]:.2f}" in figure.words
    )


def test_without_the_sigmoid_the_figure_says_the_error_of_a_line():
    figure = figures.without_sigmoid()
    line = experiments.sum_units("wiggle", 1, False).error
    for hidden_width in (1, 50):
        words = figure.update(with_sigmoid=False, hidden_width=hidden_width).words
        assert f"mean squared error {line:.2g}" in words
    assert f"mean squared error {line:.2g}" not in figure.update(with_sigmoid=True).words


def test_the_jump_is_told_with_its_stretch():
    figure = figures.at_the_jump()
    fit = experiments.fit_steep("step", 1, 20.0)
    assert f"mean squared error {fit.mean:.2g}" in figure.words
    assert f"on {fit.share:.1%} of the interval" in figure.words
    drawn = axes_of(figure)[0].lines[0].get_ydata()
    np.testing.assert_array_equal(np.isfinite(drawn), fit.far_off)


def test_the_answer_begins_with_the_picture_of_the_question():
    asked, answered = axes_of(figures.question()), axes_of(figures.answer())
    for one, other in zip(asked, answered, strict=True):
        np.testing.assert_array_equal(one.lines[0].get_xydata(), other.lines[0].get_xydata())
        assert (one.get_xlim(), one.get_ylim()) == (other.get_xlim(), other.get_ylim())


@pytest.mark.parametrize(
    ("make", "n_axes"),
    [
        (figures.answer, 2),
        (figures.approximation, 1),
        (figures.without_sigmoid, 1),
        (figures.at_the_jump, 1),
    ],
)
def test_curves_stay_in_the_picture(make, n_axes):
    figure = make()
    choices = {
        name: control.options if hasattr(control, "options") else [control.min, 9, control.max]
        for name, control in figure.controls.items()
        if not isinstance(control.value, bool)
    }
    for values in itertools.product(*choices.values()):
        figure.update(**dict(zip(choices, values, strict=True)))
        assert_inside(axes_of(figure)[:n_axes])


def assert_inside(all_axes):
    for axes in all_axes:
        low, high = axes.get_ylim()
        for line in filter(lambda one: one.get_visible(), axes.lines):
            heights = np.asarray(line.get_ydata(), dtype=float)
            assert np.nanmin(heights, initial=low) >= low, line.get_label()
            assert np.nanmax(heights, initial=high) <= high, line.get_label()


# The network built by hand -----------------------------------------------------------------------


@pytest.mark.parametrize("n_steps", [0, 2000])
def test_sums_and_sigmoids_stay_in_their_frames(n_steps):
    figure = figures.hand_built([Unit(place, 3.0, 2.0) for place in np.linspace(-3, 3, 10)])
    for n_units, true_function in ((10, "sine"), (3, "wiggle"), (1, "step")):
        figure.update(n_units=n_units, true_function=true_function, n_steps=n_steps)
        assert_inside(axes_of(figure))
        if n_steps == 0 and n_units == 10:
            assert axes_of(figure)[1].get_ylim()[1] > 20
    smallest = figures.hand_built(SINE)
    assert [axes.get_ylim() for axes in axes_of(smallest)[1:]] == [(-2.1, 2.1)] * 2


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
    assert "Training from this start ran away at step" in words
    assert "nan" not in words
    assert "inf" not in words
