"""What several pictures of lesson 3 share: the band within ε, and the two numbers as curves."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D

from lessonlib import plots
from lessonlib.arguments import FloatArray
from lessonlib.experiments.lesson3 import GRID

# Training makes the loss small; validation chooses by the metric. They lend their colours.
LOSS, METRIC = "train", "validation"
SCORES = {"mse": LOSS, "accuracy": METRIC}  # and the role of each
WIDTH = 7.0  # inches: in a column of 632 pixels the smallest text still has 11


def draw_score(axes: Axes, x: FloatArray, name: str, *, labels: Mapping[str, str]) -> Line2D:
    """Draw loss or metric against ``x``, the metric as the staircase that it is."""
    style = {"drawstyle": "steps-mid", "linestyle": "-"} if SCORES[name] == METRIC else {}
    return plots.draw_curve(axes, x, 0 * x, SCORES[name], label=labels[name], **style)


def draw_band(axes: Axes, *, labels: Mapping[str, str]) -> PolyCollection:
    """Draw the band within ε of a curve; :func:`move_band` says where it is."""
    color = plots.ROLES[METRIC]["color"]
    band = PolyCollection([], facecolor=color, alpha=0.25, label=labels["band"])
    axes.add_collection(band, autolim=False)
    return band


def move_band(band: PolyCollection, curve: FloatArray, tolerance: float) -> None:
    """Set the band of :func:`draw_band`.

    Parameters
    ----------
    band : PolyCollection
    curve : ndarray of shape (len(GRID),)
        Outputs of the network on ``GRID``.
    tolerance : float
    """
    upper, lower = (np.column_stack([GRID, curve + d]) for d in (tolerance, -tolerance))
    band.set_verts([np.concatenate([upper, lower[::-1]])])
