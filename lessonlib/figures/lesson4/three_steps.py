"""Figures of lesson 4: three steps from one point, and where each of them leads in the end."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.experiments.lesson4 import BOWL_STEPS, THREE_RATES
from lessonlib.figures.lesson4.landscape_map import LandscapeMap, draw_path
from lessonlib.figures.lesson4.number_line import NumberLine, new_figure_above_a_line
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson4/three_steps", "three_steps")
_walks_words = Words("figures/lesson4/three_steps", "three_walks")


def three_steps() -> LiveFigure:
    """Draw the question of the lesson: one point, one way down, three lengths of step."""
    figure, axes = plots.new_figure(height=3.9, width=7.0)
    tried = [experiments.take_step("valley", rate) for rate in THREE_RATES.values()]
    LandscapeMap(axes).show("valley")
    _draw_three_steps(axes, tried)
    heights = dict(zip("abc", (step.next_height for step in tried), strict=True))

    def show() -> str:
        return _words("sentence", here=tried[0].height, **heights)

    return live(figure, show, title=_words("title"))


def _draw_three_steps(axes: Axes, tried: list[experiments.Step]) -> None:
    start, farthest = tried[0].here, tried[-1].there
    across, up = np.transpose([start, farthest])
    plots.draw_curve(axes, across, up, "network", linewidth=1.5)
    plots.draw_points(axes, start[:1], start[1:], "network", s=90, zorder=4)
    for letter, step in zip(THREE_RATES, tried, strict=True):
        plots.draw_points(axes, step.there[:1], step.there[1:], "network", s=40, zorder=4)
        axes.annotate(letter, step.there, xytext=(8, -4), textcoords="offset points", fontsize=13)


def three_walks() -> LiveFigure:
    """Answer the question of the lesson: go on with each of the three learning rates."""
    picture = _Walks()
    return live(
        picture.figure,
        picture.show,
        title=_walks_words("title"),
        labels=_walks_words.labels,
        step=(1, BOWL_STEPS),
    )


class _Walks:
    """Three paths on the map of the valley, and their factors across it."""

    def __init__(self) -> None:
        self.figure, (axes,), line_axes = new_figure_above_a_line(1, height=5.2)
        LandscapeMap(axes).show("valley")
        self.walks = {name: experiments.walk("valley", rate) for name, rate in THREE_RATES.items()}
        self.paths = [draw_path(axes) for _ in THREE_RATES]
        self.heads = [_draw_head(axes, name) for name in THREE_RATES]
        self._show_factors(line_axes)

    def _show_factors(self, axes: Axes) -> None:
        """Mark the factor of each α across the valley, where it is most curved."""
        steepest = max(experiments.BOWLS["valley"])
        factors = [1 - rate * steepest for rate in THREE_RATES.values()]
        names = [
            _walks_words("factor", name=name, learning_rate=rate)
            for name, rate in THREE_RATES.items()
        ]
        line = NumberLine(axes, len(factors), _walks_words("axis_factor", curvature=steepest))
        line.show(factors, names)

    def show(self, step: int = 1) -> str:
        """Show all paths up to a step."""
        (left, right), (low, high) = experiments.MAP
        for walk, path, head in zip(self.walks.values(), self.paths, self.heads, strict=True):
            outside = walk.escape is not None and walk.escape <= step
            end = walk.escape if outside and walk.escape is not None else step
            path.set_data(*walk.path[: end + 1].T)
            x, y = walk.path[step]
            head.set_visible(not outside and left < x < right and low < y < high)
            head.set_position((x + 0.12, y + 0.08))
        return self._say(step)

    def _say(self, step: int) -> str:
        told: dict[str, Any] = {name.lower(): w.heights[step] for name, w in self.walks.items()}
        escape = self.walks["C"].escape
        outside = escape is not None and escape <= step
        told["outside"] = _walks_words("outside", following=escape) if outside else ""
        return _walks_words("sentence", step=step, **told)


def _draw_head(axes: Axes, name: str) -> Any:
    head = axes.text(0, 0, name, fontsize=13, zorder=6)
    head.set_in_layout(False)
    return head
