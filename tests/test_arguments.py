"""Errors name the argument, what came and what would be right."""

import datetime
import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from lessonlib.arguments import (
    check_array,
    check_arrays,
    check_choice,
    check_integer,
    check_number,
    check_rng,
    check_same_length,
)


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        ("text", TypeError, "x='text': expected numbers, not text"),
        (["1", "2"], TypeError, r"x=\['1', '2'\]: expected numbers, not text"),
        ([1, b"2"], TypeError, "expected numbers, not text"),
        (np.array([1.0, "2"], dtype=object), TypeError, "expected numbers, not text"),
        (np.array(["2012-01-01"], dtype="M8[D]"), TypeError, "expected numbers, not dates"),
        ([np.datetime64("2012-01-01"), 1], TypeError, "expected numbers, not dates"),
        ([datetime.date(2012, 1, 1)], TypeError, r"x=\[datetime.date.*\]: expected numbers"),
        ([np.timedelta64(3, "D")], TypeError, "expected numbers, not durations"),
        ([1.0, 2.0 + 1j], TypeError, r"x=\[1.0, \(2\+1j\)\]: expected numbers, not complex"),
        (np.array([1 + 0j]), TypeError, "expected numbers, not complex numbers"),
        (np.array([1 + 0j, "a"], dtype=object), TypeError, "not text or complex numbers"),
        ([[1.0], [1.0, 2.0]], TypeError, r"x=\[\[1.0\], \[1.0, 2.0\]\]: expected numbers"),
        (np.ma.array([1.0, 2.0], mask=[False, True]), ValueError, "x has masked values: expected"),
        ([[1.0]], ValueError, r"x has shape \(1, 1\): expected 1 dimension$"),
        (3.0, ValueError, r"x has shape \(\): expected 1 dimension"),
        ([], ValueError, "x is empty"),
        ([np.inf], ValueError, "x holds NaN or infinity"),
        ([1.0, None], ValueError, "x holds NaN"),
    ],
)
def test_bad_arrays(value, error, message):
    with pytest.raises(error, match=message):
        check_array("x", value)


def test_arrays_of_different_lengths():
    x, y = check_arrays(x=[1, 2], y=(3, 4))
    assert (x + y).tolist() == [4.0, 6.0]
    with pytest.raises(ValueError, match=r"len\(x\)=2, len\(y\)=1: expected equal lengths"):
        check_arrays(x=[1, 2], y=[3])
    with pytest.raises(ValueError, match="y is empty"):
        check_arrays(x=[1, 2], y=[])


@pytest.mark.parametrize(
    "value",
    [
        (0, 1),
        range(2),
        [False, True],
        np.array([0, 1], dtype=np.uint8),
        np.array([Fraction(0), Decimal(1)], dtype=object),
        np.ma.array([0, 1]),
    ],
)
def test_numbers_of_all_kinds_become_plain_floats(value):
    array = check_array("x", value)
    assert (type(array), array.dtype, array.tolist()) == (np.ndarray, np.float64, [0.0, 1.0])


def test_good_array_is_not_copied():
    x = np.ones(3)
    assert check_array("x", x) is x


@pytest.mark.parametrize(
    ("value", "bounds", "error", "message"),
    [
        (True, {}, TypeError, "a=True: expected a number"),
        ("1", {}, TypeError, "a='1': expected a number"),
        (np.True_, {}, TypeError, "a=np.True_: expected a number"),
        (np.complex64(1), {}, TypeError, "expected a number"),
        (np.timedelta64(1, "D"), {}, TypeError, "expected a number"),
        (np.nan, {}, ValueError, "a=nan: expected a number that is finite"),
        (0, {"above": 0}, ValueError, "a=0: expected a number above 0"),
        (2, {"at_least": 0, "at_most": 1}, ValueError, "a number at least 0 and at most 1"),
    ],
)
def test_bad_numbers(value, bounds, error, message):
    with pytest.raises(error, match=message):
        check_number("a", value, **bounds)


def test_bounds_themselves_are_inside():
    assert check_number("a", 0, at_least=0, at_most=0) == 0.0
    assert check_integer("n", np.int64(5), at_least=5, at_most=5) == 5


@pytest.mark.parametrize(
    ("value", "error"),
    [(1.0, TypeError), (True, TypeError), (np.timedelta64(1, "D"), TypeError), (9, ValueError)],
)
def test_bad_integers(value, error):
    with pytest.raises(error, match=re.escape(f"n={value!r}: expected a whole number")):
        check_integer("n", value, at_least=1, at_most=8)


@pytest.mark.parametrize("value", [["sine"], {"sine": 1}, None, 3, np.array(["sine", "step"])])
def test_a_choice_that_is_no_text_is_named(value):
    message = re.escape(f"c={value!r}: expected one of 'sine', 'step'")
    for choices in (["sine", "step"], {"sine": 1, "step": 2}):
        with pytest.raises(TypeError, match=message):
            check_choice("c", value, choices)


def test_choice_rng_and_lengths():
    assert check_choice("c", "a", ["a"]) == "a"
    with pytest.raises(TypeError, match="rng=None"):
        check_rng("rng", None)
    with pytest.raises(ValueError, match=r"len\(x\)=1, len\(y\)=2: expected equal lengths"):
        check_same_length(x=np.ones(1), y=np.ones(2))
