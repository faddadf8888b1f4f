"""The fit of lesson 4's network to its data, as two figures draw it."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson4 as experiments

Y_LIMITS = (-2.5, 2.5)


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
        axes.set(xlim=(grid[0], grid[-1]), ylim=Y_LIMITS, xlabel="x", ylabel="y")
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
        self._curve.set_ydata(np.clip(training.fit, -1e3, 1e3))
        self._curve.set_visible(not diverged)
        self._notice.set_visible(diverged)
