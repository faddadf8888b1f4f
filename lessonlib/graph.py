"""A computation graph: values go forwards, derivatives come back by the chain rule.

Every operation makes a :class:`Node`. It keeps its value, the nodes that it
was made of (its parents), and its local derivative by each of them.
``backward`` then needs one line: what arrives at a node, times the local
derivative, is added to what has arrived at the parent.

The design follows micrograd by A. Karpathy.

Examples
--------
>>> x, w = Node(2.0), Node(3.0)
>>> loss = (w * x - 1.0) ** 2
>>> loss.value
25.0
>>> loss.backward()
>>> w.derivative, x.derivative
(20.0, 30.0)
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from numpy.typing import ArrayLike

from lessonlib.arguments import check_array, check_arrays, check_number


class Node:
    """One number of a computation.

    Parameters
    ----------
    value : float
    parents : sequence of Node
        What it was computed from; empty for an input or a weight.
    local_derivatives : sequence of float
        The derivative of ``value`` by each parent, the others held fixed.

    Attributes
    ----------
    derivative : float
        ``∂output/∂self``, once ``output.backward()`` has been called.

    Raises
    ------
    TypeError
        If a value is not a number, or a parent is not a node.
    ValueError
        If a number is not finite, or there is not one local derivative a parent.

    Examples
    --------
    >>> y = Node(3.0)
    >>> square = y * y  # two edges lead from y to its square
    >>> square.backward()
    >>> y.derivative
    6.0
    """

    __slots__ = ("derivative", "local_derivatives", "parents", "value")
    __array_ufunc__ = None  # NumPy numbers leave the operation to the node

    def __init__(
        self,
        value: float,
        parents: Sequence["Node"] = (),
        local_derivatives: Sequence[float] = (),
    ) -> None:
        if len(parents) != len(local_derivatives):
            came = f"{len(parents)} parents and {len(local_derivatives)} local derivatives"
            raise ValueError(f"{came}: expected one local derivative a parent")
        if not all(isinstance(parent, Node) for parent in parents):
            raise TypeError(f"parents={parents!r}: expected nodes")
        self.value = check_number("value", value)
        self.parents = tuple(parents)
        self.local_derivatives = tuple(
            check_number("local_derivative", local) for local in local_derivatives
        )
        self.derivative = 0.0

    def __add__(self, other: "Node | float") -> "Node":
        other = _as_node(other)
        return Node(self.value + other.value, (self, other), (1.0, 1.0))

    def __sub__(self, other: "Node | float") -> "Node":
        other = _as_node(other)
        return Node(self.value - other.value, (self, other), (1.0, -1.0))

    def __mul__(self, other: "Node | float") -> "Node":
        other = _as_node(other)
        return Node(self.value * other.value, (self, other), (other.value, self.value))

    def __pow__(self, exponent: float) -> "Node":
        exponent = check_number("exponent", exponent)
        try:
            value = self.value**exponent
            slope = exponent * self.value ** (exponent - 1) if exponent else 0.0
        except (OverflowError, ZeroDivisionError):
            value = slope = math.inf
        if isinstance(value, complex) or isinstance(slope, complex) or math.isinf(slope):
            power = f"{self.value!r} to the power {exponent!r}"
            raise ValueError(f"{power}: its value or its derivative is not a finite number")
        return Node(value, (self,), (slope,))

    def __neg__(self) -> "Node":
        return Node(-self.value, (self,), (-1.0,))

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other: float) -> "Node":
        return _as_node(other) - self

    def __repr__(self) -> str:
        return f"Node({self.value!r})"

    def derivative_by(self, parent: "Node") -> float:
        """Return the local derivative by ``parent``; ``ValueError`` if it is no parent."""
        pairs = zip(self.parents, self.local_derivatives, strict=True)
        found = [local for node, local in pairs if node is parent]
        if not found:
            raise ValueError(f"{parent!r} is not a parent of {self!r}")
        return sum(found)

    def backward(self) -> None:
        """Compute the derivative of this node, afresh, by every node that it depends on."""
        for _ in self.backward_steps():
            pass

    def backward_steps(self) -> Iterator["Node"]:
        """Go backwards one node at a time.

        Yields
        ------
        Node
            The one that has just passed its derivative on to its parents.

        Notes
        -----
        ``∂L/∂parent = sum over its children of ∂L/∂child · ∂child/∂parent``. All
        children of a node stand after it in topological order. So, going
        backwards, its sum is complete before it passes anything on.
        """
        order = topological_order(self)
        for node in order:
            node.derivative = 0.0
        self.derivative = 1.0
        for node in reversed(order):
            if not math.isfinite(node.derivative):
                raise ValueError(f"the derivative by {node!r} is not a finite number")
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative += node.derivative * local
            yield node


def _as_node(value: Node | float) -> Node:
    return value if isinstance(value, Node) else Node(value)


def topological_order(output: Node) -> list[Node]:
    """List the nodes that ``output`` depends on, parents always before children.

    Each node is listed once, ``output`` last. A stack takes the place of
    recursion, so a long chain does not meet Python's recursion limit.

    Examples
    --------
    >>> x = Node(2.0)
    >>> [node.value for node in topological_order((x + 1.0) * x)]
    [2.0, 1.0, 3.0, 6.0]
    """
    if not isinstance(output, Node):
        raise TypeError(f"output={output!r}: expected a node")
    order, seen = [], set()
    stack = [(output, False)]
    while stack:
        node, parents_are_listed = stack.pop()
        if parents_are_listed:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in reversed(node.parents))
    return order


def exp(z: Node | float) -> Node:
    """Compute the exponential; its derivative is its value."""
    z = _as_node(z)
    try:
        value = math.exp(z.value)
    except OverflowError:
        raise ValueError(f"exp({z.value!r}) is too large for a float") from None
    return Node(value, (z,), (value,))


def tanh(z: Node | float) -> Node:
    """Compute the hyperbolic tangent ``t``; its derivative is ``1 - t²``."""
    z = _as_node(z)
    value = math.tanh(z.value)
    return Node(value, (z,), (1.0 - value**2,))


def sigmoid(z: Node | float) -> Node:
    """Compute the sigmoid ``a``; its derivative is ``a (1 - a)``."""
    z = _as_node(z)
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


class TwoPathGraph(NamedTuple):
    """The nodes of :func:`two_path_graph`; ``w1`` reaches ``loss`` on two paths."""

    x: Node
    y: Node
    w1: Node
    w2: Node
    w3: Node
    w4: Node
    y1: Node
    y2: Node
    y3: Node
    y4: Node
    loss: Node


def two_path_graph(weights: ArrayLike, x: float, y: float) -> TwoPathGraph:
    """Compute the deck's ``L(f4(f2(f1(x)), f3(f1(x))))``, one node a function.

    Parameters
    ----------
    weights : array_like of shape (4,)
    x, y : float
        One example.

    Notes
    -----
    ``f1 = w1 x``, ``f2 = sigmoid(w2 y1)``, ``f3 = sigmoid(w3 y1)``, ``f4 = w4 y2 y3``
    and ``L = (y4 - y)²``. Where w2 and w3 have opposite signs, the product of a
    rising and a falling sigmoid is a bump.

    Examples
    --------
    >>> graph = two_path_graph([1.0, 0.0, 0.0, 4.0], x=1.0, y=0.5)
    >>> graph.y4.value, graph.loss.value
    (1.0, 0.25)
    """
    weights = check_array("weights", weights)
    if len(weights) != 4:
        raise ValueError(f"weights has length {len(weights)}: expected 4")
    start, target = Node(check_number("x", x)), Node(check_number("y", y))
    w1, w2, w3, w4 = (Node(float(weight)) for weight in weights)
    y1 = as_one_node(lambda x, w: w * x, start, w1)
    y2 = as_one_node(lambda y1, w: sigmoid(w * y1), y1, w2)
    y3 = as_one_node(lambda y1, w: sigmoid(w * y1), y1, w3)
    y4 = as_one_node(lambda y2, y3, w: w * y2 * y3, y2, y3, w4)
    loss = as_one_node(lambda y4, y: (y4 - y) ** 2, y4, target)
    return TwoPathGraph(start, target, w1, w2, w3, w4, y1, y2, y3, y4, loss)


def network_loss(weights: Sequence[Node], x: ArrayLike, y: ArrayLike) -> Node:
    """Compute the mean squared error of the 1-H-1 network, one number at a time.

    The 3 H + 1 ``weights`` are hidden weights, hidden biases, output weights and
    the output bias; ``x`` and ``y`` have shape (n_samples,).
    """
    x, y = check_arrays(x=x, y=y)
    hidden_width, rest = divmod(len(weights) - 1, 3)
    if hidden_width < 1 or rest:
        raise ValueError(f"weights has length {len(weights)}: expected 3 H + 1 for some H >= 1")
    w, b, v = (weights[i * hidden_width :][:hidden_width] for i in range(3))
    loss = Node(0.0)
    for x_s, y_s in zip(x.tolist(), y.tolist(), strict=True):
        y_pred = weights[-1]
        for w_h, b_h, v_h in zip(w, b, v, strict=True):
            y_pred = y_pred + v_h * sigmoid(w_h * x_s + b_h)
        loss = loss + (y_pred - y_s) ** 2
    return loss * (1.0 / len(x))
