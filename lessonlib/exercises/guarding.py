"""To look at what a reader wrote can run it: its attributes may be code of its own."""

from collections.abc import Callable
from typing import TypeVar

from lessonlib.exercises.timing import time_limit

LONGEST_LOOK = 5.0  # seconds: a bound; a look takes milliseconds, on a busy machine more

Found = TypeVar("Found")


def guarded(look: Callable[[], Found], otherwise: Found) -> Found:
    """Return what a look at the reader's object finds, whatever the object does meanwhile.

    Parameters
    ----------
    look : callable
        Reads attributes of the object, in this process.
    otherwise : any
        What counts if that raises, be it ``SystemExit`` or ``KeyboardInterrupt``, or has no end.
    """
    try:
        with time_limit(LONGEST_LOOK):
            return look()
    except BaseException:
        return otherwise
