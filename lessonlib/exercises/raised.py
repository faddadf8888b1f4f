"""An error of a reader's function as plain text: what it says, and what in which line raised it."""

import ast
import linecache
import re
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import numpy as np

MOST_CHARACTERS = 200
_LIBRARIES = (
    str(Path(__file__).parents[1]),
    str(Path(np.__file__).parent),
    # The installed ones too: some of their functions run whenever an answer sleeps, for instance.
    *(sysconfig.get_paths()[name] for name in ("stdlib", "purelib", "platlib")),
)
# Where the listed mistakes stand, which are compared with the answers.
_LISTED = str(Path(__file__).parent / "lesson")
# The same thing written in two ways raises at the same place.
_SAME_ORIGIN = {
    **dict.fromkeys(["MatMult", "dot", "matmul", "inner", "vdot"], "product"),
    **dict.fromkeys(["Mult", "multiply"], "times"),
    **dict.fromkeys(["Add", "add"], "plus"),
    **dict.fromkeys(["Sub", "subtract"], "minus"),
    **dict.fromkeys(["Div", "divide", "true_divide"], "over"),
}


@dataclass(frozen=True)
class Raised:
    """What is told of an error, and what two errors are compared by.

    Attributes
    ----------
    type : str
        Name of the type, such as ``"ValueError"``.
    text : str
        What it says, cut to what helps.
    line : str
        The line of the reader's code that raised it; empty if it is not known.
    origin : str
        What in that line raised it: the name of a called function, or an operator's.
    """

    type: str
    text: str
    line: str = ""
    origin: str = ""

    def is_like(self, other: "Raised") -> bool:
        """Tell whether both say the same, and rose at the same kind of place."""
        origins = {self.origin, other.origin} - {""}
        return (
            self.type == other.type
            and len(origins) <= 1
            and normalized(self.text) == normalized(other.text)
        )


def describe_error(error: BaseException) -> Raised:
    """Put an error that a function raised into plain text; whatever the error is, carry on.

    Parameters
    ----------
    error : exception
        Its line is the last one that is no library's.

    Returns
    -------
    Raised
    """
    line, origin = _place(error)
    return Raised(type(error).__name__, cut(_said(error)), line, origin)


def cut(text: str, most_characters: int = MOST_CHARACTERS) -> str:
    """Return a text in one line and not too long."""
    text = " ".join(text[: 4 * most_characters].split())
    return text if len(text) <= most_characters else text[: most_characters - 3] + "..."


def normalized(text: str) -> str:
    """Leave out of an error's text what depends on how the mistake is written.

    Of operands that do not fit, the order does not count, nor whether ``@`` or ``dot`` found out.
    """
    product = re.search(
        r"size (\d+) is different from (\d+)|(\d+) \(dim \d\) != (\d+) \(dim \d\)", text
    )
    if product:
        return "product " + " ".join(sorted(filter(None, product.groups())))
    if "broadcast" in text:
        return "broadcast " + " ".join(sorted(re.findall(r"\([\d,]+\)", text)))
    return re.sub(r"0x[0-9a-f]+|'\w+' object|numpy\.\w+", "", text)


def _said(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # its text is the reader's code too
        return ""


def _place(error: BaseException) -> tuple[str, str]:
    found: TracebackType | None = None
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.startswith(_LISTED) or not is_of_a_library(name):
            found = step
        step = step.tb_next
    if found is None:
        return "", ""
    code = found.tb_frame.f_code
    line = linecache.getline(code.co_filename, found.tb_lineno)
    positions = list(code.co_positions())[found.tb_lasti // 2]
    shown = "" if is_of_a_library(code.co_filename) else cut(line)
    return shown, _origin(line, *positions)


def _origin(
    line: str, first: int | None, last: int | None, start: int | None, end: int | None
) -> str:
    """Return what stands at the place where an error rose: the called function, or the operator."""
    if first != last or start is None or end is None:
        return ""
    segment = line.encode()[start:end].decode(errors="replace").strip()
    try:
        statement = ast.parse(segment).body[0]
    except (SyntaxError, IndexError):
        return ""
    node: Any = statement.value if isinstance(statement, ast.Expr) else statement
    if isinstance(node, ast.Call):
        called = node.func
        name = getattr(called, "attr", None) or getattr(called, "id", None) or "call"
    else:
        name = type(getattr(node, "op", node)).__name__
    return _SAME_ORIGIN.get(name, name)


def is_of_a_library(file: str) -> bool:
    """Tell whether a file of code is a library's or Python's own, not the reader's."""
    return file.startswith((*_LIBRARIES, "<frozen"))


def running_line(frame: FrameType | None) -> str:
    """Return the reader's line that is running in a frame, or that called it; empty if none."""
    while frame is not None and is_of_a_library(frame.f_code.co_filename):
        frame = frame.f_back
    return "" if frame is None else line_at(frame.f_code.co_filename, frame.f_lineno)


def line_at(file: str, number: int) -> str:
    """Return a line of a file, or of a cell, cut to what helps."""
    return cut(linecache.getline(file, number))


def unspeakable(name: str, error: BaseException) -> Raised:
    """Describe an error whose own text cannot be had; its type's name is given."""
    return Raised(name, "", *_place(error))
