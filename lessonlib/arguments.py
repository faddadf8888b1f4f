"""Checks of arguments: every error names the argument, what came and what would be right."""

from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# NumPy would make floats of these without an error: "1" becomes 1.0, a date the days since 1970,
# a complex number its real part. By NumPy's letter for the kind of type.
_NOT_NUMBERS = {"U": "text", "S": "text", "M": "dates", "m": "durations", "c": "complex numbers"}


def check_array(name: str, value: ArrayLike, *, ndim: int | None = 1) -> FloatArray:
    """Return ``value`` as a finite, non-empty float array.

    Parameters
    ----------
    name : str
        Name of the argument, for the error.
    value : array_like
        What the caller passed.
    ndim : int or None
        Number of dimensions that is right; None accepts any.

    Returns
    -------
    ndarray
        The values as float64; not copied if they were so already.

    Raises
    ------
    TypeError
        If ``value`` does not hold numbers. Text, dates, durations and complex
        numbers are none.
    ValueError
        If it is empty, has another number of dimensions, holds NaN or infinity,
        or a value is masked.

    Examples
    --------
    >>> check_array("x", [1, 2])
    array([1., 2.])
    >>> check_array("x", [])
    Traceback (most recent call last):
    ...
    ValueError: x is empty: expected at least one number
    """
    if np.ma.is_masked(value):
        raise ValueError(f"{name} has masked values: expected numbers without a mask")
    array = _as_floats(name, value)
    if ndim is not None and array.ndim != ndim:
        raise ValueError(
            f"{name} has shape {array.shape}: expected {ndim} dimension{'s' * (ndim != 1)}"
        )
    if array.size == 0:
        raise ValueError(f"{name} is empty: expected at least one number")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} holds NaN or infinity: expected finite numbers")
    return array


def _as_floats(name: str, value: ArrayLike) -> FloatArray:
    try:
        array = np.asarray(value)
        parts = array.flat if array.dtype.kind == "O" else [array]  # objects may be anything
        kinds = {np.asarray(part).dtype.kind for part in parts}
        foreign = [what for kind, what in _NOT_NUMBERS.items() if kind in kinds]
        if not foreign:
            return np.asarray(array, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise TypeError(f"{name}={_short(value)}: expected numbers") from error
    raise TypeError(f"{name}={_short(value)}: expected numbers, not {' or '.join(foreign)}")


def check_arrays(**arrays: ArrayLike) -> tuple[FloatArray, ...]:
    """Return arrays of one dimension each, checked as :func:`check_array`, of equal length."""
    checked = {name: check_array(name, value) for name, value in arrays.items()}
    check_same_length(**checked)
    return tuple(checked.values())


def check_classes(**arrays: FloatArray) -> None:
    """Raise ``ValueError`` unless all arrays hold the classes 0 and 1 and nothing else."""
    for name, array in arrays.items():
        if not np.isin(array, [0, 1]).all():
            raise ValueError(f"{name} holds other numbers than the classes 0 and 1")


def check_same_length(**arrays: NDArray[Any]) -> None:
    """Raise ``ValueError`` unless all arrays have the same first dimension."""
    lengths = {name: len(array) for name, array in arrays.items()}
    if len(set(lengths.values())) > 1:
        came = ", ".join(f"len({name})={length}" for name, length in lengths.items())
        raise ValueError(f"{came}: expected equal lengths")


def check_number(
    name: str,
    value: float,
    *,
    above: float | None = None,
    at_least: float | None = None,
    at_most: float | None = None,
) -> float:
    """Return ``value`` as a finite float inside the bounds that are given.

    Raises
    ------
    TypeError
        If it is not a number.
    ValueError
        If it is not finite or out of bounds.

    Examples
    --------
    >>> check_number("learning_rate", 0, above=0)
    Traceback (most recent call last):
    ...
    ValueError: learning_rate=0: expected a number above 0
    """
    if not _is_number(value, (int, float, np.integer, np.floating)):
        raise TypeError(f"{name}={_short(value)}: expected a number")
    bounds = [
        f"above {above:g}" if above is not None else "",
        f"at least {at_least:g}" if at_least is not None else "",
        f"at most {at_most:g}" if at_most is not None else "",
    ]
    inside = (
        np.isfinite(value)
        and (above is None or value > above)
        and (at_least is None or value >= at_least)
        and (at_most is None or value <= at_most)
    )
    if not inside:
        wanted = " and ".join(filter(None, bounds)) or "that is finite"
        raise ValueError(f"{name}={value!r}: expected a number {wanted}")
    return float(value)


def _is_number(value: object, types: tuple[type, ...]) -> bool:
    """Say whether a value has one of the types; bool is a kind of int, a duration of integer."""
    return isinstance(value, types) and not isinstance(value, bool | np.timedelta64)


def check_integer(name: str, value: int, *, at_least: int, at_most: int | None = None) -> int:
    """Return ``value`` as an int inside the bounds.

    Examples
    --------
    >>> check_integer("hidden_width", 0, at_least=1)
    Traceback (most recent call last):
    ...
    ValueError: hidden_width=0: expected a whole number of at least 1
    """
    if not _is_number(value, (int, np.integer)):
        raise TypeError(f"{name}={_short(value)}: expected a whole number")
    if value < at_least or (at_most is not None and value > at_most):
        upper = "" if at_most is None else f" and at most {at_most}"
        raise ValueError(f"{name}={value}: expected a whole number of at least {at_least}{upper}")
    return int(value)


def check_choice(name: str, value: str, choices: Collection[str]) -> str:
    """Return ``value`` if it is one of ``choices``.

    Raises
    ------
    TypeError
        If it is not a string.
    ValueError
        If it is none of them.

    Examples
    --------
    >>> check_choice("true_function", "cosine", ["sine", "step"])
    Traceback (most recent call last):
    ...
    ValueError: true_function='cosine': expected one of 'sine', 'step'
    """
    wrong = f"{name}={_short(value)}: expected one of {', '.join(map(repr, choices))}"
    if not isinstance(value, str):
        raise TypeError(wrong)
    if value not in choices:
        raise ValueError(wrong)
    return value


def check_rng(name: str, value: np.random.Generator) -> np.random.Generator:
    """Return ``value`` if it is a random generator."""
    if not isinstance(value, np.random.Generator):
        raise TypeError(f"{name}={_short(value)}: expected np.random.default_rng(seed)")
    return value


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
