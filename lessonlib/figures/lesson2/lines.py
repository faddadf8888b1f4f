"""Live figure of lesson 2: what is left of a network when the sigmoid is taken out."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2 import GRID, WIDTHS, SumOfUnits, jump_of, sum_units
from lessonlib.figures.lesson2.frames import add_legend, fit_frame
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson2/lines", "lines")
_labels = _words.labels
_TOP, _LIMITS = 2.6, (1e-7, 2.0)


def without_sigmoid() -> LiveFigure:
    """Draw a sum of units, with a switch that takes the sigmoid out of each."""
    drawing = _Units()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("with_sigmoid", "hidden_width"),
        with_sigmoid=True,
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        # The function with a jump is asked about later.
        true_function=[name for name in TRUE_FUNCTIONS if jump_of(name) == 0],
    )


class _Units:
    """The units and their sum, and the error against how many there are."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
        self.axes = axes
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-_TOP, _TOP), xlabel="x")
        flat = 0 * GRID
        self.parts = plots.draw_curve(axes, [], [], "data", label=_labels["parts"], linewidth=0.8)
        self.truth = plots.draw_curve(axes, GRID, flat, "truth", label=_labels["truth"], zorder=3)
        self.total = plots.draw_curve(axes, GRID, flat, "network", label=_labels["sum"])
        add_legend(axes)
        self._draw_errors(error_axes)

    def _draw_errors(self, axes: Axes) -> None:
        axes.set(xlim=(1, WIDTHS[-1]), xscale="log", xlabel=_labels["hidden_width"])
        axes.set(ylim=_LIMITS, yscale="log", ylabel=_words("axis_error"))
        with_it = {"label": _labels["with_it"]}
        self.errors = plots.draw_curve(axes, WIDTHS, np.ones(len(WIDTHS)), "network", **with_it)
        dashed = {"label": _labels["without_it"], "linestyle": "--", "linewidth": 2}
        self.level = plots.draw_level(axes, "network", **dashed)
        self.here = plots.draw_points(axes, [], [], "network", s=60, zorder=3, label=None)
        add_legend(axes, loc="lower left", bbox_to_anchor=(0, 0), ncols=1)

    def show(
        self, with_sigmoid: bool = True, hidden_width: int = 20, true_function: str = "wiggle"
    ) -> str:
        made = sum_units(true_function, hidden_width, with_sigmoid)
        self.truth.set_ydata(made.truth)
        self.parts.set_data(*plots.as_one_line(GRID, made.parts))
        self.total.set_ydata(made.output)
        fit_frame(self.axes, _TOP, made.truth, made.parts, made.output)
        self.errors.set_ydata(np.clip(made.all_errors, *_LIMITS))
        self.level.set_ydata([made.line_error] * 2)
        plots.move_points(self.here, [hidden_width], [np.clip(made.error, *_LIMITS)])
        return _say(made, hidden_width, with_sigmoid)


def _say(made: SumOfUnits, hidden_width: int, with_sigmoid: bool) -> str:
    return _words(
        "sigmoids" if with_sigmoid else "lines",
        hidden_width=hidden_width,
        error=made.error,
        line=made.line_error,
    )
