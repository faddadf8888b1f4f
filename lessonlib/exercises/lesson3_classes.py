"""Exercises of lesson 3, on two classes: precision and recall."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.metrics import confusion_matrix, precision_score, recall_score

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


_SHARES: dict[str, Callable[..., Any]] = {
    "guarded": lambda part, whole: part / whole if whole else 0.0,
    "at least 1 below": lambda part, whole: part / max(whole, 1),
    "NumPy's numbers": lambda part, whole: part / whole,
    "Python's numbers": lambda part, whole: int(part) / int(whole),
}
_share = _SHARES["guarded"]


def _from_counts(formula: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function of y and y_class out of one of TN, FP, FN and TP."""
    return lambda y, y_class: formula(*confusion_matrix(y, y_class).ravel())


def _known_by(name: str, *formulas: Callable[..., Any]) -> Mistake:
    function, *also = map(_from_counts, formulas)
    return Mistake(name, function, tuple(also))


def _with_and_without_guard(
    name: str, fractions: Callable[..., Any], *also: Callable[..., Any]
) -> Mistake:
    """Make a mistake of (part, whole) for each result: 0 wholes may be forgotten besides."""

    def with_share(share: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *counts: tuple(share(*fraction) for fraction in fractions(*counts))

    return _known_by(name, *map(with_share, _SHARES.values()), *also)


def _empty(of_precision: Any, of_recall: Any) -> Callable[..., Any]:
    """Return the right formula, but for what comes where there is nothing to divide by."""

    def formula(tn: Any, fp: Any, fn: Any, tp: Any) -> Any:
        wholes = ((tp + fp, of_precision), (tp + fn, of_recall))
        return tuple(tp / whole if whole else empty() for whole, empty in wholes)

    return formula


def _empties(name: str, empty: Callable[[], Any]) -> Mistake:
    """Make a mistake of a guard that is missing, or wrong, for one of the two or for both."""
    pairs = ((empty, empty), (empty, float), (float, empty))
    return _known_by(name, *(_empty(*pair) for pair in pairs))


_CLASS_MISTAKES = (
    _empties("zero_over_zero", lambda: np.nan),
    _empties("zero_division", lambda: 0 / 0),
    _empties("one_if_empty", lambda: 1.0),
    _with_and_without_guard("swapped", lambda tn, fp, fn, tp: ((tp, tp + fn), (tp, tp + fp))),
    _with_and_without_guard(
        "negative_class", lambda tn, fp, fn, tp: ((tn, tn + fn), (tn, tn + fp))
    ),
    _with_and_without_guard(
        "matrix_misread", lambda tn, fp, fn, tp: ((tn, tn + fp), (tn, tn + fn))
    ),
    _with_and_without_guard(
        "false_positive_rate", lambda tn, fp, fn, tp: ((tp, tp + fp), (fp, fp + tn))
    ),
    _known_by("over_all", lambda tn, fp, fn, tp: 2 * (tp / (tn + fp + fn + tp),)),
    _known_by("counts", lambda tn, fp, fn, tp: (tp, tp)),
    _with_and_without_guard(
        "agreements", lambda tn, fp, fn, tp: ((tp + tn, tp + fp), (tp + tn, tp + fn))
    ),
    _with_and_without_guard("minus", lambda tn, fp, fn, tp: ((tp, tp - fp), (tp, tp - fn))),
    _with_and_without_guard("odds", lambda tn, fp, fn, tp: ((tp, fp), (tp, fn))),
    _with_and_without_guard(
        "false_shares",
        lambda tn, fp, fn, tp: ((fp, tp + fp), (fn, tp + fn)),
        lambda tn, fp, fn, tp: (1 - _share(tp, tp + fp), 1 - _share(tp, tp + fn)),
    ),
    _known_by(
        "only_precision",
        *(lambda tn, fp, fn, tp, share=share: share(tp, tp + fp) for share in _SHARES.values()),
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
        mistakes=_CLASS_MISTAKES,
    ),
)
