"""Live figure of lesson 2: a network built by hand, and training from there."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2 import (
    BENCH_GRID,
    MOST_STEPS,
    START_UNITS,
    HandBuilt,
    NetworkCurves,
    Unit,
    build_by_hand,
)
from lessonlib.figures.lesson2.bench import Bench, UnitHandle
from lessonlib.figures.lesson2.frames import add_legend, fit_frame
from lessonlib.live import LiveFigure, live
from lessonlib.training import TrainingResult
from lessonlib.words import Words

_words = Words("figures/lesson2/handmade", "hand_built")
_labels = _words.labels
_STRIDE = 20  # a step of the slider: the losses between would be too many points to draw
_LOSS_LIMITS = (1e-5, 10.0)
_TOP = 2.1  # of the frames, while everything fits


def hand_built(units: Sequence[tuple[float, float, float]] = START_UNITS) -> LiveFigure:
    """Build a network by hand, and let training go on from there.

    Parameters
    ----------
    units : sequence of Unit
        Where the reader starts: three in use, the others to be switched on.

    Notes
    -----
    Place, steepness and height belong to the chosen unit. To move a unit in
    code, name it first: ``update(unit=2, place=0.0)``.
    """
    picture = _BenchPicture(Bench(units, _labels))
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("n_steps", "true_function"),
        handles=picture.handles,
        remembers=True,  # the units that the sliders do not show
        true_function=list(TRUE_FUNCTIONS),
        n_units=(1, len(units)),
        **picture.bench.sliders,
        output_bias=(-2.0, 2.0, 0.05),
        n_steps=(0, MOST_STEPS, _STRIDE),
    )


def _draw_two_axes(figure: Figure, left: Any) -> list[Axes]:
    """Put two axes, one above the other, in the place of one."""
    rows = left.get_subplotspec().subgridspec(2, 1)
    left.remove()
    both = [figure.add_subplot(row) for row in rows]
    for axes in both:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-_TOP, _TOP))
        axes.spines[["top", "right"]].set_visible(False)
    return both


class _BenchPicture:
    """The artists of :func:`hand_built`: the sum, its parts beneath, the loss at the side."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.figure, (left, right) = plots.new_figure(2, height=4.8, width_ratios=(5, 2))
        top, bottom = _draw_two_axes(self.figure, left)
        self.top, self.bottom = top, bottom
        self._draw_sum(top)
        self._draw_parts(bottom)
        self._draw_loss(right)
        self.handles = [UnitHandle(dot, unit=i) for i, dot in enumerate(self.middles, start=1)]

    def _draw_sum(self, axes: Axes) -> None:
        x, flat = BENCH_GRID, 0 * BENCH_GRID
        self.truth = plots.draw_curve(axes, x, flat, "truth", label=_labels["truth"])
        self.sum = plots.draw_curve(axes, x, flat, "network", label=_labels["yours"])
        self.trained = plots.draw_curve(axes, x, flat, "train", label=_labels["trained"])
        add_legend(axes)

    def _draw_parts(self, axes: Axes) -> None:
        axes.set(xlabel="x", ylabel=_words("axis_parts"))
        self.trained_parts = plots.draw_curve(axes, [], [], "train", linewidth=1)
        self.parts = plots.draw_curve(axes, [], [], "data", linewidth=1.5)
        flat = 0 * BENCH_GRID
        self.chosen = plots.draw_curve(axes, BENCH_GRID, flat, "network", linewidth=2.5)
        self.middles = [
            plots.draw_points(axes, [], [], "network", s=110, zorder=3) for _ in self.bench.units
        ]

    def _draw_loss(self, axes: Axes) -> None:
        axes.set(xlim=(0, MOST_STEPS), ylim=_LOSS_LIMITS, yscale="log", xticks=(0, 1000, 2000))
        axes.set(xlabel=_words("axis_steps"), ylabel=_words("axis_error"))
        self.score = plots.draw_level(axes, "network", label=_labels["your_score"])
        self.losses = plots.draw_curve(axes, [], [], "train", label=_labels["trained"])
        add_legend(axes, [self.score])
        self.notice = plots.draw_notice(axes, _labels["diverged"])

    def show(
        self,
        true_function: str = "sine",
        n_units: int = 3,
        unit: int = 1,
        place: float = 0.0,
        steepness: float = 0.0,
        height: float = 0.0,
        output_bias: float = 0.5,
        n_steps: int = 0,
    ) -> str:
        units = self.bench.units[:n_units]
        built = build_by_hand(units, output_bias, true_function, n_steps)
        self._show_units(units, unit, built)
        self._show_training(built)
        self._fit_frames(built)
        return _say(built, n_units, unit, Unit(place, steepness, height))

    def _show_units(self, units: Sequence[Unit], chosen: int, built: HandBuilt) -> None:
        self.truth.set_ydata(built.truth)
        self.sum.set_ydata(built.curves.output)
        self.parts.set_data(*plots.as_one_line(BENCH_GRID, built.curves.parts))
        self.chosen.set_visible(chosen <= len(units))
        self.chosen.set_ydata(built.curves.parts[:, min(chosen, len(units)) - 1])
        for i, middle in enumerate(self.middles):
            middle.set_visible(i < len(units))
            if i < len(units):
                plots.move_points(middle, [units[i].place], [units[i].height / 2])

    def _show_training(self, built: HandBuilt) -> None:
        result = built.training
        self.score.set_ydata([np.clip(built.score, *_LOSS_LIMITS)] * 2)
        good = result is not None and not result.diverged
        for line in (self.trained, self.trained_parts):
            line.set_visible(good)
        self.losses.set_visible(result is not None)
        self.notice.set_visible(result is not None and result.diverged)
        if result is not None and built.trained is not None:
            self._show_result(result, built.trained)

    def _fit_frames(self, built: HandBuilt) -> None:
        shown = [built.curves]
        if built.trained is not None and self.trained.get_visible():
            shown.append(built.trained)
        fit_frame(self.top, _TOP, built.truth, *(curves.output for curves in shown))
        fit_frame(self.bottom, _TOP, *(curves.parts for curves in shown))

    def _show_result(self, result: TrainingResult, trained: NetworkCurves) -> None:
        losses = np.clip(result.losses[::_STRIDE], *_LOSS_LIMITS)
        self.losses.set_data(_STRIDE * np.arange(len(losses)), losses)
        self.trained.set_ydata(trained.output)
        self.trained_parts.set_data(*plots.as_one_line(BENCH_GRID, trained.parts))


def _say(built: HandBuilt, n_units: int, chosen: int, shown: Unit) -> str:
    return _words(
        "sentence" if chosen <= n_units else "unused",
        unit=chosen,
        **shown._asdict(),
        n_units=n_units,
        n_parameters=built.n_parameters,
        yours=built.score,
        training=_say_training(built.training),
    )


def _say_training(result: TrainingResult | None) -> str:
    if result is None:
        return _words("not_trained")
    if result.diverged:
        return _words("trained_diverged", step=result.diverged_at)
    n_steps = len(result.losses) - 1
    return _words("trained_better", n_steps=n_steps, trained=result.losses[-1])
