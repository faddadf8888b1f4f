"""The capstone: choose a network on one year of Seattle's weather; the next one stays closed."""

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
from lessonlib.stochastic import TrainingRun

TOLERANCE = 3.0  # °C
DAYS = np.arange(1.0, 367.0)  # of a leap year
MOST_STEPS = 2000


class Scores(NamedTuple):
    """How a predictor did on some days.

    Attributes
    ----------
    mse : float
        Mean squared error in °C².
    bias : float
        Mean of what was measured minus what was said, in °C.
    accuracy : float
        Share of the days that are predicted to within ``TOLERANCE``.
    """

    mse: float
    bias: float
    accuracy: float

    @property
    def scatter(self) -> float:
        """What is left of the mean squared error without the bias: ``mse - bias²``."""
        return self.mse - self.bias**2

    def beats(self, other: "Scores") -> int:
        """Return in how many of error and accuracy this one is better."""
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
    accuracy = tolerance_accuracy_score(y, y_pred, TOLERANCE)
    return Scores(mean_squared_error(y, y_pred), float(np.mean(y - y_pred)), accuracy)


class Choice(NamedTuple):
    """What the reader chooses."""

    hidden_width: int
    learning_rate: float
    n_steps: int


class Judgement(NamedTuple):
    """A network beside the baseline on the validation year.

    Attributes
    ----------
    choice : Choice
    network, baseline : Scores
    """

    choice: Choice
    network: Scores
    baseline: Scores


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


def try_choice(hidden_width: int, learning_rate: float, n_steps: int, seed: int = 0) -> Trial:
    """Train on 2012 and 2013, standardised, by gradient descent; judge on 2014.

    Parameters
    ----------
    hidden_width : int
    learning_rate : float
        Taken to three digits, as the control shows it.
    n_steps : int
    seed : int
        Draws the initial weights.
    """
    choice = Choice(hidden_width, float(f"{learning_rate:.3g}"), n_steps)
    training = _start(hidden_width, choice.learning_rate, seed)
    weights, diverged_at = training.weights_at(n_steps), training.diverged_at
    if diverged_at is not None and diverged_at > n_steps:
        diverged_at = None
    judgement = None if diverged_at is not None else _judge(choice, weights)
    return Trial(choice, weights, predict_temperature(weights, DAYS), diverged_at, judgement)


@lru_cache(maxsize=64)
def _start(hidden_width: int, learning_rate: float, seed: int) -> TrainingRun:
    data = load_seattle()
    part = data.split.train
    x = data.x_scaler.transform(data.day[part])
    y = data.y_scaler.transform(data.temperature[part])
    weights = initialize_weights(hidden_width, np.random.default_rng(seed))
    return TrainingRun(weights, x, y, learning_rate, len(x), np.random.default_rng(seed))


def _judge(choice: Choice, weights: FloatArray) -> Judgement:
    return Judgement(choice, network_scores(weights, "validation"), baseline_scores("validation"))
