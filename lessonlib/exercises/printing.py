"""What an answer prints: passed on, but not without end."""

import builtins
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from lessonlib.words import Words

MOST_SHOWN = 4000  # characters of all cases
MOST_KEPT = 1000  # characters of a case
_words = Words("exercises")


class Printed(io.TextIOBase):
    """A stream that passes on the beginning of what is printed, and keeps some of it.

    Parameters
    ----------
    pass_on : callable
        Takes each text. The last one says that the rest is left out, if it is.
    """

    encoding = "utf-8"

    def __init__(self, pass_on: Callable[[str], Any]) -> None:
        self._pass_on, self._room, self._kept = pass_on, MOST_SHOWN, ""

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Pass a text on, as long as there is room."""
        if not isinstance(text, str):
            raise TypeError(f"text={text!r}: expected str, got {type(text).__name__}")
        text = "".join([text])  # an answer may make a text whose methods are its own
        self._kept += text[: MOST_KEPT - len(self._kept)]
        if self._room > 0:
            self._pass_on(text[: self._room])
            self._room -= len(text)
            if self._room < 0:
                self._pass_on(_words("printed_cut"))
        return len(text)

    def flush(self) -> None:
        """Do nothing: each text is passed on at once."""

    def close(self) -> None:
        """Do nothing: the notebook needs it after the answer."""

    def take(self) -> str:
        """Return what was kept since the last time."""
        kept, self._kept = self._kept, ""
        return kept


def _no_input(_prompt: object = "") -> str:
    raise EOFError(_words("no_input"))


@contextmanager
def redirected(stream: Printed) -> Iterator[None]:
    """Send all that is printed to a stream, and answer no question."""
    names = ("stdout", "stderr", "__stdout__", "__stderr__")
    before = {name: getattr(sys, name) for name in names}, builtins.input
    builtins.input = _no_input
    try:
        for name in names:
            setattr(sys, name, stream)
        yield
    finally:
        for name in names:
            setattr(sys, name, before[0][name])
        builtins.input = before[1]
