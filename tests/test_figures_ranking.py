"""Random pairs, and the table of ten classes."""

import numpy as np
import pytest

from lessonlib.figures import ranking, thresholds
from lessonlib.metrics import roc_auc_score, top_n_accuracy_score


def test_random_pairs_estimate_the_area():
    area = roc_auc_score(*thresholds.rain_scores())
    shares = []
    for seed in range(20):
        rainy, dry = ranking.draw_pairs(0.0, seed)
        shares.append(np.mean((np.sign(rainy - dry) + 1) / 2))
    assert np.mean(shares) == pytest.approx(area, abs=0.01)
    assert np.std(shares) < 0.03


def test_the_table_has_a_score_for_each_day_and_class():
    table = ranking.score_table()
    assert table.scores.shape == (365, 10)
    assert table.date[0] == np.datetime64("2015-01-01")
    assert np.ptp(np.bincount(table.y)) <= 2, "ten parts of about the same length"


def test_the_scores_know_more_than_guessing():
    table = ranking.score_table()
    for n in range(1, 10):
        assert top_n_accuracy_score(table.y, table.scores, n) > 1.5 * n / 10 or n > 6


def test_hits_shown_are_those_of_the_metric():
    table = ranking.score_table()
    for n, seed in ((1, 0), (3, 1), (5, 2)):
        rows = np.sort(np.random.default_rng(seed).choice(365, ranking.N_ROWS, replace=False))
        share = top_n_accuracy_score(table.y[rows], table.scores[rows], n)
        words = ranking.top_n().update(n_highest=n, seed=seed).words
        assert f"in {round(share * ranking.N_ROWS)} of the {ranking.N_ROWS} days" in words
