"""Runs an answer in a forked child, whose time and memory are limited. Only for Linux.

A kernel has threads, and a fork copies only the one that forks. Whatever the others held at that
moment, such as the lock of an output stream, stays held in the child for ever. So the child never
touches what they use: what it prints goes into a pipe, the streams and sockets of the kernel are
cut off, it runs no clean-up, frees none of the parent's objects, and ends by ``os._exit``. Linear
algebra is kept to one thread meanwhile, since the library behind it would start its threads anew.
Should the child hang or die all the same, the parent waits no longer than for an answer that
hangs, and the kernel is what it was.
"""

import os
import re
import select
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from lessonlib.exercises.packing import Messages
from lessonlib.exercises.raised import is_of_a_library, line_at
from lessonlib.threads import one_thread

if TYPE_CHECKING:
    from lessonlib.exercises.child import Work


class Ending(NamedTuple):
    """How a child ended.

    Attributes
    ----------
    kind : str
        ``"done"``, ``"timeout"``, or ``"ended"`` for any other end.
    how : str
        For ``"ended"``: its exit code, or the signal that ended it.
    line : str
        For ``"timeout"``: the reader's line that was running.
    one_call : bool
        For ``"timeout"``: Python was inside one call, and could not be asked to stop.
    """

    kind: str
    how: str = ""
    line: str = ""
    one_call: bool = False


def can_fork() -> bool:
    """Tell whether this is Linux, and the main thread: elsewhere a fork is not safe."""
    main = threading.current_thread() is threading.main_thread()
    return sys.platform == "linux" and main


def run_in_child(work: "Work", on_message: Callable[..., None], seconds: float) -> Ending | None:
    """Run a function in a forked child; only the messages that it sends come back.

    Parameters
    ----------
    work : callable
        Runs in the child; see :func:`~lessonlib.exercises.child.live`.
    on_message : callable
        Runs in this process, for each message.
    seconds : float
        Time limit.

    Returns
    -------
    Ending or None
        None if no child can be made here.
    """
    messages, dump = os.pipe(), os.pipe()
    try:
        pid = _fork(work, messages[1], dump[1], seconds)
    except OSError:  # too many processes, or too little memory
        for end in (*messages, *dump):
            os.close(end)
        return None
    child = _Child(pid, messages[0], dump[0])
    os.close(messages[1])
    os.close(dump[1])
    try:
        return child.follow(on_message, seconds)
    finally:
        child.end()


def _fork(work: "Work", messages: int, dump: int, seconds: float) -> int:
    from lessonlib.exercises.child import live  # what it needs is not everywhere

    with one_thread(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a fork where there are threads
        # An interrupt must not lead the child out of here, into the kernel's code.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            pid = os.fork()
            if pid == 0:
                try:
                    live(work, messages, dump, seconds, mask)
                finally:
                    os._exit(1)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    return pid


class _Child:
    """The parent's view of the child."""

    def __init__(self, pid: int, messages: int, dump: int) -> None:
        self._pid, self._pipe, self._dump = pid, messages, dump
        self._messages, self._is_ready = Messages(), False
        with suppress(OSError):  # the child does so too; whoever comes first
            os.setpgid(pid, pid)

    def follow(self, on_message: Callable[..., None], seconds: float) -> Ending | None:
        """Pass messages on until the child ends or time is up."""
        ending = self._listen(on_message, seconds)
        if ending is None and self._is_ready:
            from lessonlib.exercises.child import STOP

            os.kill(self._pid, STOP)
            ending = self._listen(on_message, min(seconds, max(0.3, 0.2 * seconds)))
        if not self._is_ready:
            return None
        return ending or Ending("timeout", line=self._ask_for_line(), one_call=True)

    def end(self) -> None:
        """End the child, and all processes that it began."""
        with suppress(OSError):
            os.killpg(self._pid, signal.SIGKILL)
        with suppress(OSError):  # somebody else may have taken note of its end
            os.waitpid(self._pid, 0)
        os.close(self._pipe)
        os.close(self._dump)

    def _listen(self, on_message: Callable[..., None], seconds: float) -> Ending | None:
        """Pass messages on; None when time is up."""
        end = time.monotonic() + seconds
        try:
            for kind, *rest in self._receive(end):
                if kind == "ready":
                    self._is_ready = True
                elif kind in ("done", "timeout"):
                    return Ending(kind, line="".join(map(str, rest)))
                else:
                    on_message(kind, *rest)
        except ValueError:  # the answer wrote into the pipe itself
            return Ending("ended")
        if time.monotonic() >= end:
            return None
        for _ in range(20):  # its pipe is closed a moment before it has ended
            if self._exit():
                break
            time.sleep(0.01)
        return Ending("ended", how=self._exit())

    def _receive(self, end: float) -> Iterator[Any]:
        """Yield messages until then, or until there can be no more."""
        poll = select.poll()
        poll.register(self._pipe, select.POLLIN)
        while (left := end - time.monotonic()) > 0:
            if poll.poll(1000 * min(left, 0.05)):
                data = os.read(self._pipe, 2**16)
                if not data:
                    return
                yield from self._messages.feed(data)
            elif self._exit() and not poll.poll(0):  # a child of the child still holds the pipe
                return

    def _exit(self) -> str:
        """Return how the child ended; empty if it has not."""
        try:
            result = os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except OSError:
            return "?"
        if result is None:
            return ""
        if result.si_code == os.CLD_EXITED:
            return f"exit code {result.si_status}"
        return signal.Signals(result.si_status).name

    def _ask_for_line(self) -> str:
        """Ask Python's fault handler, which answers inside a call too, for the reader's line."""
        from lessonlib.exercises.child import DUMP

        os.kill(self._pid, DUMP)
        poll, text = select.poll(), b""
        poll.register(self._dump, select.POLLIN)
        while poll.poll(100) and (data := os.read(self._dump, 2**12)):
            text += data
        frames = re.findall(r'File "(.*)", line (\d+)', text.decode(errors="replace"))
        lines = [line_at(file, int(n)) for file, n in frames if not is_of_a_library(file)]
        return lines[0] if lines else ""
