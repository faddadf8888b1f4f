"""The capstone: choose a network on one year of Seattle's weather, open the next one once."""

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.baselines import GroupMeans
from lessonlib.datasets import load_seattle_weather
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward, initialize_weights
from lessonlib.splitting import Split, Standardizer, split_by_group
from lessonlib.training import TrainingResult, train

TOLERANCE = 3.0  # °C
DAYS = np.arange(1.0, 367.0)  # of a leap year
_N_STEPS = 500


class Scores(NamedTuple):
    """What is asked of a predictor: a small error, a large accuracy.

    Attributes
    ----------
    mse : float
        Mean squared error in °C².
    accuracy : float
        Share of the days that are predicted to within ``TOLERANCE``.
    """

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
        Day of the year from 1, month from 1, highest temperature in °C.
    split : Split
        2012 and 2013 train, 2014 is validation, 2015 is test.
    x_scaler, y_scaler : Standardizer
    monthly_mean : GroupMeans
        The baseline.
    """

    day: FloatArray
    month: IntArray
    temperature: FloatArray
    split: Split
    x_scaler: Standardizer
    y_scaler: Standardizer
    monthly_mean: GroupMeans

    def predict_daily_baseline(self) -> FloatArray:
        """Return the baseline in °C on each of ``DAYS``, an array of shape (366,)."""
        days = np.datetime64("2011-12-31") + DAYS.astype(int)  # 2012 has all days of a year
        return self.monthly_mean.predict(days.astype("datetime64[M]").astype(int) % 12 + 1)


@cache
def load_seattle() -> Seattle:
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


def predict_temperature(weights: ArrayLike, day: ArrayLike) -> FloatArray:
    """Return the network's temperature in °C on days of the year."""
    data = load_seattle()
    return data.y_scaler.inverse_transform(forward(weights, data.x_scaler.transform(day)))


def network_scores(weights: ArrayLike, subset: str) -> Scores:
    """Score a network on ``"train"``, ``"validation"`` or ``"test"``, in °C."""
    data = load_seattle()
    part = getattr(data.split, subset)
    return _score(data.temperature[part], predict_temperature(weights, data.day[part]))


def baseline_scores(subset: str) -> Scores:
    """Score the monthly mean of the train years."""
    data = load_seattle()
    part = getattr(data.split, subset)
    return _score(data.temperature[part], data.monthly_mean.predict(data.month[part]))


def _score(y: FloatArray, y_pred: FloatArray) -> Scores:
    return Scores(mean_squared_error(y, y_pred), tolerance_accuracy_score(y, y_pred, TOLERANCE))


class Choice(NamedTuple):
    """What the reader chooses."""

    hidden_width: int
    learning_rate: float


class Judgement(NamedTuple):
    """A network beside the baseline on one subset.

    Attributes
    ----------
    choice : Choice
    network, baseline : Scores
    verdict : {"passed", "half", "failed"}
        Whether the network is better in both, in one, or in neither.
    """

    choice: Choice
    network: Scores
    baseline: Scores
    verdict: str


class Trial(NamedTuple):
    """What came of a choice, without a look at the test year.

    Attributes
    ----------
    choice : Choice
    weights : ndarray of shape (3 * H + 1,)
        If training diverged, the last that were sound.
    temperature : ndarray of shape (366,)
        What the network says in °C on each of ``DAYS``.
    diverged_at : int or None
    validation : Judgement or None
        None if training diverged.
    """

    choice: Choice
    weights: FloatArray
    temperature: FloatArray
    diverged_at: int | None
    validation: Judgement | None


def try_choice(hidden_width: int, learning_rate: float) -> Trial:
    """Train on 2012 and 2013, standardised, by gradient descent; judge on 2014.

    Parameters
    ----------
    hidden_width : int
    learning_rate : float
        Taken to three digits, as the control shows it.
    """
    choice = Choice(hidden_width, float(f"{learning_rate:.3g}"))
    result = _fit(choice)
    judgement = None if result.diverged else judge(choice, "validation")
    temperature = predict_temperature(result.weights, DAYS)
    return Trial(choice, result.weights, temperature, result.diverged_at, judgement)


@lru_cache(maxsize=512)
def _fit(choice: Choice) -> TrainingResult:
    data = load_seattle()
    part = data.split.train
    x = data.x_scaler.transform(data.day[part])
    y = data.y_scaler.transform(data.temperature[part])
    weights = initialize_weights(choice.hidden_width, np.random.default_rng(0))
    return train(weights, x, y, choice.learning_rate, _N_STEPS)


def judge(choice: Choice, subset: str) -> Judgement:
    """Put a choice beside the monthly mean, on ``"validation"`` or, once, on ``"test"``."""
    scores, baseline = network_scores(_fit(choice).weights, subset), baseline_scores(subset)
    verdict = ("failed", "half", "passed")[scores.beats(baseline)]
    return Judgement(choice, scores, baseline, verdict)


class Standing(NamedTuple):
    """How a reader stands after a trial.

    Attributes
    ----------
    trial : Trial
    tried : dict of Choice to float
        Error on the validation year of all that was tried so far.
    is_open : bool
        Whether the test year may be seen.
    n_openings : int
        How often the test year was opened so far.
    result : Judgement or None
        How the choice with which it was first opened did on it: later ones are no test.
    """

    trial: Trial
    tried: dict[Choice, float]
    is_open: bool
    n_openings: int
    result: Judgement | None


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

    def note(self, trial: Trial, is_open: bool) -> Standing:
        """Note a trial, and a look if the test year is open; one that diverged is no choice."""
        if trial.validation is not None:
            self.tried[trial.choice] = trial.validation.network.mse
            self.look(trial.choice, is_open)
        result = judge(self.openings[0], "test") if self.openings else None
        return Standing(trial, dict(self.tried), is_open, len(self.openings), result)

    def look(self, choice: Choice, is_open: bool) -> None:
        """Note a look: opening the year is one, and so is another choice while it is open."""
        if is_open and choice != self._open:
            self.openings.append(choice)
        self._open = choice if is_open else None
