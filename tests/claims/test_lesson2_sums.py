"""Lesson 2, bumps, stairs, networks built by hand, and the answer to its question."""

import numpy as np

from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments import lesson2
from lessonlib.experiments.lesson2 import DENSE_GRID, SCORE_GRID
from lessonlib.networks import forward, pack
from lessonlib.training import train

SINE = ((-2.0, 3.0, -2.0), (0.0, 3.0, 2.0), (2.0, 3.0, -2.0))


def test_two_sigmoids_make_a_bump(claim):
    def effect(rng):
        left, width = rng.uniform(-1.5, 0.0), rng.uniform(0.5, 1.5)
        height, steepness = rng.choice([-1, 1]) * rng.uniform(0.5, 2), 20 / width
        places = np.array([left - width, left + width / 2, left + 2 * width])
        both = forward(lesson2.bump_weights([left, left + width], [height], steepness), places)
        first = forward(pack([steepness], [-steepness * left], [height], 0.0), places)
        assert abs(first[2] / height) > 0.99, "without the second it stays up"
        return min(both[1] / height - 0.99, 0.01 - np.abs(both[[0, 2]] / height).max())

    claim.over_draws(effect, at_least=1.0)


def stairs(f, n_bumps, steepness=2000.0):
    """Return the largest and the mean squared error of a staircase."""
    edges = np.linspace(X_MIN, X_MAX, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    edges[[0, -1]] += -1, 1
    off = f(DENSE_GRID) - forward(lesson2.bump_weights(edges, heights, steepness), DENSE_GRID)
    return np.abs(off).max(), np.mean(off**2)


def test_twice_as_many_steps_leave_a_quarter(claim):
    def effect(rng):
        frequency, phase = rng.uniform(0.5, 2.0), rng.uniform(0, 2 * np.pi)
        coarse, fine = (stairs(lambda x: np.sin(frequency * x + phase), n) for n in (10, 20))
        half, quarter = fine[0] / coarse[0], fine[1] / coarse[1]
        return min(0.1 - abs(half - 0.5), 0.03 - abs(quarter - 0.25))

    claim.over_draws(effect)

    def in_the_lesson(n_bumps):
        coarse, fine = (lesson2.build_staircase("sine", n).error for n in (n_bumps, 2 * n_bumps))
        return 0.03 - abs(fine / coarse - 0.25)

    claim.over([5, 10, 20], in_the_lesson)


def test_soft_edges_follow_a_slope(claim):
    def gain(name):
        soft, steep = (lesson2.build_staircase(name, 20, w).error for w in (20.0, lesson2.STEEP))
        return np.log10(steep / soft)

    assert claim.over(["sine", "bump", "wiggle"], gain).effects[0] > 1
    assert gain("step") < 0, "where nothing slopes, soft edges do harm"


def test_neighbours_share_an_edge(claim):
    def effect(rng):
        edges, heights = np.linspace(X_MIN, X_MAX, 11), rng.normal(size=10)
        twenty = forward(lesson2.bump_weights(edges, heights, 30.0), DENSE_GRID)
        slopes = np.full(11, 30.0)
        jumps = np.diff(heights, prepend=0.0, append=0.0)
        eleven = forward(pack(slopes, -slopes * edges, jumps, 0.0), DENSE_GRID)
        return 1e-9 - np.abs(twenty - eleven).max()

    claim.over_draws(effect, at_least=1.0)


def trained(units, output_bias, name):
    y = TRUE_FUNCTIONS[name](SCORE_GRID)
    weights = lesson2.network_of(units, output_bias)
    return train(weights, SCORE_GRID, y, lesson2.LEARNING_RATE, lesson2.MOST_STEPS).losses


def test_three_sigmoids_make_this_sine(claim):
    y = TRUE_FUNCTIONS["sine"](SCORE_GRID)

    def effect(rng):
        units = SINE + rng.uniform(-0.1, 0.1, (3, 3))
        losses = trained(units, 1.0, "sine")
        left_out = [
            np.mean((y - forward(lesson2.network_of(np.delete(units, i, 0), c), SCORE_GRID)) ** 2)
            for i in range(3)
            for c in (-1.0, 0.0, 1.0)
        ]
        return np.log10(min(min(left_out) / losses[0], losses[0] / losses[-1]))

    claim.over_draws(effect)


def test_a_good_start_helps_on_wiggle(claim):
    crossings = np.pi / 5 * np.arange(-4, 5)
    good = np.array([(place, 8.0, 1.0 - 2 * (i % 2)) for i, place in enumerate(crossings)])

    def effect(rng):
        starts = (np.array(lesson2.START_UNITS), good)
        poor, better = (
            trained(units + rng.uniform(-0.1, 0.1, units.shape), -0.5, "wiggle")[-1]
            for units in starts
        )
        return np.log10(poor / better) - 1

    claim.over_draws(effect)


def test_h_sigmoids_join_h_plus_one_levels(claim):
    def effect(rng):
        levels, middles = rng.uniform(-1, 1, 9), lesson2.middles_of(9)
        steep, gentle = (
            np.abs(levels - forward(lesson2.join_levels(levels, steepness), middles)).max()
            for steepness in (60.0, 3.0)
        )
        return min(1e-3 - steep, gentle - 0.1)

    claim.over_draws(effect)


def test_soft_ones_come_nearer_with_fewer(claim):
    """Twelve soft ones against twice as many steps, on curves without jumps."""

    def effect(rng):
        curve = lesson2.random_curve(rng)
        soft, steps = lesson2.follow_curve(curve, 12), lesson2.follow_curve(curve, 24, True)
        return np.log10(steps.error / soft.error)

    claim.over_draws(effect)


def test_any_curve_is_followed(claim):
    def effect(curve):
        eight, twenty = (lesson2.follow_curve(curve, h).error for h in (8, 20))
        roughly = 0.4 - np.sqrt(eight / np.var(curve))
        not_to_be_seen = 0.02 - np.sqrt(twenty)
        return min(roughly, not_to_be_seen)

    claim.over_draws(lambda rng: effect(lesson2.random_curve(rng)))
    claim.over(map(lesson2.numbered_curve, range(lesson2.LAST_CURVE + 1)), effect)


def test_a_narrow_bump_has_to_be_steep(claim):
    """Where the bump is low, the second has begun to fall; steeper ones there reach the height."""

    def effect(setting):
        width, height = setting
        low, steep = (lesson2.make_bump(0.0, width, w / width, height) for w in (3.0, 30.0))
        middle = int(np.argmin(np.abs(lesson2.GRID - width / 2)))
        assert (low.verdict, steep.verdict) == ("low", "full")
        assert abs(steep.falling[middle] / height) < 0.001
        return min(-low.falling[middle] / height, 1 - low.rising[middle] / height) - 0.1

    claim.over([(width, v) for width in (0.2, 0.5, 1.0, 2.0) for v in (-2.0, 1.0)], effect)


def test_too_large_a_step_diverges(claim):
    y = TRUE_FUNCTIONS["sine"](SCORE_GRID)

    def effect(rng):
        units = rng.uniform([-3, 0.5, -2], [3, 20, 2], (10, 3))
        start = lesson2.network_of(units, 0.0)
        large, small = (train(start, SCORE_GRID, y, rate, 50) for rate in (50.0, 0.05))
        return large.diverged - 0.5 if not small.diverged else -1.0

    claim.over_draws(effect)
