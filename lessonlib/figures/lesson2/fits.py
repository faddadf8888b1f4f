"""Live figures of lesson 2: how near a sum of sigmoids can come to a function."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson2 import (
    BUMP_COUNTS,
    GRID,
    WIDTHS,
    Approximation,
    approximate,
    build_staircase,
)
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words, _labels = Words("sums"), Words("labels")
PREDICTED_BEYOND, STEEP = 10, 200.0
_STAIRCASE_LIMITS, _ERROR_LIMITS = (1e-5, 2.0), (1e-8, 2.0)


def staircase(prediction: Prediction | None = None) -> LiveFigure:
    """Draw many bumps side by side, and their error against how many there are.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of twice as many bumps. More than
        ``PREDICTED_BEYOND`` stay hidden until it is settled.
    """
    figure, (axes, error_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
    truth, parts, steps = _draw_fit(axes, _words("bumps"), _words("stairs"))
    error_axes.set(xlim=(1, BUMP_COUNTS[-1]), ylim=_STAIRCASE_LIMITS, xscale="log", yscale="log")
    error_axes.set(xlabel=_labels("n_bumps"), ylabel=_words("axis_error"))
    errors = plots.draw_curve(error_axes, BUMP_COUNTS, np.ones(len(BUMP_COUNTS)), "network")
    here = plots.draw_points(error_axes, [], [], "network", s=60)

    @live(
        figure,
        title=_words("staircase_title"),
        n_bumps=(1, BUMP_COUNTS[-1]),
        steepness=LogRange(2.0, 200.0),
        true_function=list(TRUE_FUNCTIONS),
    )
    def update(
        n_bumps: int = PREDICTED_BEYOND, steepness: float = STEEP, true_function: str = "sine"
    ) -> str:
        hidden = hidden_words(prediction) if n_bumps > PREDICTED_BEYOND else None
        stairs = build_staircase(true_function, n_bumps, steepness)
        truth.set_ydata(stairs.truth)
        steps.set_ydata(stairs.output)
        parts.set_data(*plots.as_one_line(GRID, stairs.bumps))
        errors.set_ydata(np.clip(stairs.all_errors, *_STAIRCASE_LIMITS))
        errors.set_visible(prediction is None or prediction.is_settled)
        plots.move_points(here, [n_bumps], [np.clip(stairs.error, *_STAIRCASE_LIMITS)])
        for artist in (steps, parts, here):
            artist.set_visible(hidden is None)
        return hidden or _words(
            "staircase",
            n_bumps=n_bumps,
            hidden_width=stairs.hidden_width,
            error=stairs.error,
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update


def _draw_fit(axes: Axes, parts: str, total: str) -> tuple[Line2D, Line2D, Line2D]:
    """Draw the function, the parts of the network and their sum; heights are set later."""
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-1.7, 1.7), xlabel="x")
    flat = 0 * GRID
    lines = (
        plots.draw_curve(axes, GRID, flat, "truth", label=_labels("truth"), zorder=3),
        plots.draw_curve(axes, [], [], "data", label=parts, linewidth=0.8),
        plots.draw_curve(axes, GRID, flat, "network", label=total),
    )
    plots.add_legend(axes)
    return lines


def approximation(prediction: Prediction | None = None) -> LiveFigure:
    """Fit H sigmoids to a function, and draw two errors against H.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the largest error at a jump. The errors of
        the step function stay hidden until it is settled.
    """
    figure, (axes, error_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
    truth, parts, curve = _draw_fit(axes, _words("parts"), _words("fit"))
    lines, half, marker = _draw_errors(error_axes)

    @live(
        figure,
        title=_words("approximation_title"),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        true_function=list(TRUE_FUNCTIONS),
    )
    def update(hidden_width: int = 10, true_function: str = "sine") -> str:
        fit = approximate(true_function, hidden_width)
        hidden = hidden_words(prediction) if fit.jump else None
        truth.set_ydata(fit.truth)
        curve.set_ydata(fit.output)
        parts.set_data(*plots.as_one_line(GRID, fit.parts))
        marker.set_xdata([hidden_width, hidden_width])
        for line, errors in zip(lines, fit.errors, strict=True):
            line.set_ydata(np.clip(errors, *_ERROR_LIMITS))
            line.set_visible(hidden is None)
        half.set_ydata([fit.jump / 2 or np.nan] * 2)
        half.set_visible(hidden is None)
        return hidden or _say_approximation(fit, hidden_width, recall_words(prediction))

    redraw_when_settled(update, prediction)
    return update


def _draw_errors(axes: Axes) -> tuple[tuple[Line2D, Line2D], Line2D, Line2D]:
    """Draw both errors against H, half the jump, and a marker of H."""
    axes.set(xlim=(1, WIDTHS[-1]), ylim=_ERROR_LIMITS, xscale="log", yscale="log")
    axes.set(xlabel=_labels("hidden_width"), ylabel=_words("axis_both_errors"))
    ones, dashed = np.ones(len(WIDTHS)), {"label": _words("largest"), "linestyle": "--"}
    mean = plots.draw_curve(axes, WIDTHS, ones, "network", label=_words("mean_error"))
    largest = plots.draw_curve(axes, WIDTHS, ones, "network", **dashed)
    half = plots.draw_level(axes, "truth", label=_words("half_jump"))
    plots.add_legend(axes, loc="lower left", bbox_to_anchor=(0, 0), ncols=1)
    return (mean, largest), half, plots.draw_marker(axes, "data")


def _say_approximation(fit: Approximation, hidden_width: int, guess: str) -> str:
    jump = "approximation_jump" if fit.jump else "approximation_smooth"
    return _words(
        "approximation",
        hidden_width=hidden_width,
        n_parameters=fit.n_parameters,
        mean=fit.mean,
        largest=fit.largest,
        jump=_words(jump, jump=fit.jump, half=fit.jump / 2),
        guess=guess,
    )
