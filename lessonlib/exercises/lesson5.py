"""Exercises of lesson 5: chain rule, on the graph with two paths."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.graph import Node, two_path_graph

Rng = np.random.Generator

# loss_by_w2 and loss_by_w1: the derivative of the loss, along one path and along two -----------


def loss_by_w2(w1: float, w2: float, w3: float, w4: float, x: float, y: float) -> float:
    """Compute ``∂L/∂w2``: one path, a product."""
    y1 = w1 * x
    y2, y3 = sigmoid(w2 * y1), sigmoid(w3 * y1)
    y4 = w4 * y2 * y3
    dloss_dy4 = 2 * (y4 - y)
    df4_dy2 = w4 * y3
    df2_dw2 = y2 * (1 - y2) * y1
    return float(dloss_dy4 * df4_dy2 * df2_dw2)


def loss_by_w1(w1: float, w2: float, w3: float, w4: float, x: float, y: float) -> float:
    """Compute ``∂L/∂w1``: two paths, two products, their sum."""
    y1 = w1 * x
    y2, y3 = sigmoid(w2 * y1), sigmoid(w3 * y1)
    y4 = w4 * y2 * y3
    dloss_dy4 = 2 * (y4 - y)
    through_y2 = w4 * y3 * y2 * (1 - y2) * w2
    through_y3 = w4 * y2 * y3 * (1 - y3) * w3
    return float(dloss_dy4 * (through_y2 + through_y3) * x)


def _by_graph(name: str) -> Callable[..., Any]:
    """Return what the graph of lessonlib finds for the weight of this name."""

    def derivative(w1: float, w2: float, w3: float, w4: float, x: float, y: float) -> float:
        graph = two_path_graph([w1, w2, w3, w4], x, y)
        graph.loss.backward()
        node: Node = getattr(graph, name)
        return node.derivative

    return derivative


def _graph_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = [
        (0.6, 1.0, -2.0, 3.0, 2.0, 1.0),
        (0.6, 1.0, -2.0, 3.0, 0.0, 1.0),
        (1.5, 0.0, 0.0, 2.0, 1.0, -1.0),
    ]
    signs = [(1, 1, -1), (1, -1, 1), (-1, 1, 1), (1, 1, 1)]
    for sign in signs:
        w1, w2, w3 = rng.uniform(0.4, 1.6, 3) * sign
        w4, x, y = rng.uniform(1.5, 3.0), rng.uniform(0.5, 2.0), rng.uniform(-3.0, -1.0)
        cases.append(tuple(round(float(one), 2) for one in (w1, w2, w3, w4, x, y)))
    return cases


class _Factors(NamedTuple):
    """What right and wrong answers are made of; ``d4`` is ``∂L/∂y4``, ``s2`` a slope."""

    w1: Any
    w2: Any
    w3: Any
    w4: Any
    x: Any
    y1: Any
    y2: Any
    y3: Any
    d4: Any
    s2: Any
    s3: Any


_Formula = Callable[[_Factors], Any]


def _from_factors(formula: _Formula) -> Callable[..., Any]:
    """Return a function of the reader's arguments that computes a formula of factors."""

    def derivative(w1: Any, w2: Any, w3: Any, w4: Any, x: Any, y: Any) -> Any:
        y1 = w1 * x
        y2, y3 = sigmoid(w2 * y1), sigmoid(w3 * y1)
        d4 = 2 * (w4 * y2 * y3 - y)
        slopes = sigmoid_derivative(y2), sigmoid_derivative(y3)
        return formula(_Factors(w1, w2, w3, w4, x, y1, y2, y3, d4, *slopes))

    return derivative


def _mistakes(
    formulas: dict[str, _Formula], other_ways: dict[str, list[_Formula]]
) -> list[Mistake]:
    return [
        Mistake(name, _from_factors(one), tuple(map(_from_factors, other_ways.get(name, ()))))
        for name, one in formulas.items()
    ]


def _slope_at(z: Any) -> Any:
    """Return ``z (1 - z)``: the slope of the sigmoid only if z were its value."""
    return z * (1 - z)


_W2_MISTAKES: dict[str, _Formula] = {
    "sign": lambda k: -k.d4 * k.w4 * k.y3 * k.s2 * k.y1,
    "no_two": lambda k: 0.5 * k.d4 * k.w4 * k.y3 * k.s2 * k.y1,
    "no_loss_factor": lambda k: k.w4 * k.y3 * k.s2 * k.y1,
    "no_w4": lambda k: k.d4 * k.y3 * k.s2 * k.y1,
    "own_value": lambda k: k.d4 * k.w4 * k.y2 * k.s2 * k.y1,
    "no_slope": lambda k: k.d4 * k.w4 * k.y3 * k.y1,
    "slope_at_z": lambda k: k.d4 * k.w4 * k.y3 * _slope_at(k.w2 * k.y1) * k.y1,
    "by_y1": lambda k: k.d4 * k.w4 * k.y3 * k.s2 * k.w2,
    "by_x": lambda k: k.d4 * k.w4 * k.y3 * k.s2 * k.x,
    "no_y1": lambda k: k.d4 * k.w4 * k.y3 * k.s2,
    "added": lambda k: k.d4 + k.w4 * k.y3 + k.s2 * k.y1,
    "second_path": lambda k: k.d4 * k.w4 * k.y1 * (k.y3 * k.s2 + k.y2 * k.s3),
}


# Other ways to make the same mistake, for which the message is true as well.
_W2_OTHER_WAYS: dict[str, list[_Formula]] = {
    "no_w4": [
        lambda k: k.d4 * k.w4 * k.s2 * k.y1,
        lambda k: k.d4 * k.s2 * k.y1,
    ],
    "own_value": [lambda k: k.d4 * k.w4 * k.y2 * k.y3 * k.s2 * k.y1],
    "added": [
        lambda k: k.d4 * (k.w4 * k.y3 + k.s2 * k.y1),
        lambda k: k.d4 + k.w4 * k.y3 * k.s2 * k.y1,
        lambda k: k.d4 * k.w4 * k.y3 + k.s2 * k.y1,
    ],
    "second_path": [lambda k: k.d4 * k.w4 * (k.y3 * k.s2 * k.y1 + k.y2 * k.s3 * k.w3)],
}


def _fork(k: _Factors) -> tuple[Any, Any]:
    """Return the two products inside the bracket, through y2 and through y3."""
    return k.w4 * k.y3 * k.s2 * k.w2, k.w4 * k.y2 * k.s3 * k.w3


_W1_MISTAKES: dict[str, _Formula] = {
    "only_y2": lambda k: k.d4 * _fork(k)[0] * k.x,
    "only_y3": lambda k: k.d4 * _fork(k)[1] * k.x,
    "multiplied": lambda k: k.d4 * np.prod(_fork(k)) * k.x,
    "multiplied_products": lambda k: np.prod([k.d4 * one * k.x for one in _fork(k)]),
    "subtracted": lambda k: k.d4 * np.subtract(*_fork(k)) * k.x,
    "by_input": lambda k: k.d4 * sum(_fork(k)) * k.w1,
    "no_last": lambda k: k.d4 * sum(_fork(k)),
    "sign": lambda k: -k.d4 * sum(_fork(k)) * k.x,
    "no_two": lambda k: 0.5 * k.d4 * sum(_fork(k)) * k.x,
    "no_loss_factor": lambda k: sum(_fork(k)) * k.x,
    "no_w4": lambda k: k.d4 * sum(_fork(k)) / k.w4 * k.x,
    "own_values": lambda k: k.d4 * k.w4 * (k.y2 * k.s2 * k.w2 + k.y3 * k.s3 * k.w3) * k.x,
    "no_slopes": lambda k: k.d4 * k.w4 * (k.y3 * k.w2 + k.y2 * k.w3) * k.x,
    "slopes_at_z": lambda k: (
        k.d4
        * k.w4
        * (k.y3 * _slope_at(k.w2 * k.y1) * k.w2 + k.y2 * _slope_at(k.w3 * k.y1) * k.w3)
        * k.x
    ),
    "no_weights": lambda k: k.d4 * k.w4 * (k.y3 * k.s2 + k.y2 * k.s3) * k.x,
    "by_weights": lambda k: k.d4 * k.w4 * (k.y3 * k.s2 + k.y2 * k.s3) * k.y1 * k.x,
}
_W1_OTHER_WAYS: dict[str, list[_Formula]] = {
    "no_w4": [
        lambda k: k.d4 * k.w4 * (k.s2 * k.w2 + k.s3 * k.w3) * k.x,
        lambda k: k.d4 * (k.s2 * k.w2 + k.s3 * k.w3) * k.x,
    ],
    "by_weights": [lambda k: k.d4 * k.w4 * (k.y3 * k.s2 + k.y2 * k.s3) * k.y1],
    "multiplied_products": [lambda k: np.prod([k.d4 * one for one in _fork(k)]) * k.x],
    "subtracted": [lambda k: -k.d4 * np.subtract(*_fork(k)) * k.x],
}


EXERCISES = (
    Exercise(
        name="loss_by_w2",
        lesson=5,
        reference=_by_graph("w2"),
        answer=loss_by_w2,
        make_cases=_graph_cases,
        mistakes=_mistakes(_W2_MISTAKES, _W2_OTHER_WAYS),
    ),
    Exercise(
        name="loss_by_w1",
        lesson=5,
        reference=_by_graph("w1"),
        answer=loss_by_w1,
        make_cases=_graph_cases,
        mistakes=_mistakes(_W1_MISTAKES, _W1_OTHER_WAYS),
    ),
)
