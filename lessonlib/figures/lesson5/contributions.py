"""Bars beside the graph of lesson 5: what each path contributes, and how the two add up."""

from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lessonlib import plots
from lessonlib.figures.lesson5.diagram import BACKWARD, PATH_2, PATH_3, TEXT
from lessonlib.figures.lesson5.notation import say_number
from lessonlib.figures.lesson5.scales import reach_of
from lessonlib.words import Words

_labels = Words("figures/lesson5/paths", "contributions").labels
_ROWS = {"y2": -1.3, "y3": -1.65, "sum": -2.0}
_COLORS = {"y2": PATH_2, "y3": PATH_3, "sum": BACKWARD}
_MIDDLE, _HALF, _HEIGHT, _TICKS = 6.42, 0.82, 0.22, -2.3


class Contributions:
    """Three bars in the free corner below the loss; each part begins where the one before ends.

    Parameters
    ----------
    axes : Axes
        Of a :class:`lessonlib.figures.lesson5.diagram.Diagram`.
    """

    def __init__(self, axes: Axes) -> None:
        top, bottom = _ROWS["y2"] + _HEIGHT, _ROWS["sum"] - _HEIGHT
        look: dict[str, Any] = {"fontsize": TEXT, "va": "center"}
        (zero,) = axes.plot([_MIDDLE] * 2, [bottom, top], color=plots.GREY, linewidth=0.8)
        self._ticks = {
            side: axes.text(_MIDDLE + side * _HALF, _TICKS, "", ha="center", **look)
            for side in (-1, 0, 1)
        }
        self._bars, self._numbers, names = {}, {}, []
        for name, y in _ROWS.items():
            names.append(axes.text(_MIDDLE - _HALF - 0.08, y, _labels[name], ha="right", **look))
            bar = Rectangle((_MIDDLE, y - _HEIGHT / 2), 0.0, _HEIGHT, color=_COLORS[name])
            self._bars[name] = axes.add_patch(bar)
            self._numbers[name] = axes.text(_MIDDLE + _HALF + 0.08, y, "", ha="left", **look)
        self._frame = [zero, *names]

    def show(self, parts: Mapping[str, float]) -> None:
        """Show the parts through some of the two nodes, and the sum if both are there."""
        ends, at = {}, 0.0
        for name, part in parts.items():
            ends[name] = at, at + part
            at += part
        if len(parts) == 2:
            ends["sum"] = 0.0, at
        reach = reach_of(one for both in ends.values() for one in both)
        for name, bar in self._bars.items():
            start, end = ends.get(name, (0.0, 0.0))
            bar.set(x=_MIDDLE + _HALF * start / reach, width=_HALF * (end - start) / reach)
            self._numbers[name].set_text(say_number(end - start) if name in ends else "")
        for side, tick in self._ticks.items():
            tick.set_text(say_number(side * reach) if ends else "")
        for one in self._frame:
            one.set_visible(bool(ends))
