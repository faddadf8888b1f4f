"""Judge a reader's function: passed, a mistake that is known, or the first case that fails."""

import dis
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lessonlib.exercises.comparing import same
from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.running import Outcome, TimeUpError, run_case, time_limit

_IDLE = {"RESUME", "NOP", "COPY_FREE_VARS", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE", "POP_TOP"}


@dataclass(frozen=True)
class Judgement:
    """What :func:`judge` found.

    Attributes
    ----------
    kind : str
        ``"passed"``, ``"not_attempted"``, ``"mistake"``, ``"wrong"``, ``"error"``,
        ``"timeout"`` or ``"mutated"``.
    mistake : str
        Name of the mistake that it looks like; empty if none.
    arguments : tuple
        The first case that failed.
    expected, got : Outcome or None
        What the reference and the reader's function did with it.
    """

    kind: str
    mistake: str = ""
    arguments: tuple[Any, ...] = ()
    expected: Outcome | None = None
    got: Outcome | None = None


def judge(exercise: Exercise, function: Callable[..., Any]) -> Judgement:
    """Run the reader's function on all cases and say what it is.

    Never raises, never hangs.

    Parameters
    ----------
    exercise : Exercise
    function : callable

    Returns
    -------
    Judgement
    """
    if is_untouched(function):
        return Judgement("not_attempted")
    cases = exercise.cases()
    expected = _run(exercise, exercise.reference, cases)
    got = _run(exercise, function, cases)
    if _agree(exercise, got, expected):
        return Judgement("passed")
    for mistake in exercise.mistakes:
        if _agree(exercise, got, _run(exercise, mistake.function, cases)):
            return Judgement("mistake", mistake.name)
    first = next(
        i for i, pair in enumerate(zip(got, expected, strict=True)) if not _alike(exercise, *pair)
    )
    kind = "wrong" if got[first].kind == "value" else got[first].kind
    return Judgement(kind, "", cases[first], expected[first], got[first])


def is_untouched(function: Callable[..., Any]) -> bool:
    """Tell whether a function's body is still nothing but its docstring and ``...``."""
    code = getattr(function, "__code__", None)
    if code is None:
        return False
    allowed = (None, Ellipsis, function.__doc__)
    for instruction in dis.get_instructions(code):
        if instruction.opname not in _IDLE:
            return False
        value = instruction.argval
        if instruction.opname.endswith("CONST") and not any(value is one for one in allowed):
            return False
    return True


def _run(
    exercise: Exercise, function: Callable[..., Any], cases: Sequence[tuple[Any, ...]]
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    try:
        with time_limit():
            for arguments in cases:
                outcomes.append(run_case(function, arguments, exercise.observe))
                if outcomes[-1].kind == "timeout":
                    break
    except TimeUpError:  # between two cases
        pass
    missing = len(cases) - len(outcomes)
    return outcomes + missing * [Outcome("timeout")]


def _agree(exercise: Exercise, got: Sequence[Outcome], other: Sequence[Outcome]) -> bool:
    return all(_alike(exercise, one, two) for one, two in zip(got, other, strict=True))


def _alike(exercise: Exercise, got: Outcome, other: Outcome) -> bool:
    if got.kind != other.kind:
        return False
    if exercise.warnings_count and got.warned != other.warned:
        return False
    if got.kind == "value":
        return same(got.value, other.value, exercise.relative_tolerance)
    if got.kind == "error":
        return bool(got.value.is_like(other.value))
    return bool(got.value == other.value)
