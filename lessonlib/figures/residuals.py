"""Live figures of lesson 3: a loss and a metric of the same residuals."""

from functools import cache
from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN, sample_dataset
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error, tolerance_accuracy_score
from lessonlib.networks import forward, pack, spread_hidden_units, unpack
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.training import fit_output_layer
from lessonlib.words import Words

_words, _labels = Words("residuals"), Words("labels")
GRID = np.linspace(X_MIN, X_MAX, 200)
# Training makes the loss small; validation chooses by the metric. They lend their colours.
LOSS, METRIC = "train", "validation"
HIDDEN_WIDTH = 6
N_POINTS, OUTLIER = 12, 5


@cache
def fitted_network(n_samples: int, noise_std: float = 0.2, seed: int = 92) -> Any:
    """Draw a data set and fit a network of six sigmoids to it.

    Returns
    -------
    x, y : ndarray of shape (n_samples,)
    weights : ndarray of shape (3 * HIDDEN_WIDTH + 1,)
    """
    x, y = sample_dataset("sine", n_samples, noise_std, np.random.default_rng(seed))
    start = spread_hidden_units(HIDDEN_WIDTH, X_MIN, X_MAX)
    return x, y, fit_output_layer(start, x, y, cutoff=0.03)


def stretch(weights: Any, height: float, shift: float) -> Any:
    """Multiply the output of a network by ``height`` and add ``shift`` to it."""
    w, b, v, c = unpack(weights)
    return pack(w, b, height * v, height * c + shift)


def question_networks(n_samples: int = 20) -> tuple[Any, Any, dict[str, Any]]:
    """Make two networks for the same points: always a little wrong, or once very wrong.

    Returns
    -------
    x, y : ndarray of shape (n_samples,)
    networks : dict of str to ndarray
        The parameters of ``"A"`` and ``"B"``.
    """
    x, y, weights = fitted_network(n_samples, noise_std=0.1)
    bumpy = _with_bump(weights, x[OUTLIER], height=-1.9)
    return x, y, {"A": stretch(weights, 1.0, 0.4), "B": bumpy}


def two_networks(tolerance: float = 0.25) -> LiveFigure:
    """Draw the question of the lesson: which of two networks is better."""
    x, y, networks = question_networks()
    figure, both = plots.new_figure(2, height=3.0, sharey=True)
    for axes, (name, network) in zip(both, networks.items(), strict=True):
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel=_words("axis_x"))
        axes.set_title(_words("network", name=name), fontsize=10)
        plots.draw_curve(axes, GRID, forward(network, GRID), "network", label=None)
        plots.draw_points(axes, x, y, "truth", s=24, label=None, zorder=3)
    both[0].set_ylabel(_words("axis_y"))

    @live(figure, title=_words("two_networks_title"))
    def update() -> str:
        numbers: dict[str, float] = {}
        for name, network in networks.items():
            y_pred = forward(network, x)
            accuracy = tolerance_accuracy_score(y, y_pred, tolerance)
            numbers[f"{name}_hits"] = round(len(y) * accuracy)
            numbers[f"{name}_worst"] = largest_error(y, y_pred)
        return _words("two_networks", n_samples=len(y), tolerance=tolerance, **numbers)

    return update


def _with_bump(weights: Any, place: float, height: float, steepness: float = 40.0) -> Any:
    """Add a narrow bump to a network: one sigmoid up, one down."""
    w, b, v, c = unpack(weights)
    edges = np.array([place - 0.12, place + 0.12])
    return pack(
        np.append(w, [steepness, steepness]),
        np.append(b, -steepness * edges),
        np.append(v, [height, -height]),
        c,
    )


def squares(prediction: Prediction | None = None) -> LiveFigure:
    """Draw residuals as squares, and MSE and Acc_ε against the place of one point.

    Parameters
    ----------
    prediction : Prediction, optional
        Which number the reader expects to follow the point. The right-hand
        picture stays hidden until it is settled.
    """
    x, y, weights = fitted_network(N_POINTS, noise_std=0.35)
    places = np.linspace(-3, 3, 121)
    figure, (axes, both_axes) = plots.new_figure(2, width_ratios=(5, 2), height=3.8)
    picture = _Squares(axes)
    lines, dots = _draw_both(both_axes, places)

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
        network = stretch(weights, curve_height, curve_shift)
        y_pred = forward(network, x)
        here = _scores(y, y_pred, tolerance, outlier)
        picture.move(x, _replace(y, outlier), network, tolerance, here["mse"])
        hidden = hidden_words(prediction)
        sweep = [_scores(y, y_pred, tolerance, place) for place in places]
        for name, line in lines.items():
            line.set_ydata([scores[name] for scores in sweep])
            line.set_visible(hidden is None)
            plots.move_points(dots[name], [outlier], [here[name]])
            dots[name].set_visible(hidden is None)
        return hidden or _say_squares(here, outlier - y_pred[OUTLIER], tolerance, prediction)

    redraw_when_settled(update, prediction)
    return update


def _draw_both(axes: Any, places: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    axes.set(xlim=(-3, 3), ylim=(0, 2), xlabel=_words("axis_outlier"), yticks=[0, 0.5, 1, 1.5, 2])
    axes.set_ylabel(_words("axis_both"), labelpad=8)
    roles = {"mse": LOSS, "accuracy": METRIC}
    lines = {name: draw_scores(axes, places, name, role) for name, role in roles.items()}
    plots.add_legend(axes)
    return lines, {
        name: plots.draw_points(axes, [], [], role, s=50) for name, role in roles.items()
    }


def _replace(y: Any, outlier: float) -> Any:
    return np.where(np.arange(len(y)) == OUTLIER, outlier, y)


def _scores(y: Any, y_pred: Any, tolerance: float, outlier: float) -> dict[str, float]:
    moved = _replace(y, outlier)
    return {
        "mse": mean_squared_error(moved, y_pred),
        "accuracy": tolerance_accuracy_score(moved, y_pred, tolerance),
    }


def _say_squares(
    here: dict[str, float], residual: float, tolerance: float, prediction: Prediction | None
) -> str:
    return _words(
        "squares",
        **here,
        n_samples=N_POINTS,
        share=100 * residual**2 / (N_POINTS * here["mse"]),
        n_inside=round(N_POINTS * here["accuracy"]),
        tolerance=tolerance,
        guess=recall_words(prediction),
    )


def draw_scores(axes: Any, x: Any, name: str, role: str) -> Any:
    """Draw a loss or a metric against ``x``, a metric as the staircase that it is."""
    style = "steps-mid" if role == METRIC else "default"
    return plots.draw_curve(axes, x, 0 * x, role, label=_words(name), drawstyle=style)


class _Squares:
    """The points, the curve with its band, a square for each residual, and their mean."""

    def __init__(self, axes: Any) -> None:
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

    def move(self, x: Any, y: Any, weights: Any, tolerance: float, mse: float) -> None:
        y_pred, curve = forward(weights, x), forward(weights, GRID)
        slope = forward(weights, x + 0.01) - y_pred
        self.squares.set_verts(square_corners(x, y, y_pred, slope))
        self.curve.set_ydata(curve)
        move_band(self.band, curve, tolerance)
        inside = np.abs(y - y_pred) < tolerance
        plots.move_points(self.inside, x[inside], y[inside])
        plots.move_points(self.outside, x[~inside], y[~inside])
        plots.move_points(self.outlier, x[[OUTLIER]], y[[OUTLIER]])
        self.mean.set_bounds(3.4, 0, mse**0.5, mse**0.5)
        self.mean_text.set_text(_words("mean_square", mse=mse))


def square_corners(x: Any, y: Any, y_pred: Any, slope: Any) -> Any:
    """Place a square on each residual, on the side where the curve turns away from it.

    Parameters
    ----------
    x, y, y_pred, slope : ndarray of shape (n_samples,)

    Returns
    -------
    ndarray of shape (n_samples, 4, 2)
    """
    far = x - np.abs(y - y_pred) * np.where((y - y_pred) * slope < 0, -1, 1)
    corners = [(x, y_pred), (x, y), (far, y), (far, y_pred)]
    return np.moveaxis(np.array(corners), 2, 0)


def draw_band(axes: Any) -> PolyCollection:
    """Draw the band within ε of a curve; :func:`move_band` says where it is."""
    color = plots.ROLES[METRIC]["color"]
    band = PolyCollection([], facecolor=color, alpha=0.25, label=_words("band"))
    axes.add_collection(band, autolim=False)
    return band


def move_band(band: PolyCollection, curve: Any, tolerance: float) -> None:
    """Set the band of :func:`draw_band`.

    Parameters
    ----------
    band : PolyCollection
    curve : ndarray of shape (len(GRID),)
        Outputs of the network on ``GRID``.
    tolerance : float
    """
    upper, lower = (np.column_stack([GRID, curve + d]) for d in (tolerance, -tolerance))
    band.set_verts([np.concatenate([upper, lower[::-1]])])
