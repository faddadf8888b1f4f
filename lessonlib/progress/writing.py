"""Writes a file whole or not at all, where another notebook may write it too.

Where there are locks, a notebook waits until no other writes. In a browser there are none: two
pages that write at once both look, just before the new file takes the old one's place, whether the
old one is still what they have read, and begin again if it is not. What cannot be saved there is
one of two changes that take place within the few milliseconds after that look.
"""

import json
import os
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import cache
from pathlib import Path
from typing import Any, TextIO, TypeVar

from lessonlib.platforms import in_browser
from lessonlib.words import Words

if not in_browser():  # there it warns that it has no real lock
    from filelock import FileLock

_LOCK_TIMEOUT = 5.0  # seconds
_MOST_TRIES = 20  # to write while no other page does; each takes milliseconds
_words = Words("progress")
_T = TypeVar("_T")


class ChangedError(OSError):
    """Another page has changed the file since it was read."""


def lock(file: Path) -> AbstractContextManager[object]:
    """Return a context in which no other notebook has the lock of a file, where there are locks."""
    if in_browser():
        return nullcontext()
    return FileLock(file, timeout=_LOCK_TIMEOUT)


def until_unchanged(act: Callable[[], _T]) -> _T:
    """Act, and again while another page was faster; at last its :class:`ChangedError` is raised."""
    for _ in range(_MOST_TRIES - 1):
        with suppress(ChangedError):
            return act()
    return act()


def content(file: Path) -> bytes | None:
    """Return what is in a file, None if there is none, to see later whether it is the same."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def write(
    file: Path, everything: dict[str, Any], only_if: Callable[[], bool] = lambda: True
) -> None:
    """Write what is remembered, or a report of it; see :func:`replace_file`."""

    def fill(stream: TextIO) -> None:
        json.dump(everything, stream, indent=1, ensure_ascii=False)
        stream.write("\n")

    replace_file(file, fill, only_if)


def replace_file(
    file: Path, fill: Callable[[TextIO], object], only_if: Callable[[], bool] = lambda: True
) -> None:
    """Write beside the file, then take its place: a crash leaves the old one whole.

    Parameters
    ----------
    file : Path
    fill : callable
        Writes what the file is to contain.
    only_if : callable
        Tells, at the last moment, whether the old file may still go.

    Raises
    ------
    ChangedError
        If it may not.
    """
    temporary = file.with_name(f".{file.name}{_own_ending()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if not only_if():
            raise ChangedError(_words("changing"))
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


@cache
def _own_ending() -> str:
    """Return what tells this page's temporary files from another's; a lock does that elsewhere."""
    return f".{secrets.token_hex(4)}" if in_browser() else ""
