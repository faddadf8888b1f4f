"""What the figure of lesson 4 says of a training, compared with what comes of it."""

from functools import cache

import longer_trainings
import numpy as np
from covering import covering_sample

from lessonlib.experiments import lesson4 as experiments
from lessonlib.training import train

RIGHT, WRONG = 1.0, -1.0
SEEDS = longer_trainings.SEEDS


@cache
def sample():
    """Go on from settings in which every pair of values of two controls occurs."""
    rates, noises = longer_trainings.RATES[:8:2], (0.0, 0.15, 0.4)
    levels = [[*rates, *longer_trainings.RATES[7:9]], [1, 2, 4, 10], noises, [0, 3, 7]]
    gone_on = [longer_trainings.go_on(*setting) for setting in covering_sample(levels)]
    return [one for one in gone_on if one is not None]


def settings_that_end(*ends, rates, widths, noises=(0.15, 0.3)):
    """Return settings whose training is said to end so, with their losses."""
    seen = {
        (rate, width, noise_std, seed): experiments.train_network(rate, width, noise_std, seed=seed)
        for rate in rates
        for width in widths
        for noise_std in noises
        for seed in SEEDS
    }
    return {setting: one for setting, one in seen.items() if one.verdict.end in ends}


def test_what_is_said_of_the_end_is_right(claim):
    assert len({one.end for one in sample()}) >= 4
    claim.batch([RIGHT if one.is_right else WRONG for one in sample()], at_least=0.95)


def test_what_still_jumps_goes_on_jumping(claim):
    jumping = settings_that_end("restless", rates=(0.5, 0.7), widths=(4, 7, 10), noises=(0.15,))
    assert len(jumping) >= 8

    def jumps_on(setting):
        rate, width, noise_std, seed = setting
        problem = experiments.make_problem(width, noise_std, 200, seed)
        losses = train(*problem, rate, experiments.N_STEPS * 3 // 2).losses
        return RIGHT if experiments.rises(losses[experiments.N_STEPS :]).any() else WRONG

    claim.over(jumping, jumps_on, at_least=0.75)


def test_another_start_or_width_gets_lower(claim):
    level = settings_that_end("level", rates=(0.2,), widths=(1, 2), noises=(0.15,))
    assert len(level) >= 6

    def gain(setting):
        rate, width, noise_std, _ = setting
        others = [
            experiments.train_network(rate, other, noise_std, seed=seed).losses[-1]
            for seed in list(SEEDS)[:5]
            for other in (width, 10)
        ]
        return np.log(level[setting].losses[-1] / min(others)) - np.log(1.1)

    claim.over(level, gain)


def test_a_plateau_may_end(claim):
    def share_left(end, width):
        found = settings_that_end(end, rates=(0.15, 0.2), widths=(width,))
        assert len(found) >= 8
        return np.array([longer_trainings.go_on(*one).left for one in list(found)[:12]])

    # Many fall again; of those that are said to be level, hardly any.
    claim.batch(0.8 - share_left("plateau", 2), at_least=0.25)
    claim.batch(share_left("level", 1) - 0.8, at_least=0.9)


def test_where_the_loss_rises_a_smaller_rate_would_fall(claim):
    rates, losses = [0.2, 0.3, 0.4, 0.5], []
    for rate in rates:
        for seed in SEEDS:
            seen = experiments.train_network(rate, 6, 0.15, seed=seed)
            if seen.verdict.way == "jumps":
                losses.append(experiments.train_network(rate / 5, 6, 0.15, seed=seed).losses)
    assert len(losses) >= 8
    falls = [experiments.falls_throughout(one) for one in losses]
    claim.batch(np.where(falls, RIGHT, WRONG), at_least=0.95)
