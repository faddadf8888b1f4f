"""The picture of lesson 5's computation graph: values on nodes, local derivatives on edges."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

from lessonlib import plots
from lessonlib.experiments.lesson5 import COMPUTED, EDGES, Edge
from lessonlib.figures.lesson5.notation import SYMBOLS, name_derivative, name_factor, say_number
from lessonlib.words import Words

_words = Words("figures/lesson5/diagram")
# The look of what each path carries, in all figures of the lesson.
FORWARD, BACKWARD, PATH_2, PATH_3 = plots.BLUE, plots.RED, plots.VIOLET, plots.ORANGE
TEXT = 10  # points: 11 pixels in the notebook on a page of 800
_QUIET = plots.GREY
_PAPER = "#ffffff"
_RADIUS, _HALF_SIDE, _GAP = 0.36, 0.27, 0.03
_WIDTH, _BOTTOM, _LINE = 8.0, -2.5, 0.36
_LEADING = 0.19  # between two lines at a node


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
    "y2": _Place(4.0, 0.95, 4.0, 0.54, ("center", "top")),
    "y3": _Place(4.0, -0.95, 4.0, -0.54, ("center", "bottom")),
    "y4": _Place(5.75, 0.0, 5.65, -0.42, ("left", "top")),
    "loss": _Place(7.4, 0.0, 7.4, -0.42, ("center", "top")),
    "w1": _Place(2.25, 1.4, 2.25, 1.71, ("center", "bottom")),
    "w2": _Place(4.0, 2.15, 4.34, 2.15, ("left", "center")),
    "w3": _Place(4.0, -2.15, 4.34, -2.15, ("left", "center")),
    "w4": _Place(5.75, 1.4, 5.75, 1.71, ("center", "bottom")),
    "y": _Place(7.4, 1.4, 7.4, 1.71, ("center", "bottom")),
}
# Where the factor of each edge stands beside the middle of the edge, with its alignment.
_BESIDE: dict[Edge, tuple[float, float, str, str]] = {
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


class Diagram:
    """The artists of the graph, drawn once in a figure of their own.

    Parameters
    ----------
    n_lines : int
        How many lines are kept free below the graph, for a formula.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
    axes : matplotlib.axes.Axes
    lines : list of Text
        The lines below the graph, empty at first.
    changes : list of Text
        What :meth:`write_changes` writes.
    """

    def __init__(self, n_lines: int = 0) -> None:
        low, high = _BOTTOM - n_lines * _LINE, -_BOTTOM
        self.figure, axes = plots.new_figure(height=high - low)
        axes.set(xlim=(0, _WIDTH), ylim=(low, high), aspect="equal")
        axes.axis("off")
        axes.text(0.1, _BOTTOM, _words("functions"), fontsize=TEXT, va="bottom", linespacing=1.4)
        heights = [_BOTTOM - (i + 0.6) * _LINE for i in range(n_lines)]
        self.lines = [axes.text(0.1, y, "", fontsize=11, va="center") for y in heights]
        self._arrows = {edge: _draw_arrow(axes, edge) for edge in EDGES}
        self._factors = {edge: _draw_factor(axes, edge) for edge in EDGES}
        self._shapes = {name: _draw_shape(axes, name) for name in _PLACES}
        self.axes = axes
        self._values, self._derivatives, self._changes = {}, {}, {}
        for name, place in _PLACES.items():
            high = 0.14 if name in COMPUTED else 0.12
            style = {"ha": "center", "va": "center", "zorder": 4}
            axes.text(place.x, place.y + high, SYMBOLS[name], fontsize=11, **style)
            self._values[name] = axes.text(place.x, place.y - 0.1, "", fontsize=TEXT, **style)
            (self._derivatives[name],) = _draw_beside(axes, place, [BACKWARD])
            self._changes[name] = _draw_beside(axes, place, [FORWARD, plots.INK])

    def write_values(self, values: Mapping[str, float]) -> None:
        """Write the values of some nodes; the others are not known yet."""
        for name, text in self._values.items():
            text.set_text(say_number(values[name]) if name in values else "?")

    def write_derivatives(
        self, derivatives: Mapping[str, float], unfinished: Collection[str] = ()
    ) -> None:
        """Write what is known of ∂L/∂node beside the nodes, and nothing beside the others."""
        for name, text in self._derivatives.items():
            if name not in derivatives or name == "y":
                text.set_text("")
                continue
            more = " + …" if name in unfinished else ""
            text.set_text(f"{name_derivative(name)} = {say_number(derivatives[name])}{more}")

    @property
    def changes(self) -> list[Any]:  # noqa: D102 - described above
        return [text for both in self._changes.values() for text in both]

    def write_changes(self, changes: Mapping[str, float], predicted: Mapping[str, float]) -> None:
        """Write the true changes of some nodes beside them, each over what is predicted of it."""
        for name, (true, said) in self._changes.items():
            both = ("", "")
            if name in changes:
                both = f"Δ{SYMBOLS[name]} = {say_number(changes[name])}", ""
            if name in predicted:
                both = both[0], f"≈ {say_number(predicted[name])}"
            true.set_text(both[0])
            said.set_text(both[1])

    def write_factors(self, factors: Mapping[Edge, float]) -> None:
        """Write the local derivatives of some edges."""
        shown = set(factors) - {("y", "loss")}  # the measured value is not ours to change
        for edge, text in self._factors.items():
            both = f"{name_factor(edge)}\n{say_number(factors[edge])}" if edge in shown else ""
            text.set_text(both)

    def color_edges(self, colors: Mapping[Edge, str]) -> None:
        """Draw some edges bold in a colour, and the others quietly."""
        for edge, arrow in self._arrows.items():
            _set(arrow, color=colors.get(edge, _QUIET), linewidth=2.6 if edge in colors else 1.2)
            _set(self._factors[edge], fontweight="bold" if edge in colors else "normal")

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
    dx, dy, across, up = _BESIDE[edge]
    x, y = np.mean(_ends(edge), axis=0)
    return axes.text(x + dx, y + dy, "", fontsize=TEXT, ha=across, va=up, linespacing=1.1)


def _draw_beside(axes: Any, place: _Place, colors: Sequence[str]) -> list[Any]:
    """Make the texts of one line or two beside a node."""
    across, up = place.align
    more = len(colors) - 1
    first = place.derivative_y + _LEADING * {"top": 0, "bottom": more, "center": more / 2}[up]
    look: dict[str, Any] = {"fontsize": TEXT, "ha": across, "va": up}
    return [
        axes.text(place.derivative_x, first - line * _LEADING, "", color=color, **look)
        for line, color in enumerate(colors)
    ]
