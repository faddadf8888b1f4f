"""Live figure of lesson 3: a loss and a metric along one weight, and their slopes."""

from collections.abc import Sequence

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
from lessonlib.figures.lesson3.band import draw_band, draw_scores, move_band
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words, _labels = Words("residuals"), Words("labels")


def one_weight() -> LiveFigure:
    """Draw MSE and Acc_ε against one weight of a network, and both slopes."""
    figure, (axes, *slice_axes) = plots.new_figure(3, height=3.2)
    picture = _Network(axes)
    lines, markers = _draw_slice(slice_axes)

    @live(
        figure,
        title=_words("one_weight_title"),
        parameter=[(_words(name, unit=UNIT), name) for name in PARAMETERS],
        change=(float(CHANGES[0]), float(CHANGES[-1]), 0.025),
        tolerance=(0.05, 1.0, 0.05),
        nudge=LogRange(1e-5, 0.1),
        n_samples=(10, 400, 10),
    )
    def update(
        parameter: str = "output_bias",
        change: float = 0.3,
        tolerance: float = 0.3,
        nudge: float = 0.001,
        n_samples: int = 20,
    ) -> str:
        moved = move_weight(parameter, change, tolerance, nudge, n_samples)
        picture.move(moved, tolerance)
        for name, line in lines.items():
            line.set_ydata(getattr(moved.slice, name))
        for marker in markers:
            marker.set_xdata([change, change])
        return _words(
            "one_weight",
            parameter=_words(parameter, unit=UNIT),
            change=moved.change,
            nudge=nudge,
            **moved.here,
            n_places=len(CHANGES),
            n_flat=moved.n_flat,
        )

    return update


class _Network:
    """The points, the network and its band."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = plots.draw_points(axes, [], [], "data", s=12, label=_labels("data"))
        self.band = draw_band(axes)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels("network"))
        plots.add_legend(axes, [self.curve, self.band], columnspacing=0.9)

    def move(self, moved: MovedWeight, tolerance: float) -> None:
        plots.move_points(self.points, moved.x, moved.y)
        self.curve.set_ydata(moved.curve)
        move_band(self.band, moved.curve, tolerance)


def _draw_slice(both_axes: Sequence[Axes]) -> tuple[dict[str, Line2D], list[Line2D]]:
    shapes = {"axis_both": ("", (0, 1.6)), "axis_slope": ("_slope", (-3, 3))}
    lines: dict[str, Line2D] = {}
    for axes, (label, (ending, limits)) in zip(both_axes, shapes.items(), strict=True):
        axes.set(xlim=(CHANGES[0], CHANGES[-1]), ylim=limits)
        axes.set_xlabel(_words("axis_change"))
        axes.set_ylabel(_words(label), labelpad=8)
        lines |= {name + ending: line for name, line in draw_scores(axes, CHANGES).items()}
        plots.add_legend(axes)
    return lines, [plots.draw_marker(axes, "network") for axes in both_axes]
