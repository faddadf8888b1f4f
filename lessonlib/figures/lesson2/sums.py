"""Live figure of lesson 2: a network, built up one sigmoid at a time."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments import lesson2 as experiments
from lessonlib.experiments.lesson2 import BUILT_WIDTH, GRID, BuildUp
from lessonlib.figures.lesson2.frames import TEXT, add_legend
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson2/sums", "build_up")


def build_up() -> LiveFigure:
    """Build the network one sigmoid at a time: its diagram, and the sum so far."""
    drawing = _BuildUp(experiments.build_up())
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_words.labels,
        n_units=(0, BUILT_WIDTH),
    )


class _BuildUp:
    """The diagram of a network up to one of its units, and the sum up to there."""

    def __init__(self, network: BuildUp) -> None:
        self.network, labels = network, _words.labels
        self.figure, (diagram, axes) = plots.new_figure(2, height=3.6, width_ratios=(2, 3))
        self.diagram = _Diagram(diagram)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
        plots.draw_curve(axes, GRID, network.truth, "truth", label=labels["truth"])
        faint = {"label": labels["earlier"], "linewidth": 0.8, "alpha": 0.7}
        self.earlier = plots.draw_curve(axes, [], [], "data", **faint)
        self.newest = plots.draw_curve(axes, GRID, 0 * GRID, "data", label=labels["newest"])
        self.total = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=labels["sum_so_far"])
        add_legend(axes, ncols=2)

    def show(self, n_units: int = 1) -> str:
        self.diagram.show(n_units)
        self.total.set_ydata(self.network.sums[n_units])
        self.newest.set_ydata(self.network.parts[:, n_units - 1])
        self.newest.set_visible(n_units > 0)
        self.earlier.set_data(
            *plots.as_one_line(GRID, self.network.parts[:, : max(n_units - 1, 0)])
        )
        return _say(self.network, n_units)


def _say(network: BuildUp, n_units: int) -> str:
    error = network.errors[n_units]
    if n_units == 0:
        return _words("none", c=network.output_bias, error=error)
    here = n_units - 1
    unit = {
        "w": network.hidden_weights[here],
        "b": network.hidden_biases[here],
        "v": network.heights[here],
        "place": network.places[here],
    }
    return _words("sentence", n_units=n_units, width=BUILT_WIDTH, error=error, **unit)


class _Diagram:
    """Input, hidden units and output, with the edges of the units in use."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-0.35, 2.35), ylim=(-1.6, BUILT_WIDTH - 0.5))
        axes.set_axis_off()
        self.rows: FloatArray = np.arange(BUILT_WIDTH - 1.0, -1.0, -1.0, dtype=np.float64)
        self.middle = float(self.rows.mean())
        self.edges = plots.draw_curve(axes, [], [], "data", linewidth=0.8, alpha=0.7)
        self.newest = plots.draw_curve(axes, [], [], "data")
        self.units = plots.draw_points(axes, [], [], "network", s=160, zorder=3)
        self._draw_ends(axes)
        self.letters = {
            letter: axes.text(0, 0, "", ha="center", va="center", fontsize=11) for letter in "wbv"
        }

    def _draw_ends(self, axes: Axes) -> None:
        """Draw input and output, with the output bias, and what each column is."""
        ends = plots.draw_points(axes, [0, 2], [self.middle] * 2, "data", s=560, color="none")
        ends.set(edgecolor=plots.GREY, linewidth=1.5)
        for x, text in ((0, "$x_s$"), (2, r"$\tilde{y}_s$")):
            axes.text(x, self.middle, text, ha="center", va="center")
        axes.text(2, self.middle - 1.15, "$+\\,c$", ha="center", va="center", fontsize=11)
        for x, name in ((0, "input"), (1, "hidden"), (2, "output")):
            axes.text(x, -1.4, _words.labels[name], ha="center", va="center", fontsize=TEXT)

    def _edges_of(self, rows: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return x and y of one line through the edges of some units."""
        y = np.full((len(rows), 4), self.middle)
        y[:, 1] = rows
        return np.tile([0.18, 1.0, 1.82, np.nan], len(rows)), y.ravel()

    def show(self, n_units: int) -> None:
        """Show the first so many units, and letters at the edges of the last of them."""
        self.edges.set_data(*self._edges_of(self.rows[: max(n_units - 1, 0)]))
        self.newest.set_data(*self._edges_of(self.rows[:n_units][-1:]))
        plots.move_points(self.units, np.ones(n_units), self.rows[:n_units])
        row = self.rows[max(n_units - 1, 0)]
        # Below its edges: the earlier ones are above.
        beside = (self.middle + row) / 2 - 0.85
        places = {"w": (0.55, beside), "b": (1.0, row - 0.62), "v": (1.45, beside)}
        for letter, text in self.letters.items():
            text.set(visible=n_units > 0, position=places[letter])
            text.set_text(f"${letter}_{{{n_units}}}$")
