"""Exercises of lesson 3, on ranking: ROC AUC, top N."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.metrics import roc_auc_score, top_n_accuracy_score

Rng = np.random.Generator

# auc_by_ranking(y, score): the chance that a positive outranks a negative ---------------------


def _auc_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        ([0, 1], [2.0, 2.0]),  # nothing but ties
        ([1, 0, 1, 0], [0.4, 0.4, 0.8, 0.1]),
        ([0, 0, 1, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.9]),
        ([1, 0, 0], [-1.0, 3.0, 5.0]),
        # The mean of the positives is higher; the higher sum, median and maximum, and more duels
        # than not, belong now to one class and now to the other.
        ([1, 0, 1, 0, 1, 0], [1.0, 3.0, 2.0, 4.0, 9.0, 3.5]),
        ([0, 1, 0, 0, 1, 0], [1.0, 5.0, 2.0, 3.0, 5.5, 9.0]),
    ]
    arrays = [(np.array(y), np.array(score)) for y, score in cases]
    for n_samples in (12, 25, 40):
        y = np.append([0, 1], rng.integers(0, 2, n_samples))
        arrays.append((y, np.round(rng.normal(0.8 * y, 1.0), 1 - (n_samples > 20))))
    return arrays


def _wins(y: Any, score: Any) -> Any:
    """Return for each pair 1 if the positive wins, 1/2 for a tie; (n_positive, n_negative)."""
    difference = score[y == 1][:, None] - score[y == 0]
    return (np.sign(difference) + 1) / 2


def _by_duels(name: str, formula: Callable[..., Any]) -> Mistake:
    """Make a mistake of y and the duels: of a tie one may think besides what one likes."""
    ways = (lambda wins: wins, lambda wins: wins == 1, lambda wins: wins > 0)

    def with_ties(way: Callable[..., Any]) -> Callable[..., Any]:
        return lambda y, score: formula(y, way(_wins(y, score)))

    function, *also = map(with_ties, ways)
    return Mistake(name, function, tuple(also))


def _of_ranks(y: Any, rank: Any, factor: float = 0.5) -> Any:
    n_positive = y.sum()
    surplus = rank[y == 1].sum() - factor * n_positive * (n_positive + 1)
    return surplus / (n_positive * (len(y) - n_positive))


def _mean_ranks(score: Any) -> Any:
    lower, tied = score < score[:, None], score == score[:, None]
    return lower.sum(axis=1) + (tied.sum(axis=1) + 1) / 2


def _ranks_by_place(score: Any) -> Any:
    return score.argsort().argsort() + 1


def _ranks_by_stable_place(score: Any) -> Any:
    return score.argsort(kind="stable").argsort() + 1


def _by_ranks(name: str, formula: Callable[..., Any]) -> Mistake:
    """Make a mistake of y and the ranks: equal scores may share one, or stand in some order."""

    def with_ranks(ranks: Callable[..., Any]) -> Callable[..., Any]:
        return lambda y, score: formula(y, ranks(score))

    function, *also = map(with_ranks, (_mean_ranks, _ranks_by_place, _ranks_by_stable_place))
    return Mistake(name, function, tuple(also))


_AUC_MISTAKES = (
    Mistake("ties_lose", lambda y, score: np.mean(_wins(y, score) == 1)),
    Mistake("ties_win", lambda y, score: np.mean(_wins(y, score) > 0)),
    Mistake(
        "order_in_ties",
        lambda y, score: _of_ranks(y, _ranks_by_place(score)),
        (lambda y, score: _of_ranks(y, _ranks_by_stable_place(score)),),
    ),
    Mistake(
        "argsort_once",
        lambda y, score: _of_ranks(y, score.argsort() + 1),
        (lambda y, score: _of_ranks(y, score.argsort(kind="stable") + 1),),
    ),
    Mistake("upside_down", lambda y, score: np.mean(1 - _wins(y, score))),
    Mistake(
        "upside_down_no_ties",
        lambda y, score: np.mean(_wins(y, score) == 0),
        (lambda y, score: np.mean(_wins(y, score) < 1),),
    ),
    _by_duels("count", lambda y, wins: np.sum(wins)),
    _by_duels("every_with_every", lambda y, wins: np.sum(wins) / len(y) ** 2),
    _by_duels("all_couples", lambda y, wins: np.sum(wins) / (len(y) * (len(y) - 1) / 2)),
    _by_duels("wrong_axis", lambda y, wins: np.mean(wins, axis=0)),
    _by_duels("other_axis", lambda y, wins: np.mean(wins, axis=1)),
    _by_ranks("ranks_from_zero", lambda y, rank: _of_ranks(y, rank - 1)),
    _by_ranks("least_not_subtracted", lambda y, rank: _of_ranks(y, rank, 0)),
    _by_ranks("least_added", lambda y, rank: _of_ranks(y, rank, -0.5)),
    _by_ranks("least_not_halved", lambda y, rank: _of_ranks(y, rank, 1)),
    Mistake(
        "means",
        lambda y, score: score[y == 1].mean() > score[y == 0].mean(),
        (
            lambda y, score: score[y == 1].mean() >= score[y == 0].mean(),
            lambda y, score: score[y == 1].mean() - score[y == 0].mean(),
        ),
    ),
)

# top_n_accuracy(y, scores, n): the share whose class is among the first n ---------------------


def _top_n_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = [
        (np.array([1]), np.array([[0.1, 0.7, 0.2]]), 1),
        (np.array([0, 2]), np.array([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]), 1),
        (np.array([0, 1]), np.array([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]), 1),
        (np.array([0, 2]), np.array([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]), 3),
        (np.array([2, 0]), np.array([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]), 2),  # no best class
    ]
    for n_samples, n_classes, n in [(6, 4, 2), (20, 10, 3), (5, 5, 2), (30, 10, 5)]:
        y, scores = rng.integers(0, n_classes, n_samples), rng.normal(0, 1, (n_samples, n_classes))
        scores[np.arange(n_samples), y] += 0.7
        # In the fourth place stands the column, so that no row has two equal numbers.
        cases.append((y, (scores.round(3) + np.arange(n_classes) / 10_000).round(4), n))
    return cases


def _best(y: Any, scores: Any, first: int, end: int) -> Any:
    """Tell where the true class is among the places from first to end; (n_samples, places)."""
    return np.argsort(-scores, axis=1)[:, first:end] == y[:, None]


def _top_n_of_rows(y: Any, scores: Any, n: int) -> Any:
    best = np.argsort(scores, axis=1)[-n:]
    return np.mean([y[s] in best[s] for s in range(len(y))])


def _is_in_row(y: Any, best: Any) -> Any:
    return np.mean((best == y[:, None]).any(axis=1))


_TOP_N_MISTAKES = (
    Mistake("ascending", lambda y, scores, n: top_n_accuracy_score(y, -scores, n)),
    Mistake("only_first", lambda y, scores, n: np.mean(scores.argmax(axis=1) == y)),
    Mistake("only_nth", lambda y, scores, n: np.mean(_best(y, scores, n - 1, n))),
    Mistake("one_too_many", lambda y, scores, n: np.sum(_best(y, scores, 0, n + 1)) / len(y)),
    Mistake(
        "one_too_few",
        lambda y, scores, n: np.sum(_best(y, scores, 0, n - 1)) / len(y),
        (lambda y, scores, n: np.sum(_best(y, scores, 1, n)) / len(y),),
    ),
    Mistake("without_first", lambda y, scores, n: np.sum(_best(y, scores, 1, n + 1)) / len(y)),
    Mistake("count", lambda y, scores, n: np.sum(_best(y, scores, 0, n))),
    Mistake("no_mean", lambda y, scores, n: _best(y, scores, 0, n).any(axis=1)),
    Mistake("mean_over_places", lambda y, scores, n: np.mean(_best(y, scores, 0, n))),
    Mistake("any_example", lambda y, scores, n: np.any(_best(y, scores, 0, n))),
    Mistake("missed", lambda y, scores, n: 1 - np.sum(_best(y, scores, 0, n)) / len(y)),
    Mistake(
        "classes_from_one",
        lambda y, scores, n: np.sum(_best(y - 1, scores, 0, n)) / len(y),
        (lambda y, scores, n: np.sum(_best(y + 1, scores, 0, n)) / len(y),),
    ),
    Mistake(
        "wrong_axis",
        lambda y, scores, n: _is_in_row(y, np.argsort(-scores, axis=0)[:, :n]),
        (lambda y, scores, n: _is_in_row(y, np.argsort(scores, axis=0)[:, -n:]),),
    ),
    Mistake(
        "rows_not_columns",
        _top_n_of_rows,
        (lambda y, scores, n: _is_in_row(y, np.argsort(scores, axis=1)[-n:]),),
    ),
    Mistake(
        "scores_not_classes",
        lambda y, scores, n: np.mean((np.sort(scores)[:, -n:] == y[:, None]).any(axis=1)),
        symptom=True,
    ),
)


EXERCISES = (
    Exercise(
        name="auc_by_ranking",
        lesson=3,
        reference=roc_auc_score,
        answer=roc_auc_score,
        make_cases=_auc_cases,
        mistakes=_AUC_MISTAKES,
    ),
    Exercise(
        name="top_n_accuracy",
        lesson=3,
        reference=top_n_accuracy_score,
        answer=top_n_accuracy_score,
        make_cases=_top_n_cases,
        mistakes=_TOP_N_MISTAKES,
    ),
)
