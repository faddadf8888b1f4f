"""Which wrong tenth of the year gets the highest score."""

import numpy as np
import pytest

from lessonlib.experiments import lesson3
from lessonlib.metrics import top_n_accuracy_score


def test_hits_and_misses_are_those_of_top_one():
    table, found = lesson3.score_table(), lesson3.count_misses()
    assert found.n_days == len(table.y) == found.days.sum()
    assert found.counts["right"] == np.trace(found.days)
    assert found.counts["right"] / found.n_days == top_n_accuracy_score(table.y, table.scores, 1)
    assert sum(found.counts.values()) == found.n_days == found.counts["right"] + found.n_misses


def test_kinds_of_misses():
    kinds = lesson3.kind_of_cells()

    def kind(true, best):
        return lesson3.KINDS[kinds[true - 1, best - 1]]

    assert kind(4, 4) == "right"
    assert kind(1, 10) == kind(10, 1) == kind(6, 7) == "neighbour"
    assert kind(4, 8) == kind(8, 4) == kind(1, 9) == "other_half"
    assert kind(2, 5) == kind(7, 10) == "rest"


@pytest.mark.parametrize("choice", lesson3.CHOICES)
def test_only_the_chosen_tenths_are_judged(choice):
    found, classes = lesson3.count_misses(choice), lesson3.CHOICES[choice]
    others = np.setdiff1d(np.arange(lesson3.N_CLASSES), classes)
    assert found.days[others].sum() == found.days[:, others].sum() == 0
    assert np.all(found.days[list(classes)].sum(axis=1) > 30)


def test_every_year_is_judged_by_the_others():
    tables = [lesson3.score_table(year) for year in lesson3.YEARS]
    assert [len(table.y) for table in tables] == [366, 365, 365, 365]
    for table, year in zip(tables, lesson3.YEARS, strict=True):
        assert np.all(table.date.astype("datetime64[Y]") == np.datetime64(str(year)))
