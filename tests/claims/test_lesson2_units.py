"""Lesson 2, what one unit does, and what it would do without its sigmoid."""

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson2
from lessonlib.experiments.lesson2 import GRID, WIDTHS
from lessonlib.networks import contributions, pack, spread_hidden_units, unpack

SMOOTH = ("sine", "bump", "wiggle")


def goes_one_way(curve):
    steps = np.diff(curve)
    return bool((steps >= 0).all() or (steps <= 0).all())


def turns(fit):
    """Return how far the sum goes the way that it goes less; below 0 if a part goes both ways."""
    steps = np.diff(fit.output)
    less = min(steps[steps > 0].sum(), -steps[steps < 0].sum())
    return less if all(map(goes_one_way, fit.parts.T)) else -1.0


def test_each_goes_one_way_and_their_sum_both_ways(claim):
    first = lesson2.follow_curve(lesson2.numbered_curve(0), lesson2.BUILT_WIDTH)
    assert claim.over([first], turns).mean > 1
    claim.over_draws(lambda rng: turns(lesson2.follow_curve(lesson2.random_curve(rng), 8)))


def test_most_of_the_rise_takes_four_over_w(claim):
    def share_of_rise(w):
        place = 0.3
        ends = sigmoid(w * (place + np.array([-2, 2]) / abs(w)) - w * place)
        return abs(ends[1] - ends[0]) - 0.75

    claim.over([-5.0, -1.0, 0.5, 1.0, 2.0, 5.0], share_of_rise)


def test_the_weight_moves_the_curve_too(claim):
    """With the bias left alone it moves; with the bias changed by the same factor it does not."""

    def moved(setting):
        w, b = setting
        before, alone, both = (
            lesson2.place_sigmoid(*pair, 1.0) for pair in ((w, b), (2 * w, b), (2 * w, 2 * b))
        )
        assert alone.width == both.width == before.width / 2
        assert goes_one_way(before.curve)
        assert (before.curve[-1] < before.curve[0]) == (w < 0)
        return abs(alone.place - before.place) - 1e6 * abs(both.place - before.place)

    settings = [(w, b) for w in (-2.5, -1.0, 0.5, 2.0) for b in (-5.0, -2.0, 1.0, 4.0)]
    claim.over(settings, moved)


def test_swapped_weight_and_bias_stand_elsewhere(claim):
    def differs(pair):
        right, swapped = (lesson2.place_sigmoid(*one, 1.0) for one in (pair, pair[::-1]))
        assert swapped.curve[-1] < swapped.curve[0]
        return abs(right.place - swapped.place)

    assert claim.over([(2.0, -4.0)], differs).mean == 1.5


def added(w, place, v):
    """Return what a unit adds a width left of its place, and what it lacks of v on the right."""
    one = contributions(pack([w], [-w * place], [v], 0.0), GRID)[:, 0]
    z = w * (GRID - place)
    left, right = np.abs(one[z < -4]), np.abs(v - one[z > 4])
    return max(left.max(initial=0.0), right.max(initial=0.0)) / abs(v)


def test_each_bends_the_sum_where_it_stands(claim):
    def effect(rng):
        w, place, v = rng.uniform(3, 20), rng.uniform(-1.5, 1.5), rng.uniform(-2, 2)
        # The line without its sigmoid is anything but level there.
        line = np.ptp(v * w * (GRID[w * (GRID - place) > 4] - place)) / abs(v)
        return min(0.02 - added(w, place, v), line - 0.02)

    claim.over_draws(effect, at_least=1.0)
    network = lesson2.build_up()
    units = zip(network.hidden_weights, network.places, network.heights, strict=True)
    claim.over(units, lambda unit: 0.02 - added(*unit))


def errors_on_the_way(curve):
    """Return the error of the constant and the first 0, 1, 2 … units of a fit."""
    fit = lesson2.follow_curve(curve, lesson2.BUILT_WIDTH)
    missing = np.cumsum(fit.parts[:, ::-1], axis=1)[:, ::-1].T
    return np.append(np.mean((curve - (fit.output - missing)) ** 2, axis=1), fit.error)


def test_a_part_of_a_good_network_need_not_be_good(claim):
    def effect(curve):
        errors = errors_on_the_way(curve)
        assert errors[-1] == errors.min()
        return np.diff(errors).max() / np.var(curve)

    claim.over([lesson2.numbered_curve(0)], effect)
    claim.over_draws(lambda rng: effect(lesson2.random_curve(rng)))


def bend(curve):
    return np.abs(np.diff(curve, 2)).max()


def test_a_sum_of_lines_is_a_line(claim):
    def effect(rng):
        w, b, v = rng.normal(0, 3, (3, 50))
        z = np.outer(GRID, w) + b
        return bend(sigmoid(z) @ v) - 1e3 * bend(z @ v)

    claim.over_draws(effect, at_least=1.0)

    def stays(setting):
        made = lesson2.sum_units(*setting, with_sigmoid=False)
        assert bend(made.output) < 1e-9
        return 1e-9 - abs(made.error - made.line_error)

    claim.over([(name, width) for name in SMOOTH for width in WIDTHS], stays)


def test_without_the_sigmoid_more_units_do_not_help(claim):
    def effect(name):
        one, fifty = (lesson2.sum_units(name, width, False).error for width in (1, 50))
        with_it = lesson2.sum_units(name, 50, True)
        assert fifty == np.clip(fifty, 0.999 * one, 1.001 * one)
        return np.log10(with_it.line_error / with_it.error) - 3

    claim.over(SMOOTH, effect)


BENDS = {
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "absolute": np.abs,
    "arcus tangent": np.arctan,
}


def best_error(bent, name):
    """Return the least error of fifty units with another function in the sigmoid's place."""
    w, b, _, _ = unpack(spread_hidden_units(50, -3.0, 3.0))
    columns = np.column_stack([bent(np.outer(GRID, w) + b), np.ones(len(GRID))])
    y = TRUE_FUNCTIONS[name](GRID)
    return np.mean((y - columns @ np.linalg.lstsq(columns, y, rcond=1e-9)[0]) ** 2) / np.var(y)


def test_the_bend_need_not_be_a_sigmoid(claim):
    settings = [(bent, name) for bent in BENDS.values() for name in SMOOTH]
    claim.over(settings, lambda setting: 0.01 - best_error(*setting))
    assert best_error(np.square, "wiggle") > 0.5, "a sum of parabolas is a parabola"
