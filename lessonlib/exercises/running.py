"""Run a reader's function: once, on copies, with a time limit, and whatever it does, carry on."""

import copy
import io
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from types import FrameType
from typing import Any

import numpy as np

from lessonlib.exercises.comparing import plain, settled, unchanged
from lessonlib.exercises.raised import describe_error

TIME_LIMIT = 5.0  # seconds for all cases of a check
_MOST_PRINTED = 1000  # characters that are kept
UNREADABLE = "not what was asked for"  # what counts of an answer that is something else


class TimeUpError(BaseException):
    """The time limit is reached; no ``except Exception`` in the reader's code catches it."""


@dataclass(frozen=True)
class Outcome:
    """What one call did.

    Attributes
    ----------
    kind : str
        ``"value"``, ``"error"``, ``"timeout"`` or ``"mutated"``.
    value : any
        For a value, what counts of it, in plain arrays; for an error, a
        :class:`~lessonlib.exercises.raised.Raised`; for a mutation, the number of the changed
        argument.
    warned : bool
        Whether NumPy warned, of an overflow for instance.
    returned : any
        All that was returned, in plain arrays; None where nothing was. For a mutation, what counts
        of it.
    printed : str
        What was printed meanwhile; it is shown all the same.
    """

    kind: str
    value: Any = None
    warned: bool = False
    returned: Any = None
    printed: str = ""


def run_case(
    function: Callable[..., Any],
    arguments: tuple[Any, ...],
    observe: Callable[[tuple[Any, ...], Any], Any],
) -> Outcome:
    """Call a function on copies of the arguments and observe what it does.

    Parameters
    ----------
    function : callable
    arguments : tuple
    observe : callable
        See :class:`~lessonlib.exercises.exercise.Exercise`.

    Returns
    -------
    Outcome
    """
    given = copy.deepcopy(arguments)
    with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        try:
            with redirect_stdout(_Copy(sys.stdout)) as copy_of_output:
                returned = settled(function(*given))
        except TimeUpError:
            return Outcome("timeout")
        except Exception as error:  # whatever the reader's code raises is told to the reader
            return Outcome("error", describe_error(error, function))
    value = _observed(observe, arguments, returned)
    for i, (before, after) in enumerate(zip(arguments, given, strict=True)):
        if not unchanged(before, after):
            return Outcome("mutated", i, returned=value)
    warned = any(issubclass(one.category, RuntimeWarning) for one in caught)
    return Outcome("value", value, warned, plain(returned), copy_of_output.text)


def _observed(observe: Callable[..., Any], arguments: tuple[Any, ...], returned: Any) -> Any:
    try:
        return plain(observe(copy.deepcopy(arguments), returned))
    except Exception:  # what was returned is not what was asked for
        return UNREADABLE


class _Copy(io.TextIOBase):
    """Passes on what is printed, and keeps the beginning of it."""

    def __init__(self, stream: Any) -> None:
        self._stream, self.text = stream, ""

    def write(self, text: str) -> int:
        """Write to both."""
        self.text += text[: _MOST_PRINTED - len(self.text)]
        self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Flush the stream behind it."""
        self._stream.flush()


@contextmanager
def time_limit(seconds: float | None = None) -> Iterator[None]:
    """Raise :class:`TimeUpError` in the block after so many seconds.

    Uses the system's timer where there is one; elsewhere (Windows, a browser,
    a second thread) a trace function looks at the clock at every line.
    """
    seconds = TIME_LIMIT if seconds is None else seconds
    main = threading.current_thread() is threading.main_thread()
    if hasattr(signal, "setitimer") and main:
        with _alarm(seconds):
            yield
    else:
        with _trace(seconds):
            yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeUpError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _trace(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds

    def look(_frame: FrameType, _event: str, _argument: Any) -> Any:
        if time.monotonic() > end:
            raise TimeUpError
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(before)
