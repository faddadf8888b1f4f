"""Live figure of lesson 3: a threshold on a score, and what it makes of real days."""

from functools import cache, lru_cache
from typing import Any

import numpy as np
from matplotlib.patches import Rectangle

from lessonlib import plots
from lessonlib.datasets import load_seattle_weather
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.metrics import (
    confusion_matrix,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("thresholds")
SEASONS = {"all_year": range(1, 13), "winter": (12, 1, 2), "summer": (6, 7, 8)}
LOWEST, HIGHEST = -20.0, 0.0
RIGHT, WRONG = "train", "validation"
load_weather = cache(load_seattle_weather)


@lru_cache(maxsize=64)
def rain_scores(noise_std: float = 0.0, season: str = "all_year") -> tuple[Any, Any]:
    """Score Seattle's days: the smaller the day's range of temperature, the more like rain.

    Parameters
    ----------
    noise_std : float
        Standard deviation of the error, in °C, of the thermometer that we pretend to use.
    season : str
        A key of ``SEASONS``.

    Returns
    -------
    y : ndarray of int of shape (n_days,)
        1 if it rained.
    score : ndarray of shape (n_days,)
        In °C, from ``LOWEST`` to ``HIGHEST``.
    """
    weather = load_weather()
    month = weather.date.astype("datetime64[M]").astype(int) % 12 + 1
    part = np.isin(month, SEASONS[season])
    spread = np.round(weather.temp_max - weather.temp_min, 1)
    noise = noise_std * np.random.default_rng(0).standard_normal(len(spread))
    score = np.clip(noise - spread, LOWEST, HIGHEST)
    return (weather.precipitation[part] > 0).astype(int), score[part]


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

    @live(
        figure,
        title=_words("rain_title"),
        handles=[Handle(histogram.handle, x="threshold")],
        threshold=(LOWEST, HIGHEST, 0.2),
        noise_std=(0.0, 8.0, 0.2),
        season=[(_words(name), name) for name in SEASONS],
    )
    def update(threshold: float = -8.0, noise_std: float = 0.0, season: str = "all_year") -> str:
        y, score = rain_scores(noise_std, season)
        y_class = (score >= threshold - 1e-9).astype(int)
        hidden = hidden_words(prediction)
        counts = confusion_matrix(y, y_class)
        precision, recall = precision_score(y, y_class), recall_score(y, y_class)
        histogram.move(y, score, threshold)
        matrix.move(counts, {"precision": precision, "recall": recall}, show=hidden is None)
        curve.set_data(*roc_curve(y, score)[:2])
        plots.move_points(point, [counts[0, 1] / counts[0].sum()], [recall])
        return hidden or _words(
            "rain",
            threshold=threshold,
            true_positives=counts[1, 1],
            false_negatives=counts[1, 0],
            false_positives=counts[0, 1],
            precision=precision,
            recall=recall,
            area=roc_auc_score(y, score),
            nobody="" if y_class.any() else _words("nobody"),
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update


def _draw_roc(axes: Any) -> tuple[Any, Any]:
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), aspect="equal")
    axes.set(xlabel=_words("axis_false_positive"), ylabel=_words("axis_true_positive"))
    axes.plot([0, 1], [0, 1], color=plots.GREY, linewidth=1)
    return plots.draw_curve(axes, [], [], "network"), plots.draw_points(axes, [], [], "test", s=60)


class _Histogram:
    """Rainy days upwards, dry days downwards, and the threshold between them."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=(LOWEST, HIGHEST), ylim=(-16, 16))
        axes.set(xlabel=_words("axis_score"), ylabel=_words("axis_share"))
        self.edges = np.arange(LOWEST, HIGHEST + 1)
        nothing = np.zeros(len(self.edges) - 1)
        self.bars = {
            kind: axes.stairs(nothing, self.edges, fill=True, color=color, alpha=0.7)
            for kind, color in ((1, plots.BLUE), (0, plots.ORANGE))
        }
        axes.axhline(0, color=plots.INK, linewidth=0.8)
        self.line = plots.draw_marker(axes, "test")
        self.handle = plots.draw_points(axes, [], [], "test", s=90, zorder=3)
        for kind, height in ((1, 14), (0, -14)):
            name = _words("rainy_days" if kind else "dry_days")
            axes.text(LOWEST + 0.5, height, name, va="center", fontsize=9)
        axes.set_yticks([-10, 0, 10], ["10", "0", "10"])

    def move(self, y: Any, score: Any, threshold: float) -> None:
        for kind, bars in self.bars.items():
            counts, _ = np.histogram(score[y == kind], self.edges)
            bars.set_data(counts * (100 if kind else -100) / len(y))
        self.line.set_xdata([threshold, threshold])
        plots.move_points(self.handle, [threshold], [0])


class _Matrix:
    """The confusion matrix: in each cell the number of days, and a square as large."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=(-0.75, 2.85), ylim=(2.8, -0.4), aspect="equal")
        axes.axis("off")
        self.squares, self.texts = {}, {}
        for row, column in np.ndindex(2, 2):
            outline = Rectangle((column, row), 1, 1, fill=False, edgecolor=plots.GREY)
            axes.add_patch(outline)
            color = plots.ROLES[RIGHT if row == column else WRONG]["color"]
            square = axes.add_patch(Rectangle((0, 0), 0, 0, facecolor=color, alpha=0.6))
            self.squares[row, column] = square
            self.texts[row, column] = self._write(axes, column + 0.5, row + 0.5, "")
        for i, name in enumerate(("dry", "rain")):
            self._write(axes, i + 0.5, -0.2, _words(f"says_{name}"), fontsize=9)
            self._write(axes, -0.42, i + 0.5, _words(f"truth_{name}"), fontsize=9)
        self.scores = {
            "precision": self._write(axes, 1.5, 2.4, ""),
            "recall": self._write(axes, 2.45, 1.5, ""),
        }

    @staticmethod
    def _write(axes: Any, x: float, y: float, text: str, **style: Any) -> Any:
        return axes.text(x, y, text, ha="center", va="center", **style)

    def move(self, counts: Any, scores: dict[str, float], *, show: bool) -> None:
        for (row, column), square in self.squares.items():
            side = (counts[row, column] / counts.sum()) ** 0.5
            square.set_bounds(column + (1 - side) / 2, row + (1 - side) / 2, side, side)
            self.texts[row, column].set_text(str(counts[row, column]))
        for name, text in self.scores.items():
            text.set_text(_words(name if show else f"unknown_{name}", **{name: scores[name]}))
