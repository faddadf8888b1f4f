"""Live figures of lesson 2: a network built by hand, and training from there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.figures.sums import as_one_line
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.live.controls import make_control
from lessonlib.live.handles import nearest_value
from lessonlib.losses import mean_squared_error
from lessonlib.networks import (
    contributions,
    count_parameters,
    forward,
    pack,
)
from lessonlib.training import TrainingResult, train
from lessonlib.words import Words

_words, _labels = Words("sums"), Words("labels")
_GRID = np.linspace(X_MIN, X_MAX, 151)
SCORE_GRID = np.linspace(X_MIN, X_MAX, 61)
LEARNING_RATE, MOST_STEPS = 0.1, 2000
_STRIDE = 20  # a step of the slider: the losses between would be too many points to draw
_LOSS_LIMITS = (1e-5, 10.0)


class Unit(NamedTuple):
    """One sigmoid, in the terms of the reader who builds with it."""

    place: float
    steepness: float
    height: float


# The first three are a rough sine; the rest wait to be switched on.
START_UNITS = (
    Unit(-2.5, 3.0, -1.0),
    Unit(0.5, 3.0, 1.5),
    Unit(2.5, 3.0, -1.0),
    *(Unit(place, 3.0, 0.3) for place in (-1.5, 1.5, -0.5, -2.0, 2.0, -1.0, 1.0)),
)


def network_of(units: Sequence[Unit], output_bias: float) -> Any:
    """Put units that were set by hand into the vector of parameters.

    Parameters
    ----------
    units : sequence of Unit
    output_bias : float

    Returns
    -------
    ndarray of shape (3 * len(units) + 1,)

    Notes
    -----
    A sigmoid of weight w stands at ``-b/w``, so its bias is ``-w`` times its place.
    """
    place, steepness, height = np.array(units).T
    return pack(steepness, -steepness * place, height, output_bias)


class _Bench:
    """All units, and the sliders that show one of them at a time."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = [Unit(*values) for values in units]
        self._loading = False
        first = self.units[0]
        self.sliders = {
            "unit": make_control("unit", (1, len(units)), 1),
            "place": make_control("place", (X_MIN, X_MAX, 0.05), first.place),
            "steepness": make_control("steepness", (-20.0, 20.0, 0.5), first.steepness),
            "height": make_control("height", (-2.0, 2.0, 0.05), first.height),
        }
        self.sliders["unit"].observe(self._load, "value")
        for name in Unit._fields:
            self.sliders[name].observe(self._store, "value")

    def _load(self, change: dict[str, Any]) -> None:
        """Let the sliders show the unit that was chosen."""
        self._loading = True
        for name, value in self.units[change["new"] - 1]._asdict().items():
            self.sliders[name].value = value
        self._loading = False

    def _store(self, _change: object) -> None:
        if not self._loading:
            values = {name: self.sliders[name].value for name in Unit._fields}
            self.units[self.sliders["unit"].value - 1] = Unit(**values)


@dataclass(frozen=True)
class _UnitHandle(Handle):
    """A unit's middle: a drag chooses the unit, and sets its place and its height."""

    unit: int = 1

    def values(self, controls: Any, x: float, y: float) -> dict[str, Any]:
        return {
            "unit": self.unit,
            "place": nearest_value(controls["place"], x),
            "height": nearest_value(controls["height"], 2 * y),
        }


def hand_built(units: Sequence[Unit] = START_UNITS) -> LiveFigure:
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
    bench = _Bench(units)
    picture = _BenchPicture(len(units))

    @live(
        picture.figure,
        title=_words("hand_built_title"),
        on_stage=("n_steps", "true_function"),
        handles=picture.handles,
        true_function=list(TRUE_FUNCTIONS),
        n_units=(1, len(units)),
        **bench.sliders,
        output_bias=(-2.0, 2.0, 0.05),
        n_steps=(0, MOST_STEPS, _STRIDE),
    )
    def update(
        true_function: str = "sine",
        n_units: int = 3,
        unit: int = 1,
        place: float = 0.0,
        steepness: float = 0.0,
        height: float = 0.0,
        output_bias: float = 0.5,
        n_steps: int = 0,
    ) -> str:
        weights = network_of(used := bench.units[:n_units], output_bias)
        score, result = _score(tuple(weights), true_function, n_steps)
        picture.show_target(true_function)
        picture.show_units(used, unit, weights)
        picture.show_training(result, score)
        return _words(
            "hand_built" if unit <= n_units else "hand_built_unused",
            **{"unit": unit, "place": place, "steepness": steepness, "height": height},
            n_units=n_units,
            n_parameters=count_parameters(n_units),
            yours=score,
            training=_say_training(result, n_steps),
        )

    return update


@lru_cache(maxsize=64)
def _score(
    weights: tuple[float, ...], true_function: str, n_steps: int
) -> tuple[float, TrainingResult | None]:
    """Return the reader's error, and what training makes of it in so many steps."""
    y = TRUE_FUNCTIONS[true_function](SCORE_GRID)
    score = mean_squared_error(y, forward(weights, SCORE_GRID))
    return score, train(weights, SCORE_GRID, y, LEARNING_RATE, n_steps) if n_steps else None


def _say_training(result: TrainingResult | None, n_steps: int) -> str:
    if result is None:
        return _words("not_trained")
    if result.diverged:
        return _words("trained_diverged", step=result.diverged_at)
    return _words("trained_better", n_steps=n_steps, trained=result.losses[-1])


class _BenchPicture:
    """The artists of :func:`hand_built`: the sum, its parts beneath, the loss at the side."""

    def __init__(self, n_units: int) -> None:
        self.figure, (left, self.loss_axes) = plots.new_figure(2, height=4.8, width_ratios=(5, 2))
        rows = left.get_subplotspec().subgridspec(2, 1)
        left.remove()
        top, bottom = (self.figure.add_subplot(row) for row in rows)
        for axes in (top, bottom):
            axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.1, 2.1))
            axes.spines[["top", "right"]].set_visible(False)
        bottom.set(xlabel="x", ylabel=_words("parts"))
        flat = 0 * _GRID
        self.truth = plots.draw_curve(top, _GRID, flat, "truth", label=_labels("truth"))
        self.sum = plots.draw_curve(top, _GRID, flat, "network", label=_words("yours"))
        self.trained = plots.draw_curve(top, _GRID, flat, "train", label=_words("trained"))
        plots.add_legend(top)
        self.trained_parts = plots.draw_curve(bottom, [], [], "train", linewidth=1)
        self.parts = plots.draw_curve(bottom, [], [], "data", linewidth=1.5)
        self.chosen = plots.draw_curve(bottom, _GRID, flat, "network", linewidth=2.5)
        self.middles = [
            plots.draw_points(bottom, [], [], "network", s=110, zorder=3) for _ in range(n_units)
        ]
        self.handles = [_UnitHandle(dot, unit=i) for i, dot in enumerate(self.middles, start=1)]
        self._draw_loss()

    def _draw_loss(self) -> None:
        axes = self.loss_axes
        axes.set(xlim=(0, MOST_STEPS), ylim=_LOSS_LIMITS, yscale="log", xticks=(0, 1000, 2000))
        axes.set(xlabel=_words("axis_steps"), ylabel=_words("axis_error"))
        self.score = plots.draw_level(axes, "network", label=_words("your_score"))
        self.losses = plots.draw_curve(axes, [], [], "train", label=_words("trained"))
        plots.add_legend(axes, [self.score])
        self.notice = plots.draw_notice(axes, _labels("diverged"))

    def show_target(self, true_function: str) -> None:
        self.truth.set_ydata(TRUE_FUNCTIONS[true_function](_GRID))

    def show_units(self, units: Sequence[Unit], chosen: int, weights: Any) -> None:
        parts = contributions(weights, _GRID)
        self.sum.set_ydata(forward(weights, _GRID))
        self.parts.set_data(*as_one_line(_GRID, parts))
        self.chosen.set_visible(chosen <= len(units))
        self.chosen.set_ydata(parts[:, min(chosen, len(units)) - 1])
        for i, middle in enumerate(self.middles):
            middle.set_visible(i < len(units))
            if i < len(units):
                plots.move_points(middle, [units[i].place], [units[i].height / 2])

    def show_training(self, result: TrainingResult | None, score: float) -> None:
        self.score.set_ydata([np.clip(score, *_LOSS_LIMITS)] * 2)
        good = result is not None and not result.diverged
        for line in (self.trained, self.trained_parts):
            line.set_visible(good)
        self.losses.set_visible(result is not None)
        self.notice.set_visible(result is not None and result.diverged)
        if result is None:
            return
        losses = np.clip(result.losses[::_STRIDE], *_LOSS_LIMITS)
        self.losses.set_data(_STRIDE * np.arange(len(losses)), losses)
        self.trained.set_ydata(forward(result.weights, _GRID))
        self.trained_parts.set_data(*as_one_line(_GRID, contributions(result.weights, _GRID)))
