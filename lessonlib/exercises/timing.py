"""A time limit for code that one does not trust, in the process that runs it."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from lessonlib.exercises.raised import running_line
from lessonlib.platforms import in_browser

_HOME = "lessonlib.exercises.running"  # catches what is raised here
# Where nothing is raised: it would be lost, or leave a clock running.
_SPARED = {_HOME, __name__, "contextlib", "lessonlib.exercises.guarding"}


class TimeUpError(BaseException):
    """The time limit is reached; no ``except Exception`` in the reader's code catches it.

    A bare ``except`` does. But what is caught and dropped is deleted, and then the next line
    raises it again, until it gets out of a loop that catches everything.

    Attributes
    ----------
    line : str
        The reader's line that was running.
    """

    def __init__(self, watch: "Watch", frame: FrameType | None) -> None:
        super().__init__()
        self._watch, self.line = watch, running_line(frame)

    def __del__(self) -> None:
        self._watch.stop_at_next_line(sys._getframe(1))


class Watch:
    """Looks at the clock at every line, as a trace function.

    Attributes
    ----------
    is_open : bool
        Whether time is being kept; once closed, it never raises again.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.is_open = True

    def look(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        """Raise :class:`TimeUpError` if time is up."""
        if frame.f_globals.get("__name__") in _SPARED:
            return None
        if self.is_open and time.monotonic() > self._end:
            raise self.time_up(frame)
        return self.look

    def time_up(self, frame: FrameType | None) -> TimeUpError:
        """Return the error to be raised in a frame."""
        self.is_open = False  # nothing is raised while it is made
        error = TimeUpError(self, frame)
        self.is_open = True
        return error

    def stop_at_next_line(self, frame: FrameType | None) -> None:
        """Look at the clock at the next line of a frame, or of one that it returns to."""
        if not self.is_open:
            return
        while frame is not None and frame.f_globals.get("__name__") != _HOME:
            frame.f_trace = self.look
            frame = frame.f_back
        sys.settrace(self.look)


@contextmanager
def time_limit(seconds: float) -> Iterator[Watch]:
    """Raise :class:`TimeUpError` in the block after so many seconds.

    Uses the system's timer where there is one; elsewhere (Windows, a browser,
    a second thread) a trace function looks at the clock at every line. Neither
    ends a call that is made of one step, such as ``sum(range(10**12))``; nor does the
    trace function end a loop that keeps all errors that it catches, or that sets
    a trace function itself.

    Parameters
    ----------
    seconds : float
    """
    watch = Watch(seconds)
    main = threading.current_thread() is threading.main_thread()
    before = sys.gettrace()
    try:
        if main and hasattr(signal, "setitimer") and not in_browser():
            with _alarm(watch, seconds):
                yield watch
        else:
            sys.settrace(watch.look)
            yield watch
    finally:
        watch.is_open = False
        sys.settrace(before)


@contextmanager
def _alarm(watch: Watch, seconds: float) -> Iterator[None]:
    def stop(_number: int, frame: FrameType | None) -> None:
        is_spared = frame is None or frame.f_globals.get("__name__") in _SPARED
        if watch.is_open and not is_spared:
            error = watch.time_up(frame)
            watch.stop_at_next_line(frame)  # the line that catches it
            raise error

    before, start = signal.signal(signal.SIGALRM, stop), time.monotonic()
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds, seconds / 20)
    try:
        yield
    finally:
        watch.is_open = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:  # a limit around this one
            left = max(left - (time.monotonic() - start), 0.001)
            signal.setitimer(signal.ITIMER_REAL, left, interval)
