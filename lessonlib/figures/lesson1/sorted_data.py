"""Live figure of lesson 1: the trap of sorted data."""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson1 import GRID, SORTED_DRAWS, SortedFits, fit_sorted
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_words = Words("figures/lesson1/sorted_data", "sorted_trap")
_labels = _words.labels
_ERRORS = (1e-2, 4e3)
_HEIGHT = 2.5


def sorted_trap(prediction: Prediction | None = None) -> LiveFigure:
    """Split sorted data with or without shuffling, and fit the first part.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the test error. The picture without
        shuffling stays hidden until it is settled.
    """
    drawing = _Trap()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, drawing.answer, when=lambda shuffle, **_: not shuffle),
        shuffle=True,
        hidden_width=(5, 20),
        draw=(SORTED_DRAWS[0], SORTED_DRAWS[-1]),
    )


class _Trap:
    """The points of three subsets with the curve, and the errors of all draws."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.6)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-_HEIGHT, _HEIGHT))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        faint = {"linewidth": 0.6, "alpha": 0.4, "label": _labels["others"]}
        self.others = plots.draw_curve(axes, [], [], "network", **faint)
        self.points = draw_subsets(axes, labels=_labels)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels["network"])
        plots.add_legend(axes, fontsize=10, ncols=3)
        self._draw_errors(error_axes)

    def _draw_errors(self, axes: Axes) -> None:
        axes.set(xlim=(-0.5, 2.5), ylim=_ERRORS, yscale="log", ylabel=_words("axis_error"))
        axes.set_xticks(range(3), [_labels[name] for name in SUBSETS])
        axes.set_yticks([0.01, 0.1, 1, 10, 100, 1000], ["0.01", "0.1", "1", "10", "100", "1000"])
        self.errors = {
            name: plots.draw_points(axes, [], [], name, s=10, alpha=0.4) for name in SUBSETS
        }
        self.here = {name: plots.draw_points(axes, [], [], name, s=60) for name in SUBSETS}
        self.numbers = {
            name: axes.text(place, 1, "", ha="center", va="bottom", fontsize=10)
            for place, name in enumerate(SUBSETS)
        }
        self.answer: list[Artist] = [self.curve, self.others]
        for name in ("validation", "test"):
            self.answer += [self.errors[name], self.here[name], self.numbers[name]]

    def show(self, shuffle: bool = True, hidden_width: int = 10, draw: int = 17) -> str:
        fits, here = fit_sorted(shuffle, hidden_width), SORTED_DRAWS.index(draw)
        move_subsets(self.points, fits.points[here])
        self.curve.set_ydata(fits.curves[here])
        self.others.set_data(*plots.as_one_line(GRID, fits.curves.T))
        for place, name in enumerate(SUBSETS):
            errors = fits.errors[name]
            plots.move_points(self.errors[name], np.full(len(errors), place), errors)
            plots.move_points(self.here[name], [place], errors[[here]])
            self.numbers[name].set_text(f"{errors[here]:.2g}")
            self.numbers[name].set_y(1.3 * errors.max())
        return _say(fits, here, shuffle)


def _say(fits: SortedFits, here: int, shuffle: bool) -> str:
    return _words(
        "sentence",
        order=_words("shuffled" if shuffle else "in_order"),
        train=fits.errors["train"][here],
        test=fits.errors["test"][here],
        ratio=fits.ratios[here],
        n_draws=len(fits.ratios),
        low=fits.ratios.min(),
        high=fits.ratios.max(),
        leaves=_words("leaves") if abs(fits.curves).max() > _HEIGHT else "",
    )
