"""Values as a reader would type them: short, and exact where they are shown as code."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

MOST_CHARACTERS = 100  # of a value that is shown
MOST_ENTRIES = 8  # of an array that is shown whole
_MOST_CODE = 120  # characters of a line of code


def show(value: Any, digits: int = 5) -> str:
    """Write a value in a line: truth values as True and False, whole numbers as such.

    Parameters
    ----------
    value : any
        An argument of a case, or what :func:`~lessonlib.exercises.comparing.plain` made of what was
        returned.
    digits : int
        How many of a number are shown.
    """
    if value is None or isinstance(value, str):
        return "None" if value is None else value
    if isinstance(value, np.random.Generator) or callable(value):
        return code(value) or "rng"
    if isinstance(value, tuple):
        return _cut(f"({', '.join(show(one, digits) for one in value)})")
    if isinstance(value, list):
        return _cut(repr(value))
    array = np.asarray(value)
    if array.ndim == 0:
        return _number(array[()], digits)
    if array.size > MOST_ENTRIES:
        first = ", ".join(_number(one, digits) for one in array.ravel()[:3])
        return f"{'[' * array.ndim}{first}, ...{']' * array.ndim} of shape {array.shape}"
    return _cut(_nested(array, digits))


def code(value: Any) -> str:
    """Return a line of code that makes exactly this value; empty if it would be long."""
    if isinstance(value, np.random.Generator):
        seed = getattr(value.bit_generator.seed_seq, "entropy", None)
        return "" if seed is None else f"np.random.default_rng({seed})"
    if callable(value):
        return str(getattr(value, "__name__", ""))
    if isinstance(value, np.ndarray):
        text = f"np.array({value.tolist()!r})" if value.size <= 2 * MOST_ENTRIES else ""
    else:
        text = repr(value.item() if isinstance(value, np.generic) else value)
    text = re.sub(r"\b(inf|nan)\b", r"np.\1", text)
    return text if len(text) <= _MOST_CODE else ""


def call(name: str, parameters: Sequence[str], arguments: Sequence[Any], number: int) -> list[str]:
    """Return lines of code that run a case again.

    Parameters
    ----------
    name : str
        Name of the exercise.
    parameters : sequence of str
        Names of the arguments.
    arguments : sequence
        Their values in this case.
    number : int
        Which case it is: :func:`lessonlib.exercises.case` returns its arguments.
    """
    codes = [code(one) for one in arguments]
    # A function has a name here that the reader's notebook does not know.
    exact = all(codes) and not any(callable(one) for one in arguments)
    line = f"{name}({', '.join(codes)})"
    if exact and len(line) <= _MOST_CODE:
        return [line]
    again = f"{name}({', '.join(parameters)})"
    if exact:
        return [*(f"{p} = {text}" for p, text in zip(parameters, codes, strict=True)), again]
    shown = [text or show(one) for text, one in zip(codes, arguments, strict=True)]
    targets = ", ".join(parameters) + ("," if len(parameters) == 1 else "")
    return [
        *(f"# {p}: {text}" for p, text in zip(parameters, shown, strict=True)),
        "from lessonlib.exercises import case",
        f'{targets} = case("{name}", {number})',
        again,
    ]


def differing(got: Any, expected: Any, tolerance: float) -> list[tuple[str, str, str]]:
    """Set out the entries in which two arrays of one shape differ.

    Returns
    -------
    list of (place, got, expected)
        Largest differences first; empty where the arrays are short enough to be shown whole.
    """
    arrays = isinstance(got, np.ndarray) and isinstance(expected, np.ndarray)
    if not arrays or got.shape != expected.shape or got.size <= MOST_ENTRIES:
        return []
    got, expected = got.astype(float), expected.astype(float)
    scale = np.max(np.abs(expected[np.isfinite(expected)]), initial=0.0)
    atol = tolerance * scale + 1e-9
    wrong = np.argwhere(~np.isclose(got, expected, rtol=tolerance, atol=atol, equal_nan=True))
    places = [tuple(int(i) for i in place) for place in wrong]
    with np.errstate(invalid="ignore"):
        off = np.nan_to_num(np.abs(got - expected), nan=np.inf)
    places.sort(key=lambda place: -off[place])
    return [
        (f"[{', '.join(map(str, place))}]", show(got[place]), show(expected[place]))
        for place in places
    ]


def _number(value: Any, digits: int) -> str:
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    if isinstance(value, int | np.integer):
        return str(int(value))
    text = f"{float(value):.{digits}g}"
    return text if any(c in text for c in ".einf") or len(text) > digits else f"{text}.0"


def _nested(array: Any, digits: int) -> str:
    if array.ndim == 0:
        return _number(array[()], digits)
    return f"[{', '.join(_nested(one, digits) for one in array)}]"


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 3] + "..."
