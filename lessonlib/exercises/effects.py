"""Arguments that have no effect: other values are put in their place, and nothing changes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.exercises.comparing import same
from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.looks import Look, Run
from lessonlib.exercises.outcome import Outcome
from lessonlib.exercises.running import run_cases

_MOST_CHANGES = 6  # of an argument
_FEWEST_CHANGES = 3  # that have to change the right result before anything is said
_ROUNDING = 1e-9  # a + c - c is not quite a


class _Changed(NamedTuple):
    """A case with another value for one argument, so that the right result is another one.

    Attributes
    ----------
    name : str
        Of the argument.
    number : int
        Of the case.
    arguments : tuple
    """

    name: str
    number: int
    arguments: tuple[Any, ...]


def look_for_no_effect(run: Run) -> Look | None:
    """Tell which arguments the answer uses, if at all, in vain."""
    if run.exercise.use is not None or not run.has_values():
        return None
    changed = _changed_cases(run.exercise)
    cases = [one.arguments for one in changed]
    came = run_cases(run.written, cases, run.exercise.observe, trusted=run.is_trusted)
    stays: dict[str, bool] = {}
    for one, outcome in zip(changed, came, strict=True):
        is_same = _is_same(run.got[one.number], outcome, _ROUNDING)
        stays[one.name] = stays.get(one.name, True) and is_same
    names = [name for name in stays if stays[name]]
    return Look("without_effect", {"names": ", ".join(names)}) if names else None


def _is_same(one: Outcome, other: Outcome, tolerance: float) -> bool:
    return one.kind == other.kind == "value" and same(one.value, other.value, tolerance)


@lru_cache(maxsize=64)
def _changed_cases(exercise: Exercise) -> list[_Changed]:
    """Return cases with one argument changed; none of an argument that has too few."""
    cases = exercise.cases()
    expected = run_cases(exercise.reference, cases, exercise.observe, trusted=True)
    found: list[_Changed] = []
    for place, name in enumerate(exercise.parameters):
        of_this: list[_Changed] = []
        for number, arguments in _with_another(cases, place):
            (right,) = run_cases(exercise.reference, [arguments], exercise.observe, trusted=True)
            is_same = _is_same(right, expected[number], exercise.relative_tolerance)
            if right.kind == "value" and not is_same:
                of_this.append(_Changed(name, number, arguments))
            if len(of_this) == _MOST_CHANGES:
                break
        found += of_this if len(of_this) >= _FEWEST_CHANGES else []
    return found


def _with_another(cases: list[tuple[Any, ...]], place: int) -> Iterator[tuple[int, Any]]:
    """Yield cases with another value in one place: that of another case, or its entries moved."""
    for step in range(len(cases)):
        for number, case in enumerate(cases):
            old, other = case[place], cases[(number + step) % len(cases)][place]
            if isinstance(old, np.random.Generator) or np.shape(old) != np.shape(other):
                continue
            is_moved = step == 0 and isinstance(old, np.ndarray)
            for new in (np.roll(old, 1), old[..., ::-1]) if is_moved else (other,):
                yield number, (*case[:place], new, *case[place + 1 :])
