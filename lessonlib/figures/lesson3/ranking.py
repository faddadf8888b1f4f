"""Live figures of lesson 3: metrics that look only at who has the higher score."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lessonlib import plots
from lessonlib.experiments.lesson3 import (
    HIGHEST,
    LOWEST,
    MOST_PAIRS,
    N_CLASSES,
    N_ROWS,
    TopN,
    duel,
    rank_classes,
    top_n_accuracies,
)
from lessonlib.figures.lesson3.thresholds import RIGHT, WRONG
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_pair_words = Words("figures/lesson3/ranking", "pairs")
_top_words = Words("figures/lesson3/ranking", "top_n")
_PALE = "#cccccc"
_TICKS = np.linspace(LOWEST, HIGHEST, 5)


def pairs(prediction: Prediction | None = None) -> LiveFigure:
    """Draw random pairs of a rainy and a dry day, and count who has the higher score.

    Parameters
    ----------
    prediction : Prediction, optional
        Percent of pairs that the reader thinks the rainy day wins. The
        count stays hidden until it is settled.
    """
    drawing = _Pairs()
    hidden = [drawing.won, drawing.lost, drawing.share, drawing.area]
    return live(
        drawing.figure,
        drawing.show,
        title=_pair_words("title"),
        labels=_pair_words.labels,
        answer=Answer(prediction, hidden),
        n_pairs=(1, MOST_PAIRS),
        noise_std=(0.0, 8.0, 0.2),
        seed=(0, 20),
    )


class _Pairs:
    """A point for each pair, above the diagonal if the rainy day wins, and the share of these."""

    def __init__(self) -> None:
        self.figure, (axes, share_axes) = plots.new_figure(2, width_ratios=(4, 5), height=3.4)
        self._draw_duels(axes)
        self._draw_share(share_axes)

    def _draw_duels(self, axes: Axes) -> None:
        limits, labels = (LOWEST, HIGHEST), _pair_words.labels
        axes.set(xlim=limits, ylim=limits, aspect="equal", xticks=_TICKS, yticks=_TICKS)
        axes.set(xlabel=_pair_words("axis_dry_score"), ylabel=_pair_words("axis_rainy_score"))
        axes.plot(limits, limits, color=plots.GREY, linewidth=1)
        self.won = plots.draw_points(axes, [], [], RIGHT, s=14, label=labels["won"])
        self.lost = plots.draw_points(axes, [], [], WRONG, s=14, label=labels["lost"])
        plots.add_legend(axes)

    def _draw_share(self, axes: Axes) -> None:
        labels = _pair_words.labels
        axes.set(xlim=(1, MOST_PAIRS), xscale="log", xlabel=_pair_words("axis_pairs"), ylim=(0, 1))
        axes.set_ylabel(_pair_words("axis_wins"), labelpad=8)
        self.share = plots.draw_curve(axes, [], [], RIGHT, label=labels["share_won"])
        self.area = plots.draw_level(axes, "truth", label=labels["area"])
        plots.add_legend(axes, ncols=2)

    def show(self, n_pairs: int = 100, noise_std: float = 0.0, seed: int = 0) -> str:
        duels = duel(n_pairs, noise_std, seed)
        rainy, dry = duels.rainy, duels.dry
        plots.move_points(self.won, dry[rainy > dry], rainy[rainy > dry])
        plots.move_points(self.lost, dry[rainy < dry], rainy[rainy < dry])
        self.share.set_data(np.arange(1, n_pairs + 1), duels.shares)
        self.area.set_ydata([duels.area, duels.area])
        share = {"wins": f"{duels.n_wins:g}", "share": duels.percent}
        return _pair_words("sentence", n_pairs=n_pairs, **share, area=duels.area)


def top_n() -> LiveFigure:
    """Draw rows of a ten-class score table with the n highest scores, and top-n accuracy."""
    figure, (axes, accuracy_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.6)
    table, marker = _Table(axes), _draw_accuracies(accuracy_axes)

    def show(n_highest: int = 1, seed: int = 0) -> str:
        ranked = rank_classes(n_highest, seed)
        table.move(ranked, n_highest)
        marker.set_xdata([n_highest, n_highest])
        return _say_top_n(ranked, n_highest)

    return live(
        figure,
        show,
        title=_top_words("title"),
        labels=_top_words.labels,
        n_highest=(1, N_CLASSES),
        seed=(0, 20),
    )


def _say_top_n(ranked: TopN, n: int) -> str:
    return _top_words(
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
    steps, labels = np.arange(1, N_CLASSES + 1), _top_words.labels
    axes.set(xlim=(0.5, N_CLASSES + 0.5), ylim=(0, 1.03), xticks=steps)
    axes.set(xlabel=_top_words("axis_n"), ylabel=_top_words("axis_top_n"))
    model = {"marker": "o", "label": labels["model"]}
    plots.draw_curve(axes, steps, top_n_accuracies(), RIGHT, **model)
    plots.draw_curve(axes, steps, steps / N_CLASSES, "truth", label=labels["chance"])
    marker = plots.draw_marker(axes, "network")
    plots.add_legend(axes, ncols=2)
    return marker


class _Table:
    """Rows of the table: larger discs for higher scores, a ring around the true class."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-3.6, N_CLASSES + 1.2), ylim=(N_ROWS - 0.3, -0.7))
        axes.set(xticks=range(1, N_CLASSES + 1), yticks=[], xlabel=_top_words("axis_class"))
        axes.spines["left"].set_visible(False)
        # One artist a rank: a move of N changes the colour of those between.
        self.ranks = [
            plots.draw_points(axes, [], [], RIGHT, s=12 * (N_CLASSES - rank))
            for rank in range(N_CLASSES)
        ]
        self.ranks[0].set_label(_top_words.labels["chosen"])
        self.truth = axes.scatter([], [], s=190, facecolors="none", edgecolors=plots.INK)
        self.truth.set_label(_top_words.labels["truth"])
        plots.add_legend(axes, [self.ranks[0], self.truth], ncols=2)
        self.days = [axes.text(-3.6, i, "", va="center", fontsize=8) for i in range(N_ROWS)]
        self.marks = [
            axes.text(N_CLASSES + 0.9, i, "", va="center", ha="center") for i in range(N_ROWS)
        ]

    def move(self, ranked: TopN, n: int) -> None:
        """Show these days, the n highest scores of each, and whether they have its class."""
        rows, days = np.arange(N_ROWS), ranked.days
        for rank, discs in enumerate(self.ranks):
            plots.move_points(discs, ranked.order[:, rank] + 1, rows)
            discs.set_color(plots.ROLES[RIGHT]["color"] if rank < n else _PALE)
        plots.move_points(self.truth, days.y + 1, rows)
        for i in rows:
            self.marks[i].set_text("✓" if ranked.hits[i] else "✗")
            temperatures = f"{days.temp_max[i]:.0f} / {days.temp_min[i]:.0f} °C"
            self.days[i].set_text(f"{days.date[i]}  {temperatures}")
