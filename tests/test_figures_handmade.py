"""The network built by hand."""

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.figures import handmade
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, unpack
from lessonlib.training import train

SINE = [(-2.0, 3.0, -2.0), (0.0, 3.0, 2.0), (2.0, 3.0, -2.0)]


def build(figure, units):
    for number, values in enumerate(units, start=1):
        figure.update(unit=number, **dict(zip(handmade.Unit._fields, values, strict=True)))


def score_in(words):
    return float(words.split("mean squared error ")[1].split(". ")[0])


def test_units_become_weights():
    w, b, v, c = unpack(handmade.network_of(SINE, 0.25))
    np.testing.assert_allclose(-b / w, [-2, 0, 2])
    np.testing.assert_allclose(w, 3)
    np.testing.assert_allclose(v, [-2, 2, -2])
    assert c == 0.25


def test_units_are_moved_one_after_the_other():
    figure = handmade.hand_built()
    build(figure, SINE)
    words = figure.update(output_bias=1.0).words
    y = TRUE_FUNCTIONS["sine"](handmade.SCORE_GRID)
    wanted = mean_squared_error(y, forward(handmade.network_of(SINE, 1.0), handmade.SCORE_GRID))
    assert score_in(words) == pytest.approx(wanted, abs=1e-4)


def test_the_same_start_makes_the_same_picture():
    moved, given = handmade.hand_built(), handmade.hand_built(SINE)
    build(moved, SINE)
    moved.update(unit=1)
    assert moved.words == given.words


def test_choosing_a_unit_moves_the_sliders_and_not_the_network():
    figure = handmade.hand_built()
    before = score_in(figure.words)
    for unit in (3, 2, 1):
        figure.controls["unit"].value = unit
        assert score_in(figure.words) == before
        shown = tuple(figure.controls[name].value for name in handmade.Unit._fields)
        assert shown == pytest.approx(handmade.START_UNITS[unit - 1])


def test_a_dragged_dot_chooses_its_unit():
    figure = handmade.hand_built()
    figure._view.dragged = {"handle": 1, "x": 0.98, "y": 0.5}
    figure._view.dragged = {"handle": 2, "x": -1.0, "y": -0.25}
    assert figure.values["unit"] == 3
    figure.update(unit=2)
    assert figure.values["place"] == pytest.approx(1.0)
    assert figure.values["height"] == pytest.approx(1.0)


def test_a_dragged_dot_stays_under_the_pointer():
    figure = handmade.hand_built()
    figure._view.dragged = {"handle": 0, "x": -1.0, "y": 0.4}
    weights = handmade.network_of([handmade.Unit(-1.0, 3.0, 0.8)], 0.0)
    assert float(forward(weights, [-1.0])[0]) == pytest.approx(0.4)
    assert figure.values["height"] == pytest.approx(0.8)


def test_training_starts_from_the_readers_network():
    figure = handmade.hand_built(SINE)
    words = figure.update(output_bias=1.0, n_steps=2000).words
    y = TRUE_FUNCTIONS["sine"](handmade.SCORE_GRID)
    weights = handmade.network_of(SINE, 1.0)
    result = train(weights, handmade.SCORE_GRID, y, handmade.LEARNING_RATE, 2000)
    assert score_in(words) == pytest.approx(result.losses[0], abs=1e-4)
    assert f"training has {result.losses[-1]:.4f}" in words
    assert result.losses[-1] < 0.1 * result.losses[0]


def test_no_steps_leave_the_network_as_it_is():
    assert "not tried" in handmade.hand_built().words


def test_wiggle_needs_a_good_start():
    """The lesson says so beside the figure."""
    crossings = np.pi / 5 * np.arange(-4, 5)
    good = [(place, 8.0, 1.0 - 2 * (i % 2)) for i, place in enumerate(crossings)]
    y = TRUE_FUNCTIONS["wiggle"](handmade.SCORE_GRID)
    starts = [handmade.START_UNITS, good]
    poor, better = (
        train(handmade.network_of(units, -0.5), handmade.SCORE_GRID, y, 0.1, 2000).losses[-1]
        for units in starts
    )
    assert poor > 0.1
    assert better < 0.01


def test_divergence_is_told(monkeypatch):
    monkeypatch.setattr(handmade, "LEARNING_RATE", 50.0)
    handmade._score.cache_clear()
    figure = handmade.hand_built()
    words = figure.update(n_units=10, n_steps=2000).words
    handmade._score.cache_clear()
    assert "Training from this start diverged at step" in words
    assert "nan" not in words
    assert "inf" not in words


def test_training_stays_bounded_wherever_the_reader_starts():
    y = TRUE_FUNCTIONS["sine"](handmade.SCORE_GRID)
    for place in (-3.0, 3.0):
        for steepness in (-20.0, 0.5, 20.0):
            weights = handmade.network_of([handmade.Unit(place, steepness, 2.0)] * 10, 2.0)
            result = train(weights, handmade.SCORE_GRID, y, handmade.LEARNING_RATE, 200)
            assert not result.diverged
            assert result.losses[-1] < result.losses[0]
