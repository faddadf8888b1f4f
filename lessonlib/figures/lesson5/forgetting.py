"""Live figure of lesson 5: the wrong derivative that a forgotten path gives."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import NUDGES
from lessonlib.figures.lesson5.diagram import PATH_2, PATH_3
from lessonlib.figures.lesson5.notation import SYMBOLS, in_parentheses
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.figures.lesson5.nudging import draw_change
from lessonlib.figures.lesson5.sliders import SLIDERS, gather_given
from lessonlib.live import LiveFigure, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("paths")
_DERIVATIVES = (-4.0, 4.0)


def forget_path(prediction: Prediction | None = None) -> LiveFigure:
    """Leave one of the two paths to w1 out, and see the wrong answer.

    Parameters
    ----------
    prediction : Prediction, optional
        How wrong the reader thinks the answer is. It stays hidden until the
        prediction is settled.
    """
    picture = _ForgetPicture()
    choices = [(_words(f"forget_{name}"), name) for name in ("nothing", "y3", "y2")]

    @live(picture.figure, title=_words("forget_title"), forgotten=choices, **SLIDERS)
    @gather_given(*SLIDERS)
    def update(given: experiments.Given, forgotten: str = "y3") -> str:
        seen = experiments.forget_path(forgotten, given)
        hidden = hidden_words(prediction) if forgotten != "nothing" else None
        picture.show(seen, visible=hidden is None)
        return hidden or _say_forgotten(forgotten, seen, prediction)

    redraw_when_settled(update, prediction)
    return update


class _ForgetPicture:
    """The artists of :func:`forget_path`."""

    def __init__(self) -> None:
        self.figure, (axes, bar_axes) = plots.new_figure(2, height=3.5, width_ratios=(1, 1))
        self.curve, self.tangent = draw_change(axes)
        self.answer = plots.draw_curve(axes, NUDGES, NUDGES, "test", label=_words("your_line"))
        plots.add_legend(axes, [self.curve, self.tangent, self.answer], ncols=2)
        bar_axes.set(ylim=_DERIVATIVES, ylabel=_words("axis_derivative"))
        bar_axes.tick_params(axis="x", labelsize=9)
        bar_axes.axhline(0, color=plots.GREY, linewidth=0.8)
        colors = [PATH_2, PATH_3, plots.GREY, plots.RED]
        names = ["bar_y2", "bar_y3", "bar_measured", "bar_answer"]
        self.bars = bar_axes.bar([_words(name) for name in names], 0.0, color=colors, width=0.6)

    def show(self, seen: experiments.ForgottenPath, visible: bool) -> None:
        """Set the data of all artists."""
        self.curve.set_ydata(seen.changes)
        self.tangent.set_ydata(seen.tangent)
        self.answer.set_ydata(seen.wrong_tangent)
        heights = [seen.parts["y2"], seen.parts["y3"], seen.measured, seen.answer]
        for bar, height in zip(self.bars, heights, strict=True):
            bar.set_height(float(np.clip(height, *_DERIVATIVES)))
        for artist in (self.answer, self.tangent, *self.bars):
            artist.set_visible(visible)


def _say_forgotten(
    forgotten: str, seen: experiments.ForgottenPath, prediction: Prediction | None
) -> str:
    if forgotten == "nothing":
        numbers = {"y2": say(seen.parts["y2"]), "y3": in_parentheses(say(seen.parts["y3"]))}
        return _words("forgot_nothing", total=say(seen.total), **numbers)
    return _words(
        "forgot",
        forgotten=SYMBOLS[forgotten],
        answer=say(seen.answer),
        total=say(seen.total),
        gap=say(seen.gap),
        verdict=_words(seen.verdict),
        guess=recall_words(prediction),
    )
