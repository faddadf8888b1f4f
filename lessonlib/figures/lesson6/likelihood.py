"""Live figure of lesson 6: from the probability of each label to the loss of all."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import COLORS
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson6/likelihood", "surprise")
_ROLES = dict(zip(experiments.JUDGES, ("network", "data"), strict=True))
_P = np.linspace(0.005, 1, 200)


def surprise() -> LiveFigure:
    """Multiply the probabilities of the labels, and add up their surprises."""
    drawing = _SurpriseDrawing()
    n_train = len(experiments.train_set().y)

    def show(n_penguins: int = 60) -> str:
        drawing.show(n_penguins)
        return _say(n_penguins)

    return live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        n_penguins=(1, n_train),
    )


class _SurpriseDrawing:
    """The artists of :func:`surprise`."""

    def __init__(self) -> None:
        self.figure, (axes, sum_axes) = plots.new_figure(2, height=3.1)
        axes.set(xlim=(0, 1.02), ylim=(-0.15, 5))
        axes.set(xlabel=_words("axis_probability"), ylabel=_words("axis_surprise"))
        plots.draw_curve(axes, _P, -np.log(_P), "truth", linestyle="-", linewidth=1.2)
        axes.text(0.06, 3.1, _words("curve"), fontsize=11)
        self.dots = [
            plots.draw_points(axes, [], [], "data", s=30, color=color, label=name, zorder=3)
            for name, color in zip(experiments.SPECIES, COLORS, strict=True)
        ]
        ring = {"facecolors": "none", "edgecolors": plots.INK, "linewidths": 1.2, "zorder": 4}
        self.last = axes.scatter([], [], s=90, label=_words.labels["last"], **ring)
        plots.add_legend(axes, [*self.dots, self.last])
        self._draw_sums(sum_axes)

    def _draw_sums(self, axes: Any) -> None:
        most = experiments.judge_labels("coin").sums[-1]
        axes.set(xlim=(0, len(experiments.train_set().y)), ylim=(0, 1.1 * most))
        axes.set(xlabel=_words("axis_penguins"), ylabel=_words("axis_sum"))
        self.sums = {
            judge: plots.draw_curve(axes, [], [], role, label=_words.labels[judge])
            for judge, role in _ROLES.items()
        }
        self.product = axes.text(4, 1.0 * most, "", fontsize=10, va="top")
        plots.add_legend(axes, list(self.sums.values()))

    def show(self, n: int) -> None:
        line, y = experiments.judge_labels("line"), experiments.train_set().y[:n]
        places = line.probability[:n], line.surprise[:n]
        for label, dots in enumerate(self.dots):
            plots.move_points(dots, *(one[y == label] for one in places))
        plots.move_points(self.last, *(one[-1:] for one in places))
        for judge, curve in self.sums.items():
            curve.set_data(np.arange(n + 1), experiments.judge_labels(judge).sums[: n + 1])
        self.product.set_text(_words("product", product=line.products[n], sum=line.sums[n]))


def _say(n: int) -> str:
    line, coin = (experiments.judge_labels(judge) for judge in experiments.JUDGES)
    return _words(
        "sentence",
        n=n,
        product=line.products[n],
        coin_product=coin.products[n],
        sum=line.sums[n],
        coin_sum=coin.sums[n],
        mean=line.sums[n] / n,
        coin_mean=coin.sums[n] / n,
    )
