"""Live figure of lesson 3: a loss and a metric along one weight, and their slopes."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.figures.residuals import (
    GRID,
    HIDDEN_WIDTH,
    LOSS,
    METRIC,
    draw_band,
    draw_scores,
    fitted_network,
    move_band,
)
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward
from lessonlib.words import Words

_words, _labels = Words("residuals"), Words("labels")
UNIT = 3
CHANGES = np.linspace(-1.5, 1.5, 121)
# Where each kind of parameter stands in the vector of all of them.
PARAMETERS = {
    "output_bias": 3 * HIDDEN_WIDTH,
    "output_weight": 2 * HIDDEN_WIDTH + UNIT - 1,
    "hidden_weight": UNIT - 1,
    "hidden_bias": HIDDEN_WIDTH + UNIT - 1,
}


class Slice(NamedTuple):
    """Loss and metric along one weight; each attribute has shape (len(CHANGES),)."""

    mse: Any
    accuracy: Any
    mse_slope: Any
    accuracy_slope: Any


@lru_cache(maxsize=64)
def _outputs(parameter: str, n_samples: int, nudge: float) -> tuple[Any, Any]:
    """Compute all outputs with the weight below, at and above each place of ``CHANGES``."""
    x, y, weights = fitted_network(n_samples)
    nudges = np.array([-nudge, 0, nudge])[:, None]
    return y, [[forward(_moved(weights, parameter, d), x) for d in CHANGES + n] for n in nudges]


def _moved(weights: Any, parameter: str, change: float) -> Any:
    moved = weights.copy()
    moved[PARAMETERS[parameter]] += change
    return moved


@lru_cache(maxsize=64)
def slice_along(parameter: str, tolerance: float, nudge: float, n_samples: int) -> Slice:
    """Compute MSE, Acc_ε and their slopes (central differences) along one weight.

    Parameters
    ----------
    parameter : str
        A key of ``PARAMETERS``.
    tolerance : float
    nudge : float
        How far the weight is moved each way to measure a slope.
    n_samples : int

    Returns
    -------
    Slice
    """
    y, outputs = _outputs(parameter, n_samples, nudge)
    mse = np.array([[mean_squared_error(y, one) for one in row] for row in outputs])
    accuracy = np.array(
        [[tolerance_accuracy_score(y, one, tolerance) for one in row] for row in outputs]
    )
    slopes = [(values[2] - values[0]) / (2 * nudge) for values in (mse, accuracy)]
    return Slice(mse[1], accuracy[1], *slopes)


def one_weight() -> LiveFigure:
    """Draw MSE and Acc_ε against one weight of a network, and both slopes."""
    figure, (axes, *slice_axes) = plots.new_figure(3, height=3.2)
    picture = _Network(axes)
    lines, markers = _draw_slice(slice_axes)

    @live(
        figure,
        title=_words("one_weight_title"),
        parameter=[(_words(name, unit=UNIT), name) for name in PARAMETERS],
        change=(float(CHANGES[0]), float(CHANGES[-1]), 0.025),
        tolerance=(0.05, 1.0, 0.05),
        nudge=LogRange(1e-5, 0.1),
        n_samples=(10, 400, 10),
    )
    def update(
        parameter: str = "output_bias",
        change: float = 0.3,
        tolerance: float = 0.3,
        nudge: float = 0.001,
        n_samples: int = 20,
    ) -> str:
        x, y, weights = fitted_network(n_samples)
        picture.move(x, y, _moved(weights, parameter, change), tolerance)
        values = slice_along(parameter, tolerance, nudge, n_samples)
        for name, line in lines.items():
            line.set_ydata(getattr(values, name))
        for marker in markers:
            marker.set_xdata([change, change])
        here = int(np.argmin(np.abs(CHANGES - change)))
        return _words(
            "one_weight",
            parameter=_words(parameter, unit=UNIT),
            change=CHANGES[here],
            nudge=nudge,
            **{name: values[here] for name, values in values._asdict().items()},
            n_places=len(CHANGES),
            n_flat=int(np.sum(values.accuracy_slope == 0)),
        )

    return update


class _Network:
    """The points, the network and its band."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = plots.draw_points(axes, [], [], "data", s=12, label=_labels("data"))
        self.band = draw_band(axes)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels("network"))
        plots.add_legend(axes, [self.curve, self.band], columnspacing=0.9)

    def move(self, x: Any, y: Any, weights: Any, tolerance: float) -> None:
        curve = forward(weights, GRID)
        plots.move_points(self.points, x, y)
        self.curve.set_ydata(curve)
        move_band(self.band, curve, tolerance)


def _draw_slice(both_axes: Any) -> tuple[dict[str, Any], list[Any]]:
    shapes = {"axis_both": ("", (0, 1.6)), "axis_slope": ("_slope", (-3, 3))}
    lines = {}
    for axes, (label, (ending, limits)) in zip(both_axes, shapes.items(), strict=True):
        axes.set(xlim=(CHANGES[0], CHANGES[-1]), ylim=limits)
        axes.set_xlabel(_words("axis_change"))
        axes.set_ylabel(_words(label), labelpad=8)
        for name, role in (("mse", LOSS), ("accuracy", METRIC)):
            lines[name + ending] = draw_scores(axes, CHANGES, name, role)
        plots.add_legend(axes)
    return lines, [plots.draw_marker(axes, "network") for axes in both_axes]
