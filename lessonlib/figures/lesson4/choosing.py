"""Live figure of lesson 4: where gradient descent ends on a bowl, for every learning rate."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures.lesson4.landscape_map import HEIGHT_LIMITS, LandscapeMap
from lessonlib.figures.lesson4.number_line import NumberLine, new_figure_above_a_line
from lessonlib.live import Answer, LiveFigure, LogRange, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson4/choosing", "choose_rate")
_labels = _words.labels
_LONG = 12.0  # longer than the map
# Where the name of an axis stands: from the lowest point, and from its axis, across and up.
_NAMED_AT, _BESIDE = 2.6, (0.85, 0.35)

# The curve runs along the edge where it would leave the picture.
_TICKS = ["≤10⁻⁶", "10⁻⁴", "0.01", "1", "100", "≥10⁴"]


def choose_rate(prediction: Prediction | None = None) -> LiveFigure:
    """Choose α on a round bowl and on a long valley, turn it, and see where it diverges.

    Parameters
    ----------
    prediction : Prediction, optional
        The α at which the reader thinks the steps diverge on the long valley.
        The valley's paths stay hidden until it is settled.
    """
    picture = _RatePicture(prediction)
    hidden = [picture.map.path, picture.curve, picture.point, *picture.line.artists]
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, hidden, when=_is_valley),
        on_stage=("learning_rate", "bowl"),
        bowl=[(_labels[name], name) for name in experiments.BOWLS],
        learning_rate=LogRange(*experiments.BOWL_RATE_RANGE),
        tilt=(0, 90),
    )


def _is_valley(bowl: str, **_: Any) -> bool:
    return bowl == "valley"


class _RatePicture:
    """A path down a bowl, the heights at the end against α, and the factors along both axes."""

    def __init__(self, prediction: Prediction | None) -> None:
        self.prediction = prediction
        self.figure, (axes, height_axes), line_axes = new_figure_above_a_line(
            2, height=4.9, width_ratios=(3, 2.2)
        )
        self.map = LandscapeMap(axes)
        self.axes = [
            plots.draw_curve(axes, [], [], "truth", linestyle="--", linewidth=1) for _ in range(2)
        ]
        self.names = [axes.text(0, 0, "", fontsize=11, ha="center", va="center") for _ in range(2)]
        for name in self.names:
            name.set_in_layout(False)
        self._draw_heights(height_axes)
        self.line = NumberLine(line_axes, 2)

    def _draw_heights(self, axes: Axes) -> None:
        """Draw the heights at the end, the reader's own, the limit and the prediction."""
        axes.set(xlim=experiments.BOWL_RATE_RANGE, xscale="log", ylim=HEIGHT_LIMITS, yscale="log")
        last_height = _words("axis_last_height", n_steps=experiments.BOWL_STEPS)
        axes.set(xlabel=_words("axis_rate"), ylabel=last_height)
        axes.set_yticks([1e-6, 1e-4, 1e-2, 1, 1e2, 1e4], labels=_TICKS)
        rates = experiments.BOWL_RATES
        self.curve = plots.draw_curve(axes, rates, rates, "data", label=_labels["all_rates"])
        self.point = plots.draw_points(axes, [], [], "network", s=70, label=_labels["your_rate"])
        self.point.set_zorder(4)
        self.limit = plots.draw_marker(axes, "truth", label=_labels["limit"])
        self.guess = plots.draw_marker(axes, "prediction", label=_labels["your_guess"])
        guess = [] if self.prediction is None else [self.guess]
        plots.add_legend(axes, [self.curve, self.point, self.limit, *guess], ncols=2, fontsize=10)

    def show(self, bowl: str = "round", learning_rate: float = 0.1, tilt: int = 0) -> str:
        """Show a descent among all others, and say it."""
        descent = experiments.descend(bowl, learning_rate, tilt=float(tilt))
        sweep = experiments.sweep_bowl(bowl, float(tilt))
        self.map.show(bowl, descent.walk.path, float(tilt))
        self._show_axes(descent)
        self.curve.set_ydata(np.clip(sweep.heights, *HEIGHT_LIMITS))
        last = np.clip(descent.walk.heights[-1:], *HEIGHT_LIMITS)
        plots.move_points(self.point, [learning_rate], last)
        self.limit.set_xdata([sweep.limit] * 2)
        # On the round bowl, too, the limit is for the reader to find.
        told = self.prediction is None or self.prediction.is_settled
        self.limit.set_visible(told)
        if self.prediction is not None and isinstance(self.prediction.value, int | float):
            self.guess.set_xdata([self.prediction.value] * 2)
        return _say_rate(bowl, learning_rate, descent, sweep.limit if told else None)

    def _show_axes(self, descent: experiments.Descent) -> None:
        """Draw the axes of the valley with their curvatures, and the factor along each."""
        alike = descent.curvatures[0] == descent.curvatures[1]
        labels = []
        for i, (axis, name) in enumerate(zip(self.axes, self.names, strict=True)):
            direction, curvature = descent.axes[:, i], descent.curvatures[i]
            axis.set_data(*np.transpose([-_LONG * direction, _LONG * direction]))
            name.set_text(_words("curvature", curvature=curvature))
            across = np.array([-direction[1], direction[0]])
            name.set_position(tuple(-_NAMED_AT * direction + across * _BESIDE))
            for artist in (axis, name):
                artist.set_visible(not alike)
            labels.append(name.get_text())
        self.line.show(descent.factors, [labels[0], ""] if alike else labels)


def _say_rate(
    bowl: str, learning_rate: float, descent: experiments.Descent, limit: float | None
) -> str:
    escape, heights = descent.walk.escape, descent.walk.heights
    return _words(
        "sentence",
        learning_rate=learning_rate,
        bowl=_labels[bowl],
        n_steps=experiments.BOWL_STEPS,
        first=heights[0],
        last=heights[-1],
        verdict=_words(f"it_{descent.verdict}"),
        outside="" if escape is None else _words("outside", following=escape),
        limit="" if limit is None else _words("limit_told", largest=limit),
    )
