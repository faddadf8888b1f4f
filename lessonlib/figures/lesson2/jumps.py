"""Live figure of lesson 2: steeper sigmoids, or more of them."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson2 import (
    COMPARED_WIDTHS,
    DENSE_GRID,
    JUMP_TARGETS,
    ODD_WIDTHS,
    STEEPNESSES,
    TOLERANCE,
    errors_at_a_jump,
    fit_steep,
    steepness_of,
)
from lessonlib.figures.lesson2.frames import add_legend
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("figures/lesson2/jumps", "at_the_jump")
_labels = _words.labels
_LIMITS, _TOP, _FLOOR = (1e-8, 2.0), 2.0, -1.85
_WIDTHS_OF_LINES = (1.0, 1.8, 2.8)


def at_the_jump() -> LiveFigure:
    """Draw a fit to a jump, with a control for the steepness and one for the number of sigmoids."""
    drawing = _Jump()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("steepness", "hidden_width"),
        steepness=LogRange(STEEPNESSES[0], STEEPNESSES[-1]),
        hidden_width=(ODD_WIDTHS[0], ODD_WIDTHS[-1], ODD_WIDTHS.step),
        target=list(JUMP_TARGETS),
    )


class _Jump:
    """The fit and where it is far off; the error against the steepness for three widths."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.6, width_ratios=(3, 2))
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-_TOP, _TOP), xlabel="x")
        x, flat = DENSE_GRID, 0 * DENSE_GRID
        far_off = {"label": _words("far_off", tolerance=TOLERANCE), "linewidth": 5}
        self.far_off = plots.draw_curve(axes, x, flat, "test", linestyle="-", **far_off)
        self.truth = plots.draw_curve(axes, x, flat, "truth", label=_labels["truth"], zorder=3)
        self.output = plots.draw_curve(axes, x, flat, "network", label=_labels["fit"])
        add_legend(axes)
        self._draw_errors(error_axes)

    def _draw_errors(self, axes: Axes) -> None:
        axes.set(xlim=STEEPNESSES[[0, -1]], xscale="log", xlabel=_labels["steepness"])
        axes.set(ylim=_LIMITS, yscale="log", ylabel=_words("axis_error"))
        ones = np.ones(len(STEEPNESSES))
        self.errors = [
            plots.draw_curve(
                axes, STEEPNESSES, ones, "network", linewidth=width, label=_words("of", count=count)
            )
            for count, width in zip(COMPARED_WIDTHS, _WIDTHS_OF_LINES, strict=True)
        ]
        path = [steepness_of(width) for width in ODD_WIDTHS]
        growing = {"label": _labels["growing"], "linestyle": "--"}
        self.growing = plots.draw_curve(axes, path, np.ones(len(path)), "data", **growing)
        self.here = plots.draw_points(axes, [], [], "network", s=60, zorder=3, label=None)
        add_legend(axes, ncols=2)

    def show(self, steepness: float = 20.0, hidden_width: int = 1, target: str = "step") -> str:
        fit, errors = fit_steep(target, hidden_width, steepness), errors_at_a_jump(target)
        self.truth.set_ydata(fit.truth)
        self.output.set_ydata(fit.output)
        self.far_off.set_ydata(np.where(fit.far_off, _FLOOR, np.nan))
        for line, one in zip(self.errors, errors.by_steepness, strict=True):
            line.set_ydata(np.clip(one, *_LIMITS))
        self.growing.set_ydata(np.clip(errors.growing, *_LIMITS))
        plots.move_points(self.here, [steepness], [np.clip(fit.mean, *_LIMITS)])
        numbers = {"mean": fit.mean, "share": fit.share, "tolerance": TOLERANCE}
        return _words("sentence", hidden_width=hidden_width, steepness=steepness, **numbers)
