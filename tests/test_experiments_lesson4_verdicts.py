"""What is said of a training of the network."""

import collections

import longer_trainings
import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments


def losses_that(start, middle, end, n_steps=500):
    """Return losses that go in two straight lines."""
    steps = np.arange(n_steps + 1)
    return np.interp(steps, [0, n_steps // 2, n_steps], [start, middle, end])


@pytest.mark.parametrize(
    ("losses", "noise_floor", "downwards", "way", "end"),
    [
        (losses_that(4.0, 2.0, 1.0), 0.1, 0.0, "falls", "falling"),
        (losses_that(4.0, 2.0, 1.95), 0.1, 0.0, "falls", "slowly"),
        (losses_that(4.0, 2.0, 1.99), 0.1, 0.0, "falls", "level"),
        (losses_that(4.0, 2.0, 1.99), 0.1, 1e-4, "falls", "level"),
        (losses_that(4.0, 2.0, 1.99), 0.1, 1e-3, "falls", "plateau"),
        (losses_that(4.0, 2.0, 1.0), 0.9, 1e-3, "falls", "noise"),
        (losses_that(4.0, 2.0, 2.1), 0.1, 0.0, "jumps", "restless"),
        (np.append(3.0, losses_that(4.0, 2.0, 1.0, 499)), 0.1, 0.0, "jumps", "falling"),
        (np.append(losses_that(4.0, 9.0, 9.0), np.inf), 0.1, 0.0, "diverges", ""),
        (losses_that(1.0, 0.1, 0.1) * (1 + 1e-12 * np.arange(501)), 0.0, 0.0, "falls", "level"),
    ],
)
def test_a_training_is_named_by_its_way_and_its_end(losses, noise_floor, downwards, way, end):
    verdict = experiments.judge(losses, noise_floor, downwards)
    assert (verdict.way, verdict.end) == (way, end)


def test_rises_are_counted():
    losses = np.array([4.0, 5.0, 3.0, 3.5, 3.5 * (1 + 1e-12)])
    assert experiments.judge(losses, 0.0, 0.0).n_rises == 2
    np.testing.assert_array_equal(experiments.rises(losses), [True, False, True, False])


def test_falling_is_told_for_each_column():
    losses = np.array([[4.0, 4.0, 4.0], [3.0, 5.0, np.inf]])
    np.testing.assert_array_equal(experiments.falls_throughout(losses), [True, False, False])


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", longer_trainings.SEEDS)
def test_what_is_said_of_the_end_is_right_at_every_setting(seed):
    table = collections.Counter()
    for rate in longer_trainings.RATES:
        for noise_std in longer_trainings.NOISES:
            for width in longer_trainings.WIDTHS:
                longer = longer_trainings.go_on(rate, width, noise_std, seed)
                end, right = (longer.end, longer.is_right) if longer else ("diverged", True)
                table[end, "right" if right else "wrong"] += 1
    print(f"start {seed}: {sorted(table.items())}")
    wrong = sum(n for (_, name), n in table.items() if name == "wrong")
    told = sum(n for (end, _), n in table.items() if end not in ("diverged", "plateau"))
    assert wrong <= 0.05 * told
