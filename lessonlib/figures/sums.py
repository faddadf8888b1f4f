"""Live figures of lesson 2: one sigmoid, two that make a bump, many that make a curve."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.activations import sigmoid
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.losses import mean_squared_error
from lessonlib.networks import contributions, forward, pack, spread_hidden_units, unpack
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.training import fit_output_layer
from lessonlib.words import Words

_words, _labels = Words("sums"), Words("labels")
_GRID = np.linspace(X_MIN, X_MAX, 301)
START_WEIGHT = 2.0
_TOP = 2.8  # where the height of a bump can be dragged
BUILT_WIDTH = 8


def question() -> LiveFigure:
    """Draw the question of the lesson: S-shaped curves, and their sum."""
    weights = _fit("sine", BUILT_WIDTH)
    figure, (axes, sum_axes) = plots.new_figure(2, height=3.0)
    for one in contributions(weights, _GRID).T:
        plots.draw_curve(axes, _GRID, one, "network", linewidth=1.2)
    plots.draw_curve(sum_axes, _GRID, forward(weights, _GRID), "network", linewidth=2.5)
    axes.set_title(_words("question_parts", hidden_width=BUILT_WIDTH), fontsize=10)
    sum_axes.set_title(_words("question_sum"), fontsize=10)
    for part in (axes, sum_axes):
        part.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")

    @live(figure, title=_words("question_title"))
    def update() -> str:
        return _words("question", hidden_width=BUILT_WIDTH)

    return update


def one_sigmoid(prediction: Prediction | None = None) -> LiveFigure:
    """Draw one hidden unit: its weight, its bias and its height.

    Parameters
    ----------
    prediction : Prediction, optional
        Where the reader expects the curve after a change of the weight. Every
        weight but the first stays hidden until it is settled.
    """
    figure, axes = plots.new_figure(height=3.2)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
    place_line = plots.draw_marker(axes, "truth", label=_words("place"))
    rise = plots.draw_curve(axes, [], [], "data", label=_words("rise"), linewidth=1.5)
    curve = plots.draw_curve(axes, _GRID, 0 * _GRID, "network", label=_words("one_unit"))
    plots.add_legend(axes)

    @live(
        figure,
        title=_words("one_sigmoid_title"),
        hidden_weight=(-10.0, 10.0, 0.5),
        hidden_bias=(-10.0, 10.0, 0.5),
        output_weight=(-2.0, 2.0, 0.1),
    )
    def update(
        hidden_weight: float = START_WEIGHT, hidden_bias: float = -2.0, output_weight: float = 1.0
    ) -> str:
        w, b, v = hidden_weight, hidden_bias, output_weight
        hidden = hidden_words(prediction) if w != START_WEIGHT else None
        curve.set_ydata(contributions(pack([w], [b], [v], 0.0), _GRID)[:, 0])
        place, width = (-b / w, 4 / abs(w)) if w else (np.nan, np.nan)
        place_line.set_xdata([place, place])
        rise.set_data(_rise(place, width, v if w > 0 else -v, v / 2))
        for line in (curve, place_line, rise):
            line.set_visible(hidden is None)
        return hidden or _say_sigmoid(w, b, v) + " " + recall_words(prediction)

    redraw_when_settled(update, prediction)
    return update


def _rise(place: float, width: float, height: float, middle: float) -> tuple[list[float], Any]:
    """Return the ends of the straight line that touches a sigmoid in its middle."""
    ends = [place - width / 2, place + width / 2]
    return ends, [middle - height / 2, middle + height / 2]


def _say_sigmoid(w: float, b: float, v: float) -> str:
    values = {"w": w, "b": b, "v": v, "here": float(v * sigmoid(b))}
    if w == 0:
        return _words("one_sigmoid_flat", **values)
    return _words("one_sigmoid", place=-b / w + 0.0, middle=v / 2, width=4 / abs(w), **values)


def bump() -> LiveFigure:
    """Draw two sigmoids, one up and one down, and their sum."""
    figure, axes = plots.new_figure(height=3.2)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
    up = plots.draw_curve(axes, _GRID, _GRID, "data", label=_words("up"), linestyle="--")
    down = plots.draw_curve(axes, _GRID, _GRID, "data", label=_words("down"), linestyle="-.")
    both = plots.draw_curve(axes, _GRID, _GRID, "network", label=_words("both"), linewidth=2.5)
    edges = [plots.draw_points(axes, [], [], "network", s=90, label=None) for _ in range(2)]
    top = plots.draw_points(axes, [], [], "prediction", s=90, label=None)
    plots.add_legend(axes)

    @live(
        figure,
        title=_words("bump_title"),
        on_stage=("left", "steepness"),
        handles=[Handle(edges[0], "left"), Handle(edges[1], "right"), Handle(top, y="height")],
        left=(-2.5, 2.5, 0.05),
        right=(-2.5, 2.5, 0.05),
        steepness=LogRange(1.0, 100.0),
        height=(-2.0, 2.0, 0.05),
    )
    def update(
        left: float = -1.0, right: float = 1.0, steepness: float = 10.0, height: float = 1.0
    ) -> str:
        weights = bump_weights([left, right], [height], steepness)
        rising, falling = contributions(weights, _GRID).T
        up.set_ydata(rising)
        down.set_ydata(falling)
        both.set_ydata(forward(weights, _GRID))
        plots.move_points(edges[0], [left], [height / 2])
        plots.move_points(edges[1], [right], [-height / 2])
        plots.move_points(top, [_TOP], [height])
        reached = float(forward(weights, [(left + right) / 2])[0])
        verdict = _judge_bump(left, right, height, reached)
        return _words("bump", left=left, right=right, reached=reached, verdict=verdict)

    return update


def _judge_bump(left: float, right: float, height: float, reached: float) -> str:
    if left == right or height == 0:
        return _words("bump_flat")
    if left > right:
        return _words("bump_swapped")
    return _words("bump_low" if abs(reached) < 0.95 * abs(height) else "bump_full", height=height)


def bump_weights(edges: Any, heights: Any, steepness: float) -> Any:
    """Make the network whose output is bumps side by side.

    Parameters
    ----------
    edges : array_like of shape (n_bumps + 1,)
        Bump k reaches from edge k to edge k + 1.
    heights : array_like of shape (n_bumps,)
    steepness : float
        Weight of every sigmoid.

    Returns
    -------
    ndarray of shape (6 * n_bumps + 1,)
        Two hidden units a bump: first all that go up, then all that go down.
    """
    edges, heights = np.asarray(edges), np.asarray(heights)
    places = np.concatenate([edges[:-1], edges[1:]])
    slopes = np.full(len(places), steepness)
    return pack(slopes, -slopes * places, np.concatenate([heights, -heights]), 0.0)


def as_one_line(x: Any, columns: Any) -> tuple[Any, Any]:
    """Return x and y of one line that draws every column, with gaps between: quick to draw.

    Parameters
    ----------
    x : ndarray of shape (n_points,)
    columns : ndarray of shape (n_points, n_curves)

    Returns
    -------
    x, y : ndarray of shape ((n_points + 1) * n_curves,)
    """
    gap = np.full((1, columns.shape[1]), np.nan)
    y = np.concatenate([columns, gap]).T.ravel()
    return np.tile(np.append(x, np.nan), columns.shape[1]), y


def build_up() -> LiveFigure:
    """Build the network one sigmoid at a time: its diagram, and the sum so far."""
    figure, (diagram, axes) = plots.new_figure(2, height=3.4, width_ratios=(2, 3))
    draw_network = _draw_diagram(diagram)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
    plots.draw_curve(axes, _GRID, TRUE_FUNCTIONS["sine"](_GRID), "truth", label=_labels("truth"))
    newest = plots.draw_curve(axes, _GRID, 0 * _GRID, "data", label=_words("newest"))
    total = plots.draw_curve(axes, _GRID, 0 * _GRID, "network", label=_words("sum_so_far"))
    plots.add_legend(axes)
    weights = _fit("sine", BUILT_WIDTH)
    parts = contributions(weights, _GRID)
    layers = unpack(weights)

    @live(figure, title=_words("build_up_title"), n_units=(0, BUILT_WIDTH))
    def update(n_units: int = 1) -> str:
        draw_network(n_units)
        so_far = layers.output_bias + parts[:, :n_units].sum(axis=1)
        total.set_ydata(so_far)
        newest.set_ydata(parts[:, n_units - 1])
        newest.set_visible(n_units > 0)
        error = mean_squared_error(TRUE_FUNCTIONS["sine"](_GRID), so_far)
        if n_units == 0:
            return _words("build_up_none", c=layers.output_bias, error=error)
        v = layers.output_weights[n_units - 1]
        place = -layers.hidden_biases[n_units - 1] / layers.hidden_weights[n_units - 1]
        return _words("build_up", n_units=n_units, width=BUILT_WIDTH, place=place, v=v, error=error)

    return update


def _draw_diagram(axes: Any) -> Any:
    """Draw input, hidden units and output; return what shows the first so many units."""
    axes.set(xlim=(-0.35, 2.35), ylim=(-0.8, BUILT_WIDTH - 0.2))
    axes.set_axis_off()
    rows = BUILT_WIDTH - 1.0 - np.arange(BUILT_WIDTH)
    middle = float(rows.mean())
    edges = plots.draw_curve(axes, [], [], "data", linewidth=1.2)
    units = plots.draw_points(axes, [], [], "network", s=200, zorder=3)
    ends = plots.draw_points(axes, [0, 2], [middle, middle], "data", s=560, color="none")
    ends.set(edgecolor=plots.GREY, linewidth=1.5)
    for x, text in ((0, "$x_s$"), (2, r"$\tilde{y}_s$")):
        axes.text(x, middle, text, ha="center", va="center")
    for x, key in ((0, "input"), (1, "hidden"), (2, "output")):
        axes.text(x, -0.9, _words(key), ha="center", va="center", fontsize=9)

    def show(n_units: int) -> None:
        x = np.tile([0.18, 1.0, 1.82, np.nan], n_units)
        y = np.full((n_units, 4), middle)
        y[:, 1] = rows[:n_units]
        edges.set_data(x, y.ravel())
        plots.move_points(units, np.ones(n_units), rows[:n_units])

    return show


def _fit(true_function: str, hidden_width: int) -> Any:
    y = TRUE_FUNCTIONS[true_function](_GRID)
    return fit_output_layer(spread_hidden_units(hidden_width, X_MIN, X_MAX), _GRID, y)
