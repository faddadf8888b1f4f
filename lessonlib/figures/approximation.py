"""Live figures of lesson 2: how near a sum of sigmoids can come to a function."""

from functools import cache, lru_cache
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.figures.sums import as_one_line, bump_weights
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error
from lessonlib.networks import contributions, count_parameters, forward, spread_hidden_units
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.training import fit_output_layer
from lessonlib.words import Words

_words, _labels = Words("sums"), Words("labels")
_GRID = np.linspace(X_MIN, X_MAX, 301)
_OUTSIDE = 2.0  # how far the outermost bumps of a staircase reach beyond the interval
BUMP_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40)
PREDICTED_BEYOND, STEEP = 10, 200.0
WIDTHS = range(1, 51)
# Dense, and with both sides of the place where the step function jumps.
ERROR_GRID = np.sort(np.append(np.linspace(X_MIN, X_MAX, 601), np.nextafter(0.0, -1.0)))
_ERROR_LIMITS = (1e-8, 2.0)


def staircase_weights(true_function: str, n_bumps: int, steepness: float) -> Any:
    """Make the staircase that follows a function: each bump as high as the function in its middle.

    Returns
    -------
    ndarray of shape (6 * n_bumps + 1,)
    """
    edges = np.linspace(X_MIN, X_MAX, n_bumps + 1)
    heights = TRUE_FUNCTIONS[true_function]((edges[:-1] + edges[1:]) / 2)
    edges[[0, -1]] += -_OUTSIDE, _OUTSIDE  # else the first and last step would have soft ends
    return bump_weights(edges, heights, steepness)


@lru_cache(maxsize=512)
def staircase_errors(true_function: str, steepness: float) -> Any:
    """Compute the mean squared error of staircases of growing length.

    Returns
    -------
    ndarray of shape (len(BUMP_COUNTS),)
    """
    y = TRUE_FUNCTIONS[true_function](_GRID)
    stairs = (staircase_weights(true_function, n_bumps, steepness) for n_bumps in BUMP_COUNTS)
    return np.array([mean_squared_error(y, forward(weights, _GRID)) for weights in stairs])


def staircase(prediction: Prediction | None = None) -> LiveFigure:
    """Draw many bumps side by side, and their error against how many there are.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of twice as many bumps. More than
        ``PREDICTED_BEYOND`` stay hidden until it is settled.
    """
    figure, (axes, error_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
    truth, parts, stairs = _draw_fit(axes, _words("bumps"), _words("stairs"))
    limits = (1e-5, 2.0)
    error_axes.set(xlim=(1, BUMP_COUNTS[-1]), ylim=limits, xscale="log", yscale="log")
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
        weights = staircase_weights(true_function, n_bumps, steepness)
        y, y_pred = TRUE_FUNCTIONS[true_function](_GRID), forward(weights, _GRID)
        error = mean_squared_error(y, y_pred)
        truth.set_ydata(y)
        stairs.set_ydata(y_pred)
        parts.set_data(*as_one_line(_GRID, _bumps_apart(weights)))
        errors.set_ydata(np.clip(staircase_errors(true_function, steepness), *limits))
        errors.set_visible(prediction is None or prediction.is_settled)
        plots.move_points(here, [n_bumps], [np.clip(error, *limits)])
        for artist in (stairs, parts, here):
            artist.set_visible(hidden is None)
        guess = recall_words(prediction)
        return hidden or _words(
            "staircase", n_bumps=n_bumps, hidden_width=2 * n_bumps, error=error, guess=guess
        )

    redraw_when_settled(update, prediction)
    return update


def _draw_fit(axes: Any, parts: str, total: str) -> tuple[Any, Any, Any]:
    """Draw the function, the parts of the network and their sum; heights are set later."""
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-1.7, 1.7), xlabel="x")
    flat = 0 * _GRID
    lines = (
        plots.draw_curve(axes, _GRID, flat, "truth", label=_labels("truth"), zorder=3),
        plots.draw_curve(axes, [], [], "data", label=parts, linewidth=0.8),
        plots.draw_curve(axes, _GRID, flat, "network", label=total),
    )
    plots.add_legend(axes)
    return lines


def _bumps_apart(weights: Any) -> Any:
    """Return each bump of a staircase, shape (n_grid, n_bumps)."""
    up, down = np.split(contributions(weights, _GRID), 2, axis=1)
    return up + down


@cache
def fit_width(true_function: str, hidden_width: int) -> Any:
    """Fit H evenly spread sigmoids to a function, without noise.

    Returns
    -------
    ndarray of shape (3 * hidden_width + 1,)
    """
    start = spread_hidden_units(hidden_width, X_MIN, X_MAX)
    return fit_output_layer(start, ERROR_GRID, TRUE_FUNCTIONS[true_function](ERROR_GRID))


@cache
def errors_of_widths(true_function: str) -> tuple[Any, Any]:
    """Compute both errors of the best fit for every width in ``WIDTHS``.

    Returns
    -------
    mean, largest : ndarray of shape (len(WIDTHS),)
        Mean squared error, and largest error.
    """
    y = TRUE_FUNCTIONS[true_function](ERROR_GRID)
    outputs = [forward(fit_width(true_function, width), ERROR_GRID) for width in WIDTHS]
    mean = np.array([mean_squared_error(y, y_pred) for y_pred in outputs])
    return mean, np.array([largest_error(y, y_pred) for y_pred in outputs])


def jump_of(true_function: str) -> float:
    """Return how high a function jumps at 0."""
    below, above = TRUE_FUNCTIONS[true_function](np.array([np.nextafter(0.0, -1.0), 0.0]))
    return float(round(abs(above - below), 12))


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
    error_axes.set(xlim=(1, WIDTHS[-1]), ylim=_ERROR_LIMITS, xscale="log", yscale="log")
    error_axes.set(xlabel=_labels("hidden_width"), ylabel=_words("axis_both_errors"))
    ones = np.ones(len(WIDTHS))
    mean = plots.draw_curve(error_axes, WIDTHS, ones, "network", label=_words("mean_error"))
    largest = plots.draw_curve(
        error_axes, WIDTHS, ones, "network", label=_words("largest"), linestyle="--"
    )
    half = plots.draw_level(error_axes, "truth", label=_words("half_jump"))
    plots.add_legend(error_axes, loc="lower left", bbox_to_anchor=(0, 0), ncols=1)
    marker = plots.draw_marker(error_axes, "data")

    @live(
        figure,
        title=_words("approximation_title"),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        true_function=list(TRUE_FUNCTIONS),
    )
    def update(hidden_width: int = 10, true_function: str = "sine") -> str:
        weights = fit_width(true_function, hidden_width)
        jump = jump_of(true_function)
        hidden = hidden_words(prediction) if jump else None
        truth.set_ydata(TRUE_FUNCTIONS[true_function](_GRID))
        curve.set_ydata(forward(weights, _GRID))
        parts.set_data(*as_one_line(_GRID, contributions(weights, _GRID)))
        marker.set_xdata([hidden_width, hidden_width])
        for line, errors in zip((mean, largest), errors_of_widths(true_function), strict=True):
            line.set_ydata(np.clip(errors, *_ERROR_LIMITS))
            line.set_visible(hidden is None)
        half.set_ydata([jump / 2 or np.nan] * 2)
        half.set_visible(hidden is None)
        return hidden or _say_approximation(true_function, hidden_width, prediction)

    redraw_when_settled(update, prediction)
    return update


def _say_approximation(true_function: str, hidden_width: int, prediction: Prediction | None) -> str:
    jump = jump_of(true_function)
    mean, largest = (errors[hidden_width - WIDTHS[0]] for errors in errors_of_widths(true_function))
    return _words(
        "approximation",
        hidden_width=hidden_width,
        n_parameters=count_parameters(hidden_width),
        mean=mean,
        largest=largest,
        jump=_words(
            "approximation_jump" if jump else "approximation_smooth", jump=jump, half=jump / 2
        ),
        guess=recall_words(prediction),
    )
