"""Live figure of lesson 1: choosing the hidden width by an error."""

from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson1 import (
    DRAWS,
    GRID,
    WIDTHS,
    Draws,
    Trial,
    try_widths,
    try_widths_once,
)
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_words = Words("figures/lesson1/selection", "choose_width")
_labels = _words.labels
_ERRORS = (0.0, 1.2)


def choose_width(prediction: Prediction | None = None) -> LiveFigure:
    """Choose the hidden width by train, validation or test error.

    Parameters
    ----------
    prediction : Prediction, optional
        Where the reader expects the least validation error. The validation
        curves stay hidden until it is settled.
    """
    drawing = _Widths()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("hidden_width", "noise_std"),
        answer=Answer(prediction, drawing.answer),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        choose_by=[(_words(f"by_{name}"), name) for name in ("slider", *SUBSETS)],
        noise_std=(0.0, 0.5, 0.05),
        n_samples=(80, 200, 40),
        draw=(DRAWS[0], DRAWS[-1]),
        show_test=False,
    )


class _Widths:
    """The points with the curve of one width, and the errors of all widths."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.6)
        self._draw_points(axes)
        self._draw_errors(error_axes)
        self.answer: list[Artist] = [self.valley, self.valley_name, self.best]
        for name in ("validation", "test"):
            self.answer += [self.means[name], self.once[name]]

    def _draw_points(self, axes: Axes) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = draw_subsets(axes, SUBSETS[:2], labels=_labels)
        self.curve = plots.draw_curve(axes, GRID, 0 * GRID, "network", label=_labels["network"])
        plots.add_legend(axes, fontsize=10)

    def _draw_errors(self, axes: Axes) -> None:
        options: dict[str, Any] = {"limits": _ERRORS, "labels": _labels}
        self.valley = Rectangle((1, _ERRORS[0]), 1, _ERRORS[1], color=plots.ORANGE, alpha=0.2)
        axes.add_patch(self.valley)
        self.valley_name = axes.text(1, 0.97 * _ERRORS[1], _labels["valley"], va="top", fontsize=10)
        self.once = plots.draw_error_curves(axes, WIDTHS, SUBSETS, **options)
        self.means = plots.draw_error_curves(axes, WIDTHS, SUBSETS, **options)
        for line in self.once.values():
            line.set(linewidth=0.8, linestyle="-", alpha=0.7)
        for line in self.means.values():
            line.set_linewidth(2.8)
        axes.set(xlabel=_words("axis_width"), ylabel=_words("axis_error"), xlim=(0.5, 30.5))
        self.floor = plots.draw_level(axes, "truth", label=_labels["noise_floor"])
        self.marker = plots.draw_marker(axes, "network")
        self.best = plots.draw_points(axes, [], [], "validation", s=40, zorder=3)
        shown: list[Line2D] = [*self.means.values(), self.floor]
        plots.add_legend(axes, shown, fontsize=10, columnspacing=0.8, handlelength=1.6)

    def show(
        self,
        hidden_width: int = 1,
        choose_by: str = "slider",
        noise_std: float = 0.3,
        n_samples: int = 80,
        draw: int = 1,
        show_test: bool = False,
    ) -> str:
        draws = try_widths(n_samples, noise_std)
        trial = try_widths_once(n_samples, noise_std, draw)
        hidden_width = trial.best.get(choose_by, hidden_width)
        show_test = show_test or choose_by == "test"
        move_subsets(self.points, trial.points)
        self.curve.set_ydata(trial.curves[WIDTHS.index(hidden_width)])
        self.marker.set_xdata([hidden_width] * 2)
        self._show_errors(draws, trial, show_test)
        return _say(draws, trial, hidden_width, show_test)

    def _show_errors(self, draws: Draws, trial: Trial, show_test: bool) -> None:
        for name in SUBSETS:
            self.means[name].set_ydata(draws.mean[name])
            self.once[name].set_ydata(trial.errors[name])
        for lines in (self.means, self.once):
            lines["test"].set_visible(show_test)
        self.floor.set_ydata([draws.noise] * 2)
        low, high = draws.valley
        self.valley.set(x=low - 0.5, width=high - low + 1)
        right = high < 20  # there is room on the right of it
        self.valley_name.set(x=high + 0.8 if right else low - 0.8, ha="left" if right else "right")
        best = trial.best["validation"]
        plots.move_points(self.best, [best], [trial.errors["validation"].min()])


def _say(draws: Draws, trial: Trial, hidden_width: int, show_test: bool) -> str:
    here = WIDTHS.index(hidden_width)
    train, validation, test = (trial.errors[name][here] for name in SUBSETS)
    return _words(
        "sentence",
        hidden_width=hidden_width,
        train=train,
        validation=validation,
        test=_words("test", test=test) if show_test else "",
        fresh=trial.fresh[here],
        noise=draws.noise,
        n_draws=len(DRAWS),
        mean_train=draws.mean["train"][here],
        mean_validation=draws.mean["validation"][here],
        best=trial.best["validation"],
        low=draws.valley[0],
        high=draws.valley[1],
        leaves=_words("leaves") if max(trial.errors["validation"]) > _ERRORS[1] else "",
    )
