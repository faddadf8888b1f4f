"""Live figure of lesson 1: Seattle by the day of the year, split by days or by whole years."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments.lesson1 import CHOICES, DAYS, SeattleSplits, split_seattle
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson1/weather", "seattle")
_labels = _words.labels
_KINDS = ("days", "years")
_TAKEN_OUT = ("nothing", "levels", "spells")
_ERRORS = (8.0, 20.0)


def seattle(prediction: Prediction | None = None) -> LiveFigure:
    """Fit Seattle's temperatures by the day of the year under twelve splits of two kinds.

    Parameters
    ----------
    prediction : Prediction, optional
        Which kind the reader expects to promise the smaller test error. Whole
        years stay hidden until it is settled.
    """
    drawing = _Seattle()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("split_by", "taken_out"),
        answer=Answer(prediction, [*drawing.errors["years"], drawing.here]),
        split_by=[(_words("by_days"), "days"), (_words("by_years"), "years")],
        choice=(1, len(CHOICES)),
        taken_out=[(_words(f"without_{what}"), what) for what in _TAKEN_OUT],
    )


class _Seattle:
    """The temperatures with one curve, and the test errors of all splits."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.6)
        axes.set(xlim=(0, 366), ylim=(-8, 40))
        axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
        self.points = draw_subsets(axes, size=5, labels=_labels)
        network = _labels["network"]
        self.curve = plots.draw_curve(axes, DAYS, 0 * DAYS, "network", label=network)
        plots.add_legend(axes, markerscale=2, fontsize=10, columnspacing=0.8)
        error_axes.set(xlim=(-0.6, 1.6), ylim=_ERRORS, ylabel=_words("axis_error"))
        error_axes.set_xticks(range(2), [_words(f"by_{kind}") for kind in _KINDS])
        self.errors = {kind: _draw_strip(error_axes) for kind in _KINDS}
        self.here = plots.draw_points(error_axes, [], [], "network", s=60, zorder=3)

    def show(self, split_by: str = "days", choice: int = 1, taken_out: str = "nothing") -> str:
        here = choice - 1
        splits = {kind: split_seattle(kind, taken_out) for kind in _KINDS}
        one = splits[split_by]
        move_subsets(self.points, one.points[here])
        self.curve.set_ydata(one.curves[here])
        for place, kind in enumerate(_KINDS):
            _move_strip(self.errors[kind], place, splits[kind])
        plots.move_points(self.here, [_KINDS.index(split_by)], [one.errors["test"][here]])
        return _say(splits, split_by, here, taken_out)


def _draw_strip(axes: Axes) -> list[Any]:
    """Draw a dot for each split, their mean as a stroke, and its number."""
    dots = plots.draw_points(axes, [], [], "test", s=14, alpha=0.6)
    stroke = plots.draw_curve(axes, [], [], "test", linestyle="-", linewidth=3)
    return [dots, stroke, axes.text(0, 0, "", va="center", fontsize=10)]


def _move_strip(strip: list[Any], place: int, splits: SeattleSplits) -> None:
    dots, stroke, number = strip
    errors, mean = splits.errors["test"], splits.mean_test
    plots.move_points(dots, np.full(len(errors), place), errors)
    stroke.set_data([place - 0.18, place + 0.18], [mean, mean])
    number.set(position=(place + 0.24, mean), text=f"{mean:.1f}")


def _say(splits: dict[str, SeattleSplits], split_by: str, here: int, taken_out: str) -> str:
    one, (test, validation) = splits[split_by], CHOICES[here]
    return _words(
        "sentence",
        split=_words(f"one_of_{split_by}", test=test, validation=validation, number=here + 1),
        hidden_width=one.widths[here],
        error=one.errors["test"][here],
        n_splits=len(CHOICES),
        days=splits["days"].mean_test,
        years=splits["years"].mean_test,
        taken_out=_words(f"without_{taken_out}"),
    )
