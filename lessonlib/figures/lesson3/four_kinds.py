"""Four kinds of days, by truth and answer: as parts of a histogram, and counted in a matrix."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from lessonlib import plots
from lessonlib.experiments.lesson3 import HIGHEST, LOWEST, SCORE_EDGES, RainCalls
from lessonlib.words import Words

_words = Words("figures/lesson3/thresholds", "four_kinds")
# By truth: dry, rain. What is called right is drawn full, what is called wrong pale.
COLORS = (plots.ORANGE, plots.BLUE)
FULL, PALE = 0.6, 0.25  # a number can be read on either, in the light theme and in the dark one
NAMES = (("TN", "FP"), ("FN", "TP"))  # by truth and answer
MOST_SHARE = 18.0  # percent of the days in one bar
_ROOM, _ROOM_LEFT = 3.0, 10.0  # °C that a name needs to the right of the threshold, and left


def _look(truth: int, answer: int) -> dict[str, Any]:
    return {"color": COLORS[truth], "alpha": FULL if truth == answer else PALE, "linewidth": 0}


class Histogram:
    """Dry days upwards, rainy days downwards, each cut by the threshold in two kinds."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(LOWEST, HIGHEST), ylim=(-MOST_SHARE, MOST_SHARE))
        axes.set(xlabel=_words("axis_score"), ylabel=_words("axis_share"))
        axes.set_yticks([-10, 0, 10], ["10", "0", "10"])
        nothing = np.zeros(len(SCORE_EDGES) - 1)
        self.bars, self.names = {}, {}
        for truth, answer in np.ndindex(2, 2):
            self.bars[truth, answer] = axes.stairs(
                nothing, SCORE_EDGES, baseline=nothing, fill=True, **_look(truth, answer)
            )
            side: dict[str, Any] = {"ha": "left" if answer else "right", "va": "center"}
            name, height = NAMES[truth][answer], self._height(truth)
            self.names[truth, answer] = axes.text(0, height, name, weight="bold", **side)
        axes.axhline(0, color=plots.INK, linewidth=0.8)
        for truth in (0, 1):
            name = _words("rainy_days" if truth else "dry_days")
            axes.text(LOWEST + 0.5, self._height(truth), name, va="center", fontsize=9)
        self.line = plots.draw_marker(axes, "test", linestyle="-")
        self.handle = plots.draw_points(axes, [], [], "test", s=90, zorder=3)

    @staticmethod
    def _height(truth: int) -> float:
        return (-0.9 if truth else 0.9) * MOST_SHARE

    def move(self, calls: RainCalls, threshold: float) -> None:
        """Cut the bars at the threshold, and write beside it what the parts are called."""
        for truth, answer in np.ndindex(2, 2):
            sign, called = -1 if truth else 1, calls.shares[truth, 1]
            inner = called * (1 - answer)  # days called rainy stand at the axis, the others on them
            outer = inner + calls.shares[truth, answer]
            self.bars[truth, answer].set_data(sign * outer, baseline=sign * inner)
            place = threshold + (0.4 if answer else -0.4)
            self.names[truth, answer].set_x(place)
            has_room = place < HIGHEST - _ROOM if answer else place > LOWEST + _ROOM_LEFT
            self.names[truth, answer].set_visible(bool(has_room))
        self.line.set_xdata([threshold, threshold])
        plots.move_points(self.handle, [threshold], [0])


class Matrix:
    """The confusion matrix: in each cell the number of days, and a square as large."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-0.8, 2.9), ylim=(2.7, -0.5), aspect="equal")
        axes.axis("off")
        self.squares, self.texts = {}, {}
        for truth, answer in np.ndindex(2, 2):
            corner = (answer, truth)
            axes.add_patch(Rectangle(corner, 1, 1, fill=False, edgecolor=plots.GREY))
            self.squares[truth, answer] = Rectangle((0, 0), 0, 0, **_look(truth, answer))
            axes.add_patch(self.squares[truth, answer])
            self.texts[truth, answer] = _write(axes, answer + 0.5, truth + 0.5, fontsize=9)
        for i, name in enumerate(("dry", "rain")):
            _write(axes, i + 0.5, -0.25, _words(f"says_{name}"), fontsize=9)
            _write(axes, -0.47, i + 0.5, _words(f"truth_{name}"), fontsize=9)
        self.scores = {
            "precision": _write(axes, 1.5, 2.38, fontsize=9),
            "recall": _write(axes, 2.48, 1.5, fontsize=9),
        }

    def move(self, calls: RainCalls) -> None:
        """Show these counts, and the two scores."""
        counts = calls.counts
        for (truth, answer), square in self.squares.items():
            side = (counts[truth, answer] / counts.sum()) ** 0.5
            square.set_bounds(answer + (1 - side) / 2, truth + (1 - side) / 2, side, side)
            count = f"{NAMES[truth][answer]}\n{counts[truth, answer]}"
            self.texts[truth, answer].set_text(count)
        for name, text in self.scores.items():
            values = {"precision": calls.precision, "recall": calls.recall}
            text.set_text(_words(f"known_{name}", **values))


def _write(axes: Axes, x: float, y: float, text: str = "", **style: Any) -> Text:
    return axes.text(x, y, text, ha="center", va="center", **style)
