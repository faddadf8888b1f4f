"""Exercises of lesson 3, on classes: precision and recall, ROC AUC, top N."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.metrics import (
    confusion_matrix,
    precision_score,
    recall_score,
    roc_auc_score,
    top_n_accuracy_score,
)

Rng = np.random.Generator

# precision_and_recall(y, y_class): both, 0 where there is nothing to divide by -----------------


def _class_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        ([0, 1, 1, 0], [0, 0, 0, 0]),  # nothing predicted positive
        ([0, 0, 0], [0, 1, 1]),  # nothing positive
        ([0, 0], [0, 0]),
        ([1, 1, 1, 0, 0, 0], [1, 0, 0, 1, 0, 0]),
    ]
    arrays = [(np.array(y), np.array(y_class)) for y, y_class in cases]
    for n_samples in (10, 25, 60):
        y = rng.integers(0, 2, n_samples)
        arrays.append((y, np.where(rng.random(n_samples) < 0.3, rng.integers(0, 2, n_samples), y)))
    return arrays


def _precision_and_recall(y: Any, y_class: Any) -> Any:
    return precision_score(y, y_class), recall_score(y, y_class)


def _share(part: Any, whole: Any) -> float:
    return float(part / whole) if whole else 0.0


def _from_counts(formula: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function of y and y_class out of one of TN, FP, FN and TP."""
    return lambda y, y_class: formula(*confusion_matrix(y, y_class).ravel())


def _with_python_numbers(tn: Any, fp: Any, fn: Any, tp: Any) -> Any:
    return int(tp) / int(tp + fp), int(tp) / int(tp + fn)


def _one_if_empty(tn: Any, fp: Any, fn: Any, tp: Any) -> Any:
    return tp / (tp + fp) if tp + fp else 1.0, tp / (tp + fn) if tp + fn else 1.0


_CLASS_FORMULAS = {
    "zero_over_zero": lambda tn, fp, fn, tp: (tp / (tp + fp), tp / (tp + fn)),
    "zero_division": _with_python_numbers,
    "one_if_empty": _one_if_empty,
    "swapped": lambda tn, fp, fn, tp: (_share(tp, tp + fn), _share(tp, tp + fp)),
    "negative_class": lambda tn, fp, fn, tp: (_share(tn, tn + fn), _share(tn, tn + fp)),
    "matrix_misread": lambda tn, fp, fn, tp: (_share(tn, tn + fp), _share(tn, tn + fn)),
    "false_positive_rate": lambda tn, fp, fn, tp: (_share(tp, tp + fp), _share(fp, fp + tn)),
    "over_all": lambda tn, fp, fn, tp: (tp / (tn + fp + fn + tp), tp / (tn + fp + fn + tp)),
    "counts": lambda tn, fp, fn, tp: (tp, tp),
    "agreements": lambda tn, fp, fn, tp: (_share(tp + tn, tp + fp), _share(tp + tn, tp + fn)),
    "minus": lambda tn, fp, fn, tp: (_share(tp, tp - fp), _share(tp, tp - fn)),
    "odds": lambda tn, fp, fn, tp: (_share(tp, fp), _share(tp, fn)),
    "false_shares": lambda tn, fp, fn, tp: (_share(fp, tp + fp), _share(fn, tp + fn)),
    "only_precision": lambda tn, fp, fn, tp: _share(tp, tp + fp),
}

# auc_by_ranking(y, score): the chance that a positive outranks a negative ---------------------


def _auc_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        ([0, 1], [2.0, 2.0]),  # nothing but ties
        ([1, 0, 1, 0], [0.4, 0.4, 0.8, 0.1]),
        ([0, 0, 1, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.9]),
        ([1, 0, 0], [-1.0, 3.0, 5.0]),
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


def _auc_of_ranks(y: Any, rank: Any, factor: float = 0.5) -> Any:
    n_positive = y.sum()
    surplus = rank[y == 1].sum() - factor * n_positive * (n_positive + 1)
    return surplus / (n_positive * (len(y) - n_positive))


def _mean_ranks(score: Any) -> Any:
    lower, tied = score < score[:, None], score == score[:, None]
    return lower.sum(axis=1) + (tied.sum(axis=1) + 1) / 2


_AUC_MISTAKES = (
    Mistake("ties_lose", lambda y, score: np.mean(_wins(y, score) == 1)),
    Mistake("ties_win", lambda y, score: np.mean(_wins(y, score) > 0)),
    Mistake("order_in_ties", lambda y, score: _auc_of_ranks(y, score.argsort().argsort() + 1)),
    Mistake("argsort_once", lambda y, score: _auc_of_ranks(y, score.argsort() + 1)),
    Mistake("upside_down", lambda y, score: np.mean(1 - _wins(y, score))),
    Mistake("upside_down_no_ties", lambda y, score: np.mean(_wins(y, score) == 0)),
    Mistake("count", lambda y, score: np.sum(_wins(y, score))),
    Mistake("every_with_every", lambda y, score: np.sum(_wins(y, score)) / len(y) ** 2),
    Mistake("all_couples", lambda y, score: np.sum(_wins(y, score)) / (len(y) * (len(y) - 1) / 2)),
    Mistake("wrong_axis", lambda y, score: np.mean(_wins(y, score), axis=0)),
    Mistake("other_axis", lambda y, score: np.mean(_wins(y, score), axis=1)),
    Mistake("ranks_from_zero", lambda y, score: _auc_of_ranks(y, _mean_ranks(score) - 1)),
    Mistake("least_not_subtracted", lambda y, score: _auc_of_ranks(y, _mean_ranks(score), 0)),
    Mistake("least_added", lambda y, score: _auc_of_ranks(y, _mean_ranks(score), -0.5)),
    Mistake("least_not_halved", lambda y, score: _auc_of_ranks(y, _mean_ranks(score), 1)),
    Mistake("means", lambda y, score: score[y == 1].mean() > score[y == 0].mean()),
)

# top_n_accuracy(y, scores, n): the share whose class is among the first n ---------------------


def _top_n_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = [
        (np.array([1]), np.array([[0.1, 0.7, 0.2]]), 1),
        (np.array([0, 2]), np.array([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]), 1),
        (np.array([0, 1]), np.array([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]), 1),
        (np.array([0, 2]), np.array([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]), 3),
    ]
    for n_samples, n_classes, n in [(6, 4, 2), (20, 10, 3), (5, 5, 2), (30, 10, 5)]:
        y, scores = rng.integers(0, n_classes, n_samples), rng.normal(0, 1, (n_samples, n_classes))
        scores[np.arange(n_samples), y] += 0.7
        scores = scores.round(3)
        cases.append((y, scores, n))
    return cases


def _best(y: Any, scores: Any, first: int, end: int) -> Any:
    """Tell where the true class is among the places from first to end; (n_samples, places)."""
    return np.argsort(-scores, axis=1)[:, first:end] == y[:, None]


def _top_n_of_rows(y: Any, scores: Any, n: int) -> Any:
    best = np.argsort(scores, axis=1)[-n:]
    return np.mean([y[s] in best[s] for s in range(len(y))])


_TOP_N_MISTAKES = (
    Mistake("ascending", lambda y, scores, n: top_n_accuracy_score(y, -scores, n)),
    Mistake("only_first", lambda y, scores, n: np.mean(scores.argmax(axis=1) == y)),
    Mistake("only_nth", lambda y, scores, n: np.mean(_best(y, scores, n - 1, n))),
    Mistake("one_too_many", lambda y, scores, n: np.sum(_best(y, scores, 0, n + 1)) / len(y)),
    Mistake("one_too_few", lambda y, scores, n: np.sum(_best(y, scores, 0, n - 1)) / len(y)),
    Mistake("without_first", lambda y, scores, n: np.sum(_best(y, scores, 1, n + 1)) / len(y)),
    Mistake("count", lambda y, scores, n: np.sum(_best(y, scores, 0, n))),
    Mistake("no_mean", lambda y, scores, n: _best(y, scores, 0, n).any(axis=1)),
    Mistake("mean_over_places", lambda y, scores, n: np.mean(_best(y, scores, 0, n))),
    Mistake("any_example", lambda y, scores, n: np.any(_best(y, scores, 0, n))),
    Mistake("missed", lambda y, scores, n: 1 - np.sum(_best(y, scores, 0, n)) / len(y)),
    Mistake("classes_from_one", lambda y, scores, n: np.sum(_best(y - 1, scores, 0, n)) / len(y)),
    Mistake(
        "wrong_axis",
        lambda y, scores, n: np.mean(
            (np.argsort(-scores, axis=0)[:, :n] == y[:, None]).any(axis=1)
        ),
    ),
    Mistake("rows_not_columns", _top_n_of_rows),
    Mistake(
        "scores_not_classes",
        lambda y, scores, n: np.mean((np.sort(scores)[:, -n:] == y[:, None]).any(axis=1)),
        symptom=True,
    ),
)


EXERCISES = (
    Exercise(
        name="precision_and_recall",
        results=("precision", "recall"),
        lesson=3,
        reference=_precision_and_recall,
        answer=precision_score,
        make_cases=_class_cases,
        mistakes=tuple(
            Mistake(name, _from_counts(formula)) for name, formula in _CLASS_FORMULAS.items()
        ),
    ),
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
