"""The file with the functions that the reader has written, ``my_network.py``.

What stands in it is the matter of ``lessonlib.exercises``. Here it is a text that is written whole
or not at all, by one notebook at a time, and of which nothing goes without a copy.
"""

import re
import shutil
from pathlib import Path
from typing import Literal, NamedTuple

from lessonlib.progress.storage import folder, forget, locked
from lessonlib.progress.writing import replace_file
from lessonlib.words import Words

CODE_NAME = "my_network.py"
MOST_BACKUPS = 20  # copies of what was replaced; what was set aside is never removed
_words = Words("progress")

CopyKind = Literal["", "backup", "aside"]


class Replacement(NamedTuple):
    """What became of the attempt to replace the reader's own code.

    Attributes
    ----------
    is_written : bool
        Whether it was done. If not, and there is no trouble, another notebook was faster.
    copy : Path or None
        The copy of what was replaced.
    trouble : str
        A line for the reader if it could not be written; else empty.
    """

    is_written: bool
    copy: Path | None = None
    trouble: str = ""


def code_file() -> Path:
    """Return where the reader's own code is kept, whether or not there is any."""
    return folder() / CODE_NAME


def read_code() -> str:
    """Return the reader's own code; empty if there is none.

    Raises
    ------
    OSError
        If there is a file, and it cannot be read.
    """
    try:
        # What is no UTF-8 is no Python either: it is for the caller to find that it does not run.
        return code_file().read_text(encoding="utf-8-sig", errors="surrogateescape")
    except FileNotFoundError:
        return ""


def replace_code(before: str, after: str, *, copy: CopyKind) -> Replacement:
    """Write the reader's own code, unless it has changed since it was read.

    Parameters
    ----------
    before : str
        What :func:`read_code` returned.
    after : str
        What takes its place; empty to leave no file.
    copy : str
        What is kept of the file as it was: ``"backup"`` for ``my_network.backup-N.py``, of which
        the last are kept; ``"aside"`` for ``my_network.aside-N.py``, which is never removed.

    Returns
    -------
    Replacement
    """

    def act() -> tuple[Replacement, str]:
        if read_code() != before:
            return Replacement(is_written=False), ""
        kept = _keep_copy(copy) if copy and before else None
        if after:
            replace_file(
                code_file(), lambda stream: stream.write(after), lambda: read_code() == before
            )
        else:
            code_file().unlink(missing_ok=True)
        return Replacement(is_written=True, copy=kept), ""

    done, trouble = locked(act, otherwise=Replacement(is_written=False))
    return done._replace(trouble=trouble)


def reset(*, my_network: bool = False) -> str:
    """Forget everything that is remembered.

    Parameters
    ----------
    my_network : bool
        Whether the reader's own functions go too: the file then stands aside under another name,
        and is used no more.

    Returns
    -------
    str
        A line for the reader if something went wrong, or about what they wrote; else empty.
    """
    if trouble := forget():
        return trouble
    try:
        code = read_code()
    except OSError as error:
        return _words("unreadable_code", error=error)
    if not code:
        return ""
    if not my_network:
        return _words("code_kept")
    done = replace_code(code, "", copy="aside")
    if done.copy:
        return _words("code_aside", file=done.copy)
    return done.trouble or _words("code_kept")


def _copies(kind: str) -> dict[int, Path]:
    """Return the copies of a kind by number, for instance 3 for ``my_network.backup-3.py``."""
    pattern = re.compile(rf"my_network\.{kind}-(\d+)\.py")
    found = ((pattern.fullmatch(path.name), path) for path in folder().glob("my_network.*.py"))
    return {int(match[1]): path for match, path in found if match}


def keep_aside(code: str) -> Path:
    """Write other code of the reader's beside the file, unless it stands there already."""
    for copy in _copies("aside").values():
        if copy.read_text(encoding="utf-8", errors="replace") == code:
            return copy
    copy = _next_copy("aside")
    replace_file(copy, lambda stream: stream.write(code))
    return copy


def _next_copy(kind: str) -> Path:
    return folder() / f"my_network.{kind}-{max(_copies(kind), default=0) + 1}.py"


def _keep_copy(kind: str) -> Path:
    """Copy the file as it is, whatever is in it."""
    copies = _copies(kind)
    copy = _next_copy(kind)
    shutil.copyfile(code_file(), copy)
    if kind == "backup":
        for number in sorted(copies)[: 1 - MOST_BACKUPS]:
            copies[number].unlink()
    return copy
