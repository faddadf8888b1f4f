"""Live figure of lesson 4: where gradient descent ends on a bowl, for every learning rate."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures.lesson4.bowl_map import HEIGHT_LIMITS, BowlMap, choose_bowl
from lessonlib.live import Answer, LiveFigure, LogRange, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson4/choosing", "choose_rate")
_labels = _words.labels


def choose_rate(prediction: Prediction | None = None) -> LiveFigure:
    """Choose α on a round bowl and on a long valley; see where it diverges.

    Parameters
    ----------
    prediction : Prediction, optional
        The α at which the reader thinks the steps diverge on the long valley.
        The valley stays hidden until it is settled.
    """
    picture = _RatePicture(prediction)
    hidden = [picture.map.path, picture.curve, picture.point]
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, hidden, when=_is_valley),
        bowl=choose_bowl(_labels),
        learning_rate=LogRange(*experiments.BOWL_RATE_RANGE),
    )


def _is_valley(bowl: str, **_: Any) -> bool:
    return bowl == "valley"


class _RatePicture:
    """A path down a bowl, and the heights at the end against the learning rate."""

    def __init__(self, prediction: Prediction | None) -> None:
        self.prediction = prediction
        self.figure, (axes, height_axes) = plots.new_figure(2, height=3.6)
        self.map = BowlMap(axes)
        self._draw_heights(height_axes)
        shown = [self.curve, self.point, self.limit] + ([] if prediction is None else [self.guess])
        plots.add_legend(height_axes, shown, ncols=2)

    def _draw_heights(self, axes: Axes) -> None:
        """Draw the heights at the end, the reader's own, the limit and the prediction."""
        axes.set(xlim=experiments.BOWL_RATE_RANGE, xscale="log", ylim=HEIGHT_LIMITS, yscale="log")
        last_height = _words("axis_last_height", n_steps=experiments.BOWL_STEPS)
        axes.set(xlabel=_words("axis_rate"), ylabel=last_height)
        rates = experiments.BOWL_RATES
        self.curve = plots.draw_curve(axes, rates, rates, "train", label=_labels["all_rates"])
        self.point = plots.draw_points(axes, [], [], "network", s=70, label=_labels["your_rate"])
        self.point.set_zorder(4)
        self.limit = plots.draw_marker(axes, "truth", label=_labels["limit"])
        self.guess = plots.draw_marker(axes, "prediction", label=_labels["your_guess"])

    def show(self, bowl: str = "round", learning_rate: float = 0.1) -> str:
        """Show a descent among all others, and say it."""
        descent = experiments.descend(bowl, learning_rate)
        sweep = experiments.sweep_bowl(bowl)
        self.map.show(bowl, descent.path)
        self.curve.set_ydata(np.clip(sweep.heights, *HEIGHT_LIMITS))
        last = np.clip(descent.heights[-1:], *HEIGHT_LIMITS)
        plots.move_points(self.point, [learning_rate], last)
        self.limit.set_xdata([sweep.limit] * 2)
        # On the round bowl, too, the limit is for the reader to find.
        told = self.prediction is None or self.prediction.is_settled
        self.limit.set_visible(told)
        if self.prediction is not None and isinstance(self.prediction.value, int | float):
            self.guess.set_xdata([self.prediction.value] * 2)
        return _say_rate(bowl, learning_rate, descent, sweep.limit if told else None)


def _say_rate(
    bowl: str, learning_rate: float, descent: experiments.Descent, limit: float | None
) -> str:
    escape = descent.escape
    return _words(
        "sentence",
        learning_rate=learning_rate,
        bowl=_labels[bowl],
        n_steps=experiments.BOWL_STEPS,
        first=descent.heights[0],
        last=descent.heights[-1],
        verdict=_words(f"it_{descent.verdict}"),
        outside="" if escape is None else _words("outside", following=escape),
        limit="" if limit is None else _words("limit_told", largest=limit),
    )
