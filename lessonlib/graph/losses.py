"""Two losses as graphs: that of the deck's two paths, and that of the 1-H-1 network."""

from collections.abc import Sequence
from typing import NamedTuple

from numpy.typing import ArrayLike

from lessonlib.arguments import check_array, check_arrays, check_number
from lessonlib.graph.functions import as_one_node, sigmoid
from lessonlib.graph.node import Node


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
