"""Judge a reader's function: passed, a mistake that is known, or the first case that fails."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from lessonlib.exercises.comparing import same, settled
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.exercises.first_looks import look_at_names, look_at_signature, look_first
from lessonlib.exercises.looks import Look, Run
from lessonlib.exercises.outcome import Outcome
from lessonlib.exercises.running import UNREADABLE, run_cases
from lessonlib.exercises.second_looks import look_closely
from lessonlib.exercises.watching import overflows
from lessonlib.exercises.written import is_untouched

_SEEDS = 60
_KIND_BY_LOOK = {"too_slow": "timeout"}  # the others make an answer wrong


@dataclass(frozen=True)
class Judgement:
    """What :func:`judge` found.

    Attributes
    ----------
    kind : str
        ``"passed"``, ``"not_attempted"``, ``"mistake"``, ``"wrong"``, ``"error"``,
        ``"timeout"``, ``"memory"``, ``"ended"`` or ``"mutated"``.
    mistake : str
        Name of the mistake that it looks like; empty if none.
    look : Look or None
        A fact about the answer, where no mistake is known.
    number : int
        Number of the case to show, the first that failed or one that tells more; -1 if no case
        was to blame.
    cases : sequence of tuple
        The arguments of all cases.
    expected, got : sequence of Outcome
        What the reference and the reader's function did with them.
    failed : sequence of int
        Numbers of the cases that failed.
    """

    kind: str
    mistake: str = ""
    look: Look | None = None
    number: int = -1
    cases: Sequence[tuple[Any, ...]] = field(default=(), repr=False)
    expected: Sequence[Outcome] = field(default=(), repr=False)
    got: Sequence[Outcome] = field(default=(), repr=False)
    failed: Sequence[int] = ()


class Known:
    """The cases of an exercise, and what the reference and each mistake do with them."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self.cases = exercise.cases()
        self.expected = outcomes_of(exercise, exercise.reference, self.cases)

    @cached_property
    def mistakes(self) -> list[tuple[Mistake, list[Outcome]]]:
        """Each mistake with its outcomes, for each way to make it."""
        return [
            (one, outcomes_of(self._exercise, function, self.cases))
            for one in self._exercise.mistakes
            for function in (one.function, *one.also)
        ]


@lru_cache(maxsize=64)
def known_outcomes(exercise: Exercise) -> Known:
    """Return what is known of an exercise, computed once."""
    return Known(exercise)


def judge(exercise: Exercise, function: Callable[..., Any], *, trusted: bool = False) -> Judgement:
    """Run the reader's function on all cases and say what it is.

    Never raises, never hangs.

    Parameters
    ----------
    exercise : Exercise
    function : callable
        Or a class, if the exercise asks for one.
    trusted : bool
        Whether the function is ours, and needs no limits: that is faster.

    Returns
    -------
    Judgement
    """
    if is_untouched(function):
        return Judgement("not_attempted")
    look = look_at_signature(exercise, function) or look_at_names(exercise, function)
    if look:
        return Judgement("wrong", look=look)
    known = known_outcomes(exercise)
    got = outcomes_of(exercise, function, known.cases, trusted)
    pairs = enumerate(zip(got, known.expected, strict=True))
    failed = [i for i, pair in pairs if not alike(exercise, *pair)]
    if not failed:
        look = _look_at_chance(exercise, function, trusted)
        return Judgement(_KIND_BY_LOOK.get(look.name, "wrong") if look else "passed", look=look)
    run = Run(exercise, function, known.cases, known.expected, got, failed, trusted)
    look = look_first(run)
    mistake = "" if look else _matching(exercise, got)
    if not look and not mistake:
        look = look_closely(run)
    kind = "wrong" if got[failed[0]].kind == "value" else got[failed[0]].kind
    number = look.number if look and look.number >= 0 else failed[0]
    return Judgement(
        "mistake" if mistake else kind, mistake, look, number, *run[2:5], tuple(failed)
    )


def _matching(exercise: Exercise, got: Sequence[Outcome]) -> str:
    """Return the name of the mistake that does the same in every case, or an empty text."""
    for mistake, outcomes in known_outcomes(exercise).mistakes:
        pairs = zip(got, outcomes, strict=True)
        if all(alike(exercise, *pair, loosely=mistake.symptom) for pair in pairs):
            return mistake.name
    return ""


def outcomes_of(
    exercise: Exercise,
    function: Callable[..., Any],
    cases: Sequence[tuple[Any, ...]],
    trusted: bool = True,
) -> list[Outcome]:
    """Try a function on all cases; where overflow counts, once more to see whether it occurs."""
    called = exercise.called(function)
    if not exercise.overflow_counts:
        outcomes = run_cases(called, cases, exercise.observe, trusted=trusted)
        return [replace(one, warned=False) for one in outcomes]

    # NumPy's own warnings do not count: not every machine gives them. All cases are run twice in
    # one go, for a process of its own costs more than the answer.
    def try_or_watch(is_watched: bool, *case: Any) -> Any:
        return overflows(called, case) if is_watched else called(*case)

    def observe(arguments: tuple[Any, ...], returned: Any) -> Any:
        is_watched, *case = arguments
        return returned if is_watched else exercise.observe(tuple(case), returned)

    twice = [(is_watched, *case) for is_watched in (False, True) for case in cases]
    found = run_cases(try_or_watch, twice, observe, trusted=trusted)
    outcomes, watched = found[: len(cases)], found[len(cases) :]
    can_tell = all(one.kind in ("value", "error") for one in outcomes)
    seen = [can_tell and one.kind == "value" and bool(one.value) for one in watched]
    # A changed argument is told by its place: one less without the one in front.
    return [
        replace(one, warned=two, value=one.value - 1 if one.kind == "mutated" else one.value)
        for one, two in zip(outcomes, seen, strict=True)
    ]


def alike(exercise: Exercise, got: Outcome, other: Outcome, loosely: bool = False) -> bool:
    """Tell whether two outcomes of the same case count as the same.

    Parameters
    ----------
    exercise : Exercise
    got, other : Outcome
    loosely : bool
        Whether of a changed argument it is enough that it was changed.
    """
    if got.kind != other.kind or got.warned != other.warned:
        return False
    if got.kind == "error":
        return bool(got.value.is_like(other.value))
    if got.kind in ("timeout", "not_run"):
        return True
    if got.kind == "mutated" and (loosely or got.value != other.value):
        return bool(got.value == other.value)
    unreadable = any(type(one) is str and one == UNREADABLE for one in (got.value, other.value))
    what = "returned" if got.kind == "mutated" or unreadable else "value"
    one, two = getattr(got, what), getattr(other, what)
    return same(one, two, exercise.relative_tolerance)


def _look_at_chance(exercise: Exercise, function: Callable[..., Any], trusted: bool) -> Look | None:
    """Judge randomness as randomness: a seed has one result, another seed another."""
    if exercise.chance is None:
        return None
    called = exercise.called(function)

    def for_all_seeds(*arguments: Any) -> list[Any]:
        """Call it for all seeds in one go: between two cases the state of NumPy is put back."""
        seeds = [0, *range(_SEEDS)]
        generators = [np.random.default_rng(seed) for seed in seeds]
        return [settled(called(*copy.deepcopy(arguments), rng)) for rng in generators]

    cases = [exercise.chance_arguments]
    (outcome,) = run_cases(for_all_seeds, cases, lambda _, returned: returned, trusted=trusted)
    if outcome.kind != "value":
        is_slow = outcome.kind == "timeout"
        return Look("too_slow" if is_slow else "not_always", {})
    again, *results = outcome.value
    if not same(again, results[0], 0.0):
        return Look("seed_ignored", {})
    if all(same(one, results[0], 0.0) for one in results):
        return Look("always_the_same", {})
    try:
        found = exercise.chance(exercise.chance_arguments, results)
    except Exception:  # with some seeds it may return anything
        found = "not_always_right"
    return Look(found, {}) if found else None
