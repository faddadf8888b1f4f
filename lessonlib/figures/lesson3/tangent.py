"""A tangent on a curve: a short straight line that shows the slope, and where it is measured."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots

_REACH = 0.22  # to each side, as a share of the picture


class Tangent:
    """A point on a curve, and a line through it as steep as the curve.

    Parameters
    ----------
    axes : Axes
    role : str
        That of the curve: the point has its colour.
    """

    def __init__(self, axes: Axes, role: str) -> None:
        self._axes = axes
        solid = {"linestyle": "-", "linewidth": 1.8, "label": "_"}
        self.line = plots.draw_curve(axes, [], [], "truth", **solid)
        self.dot = plots.draw_points(axes, [], [], role, s=55, zorder=4, label="_")

    def show(self, x: float, y: float, slope: float) -> None:
        """Let the tangent touch at (x, y); it looks equally long however steep it is."""
        (left, right), (low, high) = self._axes.get_xlim(), self._axes.get_ylim()
        width, height = right - left, high - low
        rise = slope * width / height
        reach = _REACH * width / np.hypot(1, rise)
        self.line.set_data([x - reach, x + reach], [y - reach * slope, y + reach * slope])
        plots.move_points(self.dot, [x], [y])
