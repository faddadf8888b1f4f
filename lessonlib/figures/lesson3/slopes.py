"""Live figure of lesson 3: a loss and a metric along one weight, and their slopes."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson3 import (
    CHANGES,
    GRID,
    PARAMETERS,
    UNIT,
    MovedWeight,
    move_weight,
)
from lessonlib.figures.lesson3.band import SCORES, draw_band, draw_scores, move_band
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("figures/lesson3/slopes", "one_weight")
_labels = _words.labels


def one_weight() -> LiveFigure:
    """Draw MSE and Acc_ε against one weight of a network, and both slopes."""
    drawing = _OneWeight()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        parameter=[(_words(f"is_{name}", unit=UNIT), name) for name in PARAMETERS],
        change=(float(CHANGES[0]), float(CHANGES[-1]), 0.025),
        tolerance=(0.05, 1.0, 0.05),
        nudge=LogRange(1e-5, 0.1),
        n_samples=(10, 400, 10),
    )


class _OneWeight:
    """The points with the network and its band, both scores, and both slopes."""

    def __init__(self) -> None:
        self.figure, (axes, score_axes, slope_axes) = plots.new_figure(3, height=3.2)
        self._draw_network(axes)
        self.scores = _draw_slice(score_axes, (0, 1.6), _words("axis_both"))
        self.slopes = _draw_slice(slope_axes, (-3, 3), _words("axis_slope"))
        self.markers = [plots.draw_marker(one, "network") for one in (score_axes, slope_axes)]

    def _draw_network(self, axes: Axes) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = plots.draw_points(axes, [], [], "data", s=12)
        self.band = draw_band(axes, labels=_labels)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels["network"])
        plots.add_legend(axes, [self.curve, self.band], columnspacing=0.9)

    def show(
        self,
        parameter: str = "output_bias",
        change: float = 0.3,
        tolerance: float = 0.3,
        nudge: float = 0.001,
        n_samples: int = 20,
    ) -> str:
        moved = move_weight(parameter, change, tolerance, nudge, n_samples)
        plots.move_points(self.points, moved.x, moved.y)
        self.curve.set_ydata(moved.curve)
        move_band(self.band, moved.curve, tolerance)
        self._show_slice(moved)
        for marker in self.markers:
            marker.set_xdata([change, change])
        return _say(moved, parameter, nudge)

    def _show_slice(self, moved: MovedWeight) -> None:
        for name in SCORES:
            self.scores[name].set_ydata(getattr(moved.slice, name))
            self.slopes[name].set_ydata(getattr(moved.slice, f"{name}_slope"))


def _draw_slice(axes: Axes, limits: tuple[float, float], name: str) -> dict[str, Line2D]:
    axes.set(xlim=(CHANGES[0], CHANGES[-1]), ylim=limits, xlabel=_words("axis_change"))
    axes.set_ylabel(name, labelpad=8)
    lines = draw_scores(axes, CHANGES, labels=_labels)
    plots.add_legend(axes)
    return lines


def _say(moved: MovedWeight, parameter: str, nudge: float) -> str:
    return _words(
        "sentence",
        parameter=_words(f"is_{parameter}", unit=UNIT),
        change=moved.change,
        nudge=nudge,
        **moved.here,
        n_places=len(CHANGES),
        n_flat=moved.n_flat,
    )
