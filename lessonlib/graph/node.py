"""The node of a computation graph, and the way back through it."""

import math
from collections.abc import Iterator, Sequence

from lessonlib.arguments import check_number


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
        self, value: float, parents: Sequence["Node"] = (), local_derivatives: Sequence[float] = ()
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
        other = as_node(other)
        return Node(self.value + other.value, (self, other), (1.0, 1.0))

    def __sub__(self, other: "Node | float") -> "Node":
        other = as_node(other)
        return Node(self.value - other.value, (self, other), (1.0, -1.0))

    def __mul__(self, other: "Node | float") -> "Node":
        other = as_node(other)
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
        return as_node(other) - self

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


def as_node(value: Node | float) -> Node:
    """Return a node as it is, and a number as a node without parents."""
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
