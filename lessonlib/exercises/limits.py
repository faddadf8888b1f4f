"""Limits that the system keeps, for a process that runs nothing but an answer. Only for Linux."""

import contextlib
import resource
from collections.abc import Callable
from pathlib import Path

MEMORY_LIMIT = 2**29  # bytes that an answer may take, beyond what its process has at the start
_FILE_LIMIT = 2**24  # bytes of a file that it writes


def limit_process(seconds: float) -> Callable[[], None]:
    """Limit memory, processor time and files of this process from here on.

    Parameters
    ----------
    seconds : float
        How long somebody keeps time. The limit of processor time is longer: it is for a process
        that nobody waits for any more.

    Returns
    -------
    callable
        Lifts the limit of memory, so that there is room for a report.
    """
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + MEMORY_LIMIT)
    _lower(resource.RLIMIT_CPU, int(2 * seconds) + 2)
    _lower(resource.RLIMIT_FSIZE, _FILE_LIMIT)
    _lower(resource.RLIMIT_CORE, 0)

    def lift() -> None:
        with contextlib.suppress(ValueError, OSError):  # it may have lowered its own
            resource.setrlimit(resource.RLIMIT_AS, before)

    return lift


def _lower(limit: int, value: int) -> None:
    soft, hard = resource.getrlimit(limit)
    if soft == resource.RLIM_INFINITY or value < soft:
        resource.setrlimit(limit, (value, hard))
