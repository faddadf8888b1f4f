"""Live figure of lesson 5: what a nudge of one weight really does to the loss."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import NUDGES, SIZES, Given
from lessonlib.figures.lesson5.diagram import TEXT
from lessonlib.figures.lesson5.notation import SYMBOLS
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.figures.lesson5.scales import reach_of
from lessonlib.figures.lesson5.sliders import SLIDER_LABELS, SLIDERS, given_of
from lessonlib.live import Answer, Handle, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_shared = Words("figures/lesson5/nudging")
_words = Words("figures/lesson5/nudging", "nudge")
_LEAST_CHANGE, _GAPS = 2.0, (1e-8, 1e2)


@dataclass(frozen=True)
class _Setting(Given):
    """Where the controls of :func:`nudge` stand."""

    parameter: str = "w1"
    nudge: float = 0.3


def nudge(prediction: Prediction | None = None) -> LiveFigure:
    """Nudge one weight by δ; compare the change of the loss with derivative times δ.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader thinks the loss does. The picture stays hidden until
        it is settled.
    """
    picture = _NudgePicture()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels={**SLIDER_LABELS, **_words.labels},
        handles=[Handle(picture.point, "nudge")],
        answer=Answer(prediction, picture.answer),
        start=_Setting(),
        parameter=[(SYMBOLS[name], name) for name in experiments.WEIGHTS],
        nudge=(-1.0, 1.0, 0.02),
        **SLIDERS,
    )


class _NudgePicture:
    """The change of the loss against the nudge, and what the derivative misses of it."""

    def __init__(self) -> None:
        self.figure, (axes, gap_axes) = plots.new_figure(2, height=3.5)
        self.curve, self.tangent = draw_change(axes, labels=_words.labels)
        self.point = plots.draw_points(axes, [], [], "test", s=70, zorder=4)
        (self.miss,) = axes.plot([], [], color=plots.RED, linewidth=2)
        plots.add_legend(axes, [self.curve, self.tangent], fontsize=TEXT)
        gap_axes.set(xlim=(SIZES[0], SIZES[-1]), ylim=_GAPS, xscale="log", yscale="log")
        gap_axes.set(xlabel=_words("axis_size"), ylabel=_words("axis_gap"))
        self.gaps = plots.draw_curve(gap_axes, SIZES, SIZES, "test", linestyle="-")
        self.gap = plots.draw_points(gap_axes, [], [], "test", s=70, zorder=4, clip_on=False)
        self.answer = [self.curve, self.tangent, self.point, self.miss, self.gaps, self.gap]

    def show(self, setting: _Setting) -> str:
        """Show a nudge, and say what it does."""
        size = setting.nudge
        seen = experiments.nudge_weight(setting.parameter, size, given_of(setting))
        show_change(self.curve, self.tangent, seen.changes, seen.tangent)
        plots.move_points(self.point, [size], [seen.change])
        self.miss.set_data([size, size], [seen.predicted, seen.change])
        self.gaps.set_ydata(np.clip(seen.misses, *_GAPS))
        across, up = np.clip(abs(size), SIZES[0], SIZES[-1]), np.clip(seen.miss, *_GAPS)
        plots.move_points(self.gap, [across], [up])
        return _say_nudge(setting, seen)


def draw_change(axes: Axes, *, labels: Mapping[str, str]) -> tuple[Line2D, Line2D]:
    """Draw the change of the loss against the nudge, and the tangent at no nudge.

    Parameters
    ----------
    axes : Axes
    labels : mapping of str to str
        What ``true_change`` and ``tangent`` are called.

    Returns
    -------
    curve, tangent : Line2D
    """
    axes.set(xlim=(NUDGES[0], NUDGES[-1]))
    axes.set(xlabel=_shared("axis_nudge"), ylabel=_shared("axis_change"))
    axes.axhline(0, color=plots.GREY, linewidth=0.8)
    axes.axvline(0, color=plots.GREY, linewidth=0.8)
    curve = plots.draw_curve(axes, NUDGES, 0 * NUDGES, "train", label=labels["true_change"])
    tangent = plots.draw_curve(axes, NUDGES, 0 * NUDGES, "truth", label=labels["tangent"])
    return curve, tangent


def show_change(curve: Line2D, tangent: Line2D, changes: Any, along: Any) -> None:
    """Set the curves of :func:`draw_change`; the axis grows with the true change."""
    curve.set_ydata(changes)
    tangent.set_ydata(along)
    axes, reach = curve.axes, max(_LEAST_CHANGE, reach_of(changes))
    if axes is not None and axes.get_ylim() != (-reach, reach):
        axes.set_ylim(-reach, reach)


def _say_nudge(setting: _Setting, seen: experiments.Nudge) -> str:
    return _words(
        "sentence",
        symbol=SYMBOLS[setting.parameter],
        nudge=say(setting.nudge),
        change=say(seen.change),
        derivative=say(seen.derivative),
        predicted=say(seen.predicted),
        gap=say(seen.miss),
        verb=_words(f"it_{seen.verdict}"),
    )
