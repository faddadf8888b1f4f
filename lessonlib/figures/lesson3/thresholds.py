"""Live figure of lesson 3: a threshold on a score, and what it makes of real days."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lessonlib import plots
from lessonlib.experiments.lesson3 import (
    HIGHEST,
    LOWEST,
    MOST_NOISE,
    SEASONS,
    STEP,
    THRESHOLDS,
    RainCalls,
    call_rain,
)
from lessonlib.figures.lesson3.four_kinds import Histogram, Matrix
from lessonlib.live import Answer, Handle, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson3/thresholds", "rain")
_labels = _words.labels
# Neither blue nor orange: those say what the weather was.
_LOOKS: dict[str, dict[str, Any]] = {
    "precision": {"role": "truth", "linestyle": "--"},
    "recall": {"role": "network"},
    "accuracy": {"role": "data", "linewidth": 1.5},
}


def rain(prediction: Prediction | None = None) -> LiveFigure:
    """Move a threshold; histogram, confusion matrix, precision, recall and ROC point follow.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of precision and recall. They and the ROC
        curve stay hidden until it is settled.
    """
    drawing = _Rain()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, drawing.hidden),
        handles=[Handle(drawing.histogram.handle, x="threshold")],
        threshold=(LOWEST, HIGHEST, STEP),
        noise_std=(0.0, MOST_NOISE, 0.2),
        season=[(_words(f"in_{name}"), name) for name in SEASONS],
    )


class _Rain:
    """The artists of :func:`rain`: days above, what is said of them below."""

    def __init__(self) -> None:
        self.figure, (left, right) = plots.new_figure(2, width=7.0, height=4.7, width_ratios=(4, 3))
        top, self.axes = _two_rows(self.figure, left)
        matrix_axes, roc_axes = _two_rows(self.figure, right)
        self.histogram, self.matrix = Histogram(top), Matrix(matrix_axes)
        self._draw_curves(self.axes)
        self._draw_roc(roc_axes)
        scores = self.matrix.scores.values()
        self.hidden = [*self.curves.values(), *self.dots.values(), self.roc, self.point, *scores]

    def _draw_curves(self, axes: Axes) -> None:
        axes.set(xlim=(LOWEST, HIGHEST), ylim=(-0.02, 1.04), xlabel=_words("axis_threshold"))
        self.curves, self.dots = {}, {}
        for name, look in _LOOKS.items():
            flat = 0 * THRESHOLDS
            self.curves[name] = plots.draw_curve(
                axes, THRESHOLDS, flat, label=_labels[name], **look
            )
            self.dots[name] = plots.draw_points(axes, [], [], look["role"], s=36, zorder=3)
        self.line = plots.draw_marker(axes, "test", linestyle="-")
        plots.add_legend(axes, list(self.curves.values()))

    def _draw_roc(self, axes: Axes) -> None:
        axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.04), aspect="equal")
        axes.set(xlabel=_words("axis_false_positive"), ylabel=_words("axis_true_positive"))
        axes.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
        axes.plot([0, 1], [0, 1], color=plots.GREY, linewidth=1)
        self.roc = plots.draw_curve(axes, [], [], "network")
        self.point = plots.draw_points(axes, [], [], "test", s=60, zorder=3)

    def show(
        self, threshold: float = -8.0, noise_std: float = 0.0, season: str = "all_year"
    ) -> str:
        calls = call_rain(threshold, noise_std, season)
        self.histogram.move(calls, threshold)
        self.matrix.move(calls)
        self.line.set_xdata([threshold, threshold])
        for name, curve in self.curves.items():
            curve.set_ydata(getattr(calls.along, name))
            plots.move_points(self.dots[name], [threshold], [getattr(calls, name)])
        self.roc.set_data(calls.roc.false_positive_rate, calls.roc.true_positive_rate)
        plots.move_points(self.point, [calls.false_positive_rate], [calls.recall])
        return _say(calls, threshold)


def _two_rows(figure: Figure, one: Any) -> list[Axes]:
    """Put two axes, one above the other, in the place of one."""
    rows = one.get_subplotspec().subgridspec(2, 1)
    one.remove()
    both = [figure.add_subplot(row) for row in rows]
    for axes in both:
        axes.spines[["top", "right"]].set_visible(False)
    return both


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
        accuracy=calls.accuracy,
        always_dry=calls.always_dry,
        nobody="" if calls.calls_any else _words("nobody"),
    )
