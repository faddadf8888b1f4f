"""Exercises whose checks know the reader's mistake.

``check`` runs the reader's function, ``hint`` gives hints one behind the other,
``solution`` shows lessonlib's own source. ``mine`` keeps what passes, and gives it back.
"""

import html
import inspect
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from lessonlib import progress
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.exercises.guarding import guarded
from lessonlib.exercises.judging import judge
from lessonlib.exercises.mine import Mine
from lessonlib.exercises.verdict import Verdict, describe
from lessonlib.words import Words

__all__ = ["Exercise", "Mistake", "all_exercises", "case", "check", "hint", "mine", "solution"]

_words = Words("exercises")
_ATTEMPTS_BEFORE_SOLUTION = 3


@cache
def all_exercises() -> dict[str, Exercise]:
    """Return every exercise of every lesson by name, in the order of the course."""
    names = sorted(m.name for m in iter_modules(__path__) if m.name.startswith("lesson"))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return {one.name: one for module in modules for one in module.EXERCISES}


mine = Mine(all_exercises)


def check(function: Callable[..., Any], name: str | None = None) -> Verdict:
    """Check a reader's function, or class, and remember the attempt.

    Parameters
    ----------
    function : callable
    name : str, optional
        Which exercise it belongs to. Without it, the name under which the function is known where
        ``check`` is called, or its own name.

    Returns
    -------
    Verdict
        Shown by Jupyter. Nothing is ever raised.
    """
    known = all_exercises()
    if not callable(function):
        return Verdict("unknown", _words("not_a_function", example="my_function"), [])
    if name is None:
        name = _name_of(function, sys._getframe(1).f_locals | sys._getframe(1).f_globals)
    if name is None:
        return Verdict("unknown", _words("no_name", example=next(iter(known))), [])
    exercise = known.get(name) if isinstance(name, str) else None
    if exercise is None:
        return _unknown(name)
    judgement = judge(exercise, function)
    verdict = describe(exercise, judgement)
    if judgement.kind != "not_attempted":
        trouble = progress.record_attempt(name, judgement.kind, judgement.mistake)
        verdict.lines += [trouble] if trouble else []
    if judgement.kind == "passed":
        verdict.lines += [one for one in mine.keep(name, function) if one not in verdict.lines]
    return verdict


def _name_of(function: Callable[..., Any], variables: dict[str, Any]) -> str | None:
    """Return the exercise whose name a variable of the caller gives it, or else its own name."""
    called = [one for one in all_exercises() if variables.get(one) is function]
    if len(called) == 1:
        return called[0]
    own = guarded(lambda: getattr(function, "__name__", None), None)
    return own if type(own) is str and own.isidentifier() else None


def case(name: str, number: int) -> Any:
    """Return the arguments of a case with which an exercise is checked.

    Parameters
    ----------
    name : str
        Name of the exercise.
    number : int
        As a verdict tells it.

    Returns
    -------
    tuple
        The arguments in their order.

    Raises
    ------
    ValueError
        If there is no such exercise or case.
    """
    exercise = all_exercises().get(name)
    cases = exercise.cases() if exercise else []
    if not 0 <= number < len(cases):
        raise ValueError(f"case({name!r}, {number!r}): expected the name and number in a verdict")
    return cases[number]


class Hints:
    """The hints of an exercise, each folded behind the one before."""

    def __init__(self, exercise: Exercise) -> None:
        self._name = exercise.name
        sentences = Words(f"exercises_lesson{exercise.lesson}")
        self.texts: list[str] = []
        while (key := f"{exercise.name}.hint{len(self.texts) + 1}") in sentences:
            self.texts.append(sentences(key))

    def __repr__(self) -> str:
        return _words("hints_plain", name=self._name, count=len(self.texts))

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        inside = ""
        for number, text in reversed(list(enumerate(self.texts, start=1))):
            title = html.escape(_words("hint", number=number))
            inside = (
                f"<details><summary>{title}</summary><p>{html.escape(text)}</p>{inside}</details>"
            )
        return {"text/html": inside, "text/plain": repr(self)}


def hint(name: str) -> Hints | Verdict:
    """Show the hints of an exercise, folded.

    Parameters
    ----------
    name : str
        Name of the function.
    """
    exercise = all_exercises().get(name)
    return Hints(exercise) if exercise else _unknown(name)


def solution(name: str, *, confirm: bool = False) -> Verdict:
    """Show lessonlib's own source, after three attempts or on confirmation.

    Parameters
    ----------
    name : str
        Name of the function.
    confirm : bool
        True shows it without three attempts.
    """
    exercise = all_exercises().get(name)
    if exercise is None:
        return _unknown(name)
    attempts = progress.attempts(name)
    if attempts < _ATTEMPTS_BEFORE_SOLUTION and not confirm:
        return Verdict("wait", _words("solution_wait", attempts=attempts, name=name), [])
    return Source(_words("solution_title", name=name), inspect.getsource(exercise.answer))


class Source(Verdict):
    """A verdict that shows code."""

    def __init__(self, title: str, code: str) -> None:
        super().__init__("passed", title, [code])

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        text = f"<strong>{html.escape(self.title)}</strong><pre>{html.escape(self.lines[0])}</pre>"
        return {"text/html": text, "text/plain": repr(self)}


def _unknown(name: str) -> Verdict:
    return Verdict("unknown", _words("unknown", name=name, known=", ".join(all_exercises())), [])
