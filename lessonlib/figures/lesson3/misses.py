"""Live figure of lesson 3: which wrong tenth of the year gets the highest score."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments.lesson3 import (
    CHOICES,
    KINDS,
    N_CLASSES,
    YEARS,
    Misses,
    count_misses,
    kind_of_cells,
)
from lessonlib.figures.lesson3.band import WIDTH
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson3/misses", "misses")
_labels = _words.labels
_ROLES = dict(zip(KINDS, ("data", "train", "validation", "network"), strict=True))
_AREA = 4.5  # square points for each day


def misses() -> LiveFigure:
    """Draw the true against the best tenth of all days of a year, by the kind of the miss."""
    drawing = _Drawing()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        choice=[(_words(f"is_{name}"), name) for name in CHOICES],
        test_year=list(YEARS),
    )


class _Drawing:
    """A disc for each pair of tenths, as large as it has days, and a bar for each kind."""

    def __init__(self) -> None:
        sizes: dict[str, Any] = {"width": WIDTH, "height": 3.6, "width_ratios": (5, 4)}
        self.figure, (axes, bar_axes) = plots.new_figure(2, **sizes)
        self._draw_cells(axes)
        self._draw_bars(bar_axes)

    def _draw_cells(self, axes: Axes) -> None:
        limits, tenths = (0.3, N_CLASSES + 0.7), range(1, N_CLASSES + 1)
        axes.set(xlim=limits, ylim=limits[::-1], aspect="equal", xticks=tenths, yticks=tenths)
        axes.set(xlabel=_words("axis_best"), ylabel=_words("axis_true"))
        kinds = kind_of_cells()
        self.cells = [np.argwhere(kinds == number) for number in range(len(KINDS))]
        self.discs = [
            plots.draw_points(axes, cells[:, 1] + 1, cells[:, 0] + 1, _ROLES[kind], label="_")
            for kind, cells in zip(KINDS, self.cells, strict=True)
        ]

    def _draw_bars(self, axes: Axes) -> None:
        axes.set(xlim=(0, 100), ylim=(len(KINDS) - 0.4, -0.8), xlabel=_words("axis_share"))
        axes.set_yticks([])
        places = range(len(KINDS))
        colors = [plots.ROLES[_ROLES[kind]]["color"] for kind in KINDS]
        self.bars = axes.barh(places, [0] * len(KINDS), height=0.4, color=colors)
        self.texts = [axes.text(1, place - 0.33, "", fontsize=9, va="center") for place in places]

    def show(self, choice: str = "all_tenths", test_year: int = 2015) -> str:
        found = count_misses(choice, test_year)
        for discs, cells in zip(self.discs, self.cells, strict=True):
            discs.set_sizes(_AREA * found.days[cells[:, 0], cells[:, 1]])
        for bar, text, kind in zip(self.bars, self.texts, KINDS, strict=True):
            share = 100 * found.counts[kind] / found.n_days
            bar.set_width(share)
            text.set_text(_words("bar", kind=_labels[kind], n=found.counts[kind], share=share))
        return _say(found, choice, test_year)


def _say(found: Misses, choice: str, test_year: int) -> str:
    return _words(
        "sentence",
        test_year=test_year,
        n_days=found.n_days,
        n_misses=found.n_misses,
        neighbour=found.counts["neighbour"],
        other_half=found.counts["other_half"],
        rest=found.counts["rest"],
        right=100 * found.counts["right"] / found.n_days,
        chance=100 / len(CHOICES[choice]),
    )
