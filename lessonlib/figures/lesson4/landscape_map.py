"""A map of the landscapes of lesson 4: lines of equal height, shaded by depth, and a path."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb

from lessonlib import plots
from lessonlib.experiments.lesson4 import BOWLS, MAP, axes_of, height, lowest_points

_BOWL_LEVELS = 0.5 * np.arange(9.5, 0.0, -1.0) ** 2  # the widest first: the others lie on it
_TWO_LEVELS = 0.05 * np.arange(1, 21) ** 2
_SHADE, _DARKEST = 0.08, 0.6  # of one level, and of all together
_CIRCLE = np.linspace(0, 2 * np.pi, 73)
HEIGHT_LIMITS = (1e-6, 1e4)
FAR = 100.0  # a path is drawn up to the first point that is this far out


class LandscapeMap:
    """One of the landscapes, and a path on it.

    Parameters
    ----------
    axes : Axes
    with_two : bool
        Whether the landscape with two lowest points may be shown.

    Attributes
    ----------
    path : Line2D
    """

    def __init__(self, axes: Axes, *, with_two: bool = False) -> None:
        axes.set(xlim=MAP[0], ylim=MAP[1], aspect="equal", xlabel="w₀", ylabel="w₁")
        self._bowl = _draw_bowl(axes)
        self._two = _draw_two(axes) if with_two else []
        (self._lowest,) = axes.plot([], [], "+", color=plots.INK, markersize=9)
        self.path = draw_path(axes)

    def show(self, landscape: str, path: Any = (), tilt: float = 0.0) -> None:
        """Show a landscape, and a path up to its first step far outside the picture."""
        self._bowl.set_visible(landscape in BOWLS)
        if landscape in BOWLS:
            self._bowl.set_verts(_ellipses(landscape, tilt))
        for contours in self._two:
            contours.set_visible(landscape == "two")
        self._lowest.set_data(*lowest_points(landscape).T)
        self.path.set_data(*_near(path))


def _near(path: Any) -> Any:
    """Cut a path after its first point that is far out, and that point where it would not draw."""
    path = np.reshape(path, (-1, 2))
    far = np.abs(path).max(axis=1, initial=0) > FAR
    end = int(np.argmax(far)) + 1 if far.any() else len(path)
    return np.clip(path[:end], -10 * FAR, 10 * FAR).T


def _draw_bowl(axes: Axes) -> PolyCollection:
    shade = (*to_rgb(plots.GREY), _SHADE)
    look: dict[str, Any] = {"facecolors": [shade], "edgecolors": plots.GREY, "linewidths": 0.8}
    bowl = PolyCollection([], zorder=1, **look)
    axes.add_collection(bowl, autolim=False)
    return bowl


def _ellipses(bowl: str, tilt: float) -> list[Any]:
    """Return the lines of equal height of a bowl, each of shape (n_points, 2)."""
    circle = np.column_stack([np.cos(_CIRCLE), np.sin(_CIRCLE)])
    unit = circle / np.sqrt(BOWLS[bowl]) @ axes_of(tilt).T
    return [np.sqrt(2 * level) * unit for level in _BOWL_LEVELS]


def _draw_two(axes: Axes) -> list[Any]:
    across, up = (np.linspace(*ends, n) for ends, n in zip(MAP, (91, 61), strict=True))
    heights = height("two", np.stack(np.meshgrid(across, up), axis=-1))
    n_below = np.arange(len(_TWO_LEVELS), 0, -1)
    shades = [(*to_rgb(plots.GREY), _DARKEST * n / n_below[0]) for n in n_below]
    levels = np.append(0.0, _TWO_LEVELS)
    filled = axes.contourf(across, up, heights, levels, colors=shades, zorder=0)
    look: dict[str, Any] = {"colors": plots.GREY, "linewidths": 0.8, "zorder": 1}
    return [filled, axes.contour(across, up, heights, _TWO_LEVELS, **look)]


def draw_path(axes: Axes, **style: Any) -> Any:
    """Draw a line with a point at each step; its data are set later."""
    look = {"marker": "o", "markersize": 4, "linewidth": 1.2, "zorder": 3} | style
    return plots.draw_curve(axes, [], [], "network", **look)
