"""The whole machine: a setting's data, its training, and what comes of it."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.datasets import (
    TRUE_FUNCTIONS,
    X_MAX,
    X_MIN,
    SeattleWeather,
    load_seattle_weather,
    sample_dataset,
)
from lessonlib.experiments.lesson7.diagnosis import diagnose
from lessonlib.experiments.lesson7.reachable import best_reachable_error
from lessonlib.experiments.lesson7.setting import N_STEPS, NETWORKS, PRESETS, Setting
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward, initialize_weights
from lessonlib.splitting import Split, Standardizer, split_by_group, split_indices
from lessonlib.stochastic import TrainingRun

RECORD_EVERY = 20  # steps
_TEST_FRACTION = 0.2
_N_FRESH = 128  # places, evenly spread: they stand for endless fresh points


class Data(NamedTuple):
    """What is drawn and trained on.

    Attributes
    ----------
    points : dict of str to (x, y)
        By subset: train and validation. The test set stays closed.
    fresh : (x, y)
        What stands for points that nobody has seen: places with f there, without noise; of
        Seattle the days of 2014 that are not in the validation set.
    reachable : float
        The best error on fresh points that this train set allows.
    x_limits : (float, float)
    true_function : callable or None
        f, if it is known.
    noise_floor : float or None
        σ², if it is known.
    """

    points: dict[str, tuple[FloatArray, FloatArray]]
    fresh: tuple[FloatArray, FloatArray]
    reachable: float
    x_limits: tuple[float, float]
    true_function: Callable[[FloatArray], FloatArray] | None
    noise_floor: float | None


def load_data(setting: Setting) -> Data:
    """Make or read the data of a setting, and split it."""
    n_samples, validation = setting.n_samples, setting.validation_fraction
    rng = np.random.default_rng(0)
    fractions = (1 - _TEST_FRACTION - validation, validation, _TEST_FRACTION)
    if setting.dataset == "seattle":
        sizes = [len(part) for part in split_indices(n_samples, fractions, rng=rng)]
        return _sample_seattle(sizes, rng)
    x, y = sample_dataset(setting.dataset, n_samples, setting.noise_std, np.random.default_rng(0))
    split = split_indices(n_samples, fractions, rng=rng)
    f, floor = TRUE_FUNCTIONS[setting.dataset], setting.noise_std**2
    places = X_MIN + (X_MAX - X_MIN) * (np.arange(_N_FRESH) + 0.5) / _N_FRESH
    points, fresh = _points(x, y, split), (places, f(places))
    reachable = best_reachable_error(points["train"], fresh) + floor
    return Data(points, fresh, reachable, (X_MIN, X_MAX), f, floor)


def _sample_seattle(sizes: list[int], rng: np.random.Generator) -> Data:
    weather = _read_weather()
    by_year = split_by_group(weather.year, validation=[2014], test=[2015])
    split = Split(*(rng.permutation(one)[:size] for one, size in zip(by_year, sizes, strict=True)))
    day, temperature = weather.day_of_year.astype(float), weather.temp_max
    x, y = (
        Standardizer.fit(column[split.train]).transform(column) for column in (day, temperature)
    )
    unseen = by_year.validation[np.isin(by_year.validation, split.validation, invert=True)]
    points, fresh = _points(x, y, split), (x[unseen], y[unseen])
    limits = (float(x.min()), float(x.max()))
    return Data(points, fresh, best_reachable_error(points["train"], fresh), limits, None, None)


@cache
def _read_weather() -> SeattleWeather:
    return load_seattle_weather()


def _points(x: FloatArray, y: FloatArray, split: Split) -> dict[str, tuple[FloatArray, FloatArray]]:
    return {name: (x[part], y[part]) for name, part in split._asdict().items() if name != "test"}


class _Started(NamedTuple):
    data: Data
    training: TrainingRun


@lru_cache(maxsize=8)
def _start(setting: Setting) -> _Started:
    data = load_data(setting)
    x, y = data.points["train"]
    training = TrainingRun(
        initialize_weights(setting.hidden_width, np.random.default_rng(setting.seed)),
        x,
        y,
        setting.learning_rate,
        len(x) if setting.batch_size == "all" else setting.batch_size,
        np.random.default_rng(setting.seed),
        watched={**data.points, "fresh": data.fresh},
        record_every=RECORD_EVERY,
    )
    return _Started(data, training)


class Outcome(NamedTuple):
    """A setting's training, up to its step.

    Attributes
    ----------
    setting : Setting
    data : Data
    weights : ndarray of shape (3 * H + 1,)
    diverged_at : int or None
    steps : ndarray of int of shape (n_records,)
        Where errors were recorded; the last is the setting's step.
    errors : dict of str to ndarray of shape (n_records,)
        Mean squared error at each record, by subset, and on ``"fresh"`` points, which only
        somebody has who made the data.
    accuracies : dict of str to float
        ``Acc_ε`` at the last record, by subset.
    n_batches : int
        Steps in an epoch.
    verdict : str
        From :func:`~lessonlib.experiments.lesson7.diagnosis.diagnose`.
    """

    setting: Setting
    data: Data
    weights: FloatArray
    diverged_at: int | None
    steps: IntArray
    errors: dict[str, FloatArray]
    accuracies: dict[str, float]
    n_batches: int
    verdict: str

    @property
    def best(self) -> int:
        """The record with the least error on fresh points."""
        return int(np.argmin(self.errors["fresh"]))

    @property
    def gap(self) -> float:
        """How many times the train error the error on fresh points is."""
        return float(self.errors["fresh"][-1] / self.errors["train"][-1])

    @property
    def n_epochs(self) -> int:
        """How many passes through the train set have been made."""
        return self.setting.step // self.n_batches


def run(setting: Setting) -> Outcome:
    """Train as the setting says; what was trained before is remembered."""
    data, training = _start(setting.without_view())
    weights = _train(training, setting.step)
    diverged_at = training.diverged_at
    if diverged_at is not None and diverged_at > setting.step:
        diverged_at = None
    last = setting.step if diverged_at is None else diverged_at - 1
    records = np.arange(0, last + 1, RECORD_EVERY)
    steps, errors, accuracies = np.append(records, last), {}, {}
    for name, (x, y) in {**data.points, "fresh": data.fresh}.items():
        y_pred = forward(weights, x)
        recorded = training.errors[name][: len(records)]
        errors[name] = np.append(recorded, mean_squared_error(y, y_pred))
        if name in data.points:
            accuracies[name] = tolerance_accuracy_score(y, y_pred, setting.tolerance)
    errors["fresh"] += data.noise_floor or 0.0  # f was measured without noise
    return Outcome(
        setting=setting,
        data=data,
        weights=weights,
        diverged_at=diverged_at,
        steps=steps,
        errors=errors,
        accuracies=accuracies,
        n_batches=_count_batches(setting, data),
        verdict=diagnose(steps, errors, diverged_at, data.reachable, setting.hidden_width),
    )


def _train(training: TrainingRun, step: int) -> FloatArray:
    try:
        return training.weights_at(step)
    except BaseException:  # an interrupt may have left it in the middle of a step
        _start.cache_clear()
        raise


def _count_batches(setting: Setting, data: Data) -> int:
    n_train = len(data.points["train"][0])
    size = n_train if setting.batch_size == "all" else min(setting.batch_size, n_train)
    return -(-n_train // size)


class FourNetworks(NamedTuple):
    """The four networks that lesson 7 opens with, after the same number of steps.

    Attributes
    ----------
    outcomes : dict of str to Outcome
        By letter.
    overfitting : list of str
        The letters of those that overfit.
    """

    outcomes: dict[str, Outcome]
    overfitting: list[str]


def run_four(step: int = N_STEPS) -> FourNetworks:
    """Train each network of ``NETWORKS``."""
    outcomes = {
        letter: run(Setting(**PRESETS[preset], step=step)) for letter, preset in NETWORKS.items()
    }
    overfitting = [letter for letter, one in outcomes.items() if one.verdict == "overfits"]
    return FourNetworks(outcomes, overfitting)
