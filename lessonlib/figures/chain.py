"""Live figures of lesson 5: the graph, step by step, and what a gradient costs."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.figures.diagram import (
    BACKWARD,
    COMPUTED,
    EDGES,
    FORWARD,
    SLIDERS,
    START,
    SYMBOLS,
    Diagram,
    factor_of,
    in_parentheses,
    make_graph,
    name_factor,
    say_number,
)
from lessonlib.graph import Node, TwoPathGraph, network_loss, topological_order
from lessonlib.live import LiveFigure, live
from lessonlib.networks import count_parameters
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("chain")
N_FORWARD = len(COMPUTED)
N_STEPS = 2 * N_FORWARD
WIDTHS = (1, 2, 3, 5, 8, 13, 20, 30, 50)


def question() -> LiveFigure:
    """Draw the question of the lesson: w1 is at one end of the graph, L at the other."""
    diagram = Diagram()
    graph = make_graph()
    diagram.write_values(graph)
    diagram.color_nodes({"w1": BACKWARD, "loss": BACKWARD})
    diagram.color_edges({})

    @live(diagram.figure, title=_words("question_title"))
    def update() -> str:
        return _words("question", w1=graph.w1.value, loss=graph.loss.value)

    return update


def steps() -> LiveFigure:
    """Go through the graph forwards, then backwards, one node at a time."""
    diagram = Diagram()

    @live(
        diagram.figure,
        title=_words("steps_title"),
        step=(0, N_STEPS),
        y=(-1.0, 2.0, 0.1),
        **SLIDERS,
    )
    def update(
        step: int = N_FORWARD,
        y: float = START["y"],
        x: float = START["x"],
        w1: float = START["w1"],
        w2: float = START["w2"],
        w3: float = START["w3"],
        w4: float = START["w4"],
    ) -> str:
        graph = make_graph(x=x, y=y, w1=w1, w2=w2, w3=w3, w4=w4)
        now = walk(graph, step)
        diagram.write_values(graph, now.computed)
        diagram.write_factors(graph, now.factors)
        diagram.write_derivatives(now.derivatives, now.unfinished)
        color = FORWARD if step <= N_FORWARD else BACKWARD
        diagram.color_nodes({now.node: color} if now.node else {})
        diagram.color_edges({edge: color for edge in EDGES if edge[1] == now.node})
        return _say_step(graph, step, now)

    return update


class Walk(NamedTuple):
    """What is known after some steps.

    Attributes
    ----------
    node : str or None
        The node of the latest step.
    computed : set of str
        Nodes with a value.
    factors : list of (str, str)
        Edges with a local derivative.
    derivatives : dict of str to float
        What has arrived of ∂L/∂node; more may follow.
    arrived : dict of str to float
        The same before the latest step.
    unfinished : set of str
        Nodes at which more will arrive.
    """

    node: str | None
    computed: set[str]
    factors: list[tuple[str, str]]
    derivatives: dict[str, float]
    arrived: dict[str, float]
    unfinished: set[str]


def walk(graph: TwoPathGraph, step: int) -> Walk:
    """Compute forwards up to ``N_FORWARD`` steps, then backwards for the rest.

    Parameters
    ----------
    graph : TwoPathGraph
    step : int
        From 0 to ``N_STEPS``; each step is one computed node.

    Returns
    -------
    Walk
    """
    computed = set(SYMBOLS) - set(COMPUTED[step:])
    factors = [edge for edge in EDGES if edge[1] in computed]
    current = COMPUTED[min(step, N_FORWARD) - 1] if step else None
    if step <= N_FORWARD:
        return Walk(current, computed, factors, {}, {}, set())
    names = {node: name for name, node in graph._asdict().items()}
    known, arrived = {"loss": 1.0}, {}
    waiting = list(EDGES)
    backwards = (node for node in graph.loss.backward_steps() if names[node] in COMPUTED)
    for _, node in zip(range(step - N_FORWARD), backwards, strict=False):
        current, arrived = names[node], dict(known)
        known |= {names[parent]: parent.derivative for parent in node.parents}
        waiting = [edge for edge in waiting if edge[1] != current]
    unfinished = {parent for parent, _ in waiting} & set(known)
    return Walk(current, computed, factors, known, arrived, unfinished)


def _say_step(graph: TwoPathGraph, step: int, now: Walk) -> str:
    if now.node is None:
        return _words("step_0", n_forward=N_FORWARD, n_steps=N_STEPS)
    edges = [edge for edge in EDGES if edge[1] == now.node and edge[0] != "y"]
    factors = {edge: say_number(factor_of(graph, edge)) for edge in edges}
    if step <= N_FORWARD:
        return _words(
            "step_forward",
            step=step,
            symbol=SYMBOLS[now.node],
            formula=_words(f"formula_{now.node}"),
            value=say_number(getattr(graph, now.node).value),
            factors=_words("comma").join(
                f"{name_factor(edge)} = {factors[edge]}" for edge in edges
            ),
        )
    derivative = now.derivatives[now.node]
    parts = {edge: derivative * factor_of(graph, edge) for edge in edges}
    return _words(
        "step_backward",
        step=step,
        symbol=SYMBOLS[now.node],
        derivative=say_number(derivative),
        parts=_words("comma").join(_say_part(derivative, edge, factors, parts) for edge in edges),
        sums=_say_sum(now, parts),
    )


def _say_part(derivative: float, edge: Any, factors: Any, parts: Any) -> str:
    return _words(
        "part",
        derivative=say_number(derivative),
        factor=in_parentheses(factors[edge]),
        part=say_number(parts[edge]),
        to=SYMBOLS[edge[0]],
    )


def _say_sum(now: Walk, parts: dict[tuple[str, str], float]) -> str:
    """Name the node at which two paths meet in this step; empty if none does."""
    for edge, part in parts.items():
        if edge[0] in now.arrived:
            return _words(
                "sum",
                to=SYMBOLS[edge[0]],
                before=say_number(now.arrived[edge[0]]),
                part=in_parentheses(say_number(part)),
                total=say_number(now.derivatives[edge[0]]),
            )
    return ""


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


def count_gradient(hidden_width: int, n_samples: int) -> tuple[int, int]:
    """Count the work of a whole gradient.

    Returns
    -------
    nudging : int
        By central differences: two forward passes a weight.
    backpropagation : int
        One pass forwards and one backwards.
    """
    forward, backward = count_operations(hidden_width, n_samples)
    return 2 * count_parameters(hidden_width) * forward, forward + backward


def gradient_cost(prediction: Prediction | None = None) -> LiveFigure:
    """Draw the operations that a gradient takes against the number of weights.

    Parameters
    ----------
    prediction : Prediction, optional
        How many times cheaper the reader thinks the backward pass is. The
        curves stay hidden until it is settled.
    """
    n_parameters = [count_parameters(width) for width in WIDTHS]
    figure, axes = plots.new_figure(height=3.4)
    axes.set(xlim=(3, 200), ylim=(10, 1e8), xscale="log", yscale="log")
    axes.set(xlabel=_words("axis_parameters"), ylabel=_words("axis_operations"))
    axes.set_xticks(n_parameters, [str(n) for n in n_parameters])
    axes.minorticks_off()
    look = {"marker": "o", "markersize": 4}
    lines = [
        plots.draw_curve(axes, n_parameters, n_parameters, role, label=_words(key), **look)
        for key, role in (("nudging", "test"), ("backpropagation", "network"))
    ]
    gap = plots.draw_curve(axes, [], [], "data", linewidth=1.2, label=None)
    plots.add_legend(axes, lines)

    @live(figure, title=_words("cost_title"), hidden_width=(1, WIDTHS[-1]), n_samples=(1, 200))
    def update(hidden_width: int = WIDTHS[-1], n_samples: int = 100) -> str:
        hidden = hidden_words(prediction)
        counts = np.array([count_gradient(width, n_samples) for width in WIDTHS])
        here = count_gradient(hidden_width, n_samples)
        for line, values in zip(lines, counts.T, strict=True):
            line.set_ydata(values)
            line.set_visible(hidden is None)
        gap.set_data([count_parameters(hidden_width)] * 2, here)
        gap.set_visible(hidden is None)
        return hidden or _say_cost(hidden_width, n_samples, here, prediction)

    redraw_when_settled(update, prediction)
    return update


def _say_cost(
    hidden_width: int, n_samples: int, counts: tuple[int, int], prediction: Prediction | None
) -> str:
    forward, _ = count_operations(hidden_width, n_samples)
    return _words(
        "cost",
        hidden_width=hidden_width,
        n_parameters=count_parameters(hidden_width),
        n_samples=n_samples,
        forward=forward,
        nudging=counts[0],
        backpropagation=counts[1],
        passes=counts[1] / forward,
        ratio=counts[0] / counts[1],
        guess=recall_words(prediction),
    )
