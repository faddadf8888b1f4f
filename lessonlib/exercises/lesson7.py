"""Exercise of lesson 7: choose by validation, report by test."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake

# honest_report(validation_errors, test_errors): the chosen network and its error on the test set --


def _report_cases(rng: np.random.Generator) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([0.25]), np.array([0.5])),
        (np.array([14.0, 12.5, 17.0]), np.array([15.0, 16.0, 13.5])),
        (np.array([np.inf, 13.0, 11.0, 12.0]), np.array([np.inf, 16.0, 18.0, 14.0])),
        (np.array([15.0, 12.0, 14.0, 11.0, 13.0]), np.array([16.0, 18.0, 15.0, 17.0, 14.0])),
        (np.array([1200.0, 950.0]), np.array([1000.0, 1300.0])),
    ]
    return cases + [
        (rng.uniform(10, 30, size).round(2), rng.uniform(10, 30, size).round(2)) for size in (5, 12)
    ]


def honest_report(validation_errors: Any, test_errors: Any) -> tuple[int, float]:
    """Choose the network with the least validation error; report its test error."""
    best = int(np.argmin(validation_errors))
    return best, float(test_errors[best])


def _chosen_by(choose: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """Return a report on the network that ``choose`` finds in both arrays of errors."""

    def report(validation_errors: Any, test_errors: Any) -> Any:
        best = choose(validation_errors, test_errors)
        return best, test_errors[best]

    return report


def _told(say: Callable[[int, Any, Any], Any]) -> Callable[..., Any]:
    """Return a report that chooses by validation and then says what ``say`` makes of it."""
    return lambda validation, test: say(int(np.argmin(validation)), validation, test)


EXERCISES = (
    Exercise(
        name="honest_report",
        results=("index", "error"),
        lesson=7,
        reference=honest_report,
        answer=honest_report,
        make_cases=_report_cases,
        mistakes=(
            Mistake("chosen_by_test", _chosen_by(lambda validation, test: np.argmin(test))),
            Mistake("chosen_by_both", _chosen_by(lambda v, test: np.argmin(v + test))),
            Mistake("largest", _chosen_by(lambda validation, test: np.argmax(validation))),
            Mistake("validation_reported", _told(lambda best, v, test: (best, v[best]))),
            Mistake("least_test_reported", _told(lambda best, v, test: (best, test.min()))),
            Mistake("mean_reported", _told(lambda best, v, test: (best, test.mean()))),
            Mistake("error_for_index", _told(lambda best, v, test: (v[best], test[best]))),
            Mistake("index_from_one", _told(lambda best, v, test: (best + 1, test[best]))),
            Mistake("exchanged", _told(lambda best, v, test: (test[best], best))),
            Mistake("no_index", _told(lambda best, v, test: test[best])),
            Mistake("no_error", _told(lambda best, v, test: best)),
        ),
    ),
)
