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

_words = Words("neuron")
STAGES = ("points", "line", "sides", "probability")


def linear_classification(stage: str = "points") -> LiveFigure:
    """Draw one stage of the build-up: the points, a line, its two sides, the probability.

    Parameters
    ----------
    stage : str
        One of ``STAGES``.
    """
    step = STAGES.index(check_choice("stage", stage, STAGES))
    line = experiments.judge_line(*experiments.BY_HAND)
    figure, axes = plots.new_figure(height=3.5)
    plane = Plane(axes)
    plane.show_points(*experiments.train_set())
    plane.line.set_visible(step > 0)
    for band in plane.bands:
        band.set_visible(stage == "probability")
    plane.show_line(line.weights)
    if stage == "sides":
        plane.shade(logits(line.weights, plane.pixels) > 0)
    if stage == "probability":
        plane.shade(predict_probability(line.weights, plane.pixels))
    if step > 1:
        _draw_direction(axes, line.weights)
    plots.add_legend(axes, [*plane.points, plane.line][: 2 + (step > 0)])

    @live(figure, title=_words(f"stage_{stage}_title"))
    def update() -> str:
        return _words(
            f"stage_{stage}",
            mistakes=line.n_mistakes,
            doubtful=line.n_doubtful,
            n=line.n_examples,
            **dict(zip(experiments.SPECIES, line.class_sizes, strict=True)),
        )

    return update


def _draw_direction(axes: Any, weights: Any) -> None:
    start = -weights[2] / np.sum(weights[:2] ** 2) * weights[:2]
    end = start + weights[:2] / np.hypot(*weights[:2])
    arrow = {"arrowstyle": "-|>", "color": plots.VIOLET, "linewidth": 2}
    axes.annotate("", end, xytext=start, arrowprops=arrow)
    axes.annotate("w", end, xytext=(6, 3), textcoords="offset points", fontsize=14)
