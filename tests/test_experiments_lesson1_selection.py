"""Choosing by validation, and looking too often."""

import numpy as np
import pytest

from lessonlib.datasets import sample_dataset
from lessonlib.experiments import lesson1
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward


def test_best_so_far_follows_the_smallest():
    scores = np.array([3.0, 5.0, 2.0, 2.5, 1.0])
    np.testing.assert_array_equal(lesson1.best_so_far(scores), [0, 0, 2, 2, 4])


def test_peeking_flatters_more_with_more_looks():
    gaps = []
    for seed in range(20):
        scores, fresh, best, _ = lesson1.peek(15, seed)
        gaps.append((fresh[best] - scores[best])[[0, 20, 199]])
    one, some, many = np.mean(gaps, axis=0)
    assert one < some < many


def test_error_on_fresh_data_is_what_measuring_would_give():
    rng = np.random.default_rng(0)
    fit = lesson1.try_widths(80, 0.15).fits[lesson1.WIDTHS.index(8)]
    x, y = sample_dataset(lesson1.TRUE_FUNCTION, 200_000, 0.15, rng)
    measured = mean_squared_error(y, forward(fit, x))
    assert lesson1.error_on_fresh_data(fit, lesson1.TRUE_FUNCTION, 0.15) == pytest.approx(
        measured, rel=0.02
    )


def test_validation_turns_where_training_does_not():
    errors = lesson1.try_widths(80, 0.15).errors
    turn = int(np.argmin(errors["validation"]))
    assert 0 < turn < len(lesson1.WIDTHS) - 5
    assert errors["train"][-1] < errors["train"][turn] < errors["train"][0]


def test_a_score_is_optimistic_where_it_is_below_the_error_on_fresh_data():
    peeks = lesson1.peek(15, 0)
    claimed = peeks.fresh[peeks.best] * (1 - peeks.optimism / 100)
    np.testing.assert_allclose(claimed, peeks.scores[peeks.best])
