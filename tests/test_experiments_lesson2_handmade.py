"""The network built by hand, and training from there."""

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson2
from lessonlib.networks import forward, unpack
from lessonlib.training import train

SINE = [(-2.0, 3.0, -2.0), (0.0, 3.0, 2.0), (2.0, 3.0, -2.0)]


def test_units_become_weights():
    w, b, v, c = unpack(lesson2.network_of(SINE, 0.25))
    np.testing.assert_allclose(-b / w, [-2, 0, 2])
    np.testing.assert_allclose(w, 3)
    np.testing.assert_allclose(v, [-2, 2, -2])
    assert c == 0.25


def test_no_steps_are_no_training():
    built = lesson2.build_by_hand(SINE, 1.0, "sine")
    assert (built.training, built.trained) == (None, None)


def test_training_starts_from_the_network_that_was_built():
    built = lesson2.build_by_hand(SINE, 1.0, "sine", 2000)
    weights = lesson2.network_of(SINE, 1.0)
    np.testing.assert_allclose(built.curves.output, forward(weights, lesson2.BENCH_GRID))
    np.testing.assert_allclose(built.curves.parts.sum(axis=1) + 1.0, built.curves.output)
    assert built.training.losses[0] == pytest.approx(built.score)
    assert built.training.losses[-1] < 0.1 * built.score
    by_eye, trained = (
        np.mean((built.truth - curves.output) ** 2) for curves in (built.curves, built.trained)
    )
    assert trained < 0.1 * by_eye


def test_wiggle_needs_a_good_start():
    """The lesson says so beside the figure."""
    crossings = np.pi / 5 * np.arange(-4, 5)
    good = [(place, 8.0, 1.0 - 2 * (i % 2)) for i, place in enumerate(crossings)]
    y = TRUE_FUNCTIONS["wiggle"](lesson2.SCORE_GRID)
    starts = [lesson2.START_UNITS, good]
    poor, better = (
        train(lesson2.network_of(units, -0.5), lesson2.SCORE_GRID, y, 0.1, 2000).losses[-1]
        for units in starts
    )
    assert poor > 0.1
    assert better < 0.01


def test_training_stays_bounded_wherever_the_reader_starts():
    y = TRUE_FUNCTIONS["sine"](lesson2.SCORE_GRID)
    for place in (-3.0, 3.0):
        for steepness in (-20.0, 0.5, 20.0):
            weights = lesson2.network_of([lesson2.Unit(place, steepness, 2.0)] * 10, 2.0)
            result = train(weights, lesson2.SCORE_GRID, y, lesson2.LEARNING_RATE, 200)
            assert not result.diverged
            assert result.losses[-1] < result.losses[0]
