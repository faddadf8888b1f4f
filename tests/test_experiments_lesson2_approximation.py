"""Staircases, and how near a sum of sigmoids comes."""

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson2
from lessonlib.networks import forward, unpack


def test_twice_as_many_steps_leave_a_quarter_of_the_error():
    x = np.linspace(-3, 3, 2001)
    y = TRUE_FUNCTIONS["sine"](x)
    ten, twenty = (
        np.mean((y - forward(lesson2.staircase_weights("sine", n, 2000.0), x)) ** 2)
        for n in (10, 20)
    )
    assert twenty / ten == pytest.approx(0.25, abs=0.01)


def test_a_staircase_is_as_high_as_the_function_in_the_middle_of_each_step():
    middles = -3 + 6 * (np.arange(7) + 0.5) / 7
    weights = lesson2.staircase_weights("wiggle", 7, 200.0)
    wanted = TRUE_FUNCTIONS["wiggle"](middles)
    np.testing.assert_allclose(forward(weights, middles), wanted, atol=1e-9)
    assert len(unpack(weights).output_weights) == 14


def test_a_staircase_is_the_sum_of_its_bumps():
    stairs = lesson2.build_staircase("bump", 5, 20.0)
    np.testing.assert_allclose(stairs.bumps.sum(axis=1), stairs.output, atol=1e-12)
    assert stairs.bumps.shape[1] == 5
    assert stairs.error == stairs.all_errors[lesson2.BUMP_COUNTS.index(5)]


def test_jumps_are_found():
    jumps = {name: lesson2.jump_of(name) for name in TRUE_FUNCTIONS}
    assert jumps == {"sine": 0, "bump": 0, "step": 1, "wiggle": 0}


@pytest.mark.parametrize("name", ["sine", "bump", "wiggle"])
def test_without_a_jump_both_errors_fall(name):
    mean, largest = lesson2.errors_of_widths(name)
    assert mean[-1] < 1e-4 * mean[0]
    assert largest[-1] < 0.05 * largest[0]


def test_at_a_jump_only_the_mean_error_falls():
    mean, largest = lesson2.errors_of_widths("step")
    assert mean[-1] < 0.06 * mean[0]
    np.testing.assert_allclose(largest, 0.5, atol=0.01)
    assert np.all(largest >= 0.5 - 1e-9), "no continuous curve does better"


def test_the_errors_are_those_of_the_curve():
    fit = lesson2.approximate("wiggle", 7)
    off = np.abs(fit.truth - fit.output)
    assert np.mean(off**2) == pytest.approx(fit.mean, rel=0.01)
    assert off.max() == pytest.approx(fit.largest, rel=0.01)
    assert fit.parts.shape == (len(lesson2.GRID), 7)
    assert fit.n_parameters == 22
