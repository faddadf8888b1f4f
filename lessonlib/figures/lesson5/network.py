"""Live figure of lesson 5: the 1-H-1 network as a graph, with a path through each example."""

from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import PARAMETERS, SMALL, NetworkPaths
from lessonlib.figures.lesson5.diagram import BACKWARD, TEXT
from lessonlib.figures.lesson5.notation import in_parentheses, multiply_words
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson5/network", "network_graph")
_labels = _words.labels
_N_SAMPLES, _WIDTH = len(SMALL.x), len(SMALL.w)
_ROWS = {1: (-0.2,), 2: (0.85, -0.85), 3: (1.25, 0.0, -1.25)}  # heights, by number of examples
_RIM = 0.17  # from the middle of a node to where its edges end
_UP = 0.27  # from the middle of a row to its first unit
_X, _UNIT, _OUTPUT, _LOSS, _PRODUCTS = 0.35, 1.95, 3.35, 4.55, 5.05
_TOP = 2.15
_TOTAL = -1.05  # from the last row to the sum
_PLACES = {"w": (0.7, _TOP), "b": (0.7, _TOP), "v": (2.65, _TOP), "c": (2.65, _TOP)}
_SYMBOLS = {"w": "w₁", "b": "b₁", "v": "v₁", "c": "c"}
_FORMULAS = {
    "w": r"$\sum_s\, -(2/S)\,(y_s - \tilde{y}_s) \cdot v_1 \cdot a_{s1}(1 - a_{s1}) \cdot x_s$",
    "b": r"$\sum_s\, -(2/S)\,(y_s - \tilde{y}_s) \cdot v_1 \cdot a_{s1}(1 - a_{s1})$",
    "v": r"$\sum_s\, -(2/S)\,(y_s - \tilde{y}_s) \cdot a_{s1}$",
    "c": r"$\sum_s\, -(2/S)\,(y_s - \tilde{y}_s)$",
}


def network_graph() -> LiveFigure:
    """Draw the graph of a small network, and what each example contributes to a derivative."""
    picture = _NetworkPicture()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("n_samples", "hidden_width"),
        parameter=[(_SYMBOLS[name], name) for name in PARAMETERS],
        n_samples=(1, _N_SAMPLES),
        hidden_width=(1, _WIDTH),
    )


class _NetworkPicture:
    """Nodes in columns, a row an example; the paths of one parameter lit up."""

    def __init__(self) -> None:
        self.figure, axes = plots.new_figure(height=4.6)
        axes.set(xlim=(0, 8), ylim=(-2.45, 2.45))
        axes.axis("off")
        self.quiet = plots.draw_curve(axes, [], [], "data", linewidth=1.0)
        self.paths = plots.draw_curve(axes, [], [], "data", color=BACKWARD, linewidth=2.2)
        self.circles = _draw_nodes(axes, "o", 460)
        self.squares = _draw_nodes(axes, "s", 380)
        self.names = {
            name: axes.text(*place, text, fontsize=TEXT, ha="center", va="center", zorder=5)
            for name, (place, text) in _named_places(_N_SAMPLES).items()
        }
        self.parameter = axes.text(0, _TOP, "", fontsize=11, ha="center", va="center", zorder=5)
        look: dict[str, Any] = {"fontsize": TEXT, "va": "center"}
        self.products = [axes.text(_PRODUCTS, 0, "", **look) for _ in range(_N_SAMPLES)]
        self.formula = axes.text(3.45, _TOP, "", **look | {"fontsize": 12})
        self.total = axes.text(0.1, 0, "", fontsize=11, va="center")

    def show(self, parameter: str = "w", n_samples: int = 1, hidden_width: int = 1) -> str:
        """Show the paths of a parameter, and say what they add up to."""
        seen = experiments.follow_network(parameter, n_samples, hidden_width)
        self._show_nodes(parameter, n_samples, hidden_width)
        self.quiet.set_data(*_as_line(_quiet_edges(n_samples, hidden_width)))
        self.paths.set_data(*_as_line(_path_edges(parameter, n_samples)))
        self._write(parameter, seen)
        return _words(
            "sentence" if n_samples > 1 else "one_example",
            symbol=_SYMBOLS[parameter],
            n_samples=n_samples,
            hidden_width=hidden_width,
            total=say(seen.total),
        )

    def _show_nodes(self, parameter: str, n_samples: int, hidden_width: int) -> None:
        shown = {
            name: place
            for name, (place, _) in _named_places(n_samples).items()
            if name[2] < hidden_width
        }
        for name, text in self.names.items():
            text.set_visible(name in shown)
            text.set_position(shown.get(name, (0, 0)))
        for nodes, letters in ((self.circles, "aỹL"), (self.squares, "x")):
            places = [place for name, place in shown.items() if name[0] in letters]
            if letters == "x":
                places.append(_PLACES[parameter])
            plots.move_points(nodes, *zip(*places, strict=True))
        self.parameter.set(x=_PLACES[parameter][0], text=_SYMBOLS[parameter])

    def _write(self, parameter: str, seen: NetworkPaths) -> None:
        symbol, parts = _SYMBOLS[parameter], [say(part) for part in seen.parts]
        rows = _ROWS[len(parts)]
        self.formula.set_text(f"∂L/∂{symbol} = {_FORMULAS[parameter]}")
        for s, text in enumerate(self.products):
            text.set_text("")
            if s < len(parts):
                product = multiply_words([say(factor) for factor in seen.factors[s]])
                text.set(text=f"{product} = {parts[s]}" if parameter != "c" else product, y=rows[s])
        first, *rest = parts
        terms = " + ".join([first, *map(in_parentheses, rest)])
        total = f" = {say(seen.total)}" if rest else ""
        self.total.set(text=f"∂L/∂{symbol} = {terms}{total}", y=rows[-1] + _TOTAL)


def _draw_nodes(axes: Axes, marker: str, size: float) -> Any:
    """Make nodes of one shape, in no place yet."""
    look: dict[str, Any] = {"marker": marker, "s": size, "zorder": 3, "linewidths": 1.2}
    return plots.draw_points(axes, [], [], "data", color="#ffffff", edgecolors=plots.GREY, **look)


def _unit(row: float, h: int) -> tuple[float, float]:
    return _UNIT, row + _UP * (1 - 2 * h)


def _loss(n_samples: int) -> tuple[float, float]:
    return _LOSS, sum(_ROWS[n_samples]) / n_samples


def _named_places(n_samples: int) -> dict[tuple[str, int, int], tuple[tuple[float, float], str]]:
    """Return place and text of each node, by its letter, example and unit."""
    low = "₁₂₃"
    places = {("L", 0, 0): (_loss(n_samples), "L")}
    for s, row in enumerate(_ROWS[n_samples]):
        places["x", s, 0] = ((_X, row), f"x{low[s]}")
        places["ỹ", s, 0] = ((_OUTPUT, row), f"ỹ{low[s]}")
        for h in range(_WIDTH):
            places["a", s, h] = (_unit(row, h), f"a{low[s]}{low[h]}")
    return places


def _quiet_edges(n_samples: int, hidden_width: int) -> list[list[tuple[float, float]]]:
    return [
        [(_X, row), _unit(row, h), (_OUTPUT, row), _loss(n_samples)]
        for row in _ROWS[n_samples]
        for h in range(hidden_width)
    ]


def _path_edges(parameter: str, n_samples: int) -> list[list[tuple[float, float]]]:
    """Return the way from a parameter to the loss through each example."""
    start = _PLACES[parameter]
    goes_in = parameter in ("w", "b")  # before the sigmoid
    return [
        [start, *([_unit(row, 0)] if goes_in else []), (_OUTPUT, row), _loss(n_samples)]
        for row in _ROWS[n_samples]
    ]


def _as_line(ways: list[list[tuple[float, float]]]) -> tuple[Any, Any]:
    """Return x and y of one line along all ways, from the rim of each node to that of the next."""
    pieces = []
    for tail, head in (pair for way in ways for pair in pairwise(way)):
        along = np.subtract(head, tail)
        rim = _RIM * along / np.hypot(*along)
        pieces += [tail + rim, head - rim, (np.nan, np.nan)]
    x, y = np.array(pieces).T
    return x, y
