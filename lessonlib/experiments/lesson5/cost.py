"""What a whole gradient costs: nudging each weight, or going backwards once."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.graph import Node, network_loss, topological_order
from lessonlib.networks import count_parameters

WIDTHS = (1, 2, 3, 5, 8, 13, 20, 30, 50)


class GradientCost(NamedTuple):
    """The work of one gradient of a network and its loss, in operations.

    Attributes
    ----------
    n_parameters : int
    forward : int
        One forward pass.
    nudging : int
        By central differences: two forward passes a weight.
    backpropagation : int
        One pass forwards and one backwards.
    passes : float
        As many forward passes would cost what backpropagation does.
    ratio : float
        So many times as much does nudging cost.
    """

    n_parameters: int
    forward: int
    nudging: int
    backpropagation: int
    passes: float
    ratio: float


def count_gradient(hidden_width: int, n_samples: int) -> GradientCost:
    """Count the work of a whole gradient."""
    n_parameters = count_parameters(hidden_width)
    forward, backward = count_operations(hidden_width, n_samples)
    nudging, backpropagation = 2 * n_parameters * forward, forward + backward
    return GradientCost(
        n_parameters,
        forward,
        nudging,
        backpropagation,
        passes=backpropagation / forward,
        ratio=nudging / backpropagation,
    )


def count_operations(hidden_width: int, n_samples: int) -> tuple[int, int]:
    """Count the work on the graph of a whole network and its loss.

    Every example after the first adds the same work, so two graphs tell all.

    Returns
    -------
    forward : int
        Operations of one forward pass: nodes that are computed from others.
    backward : int
        Multiply-and-adds of one backward pass: edges.
    """
    one, two = (_count_nodes_and_edges(hidden_width, n) for n in (1, 2))
    forward, backward = (a + (n_samples - 1) * (b - a) for a, b in zip(one, two, strict=True))
    return forward, backward


@lru_cache(maxsize=128)
def _count_nodes_and_edges(hidden_width: int, n_samples: int) -> tuple[int, int]:
    weights = [Node(0.0) for _ in range(count_parameters(hidden_width))]
    loss = network_loss(weights, np.zeros(n_samples), np.zeros(n_samples))
    nodes = [node for node in topological_order(loss) if node.parents]
    return len(nodes), sum(len(node.parents) for node in nodes)
