"""The file of progress: found, read, checked, locked and written.

It is written whole or not at all, two notebooks may write at once, and a file
that cannot be read or written never stops a lesson.
"""

import json
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

from lessonlib.platforms import in_browser
from lessonlib.progress.writing import content, lock, until_unchanged, write
from lessonlib.words import Words

VERSION = 1
_FILE_NAME = "progress.json"
_DRIVE = Path("/drive")  # of JupyterLite: the only folder that outlives the page
_words = Words("progress")
_told: set[str] = set()
_T = TypeVar("_T")


class _DamagedError(Exception):
    """The file is not one that this module has written."""


class _NewerError(Exception):
    """The file was written by a later version of the course."""


# What the folder, the lock and the disk may answer. Locks are missing on some shared drives.
_TROUBLE = (OSError, NotImplementedError)


def folder() -> Path:
    """Return the folder of the file: ``LESSONLIB_PROGRESS`` if set, else the user's data folder.

    In a browser it is the folder ``progress`` beside the notebooks.
    """
    if chosen := os.environ.get("LESSONLIB_PROGRESS"):
        return Path(chosen)
    if in_browser() and _DRIVE.is_dir():
        return _DRIVE / "progress"
    return Path(platformdirs.user_data_dir("lessonlib", appauthor=False))


def forgetful() -> str:
    """Return a line for the reader if nothing outlives this page; else empty."""
    is_kept = not in_browser() or "LESSONLIB_PROGRESS" in os.environ or _DRIVE.is_dir()
    return "" if is_kept else _words("forgetful")


def _first_time(line: str) -> str:
    """Return a line the first time it is told, and nothing after that."""
    is_new = line not in _told
    _told.add(line)
    return line if is_new else ""


def read() -> dict[str, Any]:
    """Return all that is remembered; empty if nothing is, or if it cannot be read.

    A damaged file is left for a function that can tell the reader.
    """
    try:
        return _load()
    except (_NewerError, _DamagedError, *_TROUBLE):
        return _empty()


def read_and_tell() -> tuple[dict[str, Any], str]:
    """Return all that is remembered, and a line for the reader if something is wrong with it."""
    try:
        return _load(), forgetful()
    except _NewerError:
        return _empty(), _words("newer")
    except _TROUBLE as error:
        return _empty(), _words("unreadable", error=error)
    except _DamagedError:
        return locked(_load_or_set_aside, otherwise=_empty())


def change(edit: Callable[[dict[str, Any]], None]) -> str:
    """Read the file, edit what is in it and write it again, while no other notebook does.

    Parameters
    ----------
    edit : callable
        Gets all that is remembered, and changes it in place.

    Returns
    -------
    str
        A line for the reader if it could not be remembered; else empty.
    """
    file = folder() / _FILE_NAME

    def act() -> tuple[None, str]:
        before = content(file)
        everything, trouble = _load_or_set_aside()
        edit(everything)
        expected = None if trouble else before
        write(file, everything, only_if=lambda: content(file) == expected)
        return None, trouble

    return locked(act, otherwise=None)[1] or _first_time(forgetful())


def forget() -> str:
    """Forget everything that this file remembers; returns as :func:`change`."""

    def act() -> tuple[None, str]:
        (folder() / _FILE_NAME).unlink(missing_ok=True)
        return None, ""

    return locked(act, otherwise=None)[1]


def problem(everything: object) -> str:
    """Say what is wrong with the counts of a file of ours; empty if nothing.

    Parameters
    ----------
    everything : object
        What was read from it: from the file of progress or from a report.
    """
    if not isinstance(everything, dict):
        return "not an object"
    for part, counts in (("exercises", "mistakes"), ("quiz", "wrong")):
        if not isinstance(everything.get(part), dict):
            return f"no {part!r}"
        for name, one in everything[part].items():
            if not _is_record(one, counts):
                return f"{part} {name!r} is not as written by lessonlib"
    return ""


def _is_record(one: object, counts: str) -> bool:
    """Tell whether this is the record of an exercise or of a question."""
    number, done = ("attempts", "passed") if counts == "mistakes" else ("answers", "right")
    return (
        isinstance(one, dict)
        and _is_count(one.get(number))
        and isinstance(one.get(done), bool)
        and isinstance(one.get(counts), dict)
        and all(_is_count(n) for n in one[counts].values())
    )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9


def _empty() -> dict[str, Any]:
    return {"version": VERSION, "exercises": {}, "quiz": {}, "predictions": {}}


def _load() -> dict[str, Any]:
    try:
        everything = json.loads((folder() / _FILE_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return _empty()
    except (ValueError, RecursionError) as error:
        raise _DamagedError from error
    version = everything.get("version") if isinstance(everything, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise _NewerError
    if version != VERSION or problem(everything) or not has_predictions(everything):
        raise _DamagedError
    return dict(everything)


def has_predictions(everything: dict[str, Any]) -> bool:
    """Tell whether the predictions of a file of ours are as they were written."""
    kept = everything.get("predictions")
    return isinstance(kept, dict) and all(isinstance(v, str | int | float) for v in kept.values())


def _load_or_set_aside() -> tuple[dict[str, Any], str]:
    """Load; keep a damaged file under another name, it may still be of use to its owner.

    The lock is held: else two notebooks could set aside each other's new file.
    """
    try:
        return _load(), ""
    except _DamagedError:
        file = folder() / _FILE_NAME
        names = (file.with_suffix(f".damaged{n}.json") for n in count(1))
        aside = next(name for name in names if not name.exists())
        file.replace(aside)
        return _empty(), _words("set_aside", file=aside)


def locked(act: Callable[[], tuple[_T, str]], otherwise: _T) -> tuple[_T, str]:
    """Act while no other notebook does; the second value is a line for the reader."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with lock(folder() / f"{_FILE_NAME}.lock"):
            return until_unchanged(act)
    except _NewerError:
        return otherwise, _words("newer")
    except _TROUBLE as error:
        return otherwise, _words("unwritable", error=error)
