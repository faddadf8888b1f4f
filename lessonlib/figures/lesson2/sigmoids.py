"""Live figures of lesson 2: one sigmoid, and two that make a bump."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson2 import GRID, OneSigmoid, make_bump, place_sigmoid
from lessonlib.figures.lesson2.frames import add_legend
from lessonlib.live import Answer, Handle, LiveFigure, LogRange, live
from lessonlib.live.handles import nearest_value
from lessonlib.predict import Prediction
from lessonlib.words import Words

_one_words = Words("figures/lesson2/sigmoids", "one_sigmoid")
_bump_words = Words("figures/lesson2/sigmoids", "bump")
START_WEIGHT = 2.0
_TOP = 2.8  # where the height of a bump can be dragged
_BESIDE, _ABOVE = 0.15, 0.3  # of the words about a place, from its dot


def one_sigmoid(prediction: Prediction | None = None) -> LiveFigure:
    """Draw one hidden unit: its weight, its bias and its height.

    Parameters
    ----------
    prediction : Prediction, optional
        Where the reader expects the curve after a change of the weight. Every
        weight but the first stays hidden until it is settled.
    """
    drawing = _Sigmoid()
    hidden = [drawing.curve, drawing.middle, drawing.rise, drawing.where]
    return live(
        drawing.figure,
        drawing.show,
        title=_one_words("title"),
        labels=_one_words.labels,
        answer=Answer(
            prediction, hidden, when=lambda hidden_weight, **_: hidden_weight != START_WEIGHT
        ),
        handles=[MiddleHandle(drawing.middle)],
        hidden_weight=(-5.0, 5.0, 0.5),
        hidden_bias=(-15.0, 15.0, 0.25),
        output_weight=(-2.0, 2.0, 0.1),
    )


@dataclass(frozen=True)
class MiddleHandle(Handle):
    """The middle of a sigmoid: a drag sets the bias that brings it there, and the height."""

    def values(self, controls: Any, x: float, y: float) -> dict[str, Any]:
        """Return the values of the controls for a drag to (x, y)."""
        w = controls["hidden_weight"].value
        return {
            "hidden_bias": nearest_value(controls["hidden_bias"], -w * x),
            "output_weight": nearest_value(controls["output_weight"], 2 * y),
        }


class _Sigmoid:
    """The curve of a unit, the place where it stands, and its slope there."""

    def __init__(self) -> None:
        labels = _one_words.labels
        self.figure, axes = plots.new_figure(height=3.2)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
        self.rise = plots.draw_curve(axes, [], [], "data", label=labels["rise"], linewidth=1.5)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=labels["one_unit"])
        dot = {"s": 110, "label": labels["place"], "zorder": 3}
        self.middle = plots.draw_points(axes, [], [], "network", **dot)
        self.where = axes.text(0, 0, "", va="center")
        add_legend(axes)

    def show(
        self,
        hidden_weight: float = START_WEIGHT,
        hidden_bias: float = -2.0,
        output_weight: float = 1.0,
    ) -> str:
        unit = place_sigmoid(hidden_weight, hidden_bias, output_weight)
        self.curve.set_ydata(unit.curve)
        plots.move_points(self.middle, [unit.place], [unit.middle])
        self.rise.set_data(*unit.tangent)
        self._say_where(unit)
        return _say_sigmoid(unit, w=hidden_weight, b=hidden_bias, v=output_weight)

    def _say_where(self, unit: OneSigmoid) -> None:
        """Write the place beside the dot; one that is outside the picture at the edge."""
        self.where.set_visible(bool(np.isfinite(unit.place)))
        if np.isfinite(unit.place):
            outside = "left" if unit.place < X_MIN else "right" if unit.place > X_MAX else "here"
            self.where.set_text(_one_words(f"stands_{outside}", place=unit.place))
            # On the side of the dot where there is room, and off the curve.
            side = 1 if unit.place < X_MAX / 2 else -1
            up = side * np.sign(unit.tangent[1, 0] - unit.tangent[1, 1])
            x = np.clip(unit.place, X_MIN, X_MAX) + side * _BESIDE
            self.where.set(position=(x, unit.middle + up * _ABOVE))
            self.where.set_horizontalalignment("left" if side > 0 else "right")


def _say_sigmoid(unit: OneSigmoid, **values: float) -> str:
    if values["w"] == 0:
        return _one_words("flat", here=unit.at_zero, **values)
    numbers = {"place": unit.place, "middle": unit.middle, "width": unit.width}
    return _one_words("sentence", **numbers, **values)


def bump() -> LiveFigure:
    """Draw two sigmoids, one up and one down, and their sum."""
    drawing = _Bump()
    return live(
        drawing.figure,
        drawing.show,
        title=_bump_words("title"),
        labels=_bump_words.labels,
        on_stage=("left", "steepness"),
        handles=[
            Handle(drawing.edges[0], "left"),
            Handle(drawing.edges[1], "right"),
            Handle(drawing.top, y="height"),
        ],
        left=(-2.5, 2.5, 0.05),
        right=(-2.5, 2.5, 0.05),
        steepness=LogRange(1.0, 100.0),
        height=(-2.0, 2.0, 0.05),
    )


class _Bump:
    """Two curves, their sum, and dots to drag: both edges and the top."""

    def __init__(self) -> None:
        labels = _bump_words.labels
        self.figure, axes = plots.new_figure(height=3.2)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
        self.up = plots.draw_curve(axes, GRID, GRID, "data", label=labels["up"], linestyle="--")
        self.down = plots.draw_curve(axes, GRID, GRID, "data", label=labels["down"], linestyle="-.")
        both = {"label": labels["both"], "linewidth": 2.5}
        self.both = plots.draw_curve(axes, GRID, GRID, "network", **both)
        dot = {"s": 90, "label": None}
        self.edges = [plots.draw_points(axes, [], [], "network", **dot) for _ in range(2)]
        self.top = plots.draw_points(axes, [], [], "prediction", **dot)
        add_legend(axes)

    def show(
        self, left: float = -1.0, right: float = 1.0, steepness: float = 10.0, height: float = 1.0
    ) -> str:
        made = make_bump(left, right, steepness, height)
        self.up.set_ydata(made.rising)
        self.down.set_ydata(made.falling)
        self.both.set_ydata(made.total)
        plots.move_points(self.edges[0], [left], [height / 2])
        plots.move_points(self.edges[1], [right], [-height / 2])
        plots.move_points(self.top, [_TOP], [height])
        verdict = _bump_words(f"is_{made.verdict}", height=height)
        values = {"left": left, "right": right, "reached": made.reached}
        return _bump_words("sentence", **values, verdict=verdict)
