"""What has to be said before anything else: that there is no answer, or none of the kind asked."""

import inspect
from collections.abc import Callable
from typing import Any

from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.guarding import guarded
from lessonlib.exercises.looks import Look, Run, find
from lessonlib.exercises.outcome import Outcome
from lessonlib.exercises.written import names_used

_CALLABLES = {"function", "method", "builtin_function_or_method", "ufunc", "type"}


def look_at_signature(exercise: Exercise, written: Callable[..., Any]) -> Look | None:
    """Tell whether the arguments of a case can be passed at all, before anything is run."""
    if exercise.use is not None:
        return None
    signature = guarded(lambda: _misfit(written, exercise.parameters), "")
    wanted = f"({', '.join(exercise.parameters)})"
    return Look("signature", {"wanted": wanted, "got": signature}) if signature else None


def _misfit(written: Callable[..., Any], parameters: tuple[str, ...]) -> str:
    """Return the signature of what was written if it cannot take so many arguments, else nothing.

    Raises ``ValueError`` where there is none, as of some functions of C.
    """
    signature = inspect.signature(written)
    try:
        signature.bind(*parameters)
    except TypeError:
        return str(signature)
    return ""


def look_at_names(exercise: Exercise, written: Callable[..., Any]) -> Look | None:
    """Tell whether the answer uses what the task forbids."""
    used = sorted(names_used(written) & set(exercise.not_to_call))
    return Look("not_to_call", {"name": used[0]}) if used else None


def look_first(run: Run) -> Look | None:
    """Return the fact that what was returned is no answer at all, if it is so."""
    return find(run, (_no_return, _uncalled))


def _no_return(run: Run) -> Look | None:
    values = [one for one in run.got if one.kind == "value"]
    if values and all(one.returned is None for one in values):
        printed = any(one.printed.strip() for one in values)
        return Look("print_for_return" if printed else "no_return", {})
    failed = [run.got[i] for i in run.failed]
    if all(one.kind == "value" and one.returned is None for one in failed):
        return Look("no_return_sometimes", {})
    return None


def _uncalled(run: Run) -> Look | None:
    found = {_type_of(run.got[i]) for i in run.failed}
    return Look("uncalled", {}) if found <= _CALLABLES else None


def look_for_no_number(run: Run) -> Look | None:
    """Tell whether what was returned has no numbers in it."""
    if not run.has_values() or not all(type(got) is str for got, _ in run.returned()):
        return None
    name = _type_of(run.got[run.failed[0]])
    return Look("no_number", {"type": name}) if name else Look("text", {})


def _type_of(outcome: Outcome) -> str:
    """Return the name of the type of what was returned if it was neither number nor text."""
    name = outcome.returned if type(outcome.returned) is str else ""
    return name[1:-1] if name.startswith("<") and name.endswith(">") else ""
