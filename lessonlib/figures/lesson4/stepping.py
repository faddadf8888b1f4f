"""Live figures of lesson 4: three steps from one point, and a bowl one step at a time."""

from typing import Any

import numpy as np
from matplotlib.patches import FancyArrowPatch

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures.lesson4.bowl_map import (
    FAR,
    HEIGHT_LIMITS,
    BowlMap,
    choose_bowl,
    draw_bowl,
    draw_path,
)
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("descent")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def three_steps(learning_rates: tuple[float, ...] = (0.02, 0.1, 0.25)) -> LiveFigure:
    """Draw the question of the lesson: one point, one way down, three lengths of step."""
    tried = [experiments.take_step("valley", rate) for rate in learning_rates]
    start, farthest = tried[0].here, tried[-1].there
    figure, axes = plots.new_figure(height=3.6, width=6.5)
    draw_bowl(axes, "valley")
    across, up = np.transpose([start, farthest])
    plots.draw_curve(axes, across, up, "network", linewidth=1.5)
    plots.draw_points(axes, start[:1], start[1:], "network", s=70)
    for letter, step in zip("ABC", tried, strict=True):
        plots.draw_points(axes, step.there[:1], step.there[1:], "test", s=50, zorder=3)
        axes.annotate(letter, step.there, xytext=(8, -4), textcoords="offset points", fontsize=12)
    heights = dict(zip("abc", (step.next_height for step in tried), strict=True))

    @live(figure, title=_words("three_steps_title"))
    def update() -> str:
        return _words("three_steps", here=tried[0].height, **heights)

    return update


def steps() -> LiveFigure:
    """Go down a bowl one step at a time, from a start that can be dragged."""
    figure, (axes, height_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
    bowl_map = BowlMap(axes)
    arrow = _draw_arrow(axes)
    start_point = plots.draw_points(axes, [], [], "network", s=90, zorder=4)
    height_axes.set(xlim=(-1, experiments.BOWL_STEPS), ylim=HEIGHT_LIMITS, yscale="log")
    height_axes.set(xlabel=_words("axis_step"), ylabel=_words("axis_height"))
    heights_line = draw_path(height_axes)

    @live(
        figure,
        title=_words("steps_title"),
        handles=[Handle(start_point, "start_w0", "start_w1")],
        step=(0, experiments.BOWL_STEPS),
        learning_rate=LogRange(*experiments.BOWL_RATE_RANGE),
        bowl=choose_bowl(_words),
        start_w0=(*experiments.MAP[0], 0.1),
        start_w1=(*experiments.MAP[1], 0.1),
    )
    def update(
        step: int = 0,
        learning_rate: float = float(experiments.BOWL_RATES[50]),
        bowl: str = "round",
        start_w0: float = experiments.START[0],
        start_w1: float = experiments.START[1],
    ) -> str:
        path, heights, *_ = experiments.descend(bowl, learning_rate, (start_w0, start_w1))
        following = experiments.take_step(bowl, learning_rate, path[step])
        bowl_map.show(bowl, path[: step + 1])
        _move_arrow(arrow, following.here, following.there)
        plots.move_points(start_point, [start_w0], [start_w1])
        heights_line.set_data(np.arange(step + 1), np.clip(heights[: step + 1], *HEIGHT_LIMITS))
        return _say_step(step, learning_rate, following)

    return update


def _say_step(t: int, learning_rate: float, step: experiments.Step) -> str:
    return _words(
        "steps",
        step=t,
        now=_words("w", t=str(t).translate(_RAISED)),
        then=_words("w", t=str(t + 1).translate(_RAISED)),
        learning_rate=learning_rate,
        here=_vector(step.here),
        gradient=_vector(step.gradient),
        there=_vector(step.there),
        height=step.height,
        next_height=step.next_height,
        outside=_words("outside", following=t + 1) if step.leaves_map else "",
    )


def _vector(w: Any) -> str:
    return "(" + ", ".join(f"{number:.3g}" for number in w).replace("-", "−") + ")"


def _draw_arrow(axes: Any) -> FancyArrowPatch:
    look: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 14, "linewidth": 2}
    arrow = FancyArrowPatch((0, 0), (1, 1), color=plots.RED, shrinkA=0, shrinkB=0, **look)
    arrow.set_zorder(5)
    axes.add_patch(arrow)
    return arrow


def _move_arrow(arrow: FancyArrowPatch, tail: Any, head: Any) -> None:
    """Point from one w to the next, unless the step is too short or too far out to be seen."""
    arrow.set_visible(bool(np.abs(head - tail).max() > 0.02 and np.abs(tail).max() < FAR))
    if arrow.get_visible():
        arrow.set_positions(tuple(tail), tuple(np.clip(head, -FAR, FAR)))
