"""Live figure of lesson 3: a loss and a metric along one weight, with a tangent on each."""

from typing import Any

from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson3 import (
    CHANGES,
    GRID,
    PARAMETERS,
    UNIT,
    MovedWeight,
    move_weight,
)
from lessonlib.figures.lesson3.band import SCORES, WIDTH, draw_band, draw_score, move_band
from lessonlib.figures.lesson3.tangent import Tangent
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("figures/lesson3/slopes", "one_weight")
_labels = _words.labels
# How high the picture of MSE is: some weights matter less than others.
_TOPS = {"output_bias": 2.4, "output_weight": 1.6, "hidden_weight": 0.2, "hidden_bias": 0.16}


def one_weight() -> LiveFigure:
    """Draw MSE and Acc_ε against one weight of a network, each with its tangent."""
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
    """The points with the network and its band, and both numbers along the weight."""

    def __init__(self) -> None:
        self.figure, (axes, *score_axes) = plots.new_figure(3, width=WIDTH, height=3.0)
        self._draw_network(axes)
        self.along = {name: _Along(one, name) for name, one in zip(SCORES, score_axes, strict=True)}

    def _draw_network(self, axes: Axes) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = plots.draw_points(axes, [], [], "data", s=12)
        self.band = draw_band(axes, labels=_labels)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels["network"])
        plots.add_legend(axes, [self.curve, self.band], columnspacing=0.9, handlelength=1.2)

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
        self.along["mse"].set_height(_TOPS[parameter])
        for name, along in self.along.items():
            along.show(moved, getattr(moved.slice, name))
        return _say(moved, parameter, nudge)


class _Along:
    """One number along the weight, with its tangent where the weight stands."""

    def __init__(self, axes: Axes, name: str) -> None:
        self.axes, self.name = axes, name
        axes.set(xlim=(CHANGES[0], CHANGES[-1]), ylim=(-0.06, 1.05), xlabel=_words("axis_change"))
        self.curve = draw_score(axes, CHANGES, name, labels=_labels)
        self.tangent = Tangent(axes, SCORES[name])
        above: dict[str, Any] = {"transform": axes.transAxes, "fontsize": 10}
        self.slope = axes.text(0.0, 1.03, "", **above)

    def show(self, moved: MovedWeight, values: FloatArray) -> None:
        value, slope = moved.here[self.name], moved.here[f"{self.name}_slope"]
        self.curve.set_ydata(values)
        self.tangent.show(moved.change, value, slope)
        self.slope.set_text(_words("slope", name=_labels[self.name], slope=slope))

    def set_height(self, top: float) -> None:
        """Let the picture be as high as this weight needs."""
        if self.axes.get_ylim()[1] != top:
            self.axes.set_ylim(-0.06 * top, top)


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
