"""Live figure of lesson 4: a landscape, one step at a time."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.experiments.lesson4 import BOWL_STEPS, START
from lessonlib.figures.lesson4.landscape_map import FAR, LandscapeMap, draw_path
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("figures/lesson4/stepping", "steps")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HEIGHTS = (1e-6, 1e2)
# All of these come in on every landscape: where they no longer do is predicted later.
_RATES = LogRange(0.01, 0.15)


def steps() -> LiveFigure:
    """Go down a landscape one step at a time, from a start that can be dragged."""
    picture = _StepsPicture()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_words.labels,
        handles=[Handle(picture.start, "start_w0", "start_w1")],
        on_stage=("step", "landscape"),
        step=(0, BOWL_STEPS),
        learning_rate=_RATES,
        landscape=[(_words.labels[name], name) for name in experiments.LANDSCAPES],
        start_w0=(*experiments.MAP[0], 0.1),
        start_w1=(*experiments.MAP[1], 0.1),
    )


class _StepsPicture:
    """The path so far with an arrow to what follows, and the height step by step."""

    def __init__(self) -> None:
        self.figure, (axes, height_axes) = plots.new_figure(2, height=3.6, width_ratios=(3, 2))
        self.map = LandscapeMap(axes, with_two=True)
        self.arrow = _draw_arrow(axes)
        self.start = plots.draw_points(axes, [], [], "network", s=90, zorder=4)
        height_axes.set(xlim=(-1, BOWL_STEPS), ylim=_HEIGHTS, yscale="log")
        height_axes.set(xlabel=_words("axis_step"), ylabel=_words("axis_height"))
        self.heights = draw_path(height_axes)

    def show(
        self,
        step: int = 0,
        learning_rate: float = 0.12,
        landscape: str = "round",
        start_w0: float = START[0],
        start_w1: float = START[1],
    ) -> str:
        """Show the path up to a step, and say how the next one is computed."""
        walk = experiments.walk(landscape, learning_rate, (start_w0, start_w1))
        path, heights = walk.path[: step + 1], walk.heights[: step + 1]
        following = experiments.take_step(landscape, learning_rate, path[-1])
        self.map.show(landscape, path)
        _move_arrow(self.arrow, following.here, following.there)
        plots.move_points(self.start, [start_w0], [start_w1])
        self.heights.set_data(np.arange(step + 1), np.clip(heights, *_HEIGHTS))
        return _say_step(step, learning_rate, following)


def _draw_arrow(axes: Axes) -> FancyArrowPatch:
    look: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 14, "linewidth": 2}
    arrow = FancyArrowPatch((0, 0), (1, 1), color=plots.INK, shrinkA=0, shrinkB=0, **look)
    arrow.set_zorder(5)
    axes.add_patch(arrow)
    return arrow


def _move_arrow(arrow: FancyArrowPatch, tail: Any, head: Any) -> None:
    """Point from one w to the next, unless the step is too short or too far out to be seen."""
    arrow.set_visible(bool(np.abs(head - tail).max() > 0.02 and np.abs(tail).max() < FAR))
    if arrow.get_visible():
        arrow.set_positions(tuple(tail), tuple(np.clip(head, -FAR, FAR)))


def _say_step(t: int, learning_rate: float, step: experiments.Step) -> str:
    return _words(
        "sentence",
        step=t,
        now=_words("w", t=str(t).translate(_RAISED)),
        then=_words("w", t=str(t + 1).translate(_RAISED)),
        learning_rate=learning_rate,
        here=_vector(step.here),
        gradient=_vector(step.gradient),
        there=_vector(step.there),
        distance=step.distance,
        height=step.height,
        next_height=step.next_height,
        outside=_words("outside", following=t + 1) if step.leaves_map else "",
    )


def _vector(w: Any) -> str:
    return "(" + ", ".join(f"{number:.3g}" for number in w).replace("-", "−") + ")"
