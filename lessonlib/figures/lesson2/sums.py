"""Live figures of lesson 2: a sum of sigmoids, and how it is built up."""

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments import lesson2 as experiments
from lessonlib.experiments.lesson2 import BUILT_WIDTH, GRID
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words, _labels = Words("sums"), Words("labels")


def question() -> LiveFigure:
    """Draw the question of the lesson: S-shaped curves, and their sum."""
    network = experiments.build_up()
    figure, (axes, sum_axes) = plots.new_figure(2, height=3.0)
    for one in network.parts.T:
        plots.draw_curve(axes, GRID, one, "network", linewidth=1.2)
    plots.draw_curve(sum_axes, GRID, network.sums[-1], "network", linewidth=2.5)
    axes.set_title(_words("question_parts", hidden_width=BUILT_WIDTH), fontsize=10)
    sum_axes.set_title(_words("question_sum"), fontsize=10)
    for part in (axes, sum_axes):
        part.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")

    @live(figure, title=_words("question_title"))
    def update() -> str:
        return _words("question", hidden_width=BUILT_WIDTH)

    return update


def build_up() -> LiveFigure:
    """Build the network one sigmoid at a time: its diagram, and the sum so far."""
    network = experiments.build_up()
    figure, (diagram, axes) = plots.new_figure(2, height=3.4, width_ratios=(2, 3))
    draw_network = _draw_diagram(diagram)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
    plots.draw_curve(axes, GRID, network.truth, "truth", label=_labels("truth"))
    newest = plots.draw_curve(axes, GRID, 0 * GRID, "data", label=_words("newest"))
    total = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_words("sum_so_far"))
    plots.add_legend(axes)

    @live(figure, title=_words("build_up_title"), n_units=(0, BUILT_WIDTH))
    def update(n_units: int = 1) -> str:
        draw_network(n_units)
        total.set_ydata(network.sums[n_units])
        newest.set_ydata(network.parts[:, n_units - 1])
        newest.set_visible(n_units > 0)
        error = network.errors[n_units]
        if n_units == 0:
            return _words("build_up_none", c=network.output_bias, error=error)
        place, v = network.places[n_units - 1], network.heights[n_units - 1]
        return _words("build_up", n_units=n_units, width=BUILT_WIDTH, place=place, v=v, error=error)

    return update


def _draw_diagram(axes: Axes) -> Callable[[int], None]:
    """Draw input, hidden units and output; return what shows the first so many units."""
    axes.set(xlim=(-0.35, 2.35), ylim=(-0.8, BUILT_WIDTH - 0.2))
    axes.set_axis_off()
    rows = BUILT_WIDTH - 1.0 - np.arange(BUILT_WIDTH)
    middle = float(rows.mean())
    edges = plots.draw_curve(axes, [], [], "data", linewidth=1.2)
    units = plots.draw_points(axes, [], [], "network", s=200, zorder=3)
    ends = plots.draw_points(axes, [0, 2], [middle, middle], "data", s=560, color="none")
    ends.set(edgecolor=plots.GREY, linewidth=1.5)
    for x, text in ((0, "$x_s$"), (2, r"$\tilde{y}_s$")):
        axes.text(x, middle, text, ha="center", va="center")
    for x, key in ((0, "input"), (1, "hidden"), (2, "output")):
        axes.text(x, -0.9, _words(key), ha="center", va="center", fontsize=9)

    def show(n_units: int) -> None:
        x = np.tile([0.18, 1.0, 1.82, np.nan], n_units)
        y = np.full((n_units, 4), middle)
        y[:, 1] = rows[:n_units]
        edges.set_data(x, y.ravel())
        plots.move_points(units, np.ones(n_units), rows[:n_units])

    return show
