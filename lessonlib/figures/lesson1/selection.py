"""Live figures of lesson 1: choosing by validation, and looking at the test set too often."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson1 import (
    GRID,
    MOST_PEEKS,
    WIDTHS,
    Peeks,
    Trial,
    peek,
    try_widths,
)
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_shared = Words("figures/lesson1/selection")
_width_words = Words("figures/lesson1/selection", "choose_width")
_peek_words = Words("figures/lesson1/selection", "peeking")


def choose_width(prediction: Prediction | None = None) -> LiveFigure:
    """Choose the hidden width by train, validation or test error.

    Parameters
    ----------
    prediction : Prediction, optional
        The width that the reader thinks validation will choose. The
        validation curve stays hidden until it is settled.
    """
    drawing = _Widths(prediction)
    hidden = [drawing.lines["validation"], drawing.lines["test"]]
    return live(
        drawing.figure,
        drawing.show,
        title=_width_words("title"),
        labels=_width_words.labels,
        answer=Answer(prediction, hidden),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        choose_by=[(_width_words(f"by_{name}"), name) for name in ("slider", *SUBSETS)],
        noise_std=(0.0, 0.5),
        n_samples=(40, 200),
        show_test=False,
    )


class _Widths:
    """The points with the curve of one width, and the errors of all widths."""

    def __init__(self, prediction: Prediction | None) -> None:
        self.prediction = prediction
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.4)
        self._draw_points(axes)
        self._draw_errors(error_axes)

    def _draw_points(self, axes: Axes) -> None:
        labels = _width_words.labels
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2, 2))
        axes.set(xlabel=_width_words("axis_x"), ylabel=_width_words("axis_y"))
        self.points = draw_subsets(axes, SUBSETS[:2], labels=labels)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=labels["network"])
        plots.add_legend(axes)

    def _draw_errors(self, axes: Axes) -> None:
        self.lines = plots.draw_error_curves(
            axes, WIDTHS, SUBSETS, (1e-3, 10), scale="log", labels=_width_words.labels
        )
        axes.set(xlabel=_width_words("axis_width"), ylabel=_shared("axis_error"))
        self.marker = plots.draw_marker(axes, "network")
        self.guess = plots.draw_marker(axes, "prediction")
        plots.add_legend(axes, list(self.lines.values()))

    def show(
        self,
        hidden_width: int = 3,
        choose_by: str = "slider",
        noise_std: float = 0.15,
        n_samples: int = 80,
        show_test: bool = False,
    ) -> str:
        trial = try_widths(n_samples, noise_std)
        hidden_width = trial.best.get(choose_by, hidden_width)
        show_test = show_test or choose_by == "test"
        move_subsets(self.points, trial.points)
        self.curve.set_ydata(trial.curves[WIDTHS.index(hidden_width)])
        self.marker.set_xdata([hidden_width] * 2)
        self._show_errors(trial, show_test)
        return _say_choice(trial, hidden_width, show_test)

    def _show_errors(self, trial: Trial, show_test: bool) -> None:
        for name, line in self.lines.items():
            line.set_ydata(trial.errors[name])
        self.lines["test"].set_visible(show_test)
        if self.prediction is not None and self.prediction.value is not None:
            self.guess.set_xdata([self.prediction.value] * 2)


def _say_choice(trial: Trial, hidden_width: int, show_test: bool) -> str:
    here = WIDTHS.index(hidden_width)
    train, validation, test = (trial.errors[name][here] for name in SUBSETS)
    return _width_words(
        "sentence",
        hidden_width=hidden_width,
        train=train,
        validation=validation,
        test=_width_words("test", test=test) if show_test else "",
        fresh=trial.fresh[here],
        noise=trial.noise,
    )


def peeking() -> LiveFigure:
    """Try many networks, keep the one with the best test score, and see what it is worth."""
    drawing = _Peeking()
    return live(
        drawing.figure,
        drawing.show,
        title=_peek_words("title"),
        labels=_peek_words.labels,
        n_peeks=(1, MOST_PEEKS),
        n_test=(5, 100),
        seed=(0, 20),
    )


class _Peeking:
    """The best score look by look, and all networks with the best of them."""

    def __init__(self) -> None:
        self.figure, (axes, cloud_axes) = plots.new_figure(2, height=3.4)
        self._draw_paths(axes)
        self._draw_cloud(cloud_axes)

    def _draw_paths(self, axes: Axes) -> None:
        labels = _peek_words.labels
        axes.set(xlim=(1, MOST_PEEKS), ylim=(0, 0.3), xscale="log")
        axes.set(xlabel=_peek_words("axis_peeks"), ylabel=_shared("axis_error"))
        axes.set_title(_peek_words("paths"), fontsize=10)
        self.scores = plots.draw_curve(axes, [], [], "test", label=labels["test_score"])
        self.fresh = plots.draw_curve(axes, [], [], "truth", label=labels["fresh_error"])
        plots.add_legend(axes, loc="upper right", bbox_to_anchor=(1, 1), ncols=1)

    def _draw_cloud(self, axes: Axes) -> None:
        labels = _peek_words.labels
        axes.set(xlim=(0, 0.3), ylim=(0, 0.3))
        axes.set(xlabel=labels["fresh_error"], ylabel=labels["test_score"])
        axes.set_title(_peek_words("cloud"), fontsize=10)
        axes.plot([0, 1], [0, 1], color=plots.GREY, linewidth=1)
        self.cloud = plots.draw_points(axes, [], [], "data", s=12)
        self.best = plots.draw_points(axes, [], [], "test", s=60)

    def show(self, n_peeks: int = 10, n_test: int = 15, seed: int = 0) -> str:
        peeks = peek(n_test, seed)
        best, looks = peeks.best[:n_peeks], np.arange(1, n_peeks + 1)
        self.scores.set_data(looks, peeks.scores[best])
        self.fresh.set_data(looks, peeks.fresh[best])
        plots.move_points(self.cloud, peeks.fresh[:n_peeks], peeks.scores[:n_peeks])
        plots.move_points(self.best, peeks.fresh[best[-1:]], peeks.scores[best[-1:]])
        return _say_peeking(peeks, n_peeks, n_test)


def _say_peeking(peeks: Peeks, n_peeks: int, n_test: int) -> str:
    best, optimism = peeks.best[n_peeks - 1], peeks.optimism[n_peeks - 1]
    return _peek_words(
        "sentence",
        n_peeks=n_peeks,
        n_test=n_test,
        score=peeks.scores[best],
        fresh=peeks.fresh[best],
        verdict=_peek_words("optimistic" if optimism > 0 else "fair", percent=optimism),
    )
