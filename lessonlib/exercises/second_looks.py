"""What can be said of an answer that looks like no known mistake."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.comparing import plain, same
from lessonlib.exercises.effects import look_for_no_effect
from lessonlib.exercises.first_looks import look_for_no_number
from lessonlib.exercises.looks import Look, Run, find
from lessonlib.exercises.written import unused_parameters

_FEWEST_NUMBERS = 3  # that agree on a factor before it is called one


def look_closely(run: Run) -> Look | None:
    """Return the fact that says most, if there is one."""
    return find(
        run,
        (
            *(
                _in_place,
                _truth_of_an_array,
                look_for_no_number,
                _trailing_comma,
                _number_of_results,
            ),
            *(_argument_back, _constant, _unused),
            *(_shape, _not_finite, look_for_no_effect, _order, _factor, _offset),
        ),
    )


def _in_place(run: Run) -> Look | None:
    for i in run.failed:
        if run.got[i].kind == "mutated":
            return Look("in_place", {"name": run.exercise.parameters[run.got[i].value]}, i)
    return None


def _truth_of_an_array(run: Run) -> Look | None:
    """Tell what NumPy's own text leads astray from: to decide for each entry is what is wanted."""
    for i in run.failed:
        one = run.got[i]
        if one.kind == "error" and one.value.text.startswith("The truth value of an"):
            return Look("truth_of_an_array", {}, i)
    return None


def _trailing_comma(run: Run) -> Look | None:
    found = all(
        isinstance(got, tuple) and len(got) == 1 and not isinstance(expected, tuple)
        for got, expected in run.returned()
    )
    return Look("trailing_comma", {}) if run.has_values() and found else None


def _number_of_results(run: Run) -> Look | None:
    wanted = len(run.exercise.results)
    if not wanted or not run.has_values():
        return None
    numbers = {_n_results(got, expected) for got, expected in run.returned()}
    if wanted in numbers or len(numbers) != 1:
        return None
    names = ", ".join(run.exercise.results)
    return Look("number_of_results", {"wanted": wanted, "names": names, "got": numbers.pop()})


def _n_results(got: Any, expected: Any) -> int:
    if isinstance(got, tuple):
        return len(got)
    # An array may be one result, or hold several.
    holds_several = np.ndim(got) > max(np.ndim(one) for one in expected)
    return len(got) if holds_several else 1


def _argument_back(run: Run) -> Look | None:
    if not run.has_values():
        return None
    for i, name in enumerate(run.exercise.parameters):
        given = [case[i] for case in run.cases]
        if not all(isinstance(one, np.ndarray | float | int | list) for one in given):
            continue
        if all(same(a.returned, plain(b), 0.0) for a, b in zip(run.got, given, strict=True)):
            return Look("argument_back", {"name": name})
    return None


def _constant(run: Run) -> Look | None:
    values = [one.value for one in run.got]
    arrays = all(isinstance(one, np.ndarray) and one.size for one in values)
    wanted_arrays = all(isinstance(run.expected[i].value, np.ndarray) for i in run.failed)
    if not arrays or not wanted_arrays or len(run.failed) < 2:
        return None
    first = values[0].flat[0]
    wanted = {round(float(v), 6) for i in run.failed for v in np.ravel(run.expected[i].value)}
    alike = all(bool(np.all(one == first)) for one in values)
    return Look("constant", {"value": first}) if alike and len(wanted) > 1 else None


def _shape(run: Run) -> Look | None:
    pairs = run.arrays()
    if not pairs or any(got.shape == expected.shape for got, expected in pairs):
        return None
    # Where one thing has size 1, several shapes look the same.
    sizes = [pair[1].size if min(pair[1].shape, default=1) > 1 else np.inf for pair in pairs]
    telling = int(np.argmin(sizes)) if min(sizes) < np.inf else len(pairs) - 1
    got, expected = pairs[telling]
    values = {"got": got.shape, "expected": expected.shape}
    return Look(_kind_of_shape(pairs, got.shape, expected.shape), values, run.failed[telling])


def _kind_of_shape(pairs: list[tuple[Any, Any]], got: Any, expected: Any) -> str:
    # In one case a table of S rows may be square by chance: what is said has to hold in all.
    shapes = [(g.shape, e.shape) for g, e in pairs]
    if len(expected) == 1 and all(g == 2 * e for g, e in shapes):
        return "table"
    if len(got) > 1 and all(g == e[::-1] for g, e in shapes):
        return "transposed"
    only = all(g.size == e.size and same(g.ravel(), e.ravel(), 1e-5) for g, e in pairs)
    return "only_shape" if only else "shape"


def _same_shape(run: Run) -> list[tuple[Any, Any]]:
    pairs = run.arrays()
    if all(got.shape == expected.shape and same(got, expected, 1e-5) for got, expected in pairs):
        return []  # right, but for what happened on the way
    return pairs if all(got.shape == expected.shape for got, expected in pairs) else []


def _not_finite(run: Run) -> Look | None:
    for got, expected in _same_shape(run)[:1]:
        if np.any(~np.isfinite(got) & np.isfinite(expected)):
            return Look("not_finite", {"value": "nan" if np.any(np.isnan(got)) else "inf"})
    return None


def _order(run: Run) -> Look | None:
    pairs = _same_shape(run)
    longest = max((expected.size for _, expected in pairs), default=0)
    found = all(same(np.sort(got, None), np.sort(want, None), 1e-5) for got, want in pairs)
    return Look("order", {}) if longest > 1 and found else None


def _factor(run: Run) -> Look | None:
    found = _same_everywhere(run, lambda got, want: got[want != 0] / want[want != 0])
    zeros = all(np.allclose(got[want == 0], 0) for got, want in _same_shape(run))
    if found is None or abs(found) < 1e-9 or not zeros:
        return None
    return Look("sign" if abs(found + 1) < 1e-6 else "factor", {"factor": found})


def _offset(run: Run) -> Look | None:
    found = _same_everywhere(run, lambda got, want: got - want)
    return None if found is None else Look("offset", {"offset": found})


def _same_everywhere(run: Run, compare: Callable[[Any, Any], Any]) -> float | None:
    """Return the number that comparing gives at every entry of all failed cases, if any."""
    pairs = _same_shape(run)
    if not pairs or not all(np.all(np.isfinite(one)) for pair in pairs for one in pair):
        return None
    if any(run.expected[i].value.dtype.kind == "b" for i in run.failed):
        return None  # True is no larger than False
    with np.errstate(all="ignore"):
        numbers = np.concatenate([np.ravel(compare(got, want)) for got, want in pairs])
    if len(numbers) < _FEWEST_NUMBERS or not np.allclose(numbers, numbers[0], rtol=1e-6, atol=1e-9):
        return None
    return float(numbers[0])


def _unused(run: Run) -> Look | None:
    if run.exercise.use is not None:
        return None
    names = unused_parameters(run.written, run.exercise.parameters)
    return Look("unused", {"names": ", ".join(names)}) if names else None
