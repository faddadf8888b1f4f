"""Live figure of lesson 7: choose on one year of Seattle's weather, open the next one once."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson7 as experiments
from lessonlib.live import Answer, LiveFigure, LogRange, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson7/capstone", "seattle")
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

    def show(hidden_width: int = 2, learning_rate: float = 0.0302, open_test: bool = False) -> str:
        may_open = prediction is None or prediction.is_settled
        trial = experiments.try_choice(hidden_width, learning_rate)
        standing = ledger.note(trial, is_open=open_test and may_open)
        drawing.show(standing)
        return _say(standing)

    return live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        on_stage=("hidden_width", "learning_rate"),
        answer=Answer(
            prediction,
            (),  # the drawing knows whether the test year is open
            when=lambda open_test, **_: open_test,
            recall_when=lambda **_: bool(ledger.openings),
        ),
        hidden_width=(1, 30),
        learning_rate=LogRange(0.01, 1.0),
        open_test=True,
    )


class _Drawing:
    """The artists of :func:`seattle`."""

    def __init__(self) -> None:
        self.figure, (axes, errors) = plots.new_figure(2, width_ratios=(5, 4), height=3.6)
        axes.set(xlim=(0, 366), ylim=(-5, 40))
        axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
        data, labels = experiments.load_seattle(), _words.labels
        self.points = {
            name: plots.draw_points(
                axes, data.day[part], data.temperature[part], name, s=4, label=labels[name]
            )
            for name, part in data.split._asdict().items()
        }
        days, means = experiments.DAYS, data.predict_daily_baseline()
        baseline = plots.draw_curve(axes, days, means, "truth", label=labels["monthly_mean"])
        look = {"label": labels["network"], "linewidth": 2.5}
        self.curve = plots.draw_curve(axes, days, 0 * days, "network", **look)
        self.notice = plots.draw_notice(axes, labels["diverged"])
        shown = [*self.points.values(), baseline, self.curve]
        plots.add_legend(axes, shown, markerscale=2, **_TIGHT)
        self._draw_errors(errors)

    def _draw_errors(self, axes: Any) -> None:
        axes.set(xlim=(0.01, 1.0), xscale="log", ylim=_ERROR_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_learning_rate"), ylabel=_words("axis_error"))
        axes.set_yticks([10, 15, 20, 30, 50], labels=["10", "15", "20", "30", "50"])
        axes.minorticks_off()
        self.tried = plots.draw_points(axes, [], [], "data", s=14, label=_words.labels["tried"])
        self.now = plots.draw_points(axes, [], [], "validation", s=60, label=_words.labels["now"])
        self.result = plots.draw_points(axes, [], [], "test", s=60, label=_words.labels["result"])
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
    text = _words.labels["monthly_mean"]
    return [level, axes.text(0.97, 1.02 * error, text, ha="right", va="bottom", fontsize=8)]


def _error_of(judgement: experiments.Judgement | None) -> dict[experiments.Choice, float]:
    return {} if judgement is None else {judgement.choice: judgement.network.mse}


def _place(points: Any, errors: dict[experiments.Choice, float]) -> None:
    rates = [choice.learning_rate for choice in errors]
    plots.move_points(points, rates, np.clip(list(errors.values()), *_ERROR_LIMITS))


def _say(standing: experiments.Standing) -> str:
    trial, test = standing.trial, _say_test(standing)
    if trial.validation is None:
        return _words("diverged", **trial.choice._asdict(), at=trial.diverged_at, test=test)
    return _words("sentence", **_numbers(trial.validation), test=test)


def _say_test(standing: experiments.Standing) -> str:
    result, n = standing.result, standing.n_openings
    if result is None:
        return _words("closed")
    verdict = _words(f"verdict_{result.verdict}")
    return _words("once" if n == 1 else "often", n=n, **_numbers(result), verdict=verdict)


def _numbers(judgement: experiments.Judgement) -> dict[str, float]:
    return {
        **judgement.choice._asdict(),
        **judgement.network._asdict(),
        "baseline_mse": judgement.baseline.mse,
        "baseline_accuracy": judgement.baseline.accuracy,
    }
