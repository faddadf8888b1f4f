"""A push of one weight, and how it travels forwards through the graph of lesson 5."""

from dataclasses import replace
from typing import NamedTuple

from lessonlib.experiments.lesson5.two_paths import (
    EDGES,
    NODES,
    START,
    Given,
    local_derivatives,
    make_graph,
)

# Where a push of w1 has arrived after each step.
ARRIVALS = (("w1",), ("y1",), ("y2", "y3"), ("y4",), ("loss",))


class Travel(NamedTuple):
    """What a push of w1 by δ does to every node.

    Attributes
    ----------
    changes : dict of str to float
        The true change of each node's value.
    rates : dict of str to float
        The derivative of each node by w1.
    predicted : dict of str to float
        These derivatives times δ.
    """

    changes: dict[str, float]
    rates: dict[str, float]
    predicted: dict[str, float]


def send_push(push: float, given: Given = START) -> Travel:
    """Push w1 by δ, and compare the change of each node with derivative times δ.

    Notes
    -----
    The derivatives come from a sweep forwards: what has arrived at a parent, times the local
    derivative, is added to what has arrived at the child. ``EDGES`` lists the edges into a node
    before those that lead on from it.
    """
    before, after = make_graph(given), make_graph(replace(given, w1=given.w1 + push))
    factors = local_derivatives(before)
    rates = dict.fromkeys(NODES, 0.0) | {"w1": 1.0}
    for parent, child in EDGES:
        rates[child] += rates[parent] * factors[parent, child]
    return Travel(
        changes={name: getattr(after, name).value - getattr(before, name).value for name in NODES},
        rates=rates,
        predicted={name: rate * push for name, rate in rates.items()},
    )
