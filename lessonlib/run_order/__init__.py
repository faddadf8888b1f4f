"""A cell that is run before those above it: says which name is missing, and which cell makes it.

Which cell of a lesson makes which names stands in ``cells.toml``, which
``tools/build_notebooks.py`` writes: the kernel does not know the notebook that it runs, and in a
browser it may have no file of it.
"""

import hashlib
import html
import linecache
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from types import FrameType, TracebackType
from typing import Any

from lessonlib.words import Words

_words = Words("run_order")
_COLOR_CODES = re.compile(r"\x1b\[[0-9;]*m")

Cells = Sequence[dict[str, Any]]


def explain_missing_names(lesson: int) -> None:
    """From here on, show help in place of a bare ``NameError`` where a cell above was not run.

    The traceback is folded below the help. All other errors stay as they are, and so does a
    ``NameError`` of a name that the lesson does not make. Outside of Jupyter nothing happens.

    Parameters
    ----------
    lesson : int
        Number of the lesson.

    Raises
    ------
    ValueError
        If there is no such lesson.
    """
    cells = _lessons().get(f"lesson{lesson}")
    if cells is None:
        raise ValueError(f"lesson={lesson!r}: expected the number of a lesson")
    find = getattr(sys.modules.get("IPython"), "get_ipython", None)
    shell = find() if find else None
    if shell is not None:
        shell.set_custom_exc((NameError,), _handler(cells))


def digest(source: str) -> str:
    """Return what a cell is known by: a short text that depends on its code."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:8]


def heading_of_maker(cells: Cells, name: str, source: str) -> str | None:
    """Return the heading of the cell that a cell needs for a name.

    Parameters
    ----------
    cells : sequence of dict
        The code cells of a lesson in order, each with ``cell`` (its :func:`digest`), ``heading``
        and ``makes``, the names that it makes.
    name : str
        The name that is missing.
    source : str
        Code of the cell that is missing it.

    Returns
    -------
    str or None
        Of the last cell above that makes it; of the first one in the lesson, if the cell
        is none of the lesson's; None if no cell makes it.
    """
    makers = [i for i, one in enumerate(cells) if name in one["makes"]]
    own = [i for i, one in enumerate(cells) if one["cell"] == digest(source)]
    above = [i for i in makers if own and i < own[-1]]
    chosen = above[-1:] or makers[:1]
    return str(cells[chosen[0]]["heading"]) if chosen else None


@cache
def _lessons() -> dict[str, list[dict[str, Any]]]:
    return loads((files(__package__) / "cells.toml").read_text(encoding="utf-8"))


def _handler(cells: Cells) -> Any:
    """Return what IPython calls when a cell ends in a ``NameError``."""

    def handle(
        shell: Any,
        kind: type[NameError],
        error: NameError,
        traceback: TracebackType,
        tb_offset: int | None = None,
    ) -> None:
        lines = _help(cells, error, traceback, shell.user_ns)
        if not lines:
            shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)
            return
        # IPython's own way for an error to say how it is shown; afterwards %tb shows it all.
        error._render_traceback_ = lambda: lines  # type: ignore[attr-defined]
        shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)
        del error._render_traceback_  # type: ignore[attr-defined]
        whole = shell.InteractiveTB.structured_traceback(kind, error, traceback)
        _show_folded(shell, _COLOR_CODES.sub("", "\n".join(whole)))

    return handle


def _help(
    cells: Cells, error: NameError, traceback: TracebackType, notebook: dict[str, Any]
) -> list[str]:
    """Return what a reader is told; nothing if no cell of the lesson helps."""
    frames = list(_frames(traceback))
    own = [one for one in frames if one.f_globals is notebook]
    # Not if it is a local name, or one that code outside of the notebook is missing.
    if isinstance(error, UnboundLocalError) or not own or own[-1] is not frames[-1]:
        return []
    source = "".join(linecache.getlines(own[0].f_code.co_filename))
    heading = heading_of_maker(cells, error.name or "", source)
    if heading is None or error.name in notebook:
        return []
    return [
        _words("missing", name=error.name),
        _words("made", heading=heading),
        _words("what_to_do"),
    ]


def _frames(traceback: TracebackType | None) -> Iterator[FrameType]:
    while traceback is not None:
        yield traceback.tb_frame
        traceback = traceback.tb_next


def _show_folded(shell: Any, text: str) -> None:
    title = html.escape(_words("traceback"))
    folded = f"<details><summary>{title}</summary><pre>{html.escape(text)}</pre></details>"
    shell.display_pub.publish({"text/html": folded, "text/plain": text})
