"""Forwards through the graph of lesson 5, then backwards, one node a step."""

from itertools import islice
from typing import NamedTuple

from lessonlib.experiments.lesson5.two_paths import (
    COMPUTED,
    EDGES,
    NODES,
    START,
    Edge,
    Given,
    local_derivatives,
    make_graph,
)
from lessonlib.graph import TwoPathGraph

N_FORWARD = len(COMPUTED)
N_STEPS = 2 * N_FORWARD


class Walk(NamedTuple):
    """What is known after some steps.

    Attributes
    ----------
    node : str or None
        The node of the latest step.
    values : dict of str to float
        Of each node that has one.
    factors : dict of Edge to float
        The local derivatives of the edges into these nodes.
    derivatives : dict of str to float
        What has arrived of ∂L/∂node; more may follow.
    unfinished : set of str
        Nodes at which more will arrive.
    parts : dict of Edge to float
        What the latest step, if backwards, passes on along each edge.
    meeting : str or None
        The node at which one of these parts meets what had arrived on another path.
    arrived : float
        What had arrived there before, else 0.
    """

    node: str | None
    values: dict[str, float]
    factors: dict[Edge, float]
    derivatives: dict[str, float]
    unfinished: set[str]
    parts: dict[Edge, float]
    meeting: str | None
    arrived: float


def walk(step: int, given: Given = START) -> Walk:
    """Compute forwards up to ``N_FORWARD`` steps, then backwards for the rest.

    Parameters
    ----------
    step : int
        From 0 to ``N_STEPS``; each step is one computed node.
    given : Given

    Returns
    -------
    Walk
    """
    graph = make_graph(given)
    known = set(NODES) - set(COMPUTED[step:])
    values = {name: node.value for name, node in graph._asdict().items() if name in known}
    factors = {edge: one for edge, one in local_derivatives(graph).items() if edge[1] in known}
    if step <= N_FORWARD:
        node = COMPUTED[step - 1] if step else None
        return Walk(node, values, factors, {}, set(), {}, None, 0.0)
    done, before, derivatives = _go_back(graph, step - N_FORWARD)
    into = [edge for edge in EDGES if edge[1] == done[-1]]
    meeting = next((parent for parent, _ in into if parent in before), None)
    return Walk(
        done[-1],
        values,
        factors,
        derivatives,
        unfinished={parent for parent, child in EDGES if child not in done} & set(derivatives),
        parts={edge: derivatives[done[-1]] * factors[edge] for edge in into},
        meeting=meeting,
        arrived=before[meeting] if meeting else 0.0,
    )


def _go_back(
    graph: TwoPathGraph, n_steps: int
) -> tuple[list[str], dict[str, float], dict[str, float]]:
    """Return the nodes of the backward steps, and what had arrived before the last and after."""
    names = {node: name for name, node in graph._asdict().items()}
    backwards = (node for node in graph.loss.backward_steps() if names[node] in COMPUTED)
    done, before, derivatives = [], {}, {"loss": 1.0}
    for node in islice(backwards, n_steps):
        done.append(names[node])
        before = dict(derivatives)
        derivatives |= {names[parent]: parent.derivative for parent in node.parents}
    return done, before, derivatives
