"""Live figure of lesson 4: where gradient descent ends on a bowl, for every learning rate."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures.lesson4.bowl_map import HEIGHT_LIMITS, BowlMap, choose_bowl
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("descent")


def choose_rate(prediction: Prediction | None = None) -> LiveFigure:
    """Choose α on a round bowl and on a long valley; see where it diverges.

    Parameters
    ----------
    prediction : Prediction, optional
        The α at which the reader thinks the steps diverge on the long valley.
        The valley stays hidden until it is settled.
    """
    figure, (axes, height_axes) = plots.new_figure(2, height=3.6)
    bowl_map = BowlMap(axes)
    curve, point, limit, guess = _draw_sweep(height_axes)
    shown = [curve, point, limit] + ([] if prediction is None else [guess])
    plots.add_legend(height_axes, shown, ncols=2)
    rates = LogRange(*experiments.BOWL_RATE_RANGE)

    @live(figure, title=_words("choose_rate_title"), bowl=choose_bowl(_words), learning_rate=rates)
    def update(bowl: str = "round", learning_rate: float = 0.1) -> str:
        hidden = hidden_words(prediction) if bowl == "valley" else None
        descent = experiments.descend(bowl, learning_rate)
        sweep = experiments.sweep_bowl(bowl)
        bowl_map.show(bowl, descent.path)
        curve.set_ydata(np.clip(sweep.heights, *HEIGHT_LIMITS))
        plots.move_points(point, [learning_rate], np.clip(descent.heights[-1:], *HEIGHT_LIMITS))
        for artist in (bowl_map.path, curve, point):
            artist.set_visible(hidden is None)
        limit.set_xdata([sweep.limit] * 2)
        # On the bowl, too, the limit is for the reader to find.
        told = hidden_words(prediction) is None
        limit.set_visible(told)
        if prediction is not None and isinstance(prediction.value, int | float):
            guess.set_xdata([prediction.value] * 2)
        return hidden or _say_rate(bowl, learning_rate, descent, sweep, told, prediction)

    redraw_when_settled(update, prediction)
    return update


def _draw_sweep(axes: Any) -> tuple[Any, ...]:
    """Draw the heights at the end, the reader's own, the limit and the prediction."""
    axes.set(xlim=experiments.BOWL_RATE_RANGE, xscale="log", ylim=HEIGHT_LIMITS, yscale="log")
    axes.set(
        xlabel=_words("axis_rate"),
        ylabel=_words("axis_last_height", n_steps=experiments.BOWL_STEPS),
    )
    rates = experiments.BOWL_RATES
    curve = plots.draw_curve(axes, rates, rates, "train", label=_words("all_rates"))
    point = plots.draw_points(axes, [], [], "network", s=70, label=_words("your_rate"))
    point.set_zorder(4)
    limit = plots.draw_marker(axes, "truth", label=_words("limit"))
    guess = plots.draw_marker(axes, "prediction", label=_words("your_guess"))
    return curve, point, limit, guess


def _say_rate(
    bowl: str,
    learning_rate: float,
    descent: experiments.Descent,
    sweep: experiments.BowlSweep,
    told: bool,
    prediction: Prediction | None,
) -> str:
    outside = descent.escape is not None
    return _words(
        "choose_rate",
        learning_rate=learning_rate,
        bowl=_words(bowl),
        n_steps=experiments.BOWL_STEPS,
        first=descent.heights[0],
        last=descent.heights[-1],
        verdict=_words(descent.verdict),
        outside=_words("outside", following=descent.escape) if outside else "",
        limit=_words("limit_told", largest=sweep.limit) if told else "",
        guess=recall_words(prediction),
    )
