"""Live figure of lesson 3: residuals as squares, and one point that goes astray."""

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from lessonlib import plots
from lessonlib.experiments.lesson3 import (
    GRID,
    N_POINTS,
    OUTLIER,
    PLACES,
    START,
    Squares,
    move_outlier,
)
from lessonlib.figures.lesson3.band import LOSS, SCORES, WIDTH, draw_band, draw_score, move_band
from lessonlib.live import Answer, Handle, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson3/residuals", "squares")
_labels = _words.labels


def squares(prediction: Prediction | None = None) -> LiveFigure:
    """Draw residuals as squares, and MSE and Acc_ε against the place of one point.

    Parameters
    ----------
    prediction : Prediction, optional
        Which number the reader expects to follow the point. Both numbers
        stay hidden until it is settled.
    """
    figure, (axes, both_axes) = plots.new_figure(2, width=WIDTH, width_ratios=(5, 3), height=3.6)
    picture, scores = _Squares(axes), _Scores(both_axes)

    def show(
        outlier: float = START,
        tolerance: float = 0.4,
        curve_shift: float = 0.0,
        curve_height: float = 1.0,
    ) -> str:
        moved = move_outlier(outlier, tolerance, curve_shift, curve_height)
        picture.move(moved, tolerance)
        scores.move(moved, outlier)
        return _say(moved, tolerance)

    return live(
        figure,
        show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, [picture.mean, picture.mean_text, *scores.artists]),
        handles=[Handle(picture.outlier, y="outlier")],
        outlier=(-3.0, 3.0, 0.05),
        tolerance=(0.05, 1.5, 0.05),
        curve_shift=(-0.5, 0.5, 0.05),
        curve_height=(0.0, 1.5, 0.05),
    )


def _say(moved: Squares, tolerance: float) -> str:
    return _words(
        "sentence",
        distance=moved.distance,
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
        axes.set(xlim=(-3, 3), xlabel=_words("axis_outlier"), ylim=(0, 2))
        axes.set_yticks([0, 0.5, 1, 1.5, 2])
        self.lines = {name: draw_score(axes, PLACES, name, labels=_labels) for name in SCORES}
        plots.add_legend(axes)
        self.dots = {
            name: plots.draw_points(axes, [], [], role, s=50) for name, role in SCORES.items()
        }
        self.artists = [*self.lines.values(), *self.dots.values()]

    def move(self, moved: Squares, outlier: float) -> None:
        self.lines["mse"].set_ydata(moved.mse_of_places)
        self.lines["accuracy"].set_ydata(moved.accuracy_of_places)
        plots.move_points(self.dots["mse"], [outlier], [moved.mse])
        plots.move_points(self.dots["accuracy"], [outlier], [moved.accuracy])


class _Squares:
    """The points, the curve with its band, a square for each residual, and their mean."""

    def __init__(self, axes: Axes) -> None:
        axes.set(xlim=(-3.2, 5.6), ylim=(-3.2, 3.2), aspect="equal", xticks=range(-3, 4))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
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
        short = {"handlelength": 1.2, "columnspacing": 0.9}
        plots.add_legend(axes, handles, ncols=3, **short)

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
