"""The fit of lesson 4's network to its data, as two figures draw it."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.experiments import lesson4 as experiments
from lessonlib.words import Words

_labels = Words("labels")


class FitPicture:
    """Data, truth and fit; of a training that diverged only the word.

    Parameters
    ----------
    axes : Axes

    Attributes
    ----------
    answer : list of Artist
        What shows how the training went.
    """

    def __init__(self, axes: Any) -> None:
        axes.set(
            xlim=(experiments.GRID[0], experiments.GRID[-1]),
            ylim=(-2.5, 2.5),
            xlabel="x",
            ylabel="y",
        )
        self._points = plots.draw_points(axes, [], [], "data", label=_labels("data"))
        truth = TRUE_FUNCTIONS["sine"](experiments.GRID)
        plots.draw_curve(axes, experiments.GRID, truth, "truth", label=_labels("truth"))
        look = {"label": _labels("network"), "linewidth": 2.5}
        self._curve = plots.draw_curve(axes, experiments.GRID, truth, "network", **look)
        plots.add_legend(axes)
        self._notice = plots.draw_notice(axes, _labels("diverged"))
        self.answer = [self._curve, self._notice]

    def show(self, training: experiments.NetworkTraining) -> None:
        """Show a training."""
        diverged = training.diverged_at is not None
        plots.move_points(self._points, training.x, training.y)
        self._curve.set_ydata(np.clip(training.fit, -1e3, 1e3))
        self._curve.set_visible(not diverged)
        self._notice.set_visible(diverged)
