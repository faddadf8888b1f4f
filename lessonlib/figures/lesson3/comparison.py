"""Live figures of lesson 3: the two networks of the question, unjudged and judged."""

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.text import Text

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson3 import (
    GRID,
    MOST_TOLERANCE,
    TOLERANCES,
    Comparison,
    compare_networks,
)
from lessonlib.figures.lesson3.band import WIDTH, draw_band, move_band
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_shared = Words("figures/lesson3/comparison")
_two_words = Words("figures/lesson3/comparison", "two_networks")
_judged_words = Words("figures/lesson3/comparison", "two_networks_judged")
_labels = _judged_words.labels
_LINES = {"A": "-", "B": (0, (4, 2))}


def two_networks(tolerance: float = 0.25) -> LiveFigure:
    """Draw the question of the lesson: which of two networks is better."""
    both = compare_networks(tolerance)
    figure, panels = plots.new_figure(2, width=WIDTH, height=2.9, sharey=True)
    for axes, name in zip(panels, both.curves, strict=True):
        network = _Network(axes, name, both)
        network.show(tolerance)
        plots.add_legend(axes, [network.curve, network.band], handlelength=1.2)
    panels[0].set_ylabel(_shared("axis_y"))
    return live(figure, lambda: _say_both(both, tolerance), title=_two_words("title"))


def _say_both(both: Comparison, tolerance: float) -> str:
    return _two_words(
        "sentence",
        n_samples=len(both.y),
        tolerance=tolerance,
        **{f"{name}_hits": n_hits for name, n_hits in both.n_hits.items()},
        **{f"{name}_worst": worst for name, worst in both.worst.items()},
    )


class _Network:
    """One of the two networks: its curve with the band, and the points."""

    def __init__(self, axes: Axes, name: str, both: Comparison) -> None:
        self._curve = both.curves[name]
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel=_shared("axis_x"))
        axes.set_title(_shared("network", name=name), fontsize=10, loc="right")
        self.band = draw_band(axes, labels=_labels)
        self.curve = plots.draw_curve(axes, GRID, self._curve, "network", label=_labels["network"])
        plots.draw_points(axes, both.x, both.y, "truth", s=20, label="_", zorder=3)

    def show(self, tolerance: float) -> None:
        move_band(self.band, self._curve, tolerance)


def two_networks_judged() -> LiveFigure:
    """Draw the question once more, with what a loss and two metrics say of each network."""
    drawing = _Judged()
    return live(
        drawing.figure,
        drawing.show,
        title=_judged_words("title"),
        labels=_labels,
        tolerance=(0.05, MOST_TOLERANCE, 0.05),
    )


class _Judged:
    """Both networks with their numbers, and Acc_ε of both against ε."""

    def __init__(self) -> None:
        self.figure, (*panels, axes) = plots.new_figure(3, width=WIDTH, height=3.1)
        both = compare_networks(MOST_TOLERANCE)
        self.networks: dict[str, _Network] = {}
        self.numbers: dict[str, Text] = {}
        self.dots: dict[str, PathCollection] = {}
        for panel, name in zip(panels, both.curves, strict=True):
            self.networks[name] = _Network(panel, name, both)
            panel.set_ylim(-2.5, 4.6)
            self.numbers[name] = panel.text(X_MIN + 0.2, 4.4, "", va="top", fontsize=9)
        panels[0].set_ylabel(_shared("axis_y"))
        self._draw_accuracies(axes, both)

    def _draw_accuracies(self, axes: Axes, both: Comparison) -> None:
        axes.set(xlim=(0, MOST_TOLERANCE), ylim=(0, 1.05), xlabel=_judged_words("axis_tolerance"))
        axes.set_title(_judged_words("axis_accuracy"), fontsize=10, loc="right")
        for name, accuracies in both.accuracy_of_tolerances.items():
            style = {"linestyle": _LINES[name], "label": name}
            plots.draw_curve(axes, TOLERANCES, accuracies, "network", **style)
            self.dots[name] = plots.draw_points(axes, [], [], "network", s=45, label="_")
        self.marker = plots.draw_marker(axes, "validation", linestyle="-", label="_")
        plots.add_legend(axes, ncols=2)

    def show(self, tolerance: float = 0.25) -> str:
        both = compare_networks(tolerance)
        self.marker.set_xdata([tolerance, tolerance])
        for name, network in self.networks.items():
            network.show(tolerance)
            numbers = {"mse": both.mse[name], "worst": both.worst[name]}
            text = _judged_words("numbers", accuracy=both.accuracy[name], **numbers)
            self.numbers[name].set_text(text)
            plots.move_points(self.dots[name], [tolerance], [both.accuracy[name]])
        return _say_judged(both, tolerance)


def _say_judged(both: Comparison, tolerance: float) -> str:
    first, second = both.accuracy["A"], both.accuracy["B"]
    return _judged_words(
        "sentence",
        tolerance=tolerance,
        verdict=_judged_words("tie" if first == second else "for_a" if first > second else "for_b"),
        **{f"{name}_mse": mse for name, mse in both.mse.items()},
        **{f"{name}_worst": worst for name, worst in both.worst.items()},
        **{f"{name}_accuracy": accuracy for name, accuracy in both.accuracy.items()},
    )
