"""Work that is done while the kernel has nothing else to do, in small pieces.

The pieces run on the event loop on which the cells run, one at a time, and after each the loop is
free for whatever waits there: a message or a cell waits for one piece at most. There are no
threads, so it works in Pyodide too; without an event loop nothing is done.
"""

import asyncio
import sys
from collections.abc import Callable
from time import monotonic
from typing import Any
from weakref import WeakSet

REST = 0.25  # seconds in which nothing is heard of the reader, before the first piece
PAUSE = 0.005  # seconds between two pieces at least, and half as long as the last one took


class Idle:
    """Does one piece of work after the other while the kernel is idle.

    Parameters
    ----------
    piece : callable
        Does a little and returns whether there is more to do.
    before_cell : callable
        Called before a cell runs, which must not see work that is half done.
    """

    def __init__(self, piece: Callable[[], bool], before_cell: Callable[[], object]) -> None:
        self._piece = piece
        self.before_cell = before_cell
        self._is_waiting = False
        # Where it is made, in a cell, it is the loop of the cells; messages of widgets may come
        # in a loop of their own.
        self._loop = _running_loop()
        _all.add(self)
        _watch_cells()

    def wake(self) -> None:
        """Begin, or go on, when the reader has rested; from any thread."""
        _reader.heard = monotonic()
        if self._loop is None or self._loop.is_closed():
            self._loop = _running_loop()
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._wait, REST)

    def _wait(self, seconds: float) -> None:
        if not self._is_waiting:
            self._is_waiting = True
            asyncio.get_running_loop().call_later(seconds, self._go_on)

    def _go_on(self) -> None:
        self._is_waiting = False
        start = monotonic()
        if _reader.runs_cell:
            self._wait(REST)
        elif start < _reader.heard + REST:
            self._wait(_reader.heard + REST - start)
        elif self._piece():
            # A message passes through a thread and several turns of the loop before it is heard.
            self._wait(max(PAUSE, (monotonic() - start) / 2))


class _Reader:
    """What is known of the reader: when something was last heard, and whether a cell runs."""

    heard = 0.0
    runs_cell = False


_reader = _Reader()
_all: "WeakSet[Idle]" = WeakSet()
_watched: list[Any] = []  # shells


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _watch_cells() -> None:
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    events: Any = getattr(shell, "events", None)
    if events is None or shell in _watched:
        return
    _watched.append(shell)
    events.register("pre_run_cell", _on_cell_start)
    events.register("post_run_cell", _on_cell_end)
    _reader.runs_cell = True  # the one that makes the first figure


def _on_cell_start(*_: object) -> None:
    _reader.runs_cell = True
    for one in list(_all):
        one.before_cell()


def _on_cell_end(*_: object) -> None:
    _reader.runs_cell = False
    _reader.heard = monotonic()
