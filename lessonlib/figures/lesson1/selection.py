"""Live figures of lesson 1: choosing by validation, and looking at the test set too often."""

import numpy as np

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
from lessonlib.live import LiveFigure, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_words, _labels = Words("splitting"), Words("labels")


def choose_width(prediction: Prediction | None = None) -> LiveFigure:
    """Choose the hidden width by train, validation or test error.

    Parameters
    ----------
    prediction : Prediction, optional
        The width that the reader thinks validation will choose. The
        validation curve stays hidden until it is settled.
    """
    drawing = _WidthDrawing()

    @live(
        drawing.figure,
        title=_words("choose_width_title"),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        choose_by=[(_words(f"by_{name}"), name) for name in ("slider", *SUBSETS)],
        noise_std=(0.0, 0.5),
        n_samples=(40, 200),
        show_test=False,
    )
    def update(
        hidden_width: int = 3,
        choose_by: str = "slider",
        noise_std: float = 0.15,
        n_samples: int = 80,
        show_test: bool = False,
    ) -> str:
        trial = try_widths(n_samples, noise_std)
        hidden_width = trial.best.get(choose_by, hidden_width)
        show_test = show_test or choose_by == "test"
        hidden = hidden_words(prediction)
        drawing.show(trial, hidden_width)
        drawing.lines["validation"].set_visible(hidden is None)
        drawing.lines["test"].set_visible(show_test and hidden is None)
        if prediction is not None and prediction.value is not None:
            drawing.guess.set_xdata([prediction.value] * 2)
        return hidden or _say_choice(trial, hidden_width, show_test, recall_words(prediction))

    redraw_when_settled(update, prediction)
    return update


class _WidthDrawing:
    """The artists of :func:`choose_width`."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.4)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2, 2))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = draw_subsets(axes, SUBSETS[:2])
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels("network"))
        plots.add_legend(axes)
        self.lines = plots.draw_error_curves(error_axes, WIDTHS, SUBSETS, (1e-3, 10), scale="log")
        error_axes.set(xlabel=_words("axis_width"), ylabel=_words("axis_error"))
        self.marker = plots.draw_marker(error_axes, "network")
        self.guess = plots.draw_marker(error_axes, "prediction")
        plots.add_legend(error_axes, list(self.lines.values()))

    def show(self, trial: Trial, hidden_width: int) -> None:
        """Set the data of all artists."""
        for name, line in self.lines.items():
            line.set_ydata(trial.errors[name])
        move_subsets(self.points, trial.points)
        self.curve.set_ydata(trial.curves[WIDTHS.index(hidden_width)])
        self.marker.set_xdata([hidden_width] * 2)


def _say_choice(trial: Trial, hidden_width: int, show_test: bool, guess: str) -> str:
    here = WIDTHS.index(hidden_width)
    train, validation, test = (trial.errors[name][here] for name in SUBSETS)
    return _words(
        "choose_width",
        hidden_width=hidden_width,
        train=train,
        validation=validation,
        test=_words("choose_width_test", test=test) if show_test else "",
        fresh=trial.fresh[here],
        noise=trial.noise,
        guess=guess,
    )


def peeking() -> LiveFigure:
    """Try many networks, keep the one with the best test score, and see what it is worth."""
    figure, (axes, cloud_axes) = plots.new_figure(2, height=3.4)
    axes.set(xlim=(1, MOST_PEEKS), ylim=(0, 0.3), xscale="log")
    axes.set(xlabel=_words("axis_peeks"), ylabel=_words("axis_error"))
    axes.set_title(_words("peeking_paths"), fontsize=10)
    score_line = plots.draw_curve(axes, [], [], "test", label=_words("test_score"))
    fresh_line = plots.draw_curve(axes, [], [], "truth", label=_words("fresh_error"))
    plots.add_legend(axes, loc="upper right", bbox_to_anchor=(1, 1), ncols=1)
    cloud_axes.set(xlim=(0, 0.3), ylim=(0, 0.3))
    cloud_axes.set(xlabel=_words("fresh_error"), ylabel=_words("test_score"))
    cloud_axes.set_title(_words("peeking_cloud"), fontsize=10)
    cloud_axes.plot([0, 1], [0, 1], color=plots.GREY, linewidth=1)
    cloud = plots.draw_points(cloud_axes, [], [], "data", s=12)
    best_point = plots.draw_points(cloud_axes, [], [], "test", s=60)

    @live(
        figure,
        title=_words("peeking_title"),
        n_peeks=(1, MOST_PEEKS),
        n_test=(5, 100),
        seed=(0, 20),
    )
    def update(n_peeks: int = 10, n_test: int = 15, seed: int = 0) -> str:
        peeks = peek(n_test, seed)
        best, looks = peeks.best[:n_peeks], np.arange(1, n_peeks + 1)
        score_line.set_data(looks, peeks.scores[best])
        fresh_line.set_data(looks, peeks.fresh[best])
        plots.move_points(cloud, peeks.fresh[:n_peeks], peeks.scores[:n_peeks])
        plots.move_points(best_point, peeks.fresh[best[-1:]], peeks.scores[best[-1:]])
        return _say_peeking(peeks, n_peeks, n_test)

    return update


def _say_peeking(peeks: Peeks, n_peeks: int, n_test: int) -> str:
    best, optimism = peeks.best[n_peeks - 1], peeks.optimism[n_peeks - 1]
    verdict = "peeking_optimistic" if optimism > 0 else "peeking_fair"
    return _words(
        "peeking",
        n_peeks=n_peeks,
        n_test=n_test,
        score=peeks.scores[best],
        fresh=peeks.fresh[best],
        verdict=_words(verdict, percent=optimism),
    )
