"""Live figures of lesson 1: its question, two curves through the same points, and the answer."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lessonlib import plots
from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson1 import (
    GRID,
    OPENING_DRAW,
    TWO_FITS_DRAWS,
    TWO_WIDTHS,
    fit_two_widths,
    measure_anew,
)
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_shared = Words("figures/lesson1/two_fits")
_asked = Words("figures/lesson1/two_fits", "two_fits")
_answered = Words("figures/lesson1/two_fits", "two_fits_answered")
_ERRORS = (0.08, 80.0)
# Both curves are networks: one colour, and a line of its own each.
_LOOKS: tuple[dict[str, Any], ...] = ({"linewidth": 2.5}, {"linewidth": 1.5, "linestyle": "--"})


def two_fits() -> LiveFigure:
    """Draw the question of the lesson: two curves through the same points."""
    figure, axes = plots.new_figure(height=3.2)
    pair, fits = _Pair(axes, in_legend=False), fit_two_widths()
    _name_curves(axes, fits.curves[:, TWO_FITS_DRAWS.index(OPENING_DRAW)])

    def show() -> str:
        pair.move(OPENING_DRAW)
        small, large = fits.gaps[:, TWO_FITS_DRAWS.index(OPENING_DRAW)]
        widths = {"small_width": TWO_WIDTHS[0], "large_width": TWO_WIDTHS[1]}
        return _asked("sentence", small=small, large=large, **widths)

    return live(figure, show, title=_asked("title"))


def two_fits_answered() -> LiveFigure:
    """Draw the same two curves with the function and fresh points, for any draw of the points."""
    drawing = _Answered()
    return live(
        drawing.figure,
        drawing.show,
        title=_answered("title"),
        labels=_answered.labels,
        draw=(TWO_FITS_DRAWS[0], TWO_FITS_DRAWS[-1]),
        show_fresh=True,
    )


def _name_curves(axes: Axes, curves: FloatArray) -> None:
    """Write the widths beside the curves, where these are far apart."""
    place = int(np.argmax(np.abs(curves[0] - curves[1])))
    for width, curve in zip(TWO_WIDTHS, curves, strict=True):
        side = "bottom" if curve[place] == curves[:, place].max() else "top"
        shift = 0.2 if side == "bottom" else -0.1
        text = _shared("curve", hidden_width=width)
        axes.text(GRID[place], curve[place] + shift, text, va=side, ha="center", fontsize=11)


class _Pair:
    """Twenty points and two curves."""

    def __init__(self, axes: Axes, in_legend: bool = True) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
        axes.set(xlabel=_shared("axis_x"), ylabel=_shared("axis_y"))
        self.curves: list[Line2D] = []
        for width, look in zip(TWO_WIDTHS, _LOOKS, strict=True):
            label = _shared("curve", hidden_width=width)
            curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", **look, label=label)
            self.curves.append(curve)
        self.points = plots.draw_points(axes, [], [], "data", s=30, zorder=3)
        self.points.set_label(_shared("points"))
        plots.add_legend(axes, [*(self.curves if in_legend else ()), self.points], fontsize=10)

    def move(self, draw: int) -> None:
        """Show the points and curves of a draw."""
        fits, here = fit_two_widths(), TWO_FITS_DRAWS.index(draw)
        plots.move_points(self.points, fits.x[here], fits.y[here])
        for curve, outputs in zip(self.curves, fits.curves[:, here], strict=True):
            curve.set_ydata(outputs)


class _Answered:
    """The two curves with what was hidden, and their errors for all draws."""

    def __init__(self) -> None:
        self.figure, (axes, cloud_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.6)
        self.pair, labels = _Pair(axes), _answered.labels
        truth = fit_two_widths().truth
        self.truth = plots.draw_curve(axes, GRID, truth, "truth", label=labels["truth"])
        look = {"marker": "x", "linewidths": 1.0, "s": 20, "label": labels["fresh"]}
        self.fresh = plots.draw_points(axes, [], [], "truth", **look)
        shown = [*self.pair.curves, self.pair.points, self.truth, self.fresh]
        plots.add_legend(axes, shown, fontsize=10, ncols=3)
        self._draw_cloud(cloud_axes)

    def _draw_cloud(self, axes: Axes) -> None:
        axes.set(xlim=_ERRORS, ylim=_ERRORS, xscale="log", yscale="log")
        axes.set(xlabel=_axis(TWO_WIDTHS[0]), ylabel=_axis(TWO_WIDTHS[1]))
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_ticks([0.1, 1, 10], ["0.1", "1", "10"])
        axes.plot(_ERRORS, _ERRORS, color=plots.GREY, linewidth=1)
        small, large = np.clip(fit_two_widths().fresh, *_ERRORS)
        plots.draw_points(axes, small, large, "data", s=8)
        self.here = plots.draw_points(axes, [], [], "network", s=60)
        share = float(np.mean(small < large))
        numbers = {"percent": 100 * share, "n_draws": len(small), "small_width": TWO_WIDTHS[0]}
        text = _answered("share", **numbers)
        axes.text(0.98, 0.03, text, transform=axes.transAxes, ha="right", fontsize=10)

    def show(self, draw: int = OPENING_DRAW, show_fresh: bool = True) -> str:
        fits, here = fit_two_widths(), TWO_FITS_DRAWS.index(draw)
        self.pair.move(draw)
        plots.move_points(self.fresh, *measure_anew(draw))
        self.fresh.set_visible(show_fresh)
        plots.move_points(self.here, *fits.fresh[:, here, None])
        return _answered(
            "sentence",
            draw=draw,
            small_width=TWO_WIDTHS[0],
            large_width=TWO_WIDTHS[1],
            small=fits.errors[0, here],
            large=fits.errors[1, here],
            fresh_small=fits.fresh[0, here],
            fresh_large=fits.fresh[1, here],
        )


def _axis(hidden_width: int) -> str:
    return _answered("axis_error", hidden_width=hidden_width)
