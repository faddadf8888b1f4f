"""Looking too often."""

import numpy as np
import pytest

from lessonlib.experiments import lesson1


def test_best_so_far_follows_the_smallest():
    scores = np.array([[3.0, 5.0, 2.0, 2.5, 1.0], [1.0, 1.0, 0.0, 2.0, 3.0]])
    best = [[0, 0, 2, 2, 4], [0, 1, 2, 2, 2]]
    np.testing.assert_array_equal(lesson1.best_so_far(scores), best)


def test_the_scores_are_those_of_the_networks():
    """Averaged over many test sets, each network scores its error on fresh data."""
    peeks = lesson1.peek(100, 0)
    assert peeks.scores.shape == (lesson1.N_TEST_SETS, lesson1.MOST_PEEKS)
    np.testing.assert_allclose(peeks.scores.mean(axis=0), peeks.fresh, rtol=0.05)
    spread = np.std(peeks.scores[:, 0])
    assert 0.5 < spread / (peeks.fresh[0] * np.sqrt(2 / 100)) < 2
    assert peeks.fresh.min() > lesson1.PEEKING_NOISE**2


@pytest.mark.parametrize("choose_by", ["test", "validation"])
def test_a_score_is_optimistic_where_it_is_below_the_error_on_fresh_data(choose_by):
    peeks = lesson1.peek(15, 0, choose_by)
    claimed = peeks.true.mean(axis=0) * (1 - peeks.optimism / 100)
    np.testing.assert_allclose(claimed, peeks.told.mean(axis=0))
    np.testing.assert_array_equal(peeks.true, peeks.fresh[peeks.best])


def test_only_the_test_sets_own_choice_has_its_least_score():
    by_test, by_validation = (lesson1.peek(15, 0, name) for name in ("test", "validation"))
    np.testing.assert_array_equal(by_test.told[:, -1], by_test.scores.min(axis=1))
    assert np.mean(by_validation.told[:, -1] > by_validation.scores.min(axis=1)) > 0.9
