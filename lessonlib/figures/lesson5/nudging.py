"""Live figure of lesson 5: what a nudge of a weight really does to the loss."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import NUDGES, SIZES
from lessonlib.figures.lesson5.notation import SYMBOLS
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.figures.lesson5.sliders import SLIDERS, gather_given
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("paths")
_CHANGES, _GAPS = (-2.0, 2.0), (1e-8, 1e2)


def nudge(prediction: Prediction | None = None) -> LiveFigure:
    """Nudge one weight by δ; compare the change of the loss with derivative times δ.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader thinks the loss does. The picture stays hidden until
        it is settled.
    """
    picture = _NudgePicture()

    @live(
        picture.figure,
        title=_words("nudge_title"),
        handles=[Handle(picture.point, "nudge")],
        parameter=[(SYMBOLS[name], name) for name in experiments.WEIGHTS],
        nudge=(-1.0, 1.0, 0.02),
        **SLIDERS,
    )
    @gather_given(*SLIDERS)
    def update(given: experiments.Given, parameter: str = "w1", nudge: float = 0.3) -> str:
        hidden = hidden_words(prediction)
        seen = experiments.nudge_weight(parameter, nudge, given)
        picture.show(nudge, seen, visible=hidden is None)
        return hidden or _say_nudge(parameter, nudge, seen, prediction)

    redraw_when_settled(update, prediction)
    return update


def _say_nudge(
    parameter: str, nudge: float, seen: experiments.Nudge, prediction: Prediction | None
) -> str:
    return _words(
        "nudge",
        symbol=SYMBOLS[parameter],
        nudge=say(nudge),
        change=say(seen.change),
        derivative=say(seen.derivative),
        predicted=say(seen.predicted),
        gap=say(seen.miss),
        verb=_words(seen.verdict),
        guess=recall_words(prediction),
    )


class _NudgePicture:
    """The artists of :func:`nudge`."""

    def __init__(self) -> None:
        self.figure, (axes, gap_axes) = plots.new_figure(2, height=3.5)
        self.curve, self.tangent = draw_change(axes)
        self.point = plots.draw_points(axes, [], [], "test", s=70, zorder=4)
        (self.miss,) = axes.plot([], [], color=plots.RED, linewidth=2)
        plots.add_legend(axes, [self.curve, self.tangent])
        gap_axes.set(xlim=(SIZES[0], SIZES[-1]), ylim=_GAPS, xscale="log", yscale="log")
        gap_axes.set(xlabel=_words("axis_size"), ylabel=_words("axis_gap"))
        self.gaps = plots.draw_curve(gap_axes, SIZES, SIZES, "test", linestyle="-")
        self.gap = plots.draw_points(gap_axes, [], [], "test", s=70, zorder=4, clip_on=False)

    def show(self, nudge: float, seen: experiments.Nudge, visible: bool) -> None:
        """Set the data of all artists."""
        self.curve.set_ydata(seen.changes)
        self.tangent.set_ydata(seen.tangent)
        plots.move_points(self.point, [nudge], [seen.change])
        self.miss.set_data([nudge, nudge], [seen.predicted, seen.change])
        self.gaps.set_ydata(np.clip(seen.misses, *_GAPS))
        size = np.clip(abs(nudge), SIZES[0], SIZES[-1])
        plots.move_points(self.gap, [size], [np.clip(seen.miss, *_GAPS)])
        for artist in (self.curve, self.tangent, self.point, self.miss, self.gaps, self.gap):
            artist.set_visible(visible)


def draw_change(axes: Any) -> tuple[Any, Any]:
    """Draw the change of the loss against the nudge, and the tangent at no nudge."""
    axes.set(xlim=(NUDGES[0], NUDGES[-1]), ylim=_CHANGES)
    axes.set(xlabel=_words("axis_nudge"), ylabel=_words("axis_change"))
    axes.axhline(0, color=plots.GREY, linewidth=0.8)
    axes.axvline(0, color=plots.GREY, linewidth=0.8)
    curve = plots.draw_curve(axes, NUDGES, 0 * NUDGES, "network", label=_words("true_change"))
    tangent = plots.draw_curve(axes, NUDGES, 0 * NUDGES, "truth", label=_words("tangent"))
    return curve, tangent
