"""Lesson 2, how near a sum of sigmoids comes: without a jump, at one, and far out."""

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson2
from lessonlib.experiments.lesson2 import ERROR_GRID, STEEPNESSES, WIDTHS
from lessonlib.metrics import largest_error
from lessonlib.networks import forward, pack, unpack

SMOOTH = ("sine", "bump", "wiggle")


def test_without_a_jump_both_errors_vanish(claim):
    def effect(name):
        mean, largest = lesson2.errors_of_widths(name)
        return min(1e-4 - mean[-1] / mean[0], 0.05 - largest[-1] / largest[0])

    claim.over(SMOOTH, effect)
    largest = lesson2.errors_of_widths("step").largest
    assert largest[-1] > 0.9 * largest[0], "with a jump it does not"


def best_error(name, w, b):
    """Return the least error of units that stand where they stand."""
    y = TRUE_FUNCTIONS[name](ERROR_GRID)
    columns = np.column_stack([sigmoid(np.outer(ERROR_GRID, w) + b), np.ones(len(ERROR_GRID))])
    return np.mean((y - columns @ np.linalg.lstsq(columns, y, rcond=1e-12)[0]) ** 2)


def test_one_more_sigmoid_can_make_it_worse(claim):
    """It moves all the others; where they stay as they are, the error never rises."""

    def effect(name):
        mean = lesson2.errors_of_widths(name).mean
        for hidden_width in (2, 4, 9):
            w, b, _, _ = unpack(lesson2.fit_width(name, hidden_width))
            more = best_error(name, np.append(w, w[0]), np.append(b, -w[0] * 0.4))
            assert more < best_error(name, w, b) * (1 + 1e-9)
        return np.diff(np.log(mean)).max()

    claim.over(SMOOTH, effect)


def test_an_even_number_has_none_at_the_jump(claim):
    mean = lesson2.errors_of_widths("step").mean
    claim.over(range(2, 51, 2), lambda even: np.log(mean[even - 1] / mean[even - 2]))


def test_only_the_mean_error_falls_at_a_jump(claim):
    mean, largest = lesson2.errors_of_widths("step")
    claim.over(range(len(WIDTHS)), lambda i: 0.01 - abs(largest[i] - 0.5))
    assert mean[WIDTHS.index(50)] < 0.2 * mean[WIDTHS.index(5)]


def test_half_the_jump_remains(claim):
    """Whatever the network: heights and places by chance, and those of the figure."""
    y = TRUE_FUNCTIONS["step"](ERROR_GRID)

    def effect(rng):
        w, b, v = rng.normal(0, 1, (3, 10)) * [[100.0], [30.0], [1.0]]
        return largest_error(y, forward(pack(w, b, v, rng.normal()), ERROR_GRID)) - 0.5 + 1e-9

    claim.over_draws(effect, at_least=1.0)
    claim.over(WIDTHS, lambda h: lesson2.errors_of_widths("step").largest[h - 1] - 0.5 + 1e-9)
    assert lesson2.errors_of_widths("sine").largest[-1] < 0.01, "without a jump there is no half"


# Steeper, and more of them -----------------------------------------------------------------------


def test_steeper_makes_the_stretch_narrower(claim):
    """Along the whole control, for one sigmoid and for many."""

    def effect(setting):
        width, steepness = setting
        wide, narrow = (
            lesson2.fit_steep("step", width, w).share for w in (steepness, 2 * steepness)
        )
        return 0.1 - abs(narrow / wide - 0.5)

    claim.over([(1, w) for w in (2.0, 5.0, 10.0, 20.0, 50.0)], effect)


def test_at_a_jump_steepness_counts_more(claim):
    """Forty-nine in place of one gain less than one that is four times as steep."""

    def effect(steepness):
        many = lesson2.fit_steep("step", 49, steepness).mean
        return np.log(many / lesson2.fit_steep("step", 1, 4 * steepness).mean)

    claim.over(STEEPNESSES[STEEPNESSES <= 50], effect)
    growing = lesson2.errors_at_a_jump("step").growing
    one, many = (lesson2.fit_steep("step", width, 20.0).mean for width in (1, 49))
    assert growing[0] / growing[-1] > 10 * one / many


def test_more_of_them_make_finer_stairs(claim):
    """Where nothing jumps, steeper ones leave the stairs, and more of them do not."""

    def effect(steepness):
        few, many = (lesson2.fit_steep("sine", width, steepness).mean for width in (9, 49))
        steeper = lesson2.fit_steep("sine", 9, 2 * steepness).mean
        return min(few / many - 10, steeper / few - 1)

    claim.over([20.0, 50.0, 100.0], effect)


def test_a_curve_with_both_needs_both(claim):
    def effect(width):
        w = lesson2.steepness_of(width)
        start, steeper, more, both = (
            lesson2.fit_steep("step + sine", *one).mean
            for one in ((9, 4.0), (9, w), (width, 4.0), (width, w))
        )
        return min(start, steeper, more) / both - 2

    claim.over([25, 33, 49], effect)


def test_far_out_the_sum_is_flat(claim):
    f = TRUE_FUNCTIONS["sine"]

    def effect(width):
        weights = lesson2.fit_width("sine", width)
        near, far = np.linspace(-3, 3, 601), np.linspace(6, 12, 601)
        level = np.ptp(forward(weights, far))
        error = np.mean((f(near) - forward(weights, near)) ** 2)
        error_far = np.mean((f(far) - forward(weights, far)) ** 2)
        assert level < 0.01
        return np.log10(error_far / error) - 2

    claim.over([8, 20, 50], effect)
