"""Lesson 5, pushes, paths and what a sigmoid lets through."""

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments import lesson5
from lessonlib.experiments.lesson5 import COMPUTED, EDGES, SUMS, WEIGHTS, Given


def anything(rng):
    """Return a setting of the graph in which no path is closed."""
    weights = rng.uniform(0.3, 2.5, 4) * rng.choice([-1, 1], 4)
    x = rng.uniform(0.3, 2.5) * rng.choice([-1, 1])
    return Given(x, rng.normal(), **dict(zip(WEIGHTS, weights, strict=True)))


def test_a_push_is_multiplied_along_edges_and_added_where_ways_meet(claim):
    """With the ways multiplied where they meet, or one of them closed, it is not so."""

    def effect(rng):
        given = anything(rng)
        seen = lesson5.send_push(1e-5, given)
        factors = lesson5.follow_paths(given).factors
        misses = []
        for node in COMPUTED:
            arriving = [
                seen.changes[parent] * factors[parent, child]
                for parent, child in EDGES
                if child == node and seen.changes[parent]
            ]
            added, multiplied = sum(arriving), np.prod(arriving)
            size = max(map(abs, arriving))
            misses.append(abs(seen.changes[node] - added) / size)
            if node == "y4":
                assert abs(seen.changes[node] - multiplied) > 1e-3 * size
                assert len(arriving) == 2
        return 1e-3 - max(misses)

    claim.over_draws(effect, at_least=1.0)
    closed = lesson5.send_push(0.1, Given(w2=0.0))
    assert closed.changes["y2"] == 0
    assert closed.changes["y3"] != 0


def test_every_local_derivative_comes_out_different(claim):
    factors = list(lesson5.follow_paths().factors.values())
    gaps = [abs(one - other) for one, other in combinations(factors, 2) if one != -other]
    claim.over(gaps, lambda gap: gap - 0.005)


def test_where_y1_is_0_w2_has_no_say(claim):
    def effect(rng):
        given = anything(rng)
        without = replace(given, x=0.0)
        assert lesson5.follow_paths(without).by_w2 == 0
        assert not lesson5.nudge_weight("w2", 0.5, without).changes.any()
        return abs(lesson5.nudge_weight("w2", 0.5, given).change)

    claim.over_draws(effect, at_least=1.0)


def test_paths_add_even_where_values_multiply(claim):
    def effect(rng):
        p, q, x = rng.uniform(0.5, 3, 3)
        g, e = p * x, x**2 + q
        through_g, through_e = e * p, g * 2 * x
        measured = numerical_gradient(lambda at: p * at[0] * (at[0] ** 2 + q), [x])[0]
        added, multiplied = through_g + through_e, through_g * through_e
        return abs(multiplied - measured) - 1e4 * abs(added - measured)

    claim.over_draws(effect, at_least=1.0)


def test_signs_of_w2_and_w3_say_whether_the_paths_pull_together(claim):
    def effect(rng):
        given = anything(rng)
        parts = lesson5.follow_paths(given).parts
        return parts["y2"] * parts["y3"] * np.sign(given.w2 * given.w3)

    claim.over_draws(effect, at_least=1.0)


def test_measuring_finds_a_forgotten_path(claim):
    def effect(rng):
        given = anything(rng)
        gaps = []
        for forgotten in ("nothing", "y2", "y3"):
            seen = lesson5.forget_path(forgotten, given)
            gaps.append(abs(seen.answer - seen.measured) / abs(seen.measured))
        assert gaps[0] < 1e-4
        return min(gaps[1:]) - 1e-4

    claim.over_draws(effect)


def test_a_wrong_sign_leads_uphill(claim):
    """A small step against the answer; with the right sign it leads downhill."""

    def uphill(rng):
        while True:
            given = anything(rng)
            seen = lesson5.forget_path("y3", given)
            if seen.verdict == "wrong_sign":
                break
        step = 1e-4 * np.sign(seen.answer)
        assert lesson5.nudge_weight("w1", -1e-4 * np.sign(seen.total), given).change < 0
        return lesson5.nudge_weight("w1", -step, given).change

    claim.over_draws(uphill, at_least=1.0)


def test_a_tenth_of_the_push_leaves_a_hundredth_of_the_miss(claim):
    def effect(rng):
        given = anything(rng)
        large, small = (lesson5.nudge_weight("w1", push, given).miss for push in (0.01, 0.001))
        return 0.2 - abs(np.log10(large / small) - 2)

    claim.over_draws(effect)


def test_a_sigmoid_lets_at_most_a_quarter_through(claim):
    claim.over(SUMS, lambda z: 0.25 + 1e-12 - lesson5.pass_through(z).slope)
    assert lesson5.pass_through(0.0).slope == 0.25
    assert lesson5.pass_through(0.0).value == 0.5

    def multiplied(z):
        seen = lesson5.pass_through(z)
        at, factor = np.array([z]), 1.0
        for _ in range(6):  # each of them shifted so that it stands at z as well
            step = 1e-6
            factor *= (sigmoid(at + step) - sigmoid(at - step))[0] / (2 * step)
        return 1e-4 - abs(seen.left[-1] / factor - 1)

    claim.over([-4.0, -1.0, 0.0, 2.0, 5.0], multiplied)
    # Without the sigmoid nothing is lost.
    assert (lesson5.pass_through(5.0, with_sigmoid=False).left == 1).all()


def test_a_saturated_sigmoid_closes_its_path(claim):
    """The path through y2, against what it would carry with a line in the sigmoid's place."""

    def effect(rng):
        given = anything(rng)
        y1 = given.w1 * given.x
        saturated = replace(given, w2=6.0 / y1)
        paths = lesson5.follow_paths(saturated)
        assert paths.values["y2"] > 0.99
        open_path = paths.parts["y2"] / paths.factors["y1", "y2"] * saturated.w2
        shares = [
            abs(lesson5.follow_paths(replace(given, w2=z / y1)).factors["y1", "y2"] * y1 / z)
            for z in (0.5, 2.0, 4.0, 6.0)
        ]
        assert all(one > other for one, other in pairwise(shares))
        return 0.01 - abs(paths.parts["y2"] / open_path)

    claim.over_draws(effect, at_least=1.0)


def test_the_change_is_the_derivative_times_the_push(claim):
    def effect(rng):
        seen = lesson5.nudge_weight("w1", 0.01, anything(rng))
        return 0.1 * abs(seen.change) - seen.miss

    claim.over_draws(effect)
    first = lesson5.nudge_weight("w1", 0.01)
    assert first.change > 0
    assert first.miss < 0.02 * first.change
