"""Exercises of lesson 4: a gradient, measured and computed."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.derivatives import numerical_gradient
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.losses import mean_squared_error_gradient
from lessonlib.words import Words

_words = Words("exercises_lesson4")

Rng = np.random.Generator
Function = Callable[[Any], Any]

# What functions are called is shown to the reader, so these names are without an underscore.

# measured_gradient(function, weights, nudge): central differences -------------------------


def cubic(w: Any) -> float:
    """Return the sum of ``(p + 1) w_p³``, plus the product of all ``w_p``."""
    w = np.asarray(w, dtype=float)
    return float(np.sum((1.0 + np.arange(w.size)) * w**3) + np.prod(w))


def waves(w: Any) -> float:
    """Return the sum of all ``sin w_p``, plus ``3 w_0 w_last²``."""
    w = np.asarray(w, dtype=float)
    return float(np.sum(np.sin(w)) + 3.0 * w[0] * w[-1] ** 2)


class Counted:
    """The cubic, which may be called only so many times: the task says how many."""

    __name__ = "cubic"

    def __init__(self, most_calls: int) -> None:
        self._most_calls = self._calls_left = most_calls

    def __call__(self, w: Any) -> float:
        """Return the cubic's value, and count."""
        self._calls_left -= 1
        if self._calls_left < 0:
            raise RuntimeError(_words("too_many_calls", most=self._most_calls))
        return cubic(w)


def _measuring_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = [
        (cubic, np.array([2.0]), 0.5),
        (cubic, np.array([1.0, -2.0]), 0.5),
        (Counted(most_calls=6), np.array([1.5, 3.0, -1.0]), 1e-3),
    ]
    cases += [(waves, rng.uniform(1.0, 3.0, n).round(2), 0.25) for n in (2, 3, 5)]
    return cases


def _nudges(weights: Any, nudge: float) -> Any:
    return nudge * np.eye(len(weights))


def _measured_forwards(function: Function, weights: Any, nudge: float) -> Any:
    rises = [function(weights + e) - function(weights) for e in _nudges(weights, nudge)]
    return np.array(rises) / nudge


def _measured_backwards(function: Function, weights: Any, nudge: float) -> Any:
    falls = [function(weights) - function(weights - e) for e in _nudges(weights, nudge)]
    return np.array(falls) / nudge


def _along_diagonal(function: Function, weights: Any, nudge: float) -> Any:
    return (function(weights + nudge) - function(weights - nudge)) / (2 * nudge)


def _along_diagonal_each_time(function: Function, weights: Any, nudge: float) -> Any:
    return [_along_diagonal(function, weights, nudge) for _ in weights]


def _along_diagonal_forwards(function: Function, weights: Any, nudge: float) -> Any:
    return (function(weights + nudge) - function(weights)) / nudge


def _measured_with_more_and_more_nudged(function: Function, weights: Any, nudge: float) -> Any:
    steps = nudge * np.tril(np.ones((len(weights), len(weights))))
    return [(function(weights + e) - function(weights - e)) / (2 * nudge) for e in steps]


def _measured_without_restoring(function: Function, weights: Any, nudge: float) -> Any:
    w, gradient = weights.copy(), np.zeros(len(weights))
    for p in range(len(w)):
        w[p] += nudge
        high = function(w)
        w[p] -= 2 * nudge
        gradient[p] = (high - function(w)) / (2 * nudge)
    return gradient


# output_gradient(y, y_pred): of the mean squared error -----------------------------------------


def _output_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([3.0]), np.array([1.0])),
        (np.array([1.0, 2.0, 3.0]), np.array([1.5, 2.0, 1.0])),
        (np.array([1.0, 1.0, 1.0, 1.0]), np.array([1.0, 1.0, 1.0, 5.0])),
    ]
    return cases + [(rng.normal(size=n).round(2), rng.normal(size=n).round(2)) for n in (5, 20)]


EXERCISES = (
    Exercise(
        name="measured_gradient",
        lesson=4,
        reference=numerical_gradient,
        answer=numerical_gradient,
        make_cases=_measuring_cases,
        mistakes=(
            Mistake("forward", _measured_forwards, (_measured_backwards,)),
            Mistake(
                "too_small_step", lambda f, w, h: _measured_forwards(f, w, 1e-17), symptom=True
            ),
            Mistake("own_step", lambda f, w, h: numerical_gradient(f, w)),
            Mistake("half_width", lambda f, w, h: 2 * numerical_gradient(f, w, h)),
            Mistake("sign", lambda f, w, h: -numerical_gradient(f, w, h)),
            Mistake(
                "not_divided",
                lambda f, w, h: 2 * h * numerical_gradient(f, w, h),
                (
                    lambda f, w, h: h * numerical_gradient(f, w, h),
                    lambda f, w, h: h * _measured_forwards(f, w, h),
                ),
            ),
            Mistake("no_parentheses", lambda f, w, h: h * h * numerical_gradient(f, w, h)),
            Mistake(
                "all_at_once",
                _along_diagonal,
                (_along_diagonal_each_time, _along_diagonal_forwards),
            ),
            Mistake(
                "not_restored",
                _measured_without_restoring,
                (_measured_with_more_and_more_nudged,),
            ),
        ),
    ),
    Exercise(
        name="output_gradient",
        lesson=4,
        reference=mean_squared_error_gradient,
        answer=mean_squared_error_gradient,
        make_cases=_output_cases,
        mistakes=(
            Mistake("sign", lambda y, y_pred: 2 / len(y) * (y - y_pred)),
            Mistake("no_factors", lambda y, y_pred: y_pred - y),
            Mistake("no_mean", lambda y, y_pred: 2 * (y_pred - y)),
            Mistake("no_two", lambda y, y_pred: (y_pred - y) / len(y)),
            Mistake(
                "averaged",
                lambda y, y_pred: 2 * np.mean(y_pred - y),
                (
                    lambda y, y_pred: np.mean(y_pred - y),
                    lambda y, y_pred: 2 * np.sum(y_pred - y),
                    lambda y, y_pred: 2 * np.mean(y - y_pred),
                    lambda y, y_pred: np.full(len(y), 2 * np.mean(y_pred - y)),
                ),
            ),
            Mistake("only_signs", lambda y, y_pred: np.sign(y_pred - y) / len(y)),
            Mistake("the_loss", lambda y, y_pred: np.mean((y_pred - y) ** 2)),
        ),
    ),
)
