"""Live figures of lesson 1: dataset and splitting."""

from functools import cache
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.arguments import FloatArray
from lessonlib.datasets import (
    TRUE_FUNCTIONS,
    X_MAX,
    X_MIN,
    load_seattle_weather,
    sample_dataset,
)
from lessonlib.live import LiveFigure, live
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights, spread_hidden_units
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import Split, split_by_group, split_indices
from lessonlib.training import fit_output_layer, train
from lessonlib.words import Words

_words, _labels = Words("splitting"), Words("labels")
_GRID = np.linspace(X_MIN, X_MAX, 300)
SEATTLE_WIDTHS = range(2, 61)
SUBSETS = ("train", "validation", "test")


def fit_curve(x: Any, y: Any, hidden_width: int) -> Any:
    """Fit H evenly spread sigmoids: only their heights are solved for, exactly.

    Lesson 1 needs a curve of adjustable flexibility and not yet a way to train it.

    Parameters
    ----------
    x, y : ndarray of shape (n_samples,)
    hidden_width : int

    Returns
    -------
    ndarray of shape (3 * hidden_width + 1,)
        The parameters of the network.
    """
    return fit_output_layer(spread_hidden_units(hidden_width, X_MIN, X_MAX), x, y)


def two_fits(n_samples: int = 20, small_width: int = 5, large_width: int = 18) -> LiveFigure:
    """Draw the question of the lesson: two curves through the same points."""
    x, y = sample_dataset("sine", n_samples, 0.3, np.random.default_rng(3))
    figure, axes = plots.new_figure(height=3.0)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
    axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
    errors = []
    for width, role in ((small_width, "train"), (large_width, "validation")):
        weights = fit_curve(x, y, width)
        errors.append(mean_squared_error(y, forward(weights, x)))
        label = _words("two_fits_curve", hidden_width=width)
        plots.draw_curve(axes, _GRID, forward(weights, _GRID), role, label=label)
    plots.draw_points(axes, x, y, "truth", s=24, label=None, zorder=3)
    plots.add_legend(axes)

    @live(figure, title=_words("two_fits_title"))
    def update() -> str:
        return _words(
            "two_fits",
            small=errors[0],
            large=errors[1],
            small_width=small_width,
            large_width=large_width,
        )

    return update


def dataset() -> LiveFigure:
    """Draw noisy measurements in the colours of their subsets."""
    figure, axes = plots.new_figure(height=3.4)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
    axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
    points = _draw_subsets(axes)
    truth = plots.draw_curve(axes, _GRID, 0 * _GRID, "truth", label=_labels("truth"))
    plots.add_legend(axes)

    @live(
        figure,
        title=_words("dataset_title"),
        on_stage=("noise_std", "show_true_function"),
        true_function=list(TRUE_FUNCTIONS),
        n_samples=(10, 400),
        noise_std=(0.0, 0.5),
        seed=(0, 20),
        validation_fraction=(0.1, 0.4),
        test_fraction=(0.1, 0.4),
        show_true_function=True,
    )
    def update(
        true_function: str = "sine",
        n_samples: int = 100,
        noise_std: float = 0.2,
        seed: int = 0,
        validation_fraction: float = 0.2,
        test_fraction: float = 0.2,
        show_true_function: bool = False,
    ) -> str:
        x, y = sample_dataset(true_function, n_samples, noise_std, np.random.default_rng(seed))
        fractions = (1 - validation_fraction - test_fraction, validation_fraction, test_fraction)
        split = split_indices(n_samples, fractions, rng=np.random.default_rng(seed))
        _move_subsets(points, x, y, split)
        truth.set_ydata(TRUE_FUNCTIONS[true_function](_GRID))
        truth.set_visible(show_true_function)
        sizes = {name: len(indices) for name, indices in zip(SUBSETS, split, strict=True)}
        drawn = float(np.std(y - TRUE_FUNCTIONS[true_function](x)))
        return _words("dataset", n_samples=n_samples, noise_std=noise_std, drawn=drawn, **sizes)

    return update


def sorted_trap(prediction: Prediction | None = None) -> LiveFigure:
    """Split sorted data with or without shuffling, and fit the first part.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the test error. The picture without
        shuffling stays hidden until it is settled.
    """
    x, y = _sorted_data()
    figure, (axes, bar_axes) = plots.new_figure(2, width_ratios=(5, 2))
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
    axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
    points = _draw_subsets(axes)
    curve = plots.draw_curve(axes, _GRID, 0 * _GRID, "network", label=_labels("network"))
    plots.add_legend(axes)
    bars = plots.draw_error_bars(bar_axes, SUBSETS, (1e-2, 1e1))
    bar_axes.set_ylabel(_words("axis_error"))

    @live(figure, title=_words("sorted_trap_title"), shuffle=True, hidden_width=(5, 20))
    def update(shuffle: bool = True, hidden_width: int = 10) -> str:
        split, weights, errors = fit_sorted(shuffle, hidden_width)
        _move_subsets(points, x, y, split)
        hidden = None if shuffle else hidden_words(prediction)
        curve.set_ydata(forward(weights, _GRID))
        curve.set_visible(hidden is None)
        plots.move_error_bars(bars, errors if hidden is None else [errors[0], 0, 0])
        return hidden or _words(
            "sorted_trap",
            order=_words("shuffled" if shuffle else "in_order"),
            train=errors[0],
            test=errors[2],
            ratio=errors[2] / errors[0],
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update


def fit_sorted(shuffle: bool, hidden_width: int = 10) -> tuple[Split, FloatArray, list[float]]:
    """Split the data of :func:`sorted_trap`, with or without shuffling, and fit the first part.

    Returns
    -------
    tuple of Split, ndarray of shape (3 * H + 1,) and list of float
        The split, the weights, and the mean squared errors on train, validation and test.
    """
    x, y = _sorted_data()
    split = split_indices(len(x), rng=np.random.default_rng(0), shuffle=shuffle)
    start = initialize_weights(hidden_width, np.random.default_rng(0))
    weights = train(start, x[split.train], y[split.train], 0.1, 2000).weights
    return split, weights, [mean_squared_error(y[p], forward(weights, x[p])) for p in split]


def _sorted_data() -> tuple[FloatArray, FloatArray]:
    x, y = sample_dataset("sine", 120, 0.2, np.random.default_rng(1))
    return x[np.argsort(x)], y[np.argsort(x)]


def seattle(prediction: Prediction | None = None) -> LiveFigure:
    """Fit Seattle's temperatures, split by random days or by whole years.

    Parameters
    ----------
    prediction : Prediction, optional
        Which split the reader expects to promise the smaller test error. The
        errors of whole years stay hidden until it is settled.
    """
    data = _weather()
    figure, (axes, error_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.4)
    axes.set(xlim=(0, 366), ylim=(-5, 40))
    axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
    points = _draw_subsets(axes, s=5)
    days = np.arange(1.0, 367.0)
    curve = plots.draw_curve(axes, days, 0 * days, "network", label=_labels("network"))
    lines = plots.draw_error_curves(error_axes, SEATTLE_WIDTHS, SUBSETS, (8, 25))
    error_axes.set(xlabel=_words("axis_width"), ylabel=_words("axis_squared_degrees"))
    marker = plots.draw_marker(error_axes, "network")
    plots.add_legend(axes, markerscale=2)

    @live(
        figure,
        title=_words("seattle_title"),
        split_by=[(_words("seattle_days"), "days"), (_words("seattle_years"), "years")],
        hidden_width=(SEATTLE_WIDTHS[0], SEATTLE_WIDTHS[-1]),
    )
    def update(split_by: str = "days", hidden_width: int = 12) -> str:
        split = seattle_split(split_by)
        _move_subsets(points, data.day_of_year, data.temp_max, split)
        fit = _fit_seattle(split_by, hidden_width)
        curve.set_ydata(forward(fit, _scale_days(days)))
        marker.set_xdata([hidden_width, hidden_width])
        hidden = hidden_words(prediction) if split_by == "years" else None
        errors = seattle_errors(split_by)
        for name, line in lines.items():
            line.set_ydata(errors[name] if hidden is None else np.full(len(SEATTLE_WIDTHS), np.nan))
        return hidden or _say_seattle(split_by, hidden_width, prediction)

    redraw_when_settled(update, prediction)
    return update


def seattle_split(split_by: str) -> Split:
    """Split Seattle's days: ``"days"`` at random, or ``"years"`` with 2014 and 2015 set aside."""
    data = _weather()
    if split_by == "years":
        return split_by_group(data.year, validation=[2014], test=[2015])
    return split_indices(len(data.year), (0.5, 0.25, 0.25), rng=np.random.default_rng(0))


@cache
def seattle_errors(split_by: str) -> dict[str, Any]:
    """Compute the error of every width on every subset.

    Returns
    -------
    dict of str to ndarray of shape (len(SEATTLE_WIDTHS),)
        Mean squared errors in °C², by subset.
    """
    data = _weather()
    x, y = _scale_days(data.day_of_year), data.temp_max
    fits = [_fit_seattle(split_by, width) for width in SEATTLE_WIDTHS]
    return {
        name: np.array([mean_squared_error(y[part], forward(fit, x[part])) for fit in fits])
        for name, part in zip(SUBSETS, seattle_split(split_by), strict=True)
    }


@cache
def _fit_seattle(split_by: str, hidden_width: int) -> Any:
    data, part = _weather(), seattle_split(split_by).train
    return fit_curve(_scale_days(data.day_of_year[part]), data.temp_max[part], hidden_width)


_weather = cache(load_seattle_weather)


def _scale_days(day_of_year: Any) -> Any:
    """Map 1 to 366 onto the interval that the sigmoids are spread over."""
    return X_MIN + (X_MAX - X_MIN) * (np.asarray(day_of_year, dtype=float) - 1) / 365


def _say_seattle(split_by: str, hidden_width: int, prediction: Prediction | None) -> str:
    errors = seattle_errors(split_by)
    here = hidden_width - SEATTLE_WIDTHS[0]
    best = int(np.argmin(errors["validation"]))
    return _words(
        "seattle",
        split=_words(f"seattle_{split_by}"),
        hidden_width=hidden_width,
        **{name: values[here] for name, values in errors.items()},
        best=SEATTLE_WIDTHS[best],
        best_test=errors["test"][best],
        guess=recall_words(prediction),
    )


def _draw_subsets(axes: Any, **style: Any) -> dict[str, Any]:
    return {
        name: plots.draw_points(axes, [], [], name, label=_labels(name), **style)
        for name in SUBSETS
    }


def _move_subsets(points: dict[str, Any], x: Any, y: Any, split: Split) -> None:
    for name, part in zip(SUBSETS, split, strict=True):
        plots.move_points(points[name], x[part], y[part])
