"""Live figure of lesson 6: a line that stays where it is and gets ever steeper."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import Answer, LiveFigure, LogRange, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson6/steepness", "steepness")
_LOSS_LIMITS = (1e-3, 5.0)
_STEEPNESS = LogRange(experiments.STEEPNESSES[0], experiments.STEEPNESSES[-1])


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

    def show(line_steepness: float = 1.0, angle: int = 40, right_only: bool = False) -> str:
        line = experiments.judge_line(angle, experiments.BY_HAND[1], line_steepness)
        sweep = experiments.sweep_steepness(angle, right_only)
        loss = float(np.interp(np.log(line_steepness), np.log(sweep.steepnesses), sweep.losses))
        plane.show(line.weights)
        plane.show_points(*experiments.those_on_the_right_side(line, right_only))
        curve.set_ydata(sweep.losses)
        plots.move_points(point, [line_steepness], [loss])
        return _say(line_steepness, loss, 0 if right_only else line.n_mistakes, sweep)

    return live(
        figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        answer=Answer(prediction, [curve, point]),
        line_steepness=_STEEPNESS,
        angle=(20, 60),
        right_only=False,
    )


def _draw_losses(axes: Any) -> tuple[Any, Any]:
    """Draw the loss against the steepness, and the point on it; return both."""
    everywhere = experiments.STEEPNESSES
    axes.set(xlim=everywhere[[0, -1]], ylim=_LOSS_LIMITS, xscale="log", yscale="log")
    axes.set(xlabel=_words("axis_steepness"), ylabel=_words("axis_loss"))
    curve = plots.draw_curve(axes, everywhere, 0 * everywhere + 1, "network")
    return curve, plots.draw_points(axes, [], [], "network", s=70, zorder=3)


def _say(
    line_steepness: float, loss: float, n_mistakes: int, sweep: experiments.SteepnessSweep
) -> str:
    return _words(
        "sentence" if sweep.ends == "rises" else "sentence_falling",
        steepness=line_steepness,
        loss=loss,
        mistakes=n_mistakes,
        best=sweep.best,
        least=sweep.least,
    )
