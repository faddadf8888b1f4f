"""Lesson 3: which wrong tenth of the year gets the highest score, and why."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import IntArray
from lessonlib.experiments.lesson3.ranking import N_CLASSES, ScoreTable, score_table

YEARS = (2012, 2013, 2014, 2015)
# Which tenths there are: taking some away takes a suspect away.
CHOICES: dict[str, tuple[int, ...]] = {
    "all_tenths": tuple(range(N_CLASSES)),
    "neighbours": (2, 3, 4),
    "both_halves": (3, 5, 7),  # spring, summer, autumn
    "neither": (1, 3, 5),  # it only grows warmer, and a tenth lies between each two
}
KINDS = ("right", "neighbour", "other_half", "rest")
_N_WARMING = 6  # so many tenths grow warmer, from January to early August


class Misses(NamedTuple):
    """Days by their tenth of the year and by the tenth with the highest score.

    Attributes
    ----------
    days : ndarray of int of shape (N_CLASSES, N_CLASSES)
        How many days of a tenth (row) have their highest score for a tenth (column).
    counts : dict of str to int
        How many days are of each of ``KINDS``.
    n_days, n_misses : int
    """

    days: IntArray
    counts: dict[str, int]
    n_days: int
    n_misses: int


@lru_cache(maxsize=32)
def count_misses(choice: str = "all_tenths", test_year: int = 2015) -> Misses:
    """Give each day the tenth with its highest score, and sort the misses by their kind.

    Parameters
    ----------
    choice : str
        A key of ``CHOICES``: the tenths that there are.
    test_year : int
        The year that is judged; the others say what weather is usual.

    Returns
    -------
    Misses
    """
    return sort_misses(score_table(test_year), CHOICES[choice])


def sort_misses(table: ScoreTable, classes: tuple[int, ...]) -> Misses:
    """Do the same for a table of scores.

    Parameters
    ----------
    table : ScoreTable
    classes : tuple of int
        The tenths that there are; days of others are left out.

    Returns
    -------
    Misses
    """
    here = np.isin(table.y, classes)
    best = np.asarray(classes)[np.argmax(table.scores[here][:, classes], axis=1)]
    days = np.zeros((N_CLASSES, N_CLASSES), dtype=int)
    np.add.at(days, (table.y[here], best), 1)
    kinds = kind_of_cells()
    counts = {name: int(days[kinds == k].sum()) for k, name in enumerate(KINDS)}
    return Misses(days, counts, int(days.sum()), int(days.sum() - counts["right"]))


def kind_of_cells() -> IntArray:
    """Say of each true and each best tenth which of ``KINDS`` they make, as its place there.

    Returns
    -------
    ndarray of int of shape (N_CLASSES, N_CLASSES)

    Notes
    -----
    The last tenth and the first are neighbours. Of the other half of the year is a tenth that
    grows colder if this one grows warmer, unless they are neighbours.
    """
    true, best = np.indices((N_CLASSES, N_CLASSES))
    apart = np.abs(true - best)
    apart = np.minimum(apart, N_CLASSES - apart)
    other_half = (true < _N_WARMING) != (best < _N_WARMING)
    return np.select([apart == 0, apart == 1, other_half], [0, 1, 2], 3)
