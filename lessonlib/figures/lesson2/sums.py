"""Live figures of lesson 2: a sum of sigmoids, and how it is built up."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments import lesson2 as experiments
from lessonlib.experiments.lesson2 import BUILT_WIDTH, GRID, BuildUp
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_question_words = Words("figures/lesson2/sums", "question")
_build_words = Words("figures/lesson2/sums", "build_up")


def question() -> LiveFigure:
    """Draw the question of the lesson: S-shaped curves, and their sum."""
    network = experiments.build_up()
    figure, (axes, sum_axes) = plots.new_figure(2, height=3.0)
    for one in network.parts.T:
        plots.draw_curve(axes, GRID, one, "network", linewidth=1.2)
    plots.draw_curve(sum_axes, GRID, network.sums[-1], "network", linewidth=2.5)
    axes.set_title(_question_words("parts", hidden_width=BUILT_WIDTH), fontsize=10)
    sum_axes.set_title(_question_words("sum"), fontsize=10)
    for part in (axes, sum_axes):
        part.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")

    def show() -> str:
        return _question_words("sentence", hidden_width=BUILT_WIDTH)

    return live(figure, show, title=_question_words("title"))


def build_up() -> LiveFigure:
    """Build the network one sigmoid at a time: its diagram, and the sum so far."""
    drawing = _BuildUp(experiments.build_up())
    return live(
        drawing.figure,
        drawing.show,
        title=_build_words("title"),
        labels=_build_words.labels,
        n_units=(0, BUILT_WIDTH),
    )


class _BuildUp:
    """The diagram of a network up to one of its units, and the sum up to there."""

    def __init__(self, network: BuildUp) -> None:
        self.network, labels = network, _build_words.labels
        self.figure, (diagram, axes) = plots.new_figure(2, height=3.4, width_ratios=(2, 3))
        self.diagram = _Diagram(diagram)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
        plots.draw_curve(axes, GRID, network.truth, "truth", label=labels["truth"])
        self.newest = plots.draw_curve(axes, GRID, 0 * GRID, "data", label=labels["newest"])
        self.total = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=labels["sum_so_far"])
        plots.add_legend(axes)

    def show(self, n_units: int = 1) -> str:
        self.diagram.show(n_units)
        self.total.set_ydata(self.network.sums[n_units])
        self.newest.set_ydata(self.network.parts[:, n_units - 1])
        self.newest.set_visible(n_units > 0)
        return _say_sum(self.network, n_units)


def _say_sum(network: BuildUp, n_units: int) -> str:
    error = network.errors[n_units]
    if n_units == 0:
        return _build_words("none", c=network.output_bias, error=error)
    place, v = network.places[n_units - 1], network.heights[n_units - 1]
    size = {"n_units": n_units, "width": BUILT_WIDTH}
    return _build_words("sentence", **size, place=place, v=v, error=error)


class _Diagram:
    """Input, hidden units and output, with the edges of the units in use."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-0.35, 2.35), ylim=(-0.8, BUILT_WIDTH - 0.2))
        axes.set_axis_off()
        self.rows = BUILT_WIDTH - 1.0 - np.arange(BUILT_WIDTH)
        self.middle = float(self.rows.mean())
        self.edges = plots.draw_curve(axes, [], [], "data", linewidth=1.2)
        self.units = plots.draw_points(axes, [], [], "network", s=200, zorder=3)
        ends = plots.draw_points(axes, [0, 2], [self.middle] * 2, "data", s=560, color="none")
        ends.set(edgecolor=plots.GREY, linewidth=1.5)
        for x, text in ((0, "$x_s$"), (2, r"$\tilde{y}_s$")):
            axes.text(x, self.middle, text, ha="center", va="center")
        for x, name in ((0, "input"), (1, "hidden"), (2, "output")):
            label = _build_words.labels[name]
            axes.text(x, -0.9, label, ha="center", va="center", fontsize=9)

    def show(self, n_units: int) -> None:
        """Show the first so many units."""
        x = np.tile([0.18, 1.0, 1.82, np.nan], n_units)
        y = np.full((n_units, 4), self.middle)
        y[:, 1] = self.rows[:n_units]
        self.edges.set_data(x, y.ravel())
        plots.move_points(self.units, np.ones(n_units), self.rows[:n_units])
