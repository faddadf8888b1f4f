"""Live figure of lesson 3: the N highest scores of ten classes."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lessonlib import plots
from lessonlib.experiments.lesson3 import (
    N_CLASSES,
    N_ROWS,
    TopN,
    rank_classes,
    top_n_accuracies,
)
from lessonlib.figures.lesson3.band import WIDTH
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson3/ranking", "top_n")
_labels = _words.labels
_SCORES, _PALE = "train", "#cccccc"
_LEFT = -5.2  # where the days are written, in classes


def top_n() -> LiveFigure:
    """Draw rows of a ten-class score table with the n highest scores, and top-n accuracy."""
    figure, (axes, accuracy_axes) = plots.new_figure(
        2, width=WIDTH, width_ratios=(5, 3), height=3.6
    )
    table, marker = _Table(axes), _draw_accuracies(accuracy_axes)

    def show(n_highest: int = 1, seed: int = 0) -> str:
        ranked = rank_classes(n_highest, seed)
        table.move(ranked, n_highest)
        marker.set_xdata([n_highest, n_highest])
        return _say(ranked, n_highest)

    return live(
        figure,
        show,
        title=_words("title"),
        labels=_labels,
        n_highest=(1, N_CLASSES),
        seed=(0, 20),
    )


def _say(ranked: TopN, n: int) -> str:
    return _words(
        "sentence",
        n=n,
        n_hits=ranked.n_hits,
        n_rows=N_ROWS,
        accuracy=ranked.percent,
        n_days=ranked.n_days,
        chance=ranked.chance,
    )


def _draw_accuracies(axes: Axes) -> Line2D:
    """Draw top-n accuracy against n, beside guessing; return the marker of n."""
    steps = np.arange(1, N_CLASSES + 1)
    axes.set(xlim=(0.5, N_CLASSES + 0.5), ylim=(0, 1.03), xticks=steps[::3])
    axes.set(xlabel=_words("axis_n"), ylabel=_words("axis_top_n"))
    model = {"marker": "o", "label": _labels["model"]}
    plots.draw_curve(axes, steps, top_n_accuracies(), _SCORES, **model)
    plots.draw_curve(axes, steps, steps / N_CLASSES, "truth", label=_labels["chance"])
    marker = plots.draw_marker(axes, "network")
    plots.add_legend(axes, ncols=2, handlelength=1.4, columnspacing=0.8)
    return marker


class _Table:
    """Rows of the table: larger discs for higher scores, a ring around the true class."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(_LEFT, N_CLASSES + 1.2), ylim=(N_ROWS - 0.3, -0.7))
        axes.set(xticks=range(1, N_CLASSES + 1), yticks=[], xlabel=_words("axis_class"))
        axes.spines["left"].set_visible(False)
        # One artist a rank: a move of N changes the colour of those between.
        self.ranks = [
            plots.draw_points(axes, [], [], _SCORES, s=12 * (N_CLASSES - rank))
            for rank in range(N_CLASSES)
        ]
        self.ranks[0].set_label(_labels["chosen"])
        self.truth = axes.scatter([], [], s=190, facecolors="none", edgecolors=plots.INK)
        self.truth.set_label(_labels["truth"])
        plots.add_legend(axes, [self.ranks[0], self.truth], ncols=2)
        self.days = [axes.text(_LEFT, i, "", va="center", fontsize=9) for i in range(N_ROWS)]
        self.marks = [
            axes.text(N_CLASSES + 0.9, i, "", va="center", ha="center") for i in range(N_ROWS)
        ]

    def move(self, ranked: TopN, n: int) -> None:
        """Show these days, the n highest scores of each, and whether they have its class."""
        rows, days = np.arange(N_ROWS), ranked.days
        for rank, discs in enumerate(self.ranks):
            plots.move_points(discs, ranked.order[:, rank] + 1, rows)
            discs.set_color(plots.ROLES[_SCORES]["color"] if rank < n else _PALE)
        plots.move_points(self.truth, days.y + 1, rows)
        for i in rows:
            self.marks[i].set_text("✓" if ranked.hits[i] else "✗")
            date = f"{days.date[i]}"[5:]  # all are of 2015
            self.days[i].set_text(f"{date}  {days.temp_max[i]:.0f} / {days.temp_min[i]:.0f} °C")
