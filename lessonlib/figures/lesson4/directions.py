"""Live figure of lesson 4: steps of one length in all directions, and how f changes on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ipywidgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.experiments.lesson4 import ANGLES, START
from lessonlib.figures.lesson4.landscape_map import LandscapeMap
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.live.handles import nearest_value
from lessonlib.words import Words

_words = Words("figures/lesson4/directions", "directions")
_labels = _words.labels
_ARROW = 1.3  # length of the arrow that shows where the gradient points
_SLOPES = (-18.0, 27.0)


def directions() -> LiveFigure:
    """Turn a step around its start; compare its change of f with what the gradient says."""
    picture = _Directions()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        handles=[_TipHandle(picture.tip)],
        angle=(0, 360),
        distance=LogRange(0.05, 2.0),
    )


@dataclass(frozen=True)
class _TipHandle(Handle):
    """The end of the step: a drag sets its angle and its length."""

    def values(
        self, controls: Mapping[str, ipywidgets.DOMWidget], x: float, y: float
    ) -> dict[str, Any]:
        """Return the angle and the length of the step to (x, y)."""
        across, up = x - START[0], y - START[1]
        gradient = experiments.gradient("valley", np.array(START))
        turn = np.arctan2(up, across) - np.arctan2(gradient[1], gradient[0])
        return {
            "angle": nearest_value(controls["angle"], np.degrees(turn) % 360),
            "distance": nearest_value(controls["distance"], float(np.hypot(across, up))),
        }


class _Directions:
    """The step on the map, and the change of f on steps in all directions."""

    def __init__(self) -> None:
        self.figure, (axes, slope_axes) = plots.new_figure(2, height=3.6, width_ratios=(5, 4))
        LandscapeMap(axes).show("valley")
        self._draw_steps(axes)
        self._draw_slopes(slope_axes)

    def _draw_steps(self, axes: Axes) -> None:
        here = np.array(START)
        gradient = experiments.gradient("valley", here)
        ahead = here + _ARROW * gradient / np.linalg.norm(gradient)
        look: dict[str, Any] = {
            "arrowstyle": "-|>",
            "mutation_scale": 14,
            "linewidth": 2,
            "shrinkA": 0,
        }
        axes.add_patch(
            FancyArrowPatch(tuple(here), tuple(ahead), color=plots.INK, shrinkB=0, zorder=4, **look)
        )
        axes.annotate("∇f", ahead, xytext=(-22, -6), textcoords="offset points", fontsize=12)
        self.step = plots.draw_curve(axes, [], [], "network", linewidth=2.5, zorder=5)
        self.tip = plots.draw_points(axes, [], [], "network", s=80, zorder=6)
        plots.draw_points(axes, here[:1], here[1:], "network", s=30, zorder=6)

    def _draw_slopes(self, axes: Axes) -> None:
        axes.set(xlim=(0, 360), ylim=_SLOPES, xticks=range(0, 361, 90))
        axes.set(xlabel=_words("axis_angle"), ylabel=_words("axis_slope"))
        plots.draw_curve(axes, [0, 360], [0, 0], "data", linewidth=1, label="_")
        self.slopes = plots.draw_curve(axes, ANGLES, ANGLES, "network", label=_labels["true"])
        look = {"label": _labels["predicted"], "linewidth": 2.5}
        self.predicted = plots.draw_curve(axes, ANGLES, ANGLES, "truth", **look)
        self.point = plots.draw_points(axes, [], [], "network", s=80, zorder=4)
        plots.add_legend(axes, [self.slopes, self.predicted], fontsize=10)

    def show(self, angle: int = 60, distance: float = 0.3) -> str:
        """Show a step, and steps of its length in all other directions."""
        seen = experiments.look_around(float(angle), distance)
        self.step.set_data(*np.transpose([seen.here, seen.there]))
        plots.move_points(self.tip, seen.there[:1], seen.there[1:])
        self.slopes.set_ydata(seen.slopes)
        self.predicted.set_ydata(seen.predicted_slopes)
        plots.move_points(self.point, [angle], [seen.change / distance])
        return _words(
            "sentence",
            distance=distance,
            angle=angle,
            change=f"{seen.change:.3g}".replace("-", "−"),
            predicted=f"{seen.predicted:.3g}".replace("-", "−"),
            best=seen.best,
        )
