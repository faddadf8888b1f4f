"""What the forked child of a kernel does, from its first step to its end. Only for Linux."""

import faulthandler
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from lessonlib.exercises.limits import limit_process
from lessonlib.exercises.packing import pack
from lessonlib.exercises.raised import running_line

Send = Callable[..., None]
Work = Callable[[Send, Callable[[], None]], None]

# What the parent asks for: to stop, and, of one that cannot, on which line it is.
STOP, DUMP = signal.SIGUSR1, signal.SIGUSR2
_MOST_FILES = 2**16


def live(work: Work, messages: int, dump: int, seconds: float, mask: Any) -> None:
    """Run a function with limits, send what it sends, and end this process.

    Parameters
    ----------
    work : callable
        Takes two functions: one sends its arguments, plain data, to the parent; the other lifts
        the limit of memory.
    messages, dump : int
        Ends of pipes: for messages, and for Python's fault handler.
    seconds : float
        How long the parent waits.
    mask : set of signals
        Those that the parent does not take.
    """
    os.setpgid(0, 0)
    os.register_at_fork(after_in_child=lambda: os._exit(0))  # one answer, one process
    gc.freeze()  # what is the parent's is not freed here
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    first, second = sorted((messages, dump))
    for start, end in ((3, first), (first + 1, second), (second + 1, _MOST_FILES)):
        os.closerange(start, end)  # files and sockets of the kernel
    _cut_off_kernel()
    channel = _Channel(messages, limit_process(seconds))
    _set_signals(channel, dump, seconds)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    channel.send("ready")
    work(channel.send, channel.lift_memory_limit)
    channel.send("done")
    os._exit(0)


def _cut_off_kernel() -> None:
    """Show what is displayed as text, and send nothing to Jupyter."""
    find = getattr(sys.modules.get("IPython"), "get_ipython", None)
    shell: Any = find() if find else None
    if hasattr(shell, "display_pub"):
        shell.display_pub.publish = lambda data, *_, **__: print(data.get("text/plain", ""))
    if hasattr(shell, "kernel"):
        shell.kernel.session.send = lambda *_, **__: None


def _set_signals(channel: "_Channel", dump: int, seconds: float) -> None:
    faulthandler.disable()  # a crash is reported by its signal
    faulthandler.register(DUMP, file=dump, all_threads=False)
    signal.signal(STOP, channel.stop)
    signal.set_wakeup_fd(-1)
    # Should the kernel be gone by then, nobody else would end a child that sleeps.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 2 * seconds + 2)


class _Channel:
    """The child's end of the pipe."""

    def __init__(self, pipe: int, lift_memory_limit: Callable[[], None]) -> None:
        self._pipe, self.lift_memory_limit = pipe, lift_memory_limit
        self._owner = threading.get_ident()
        self._is_busy = self._is_late = False

    def send(self, *message: Any) -> None:
        """Send a message whole; those of other threads are dropped."""
        if threading.get_ident() != self._owner:
            return
        self._is_busy = True
        data = pack(message)
        while data:
            data = data[os.write(self._pipe, data) :]
        self._is_busy = False
        if self._is_late:
            self.stop(0, None)

    def stop(self, _number: int, frame: FrameType | None) -> None:
        """Say that time is up, and where, and end: no ``except`` of the answer catches that."""
        if self._is_busy:
            self._is_late = True
            return
        self.lift_memory_limit()
        self.send("timeout", running_line(frame))
        os._exit(0)
