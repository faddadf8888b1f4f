"""Live figure of lesson 5: the wrong derivative that a forgotten path gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import NUDGES, Given
from lessonlib.figures.lesson5.diagram import FORWARD, PATH_2, PATH_3, TEXT
from lessonlib.figures.lesson5.notation import SYMBOLS, in_parentheses
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.figures.lesson5.nudging import draw_change, show_change
from lessonlib.figures.lesson5.scales import reach_of
from lessonlib.figures.lesson5.sliders import SLIDER_LABELS, SLIDERS, given_of
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson5/forgetting", "forget_path")
_labels = _words.labels
_BARS = {
    **{"bar_y2": PATH_2, "bar_y3": PATH_3},
    # What L truly does is blue, as what goes forwards is; the reader's answer is red on both sides.
    **{"bar_measured": FORWARD, "bar_answer": plots.RED},
}


@dataclass(frozen=True)
class _Setting(Given):
    """Where the controls of :func:`forget_path` stand."""

    forgotten: str = "y3"


def forget_path(prediction: Prediction | None = None) -> LiveFigure:
    """Leave one of the two paths to w1 out, and see the wrong answer.

    Parameters
    ----------
    prediction : Prediction, optional
        How wrong the reader thinks the answer is. It stays hidden until the
        prediction is settled.
    """
    picture = _ForgetPicture()
    hidden = [picture.answer, picture.tangent, *picture.bars, *picture.numbers]
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels={**SLIDER_LABELS, **_labels},
        answer=Answer(prediction, hidden, when=_forgets, recall_when=_forgets),
        start=_Setting(),
        forgotten=[(_labels[f"forget_{name}"], name) for name in ("nothing", "y3", "y2")],
        **SLIDERS,
    )


def _forgets(setting: _Setting) -> bool:
    return setting.forgotten != "nothing"


class _ForgetPicture:
    """The change of the loss with two tangents, and ∂L/∂w1 by its parts."""

    def __init__(self) -> None:
        self.figure, (axes, bar_axes) = plots.new_figure(2, height=3.5, width_ratios=(1, 1))
        self.curve, self.tangent = draw_change(axes, labels=_labels)
        self.answer = plots.draw_curve(axes, NUDGES, NUDGES, "test", label=_labels["your_line"])
        plots.add_legend(axes, [self.curve, self.tangent, self.answer], ncols=2, fontsize=TEXT)
        self._draw_bars(bar_axes)

    def _draw_bars(self, axes: Axes) -> None:
        axes.set(ylabel=_words("axis_derivative"))
        axes.tick_params(axis="x", labelsize=TEXT)
        axes.axhline(0, color=plots.GREY, linewidth=0.8)
        names = [_labels[name] for name in _BARS]
        self.bars = axes.bar(names, 0.0, color=list(_BARS.values()), width=0.6)
        look: dict[str, Any] = {"fontsize": TEXT, "ha": "center"}
        self.numbers = [axes.text(across, 0.0, "", **look) for across in range(len(names))]
        self.bar_axes = axes

    def show(self, setting: _Setting) -> str:
        """Show the derivative without a path, and say how wrong it is."""
        seen = experiments.forget_path(setting.forgotten, given_of(setting))
        show_change(self.curve, self.tangent, seen.changes, seen.tangent)
        self.answer.set_ydata(seen.wrong_tangent)
        heights = [seen.parts["y2"], seen.parts["y3"], seen.measured, seen.answer]
        self._show_bars(heights)
        return _say_forgotten(setting, seen) if _forgets(setting) else _say_whole(seen)

    def _show_bars(self, heights: Sequence[float]) -> None:
        reach = 1.25 * reach_of(heights)  # with room for the numbers
        if self.bar_axes.get_ylim() != (-reach, reach):
            self.bar_axes.set_ylim(-reach, reach)
        for bar, number, height in zip(self.bars, self.numbers, heights, strict=True):
            bar.set_height(height)
            number.set(y=height + 0.03 * reach * (1 if height >= 0 else -1))
            number.set(text=say(height), va="bottom" if height >= 0 else "top")


def _say_forgotten(setting: _Setting, seen: experiments.ForgottenPath) -> str:
    return _words(
        "sentence",
        forgotten=SYMBOLS[setting.forgotten],
        answer=say(seen.answer),
        total=say(seen.total),
        gap=say(seen.gap),
        verdict=_words(f"is_{seen.verdict}"),
    )


def _say_whole(seen: experiments.ForgottenPath) -> str:
    y2, y3 = say(seen.parts["y2"]), in_parentheses(say(seen.parts["y3"]))
    return _words("forgot_nothing", y2=y2, y3=y3, total=say(seen.total))
