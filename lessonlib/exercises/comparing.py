"""What a reader's function returned, in plain arrays, and whether two of them are the same."""

from collections.abc import Iterator
from itertools import islice
from numbers import Number
from typing import Any

import numpy as np

MOST_ITEMS = 10_000  # of an iterator, which may have no end
_VIEWS: tuple[type, ...] = (range, type({}.keys()), type({}.values()), type({}.items()))


def settled(value: Any) -> Any:
    """Turn what can be read only once, such as a generator, into a list."""
    if isinstance(value, Iterator) or type(value) in _VIEWS:
        return [settled(one) for one in islice(value, MOST_ITEMS)]
    if type(value) in (tuple, list):
        has_some = any(isinstance(one, Iterator) or type(one) in _VIEWS for one in value)
        return [settled(one) for one in value] if has_some else value
    return value


def plain(value: Any) -> Any:
    """Turn numbers, lists and arrays into arrays; a tuple, or what is uneven, into a tuple of them.

    Truth values and whole numbers stay what they are. What is no number becomes the name of its
    type in angle brackets, so that nothing a reader returns is compared by methods of its own.
    """
    value = settled(value)
    if value is None or type(value) is str:
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return tuple(plain(one) for one in value)
    try:
        array = _numbers(value)
        if array is None and isinstance(value, list):
            return tuple(plain(one) for one in value)
    except Exception:  # an object may raise anything when it is turned into a number
        array = None
    return f"<{type(value).__name__}>" if array is None else array


def _numbers(value: Any) -> Any:
    """Return a value as an array of truth values, whole numbers or floats; None if it is none."""
    try:
        array = np.array(value, subok=False)
    except ValueError:  # of uneven parts
        return None
    if array.dtype.kind == "O" and all(isinstance(one, Number) for one in array.flat):
        array = array.astype(np.float64)
    if array.dtype.kind == "c" and not np.any(array.imag):
        array = array.real
    if array.dtype.kind in "bi":
        return array
    return array.astype(np.float64) if array.dtype.kind in "fu" else None


def same(one: Any, other: Any, relative_tolerance: float) -> bool:
    """Compare two results of :func:`plain`: shapes, then numbers within a tolerance.

    A tuple, a list and an array with the same entries are the same.
    """
    if isinstance(one, tuple) or isinstance(other, tuple):
        return _same_parts(one, other, relative_tolerance)
    if not isinstance(one, np.ndarray) or not isinstance(other, np.ndarray):
        return type(one) is type(other) and bool(one == other)
    if one.size == other.size == 1:
        one, other = one.reshape(()), other.reshape(())
    if one.shape != other.shape:
        return False
    one, other = one.astype(np.float64), other.astype(np.float64)
    # Measured by the largest number: single precision near 0 is as good as elsewhere.
    scale = float(np.max(np.abs(other[np.isfinite(other)]), initial=0.0))
    atol = relative_tolerance * scale + 1e-9
    return bool(np.allclose(one, other, rtol=relative_tolerance, atol=atol, equal_nan=True))


def _same_parts(one: Any, other: Any, relative_tolerance: float) -> bool:
    if isinstance(one, tuple) and isinstance(other, np.ndarray) and other.ndim:
        one = _joined(one)
        if isinstance(one, np.ndarray):
            return same(one, other, relative_tolerance)
    if isinstance(one, np.ndarray) and one.ndim:
        one = tuple(np.asarray(part) for part in one)
    if not isinstance(one, tuple) or not isinstance(other, tuple) or len(one) != len(other):
        return False
    return all(same(a, b, relative_tolerance) for a, b in zip(one, other, strict=True))


def _joined(parts: tuple[Any, ...]) -> Any:
    """Return arrays of one shape as one array, tuples of them too; anything else as it is."""
    parts = tuple(_joined(one) if isinstance(one, tuple) else one for one in parts)
    shapes = {one.shape if isinstance(one, np.ndarray) else None for one in parts}
    return np.array(parts) if len(shapes) == 1 and None not in shapes else parts


def unchanged(before: Any, after: Any) -> bool:
    """Tell whether an argument is still what it was."""
    if isinstance(before, np.ndarray):
        same_kind = isinstance(after, np.ndarray) and before.shape == after.shape
        return same_kind and np.array_equal(before, after)
    if isinstance(before, np.random.Generator) or callable(before):
        return True
    try:
        return bool(before == after)
    except Exception:  # a list may hold anything by now
        return False
