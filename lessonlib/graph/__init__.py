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

from lessonlib.graph.functions import as_one_node, exp, sigmoid, tanh
from lessonlib.graph.losses import TwoPathGraph, network_loss, two_path_graph
from lessonlib.graph.node import Node, topological_order

__all__ = [
    "Node",
    "TwoPathGraph",
    "as_one_node",
    "exp",
    "network_loss",
    "sigmoid",
    "tanh",
    "topological_order",
    "two_path_graph",
]
