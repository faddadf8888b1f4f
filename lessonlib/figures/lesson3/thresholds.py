"""Live figure of lesson 3: a threshold on a score, and what it makes of real days."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from lessonlib import plots
from lessonlib.experiments.lesson3 import (
    HIGHEST,
    LOWEST,
    SCORE_EDGES,
    SEASONS,
    RainCalls,
    call_rain,
)
from lessonlib.live import Answer, Handle, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson3/thresholds", "rain")
RIGHT, WRONG = "train", "validation"


def rain(prediction: Prediction | None = None) -> LiveFigure:
    """Move a threshold; the confusion matrix and the point on the ROC curve follow.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of precision and recall. Their values stay
        hidden until it is settled.
    """
    figure, axes = plots.new_figure(3, width_ratios=(5, 6, 5), height=3.3)
    histogram, matrix = _Histogram(axes[0]), _Matrix(axes[1])
    curve, point = _draw_roc(axes[2])

    def show(threshold: float = -8.0, noise_std: float = 0.0, season: str = "all_year") -> str:
        calls = call_rain(threshold, noise_std, season)
        histogram.move(calls, threshold)
        matrix.move(calls, is_known=prediction is None or prediction.is_settled)
        curve.set_data(calls.roc.false_positive_rate, calls.roc.true_positive_rate)
        plots.move_points(point, [calls.false_positive_rate], [calls.recall])
        return _say(calls, threshold)

    return live(
        figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        # In the picture, precision and recall are kept back by question marks in their place.
        answer=Answer(prediction, []),
        handles=[Handle(histogram.handle, x="threshold")],
        threshold=(LOWEST, HIGHEST, 0.2),
        noise_std=(0.0, 8.0, 0.2),
        season=[(_words(f"in_{name}"), name) for name in SEASONS],
    )


def _say(calls: RainCalls, threshold: float) -> str:
    (_, false_positives), (false_negatives, true_positives) = calls.counts
    return _words(
        "sentence",
        threshold=threshold,
        true_positives=true_positives,
        false_negatives=false_negatives,
        false_positives=false_positives,
        precision=calls.precision,
        recall=calls.recall,
        area=calls.area,
        nobody="" if calls.calls_any else _words("nobody"),
    )


def _draw_roc(axes: Axes) -> tuple[Line2D, PathCollection]:
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), aspect="equal")
    axes.set(xlabel=_words("axis_false_positive"), ylabel=_words("axis_true_positive"))
    axes.plot([0, 1], [0, 1], color=plots.GREY, linewidth=1)
    return plots.draw_curve(axes, [], [], "network"), plots.draw_points(axes, [], [], "test", s=60)


class _Histogram:
    """Rainy days upwards, dry days downwards, and the threshold between them."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(LOWEST, HIGHEST), ylim=(-16, 16))
        axes.set(xlabel=_words("axis_score"), ylabel=_words("axis_share"))
        nothing = np.zeros(len(SCORE_EDGES) - 1)
        self.bars = {
            kind: axes.stairs(nothing, SCORE_EDGES, fill=True, color=color, alpha=0.7)
            for kind, color in ((1, plots.BLUE), (0, plots.ORANGE))
        }
        axes.axhline(0, color=plots.INK, linewidth=0.8)
        self.line = plots.draw_marker(axes, "test")
        self.handle = plots.draw_points(axes, [], [], "test", s=90, zorder=3)
        for kind, height in ((1, 14), (0, -14)):
            name = _words("rainy_days" if kind else "dry_days")
            axes.text(LOWEST + 0.5, height, name, va="center", fontsize=9)
        axes.set_yticks([-10, 0, 10], ["10", "0", "10"])

    def move(self, calls: RainCalls, threshold: float) -> None:
        for kind, bars in self.bars.items():
            bars.set_data(calls.shares[kind] if kind else -calls.shares[kind])
        self.line.set_xdata([threshold, threshold])
        plots.move_points(self.handle, [threshold], [0])


class _Matrix:
    """The confusion matrix: in each cell the number of days, and a square as large."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-0.75, 2.85), ylim=(2.8, -0.4), aspect="equal")
        axes.axis("off")
        self.squares, self.texts = {}, {}
        for row, column in np.ndindex(2, 2):
            outline = Rectangle((column, row), 1, 1, fill=False, edgecolor=plots.GREY)
            axes.add_patch(outline)
            color = plots.ROLES[RIGHT if row == column else WRONG]["color"]
            self.squares[row, column] = Rectangle((0, 0), 0, 0, facecolor=color, alpha=0.6)
            axes.add_patch(self.squares[row, column])
            self.texts[row, column] = self._write(axes, column + 0.5, row + 0.5, "")
        for i, name in enumerate(("dry", "rain")):
            self._write(axes, i + 0.5, -0.2, _words(f"says_{name}"), fontsize=9)
            self._write(axes, -0.42, i + 0.5, _words(f"truth_{name}"), fontsize=9)
        self.scores = {
            "precision": self._write(axes, 1.5, 2.4, ""),
            "recall": self._write(axes, 2.45, 1.5, ""),
        }

    @staticmethod
    def _write(axes: Axes, x: float, y: float, text: str, **style: Any) -> Text:
        return axes.text(x, y, text, ha="center", va="center", **style)

    def move(self, calls: RainCalls, *, is_known: bool) -> None:
        counts = calls.counts
        for (row, column), square in self.squares.items():
            side = (counts[row, column] / counts.sum()) ** 0.5
            square.set_bounds(column + (1 - side) / 2, row + (1 - side) / 2, side, side)
            self.texts[row, column].set_text(str(counts[row, column]))
        values = {"precision": calls.precision, "recall": calls.recall}
        for name, text in self.scores.items():
            text.set_text(_words(f"known_{name}" if is_known else f"unknown_{name}", **values))
