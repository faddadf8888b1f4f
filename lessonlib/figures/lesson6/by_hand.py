"""Live figures of lesson 6: a line by hand, turned, shifted, and made ever steeper."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import COLORS, Plane
from lessonlib.live import Answer, Handle, LiveFigure, LogRange, live
from lessonlib.live.handles import nearest_value
from lessonlib.logistic import boundary_line
from lessonlib.predict import Prediction
from lessonlib.words import Words

_turn = Words("figures/lesson6/by_hand", "turn_the_line")
_steepness = Words("figures/lesson6/by_hand", "steepness")
_Z_LIMITS, _LOSS_LIMITS = (-12.0, 12.0), (0.05, 5.0)
_STEEPNESS = LogRange(experiments.STEEPNESSES[0], experiments.STEEPNESSES[-1])
_GRASP = 1.4  # distance along the line of the point that turns it


@dataclass(frozen=True)
class ShiftHandle(Handle):
    """A point of the line that shifts it; the angle stays."""

    def values(self, controls: Any, x: float, y: float) -> dict[str, Any]:
        """Return the offset of the line through (x, y) at the present angle."""
        angle = np.radians(controls["angle"].value)
        offset = x * np.cos(angle) + y * np.sin(angle)
        return {"offset": nearest_value(controls["offset"], offset)}


@dataclass(frozen=True)
class TurnHandle(Handle):
    """A point of the line that turns it; the distance from the origin stays."""

    def values(self, controls: Any, x: float, y: float) -> dict[str, Any]:
        """Return the angle of the line through (x, y) at the present offset."""
        far = max(np.hypot(x, y), 1e-9)
        between = np.arccos(np.clip(controls["offset"].value / far, -1, 1))
        angle = np.degrees(np.arctan2(y, x) - between)
        return {"angle": nearest_value(controls["angle"], (angle + 180) % 360 - 180)}


def turn_the_line() -> LiveFigure:
    """Turn, shift and sharpen a line by hand; the loss follows."""
    drawing = _LineByHand()

    def show(angle: int = -60, offset: float = 0.0, line_steepness: float = 1.0) -> str:
        line = experiments.judge_line(angle, offset, line_steepness)
        drawing.show(line)
        return _say_line(line)

    shift, turn = drawing.grasps
    return live(
        drawing.figure,
        show,
        title=_turn("title"),
        labels=_turn.labels,
        handles=[ShiftHandle(shift), TurnHandle(turn)],
        angle=(-180, 180),
        offset=(-1.8, 1.8, 0.05),
        line_steepness=_STEEPNESS,
    )


class _LineByHand:
    """The artists of :func:`turn_the_line`."""

    def __init__(self) -> None:
        self.figure, (axes, sigmoid_axes) = plots.new_figure(2, height=3.6, width_ratios=(5, 4))
        self._plane = Plane(axes)
        self.grasps = [plots.draw_points(axes, [], [], "network", s=90, zorder=4) for _ in range(2)]
        plots.add_legend(axes, [*self._plane.points, self._plane.line])
        self._sigmoid = _SigmoidView(sigmoid_axes)

    def show(self, line: experiments.Line) -> None:
        self._plane.show(line.weights)
        middle, end = boundary_line(line.weights, 0.0)[0], boundary_line(line.weights, _GRASP)[1]
        for grasp, place in zip(self.grasps, (middle, end), strict=True):
            plots.move_points(grasp, *place[:, None])
        self._sigmoid.show(line)


class _SigmoidView:
    """The sigmoid, and each example at its logit and its class: the gap is p - y."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=_Z_LIMITS, ylim=(-0.12, 1.12))
        axes.set(xlabel=_turn("axis_logit"), ylabel=_turn("axis_class"))
        z = np.linspace(*_Z_LIMITS, 200)
        label = _turn.labels["probability"]
        curve = plots.draw_curve(axes, z, sigmoid(z), "network", label=label)
        self.points = [plots.draw_points(axes, [], [], "data", color=color) for color in COLORS]
        self.text = axes.text(_Z_LIMITS[0] + 1, 0.8, "", fontsize=12)
        plots.add_legend(axes, [curve])

    def show(self, line: experiments.Line) -> None:
        inside, y = np.clip(line.logits, *_Z_LIMITS), experiments.train_set().y
        for label, points in enumerate(self.points):
            plots.move_points(points, inside[y == label], y[y == label])
        self.text.set_text(_turn("loss", loss=line.loss))


def _say_line(line: experiments.Line) -> str:
    w1, w2, b = line.weights + 0.0  # no minus before a zero
    return _turn(
        "sentence", w1=w1, w2=w2, b=b, loss=line.loss, mistakes=line.n_mistakes, n=line.n_examples
    )


def steepness(prediction: Prediction | None = None) -> LiveFigure:
    """Keep the line where it is and make the sigmoid steeper.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the loss. Its curve stays hidden until it is settled.
    """
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.6, width_ratios=(5, 4))
    plane = Plane(axes)
    plots.add_legend(axes, [*plane.points, plane.line])
    curve, point = _draw_losses(loss_axes)

    def show(line_steepness: float = 1.0, angle: int = 40) -> str:
        line = experiments.judge_line(angle, experiments.BY_HAND[1], line_steepness)
        sweep = experiments.sweep_steepness(angle)
        plane.show(line.weights)
        curve.set_ydata(sweep.losses)
        plots.move_points(point, [line_steepness], [line.loss])
        return _say_steepness(line_steepness, line, sweep)

    return live(
        figure,
        show,
        title=_steepness("title"),
        labels=_steepness.labels,
        answer=Answer(prediction, [curve, point]),
        line_steepness=_STEEPNESS,
        angle=(20, 60),
    )


def _draw_losses(axes: Any) -> tuple[Any, Any]:
    """Draw the loss against the steepness, and the point on it; return both."""
    everywhere = experiments.STEEPNESSES
    axes.set(xlim=everywhere[[0, -1]], ylim=_LOSS_LIMITS, xscale="log", yscale="log")
    axes.set(xlabel=_steepness("axis_steepness"), ylabel=_steepness("axis_loss"))
    curve = plots.draw_curve(axes, everywhere, 0 * everywhere + 1, "train")
    return curve, plots.draw_points(axes, [], [], "network", s=70, zorder=3)


def _say_steepness(
    line_steepness: float, line: experiments.Line, sweep: experiments.SteepnessSweep
) -> str:
    return _steepness(
        "sentence",
        steepness=line_steepness,
        loss=line.loss,
        mistakes=line.n_mistakes,
        best=sweep.best,
        least=sweep.least,
    )
