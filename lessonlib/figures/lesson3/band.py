"""What several pictures of lesson 3 share: the band within ε, and the two numbers as curves."""

from collections.abc import Mapping
from typing import Any

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


def draw_scores(axes: Axes, x: FloatArray, *, labels: Mapping[str, str]) -> dict[str, Line2D]:
    """Draw loss and metric against ``x``, the metric as the staircase that it is."""
    styles: dict[str, dict[str, Any]] = {LOSS: {}, METRIC: {"drawstyle": "steps-mid"}}
    return {
        name: plots.draw_curve(axes, x, 0 * x, role, label=labels[name], **styles[role])
        for name, role in SCORES.items()
    }


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
