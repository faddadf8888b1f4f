"""Live figure of lesson 1: a noisy dataset in three colours."""

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson1 import GRID, draw_dataset
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson1/dataset", "dataset")


def dataset() -> LiveFigure:
    """Draw noisy measurements in the colours of their subsets."""
    drawing = _Dataset()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_words.labels,
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
        labels = _words.labels
        self.figure, axes = plots.new_figure(height=3.4)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = draw_subsets(axes, labels=labels)
        self.truth = plots.draw_curve(axes, GRID, 0 * GRID, "truth", label=labels["truth"])
        plots.add_legend(axes, fontsize=10)

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
        return _words("sentence", **asked, drawn=data.noise_std, **data.sizes)
