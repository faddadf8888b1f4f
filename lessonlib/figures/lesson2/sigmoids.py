"""Live figures of lesson 2: one sigmoid, and two that make a bump."""

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson2 import GRID, OneSigmoid, make_bump, place_sigmoid
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("sums")
START_WEIGHT = 2.0
_TOP = 2.8  # where the height of a bump can be dragged


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
    curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_words("one_unit"))
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
        unit = place_sigmoid(hidden_weight, hidden_bias, output_weight)
        hidden = hidden_words(prediction) if hidden_weight != START_WEIGHT else None
        curve.set_ydata(unit.curve)
        place_line.set_xdata([unit.place, unit.place])
        rise.set_data(*unit.tangent)
        for line in (curve, place_line, rise):
            line.set_visible(hidden is None)
        said = _say_sigmoid(unit, w=hidden_weight, b=hidden_bias, v=output_weight)
        return hidden or said + " " + recall_words(prediction)

    redraw_when_settled(update, prediction)
    return update


def _say_sigmoid(unit: OneSigmoid, **values: float) -> str:
    if values["w"] == 0:
        return _words("one_sigmoid_flat", here=unit.at_zero, **values)
    return _words("one_sigmoid", place=unit.place, middle=unit.middle, width=unit.width, **values)


def bump() -> LiveFigure:
    """Draw two sigmoids, one up and one down, and their sum."""
    figure, axes = plots.new_figure(height=3.2)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.2, 2.2), xlabel="x")
    up = plots.draw_curve(axes, GRID, GRID, "data", label=_words("up"), linestyle="--")
    down = plots.draw_curve(axes, GRID, GRID, "data", label=_words("down"), linestyle="-.")
    both = plots.draw_curve(axes, GRID, GRID, "network", label=_words("both"), linewidth=2.5)
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
        made = make_bump(left, right, steepness, height)
        up.set_ydata(made.rising)
        down.set_ydata(made.falling)
        both.set_ydata(made.total)
        plots.move_points(edges[0], [left], [height / 2])
        plots.move_points(edges[1], [right], [-height / 2])
        plots.move_points(top, [_TOP], [height])
        verdict = _words(f"bump_{made.verdict}", height=height)
        return _words("bump", left=left, right=right, reached=made.reached, verdict=verdict)

    return update
