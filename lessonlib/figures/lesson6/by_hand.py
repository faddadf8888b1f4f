"""Live figure of lesson 6: a line turned and shifted by hand, from which training takes over."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.gaps import GapsView
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import Clock, Handle, LiveFigure, LogRange, live
from lessonlib.live.controls import make_control
from lessonlib.live.handles import nearest_value
from lessonlib.logistic import boundary_line
from lessonlib.words import Words

_words = Words("figures/lesson6/by_hand", "turn_the_line")
_LOSS_LIMITS = (0.05, 40.0)
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
    """Turn, shift and sharpen a line by hand; the loss follows. Then training takes over."""
    drawing = _LineByHand()
    n_steps = experiments.N_TAKEOVER_STEPS
    slider = make_control("training_steps", (0, n_steps), 0, _words.labels["training_steps"])

    def show(
        angle: int = -60,
        offset: float = 0.0,
        line_steepness: float = 1.0,
        training_steps: int = 0,
    ) -> str:
        takeover = experiments.take_over(angle, offset, line_steepness)
        line = experiments.judge_weights(takeover.history[training_steps])
        drawing.show(training_steps, takeover, line)
        return _say(training_steps, takeover, line)

    shift, turn = drawing.grasps
    return live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        handles=[ShiftHandle(shift), TurnHandle(turn)],
        between=[Clock(slider, stride=1).widget],
        angle=(-180, 180),
        offset=(-1.8, 1.8, 0.05),
        line_steepness=_STEEPNESS,
        training_steps=slider,
    )


class _LineByHand:
    """The artists of :func:`turn_the_line`."""

    def __init__(self) -> None:
        self.figure, (axes, gaps_axes, loss_axes) = plots.new_figure(
            3, height=3.5, width_ratios=(5, 4, 3)
        )
        self._plane = Plane(axes)
        self._by_hand = plots.draw_curve(axes, [], [], "prediction", label=_words.labels["by_hand"])
        style = {"s": 90, "zorder": 4}
        self.grasps = [plots.draw_points(axes, [], [], "prediction", **style) for _ in range(2)]
        self._plane.line.set_label(_words.labels["trained"])
        handles = [*self._plane.points, self._by_hand, self._plane.line]
        plots.add_legend(axes, handles, ncols=2)
        self._gaps = GapsView(gaps_axes)
        self._draw_losses(loss_axes)

    def _draw_losses(self, axes: Any) -> None:
        n_steps, least = experiments.N_TAKEOVER_STEPS, experiments.least_loss(0.0)
        axes.set(xlim=(-3, n_steps), ylim=_LOSS_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_step"), ylabel=_words("axis_loss"))
        self._yours = plots.draw_level(axes, "prediction")
        plots.draw_level(axes, "truth").set_ydata([least] * 2)
        style = {"fontsize": 10, "ha": "right"}
        axes.text(n_steps, 0.95 * least, _words("least", least=least), va="top", **style)
        self._yours_text = axes.text(n_steps, 1, "", va="bottom", color=plots.MAUVE, **style)
        self._losses = plots.draw_curve(axes, [], [], "network")
        self._now = plots.draw_points(axes, [], [], "network", s=50, zorder=4)

    def show(self, step: int, takeover: experiments.Takeover, line: experiments.Line) -> None:
        by_hand = takeover.history[0]
        self._plane.show(line.weights)
        self._by_hand.set_data(*boundary_line(by_hand).T)
        middle, end = boundary_line(by_hand, 0.0)[0], boundary_line(by_hand, _GRASP)[1]
        for grasp, place in zip(self.grasps, (middle, end), strict=True):
            plots.move_points(grasp, *place[:, None])
        self._gaps.show(line)
        losses = takeover.losses[: step + 1]
        self._yours.set_ydata([losses[0]] * 2)
        self._yours_text.set_y(losses[0] * 1.05)
        self._yours_text.set_text(_words("yours", loss=losses[0]))
        self._losses.set_data(np.arange(step + 1), losses)
        plots.move_points(self._now, [step], losses[-1:])


def _say(step: int, takeover: experiments.Takeover, line: experiments.Line) -> str:
    w1, w2, b = line.weights + 0.0  # no minus before a zero
    least = experiments.least_loss(0.0)
    more = _words("after", step=step, loss=takeover.losses[0]) if step else ""
    return _words(
        "sentence",
        **{"w1": w1, "w2": w2, "b": b, "loss": line.loss, "least": least, "more": more},
        mistakes=line.n_mistakes,
        n=line.n_examples,
    )
