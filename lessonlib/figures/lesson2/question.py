"""Live figures of lesson 2: its question, and the same picture with the answer."""

from typing import Any

from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments import lesson2 as experiments
from lessonlib.experiments.lesson2 import BUILT_WIDTH, GRID, LAST_CURVE, WIDTHS, AnyCurve
from lessonlib.figures.lesson2.frames import TEXT, fit_frame
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_question_words = Words("figures/lesson2/question", "question")
_answer_words = Words("figures/lesson2/question", "answer")
_TOP = 2.2


class _PartsAndSum:
    """S-shaped curves on the left, their sum on the right."""

    def __init__(self) -> None:
        self.figure, (self.left, self.right) = plots.new_figure(2, height=3.0)
        for axes in (self.left, self.right):
            axes.set(xlim=(X_MIN, X_MAX), ylim=(-_TOP, _TOP), xlabel="x")
        self.parts = plots.draw_curve(self.left, [], [], "network", linewidth=1.2)
        self.sum = plots.draw_curve(self.right, GRID, 0 * GRID, "network", linewidth=2.5)

    def show(self, curve: AnyCurve) -> None:
        self.parts.set_data(*plots.as_one_line(GRID, curve.parts))
        self.sum.set_ydata(curve.output)
        fit_frame(self.left, _TOP, curve.parts)
        fit_frame(self.right, _TOP, curve.output, curve.truth)


def _write_above(axes: Axes, text: str) -> Any:
    return axes.set_title(text, fontsize=TEXT)


def question() -> LiveFigure:
    """Draw the question of the lesson: S-shaped curves, and their sum."""
    drawing = _PartsAndSum()
    drawing.show(experiments.follow_curve(experiments.numbered_curve(0), BUILT_WIDTH))
    _write_above(drawing.left, _question_words("parts", hidden_width=BUILT_WIDTH))
    _write_above(drawing.right, _question_words("sum"))

    def show() -> str:
        return _question_words("sentence", hidden_width=BUILT_WIDTH)

    return live(drawing.figure, show, title=_question_words("title"))


def answer() -> LiveFigure:
    """Draw the picture of the question again: now the sum follows any curve."""
    drawing = _PartsAndSum()
    above = [_write_above(axes, "") for axes in (drawing.left, drawing.right)]
    truth = plots.draw_curve(drawing.right, GRID, 0 * GRID, "truth", zorder=3)

    def show(hidden_width: int = BUILT_WIDTH, curve: int = 0, in_steps: bool = False) -> str:
        fit = experiments.follow_curve(experiments.numbered_curve(curve), hidden_width, in_steps)
        drawing.show(fit)
        truth.set_ydata(fit.truth)
        above[0].set_text(_answer_words("parts", hidden_width=hidden_width))
        above[1].set_text(_answer_words("sum", error=fit.error))
        name = _answer_words("first" if curve == 0 else "other", curve=curve)
        numbers = {"hidden_width": hidden_width, "n_levels": hidden_width + 1, "error": fit.error}
        return _answer_words("steps" if in_steps else "sentence", name=name, **numbers)

    return live(
        drawing.figure,
        show,
        title=_answer_words("title"),
        labels=_answer_words.labels,
        on_stage=("hidden_width", "curve"),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        curve=(0, LAST_CURVE),
        in_steps=False,
    )
