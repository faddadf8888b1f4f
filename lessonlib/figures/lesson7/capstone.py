"""Live figure of lesson 7: choose on one year of Seattle's weather, open the next one once."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson7 as experiments
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words, _labels = Words("capstone"), Words("labels")
_ERROR_LIMITS = (10.0, 60.0)  # °C²
_TIGHT = {"handlelength": 1.4, "handletextpad": 0.4, "columnspacing": 0.9, "ncols": 3}


def seattle(prediction: Prediction | None = None) -> LiveFigure:
    """Choose H and α on 2014; open 2015 once.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the test year, which stays closed until it
        is settled.
    """
    drawing, ledger = _Drawing(), experiments.Ledger()

    @live(
        drawing.figure,
        title=_words("title"),
        on_stage=("hidden_width", "learning_rate"),
        hidden_width=(1, 30),
        learning_rate=LogRange(0.01, 1.0),
        open_test=True,
    )
    def update(
        hidden_width: int = 2, learning_rate: float = 0.0302, open_test: bool = False
    ) -> str:
        hidden = hidden_words(prediction) if open_test else None
        trial = experiments.try_choice(hidden_width, learning_rate)
        standing = ledger.note(trial, is_open=open_test and hidden is None)
        drawing.show(standing)
        return hidden or _say(standing, prediction)

    redraw_when_settled(update, prediction)
    return update


class _Drawing:
    """The artists of :func:`seattle`."""

    def __init__(self) -> None:
        self.figure, (axes, errors) = plots.new_figure(2, width_ratios=(5, 4), height=3.6)
        axes.set(xlim=(0, 366), ylim=(-5, 40))
        axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
        data = experiments.load_seattle()
        years = ("train_years", "validation_year", "test_year")
        self.points = {
            name: plots.draw_points(
                axes, data.day[part], data.temperature[part], name, s=4, label=_words(label)
            )
            for (name, part), label in zip(data.split._asdict().items(), years, strict=True)
        }
        days, means = experiments.DAYS, data.predict_daily_baseline()
        baseline = plots.draw_curve(axes, days, means, "truth", label=_words("monthly_mean"))
        self.curve = plots.draw_curve(
            axes, days, 0 * days, "network", label=_labels("network"), linewidth=2.5
        )
        self.notice = plots.draw_notice(axes, _labels("diverged"))
        shown = [*self.points.values(), baseline, self.curve]
        plots.add_legend(axes, shown, markerscale=2, **_TIGHT)
        self._draw_errors(errors)

    def _draw_errors(self, axes: Any) -> None:
        axes.set(xlim=(0.01, 1.0), xscale="log", ylim=_ERROR_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_learning_rate"), ylabel=_words("axis_error"))
        axes.set_yticks([10, 15, 20, 30, 50], labels=["10", "15", "20", "30", "50"])
        axes.minorticks_off()
        self.tried = plots.draw_points(axes, [], [], "data", s=14, label=_words("tried"))
        self.now = plots.draw_points(axes, [], [], "validation", s=60, label=_words("now"))
        self.result = plots.draw_points(axes, [], [], "test", s=60, label=_words("test_score"))
        _draw_baseline(axes, "validation")
        self.baseline = _draw_baseline(axes, "test")
        plots.add_legend(axes, [self.now, self.tried, self.result], markerscale=0.8, **_TIGHT)

    def show(self, standing: experiments.Standing) -> None:
        """Draw a trial, all earlier ones, and the first result on the test year."""
        trial, is_open = standing.trial, standing.is_open
        diverged = trial.diverged_at is not None
        self.points["test"].set_visible(is_open)
        self.curve.set_visible(not diverged)
        self.notice.set_visible(diverged)
        self.curve.set_ydata(trial.temperature)
        _place(self.tried, standing.tried)
        _place(self.now, _error_of(trial.validation))
        _place(self.result, _error_of(standing.result if is_open else None))
        for artist in self.baseline:
            artist.set_visible(is_open)


def _draw_baseline(axes: Any, subset: str) -> list[Any]:
    error = experiments.baseline_scores(subset).mse
    level = plots.draw_level(axes, subset, linewidth=1.2)
    level.set_ydata([error] * 2)
    text = _words("monthly_mean")
    return [level, axes.text(0.97, 1.02 * error, text, ha="right", va="bottom", fontsize=8)]


def _error_of(judgement: experiments.Judgement | None) -> dict[experiments.Choice, float]:
    return {} if judgement is None else {judgement.choice: judgement.network.mse}


def _place(points: Any, errors: dict[experiments.Choice, float]) -> None:
    rates = [choice.learning_rate for choice in errors]
    plots.move_points(points, rates, np.clip(list(errors.values()), *_ERROR_LIMITS))


def _say(standing: experiments.Standing, prediction: Prediction | None) -> str:
    trial, test = standing.trial, _say_test(standing, prediction)
    if trial.validation is None:
        return _words("diverged", **trial.choice._asdict(), at=trial.diverged_at, test=test)
    return _words("validation", **_numbers(trial.validation), test=test)


def _say_test(standing: experiments.Standing, prediction: Prediction | None) -> str:
    result, n = standing.result, standing.n_openings
    if result is None:
        return _words("closed")
    return _words(
        "once" if n == 1 else "often",
        n=n,
        **_numbers(result),
        verdict=_words(result.verdict),
        guess=recall_words(prediction),
    )


def _numbers(judgement: experiments.Judgement) -> dict[str, float]:
    return {
        **judgement.choice._asdict(),
        **judgement.network._asdict(),
        "baseline_mse": judgement.baseline.mse,
        "baseline_accuracy": judgement.baseline.accuracy,
    }
