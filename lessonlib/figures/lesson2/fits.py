"""Live figures of lesson 2: how near a sum of sigmoids can come to a function."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2 import (
    BUMP_COUNTS,
    GRID,
    STEEP,
    WIDTHS,
    Approximation,
    approximate,
    build_staircase,
    jump_of,
)
from lessonlib.figures.lesson2.frames import add_legend, fit_frame
from lessonlib.live import Answer, LiveFigure, LogRange, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_stairs_words = Words("figures/lesson2/fits", "staircase")
_fit_words = Words("figures/lesson2/fits", "approximation")
PREDICTED_FROM = 10
# Of the frames, while everything fits.
_STAIRCASE_TOP, _FIT_TOP = 1.7, 2.6
_STAIRCASE_LIMITS, _ERROR_LIMITS = (1e-5, 2.0), (1e-8, 2.0)


class _Sum:
    """A function, the parts of a network and their sum."""

    def __init__(
        self, axes: Axes, top: float, parts: str, total: str, labels: Mapping[str, str]
    ) -> None:
        self.axes, self.top = axes, top
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-top, top), xlabel="x")
        flat = 0 * GRID
        self.truth = plots.draw_curve(axes, GRID, flat, "truth", label=labels["truth"], zorder=3)
        self.parts = plots.draw_curve(axes, [], [], "data", label=parts, linewidth=0.8)
        self.total = plots.draw_curve(axes, GRID, flat, "network", label=total)
        add_legend(axes)

    def show(self, truth: FloatArray, parts: FloatArray, total: FloatArray) -> None:
        self.truth.set_ydata(truth)
        self.parts.set_data(*plots.as_one_line(GRID, parts))
        self.total.set_ydata(total)
        fit_frame(self.axes, self.top, truth, parts, total)


def staircase(prediction: Prediction | None = None) -> LiveFigure:
    """Draw many bumps side by side, and their error against how many there are.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of twice as many bumps. Other numbers of them
        than ``PREDICTED_FROM`` stay hidden until it is settled.
    """
    drawing = _Staircase(prediction)
    hidden = [drawing.sum.parts, drawing.sum.total, drawing.here]
    return live(
        drawing.figure,
        drawing.show,
        title=_stairs_words("title"),
        labels=_stairs_words.labels,
        answer=Answer(prediction, hidden, when=lambda n_bumps, **_: n_bumps != PREDICTED_FROM),
        n_bumps=(1, BUMP_COUNTS[-1]),
        steepness=LogRange(2.0, STEEP),
        true_function=list(TRUE_FUNCTIONS),
    )


class _Staircase:
    """The bumps and their sum, and the error against how many there are."""

    def __init__(self, prediction: Prediction | None) -> None:
        self.prediction, labels = prediction, _stairs_words.labels
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
        self.sum = _Sum(axes, _STAIRCASE_TOP, labels["bumps"], labels["stairs"], labels)
        error_axes.set(xlim=(1, BUMP_COUNTS[-1]), xscale="log", xlabel=labels["n_bumps"])
        error_axes.set(ylim=_STAIRCASE_LIMITS, yscale="log", ylabel=_stairs_words("axis_error"))
        ones = np.ones(len(BUMP_COUNTS))
        self.errors = plots.draw_curve(error_axes, BUMP_COUNTS, ones, "network")
        self.here = plots.draw_points(error_axes, [], [], "network", s=60)

    def show(
        self,
        n_bumps: int = PREDICTED_FROM,
        steepness: float = STEEP,
        true_function: str = "sine",
    ) -> str:
        stairs = build_staircase(true_function, n_bumps, steepness)
        self.sum.show(stairs.truth, stairs.bumps, stairs.output)
        self.errors.set_ydata(np.clip(stairs.all_errors, *_STAIRCASE_LIMITS))
        # It shows the answer for any number of bumps, also for those that are not hidden.
        self.errors.set_visible(self.prediction is None or self.prediction.is_settled)
        plots.move_points(self.here, [n_bumps], [np.clip(stairs.error, *_STAIRCASE_LIMITS)])
        numbers = {"hidden_width": stairs.hidden_width, "error": stairs.error}
        return _stairs_words("sentence", n_bumps=n_bumps, **numbers)


def approximation(prediction: Prediction | None = None) -> LiveFigure:
    """Fit H sigmoids to a function, and draw two errors against H.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the largest error at a jump. The errors of
        the step function stay hidden until it is settled.
    """
    drawing = _Approximation()
    hidden = [*drawing.errors, drawing.half, drawing.here]
    return live(
        drawing.figure,
        drawing.show,
        title=_fit_words("title"),
        labels=_fit_words.labels,
        answer=Answer(
            prediction, hidden, when=lambda true_function, **_: jump_of(true_function) > 0
        ),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        true_function=list(TRUE_FUNCTIONS),
    )


class _Approximation:
    """The sigmoids and their sum, and both errors against how many there are."""

    def __init__(self) -> None:
        labels = _fit_words.labels
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
        self.sum = _Sum(axes, _FIT_TOP, labels["parts"], labels["fit"], labels)
        self._draw_errors(error_axes)

    def _draw_errors(self, axes: Axes) -> None:
        """Draw both errors against H, half the jump, and a dot on each at this H."""
        labels, ones = _fit_words.labels, np.ones(len(WIDTHS))
        axes.set(xlim=(1, WIDTHS[-1]), xscale="log", xlabel=labels["hidden_width"])
        axes.set(ylim=_ERROR_LIMITS, yscale="log", ylabel=_fit_words("axis_errors"))
        dashed = {"label": labels["largest"], "linestyle": "--"}
        self.errors = (
            plots.draw_curve(axes, WIDTHS, ones, "network", label=labels["mean_error"]),
            plots.draw_curve(axes, WIDTHS, ones, "network", **dashed),
        )
        self.half = plots.draw_level(axes, "truth", label=labels["half_jump"])
        add_legend(axes, loc="lower left", bbox_to_anchor=(0, 0), ncols=1)
        self.here = plots.draw_points(axes, [], [], "network", s=60)

    def show(self, hidden_width: int = 10, true_function: str = "sine") -> str:
        fit = approximate(true_function, hidden_width)
        self.sum.show(fit.truth, fit.parts, fit.output)
        for line, errors in zip(self.errors, fit.errors, strict=True):
            line.set_ydata(np.clip(errors, *_ERROR_LIMITS))
        here = np.clip([fit.mean, fit.largest], *_ERROR_LIMITS)
        plots.move_points(self.here, [hidden_width] * 2, here)
        self.half.set_ydata([fit.jump / 2 or np.nan] * 2)
        return _say_approximation(fit, hidden_width)


def _say_approximation(fit: Approximation, hidden_width: int) -> str:
    return _fit_words(
        "sentence",
        hidden_width=hidden_width,
        n_parameters=fit.n_parameters,
        steepness=fit.steepness,
        mean=fit.mean,
        largest=fit.largest,
        jump=_fit_words("jump" if fit.jump else "smooth", jump=fit.jump, half=fit.jump / 2),
    )
