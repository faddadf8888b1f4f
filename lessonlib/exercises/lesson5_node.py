"""Exercise of lesson 5: a number that knows its derivatives, as a class."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake

Rng = np.random.Generator


class Value:
    """A number that remembers what it was made of, and finds derivatives backwards."""

    def __init__(self, value: Any, parents: Any = (), local_derivatives: Any = ()) -> None:
        self.value, self.parents = value, parents
        self.local_derivatives = local_derivatives
        self.derivative = 0.0

    def __add__(self, other: "Value") -> "Value":
        return type(self)(self.value + other.value, (self, other), (1.0, 1.0))

    def __mul__(self, other: "Value") -> "Value":
        return type(self)(self.value * other.value, (self, other), (other.value, self.value))

    def sigmoid(self) -> "Value":
        """Return the sigmoid; its slope is ``a (1 - a)``."""
        a = 1 / (1 + np.exp(-self.value))
        return type(self)(a, (self,), (a * (1 - a),))

    def order(self) -> "list[Value]":
        """Return all that this was made of, parents first, and last itself."""
        found: list[Value] = []

        def visit(node: "Value") -> None:
            if node not in found:
                for parent in node.parents:
                    visit(parent)
                found.append(node)

        visit(self)
        return found

    def backward(self) -> None:
        """Fill in the derivative of this number by all that it was made of."""
        self.derivative = 1.0
        for node in reversed(self.order()):
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative += node.derivative * local


def _fork(a: Any, b: Any, c: Any) -> Any:
    d = a * b
    return d + d * c


def _two_sigmoids(a: Any, b: Any, c: Any) -> Any:
    d = a * b
    return d.sigmoid() * (d * c).sigmoid()


def _uneven(a: Any, b: Any, c: Any) -> Any:
    d = a + b
    return d * c + (d * d) * d


# What is computed from inputs a, b and c, by the text that a verdict shows.
_FORMULAS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "a + b": lambda a, b, c: a + b,
    "a * b": lambda a, b, c: a * b,
    "a.sigmoid()": lambda a, b, c: a.sigmoid(),
    "a * b + c": lambda a, b, c: a * b + c,
    "(a * b + c).sigmoid()": lambda a, b, c: (a * b + c).sigmoid(),
    "a + a": lambda a, b, c: a + a,
    "a * a": lambda a, b, c: a * a,
    "d + d * c, where d = a * b": _fork,
    "d.sigmoid() * (d * c).sigmoid(), where d = a * b": _two_sigmoids,
    "d * c + (d * d) * d, where d = a + b": _uneven,
}


def _try_out(written: Any, formula: str, a: float, b: float, c: float) -> tuple[Any, list[Any]]:
    """Compute a formula of values; return its value, and its derivatives by what it names."""
    inputs = {name: written(number) for name, number in zip("abc", (a, b, c), strict=True)}
    output = _FORMULAS[formula](*inputs.values())
    output.backward()
    named = set(formula.replace("sigmoid", "").replace("where", ""))
    return output.value, [one.derivative for name, one in inputs.items() if name in named]


def _value_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = [("a + b", 2.0, 3.0, 0.0), ("a * b", 2.0, 3.0, 0.0)]
    for formula in list(_FORMULAS)[2:]:
        cases.append((formula, *(float(one) for one in rng.uniform(-2, 2, 3).round(1))))
    return cases


# Mistakes: the class with one method in which one thing is wrong --------------------------------


class _WrongProduct(Value):
    def __mul__(self, other: Value) -> Value:
        return type(self)(self.value * other.value, (self, other), (self.value, other.value))


class _SumLikeProduct(Value):
    def __add__(self, other: Value) -> Value:
        return type(self)(self.value + other.value, (self, other), (other.value, self.value))


class _SlopeAtSum(Value):
    def sigmoid(self) -> Value:
        slope = self.value * (1 - self.value)
        return type(self)(1 / (1 + np.exp(-self.value)), (self,), (slope,))


class _SlopeIsValue(Value):
    def sigmoid(self) -> Value:
        a = 1 / (1 + np.exp(-self.value))
        return type(self)(a, (self,), (a,))


class _NoSlope(Value):
    def sigmoid(self) -> Value:
        return type(self)(1 / (1 + np.exp(-self.value)), (self,), (1.0,))


class _ProductTurned(Value):
    """Lists the parents of a product the other way round, and others go back first."""

    def __mul__(self, other: Value) -> Value:
        return type(self)(self.value * other.value, (other, self), (self.value, other.value))


class _SumTurned(Value):
    def __add__(self, other: Value) -> Value:
        return type(self)(self.value + other.value, (other, self), (1.0, 1.0))


class _Sweep(Value):
    """Goes backwards in a way of its own."""

    start: ClassVar[float] = 1.0
    keeps: ClassVar[bool] = True  # what has arrived at a parent before
    uses_own: ClassVar[bool] = True  # what has arrived at the node itself
    uses_local: ClassVar[bool] = True

    def going_back(self) -> Iterator[Any]:
        yield from reversed(self.order())

    def backward(self) -> None:
        self.derivative = self.start
        for node in self.going_back():
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                own = node.derivative if self.uses_own else 1.0
                before = parent.derivative if self.keeps else 0.0
                parent.derivative = before + own * (local if self.uses_local else 1.0)


def _sweep(*bases: type[Value], **changes: Any) -> Any:
    """Return a class that goes backwards with these changes."""
    return type("_ChangedSweep", (*bases, _Sweep), changes)


def _along_paths(node: Any) -> Iterator[Any]:
    """Go from a node to each parent and on from there: to a node once for each path to it."""
    yield node
    for parent in node.parents:
        yield from _along_paths(parent)


def _waiting(takes: int, *, once: bool = False) -> Callable[[Any], Iterator[Any]]:
    """Go back to the parents of what was taken: of those that wait, the first or (-1) the last."""

    def going_back(node: Any) -> Iterator[Any]:
        waiting, seen = [node], []
        while waiting:
            node = waiting.pop(takes)
            if not (once and node in seen):
                seen.append(node)
                yield node
                waiting += node.parents

    return going_back


class _AtEachArrival(Value):
    """Each node passes on whenever something arrives, before the next edge is crossed."""

    def backward(self) -> None:
        self.derivative = 1.0
        self.pass_on()

    def pass_on(self) -> None:
        for parent, local in zip(self.parents, self.local_derivatives, strict=True):
            parent.derivative += self.derivative * local
            parent.pass_on()


class _StartInEachCall(Value):
    def backward(self) -> None:
        self.derivative = 1.0  # whatever has arrived
        for parent in self.parents:
            parent.backward()


_TURNED = ((), (_ProductTurned,), (_SumTurned,), (_ProductTurned, _SumTurned))
_MISTAKES: dict[str, tuple[type[Value], ...]] = {
    "product_by_itself": (_WrongProduct,),
    "sum_like_product": (_SumLikeProduct,),
    "slope_at_sum": (_SlopeAtSum,),
    "slope_is_value": (_SlopeIsValue,),
    "no_slope": (_NoSlope,),
    "overwritten": tuple(_sweep(*turned, keeps=False) for turned in _TURNED),
    "no_start": (_sweep(start=0.0),),
    "start_in_each_call": (_StartInEachCall,),
    "no_local": (_sweep(uses_local=False),),
    "only_local": (_sweep(uses_own=False), _sweep(uses_own=False, going_back=_along_paths)),
    "only_parents": tuple(
        _sweep(going_back=lambda node: iter([node]), keeps=keeps) for keeps in (True, False)
    ),
    "too_early": (
        _sweep(going_back=_waiting(0)),
        _sweep(going_back=_waiting(-1)),  # also an order that lists a node as often as it is used
        _sweep(going_back=_along_paths),
        _AtEachArrival,
    ),
    "not_all_arrived": (
        _sweep(going_back=_waiting(0, once=True)),
        _sweep(going_back=_waiting(-1, once=True)),
        _sweep(going_back=lambda node: iter(dict.fromkeys(_along_paths(node)))),
    ),
}
EXERCISES = (
    Exercise(
        name="Value",
        lesson=5,
        reference=Value,
        answer=Value,
        use=_try_out,
        make_cases=_value_cases,
        not_to_call=("Node",),
        results=("value", "derivatives"),
        mistakes=[
            Mistake(name, first, also=tuple(others), symptom="start" in name)
            for name, (first, *others) in _MISTAKES.items()
        ],
    ),
)
