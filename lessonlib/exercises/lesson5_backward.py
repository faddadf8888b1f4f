"""Exercises of lesson 5, on the backward pass: the slope of a sigmoid, and any graph."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.graph import Node

Rng = np.random.Generator

# sigmoid_slope(activation): from the value, not from z ----------------------------------------


def _slope_cases(rng: Rng) -> list[tuple[Any, ...]]:
    edges = [(np.array([0.5]),), (np.array([0.0, 0.5, 1.0]),), (np.array([0.2, 0.8]),)]
    return [*edges, (rng.uniform(0, 1, 10).round(2),), (rng.uniform(0, 1, (3, 4)).round(2),)]


# backward(n_nodes, edges): edges are (parent, node, local derivative), as the values were made --


def _edges_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = [
        (1, []),
        (3, [(0, 1, 3.0), (1, 2, 2.0)]),
        (2, [(0, 1, 3.0), (0, 1, 4.0)]),
        # one input on two paths, and what lies before the fork and behind it
        (6, [(0, 1, 2.0), (1, 2, 3.0), (1, 3, -1.0), (2, 4, 0.5), (3, 4, 4.0), (4, 5, 1.5)]),
        (4, [(0, 2, 1.5), (1, 2, 1.0), (1, 3, 2.0)]),
    ]
    for size in (6, 9):
        ends = [(int(p), i) for i in range(1, size) for p in rng.integers(0, i, 2)]
        cases.append((size, [(*one, float(rng.choice([-2.0, -0.5, 1.5, 3.0]))) for one in ends]))
    return cases


def _backward_reference(n_nodes: int, edges: Any) -> Any:
    nodes: list[Node] = []
    for i in range(n_nodes):
        into = [(nodes[parent], local) for parent, node, local in edges if node == i]
        nodes.append(Node(0.0, [parent for parent, _ in into], [local for _, local in into]))
    nodes[-1].backward()
    return [node.derivative for node in nodes]


def _sweep(
    update: Callable[[float, float, float], float], start: float = 0.0, forwards: bool = False
) -> Callable[..., Any]:
    """Return a sweep that updates what a parent has, from what arrives and the local derivative."""

    def backward(n_nodes: int, edges: Any) -> Any:
        derivatives = [start] * n_nodes
        derivatives[-1] = 1.0
        for parent, node, local in edges if forwards else reversed(edges):
            derivatives[parent] = update(derivatives[parent], derivatives[node], local)
        return derivatives

    return backward


def _add(old: float, arrived: float, local: float) -> float:
    return old + arrived * local


def _backward_with_ends_exchanged(n_nodes: int, edges: Any) -> Any:
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[node] += derivatives[parent] * local
    return derivatives


def _backward_too_early(n_nodes: int, edges: Any) -> Any:
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0

    def visit(i: int) -> None:
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] += derivatives[i] * local
                visit(parent)

    visit(n_nodes - 1)
    return derivatives


def _backward_too_early_in_waves(n_nodes: int, edges: Any) -> Any:
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    waiting = [n_nodes - 1]
    while waiting:
        i = waiting.pop(0)
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] += derivatives[i] * local
                waiting.append(parent)
    return derivatives


def _by_first_node(n_nodes: int, edges: Any) -> Any:
    """Return the derivative of every node by the first: forwards, from one input."""
    derivatives = [0.0] * n_nodes
    derivatives[0] = 1.0
    for parent, node, local in edges:
        derivatives[node] += derivatives[parent] * local
    return derivatives


def _backward_overwritten_first(n_nodes: int, edges: Any) -> Any:
    """Overwrite in the order of the lesson's loop: node by node, the edges of each as they come."""
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for i in reversed(range(n_nodes)):
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] = derivatives[i] * local
    return derivatives


EXERCISES = (
    Exercise(
        name="sigmoid_slope",
        lesson=5,
        reference=sigmoid_derivative,
        answer=sigmoid_derivative,
        make_cases=_slope_cases,
        mistakes=(
            Mistake("of_z", lambda a: sigmoid_derivative(sigmoid(a))),
            Mistake("sign", lambda a: a * (a - 1)),
            Mistake("no_value", lambda a: 1 - a),
            Mistake("only_value", lambda a: a, symptom=True),
            Mistake("plus", lambda a: a * (1 + a)),
            Mistake("of_tanh", lambda a: 1 - a**2),
        ),
    ),
    Exercise(
        name="backward",
        not_to_call=("Node", "Value"),
        lesson=5,
        reference=_backward_reference,
        answer=Node.backward_steps,
        make_cases=_edges_cases,
        mistakes=(
            Mistake("overwritten", _sweep(lambda old, arrived, local: arrived * local)),
            Mistake("overwritten_first", _backward_overwritten_first),
            Mistake("multiplied", _sweep(lambda old, arrived, local: old * arrived * local, 1.0)),
            Mistake("forwards", _sweep(_add, forwards=True), symptom=True),
            Mistake("no_start", lambda n_nodes, edges: [0.0] * n_nodes, symptom=True),
            Mistake("start_at_one", _sweep(_add, start=1.0)),
            Mistake("only_local", _sweep(lambda old, arrived, local: old + local)),
            Mistake("no_local", _sweep(lambda old, arrived, local: old + arrived)),
            Mistake("sign", _sweep(lambda old, arrived, local: old - arrived * local)),
            Mistake("ends_exchanged", _backward_with_ends_exchanged, symptom=True),
            Mistake("from_the_input", _by_first_node),
            Mistake("too_early", _backward_too_early, (_backward_too_early_in_waves,)),
        ),
    ),
)
