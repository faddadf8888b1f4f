"""The sigmoid with a stem for each example: the gap between its class and its probability."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import COLORS
from lessonlib.words import Words

_words = Words("figures/lesson6/gaps")
_Z_LIMITS = (-12.0, 12.0)
_SMALLEST, _BY_LOSS = 5.0, 25.0  # area of a dot, and what a loss of 1 adds to it


class GapsView:
    """Each example at its logit and its class, and a stem from there to the curve: p - y.

    Parameters
    ----------
    axes : Axes
    """

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=_Z_LIMITS, ylim=(-0.12, 1.12))
        axes.set(xlabel=_words("axis_logit"), ylabel=_words("axis_class"))
        z = np.linspace(*_Z_LIMITS, 200)
        self.stems = [
            plots.draw_curve(axes, [], [], "data", color=color, linewidth=0.7) for color in COLORS
        ]
        curve = plots.draw_curve(axes, z, sigmoid(z), "network", label=_words("probability"))
        style = {"alpha": 0.6, "clip_on": False, "zorder": 3}
        self.dots = [
            plots.draw_points(axes, [], [], "data", color=color, **style) for color in COLORS
        ]
        self.beyond = axes.text(_Z_LIMITS[0] + 0.5, 0.62, "", fontsize=10, va="center")
        plots.add_legend(axes, [curve])

    def show(self, line: experiments.Line) -> None:
        """Set stems and dots to what a line makes of the train set."""
        inside, y = np.clip(line.logits, *_Z_LIMITS), experiments.train_set().y
        p = np.where(y == 1, line.probability, 1 - line.probability)
        areas = _SMALLEST - _BY_LOSS * np.log(np.maximum(p, 1e-15))
        for label, (stems, dots) in enumerate(zip(self.stems, self.dots, strict=True)):
            z, ends = inside[y == label], np.array([y, line.probability])[:, y == label]
            stems.set_data(*plots.as_one_line(np.zeros(2), ends))
            stems.set_xdata(np.repeat(z, 3))
            plots.move_points(dots, z, ends[0])
            dots.set_sizes(areas[y == label])
        n_beyond = int(np.sum(inside != line.logits))
        self.beyond.set_text(_words("beyond", n=n_beyond) if n_beyond else "")
