"""Many wrong answers to an exercise that have nothing to do with the mistakes it lists."""

import inspect
from collections.abc import Callable
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any, NamedTuple

import numpy as np
from mutants import methods, mutants

from lessonlib.exercises import Exercise

ANSWERS = Path(__file__).parents[1] / "tests" / "answers"


# What is made of one argument by somebody who does nothing of the task.
CHANGES: dict[str, Callable[[Any], Any]] = {
    "": lambda a: a,
    "minus ": lambda a: -a,
    "sum of ": np.sum,
    "mean of ": np.mean,
    "length of ": len,
    "first of ": lambda a: a[0],
    "last of ": lambda a: a[-1],
    "sorted ": np.sort,
    "reversed ": lambda a: a[::-1],
    "zeros like ": lambda a: np.zeros_like(a, dtype=float),
    "ones like ": lambda a: np.ones_like(a, dtype=float),
    "square of ": lambda a: a * a,
    "twice ": lambda a: 2 * a,
    "exp of ": lambda a: np.exp(-np.abs(a)),
    "transposed ": lambda a: np.transpose(a),
    "column of ": lambda a: np.reshape(a, (-1, 1)),
    "called ": lambda a: a(np.zeros(2)),
    "unknown method of ": lambda a: a.no_such_method(),
    "wrong shapes with ": lambda _: np.zeros(7) + np.zeros((2, 5)),
    "math of ": lambda a: float(a),
}


CONSTANTS = [0, 1, -1, 2, 3, 4, 0.5, np.nan, np.inf, True, False, [], [0], [1], np.zeros(3)]


class Wrong(NamedTuple):
    """A function that is wrong.

    Attributes
    ----------
    text : str
        What it does, or what was changed.
    is_blind : bool
        Whether it solves nothing of the task: a constant, an argument returned, an error. Nothing
        can be known of why somebody would write it.
    function : callable
    """

    text: str
    is_blind: bool
    function: Callable[..., Any]


def wrong_functions(exercise: Exercise, most_sources: int | None = None) -> list[Wrong]:
    """Return blind answers, and mutants of right answers; the same every time.

    A few of the mutants may be right.

    Parameters
    ----------
    exercise : Exercise
    most_sources : int, optional
        How many right answers are changed; all that are known without it.
    """
    found = [Wrong(text, True, one) for text, one in _blind(exercise)]
    for function in _sources(exercise)[:most_sources]:
        found += [Wrong(text, False, one) for text, one in mutants(function)]
    return found


@cache
def right_answers(name: str) -> list[Callable[..., Any]]:
    """Return the right answers to an exercise in ``tests/answers``."""
    path = ANSWERS / f"{name}.py"
    found = run_path(str(path), run_name=name) if path.exists() else {}
    return [
        one
        for key, one in found.items()
        if key.startswith("right_") and (inspect.isfunction(one) or inspect.isclass(one))
    ]


def _sources(exercise: Exercise) -> list[Callable[..., Any]]:
    """Return right answers whose source can be changed."""
    if inspect.isclass(exercise.reference):
        return _classes(exercise)
    n_arguments = len(exercise.parameters)
    own = [one for one in (exercise.answer, exercise.reference) if _is_plain(one, n_arguments)]
    return [*dict.fromkeys(own), *right_answers(exercise.name)]


def _classes(exercise: Exercise) -> list[Callable[..., Any]]:
    """Return right classes; of an answer that inherits all of it, what it inherits from."""
    found: dict[Any, None] = {}
    for written in (exercise.reference, *right_answers(exercise.name)):
        line = inspect.getmro(written) if inspect.isclass(written) else ()
        found |= dict.fromkeys([one for one in line if methods(one) and one is not object][:1])
    return list(found)


def _is_plain(function: Any, n_arguments: int) -> bool:
    if not inspect.isfunction(function) or function.__closure__ or function.__name__ == "<lambda>":
        return False
    parameters = inspect.signature(function).parameters.values()
    needed = [one for one in parameters if one.default is one.empty]
    return len(needed) == n_arguments and all(p.kind is p.POSITIONAL_OR_KEYWORD for p in needed)


def _blind(exercise: Exercise) -> list[tuple[str, Callable[..., Any]]]:
    n_results = len(exercise.results) or 1
    found: list[tuple[str, Callable[..., Any]]] = []

    def add(text: str, one: Callable[..., Any]) -> None:
        found.append((text, one))
        if n_results > 1:
            found.append((f"{n_results} times {text}", lambda *a: n_results * (one(*a),)))

    for value in CONSTANTS:
        add(f"always {value}", lambda *_, value=value: value)
    for error in (ValueError("no"), TypeError("no"), IndexError("no"), ZeroDivisionError("no")):
        add(f"always {type(error).__name__}", lambda *_, error=error: _raise(error))
    for i, name in enumerate(exercise.parameters):
        for text, change in CHANGES.items():
            add(text + name, lambda *a, i=i, change=change: change(a[i]))
    for i, one in enumerate(exercise.parameters):
        for j, other in enumerate(exercise.parameters):
            if i < j:
                add(f"{one} + {other}", lambda *a, i=i, j=j: a[i] + a[j])
                add(f"{one} - {other}", lambda *a, i=i, j=j: a[i] - a[j])
                add(f"{one} * {other}", lambda *a, i=i, j=j: a[i] * a[j])
    return found


def _raise(error: Exception) -> None:
    raise error
