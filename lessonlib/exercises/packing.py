"""Plain data as bytes and back: how an outcome comes out of the process of an answer.

Not by pickle: to read a pickle is to run what its writer wished.
"""

import json
import re
import struct
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np

from lessonlib.exercises.outcome import Outcome
from lessonlib.exercises.raised import Raised

MOST_BYTES = 2**24  # of one value; what is larger is not compared
_MOST_DEPTH = 20  # of tuples in tuples
_HEAD = struct.Struct("!II")  # lengths of the text and of the numbers behind it
_NUMBERS = re.compile(r"[<>|=][biufc]\d+")


def pack(value: Any) -> bytes:
    """Return plain data as bytes: a text in JSON, and behind it the numbers of all arrays.

    Plain are ``None``, booleans, numbers, texts, arrays of numbers, :class:`Outcome`,
    :class:`Raised`, and tuples of these. Anything else becomes the name of its
    type in angle brackets.
    """
    arrays: list[bytes] = []
    text = json.dumps(_to_json(value, arrays, 0)).encode()
    numbers = b"".join(arrays)
    return _HEAD.pack(len(text), len(numbers)) + text + numbers


def unpack(data: bytes) -> Any:
    """Return what :func:`pack` was given, as plain data.

    Raises
    ------
    ValueError
        If the bytes are not those of :func:`pack`.
    """
    n_text, n_numbers = _HEAD.unpack_from(data)
    text, numbers = data[_HEAD.size :][:n_text], data[_HEAD.size + n_text :]
    if len(numbers) != n_numbers:
        raise ValueError(f"data: expected {n_numbers} bytes of numbers, got {len(numbers)}")
    try:
        return _from_json(json.loads(text), numbers)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"data: not what pack wrote: {error}") from None


def cleaned(outcome: Outcome) -> Outcome:
    """Return an outcome without anything in it that an answer made."""
    result = unpack(pack(outcome))
    assert isinstance(result, Outcome)
    return result


class Messages:
    """Cuts a stream of bytes into what was packed, one after the other."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[Any]:
        """Take the next bytes, and return the values that are complete with them.

        Raises
        ------
        ValueError
            If the bytes are not those of :func:`pack`.
        """
        self._rest += data
        while len(self._rest) >= _HEAD.size:
            size = _HEAD.size + sum(_HEAD.unpack_from(self._rest))
            if size > 4 * MOST_BYTES:
                raise ValueError(f"data: expected at most {4 * MOST_BYTES} bytes, got {size}")
            if len(self._rest) < size:
                return
            message, self._rest = self._rest[:size], self._rest[size:]
            yield unpack(message)


def _to_json(value: Any, arrays: list[bytes], depth: int) -> Any:
    kind = type(value)
    if value is None or kind in (bool, str, float) or (kind is int and abs(value) < 2**63):
        return value
    if kind is tuple and depth < _MOST_DEPTH:
        return {"tuple": [_to_json(one, arrays, depth + 1) for one in value]}
    if kind in (Outcome, Raised):
        parts = [getattr(value, one.name) for one in fields(value)]
        return {kind.__name__: [_to_json(one, arrays, depth + 1) for one in parts]}
    if kind is np.ndarray and _NUMBERS.fullmatch(value.dtype.str):
        if value.nbytes + sum(map(len, arrays)) > MOST_BYTES:
            return f"array of shape {value.shape}"
        start = sum(map(len, arrays))
        arrays.append(value.tobytes())
        return {"array": [start, value.dtype.str, list(value.shape)]}
    return f"<{name_of(kind)}>"


def name_of(kind: type) -> str:
    """Return a type's name, whatever its metaclass says."""
    return str(type.__dict__["__name__"].__get__(kind))


def _from_json(value: Any, numbers: bytes) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, inside),) = value.items()
    if kind == "array":
        return _array(numbers, *inside)
    parts = [_from_json(one, numbers) for one in inside]
    return tuple(parts) if kind == "tuple" else {"Outcome": Outcome, "Raised": Raised}[kind](*parts)


def _array(numbers: bytes, start: int, dtype: str, shape: list[int]) -> Any:
    if not _NUMBERS.fullmatch(dtype):
        raise ValueError(f"data: expected an array of numbers, got {dtype!r}")
    count = int(np.prod(shape, dtype=np.int64))
    array = np.frombuffer(numbers, dtype, count, start) if count else np.empty(0, dtype)
    return array.reshape(shape).copy()
