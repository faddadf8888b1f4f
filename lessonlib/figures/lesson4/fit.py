"""The fit of lesson 4's network to its data, as two figures draw it."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson4 as experiments

_CALM = 2.5  # what is drawn of y, up and down, unless the fit goes beyond


class FitPicture:
    """Data, truth and fit; of a training that diverged only the word.

    Parameters
    ----------
    axes : Axes
    labels : mapping of str to str
        What ``data``, ``truth`` and ``network`` are called, and the word ``diverged``.

    Attributes
    ----------
    answer : list of Artist
        What shows how the training went.
    """

    def __init__(self, axes: Axes, *, labels: Mapping[str, str]) -> None:
        grid = experiments.GRID
        axes.set(xlim=(grid[0], grid[-1]), ylim=(-_CALM, _CALM), xlabel="x", ylabel="y")
        self._axes = axes
        self._points = plots.draw_points(axes, [], [], "data", label=labels["data"])
        truth = TRUE_FUNCTIONS["sine"](grid)
        plots.draw_curve(axes, grid, truth, "truth", label=labels["truth"])
        look = {"label": labels["network"], "linewidth": 2.5}
        self._curve = plots.draw_curve(axes, grid, truth, "network", **look)
        plots.add_legend(axes, fontsize=10)
        self._notice = plots.draw_notice(axes, labels["diverged"])
        self.answer = [self._curve, self._notice]

    def show(self, training: experiments.NetworkTraining, *, diverged: bool) -> None:
        """Show a training after some of its steps, or that it has diverged."""
        plots.move_points(self._points, training.x, training.y)
        limit = _limit_for(0.0 if diverged else float(np.abs(training.fit).max()))
        if self._axes.get_ylim() != (-limit, limit):
            self._axes.set_ylim(-limit, limit)
        self._curve.set_ydata(np.zeros_like(training.fit) if diverged else training.fit)
        self._curve.set_visible(not diverged)
        self._notice.set_visible(diverged)


def _limit_for(largest: float) -> float:
    """Return the calm limit, or the next of 5, 10, 20, 50, … that holds the fit."""
    if largest <= _CALM:
        return _CALM
    power = 10.0 ** np.floor(np.log10(largest))
    return float(next(one * power for one in (1, 2, 5, 10) if one * power >= largest))
