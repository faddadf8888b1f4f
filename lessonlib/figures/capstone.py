"""Live figure of lesson 7: choose on one year of Seattle's weather, open the next one once."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.baselines import GroupMeans
from lessonlib.datasets import load_seattle_weather
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward, initialize_weights
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import SUBSETS, Split, Standardizer, split_by_group
from lessonlib.training import TrainingResult, train
from lessonlib.words import Words

_words, _labels = Words("capstone"), Words("labels")
TOLERANCE = 3.0  # °C
N_STEPS = 500
_DAYS = np.arange(1.0, 367.0)
_ERROR_LIMITS = (10.0, 60.0)  # °C²
_TIGHT = {"handlelength": 1.4, "handletextpad": 0.4, "columnspacing": 0.9, "ncols": 3}


class Scores(NamedTuple):
    """What is asked of a predictor: a small error, a large accuracy."""

    mse: float
    accuracy: float

    def beats(self, other: "Scores") -> int:
        """Return in how many of the two this one is better."""
        return (self.mse < other.mse) + (self.accuracy > other.accuracy)


class Seattle(NamedTuple):
    """The data of the capstone, with everything that is measured on the train years.

    Attributes
    ----------
    day, month, temperature : ndarray of shape (1461,)
    split : Split
        2012 and 2013 train, 2014 is validation, 2015 is test.
    x_scaler, y_scaler : Standardizer
    monthly_mean : GroupMeans
        The baseline.
    """

    day: Any
    month: Any
    temperature: Any
    split: Split
    x_scaler: Standardizer
    y_scaler: Standardizer
    monthly_mean: GroupMeans


@cache
def load_data() -> Seattle:
    """Read the weather, split it by years, and measure the train years."""
    weather = load_seattle_weather()
    split = split_by_group(weather.year, validation=[2014], test=[2015])
    day, temperature = weather.day_of_year.astype(float), weather.temp_max
    month = weather.date.astype("datetime64[M]").astype(int) % 12 + 1
    part = split.train
    return Seattle(
        day,
        month,
        temperature,
        split,
        Standardizer.fit(day[part]),
        Standardizer.fit(temperature[part]),
        GroupMeans.fit(month[part], temperature[part]),
    )


@lru_cache(maxsize=512)
def fit(hidden_width: int, learning_rate: float) -> TrainingResult:
    """Train on 2012 and 2013, standardised, by gradient descent."""
    data = load_data()
    part = data.split.train
    x = data.x_scaler.transform(data.day[part])
    y = data.y_scaler.transform(data.temperature[part])
    weights = initialize_weights(hidden_width, np.random.default_rng(0))
    return train(weights, x, y, learning_rate, N_STEPS)


def predict_temperature(weights: Any, day: Any) -> Any:
    """Return the network's temperature in °C on a day of the year."""
    data = load_data()
    return data.y_scaler.inverse_transform(forward(weights, data.x_scaler.transform(day)))


def network_scores(weights: Any, subset: str) -> Scores:
    """Score a network on ``"train"``, ``"validation"`` or ``"test"``, in °C."""
    data = load_data()
    part = getattr(data.split, subset)
    return _score(data.temperature[part], predict_temperature(weights, data.day[part]))


def baseline_scores(subset: str) -> Scores:
    """Score the monthly mean of the train years."""
    data = load_data()
    part = getattr(data.split, subset)
    return _score(data.temperature[part], data.monthly_mean.predict(data.month[part]))


def _score(y: Any, y_pred: Any) -> Scores:
    return Scores(mean_squared_error(y, y_pred), tolerance_accuracy_score(y, y_pred, TOLERANCE))


class Choice(NamedTuple):
    """What the reader chooses."""

    hidden_width: int
    learning_rate: float


class Ledger:
    """What the reader has tried, and how often the test year was opened.

    Attributes
    ----------
    tried : dict of Choice to float
        Error on the validation year.
    openings : list of Choice
        The choices scored on the test year, one for each look.
    """

    def __init__(self) -> None:
        self.tried: dict[Choice, float] = {}
        self.openings: list[Choice] = []
        self._open: Choice | None = None

    def look(self, choice: Choice, is_open: bool) -> None:
        """Note a look: opening the year is one, and so is another choice while it is open."""
        if is_open and choice != self._open:
            self.openings.append(choice)
        self._open = choice if is_open else None


def seattle(prediction: Prediction | None = None) -> LiveFigure:
    """Choose H and α on 2014; open 2015 once.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the test year, which stays closed until it
        is settled.
    """
    drawing, ledger = _Drawing(), Ledger()

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
        choice = Choice(hidden_width, float(f"{learning_rate:.3g}"))
        result = fit(*choice)
        hidden = hidden_words(prediction) if open_test else None
        if not result.diverged:
            ledger.tried[choice] = network_scores(result.weights, "validation").mse
            ledger.look(choice, open_test and hidden is None)
        drawing.show(choice, result, ledger, is_open=open_test and hidden is None)
        return hidden or _say(choice, result, ledger, prediction)

    redraw_when_settled(update, prediction)
    return update


class _Drawing:
    """The artists of :func:`seattle`."""

    def __init__(self) -> None:
        self.figure, (axes, errors) = plots.new_figure(2, width_ratios=(5, 4), height=3.6)
        axes.set(xlim=(0, 366), ylim=(-5, 40))
        axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
        data = load_data()
        years = ("train_years", "validation_year", "test_year")
        self.points = {
            name: plots.draw_points(
                axes, data.day[part], data.temperature[part], name, s=4, label=_words(label)
            )
            for name, part, label in zip(SUBSETS, data.split, years, strict=True)
        }
        days = np.datetime64("2011-12-31") + _DAYS.astype(int)  # 2012 has all days of a year
        months = days.astype("datetime64[M]").astype(int) % 12 + 1
        means = data.monthly_mean.predict(months)
        baseline = plots.draw_curve(axes, _DAYS, means, "truth", label=_words("monthly_mean"))
        self.curve = plots.draw_curve(
            axes, _DAYS, 0 * _DAYS, "network", label=_labels("network"), linewidth=2.5
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

    def show(
        self, choice: Choice, result: TrainingResult, ledger: Ledger, *, is_open: bool
    ) -> None:
        """Draw a choice, all earlier ones, and the first result on the test year."""
        self.points["test"].set_visible(is_open)
        self.curve.set_visible(not result.diverged)
        self.notice.set_visible(result.diverged)
        self.curve.set_ydata(predict_temperature(result.weights, _DAYS))
        _place(self.tried, list(ledger.tried), list(ledger.tried.values()))
        here = [] if result.diverged else [choice]
        _place(self.now, here, [ledger.tried[one] for one in here])
        first = ledger.openings[:1] if is_open else []
        _place(self.result, first, [network_scores(fit(*one).weights, "test").mse for one in first])
        for artist in self.baseline:
            artist.set_visible(is_open)


def _draw_baseline(axes: Any, subset: str) -> list[Any]:
    error = baseline_scores(subset).mse
    level = plots.draw_level(axes, subset, linewidth=1.2)
    level.set_ydata([error] * 2)
    text = _words("monthly_mean")
    return [level, axes.text(0.97, 1.02 * error, text, ha="right", va="bottom", fontsize=8)]


def _place(points: Any, choices: list[Choice], errors: list[float]) -> None:
    rates = [choice.learning_rate for choice in choices]
    plots.move_points(points, rates, np.clip(errors, *_ERROR_LIMITS))


def _say(
    choice: Choice, result: TrainingResult, ledger: Ledger, prediction: Prediction | None
) -> str:
    test = _say_test(ledger, prediction)
    if result.diverged:
        return _words("diverged", **choice._asdict(), at=result.diverged_at, test=test)
    scores = network_scores(result.weights, "validation")
    return _words("validation", **_numbers(choice, scores, "validation"), test=test)


def _say_test(ledger: Ledger, prediction: Prediction | None) -> str:
    if not ledger.openings:
        return _words("closed")
    first = ledger.openings[0]
    scores = network_scores(fit(*first).weights, "test")
    verdict = ("failed", "half", "passed")[scores.beats(baseline_scores("test"))]
    return _words(
        "once" if len(ledger.openings) == 1 else "often",
        n=len(ledger.openings),
        **_numbers(first, scores, "test"),
        verdict=_words(verdict),
        guess=recall_words(prediction),
    )


def _numbers(choice: Choice, scores: Scores, subset: str) -> dict[str, float]:
    baseline = baseline_scores(subset)
    return {
        **choice._asdict(),
        **scores._asdict(),
        "baseline_mse": baseline.mse,
        "baseline_accuracy": baseline.accuracy,
    }
