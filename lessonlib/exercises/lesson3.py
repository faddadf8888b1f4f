"""Exercises of lesson 3: the loss, and a metric of regression."""

from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score

Rng = np.random.Generator

# mse_loss(y, y_pred): the mean area of the residual squares -----------------------------------


def _mse_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([1.0, 2.0]), np.array([1.0, 2.0])),
        (np.array([1.0, 2.0]), np.array([1.0, 4.0])),
        (np.array([0.0, 0.0, 3.0]), np.array([1.0, -1.0, 1.0])),
    ]
    return cases + [
        (rng.normal(0, 2, n).round(2), rng.normal(0.3, 2, n).round(2)) for n in (5, 8, 20)
    ]


_MSE_MISTAKES = (
    Mistake("sum", lambda y, t: np.sum((t - y) ** 2)),
    Mistake("no_mean", lambda y, t: (t - y) ** 2),
    Mistake("absolute", lambda y, t: np.mean(np.abs(t - y))),
    Mistake("squared_mean", lambda y, t: np.mean(t - y) ** 2),
    Mistake("no_square", lambda y, t: np.mean(t - y)),
    Mistake("no_square_reversed", lambda y, t: np.mean(y - t)),
    Mistake("root", lambda y, t: np.sqrt(np.mean((t - y) ** 2))),
    Mistake("norm", lambda y, t: np.sqrt(np.sum((t - y) ** 2))),
    Mistake("half", lambda y, t: np.mean((t - y) ** 2) / 2),
    Mistake("one_less", lambda y, t: np.sum((t - y) ** 2) / (len(y) - 1)),
    Mistake("variance", lambda y, t: np.var(t - y)),
    Mistake("plus", lambda y, t: np.mean((t + y) ** 2)),
    Mistake("negative", lambda y, t: -np.mean((t - y) ** 2)),
    Mistake(
        "squares_first", lambda y, t: np.mean(t**2 - y**2), (lambda y, t: np.mean(y**2 - t**2),)
    ),
    Mistake("all_pairs", lambda y, t: np.mean((t - y[:, None]) ** 2)),
    Mistake("largest", lambda y, t: np.max((t - y) ** 2)),
)

# tolerance_accuracy(y, y_pred, tolerance): the share that is close enough ---------------------


def _tolerance_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([1.0, 2.0]), np.array([1.5, 2.0]), 0.5),
        (np.array([1.0, 2.0, 3.0]), np.array([1.25, 1.875, 3.0]), 0.5),
        (np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 2.5, 3.125, 0.0]), 0.25),
        (np.array([1.0, 2.0, 4.0]), np.array([-1.0, 4.0, 4.5]), 2.0),  # an edge on either side
        # Mean, median, greatest deviation and mean square are on different sides of the edge.
        (np.array([1.0, 2.0, 4.0, 3.0]), np.array([1.5, 1.5, 4.0, 11.0]), 2.0),
        (np.array([1.0, 2.0, 3.0]), np.array([2.75, 0.5, 4.5]), 2.0),
        (np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 5.5]), 1.0),
    ]
    for n_samples, tolerance in [(8, 0.4), (20, 0.7), (30, 1.6)]:
        y, off = rng.normal([[1.0], [0.2]], [[2.0], [1.0]], (2, n_samples)).round(2)
        cases.append((y, (y + off).round(2), tolerance))
    return cases


def _off(y: Any, t: Any) -> Any:
    return np.abs(t - y)


_TOLERANCE_MISTAKES = (
    Mistake("at_most", lambda y, t, e: np.mean(_off(y, t) <= e)),
    Mistake("no_absolute", lambda y, t, e: np.mean(t - y < e)),
    Mistake("no_absolute_reversed", lambda y, t, e: np.mean(y - t < e)),
    Mistake("plus", lambda y, t, e: np.mean(np.abs(t + y) < e)),
    Mistake("count", lambda y, t, e: np.sum(_off(y, t) < e)),
    Mistake("no_mean", lambda y, t, e: _off(y, t) < e),
    Mistake("outside", lambda y, t, e: np.mean(_off(y, t) > e)),
    Mistake("outside_with_edge", lambda y, t, e: np.mean(_off(y, t) >= e)),
    Mistake("squared", lambda y, t, e: np.mean(_off(y, t) ** 2 < e)),
    Mistake("relative", lambda y, t, e: np.mean(_off(y, t) / np.abs(y) < e)),
    Mistake("half_band", lambda y, t, e: np.mean(_off(y, t) < e / 2)),
    Mistake("mean_first", lambda y, t, e: np.mean(_off(y, t)) < e),
    Mistake("all", lambda y, t, e: np.all(_off(y, t) < e)),
    Mistake("percent", lambda y, t, e: 100 * np.mean(_off(y, t) < e)),
)


EXERCISES = (
    Exercise(
        name="mse_loss",
        lesson=3,
        reference=mean_squared_error,
        answer=mean_squared_error,
        make_cases=_mse_cases,
        mistakes=_MSE_MISTAKES,
    ),
    Exercise(
        name="tolerance_accuracy",
        lesson=3,
        reference=tolerance_accuracy_score,
        answer=tolerance_accuracy_score,
        make_cases=_tolerance_cases,
        mistakes=_TOLERANCE_MISTAKES,
    ),
)
