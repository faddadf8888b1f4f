"""What stands under every message: the first case that failed, what was expected and what came."""

from typing import Any

import numpy as np

from lessonlib.exercises.comparing import same
from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.judging import Judgement
from lessonlib.exercises.notation import call, differing, show
from lessonlib.exercises.outcome import Outcome
from lessonlib.words import Words

_words = Words("exercises")
_MOST_DIFFERENCES = 3


class Code(str):
    """A line of code, shown as such."""


def evidence(exercise: Exercise, judgement: Judgement) -> list[str]:
    """Return the lines of the first case that failed; none if no case was to blame.

    Parameters
    ----------
    exercise : Exercise
    judgement : Judgement

    Returns
    -------
    list of str
        Those that are code are :class:`Code`.
    """
    number = judgement.number
    if number < 0:
        return []
    arguments = judgement.cases[number]
    got, expected = judgement.got[number], judgement.expected[number]
    is_first = number == min(judgement.failed)
    lines = [
        _words("case") if is_first else _words("later_case"),
        *map(Code, call(exercise.name, exercise.parameters, arguments, number)),
        *_compared(exercise, got, expected),
    ]
    n_cases = len(judgement.cases)
    n_right = n_cases - len(judgement.failed)
    return [*lines, _words("right_cases", right=n_right, all=n_cases)] if n_right else lines


def _compared(exercise: Exercise, got: Outcome, expected: Outcome) -> list[str]:
    if got.kind in ("error", "memory"):
        lines = [_error(got), _words("expected", value=_shown(expected))]
        return [lines[0], *_line_of(got.value.line), lines[1]]
    if got.kind == "timeout":
        told = _words("one_call" if got.one_call else "no_answer")
        return [told, *([_words("running_line"), Code(got.line)] if got.line else [])]
    if got.kind == "ended":
        return [_words("how_ended", how=got.value)]
    if got.kind == "mutated":
        return [_words("changed", name=exercise.parameters[got.value])]
    if _are_facts(expected.value):
        return _facts(got, expected)
    return _results(exercise, got, expected)


def _error(got: Outcome) -> str:
    return _words("error_text", type=got.value.type, text=got.value.text)


def _line_of(line: str) -> list[str]:
    return [_words("error_line"), Code(line)] if line else []


def _are_facts(value: Any) -> bool:
    return all(type(one) is str for one in _as_tuple(value))


def _facts(got: Outcome, expected: Outcome) -> list[str]:
    """Set out what does not hold of an answer of which only some counts."""
    one, two = (tuple(map(show, _as_tuple(outcome.value))) for outcome in (got, expected))
    lines = [_words("returned", value=show(got.returned) + _overflow(got))]
    if len(one) != len(two):
        return lines
    different = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    for is_so, should_be in different[:_MOST_DIFFERENCES]:
        should_be = should_be.removeprefix(is_so.rpartition(": ")[0] + ": ")
        lines.append(_words("fact", got=is_so, expected=should_be))
    return lines


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _results(exercise: Exercise, got: Outcome, expected: Outcome) -> list[str]:
    """Set out what was returned: each of several things for itself, of long arrays what differs."""
    one, two, names = got.returned, expected.returned, exercise.results
    if names and len(names) == _length(one) == _length(two):
        lines = []
        for name, a, b in zip(names, one, two, strict=True):
            if not same(a, b, exercise.relative_tolerance):
                lines += [_words("part", name=name), *_both(exercise, a, b, got)]
        return lines
    return _both(exercise, one, two, got)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, tuple | list) or np.ndim(value) else -1


def _both(exercise: Exercise, one: Any, two: Any, got: Outcome) -> list[str]:
    places = differing(one, two, exercise.relative_tolerance)
    if places:
        lines = [_words("n_differ", n=len(places), size=np.size(two), shape=np.shape(two))]
        for place, a, b in places[:_MOST_DIFFERENCES]:
            lines.append(_words("differs", place=place, expected=b, got=a))
        return lines
    shapes = (np.shape(one), np.shape(two)) if _are_arrays(one, two) else ((), ())
    a, b = show(one), show(two)
    if a == b:  # alike in the digits that are shown, or text that looks like a number
        a, b = show(one, digits=12), show(two, digits=12)
        a = repr(a) if type(one) is str else a
    if shapes[0] != shapes[1]:
        a, b = (_with_shape(text, shape) for text, shape in zip((a, b), shapes, strict=True))
    return [_words("expected", value=b), _words("got", value=a + _overflow(got))]


def _overflow(got: Outcome) -> str:
    return _words("overflow") if got.warned else ""


def _with_shape(text: str, shape: tuple[int, ...]) -> str:
    if "shape" in text:
        return text
    return _words("with_shape", value=text, shape=shape) if shape else _words("alone", value=text)


def _are_arrays(one: Any, two: Any) -> bool:
    return isinstance(one, np.ndarray) and isinstance(two, np.ndarray)


def _shown(outcome: Outcome) -> str:
    return show(outcome.value if _are_facts(outcome.value) else outcome.returned)
