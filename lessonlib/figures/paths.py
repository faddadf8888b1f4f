"""Live figures of lesson 5: the paths from a weight to the loss, factor by factor."""

from collections.abc import Callable, Sequence
from functools import partial
from math import prod
from typing import Any

from lessonlib.figures.diagram import (
    BACKWARD,
    PATH_2,
    PATH_3,
    SLIDERS,
    START,
    SYMBOLS,
    Diagram,
    Edge,
    factor_of,
    make_graph,
    multiply_words,
    name_factor,
    say_number,
)
from lessonlib.graph import TwoPathGraph
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("paths")
# Edges of each path in the order in which the lesson writes their factors.
PATH_TO_W2: tuple[Edge, ...] = (("y4", "loss"), ("y2", "y4"), ("w2", "y2"))
BRANCHES: dict[str, tuple[Edge, ...]] = {
    "y2": (("y2", "y4"), ("y1", "y2")),
    "y3": (("y3", "y4"), ("y1", "y3")),
}
FIRST, LAST = ("y4", "loss"), ("w1", "y1")
PATH_TO_W1: tuple[Edge, ...] = (FIRST, *BRANCHES["y2"], *BRANCHES["y3"], LAST)
_COLORS = {"y2": PATH_2, "y3": PATH_3}


def one_path() -> LiveFigure:
    """Build ∂L/∂w2 factor by factor along its one path."""
    diagram = Diagram(n_lines=2)

    @live(diagram.figure, title=_words("one_path_title"), n_factors=(0, 3), **SLIDERS)
    def update(
        n_factors: int = 3,
        x: float = START["x"],
        w1: float = START["w1"],
        w2: float = START["w2"],
        w3: float = START["w3"],
        w4: float = START["w4"],
    ) -> str:
        graph = make_graph(x=x, w1=w1, w2=w2, w3=w3, w4=w4)
        shown = PATH_TO_W2[:n_factors]
        _show(diagram, graph, "w2", dict.fromkeys(shown, PATH_2))
        product = prod(factor_of(graph, edge) for edge in PATH_TO_W2)
        finished = n_factors == len(PATH_TO_W2)
        formula = partial(_multiply, edges=shown)
        _write_formula(diagram, graph, _name("w2"), formula, product if finished else None)
        if not finished:
            return _words("unfinished", shown=n_factors, total=len(PATH_TO_W2), symbol="w₂")
        return _words("one_path", product=say_number(product))

    return update


def two_paths() -> LiveFigure:
    """Build ∂L/∂w1 factor by factor along one of its two paths, or both."""
    diagram = Diagram(n_lines=2)
    choices = [(_words(f"path_{name}"), name) for name in ("both", *BRANCHES)]
    controls: dict[str, Any] = {"path": choices, "n_factors": (0, len(PATH_TO_W1)), **SLIDERS}

    @live(diagram.figure, title=_words("two_paths_title"), **controls)
    def update(
        path: str = "both",
        n_factors: int = len(PATH_TO_W1),
        x: float = START["x"],
        w1: float = START["w1"],
        w2: float = START["w2"],
        w3: float = START["w3"],
        w4: float = START["w4"],
    ) -> str:
        graph = make_graph(x=x, w1=w1, w2=w2, w3=w3, w4=w4)
        branches = list(BRANCHES) if path == "both" else [path]
        edges = [FIRST, *(edge for name in branches for edge in BRANCHES[name]), LAST]
        shown = edges[:n_factors]
        colors = dict.fromkeys(shown, BACKWARD if path == "both" else _COLORS[path])
        colors |= {e: _COLORS[name] for name in branches for e in BRANCHES[name] if e in shown}
        _show(diagram, graph, "w1", colors)
        parts = path_derivatives(graph)
        total = sum(parts[name] for name in branches)
        finished = len(shown) == len(edges)
        formula = partial(_multiply_and_add, shown=shown, branches=branches)
        name = _name("w1") if path == "both" else _name_part("w1", path)
        _write_formula(diagram, graph, name, formula, total if finished else None)
        if not finished:
            return _words("unfinished", shown=len(shown), total=len(edges), symbol="w₁")
        return _say_paths(path, parts)

    return update


def path_derivatives(graph: TwoPathGraph) -> dict[str, float]:
    """Compute the product along each path from w1 to the loss.

    Returns
    -------
    dict of str to float
        By the name of the node that the path goes through, ``"y2"`` or ``"y3"``.
    """
    ends = factor_of(graph, FIRST) * factor_of(graph, LAST)
    return {
        name: ends * prod(factor_of(graph, edge) for edge in edges)
        for name, edges in BRANCHES.items()
    }


def _show(diagram: Diagram, graph: TwoPathGraph, weight: str, colors: dict[Edge, str]) -> None:
    """Show all values, and the local derivatives of the edges that have a colour."""
    diagram.write_values(graph)
    diagram.write_factors(graph, colors)
    diagram.color_edges(colors)
    diagram.color_nodes({weight: BACKWARD, "loss": BACKWARD})


def _multiply(write: Callable[[Edge], str], edges: Sequence[Edge]) -> str:
    return multiply_words([write(edge) for edge in edges]) if edges else "…"


def _multiply_and_add(
    write: Callable[[Edge], str], shown: Sequence[Edge], branches: Sequence[str]
) -> str:
    """Write ``first · [branch + branch] · last``, as far as it is shown."""
    if len(branches) == 1:
        return _multiply(write, shown)
    terms = [[edge for edge in BRANCHES[name] if edge in shown] for name in branches]
    inside = " + ".join(_multiply(write, term) for term in terms if term)
    before, after = ([write(edge)] if edge in shown else [] for edge in (FIRST, LAST))
    pieces = [*before, *([f"[ {inside} ]"] if inside else []), *after]
    return multiply_words(pieces) if pieces else "…"


def _name(weight: str) -> str:
    return f"∂L/∂{SYMBOLS[weight]}"


def _name_part(weight: str, node: str) -> str:
    return _words("partial", weight=SYMBOLS[weight], symbol=SYMBOLS[node])


def _write_formula(
    diagram: Diagram,
    graph: TwoPathGraph,
    name: str,
    formula: Callable[[Callable[[Edge], str]], str],
    result: float | None,
) -> None:
    """Write the formula below the graph, in symbols and numbers; dots for what is missing."""
    symbols = formula(name_factor)
    numbers = formula(lambda edge: say_number(factor_of(graph, edge)))
    missing = " · …" if result is None and symbols != "…" else ""
    end = "" if result is None else f" = {say_number(result)}"
    diagram.lines[0].set_text(f"{name} = {symbols}{missing}")
    diagram.lines[1].set_text(f"{name} = {numbers}{missing}{end}")


def _say_paths(path: str, parts: dict[str, float]) -> str:
    numbers = {name: say_number(part) for name, part in parts.items()}
    total = say_number(sum(parts.values()))
    if path == "both":
        return _words("both_paths", total=total, **numbers)
    return _words("single_path", symbol=SYMBOLS[path], part=numbers[path], total=total)
