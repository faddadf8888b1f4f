"""Functions of nodes, each with its derivative."""

import math
from collections.abc import Callable

from lessonlib.graph.node import Node, as_node


def exp(z: Node | float) -> Node:
    """Compute the exponential; its derivative is its value."""
    z = as_node(z)
    try:
        value = math.exp(z.value)
    except OverflowError:
        raise ValueError(f"exp({z.value!r}) is too large for a float") from None
    return Node(value, (z,), (value,))


def tanh(z: Node | float) -> Node:
    """Compute the hyperbolic tangent ``t``; its derivative is ``1 - t²``."""
    z = as_node(z)
    value = math.tanh(z.value)
    return Node(value, (z,), (1.0 - value**2,))


def sigmoid(z: Node | float) -> Node:
    """Compute the sigmoid ``a``; its derivative is ``a (1 - a)``."""
    z = as_node(z)
    small = math.exp(-abs(z.value))
    value = (1.0 if z.value >= 0 else small) / (1.0 + small)
    return Node(value, (z,), (value * (1.0 - value),))


def as_one_node(function: Callable[..., Node], *inputs: Node) -> Node:
    """Apply a function of several operations, and show its result as one node.

    The parents are the inputs; the local derivatives come from the chain rule inside.

    Examples
    --------
    >>> y = as_one_node(lambda w, x: sigmoid(w * x), Node(4.0), Node(0.0))
    >>> y.value, y.local_derivatives
    (0.5, (0.0, 1.0))
    """
    copies = [Node(one.value) for one in inputs]
    output = function(*copies)
    output.backward()
    return Node(output.value, inputs, [copy.derivative for copy in copies])
