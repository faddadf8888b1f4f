"""Live figure of lesson 1: Seattle by the date, with test days among the train days or apart."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments.lesson1 import (
    DATE_DRAWS,
    DATE_WIDTHS,
    DATE_YEARS,
    N_DATES,
    DateSplits,
    split_dates,
)
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson1/dates", "dates")
_labels = _words.labels
_SUBSETS = ("train", "test")
_ERRORS = (2.0, 300.0)
_TEMPERATURES = (-5.0, 40.0)
_DATES = np.arange(1, N_DATES + 1)


def seattle_dates(prediction: Prediction | None = None) -> LiveFigure:
    """Fit two years of Seattle's temperatures by the date, a quarter of the days set aside.

    Parameters
    ----------
    prediction : Prediction, optional
        With which width the reader expects the least test error on random
        days. The test errors stay hidden until it is settled.
    """
    drawing = _Dates()
    hidden = [drawing.means["test"], drawing.once["test"]]
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title", first=DATE_YEARS[0], last=DATE_YEARS[1]),
        labels=_labels,
        on_stage=("hidden_width", "split_by"),
        answer=Answer(prediction, hidden),
        split_by=[(_words("by_days"), "days"), (_words("by_months"), "months")],
        hidden_width=list(DATE_WIDTHS),
        first_day=(1, N_DATES - _Dates.WINDOW, 10),
        draw=(DATE_DRAWS[0], DATE_DRAWS[-1]),
    )


class _Dates:
    """A window of the days with the curve, and the errors of all widths."""

    WINDOW = 90  # days

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.6)
        axes.set(xlim=(0, self.WINDOW), ylim=_TEMPERATURES)
        axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
        self.points = {
            name: plots.draw_points(axes, [], [], name, s=14, label=_labels[name])
            for name in _SUBSETS
        }
        network = {"label": _labels["network"]}
        self.curve = plots.draw_curve(axes, [], [], "network", **network)
        plots.add_legend(axes, fontsize=10)
        self._draw_errors(error_axes)

    def _draw_errors(self, axes: Axes) -> None:
        options: dict[str, Any] = {"limits": _ERRORS, "scale": "log", "labels": _labels}
        self.once = plots.draw_error_curves(axes, DATE_WIDTHS, _SUBSETS, **options)
        self.means = plots.draw_error_curves(axes, DATE_WIDTHS, _SUBSETS, **options)
        for line in self.once.values():
            line.set(linewidth=0.8, linestyle="-", alpha=0.7)
        for line in self.means.values():
            line.set_linewidth(2.8)
        axes.set(
            xscale="log", xlim=(7, 275), xlabel=_words("axis_width"), ylabel=_words("axis_error")
        )
        axes.set_xticks(DATE_WIDTHS, [str(width) for width in DATE_WIDTHS])
        axes.set_yticks([3, 10, 30, 100, 300], ["3", "10", "30", "100", "300"])
        axes.minorticks_off()
        self.marker = plots.draw_marker(axes, "network")
        plots.add_legend(axes, list(self.means.values()), fontsize=10)

    def show(
        self, split_by: str = "days", hidden_width: int = 30, first_day: int = 151, draw: int = 1
    ) -> str:
        splits, here = split_dates(split_by), DATE_DRAWS.index(draw)
        width = DATE_WIDTHS.index(hidden_width)
        is_train, curve = splits.is_train[here], splits.curves[here, width]
        rows = slice(first_day - 1, first_day - 1 + self.WINDOW)
        for name, some in (("train", is_train), ("test", ~is_train)):
            days = np.flatnonzero(some[rows])
            plots.move_points(self.points[name], days + 0.5, splits.temperature[rows][days])
        self.curve.set_data(np.arange(self.WINDOW) + 0.5, curve[rows])
        self.marker.set_xdata([hidden_width] * 2)
        for name in _SUBSETS:
            errors = getattr(splits, name)
            self.once[name].set_ydata(errors[here])
            self.means[name].set_ydata(errors.mean(axis=0))
        return _say(splits, split_by, here, width, curve[rows])


def _say(splits: DateSplits, split_by: str, here: int, width: int, curve: np.ndarray) -> str:
    low, high = _TEMPERATURES
    leaves = curve.min() < low or curve.max() > high
    return _words(
        "sentence",
        split=_words(f"by_{split_by}"),
        hidden_width=DATE_WIDTHS[width],
        train=splits.train[here, width],
        test=splits.test[here, width],
        n_draws=len(DATE_DRAWS),
        mean_train=splits.train[:, width].mean(),
        mean_test=splits.test[:, width].mean(),
        leaves=_words("leaves") if leaves else "",
    )
