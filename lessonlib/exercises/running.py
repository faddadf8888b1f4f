"""Run a reader's function: once, on copies, within limits, and whatever it does, carry on.

On Linux, and in the main thread, an answer runs in a process of its own, with limits of time and
memory; nothing that it does there reaches the notebook but what it prints and returns. Elsewhere
(macOS, Windows, a browser, a second thread) it runs in this process: what it changes of NumPy,
Python and this library is put back, and its time is limited. Not contained there: memory; one
call that takes for ever; a crash, or an end of the process; what :class:`~.restoring.Before` names.
"""

import copy
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from lessonlib.exercises.comparing import plain, settled, unchanged
from lessonlib.exercises.containing import can_fork, run_in_child
from lessonlib.exercises.outcome import FINAL, Outcome
from lessonlib.exercises.packing import cleaned, name_of
from lessonlib.exercises.printing import MOST_KEPT, Printed, redirected
from lessonlib.exercises.raised import describe_error, unspeakable
from lessonlib.exercises.restoring import Before
from lessonlib.exercises.timing import TimeUpError, time_limit

TIME_LIMIT = 5.0  # seconds for all cases of a check
UNREADABLE = "not what was asked for"  # what counts of an answer that is something else

Function = Callable[..., Any]
Cases = Sequence[tuple[Any, ...]]


def run_cases(
    function: Function, cases: Cases, observe: Function, *, trusted: bool = False
) -> list[Outcome]:
    """Call a function on copies of the arguments of each case, and observe what it does.

    Parameters
    ----------
    function : callable
    cases : sequence of tuple
        The arguments of each case.
    observe : callable
        See :class:`~lessonlib.exercises.exercise.Exercise`.
    trusted : bool
        Whether the function is ours: then it runs here, without limits, and prints nothing.

    Returns
    -------
    list of Outcome
        One for each case.
    """
    outcomes = None
    if trusted:
        outcomes = _run_trusted(function, cases, observe)
    elif can_fork():
        outcomes = _run_in_child(function, cases, observe)
    if outcomes is None:
        outcomes = _run_here(function, cases, observe)
    missing = len(cases) - len(outcomes)
    return outcomes[: len(cases)] + missing * [Outcome("not_run")]


class _Guard:
    """What stands around an answer.

    Parameters
    ----------
    printed : Printed
        Where it prints to.
    limit : callable, optional
        Returns a context that limits its time.
    make_room : callable, optional
        Makes room in the memory for a report.
    is_trusting : bool
        Whether nothing need be put back.
    """

    def __init__(
        self,
        printed: Printed,
        limit: Callable[[], AbstractContextManager[Any]] = nullcontext,
        make_room: Callable[[], None] = lambda: None,
        is_trusting: bool = False,
    ) -> None:
        self.printed, self.make_room, self._limit = printed, make_room, limit
        self.caught = Exception if is_trusting else BaseException
        self._before = None if is_trusting else Before()

    def run(self, step: Callable[[], Any]) -> Any:
        """Call a function in limited time, and put back what it changes."""
        try:
            with self._limit():
                return step()
        finally:
            if self._before:
                self._before.restore()


def _run_trusted(function: Function, cases: Cases, observe: Function) -> list[Outcome]:
    printed = Printed(lambda _text: None)
    with redirected(printed):
        return list(_run_all(function, cases, observe, _Guard(printed, is_trusting=True)))


def _run_here(function: Function, cases: Cases, observe: Function) -> list[Outcome]:
    end = time.monotonic() + TIME_LIMIT
    printed = Printed(sys.stdout.write)
    with redirected(printed):
        guard = _Guard(printed, lambda: time_limit(max(end - time.monotonic(), 0.01)))
        return [cleaned(one) for one in _run_all(function, cases, observe, guard)]


def _run_in_child(function: Function, cases: Cases, observe: Function) -> list[Outcome] | None:
    outcomes: list[Outcome] = []
    texts: list[str] = []  # what the case that is running has printed

    def work(send: Callable[..., None], make_room: Callable[[], None]) -> None:
        printed = Printed(lambda text: send("printed", text))
        with redirected(printed):
            guard = _Guard(printed, make_room=make_room)
            for outcome in _run_all(function, cases, observe, guard):
                send("outcome", outcome)

    def take(kind: str, value: Any) -> None:
        if kind == "printed" and isinstance(value, str):
            texts.append(value)
            sys.stdout.write(value)
        elif kind == "outcome" and isinstance(value, Outcome):
            outcomes.append(value)
            texts.clear()
        else:
            raise ValueError(f"kind={kind!r}: expected 'printed' or 'outcome'")

    ending = run_in_child(work, take, TIME_LIMIT)
    if ending is None:
        return None
    printed = "".join(texts)[:MOST_KEPT]
    if ending.kind == "timeout":
        last = Outcome("timeout", None, False, None, printed, ending.line, ending.one_call)
        outcomes.append(last)
    elif ending.kind == "ended":
        outcomes.append(Outcome("ended", ending.how, printed=printed))
    return outcomes


def _run_all(
    function: Function, cases: Cases, observe: Function, guard: _Guard
) -> Iterator[Outcome]:
    """Yield the outcome of each case, up to one after which no other can be run."""
    for arguments in cases:
        try:
            outcome = _run_case(function, arguments, observe, guard)
        except guard.caught as error:  # whatever the reader's code raises is told to the reader
            outcome = _failed(error, guard)
        yield outcome
        if outcome.kind in FINAL:
            break


def _run_case(
    function: Function, arguments: tuple[Any, ...], observe: Function, guard: _Guard
) -> Outcome:
    given = copy.deepcopy(arguments)
    returned, caught = guard.run(lambda: _call(function, given))
    warned = any(issubclass(one.category, RuntimeWarning) for one in caught)
    # What was returned may have methods of its own, so that to look at it runs the answer too.
    look = partial(_look_at, returned, arguments, given, observe, guard.caught)
    outcome: Outcome = guard.run(look)
    return replace(outcome, warned=warned, printed=guard.printed.take())


def _call(function: Function, arguments: tuple[Any, ...]) -> tuple[Any, Any]:
    """Return what a function returns, and the warnings meanwhile; nothing can be relied on here."""
    with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        return function(*arguments), caught


def _look_at(
    returned: Any,
    before: tuple[Any, ...],
    after: tuple[Any, ...],
    observe: Function,
    caught: type[BaseException],
) -> Outcome:
    def read(step: Callable[[], Any]) -> Any:
        try:
            return plain(step())
        except (TimeUpError, MemoryError):
            raise
        except caught:  # what was returned is not what was asked for
            return UNREADABLE

    returned = settled(returned)
    whole = read(lambda: returned)
    value = read(lambda: observe(copy.deepcopy(before), returned))
    for i, (one, other) in enumerate(zip(before, after, strict=True)):
        if not unchanged(one, other):
            return Outcome("mutated", i, returned=value)
    return Outcome("value", value, returned=whole)


def _failed(error: BaseException, guard: _Guard) -> Outcome:
    """Describe what ended a case, whatever it does when it is described."""
    if isinstance(error, MemoryError):
        guard.make_room()
    kind = "memory" if isinstance(error, MemoryError) else "error"
    raised = unspeakable(name_of(type(error)), error)
    try:
        if not isinstance(error, TimeUpError):
            raised = guard.run(lambda: describe_error(error))
    except TimeUpError as late:
        error = late
    except guard.caught:  # its text and its name are the reader's code too
        pass
    if isinstance(error, TimeUpError):
        return Outcome("timeout", printed=guard.printed.take(), line=error.line)
    return Outcome(kind, raised, printed=guard.printed.take())
