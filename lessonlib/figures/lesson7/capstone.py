"""Live figure of lesson 7: choose on one year of Seattle's weather; the next one stays closed."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson7 as experiments
from lessonlib.live import LiveFigure, LogRange, is_recording, live
from lessonlib.words import Words

_words = Words("figures/lesson7/capstone", "seattle")
_ERROR_LIMITS = (12.0, 60.0)  # °C²
_TIGHT = {"handlelength": 1.4, "handletextpad": 0.4, "columnspacing": 0.9, "ncols": 3}


def seattle() -> LiveFigure:
    """Choose H, α and T on 2014."""
    drawing = _Drawing()
    tried: dict[experiments.Choice, float] = {}

    def show(hidden_width: int = 2, learning_rate: float = 0.0302, n_steps: int = 500) -> str:
        trial = experiments.try_choice(hidden_width, learning_rate, n_steps)
        seen = {} if is_recording() else tried  # a recording tries them all, and nobody chose one
        if trial.validation is not None:
            seen[trial.choice] = trial.validation.network.mse
        drawing.show(trial, seen)
        return _say(trial, seen)

    return live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        on_stage=("hidden_width", "n_steps"),
        remembers=True,  # every choice that was tried
        hidden_width=(1, 30),
        learning_rate=LogRange(0.01, 1.0),
        n_steps=(100, experiments.MOST_STEPS, 100),
    )


class _Drawing:
    """The artists of :func:`seattle`."""

    def __init__(self) -> None:
        self.figure, (axes, errors) = plots.new_figure(2, width_ratios=(5, 4), height=3.6)
        axes.set(xlim=(0, 366), ylim=(-5, 40))
        axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
        data, labels = experiments.load_seattle(), _words.labels
        points = [
            plots.draw_points(
                axes, data.day[part], data.temperature[part], name, s=4, label=labels[name]
            )
            for name, part in (("train", data.split.train), ("validation", data.split.validation))
        ]
        days, means = experiments.DAYS, data.predict_daily_baseline()
        baseline = plots.draw_curve(axes, days, means, "truth", label=labels["monthly_mean"])
        look = {"label": labels["network"], "linewidth": 2.5}
        self.curve = plots.draw_curve(axes, days, 0 * days, "network", **look)
        self.notice = plots.draw_notice(axes, labels["diverged"])
        plots.add_legend(axes, [*points, baseline, self.curve], markerscale=2, **_TIGHT)
        self._draw_errors(errors)

    def _draw_errors(self, axes: Any) -> None:
        axes.set(xlim=(0.01, 1.0), xscale="log", ylim=_ERROR_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_learning_rate"), ylabel=_words("axis_error"))
        axes.set_yticks([12, 15, 20, 30, 50], labels=["12", "15", "20", "30", "50"])
        axes.set_xticks([0.01, 0.1, 1.0], labels=["0.01", "0.1", "1"])
        axes.minorticks_off()
        self.tried = plots.draw_points(axes, [], [], "data", s=14, label=_words.labels["tried"])
        self.now = plots.draw_points(axes, [], [], "validation", s=60, label=_words.labels["now"])
        level = plots.draw_level(axes, "truth", linewidth=1.2)
        error = experiments.baseline_scores("validation").mse
        level.set_ydata([error] * 2)
        text = _words.labels["monthly_mean"]
        axes.text(0.95, 1.02 * error, text, ha="right", va="bottom", fontsize=9)
        plots.add_legend(axes, [self.now, self.tried], markerscale=0.8, **_TIGHT)

    def show(self, trial: experiments.Trial, tried: dict[experiments.Choice, float]) -> None:
        """Draw a trial, and dots for all earlier ones."""
        diverged = trial.diverged_at is not None
        self.curve.set_visible(not diverged)
        self.notice.set_visible(diverged)
        self.curve.set_ydata(trial.temperature)
        _place(self.tried, tried)
        _place(self.now, {} if diverged else {trial.choice: tried[trial.choice]})


def _place(points: Any, errors: dict[experiments.Choice, float]) -> None:
    rates = [choice.learning_rate for choice in errors]
    plots.move_points(points, rates, np.clip(list(errors.values()), *_ERROR_LIMITS))


def _say(trial: experiments.Trial, tried: dict[experiments.Choice, float]) -> str:
    choice = trial.choice._asdict()
    if trial.validation is None:
        said = _words("diverged", **choice, at=trial.diverged_at)
    else:
        network, baseline = trial.validation.network, trial.validation.baseline
        numbers = {**network._asdict(), "baseline_mse": baseline.mse}
        said = _words("sentence", **choice, **numbers, baseline_accuracy=baseline.accuracy)
    if len(tried) < 2:
        return said
    best = min(tried, key=lambda one: tried[one])
    return said + " " + _words("best", n=len(tried), **best._asdict(), mse=tried[best])
