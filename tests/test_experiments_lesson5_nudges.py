"""Nudges of a weight, and a path that is forgotten."""

import numpy as np
import pytest

from lessonlib.experiments.lesson5 import (
    NUDGES,
    SIZES,
    START,
    Given,
    follow_paths,
    forget_path,
    make_graph,
    nudge_weight,
)

OTHER = Given(x=-1.3, w1=0.8, w2=-0.7, w3=2.1, w4=-1.9)


@pytest.mark.parametrize("given", [START, OTHER])
def test_both_paths_are_what_measuring_gives(given):
    parts = follow_paths(given).parts
    assert forget_path("nothing", given).measured == pytest.approx(sum(parts.values()), rel=1e-6)


@pytest.mark.parametrize("parameter", ["w1", "w2", "w3", "w4"])
def test_the_miss_shrinks_with_the_square_of_the_nudge(parameter):
    small, smaller = nudge_weight(parameter, 1.0).misses[[3, 0]]
    ratio = SIZES[3] / SIZES[0]
    assert small / smaller == pytest.approx(ratio**2, rel=0.1)


def test_no_nudge_no_change():
    still = nudge_weight("w1", 0.0)
    assert still.change == 0
    assert (still.predicted, still.miss, still.verdict) == (0, 0, "stays")
    middle = len(NUDGES) // 2
    assert NUDGES[middle] == pytest.approx(0, abs=1e-15)
    assert still.changes[middle] == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(("nudge", "verdict"), [(0.5, "rises"), (-0.5, "falls")])
def test_a_nudge_is_compared_with_the_derivative(nudge, verdict):
    seen = nudge_weight("w1", nudge)
    moved = Given(w1=START.w1 + nudge)
    assert seen.change == make_graph(moved).loss.value - make_graph().loss.value
    assert seen.verdict == verdict
    assert seen.derivative == pytest.approx(follow_paths().by_w1, rel=1e-13)
    assert seen.predicted == pytest.approx(seen.derivative * nudge)
    assert seen.miss == pytest.approx(abs(seen.change - seen.predicted))
    here = int(np.argmin(np.abs(NUDGES - nudge)))
    assert seen.changes[here] == pytest.approx(seen.change)
    assert seen.tangent[here] == pytest.approx(seen.predicted)


def test_misses_are_those_of_the_nudges_own_side():
    up, down = nudge_weight("w1", SIZES[-1]), nudge_weight("w1", -SIZES[-1])
    assert up.misses[-1] == pytest.approx(up.miss)
    assert down.misses[-1] == pytest.approx(down.miss)
    assert up.miss != pytest.approx(down.miss, rel=0.1)


def test_a_step_against_the_wrong_sign_makes_the_loss_larger():
    parts = follow_paths().parts
    assert nudge_weight("w1", -0.1 * parts["y2"]).change > 0
    assert nudge_weight("w1", -0.1 * sum(parts.values())).change < 0


@pytest.mark.parametrize(
    ("forgotten", "given", "verdict"),
    [
        ("y3", START, "wrong_sign"),
        ("y2", START, "right_sign"),
        ("nothing", START, "no_gap"),
        ("y3", Given(w3=0.0), "no_gap"),
        ("y2", Given(w3=0.0), "zero_answer"),
    ],
)
def test_what_a_forgotten_path_does_is_named(forgotten, given, verdict):
    seen, parts = forget_path(forgotten, given), follow_paths(given).parts
    assert seen.verdict == verdict
    assert seen.answer == sum(part for name, part in parts.items() if name != forgotten)
    assert seen.total == sum(parts.values())
    assert seen.gap == seen.answer - seen.total
    np.testing.assert_allclose(seen.tangent, seen.total * NUDGES)
    np.testing.assert_allclose(seen.wrong_tangent, seen.answer * NUDGES)
    np.testing.assert_array_equal(seen.changes, nudge_weight("w1", 0.3, given).changes)
