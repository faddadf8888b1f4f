"""The number line of lesson 4: what a step multiplies the distance by, from −1 to 1 and beyond."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from lessonlib import plots
from lessonlib.experiments.lesson4 import FACTORS
from lessonlib.words import Words

_words = Words("figures/lesson4/number_line")
# Each zone: its ends, its colour, and how strong it is.
_ZONES = {
    "diverges": (-np.inf, -1.0, plots.RED, 0.18),
    "zigzags": (-1.0, 0.0, plots.GREY, 0.3),
    "straight": (0.0, 1.0, plots.GREY, 0.12),
    "away": (1.0, np.inf, plots.RED, 0.08),
}
_ROOM = 0.5  # that a zone needs for its name
_LINE, _NAMES = 0.3, 0.97  # heights on the axes
_EDGE = 0.03


class NumberLine:
    """A line with the zones of the factor ``1 - α λ``, and dots on it that can be moved.

    Parameters
    ----------
    axes : Axes
    n_dots : int
        How many dots there are, each with a label above it.
    name : str, optional
        What stands below the line, if not that a larger α moves the dots to the left.

    Attributes
    ----------
    dots, beyond : PathCollection
        The dots on the line, and arrows at its edge for those that are farther out.
    labels : list of Text
    """

    def __init__(self, axes: Axes, n_dots: int, name: str = "") -> None:
        draw_zones(axes)
        axes.set(xlim=FACTORS, ylim=(0, 1), yticks=[], xticks=[-2, -1, 0, 1])
        axes.set_xlabel(name or _words("axis"))
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.tick_params(length=0, pad=-2)
        plots.draw_curve(axes, [-1, 1], [_LINE] * 2, "truth", linestyle="-", linewidth=3)
        plots.draw_curve(axes, FACTORS, [_LINE] * 2, "truth", linestyle="-", linewidth=0.8)
        for tick in (-1, 0, 1):
            ends = [_LINE - 0.13, _LINE + 0.13]
            plots.draw_curve(axes, [tick] * 2, ends, "truth", linestyle="-", linewidth=1.5)
        self.dots = plots.draw_points(axes, [], [], "network", s=110, zorder=5)
        self.beyond = plots.draw_points(axes, [], [], "network", s=110, zorder=5, marker="<")
        self.labels = [_draw_label(axes) for _ in range(n_dots)]
        self.artists = [self.dots, self.beyond, *self.labels]

    def show(self, factors: Any, labels: Sequence[str]) -> None:
        """Set where the dots stand, and what stands above them."""
        factors = np.asarray(factors)
        places = np.clip(factors, FACTORS[0] + _EDGE, FACTORS[1] - _EDGE)
        inside = places == factors
        for points, chosen in ((self.dots, inside), (self.beyond, ~inside)):
            plots.move_points(points, places[chosen], np.full(chosen.sum(), _LINE))
        # At the edge they would stand upon one another.
        far = ", ".join(label for label, one in zip(labels, inside, strict=True) if not one)
        labels = [
            label if one else far if i == np.argmin(inside) else ""
            for i, (label, one) in enumerate(zip(labels, inside, strict=True))
        ]
        for text, place, label in zip(self.labels, places, labels, strict=True):
            text.set_text(label)
            text.set_position((place, _LINE + 0.2))
            is_left = place < FACTORS[0] + 0.35
            text.set_ha("left" if is_left else "right" if place > 0.9 else "center")


def draw_zones(axes: Axes, limits: tuple[float, float] = FACTORS) -> None:
    """Shade the zones of the factor between limits, and name them at the top of the axes."""
    for name, (*ends, color, strength) in _ZONES.items():
        left, right = np.clip(ends, *limits)
        if right - left < _ROOM:
            continue
        axes.axvspan(left, right, color=color, alpha=strength, linewidth=0, zorder=0)
        axes.text(
            (left + right) / 2,
            _NAMES,
            _words(f"zone_{name}"),
            ha="center",
            va="top",
            fontsize=10.5,
            transform=axes.get_xaxis_transform(),
        )


def _draw_label(axes: Axes) -> Any:
    text = axes.text(0, 0, "", ha="center", va="bottom", fontsize=11, color=plots.VIOLET)
    text.set_in_layout(False)  # it moves, and must not move everything else
    return text


def new_figure_above_a_line(
    n_axes: int, *, height: float, **options: Any
) -> tuple[Figure, list[Axes], Axes]:
    """Make a figure with axes side by side, and one as wide as all of them below.

    Parameters
    ----------
    n_axes : int
        How many axes stand above.
    height : float
        Of the figure, in inches.
    **options : any
        Passed to ``Figure.add_gridspec``, such as ``width_ratios``.
    """
    layout = ConstrainedLayoutEngine(w_pad=0.08, wspace=0.03)
    figure = Figure(figsize=(7.8, height), layout=layout)
    grid = figure.add_gridspec(2, n_axes, height_ratios=(height - 1.2, 1.2), **options)
    above = [figure.add_subplot(grid[0, i]) for i in range(n_axes)]
    line = figure.add_subplot(grid[1, :])
    for one in (*above, line):
        one.spines[["top", "right"]].set_visible(False)
    return figure, above, line
