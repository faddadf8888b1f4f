"""A cell that is run before those above it: says which name is missing, and which cell makes it.

Under which heading of a lesson each name is made stands in ``made.toml``, which
``tools/build_notebooks.py`` writes: the kernel does not know the notebook that it runs, and in a
browser it may have no file of it.
"""

import html
import re
import sys
from functools import cache
from importlib.resources import files
from tomllib import loads
from types import TracebackType
from typing import Any

from lessonlib.words import Words

_words = Words("run_order")
_COLOR_CODES = re.compile(r"\x1b\[[0-9;]*m")


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
    headings = _made().get(f"lesson{lesson}")
    if headings is None:
        raise ValueError(f"lesson={lesson!r}: expected the number of a lesson, {list(_made())}")
    find = getattr(sys.modules.get("IPython"), "get_ipython", None)
    shell = find() if find else None
    if shell is not None:
        shell.set_custom_exc((NameError,), _handler(headings))


@cache
def _made() -> dict[str, dict[str, list[str]]]:
    """Return the headings under which each name is made, by lesson."""
    return loads((files(__package__) / "made.toml").read_text(encoding="utf-8"))


def _handler(headings: dict[str, list[str]]) -> Any:
    """Return what IPython calls when a cell ends in a ``NameError``."""

    def handle(
        shell: Any,
        kind: type[NameError],
        error: NameError,
        traceback: TracebackType,
        tb_offset: int | None = None,
    ) -> None:
        name = _missing_name(error, traceback, shell.user_ns)
        if name not in headings:
            shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)
            return
        lines = _help(name, headings[name])
        # IPython's own way for an error to say how it is shown; afterwards %tb shows it all.
        error._render_traceback_ = lambda: lines  # type: ignore[attr-defined]
        shell.showtraceback((kind, error, traceback))
        del error._render_traceback_  # type: ignore[attr-defined]
        whole = shell.InteractiveTB.structured_traceback(kind, error, traceback)
        _show_folded(shell, _COLOR_CODES.sub("", "\n".join(whole)))

    return handle


def _missing_name(error: NameError, traceback: TracebackType, notebook: dict[str, Any]) -> str:
    """Return the name that a cell, or a function made by one, did not find; empty for any other."""
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    is_local = isinstance(error, UnboundLocalError)
    if is_local or traceback.tb_frame.f_globals is not notebook or error.name in notebook:
        return ""
    return error.name or ""


def _help(name: str, headings: list[str]) -> list[str]:
    first, *others = (_words("heading", text=one) for one in headings)
    made = _words("made", name=name, heading=first)
    if others:
        made = _words("made_again", name=name, heading=first, others=", ".join(others))
    return [_words("missing", name=name), made, _words("what_to_do")]


def _show_folded(shell: Any, text: str) -> None:
    title = html.escape(_words("traceback"))
    folded = f"<details><summary>{title}</summary><pre>{html.escape(text)}</pre></details>"
    shell.display_pub.publish({"text/html": folded, "text/plain": text})
