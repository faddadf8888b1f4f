"""A map of the bowls of lesson 4: lines of equal height, and a path across them."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments

_LEVELS = 0.5 * np.arange(0.5, 10.0) ** 2
HEIGHT_LIMITS = (1e-6, 1e4)
FAR = 100.0  # a path is drawn up to the first point that is this far out


class BowlMap:
    """Both bowls, one of them shown, and a path.

    Parameters
    ----------
    axes : Axes

    Attributes
    ----------
    path : Line2D
    """

    def __init__(self, axes: Any) -> None:
        self._bowls = {name: draw_bowl(axes, name) for name in experiments.BOWLS}
        self.path = draw_path(axes)

    def show(self, bowl: str, path: Any) -> None:
        """Show one of the bowls, and a path up to its first step far outside the picture."""
        for name, contours in self._bowls.items():
            contours.set_visible(name == bowl)
        far = np.abs(path).max(axis=1) > FAR
        end = int(np.argmax(far)) + 1 if far.any() else len(path)
        self.path.set_data(*np.clip(path[:end], -10 * FAR, 10 * FAR).T)


def draw_bowl(axes: Any, bowl: str) -> Any:
    """Draw the lines of equal height of a bowl, and a cross at its lowest point."""
    across, up = (np.linspace(*ends, n) for ends, n in zip(experiments.MAP, (91, 121), strict=True))
    axes.set(xlim=experiments.MAP[0], ylim=experiments.MAP[1], aspect="equal")
    axes.set(xlabel="w₀", ylabel="w₁")
    places = np.stack(np.meshgrid(across, up), axis=-1)
    heights = experiments.height(bowl, places)
    axes.plot(0, 0, "+", color=plots.INK, markersize=9)
    return axes.contour(across, up, heights, _LEVELS, colors=plots.GREY, linewidths=0.8)


def draw_path(axes: Any) -> Any:
    """Draw a line with a point at each step; its data are set later."""
    look = {"marker": "o", "markersize": 4, "linewidth": 1.2, "zorder": 3}
    return plots.draw_curve(axes, [], [], "network", **look)


def choose_bowl(words: Any) -> list[tuple[str, str]]:
    """Return the choices of a control for the bowl, by what they are called."""
    return [(words(name), name) for name in experiments.BOWLS]
