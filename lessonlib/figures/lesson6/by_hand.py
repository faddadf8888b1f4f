"""Live figures of lesson 6: a line by hand, turned, shifted, and made ever steeper."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import COLORS, Plane
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.live.handles import nearest_value
from lessonlib.logistic import boundary_line
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("boundary")
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
    x, y = experiments.train_set()
    figure, (axes, sigmoid_axes) = plots.new_figure(2, height=3.6, width_ratios=(5, 4))
    plane = Plane(axes)
    plane.show_points(x, y)
    grasps = [plots.draw_points(axes, [], [], "network", s=90, zorder=4) for _ in range(2)]
    plots.add_legend(axes, [*plane.points, plane.line])
    on_curve = _SigmoidView(sigmoid_axes)

    @live(
        figure,
        title=_words("turn_title"),
        handles=[ShiftHandle(grasps[0]), TurnHandle(grasps[1])],
        angle=(-180, 180),
        offset=(-1.8, 1.8, 0.05),
        line_steepness=_STEEPNESS,
    )
    def update(angle: int = -60, offset: float = 0.0, line_steepness: float = 1.0) -> str:
        line = experiments.judge_line(angle, offset, line_steepness)
        plane.show(line.weights)
        middle, end = boundary_line(line.weights, 0.0)[0], boundary_line(line.weights, _GRASP)[1]
        for grasp, place in zip(grasps, (middle, end), strict=True):
            plots.move_points(grasp, *place[:, None])
        on_curve.show(line.logits, y, line.loss)
        return _say_line(line)

    return update


def _say_line(line: experiments.Line) -> str:
    w1, w2, b = line.weights + 0.0  # no minus before a zero
    return _words(
        "turn", w1=w1, w2=w2, b=b, loss=line.loss, mistakes=line.n_mistakes, n=line.n_examples
    )


class _SigmoidView:
    """The sigmoid, and each example at its logit and its class: the gap is p - y."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=_Z_LIMITS, ylim=(-0.12, 1.12))
        axes.set(xlabel=_words("axis_logit"), ylabel=_words("axis_class"))
        z = np.linspace(*_Z_LIMITS, 200)
        curve = plots.draw_curve(axes, z, sigmoid(z), "network", label=_words("probability"))
        self.points = [plots.draw_points(axes, [], [], "data", color=color) for color in COLORS]
        self.text = axes.text(_Z_LIMITS[0] + 1, 0.8, "", fontsize=12)
        plots.add_legend(axes, [curve])

    def show(self, z: Any, y: Any, loss: float) -> None:
        inside = np.clip(z, *_Z_LIMITS)
        for label, points in enumerate(self.points):
            plots.move_points(points, inside[y == label], y[y == label])
        self.text.set_text(_words("loss", loss=loss))


def steepness(prediction: Prediction | None = None) -> LiveFigure:
    """Keep the line where it is and make the sigmoid steeper.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the loss. Its curve stays hidden until it is settled.
    """
    x, y = experiments.train_set()
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.6, width_ratios=(5, 4))
    plane = Plane(axes)
    plane.show_points(x, y)
    plots.add_legend(axes, [*plane.points, plane.line])
    everywhere = experiments.STEEPNESSES
    loss_axes.set(xlim=everywhere[[0, -1]], ylim=_LOSS_LIMITS, xscale="log", yscale="log")
    loss_axes.set(xlabel=_words("axis_steepness"), ylabel=_words("axis_loss"))
    curve = plots.draw_curve(loss_axes, everywhere, 0 * everywhere + 1, "train")
    point = plots.draw_points(loss_axes, [], [], "network", s=70, zorder=3)

    @live(
        figure,
        title=_words("steepness_title"),
        line_steepness=_STEEPNESS,
        angle=(20, 60),
    )
    def update(line_steepness: float = 1.0, angle: int = 40) -> str:
        hidden = hidden_words(prediction)
        line = experiments.judge_line(angle, experiments.BY_HAND[1], line_steepness)
        sweep = experiments.sweep_steepness(angle)
        plane.show(line.weights)
        curve.set_ydata(sweep.losses)
        plots.move_points(point, [line_steepness], [line.loss])
        for artist in (curve, point):
            artist.set_visible(hidden is None)
        return hidden or _words(
            "steepness",
            steepness=line_steepness,
            loss=line.loss,
            best=sweep.best,
            least=sweep.least,
            mistakes=line.n_mistakes,
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update
