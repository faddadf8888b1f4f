"""Random pairs of a rainy and a dry day."""

import numpy as np
import pytest

from lessonlib.experiments import lesson3
from lessonlib.metrics import roc_auc_score


def test_random_pairs_estimate_the_area():
    area = roc_auc_score(*lesson3.rain_scores())
    shares = []
    for seed in range(lesson3.N_SEEDS):
        duels = lesson3.duel(lesson3.MOST_PAIRS, 0.0, seed)
        assert duels.area == area
        shares.append(np.mean((np.sign(duels.rainy - duels.dry) + 1) / 2))
        assert duels.shares[-1] == pytest.approx(shares[-1]) == pytest.approx(duels.percent / 100)
    assert np.mean(shares) == pytest.approx(area, abs=0.01)
    assert np.std(shares) < 0.03


def test_more_pairs_begin_with_the_same_ones():
    few, many = (lesson3.duel(n, 0.0, 3) for n in (10, 100))
    np.testing.assert_array_equal(few.rainy, many.rainy[:10])
    np.testing.assert_array_equal(few.shares, many.shares[:10])
    assert few.n_wins == pytest.approx(10 * few.shares[-1])


def test_other_seeds_are_those_that_can_be_chosen():
    others = lesson3.shares_of_all_seeds(1.0)
    assert others.shape == (lesson3.N_SEEDS, lesson3.MOST_PAIRS)
    np.testing.assert_array_equal(others[4], lesson3.duel(lesson3.MOST_PAIRS, 1.0, 4).shares)
