"""Live figures of lesson 3: two networks, and residuals as squares."""

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson3 import (
    GRID,
    N_POINTS,
    OUTLIER,
    PLACES,
    Squares,
    compare_networks,
    move_outlier,
)
from lessonlib.figures.lesson3.band import LOSS, SCORES, draw_band, draw_scores, move_band
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words, _labels = Words("residuals"), Words("labels")


def two_networks(tolerance: float = 0.25) -> LiveFigure:
    """Draw the question of the lesson: which of two networks is better."""
    both = compare_networks(tolerance)
    figure, panels = plots.new_figure(2, height=3.0, sharey=True)
    for axes, (name, curve) in zip(panels, both.curves.items(), strict=True):
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel=_words("axis_x"))
        axes.set_title(_words("network", name=name), fontsize=10)
        plots.draw_curve(axes, GRID, curve, "network", label=None)
        plots.draw_points(axes, both.x, both.y, "truth", s=24, label=None, zorder=3)
    panels[0].set_ylabel(_words("axis_y"))

    @live(figure, title=_words("two_networks_title"))
    def update() -> str:
        return _words(
            "two_networks",
            n_samples=len(both.y),
            tolerance=tolerance,
            **{f"{name}_hits": n_hits for name, n_hits in both.n_hits.items()},
            **{f"{name}_worst": worst for name, worst in both.worst.items()},
        )

    return update


def squares(prediction: Prediction | None = None) -> LiveFigure:
    """Draw residuals as squares, and MSE and Acc_ε against the place of one point.

    Parameters
    ----------
    prediction : Prediction, optional
        Which number the reader expects to follow the point. The right-hand
        picture stays hidden until it is settled.
    """
    figure, (axes, both_axes) = plots.new_figure(2, width_ratios=(5, 2), height=3.8)
    picture = _Squares(axes)
    lines, dots = _draw_both(both_axes)

    @live(
        figure,
        title=_words("squares_title"),
        handles=[Handle(picture.outlier, y="outlier")],
        outlier=(-3.0, 3.0, 0.05),
        tolerance=(0.05, 1.5, 0.05),
        curve_shift=(-1.0, 1.0, 0.05),
        curve_height=(0.0, 1.5, 0.05),
    )
    def update(
        outlier: float = 2.5,
        tolerance: float = 0.4,
        curve_shift: float = 0.0,
        curve_height: float = 1.0,
    ) -> str:
        moved = move_outlier(outlier, tolerance, curve_shift, curve_height)
        picture.move(moved, tolerance)
        hidden = hidden_words(prediction)
        scores = {"mse": moved.mse, "accuracy": moved.accuracy}
        sweep = {"mse": moved.mse_of_places, "accuracy": moved.accuracy_of_places}
        for name, line in lines.items():
            line.set_ydata(sweep[name])
            line.set_visible(hidden is None)
            plots.move_points(dots[name], [outlier], [scores[name]])
            dots[name].set_visible(hidden is None)
        return hidden or _say_squares(moved, tolerance, recall_words(prediction))

    redraw_when_settled(update, prediction)
    return update


def _draw_both(axes: Axes) -> tuple[dict[str, Line2D], dict[str, PathCollection]]:
    axes.set(xlim=(-3, 3), ylim=(0, 2), xlabel=_words("axis_outlier"), yticks=[0, 0.5, 1, 1.5, 2])
    axes.set_ylabel(_words("axis_both"), labelpad=8)
    lines = draw_scores(axes, PLACES)
    plots.add_legend(axes)
    return lines, {
        name: plots.draw_points(axes, [], [], role, s=50) for name, role in SCORES.items()
    }


def _say_squares(moved: Squares, tolerance: float, guess: str) -> str:
    return _words(
        "squares",
        mse=moved.mse,
        accuracy=moved.accuracy,
        n_samples=N_POINTS,
        share=moved.share,
        n_inside=moved.n_inside,
        tolerance=tolerance,
        guess=guess,
    )


class _Squares:
    """The points, the curve with its band, a square for each residual, and their mean."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-3.2, 5.6), ylim=(-3.2, 3.2), aspect="equal", xticks=range(-3, 4))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        blue = plots.ROLES[LOSS]["color"]
        self.band = draw_band(axes)
        self.squares = PolyCollection([], facecolor=blue, edgecolor=blue, alpha=0.35)
        axes.add_collection(self.squares, autolim=False)
        self.mean = Rectangle((3.4, 0), 0, 0, facecolor=blue, edgecolor=blue, alpha=0.35)
        axes.add_patch(self.mean)
        self.mean_text = axes.text(3.4, -0.2, "", fontsize=9, va="top")
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels("network"))
        ink = plots.INK
        self.inside = axes.scatter([], [], s=18, color=ink, linewidths=0, zorder=3)
        self.inside.set_label(_words("inside"))
        self.outside = axes.scatter([], [], s=18, facecolors="none", edgecolors=ink, zorder=3)
        self.outside.set_label(_words("outside"))
        self.outlier = plots.draw_points(axes, [], [], "test", s=90, alpha=0.6, zorder=4)
        self.outlier.set_label(_words("outlier"))
        handles = [self.curve, self.band, self.inside, self.outside, self.outlier]
        plots.add_legend(axes, handles, ncols=5, handlelength=1.2, columnspacing=0.9)

    def move(self, moved: Squares, tolerance: float) -> None:
        x, y, inside, side = moved.x, moved.y, moved.inside, moved.mse**0.5
        self.squares.set_verts(list(moved.corners))
        self.curve.set_ydata(moved.curve)
        move_band(self.band, moved.curve, tolerance)
        plots.move_points(self.inside, x[inside], y[inside])
        plots.move_points(self.outside, x[~inside], y[~inside])
        plots.move_points(self.outlier, x[[OUTLIER]], y[[OUTLIER]])
        self.mean.set_bounds(3.4, 0, side, side)
        self.mean_text.set_text(_words("mean_square", mse=moved.mse))
