"""The table of ten classes."""

import numpy as np

from lessonlib.experiments import lesson3
from lessonlib.metrics import top_n_accuracy_score


def test_the_table_has_a_score_for_each_day_and_class():
    table = lesson3.score_table()
    assert table.scores.shape == (365, 10)
    assert table.date[0] == np.datetime64("2015-01-01")
    assert np.ptp(np.bincount(table.y)) <= 2, "ten parts of about the same length"


def test_the_scores_know_more_than_guessing():
    table = lesson3.score_table()
    for n in range(1, 10):
        assert top_n_accuracy_score(table.y, table.scores, n) > 1.5 * n / 10 or n > 6


def test_hits_are_those_of_the_metric():
    table = lesson3.score_table()
    for n, seed in ((1, 0), (3, 1), (5, 2)):
        ranked = lesson3.rank_classes(n, seed)
        share = top_n_accuracy_score(ranked.days.y, ranked.days.scores, n)
        assert ranked.n_hits == round(share * lesson3.N_ROWS) == np.sum(ranked.hits)
        assert ranked.percent == 100 * top_n_accuracy_score(table.y, table.scores, n)
        assert ranked.chance == 10 * n


def test_days_are_drawn_from_the_table_in_order():
    table, days = lesson3.score_table(), lesson3.rank_classes(1, seed=4).days
    assert np.all(np.diff(days.date) > np.timedelta64(0))
    places = np.searchsorted(table.date, days.date)
    for drawn, whole in zip(days, table, strict=True):
        np.testing.assert_array_equal(drawn, whole[places])
