"""Live figures of lesson 1: two curves, a dataset in three colours, and the trap of sorted data."""

from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson1 import (
    GRID,
    SortedFit,
    TwoFits,
    draw_dataset,
    fit_sorted,
    fit_two_widths,
)
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_shared = Words("figures/lesson1/splitting")
_fits_words = Words("figures/lesson1/splitting", "two_fits")
_data_words = Words("figures/lesson1/splitting", "dataset")
_trap_words = Words("figures/lesson1/splitting", "sorted_trap")


def _frame(axes: Axes) -> None:
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
    axes.set(xlabel=_shared("axis_x"), ylabel=_shared("axis_y"))


def two_fits(n_samples: int = 20, small_width: int = 5, large_width: int = 18) -> LiveFigure:
    """Draw the question of the lesson: two curves through the same points."""
    fits = fit_two_widths(n_samples, small_width, large_width)
    figure, axes = plots.new_figure(height=3.0)
    _draw_fits(axes, fits, {"train": small_width, "validation": large_width})

    def show() -> str:
        return _fits_words(
            "sentence",
            small=fits.errors[0],
            large=fits.errors[1],
            small_width=small_width,
            large_width=large_width,
        )

    return live(figure, show, title=_fits_words("title"))


def _draw_fits(axes: Axes, fits: TwoFits, widths: dict[str, int]) -> None:
    """Draw the points and both curves; their widths come by the role that lends its look."""
    _frame(axes)
    for curve, (role, width) in zip(fits.curves, widths.items(), strict=True):
        label = _fits_words("curve", hidden_width=width)
        plots.draw_curve(axes, GRID, curve, role, label=label)
    plots.draw_points(axes, fits.x, fits.y, "truth", s=24, label=None, zorder=3)
    plots.add_legend(axes)


def dataset() -> LiveFigure:
    """Draw noisy measurements in the colours of their subsets."""
    drawing = _Dataset()
    return live(
        drawing.figure,
        drawing.show,
        title=_data_words("title"),
        labels=_data_words.labels,
        on_stage=("noise_std", "show_true_function"),
        true_function=list(TRUE_FUNCTIONS),
        n_samples=(10, 400),
        noise_std=(0.0, 0.5),
        seed=(0, 20),
        validation_fraction=(0.1, 0.4),
        test_fraction=(0.1, 0.4),
        show_true_function=True,
    )


class _Dataset:
    """The points of three subsets, and the function behind them."""

    def __init__(self) -> None:
        labels = _data_words.labels
        self.figure, axes = plots.new_figure(height=3.4)
        _frame(axes)
        self.points = draw_subsets(axes, labels=labels)
        self.truth = plots.draw_curve(axes, GRID, 0 * GRID, "truth", label=labels["truth"])
        plots.add_legend(axes)

    def show(
        self,
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
        move_subsets(self.points, data.points)
        self.truth.set_ydata(data.truth)
        self.truth.set_visible(show_true_function)
        asked = {"n_samples": n_samples, "noise_std": noise_std}
        return _data_words("sentence", **asked, drawn=data.noise_std, **data.sizes)


def sorted_trap(prediction: Prediction | None = None) -> LiveFigure:
    """Split sorted data with or without shuffling, and fit the first part.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the test error. The picture without
        shuffling stays hidden until it is settled.
    """
    drawing = _Trap()
    hidden = [drawing.curve, *drawing.bars[1:]]
    return live(
        drawing.figure,
        drawing.show,
        title=_trap_words("title"),
        labels=_trap_words.labels,
        answer=Answer(prediction, hidden, when=lambda shuffle, **_: not shuffle),
        shuffle=True,
        hidden_width=(5, 20),
    )


class _Trap:
    """The points of three subsets with the curve, and an error bar a subset."""

    def __init__(self) -> None:
        labels = _trap_words.labels
        self.figure, (axes, bar_axes) = plots.new_figure(2, width_ratios=(5, 2))
        _frame(axes)
        self.points = draw_subsets(axes, labels=labels)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=labels["network"])
        plots.add_legend(axes)
        self.bars = plots.draw_error_bars(bar_axes, SUBSETS, (1e-2, 1e1), labels=labels)
        bar_axes.set_ylabel(_trap_words("axis_error"))

    def show(self, shuffle: bool = True, hidden_width: int = 10) -> str:
        fit = fit_sorted(shuffle, hidden_width)
        move_subsets(self.points, fit.points)
        self.curve.set_ydata(fit.curve)
        plots.move_error_bars(self.bars, [fit.errors[name] for name in SUBSETS])
        return _say_trap(fit, shuffle)


def _say_trap(fit: SortedFit, shuffle: bool) -> str:
    return _trap_words(
        "sentence",
        order=_trap_words("shuffled" if shuffle else "in_order"),
        train=fit.errors["train"],
        test=fit.errors["test"],
        ratio=fit.ratio,
    )
