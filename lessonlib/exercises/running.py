"""Run a reader's function: once, on copies, with a time limit, and whatever it does, carry on."""

import copy
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

import numpy as np

TIME_LIMIT = 5.0  # seconds for all cases of a check


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
        For a value, what counts of it, in plain arrays; for an error, the
        exception; for a mutation, the number of the changed argument.
    warned : bool
        Whether NumPy warned, of an overflow for instance.
    """

    kind: str
    value: Any = None
    warned: bool = False


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
            returned = function(*given)
            value = plain(observe(copy.deepcopy(arguments), returned))
        except TimeUpError:
            return Outcome("timeout")
        except Exception as error:  # whatever the reader's code raises is told to the reader
            return Outcome("error", error)
    for i, (before, after) in enumerate(zip(arguments, given, strict=True)):
        if not _unchanged(before, after):
            return Outcome("mutated", i)
    warned = any(issubclass(one.category, RuntimeWarning) for one in caught)
    return Outcome("value", value, warned)


def plain(value: Any) -> Any:
    """Turn numbers, lists and arrays into arrays of floats; a tuple into a tuple of them.

    What is no number becomes the name of its type, so that nothing a reader
    returns takes part in a comparison with methods of its own.
    """
    if isinstance(value, tuple):
        return tuple(plain(one) for one in value)
    if isinstance(value, str):
        return str(value)
    try:
        return np.array(value, dtype=np.float64, subok=False)
    except Exception:  # an object may raise anything when it is turned into a number
        return type(value).__name__


def same(one: Any, other: Any, relative_tolerance: float) -> bool:
    """Compare two results of :func:`plain`: shapes, then numbers within a tolerance."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(
            same(a, b, relative_tolerance) for a, b in zip(one, other, strict=True)
        )
    if not isinstance(one, np.ndarray) or not isinstance(other, np.ndarray):
        return type(one) is type(other) and bool(one == other)
    if one.size == other.size == 1:
        one, other = one.reshape(()), other.reshape(())
    if one.shape != other.shape:
        return False
    # Measured by the largest number: single precision near 0 is as good as elsewhere.
    scale = float(np.max(np.abs(other[np.isfinite(other)]), initial=0.0))
    atol = relative_tolerance * scale + 1e-9
    return bool(np.allclose(one, other, rtol=relative_tolerance, atol=atol, equal_nan=True))


def _unchanged(before: Any, after: Any) -> bool:
    if isinstance(before, np.ndarray):
        return before.shape == after.shape and np.array_equal(before, after)
    if isinstance(before, np.random.Generator) or callable(before):
        return True
    return bool(before == after)


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
