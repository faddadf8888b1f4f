"""Live figures of lesson 3: two networks, and residuals as squares."""

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson3 import (
    GRID,
    N_POINTS,
    OUTLIER,
    PLACES,
    Comparison,
    Squares,
    compare_networks,
    move_outlier,
)
from lessonlib.figures.lesson3.band import LOSS, SCORES, draw_band, draw_scores, move_band
from lessonlib.live import Answer, Handle, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_shared = Words("figures/lesson3/residuals")
_two_words = Words("figures/lesson3/residuals", "two_networks")
_square_words = Words("figures/lesson3/residuals", "squares")
_labels = _square_words.labels


def two_networks(tolerance: float = 0.25) -> LiveFigure:
    """Draw the question of the lesson: which of two networks is better."""
    both = compare_networks(tolerance)
    figure, panels = plots.new_figure(2, height=3.0, sharey=True)
    for axes, (name, curve) in zip(panels, both.curves.items(), strict=True):
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel=_shared("axis_x"))
        axes.set_title(_two_words("network", name=name), fontsize=10)
        plots.draw_curve(axes, GRID, curve, "network", label=None)
        plots.draw_points(axes, both.x, both.y, "truth", s=24, label=None, zorder=3)
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


def squares(prediction: Prediction | None = None) -> LiveFigure:
    """Draw residuals as squares, and MSE and Acc_ε against the place of one point.

    Parameters
    ----------
    prediction : Prediction, optional
        Which number the reader expects to follow the point. The right-hand
        picture stays hidden until it is settled.
    """
    figure, (axes, both_axes) = plots.new_figure(2, width_ratios=(5, 2), height=3.8)
    picture, scores = _Squares(axes), _Scores(both_axes)

    def show(
        outlier: float = 2.5,
        tolerance: float = 0.4,
        curve_shift: float = 0.0,
        curve_height: float = 1.0,
    ) -> str:
        moved = move_outlier(outlier, tolerance, curve_shift, curve_height)
        picture.move(moved, tolerance)
        scores.move(moved, outlier)
        return _say_squares(moved, tolerance)

    return live(
        figure,
        show,
        title=_square_words("title"),
        labels=_labels,
        answer=Answer(prediction, [*scores.lines.values(), *scores.dots.values()]),
        handles=[Handle(picture.outlier, y="outlier")],
        outlier=(-3.0, 3.0, 0.05),
        tolerance=(0.05, 1.5, 0.05),
        curve_shift=(-1.0, 1.0, 0.05),
        curve_height=(0.0, 1.5, 0.05),
    )


def _say_squares(moved: Squares, tolerance: float) -> str:
    return _square_words(
        "sentence",
        mse=moved.mse,
        accuracy=moved.accuracy,
        n_samples=N_POINTS,
        share=moved.share,
        n_inside=moved.n_inside,
        tolerance=tolerance,
    )


class _Scores:
    """MSE and Acc_ε against the place of the point that is moved, and where it is."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-3, 3), xlabel=_square_words("axis_outlier"))
        axes.set(ylim=(0, 2), yticks=[0, 0.5, 1, 1.5, 2])
        axes.set_ylabel(_square_words("axis_both"), labelpad=8)
        self.lines = draw_scores(axes, PLACES, labels=_labels)
        plots.add_legend(axes)
        self.dots = {
            name: plots.draw_points(axes, [], [], role, s=50) for name, role in SCORES.items()
        }

    def move(self, moved: Squares, outlier: float) -> None:
        self.lines["mse"].set_ydata(moved.mse_of_places)
        self.lines["accuracy"].set_ydata(moved.accuracy_of_places)
        plots.move_points(self.dots["mse"], [outlier], [moved.mse])
        plots.move_points(self.dots["accuracy"], [outlier], [moved.accuracy])


class _Squares:
    """The points, the curve with its band, a square for each residual, and their mean."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-3.2, 5.6), ylim=(-3.2, 3.2), aspect="equal", xticks=range(-3, 4))
        axes.set(xlabel=_shared("axis_x"), ylabel=_shared("axis_y"))
        blue = plots.ROLES[LOSS]["color"]
        self.band = draw_band(axes, labels=_labels)
        self.squares = PolyCollection([], facecolor=blue, edgecolor=blue, alpha=0.35)
        axes.add_collection(self.squares, autolim=False)
        self.mean = Rectangle((3.4, 0), 0, 0, facecolor=blue, edgecolor=blue, alpha=0.35)
        axes.add_patch(self.mean)
        self.mean_text = axes.text(3.4, -0.2, "", fontsize=9, va="top")
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels["network"])
        ink = plots.INK
        self.inside = axes.scatter([], [], s=18, color=ink, linewidths=0, zorder=3)
        self.inside.set_label(_labels["inside"])
        self.outside = axes.scatter([], [], s=18, facecolors="none", edgecolors=ink, zorder=3)
        self.outside.set_label(_labels["outside"])
        self.outlier = plots.draw_points(axes, [], [], "test", s=90, alpha=0.6, zorder=4)
        self.outlier.set_label(_labels["drag_me"])
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
        self.mean_text.set_text(_square_words("mean_square", mse=moved.mse))
