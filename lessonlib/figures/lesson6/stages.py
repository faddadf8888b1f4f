"""Live figure of lesson 6: linear classification, stage by stage."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.arguments import check_choice
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import LiveFigure, live
from lessonlib.logistic import logits, predict_probability
from lessonlib.words import Words

_words = Words("figures/lesson6/stages", "linear_classification")
STAGES = ("points", "line", "sides", "probability")


def linear_classification(stage: str = "points") -> LiveFigure:
    """Draw one stage of the build-up: the points, a line, its two sides, the probability.

    Parameters
    ----------
    stage : str
        One of ``STAGES``.
    """
    check_choice("stage", stage, STAGES)
    line = experiments.judge_line(*experiments.BY_HAND)
    figure, axes = plots.new_figure(height=3.5)
    _draw_stage(axes, stage, line.weights)

    def show() -> str:
        return _words(
            f"sentence_{stage}",
            mistakes=line.n_mistakes,
            doubtful=line.n_doubtful,
            n=line.n_examples,
            **dict(zip(experiments.SPECIES, line.class_sizes, strict=True)),
        )

    return live(figure, show, title=_words(f"title_{stage}"))


def _draw_stage(axes: Any, stage: str, weights: Any) -> None:
    step = STAGES.index(stage)
    plane = Plane(axes)
    plane.line.set_visible(step > 0)
    for band in plane.bands:
        band.set_visible(stage == "probability")
    plane.show_line(weights)
    if stage == "sides":
        plane.shade(logits(weights, plane.pixels) > 0)
    if stage == "probability":
        plane.shade(predict_probability(weights, plane.pixels))
    if step > 1:
        _draw_direction(axes, weights)
    plots.add_legend(axes, [*plane.points, plane.line][: 2 + (step > 0)])


def _draw_direction(axes: Any, weights: Any) -> None:
    start = -weights[2] / np.sum(weights[:2] ** 2) * weights[:2]
    end = start + weights[:2] / np.hypot(*weights[:2])
    arrow = {"arrowstyle": "-|>", "color": plots.VIOLET, "linewidth": 2}
    axes.annotate("", end, xytext=start, arrowprops=arrow)
    axes.annotate("w", end, xytext=(6, 3), textcoords="offset points", fontsize=14)
