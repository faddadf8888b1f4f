"""The picture of lesson 5's computation graph: values on nodes, local derivatives on edges."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

from lessonlib import plots
from lessonlib.graph import TwoPathGraph, two_path_graph
from lessonlib.words import Words

_words = Words("chain")
START = {"x": 2.0, "y": 1.0, "w1": 0.6, "w2": 1.0, "w3": -2.0, "w4": 3.0}
WEIGHTS = ("w1", "w2", "w3", "w4")
SLIDERS: dict[str, Any] = dict.fromkeys(("x", *WEIGHTS), (-4.0, 4.0, 0.1))
COMPUTED = ("y1", "y2", "y3", "y4", "loss")

# The look of what each path carries, in all figures of the lesson.
FORWARD, BACKWARD, PATH_2, PATH_3 = plots.BLUE, plots.RED, plots.VIOLET, plots.ORANGE
_QUIET = plots.GREY
_PAPER = "#ffffff"
_RADIUS, _HALF_SIDE, _GAP = 0.36, 0.27, 0.03
_WIDTH, _BOTTOM, _LINE = 8.0, -2.22, 0.36

SYMBOLS = {
    **{"x": "x", "y": "y", "w1": "w₁", "w2": "w₂", "w3": "w₃", "w4": "w₄"},
    **{"y1": "y₁", "y2": "y₂", "y3": "y₃", "y4": "y₄", "loss": "L"},
}
_FUNCTION = {"y1": "f₁", "y2": "f₂", "y3": "f₃", "y4": "f₄", "loss": "L"}


class _Place(NamedTuple):
    """Where a node stands, and where its derivative is written (with its alignment)."""

    x: float
    y: float
    derivative_x: float
    derivative_y: float
    align: tuple[str, str]


_PLACES = {
    "x": _Place(0.6, 0.0, 0.6, 0.38, ("center", "bottom")),
    "y1": _Place(2.25, 0.0, 2.35, -0.42, ("right", "top")),
    "y2": _Place(4.0, 0.8, 4.0, 0.4, ("center", "top")),
    "y3": _Place(4.0, -0.8, 4.0, -0.4, ("center", "bottom")),
    "y4": _Place(5.75, 0.0, 5.65, -0.42, ("left", "top")),
    "loss": _Place(7.4, 0.0, 7.4, -0.42, ("center", "top")),
    "w1": _Place(2.25, 1.3, 2.25, 1.61, ("center", "bottom")),
    "w2": _Place(4.0, 1.9, 4.34, 1.9, ("left", "center")),
    "w3": _Place(4.0, -1.9, 4.34, -1.9, ("left", "center")),
    "w4": _Place(5.75, 1.3, 5.75, 1.61, ("center", "bottom")),
    "y": _Place(7.4, 1.3, 7.4, 1.61, ("center", "bottom")),
}
Edge = tuple[str, str]  # from parent to child
# Where the label of each edge stands beside the middle of the edge, with its alignment.
EDGES: dict[Edge, tuple[float, float, str, str]] = {
    ("x", "y1"): (0, 0.05, "center", "bottom"),
    ("w1", "y1"): (-0.07, 0, "right", "center"),
    ("y1", "y2"): (-0.03, 0.06, "right", "bottom"),
    ("w2", "y2"): (0.07, 0, "left", "center"),
    ("y1", "y3"): (-0.03, -0.06, "right", "top"),
    ("w3", "y3"): (0.07, 0, "left", "center"),
    ("y2", "y4"): (0.03, 0.06, "left", "bottom"),
    ("y3", "y4"): (0.03, -0.06, "left", "top"),
    ("w4", "y4"): (0.07, 0, "left", "center"),
    ("y4", "loss"): (0, 0.05, "center", "bottom"),
    ("y", "loss"): (0.07, 0, "left", "center"),
}


def make_graph(**values: float) -> TwoPathGraph:
    """Compute the graph for values by name; those not given are those of ``START``."""
    both = START | values
    return two_path_graph([both[name] for name in WEIGHTS], both["x"], both["y"])


def say_number(value: float) -> str:
    """Write a number with three digits, or as a power of ten if it is tiny.

    Examples
    --------
    >>> say_number(-0.12345), say_number(2.0), say_number(1e-9)
    ('−0.123', '2', '1e−09')
    """
    tiny = 0 < abs(value) < 0.001
    return (f"{value:.0e}" if tiny else f"{value + 0.0:.3g}").replace("-", "−")


def multiply_words(factors: Iterable[str]) -> str:
    """Write a product; a negative factor that is not the first stands in parentheses.

    Examples
    --------
    >>> multiply_words(["−2", "3", "−1"])
    '−2 · 3 · (−1)'
    """
    first, *rest = factors
    return " · ".join([first, *map(in_parentheses, rest)])


def in_parentheses(number: str) -> str:
    """Put a written number in parentheses if it is negative."""
    return f"({number})" if number.startswith("−") else number


def name_factor(edge: Edge) -> str:
    """Write the local derivative of an edge.

    Examples
    --------
    >>> name_factor(("y1", "y2"))
    '∂f₂/∂y₁'
    """
    parent, child = edge
    return f"∂{_FUNCTION[child]}/∂{SYMBOLS[parent]}"


def factor_of(graph: TwoPathGraph, edge: Edge) -> float:
    """Return the local derivative of an edge."""
    parent, child = (getattr(graph, name) for name in edge)
    return float(child.derivative_by(parent))


class Diagram:
    """The artists of the graph, drawn once in a figure of their own.

    Parameters
    ----------
    n_lines : int
        How many lines are kept free below the graph, for a formula.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
    lines : list of Text
        The lines below the graph, empty at first.
    """

    def __init__(self, n_lines: int = 0) -> None:
        low, high = _BOTTOM - n_lines * _LINE, -_BOTTOM
        self.figure, axes = plots.new_figure(height=high - low)
        axes.set(xlim=(0, _WIDTH), ylim=(low, high), aspect="equal")
        axes.axis("off")
        axes.text(0.1, _BOTTOM, _words("functions"), fontsize=9, va="bottom", linespacing=1.45)
        heights = [_BOTTOM - (i + 0.6) * _LINE for i in range(n_lines)]
        self.lines = [axes.text(0.1, y, "", fontsize=11, va="center") for y in heights]
        self._arrows = {edge: _draw_arrow(axes, edge) for edge in EDGES}
        self._factors = {edge: _draw_factor(axes, edge) for edge in EDGES}
        self._shapes = {name: _draw_shape(axes, name) for name in _PLACES}
        self._values, self._derivatives = {}, {}
        for name, place in _PLACES.items():
            high = 0.14 if name in COMPUTED else 0.12
            style = {"ha": "center", "va": "center", "zorder": 4}
            axes.text(place.x, place.y + high, SYMBOLS[name], fontsize=11, **style)
            self._values[name] = axes.text(place.x, place.y - 0.1, "", fontsize=9.5, **style)
            across, up = place.align
            where = (place.derivative_x, place.derivative_y)
            self._derivatives[name] = axes.text(
                *where, "", fontsize=9, ha=across, va=up, color=BACKWARD
            )

    def write_values(self, graph: TwoPathGraph, names: Collection[str] = SYMBOLS) -> None:
        """Write the values of some nodes; the others are not known yet."""
        for name, text in self._values.items():
            text.set_text(say_number(getattr(graph, name).value) if name in names else "?")

    def write_derivatives(
        self, derivatives: Mapping[str, float], unfinished: Collection[str] = ()
    ) -> None:
        """Write what is known of ∂L/∂node beside the nodes, and nothing beside the others."""
        for name, text in self._derivatives.items():
            if name not in derivatives or name == "y":
                text.set_text("")
                continue
            more = " + …" if name in unfinished else ""
            text.set_text(f"∂L/∂{SYMBOLS[name]} = {say_number(derivatives[name])}{more}")

    def write_factors(self, graph: TwoPathGraph, edges: Iterable[Edge] = EDGES) -> None:
        """Write the local derivatives of some edges."""
        shown = set(edges) - {("y", "loss")}  # the measured value is not ours to change
        for edge, text in self._factors.items():
            number = f"{name_factor(edge)}\n{say_number(factor_of(graph, edge))}"
            text.set_text(number if edge in shown else "")

    def color_edges(self, colors: Mapping[Edge, str]) -> None:
        """Draw some edges bold in a colour, and the others quietly."""
        for edge, arrow in self._arrows.items():
            _set(arrow, color=colors.get(edge, _QUIET), linewidth=2.6 if edge in colors else 1.2)
            _set(self._factors[edge], fontsize=10 if edge in colors else 8.5)

    def color_nodes(self, colors: Mapping[str, str]) -> None:
        """Outline some nodes bold in a colour, and the others quietly."""
        for name, shape in self._shapes.items():
            width = 2.6 if name in colors else 1.2
            _set(shape, edgecolor=colors.get(name, _QUIET), linewidth=width)


def _set(artist: Any, **look: Any) -> None:
    """Set properties unless they are so already: an artist that is set is drawn again."""
    if getattr(artist, "_look", None) != look:
        artist.set(**look)
        artist._look = look


def _draw_shape(axes: Any, name: str) -> Any:
    """Draw what is computed as a circle, and what is given as a square."""
    place = _PLACES[name]
    look: dict[str, Any] = {"facecolor": _PAPER, "edgecolor": _QUIET, "linewidth": 1.2, "zorder": 3}
    if name in COMPUTED:
        return axes.add_patch(Circle((place.x, place.y), _RADIUS, **look))
    corner = (place.x - _HALF_SIDE, place.y - _HALF_SIDE)
    return axes.add_patch(Rectangle(corner, 2 * _HALF_SIDE, 2 * _HALF_SIDE, **look))


def _ends(edge: Edge) -> tuple[Any, Any]:
    """Return the points where an edge leaves its parent and meets its child."""
    tail, head = (np.array(_PLACES[name][:2]) for name in edge)
    along = (head - tail) / np.hypot(*(head - tail))
    out, back = ((_RADIUS if name in COMPUTED else _HALF_SIDE) + _GAP for name in edge)
    return tail + out * along, head - back * along


def _draw_arrow(axes: Any, edge: Edge) -> FancyArrowPatch:
    tail, head = _ends(edge)
    look: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 11, "linewidth": 1.2}
    arrow = FancyArrowPatch(tail, head, color=_QUIET, shrinkA=0, shrinkB=0, zorder=2, **look)
    axes.add_patch(arrow)
    return arrow


def _draw_factor(axes: Any, edge: Edge) -> Any:
    dx, dy, across, up = EDGES[edge]
    x, y = np.mean(_ends(edge), axis=0)
    return axes.text(x + dx, y + dy, "", fontsize=8.5, ha=across, va=up, linespacing=1.15)
