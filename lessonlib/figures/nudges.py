"""Live figures of lesson 5: what a nudge of a weight really does to the loss."""

from functools import lru_cache
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.derivatives import numerical_gradient
from lessonlib.figures.diagram import (
    PATH_2,
    PATH_3,
    SLIDERS,
    START,
    SYMBOLS,
    WEIGHTS,
    in_parentheses,
    make_graph,
)
from lessonlib.figures.diagram import say_number as say
from lessonlib.figures.paths import BRANCHES, path_derivatives
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("paths")
NUDGES = np.linspace(-1.0, 1.0, 41)
SIZES = np.geomspace(1e-3, 1.0, 10)
_CHANGES, _GAPS, _DERIVATIVES = (-2.0, 2.0), (1e-8, 1e2), (-4.0, 4.0)
Values = tuple[tuple[str, float], ...]


def nudge_loss(values: Values, parameter: str, nudge: float) -> float:
    """Compute how much the loss changes when one weight is moved.

    Parameters
    ----------
    values : tuple of (str, float)
        The weights and the input, by name.
    parameter : str
        Which of them is moved.
    nudge : float
        By how much.

    Returns
    -------
    float
        ``L(w + δ) - L(w)``.
    """
    before = dict(values)
    after = before | {parameter: before[parameter] + nudge}
    return make_graph(**after).loss.value - make_graph(**before).loss.value


@lru_cache(maxsize=256)
def nudge_curve(values: Values, parameter: str) -> Any:
    """Compute :func:`nudge_loss` for all of ``NUDGES``; shape (len(NUDGES),)."""
    return np.array([nudge_loss(values, parameter, nudge) for nudge in NUDGES])


@lru_cache(maxsize=256)
def gap_curve(values: Values, parameter: str, sign: float) -> Any:
    """Compute how far derivative times nudge misses, for all of ``SIZES`` to one side.

    Returns
    -------
    ndarray of shape (len(SIZES),)
    """
    derivative = derivative_by(values, parameter)
    changes = np.array([nudge_loss(values, parameter, sign * size) for size in SIZES])
    return np.abs(changes - derivative * sign * SIZES)


def derivative_by(values: Values, parameter: str) -> float:
    """Compute the derivative of the loss by one of the values, backwards through the graph."""
    graph = make_graph(**dict(values))
    graph.loss.backward()
    node: Any = getattr(graph, parameter)
    return float(node.derivative)


def nudge(prediction: Prediction | None = None) -> LiveFigure:
    """Nudge one weight by δ; compare the change of the loss with derivative times δ.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader thinks the loss does. The picture stays hidden until
        it is settled.
    """
    drawing = _NudgeDrawing()

    @live(
        drawing.figure,
        title=_words("nudge_title"),
        handles=[Handle(drawing.point, "nudge")],
        parameter=[(SYMBOLS[name], name) for name in WEIGHTS],
        nudge=(-1.0, 1.0, 0.02),
        **SLIDERS,
    )
    def update(
        parameter: str = "w1",
        nudge: float = 0.3,
        x: float = START["x"],
        w1: float = START["w1"],
        w2: float = START["w2"],
        w3: float = START["w3"],
        w4: float = START["w4"],
    ) -> str:
        values = (("x", x), ("w1", w1), ("w2", w2), ("w3", w3), ("w4", w4))
        derivative = derivative_by(values, parameter)
        change = nudge_loss(values, parameter, nudge)
        hidden = hidden_words(prediction)
        drawing.show(values, parameter, nudge, derivative, visible=hidden is None)
        return hidden or _words(
            "nudge",
            symbol=SYMBOLS[parameter],
            nudge=say(nudge),
            change=say(change),
            derivative=say(derivative),
            predicted=say(derivative * nudge),
            gap=say(abs(change - derivative * nudge)),
            verb=_verb(change),
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update


def _verb(change: float) -> str:
    return _words("stays" if abs(change) < 1e-12 else "rises" if change > 0 else "falls")


class _NudgeDrawing:
    """The artists of :func:`nudge`."""

    def __init__(self) -> None:
        self.figure, (axes, gap_axes) = plots.new_figure(2, height=3.5)
        self.curve, self.tangent = _draw_change(axes)
        self.point = plots.draw_points(axes, [], [], "test", s=70, zorder=4)
        (self.miss,) = axes.plot([], [], color=plots.RED, linewidth=2)
        plots.add_legend(axes, [self.curve, self.tangent])
        gap_axes.set(xlim=(SIZES[0], SIZES[-1]), ylim=_GAPS, xscale="log", yscale="log")
        gap_axes.set(xlabel=_words("axis_size"), ylabel=_words("axis_gap"))
        self.gaps = plots.draw_curve(gap_axes, SIZES, SIZES, "test", linestyle="-")
        self.gap = plots.draw_points(gap_axes, [], [], "test", s=70, zorder=4, clip_on=False)

    def show(
        self, values: Values, parameter: str, nudge: float, derivative: float, visible: bool
    ) -> None:
        """Set the data of all artists."""
        change = nudge_loss(values, parameter, nudge)
        self.curve.set_ydata(nudge_curve(values, parameter))
        self.tangent.set_ydata(derivative * NUDGES)
        plots.move_points(self.point, [nudge], [change])
        self.miss.set_data([nudge, nudge], [derivative * nudge, change])
        self.gaps.set_ydata(np.clip(gap_curve(values, parameter, np.sign(nudge) or 1.0), *_GAPS))
        size = np.clip(abs(nudge), SIZES[0], SIZES[-1])
        miss = np.clip(abs(change - derivative * nudge), *_GAPS)
        plots.move_points(self.gap, [size], [miss])
        for artist in (self.curve, self.tangent, self.point, self.miss, self.gaps, self.gap):
            artist.set_visible(visible)


def _draw_change(axes: Any) -> tuple[Any, Any]:
    """Draw the change of the loss against the nudge, and the tangent at no nudge."""
    axes.set(xlim=(NUDGES[0], NUDGES[-1]), ylim=_CHANGES)
    axes.set(xlabel=_words("axis_nudge"), ylabel=_words("axis_change"))
    axes.axhline(0, color=plots.GREY, linewidth=0.8)
    axes.axvline(0, color=plots.GREY, linewidth=0.8)
    curve = plots.draw_curve(axes, NUDGES, 0 * NUDGES, "network", label=_words("true_change"))
    tangent = plots.draw_curve(axes, NUDGES, 0 * NUDGES, "truth", label=_words("tangent"))
    return curve, tangent


def forget_path(prediction: Prediction | None = None) -> LiveFigure:
    """Leave one of the two paths to w1 out, and see the wrong answer.

    Parameters
    ----------
    prediction : Prediction, optional
        How wrong the reader thinks the answer is. It stays hidden until the
        prediction is settled.
    """
    drawing = _ForgetDrawing()
    choices = [(_words(f"forget_{name}"), name) for name in ("nothing", "y3", "y2")]

    @live(drawing.figure, title=_words("forget_title"), forgotten=choices, **SLIDERS)
    def update(
        forgotten: str = "y3",
        x: float = START["x"],
        w1: float = START["w1"],
        w2: float = START["w2"],
        w3: float = START["w3"],
        w4: float = START["w4"],
    ) -> str:
        values = (("x", x), ("w1", w1), ("w2", w2), ("w3", w3), ("w4", w4))
        parts = path_derivatives(make_graph(**dict(values)))
        answer = sum(part for name, part in parts.items() if name != forgotten)
        hidden = hidden_words(prediction) if forgotten != "nothing" else None
        drawing.show(values, parts, answer, visible=hidden is None)
        return hidden or _say_forgotten(forgotten, parts, answer, prediction)

    redraw_when_settled(update, prediction)
    return update


class _ForgetDrawing:
    """The artists of :func:`forget_path`."""

    def __init__(self) -> None:
        self.figure, (axes, bar_axes) = plots.new_figure(2, height=3.5, width_ratios=(1, 1))
        self.curve, self.tangent = _draw_change(axes)
        self.answer = plots.draw_curve(axes, NUDGES, NUDGES, "test", label=_words("your_line"))
        plots.add_legend(axes, [self.curve, self.tangent, self.answer], ncols=2)
        bar_axes.set(ylim=_DERIVATIVES, ylabel=_words("axis_derivative"))
        bar_axes.tick_params(axis="x", labelsize=9)
        bar_axes.axhline(0, color=plots.GREY, linewidth=0.8)
        colors = [PATH_2, PATH_3, plots.GREY, plots.RED]
        names = ["bar_y2", "bar_y3", "bar_measured", "bar_answer"]
        self.bars = bar_axes.bar([_words(name) for name in names], 0.0, color=colors, width=0.6)

    def show(self, values: Values, parts: dict[str, float], answer: float, visible: bool) -> None:
        """Set the data of all artists."""
        self.curve.set_ydata(nudge_curve(values, "w1"))
        self.tangent.set_ydata(sum(parts.values()) * NUDGES)
        self.answer.set_ydata(answer * NUDGES)
        heights = [*(parts[name] for name in BRANCHES), measure_derivative(values), answer]
        for bar, height in zip(self.bars, heights, strict=True):
            bar.set_height(float(np.clip(height, *_DERIVATIVES)))
        for artist in (self.answer, self.tangent, *self.bars):
            artist.set_visible(visible)


@lru_cache(maxsize=256)
def measure_derivative(values: Values) -> float:
    """Measure ∂L/∂w1 by central differences: the judge that knows nothing of paths."""
    before = dict(values)
    gradient = numerical_gradient(
        lambda w: make_graph(**before | {"w1": float(w[0])}).loss.value, [before["w1"]]
    )
    return float(gradient[0])


def _say_forgotten(
    forgotten: str, parts: dict[str, float], answer: float, prediction: Prediction | None
) -> str:
    total = sum(parts.values())
    if forgotten == "nothing":
        numbers = {"y2": say(parts["y2"]), "y3": in_parentheses(say(parts["y3"]))}
        return _words("forgot_nothing", total=say(total), **numbers)
    verdict = "wrong_sign" if answer * total < 0 else "right_sign" if answer else "zero_answer"
    return _words(
        "forgot",
        forgotten=SYMBOLS[forgotten],
        answer=say(answer),
        total=say(total),
        gap=say(answer - total),
        verdict=_words("no_gap" if abs(answer - total) < 1e-12 else verdict),
        guess=recall_words(prediction),
    )
