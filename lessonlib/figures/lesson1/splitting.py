"""Live figures of lesson 1: two curves, a dataset in three colours, and the trap of sorted data."""

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson1 import GRID, draw_dataset, fit_sorted, fit_two_widths
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import LiveFigure, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_words, _labels = Words("splitting"), Words("labels")


def two_fits(n_samples: int = 20, small_width: int = 5, large_width: int = 18) -> LiveFigure:
    """Draw the question of the lesson: two curves through the same points."""
    fits = fit_two_widths(n_samples, small_width, large_width)
    figure, axes = plots.new_figure(height=3.0)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
    axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
    looks = ((small_width, "train"), (large_width, "validation"))
    for curve, (width, role) in zip(fits.curves, looks, strict=True):
        label = _words("two_fits_curve", hidden_width=width)
        plots.draw_curve(axes, GRID, curve, role, label=label)
    plots.draw_points(axes, fits.x, fits.y, "truth", s=24, label=None, zorder=3)
    plots.add_legend(axes)

    @live(figure, title=_words("two_fits_title"))
    def update() -> str:
        return _words(
            "two_fits",
            small=fits.errors[0],
            large=fits.errors[1],
            small_width=small_width,
            large_width=large_width,
        )

    return update


def dataset() -> LiveFigure:
    """Draw noisy measurements in the colours of their subsets."""
    figure, axes = plots.new_figure(height=3.4)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
    axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
    points = draw_subsets(axes)
    truth = plots.draw_curve(axes, GRID, 0 * GRID, "truth", label=_labels("truth"))
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
        data = draw_dataset(
            true_function, n_samples, noise_std, seed, validation_fraction, test_fraction
        )
        move_subsets(points, data.points)
        truth.set_ydata(data.truth)
        truth.set_visible(show_true_function)
        asked = {"n_samples": n_samples, "noise_std": noise_std}
        return _words("dataset", **asked, drawn=data.noise_std, **data.sizes)

    return update


def sorted_trap(prediction: Prediction | None = None) -> LiveFigure:
    """Split sorted data with or without shuffling, and fit the first part.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the test error. The picture without
        shuffling stays hidden until it is settled.
    """
    figure, (axes, bar_axes) = plots.new_figure(2, width_ratios=(5, 2))
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
    axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
    points = draw_subsets(axes)
    curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels("network"))
    plots.add_legend(axes)
    bars = plots.draw_error_bars(bar_axes, SUBSETS, (1e-2, 1e1))
    bar_axes.set_ylabel(_words("axis_error"))

    @live(figure, title=_words("sorted_trap_title"), shuffle=True, hidden_width=(5, 20))
    def update(shuffle: bool = True, hidden_width: int = 10) -> str:
        fit = fit_sorted(shuffle, hidden_width)
        hidden = None if shuffle else hidden_words(prediction)
        move_subsets(points, fit.points)
        curve.set_ydata(fit.curve)
        curve.set_visible(hidden is None)
        train, validation, test = (fit.errors[name] for name in SUBSETS)
        plots.move_error_bars(bars, [train, validation, test] if hidden is None else [train, 0, 0])
        return hidden or _words(
            "sorted_trap",
            order=_words("shuffled" if shuffle else "in_order"),
            train=train,
            test=test,
            ratio=fit.ratio,
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update
