"""Live figure of lesson 3: why square? Two losses of a curve that is shifted up and down."""

from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson3 import (
    GRID,
    N_SHIFTED,
    OUTLIER,
    SHIFTS,
    Shifted,
    shift_curve,
)
from lessonlib.figures.lesson3.band import WIDTH
from lessonlib.figures.lesson3.tangent import Tangent
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson3/centres", "why_square")
_labels = _words.labels
# Both are losses here: the squared one keeps its colour.
_LOSSES = {"mse": "train", "mae": "validation"}
_BOTTOM = -0.16  # room for a tick wherever the curve passes a point


def why_square() -> LiveFigure:
    """Draw MSE and the mean absolute error against a shift of the curve, and both best curves."""
    drawing = _WhySquare()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        handles=[Handle(drawing.outlier, y="outlier")],
        outlier=(-1.0, 3.0, 0.05),
        shift=(float(SHIFTS[0]), float(SHIFTS[-1]), 0.05),
    )


class _WhySquare:
    """The points with three curves, and both losses against the shift."""

    def __init__(self) -> None:
        self.figure, (axes, loss_axes) = plots.new_figure(2, width=WIDTH, height=3.5)
        self._draw_curves(axes)
        self._draw_losses(loss_axes)

    def _draw_curves(self, axes: Axes) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-3.2, 3.2))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.best = {
            name: plots.draw_curve(axes, GRID, 0 * GRID, role, label=_labels[f"best_{name}"])
            for name, role in _LOSSES.items()
        }
        thin = {"linewidth": 1.2, "label": _labels["curve"]}
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", **thin)
        self.points = plots.draw_points(axes, [], [], "truth", s=18, label="_", zorder=3)
        style = {"s": 90, "zorder": 4, "label": _labels["drag_me"]}
        self.outlier = plots.draw_points(axes, [], [], "test", **style)
        plots.add_legend(axes, ncols=2)

    def _draw_losses(self, axes: Axes) -> None:
        axes.set(xlim=(SHIFTS[0], SHIFTS[-1]), ylim=(_BOTTOM, 2.6), xlabel=_words("axis_shift"))
        # Where the curve passes each point, along the bottom.
        self.passes = axes.scatter([], [], marker="|", s=80, color=plots.GREY, linewidths=1.2)
        axes.text(SHIFTS[0] + 0.03, 0.03, _words("passes"), fontsize=9)
        self.losses, self.least, self.tangents, self.names = {}, {}, {}, {}
        for name, role in _LOSSES.items():
            self.losses[name] = plots.draw_curve(
                axes, SHIFTS, 0 * SHIFTS, role, label=_labels[name], linestyle="-"
            )
            self.least[name] = plots.draw_points(
                axes, [], [], role, s=60, marker="v", zorder=3, label="_"
            )
            self.names[name] = axes.text(0, 0.26, _labels[f"least_{name}"], fontsize=9)
            self.tangents[name] = Tangent(axes, role)
        plots.add_legend(axes, ncols=2)

    def show(self, outlier: float = 2.5, shift: float = -0.8) -> str:
        shifted = shift_curve(shift, outlier)
        is_outlier = shifted.x == shifted.x[OUTLIER]
        plots.move_points(self.points, shifted.x[~is_outlier], shifted.y[~is_outlier])
        plots.move_points(self.outlier, shifted.x[is_outlier], shifted.y[is_outlier])
        self.curve.set_ydata(shifted.curve + shift)
        for name, centre in (("mse", shifted.mean), ("mae", shifted.median)):
            self.best[name].set_ydata(shifted.curve + centre)
            along = getattr(shifted, f"{name}_of_shifts")
            self.losses[name].set_ydata(along)
            plots.move_points(self.least[name], [centre], [getattr(shifted, f"least_{name}")])
            slope = getattr(shifted, f"{name}_slope")
            self.tangents[name].show(shift, getattr(shifted, name), slope)
        self._name_centres(shifted)
        plots.move_points(self.passes, shifted.passes, [_BOTTOM / 2] * N_SHIFTED)
        return _say(shifted, shift)

    def _name_centres(self, shifted: Shifted) -> None:
        """Write below each lowest point what it is, away from the other."""
        is_right = shifted.mean >= shifted.median
        for name, centre, side in (
            ("mse", shifted.mean, is_right),
            ("mae", shifted.median, not is_right),
        ):
            self.names[name].set(x=centre, ha="left" if side else "right")


def _say(shifted: Shifted, shift: float) -> str:
    return _words(
        "sentence",
        shift=shift,
        mean=shifted.mean,
        median=shifted.median,
        mse=shifted.mse,
        mae=shifted.mae,
        mse_slope=shifted.mse_slope,
        mae_slope=shifted.mae_slope,
    )
