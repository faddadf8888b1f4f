"""The graph of lesson 5, and the derivatives along its paths."""

from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from lessonlib.graph import TwoPathGraph, two_path_graph

Edge = tuple[str, str]  # from parent to child


@dataclass(frozen=True)
class Given:
    """What is given to the graph: one example and a weight for each f.

    Attributes
    ----------
    x, y : float
        The example.
    w1, w2, w3, w4 : float
        By default all are those of the lesson's first picture.
    """

    x: float = 2.0
    y: float = 1.0
    w1: float = 0.6
    w2: float = 1.0
    w3: float = -2.0
    w4: float = 3.0


START = Given()
WEIGHTS = ("w1", "w2", "w3", "w4")
COMPUTED = ("y1", "y2", "y3", "y4", "loss")  # in the order of the forward pass
NODES = TwoPathGraph._fields
EDGES: tuple[Edge, ...] = (
    *(("x", "y1"), ("w1", "y1")),
    *(("y1", "y2"), ("w2", "y2")),
    *(("y1", "y3"), ("w3", "y3")),
    *(("y2", "y4"), ("y3", "y4"), ("w4", "y4")),
    *(("y4", "loss"), ("y", "loss")),
)
# Edges of each path in the order in which the lesson writes their factors.
PATH_TO_W2: tuple[Edge, ...] = (("y4", "loss"), ("y2", "y4"), ("w2", "y2"))
BRANCHES: dict[str, tuple[Edge, ...]] = {
    "y2": (("y2", "y4"), ("y1", "y2")),
    "y3": (("y3", "y4"), ("y1", "y3")),
}
FIRST, LAST = ("y4", "loss"), ("w1", "y1")
PATH_TO_W1: tuple[Edge, ...] = (FIRST, *BRANCHES["y2"], *BRANCHES["y3"], LAST)


def make_graph(given: Given = START) -> TwoPathGraph:
    """Compute the graph forwards."""
    return two_path_graph([getattr(given, name) for name in WEIGHTS], given.x, given.y)


def local_derivatives(graph: TwoPathGraph) -> dict[Edge, float]:
    """Return the local derivative of each edge."""
    nodes = graph._asdict()
    return {(parent, child): nodes[child].derivative_by(nodes[parent]) for parent, child in EDGES}


class Paths(NamedTuple):
    """The products along the paths from two weights to the loss.

    Attributes
    ----------
    values : dict of str to float
        The value of each node.
    factors : dict of Edge to float
        The local derivative of each edge.
    by_w2 : float
        ∂L/∂w2, the product along ``PATH_TO_W2``.
    parts : dict of str to float
        The product along each path from w1, by the node that it goes through,
        ``"y2"`` or ``"y3"``.
    by_w1 : float
        ∂L/∂w1, the sum of both parts.
    """

    values: dict[str, float]
    factors: dict[Edge, float]
    by_w2: float
    parts: dict[str, float]
    by_w1: float


def follow_paths(given: Given = START) -> Paths:
    """Multiply local derivatives along each path from w2 and from w1 to the loss."""
    graph = make_graph(given)
    factors = local_derivatives(graph)
    ends = factors[FIRST] * factors[LAST]
    parts = {
        name: ends * prod(factors[edge] for edge in branch) for name, branch in BRANCHES.items()
    }
    return Paths(
        values={name: node.value for name, node in graph._asdict().items()},
        factors=factors,
        by_w2=prod(factors[edge] for edge in PATH_TO_W2),
        parts=parts,
        by_w1=sum(parts.values()),
    )
