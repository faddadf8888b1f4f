"""What the figures of lesson 7 share: a setting of all controls, its data, its training."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from math import log10
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, load_seattle_weather, sample_dataset
from lessonlib.live import LiveFigure, live
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import SUBSETS, Split, Standardizer, split_by_group, split_indices
from lessonlib.stochastic import TrainingRun
from lessonlib.words import Words

_words, _labels = Words("playground"), Words("labels")
DATASETS = (*TRUE_FUNCTIONS, "seattle")
BATCH_SIZES = (1, 4, 16, 64, "all")
N_STEPS, RECORD_EVERY = 2000, 20
ERROR_LIMITS = (5e-3, 30.0)
_TEST_FRACTION = 0.2
NETWORKS = {"A": "overfits", "B": "too_slow", "C": "just_right", "D": "diverges"}
# What counts, for a verdict, as: all recent climbs of the train error together, a rise of the
# validation error above its least, a recent fall of the train error, and a gap between the two.
_RECENT_STEPS = 200
_CLIMB, _RISE, _FALL, _GAP = 0.1, 1.25, 0.98, 2.0
RATES_A_DECADE = 10  # 0.1, 0.126, 0.158, 0.2, ...
_DIGITS = 3  # what the controls show; two settings that look the same are the same


@dataclass(frozen=True)
class Setting:
    """Where the controls of the playground stand.

    Attributes
    ----------
    dataset : str
        ``"sine"``, ``"bump"``, ``"step"``, ``"wiggle"`` or ``"seattle"``.
    n_samples : int
        Examples S, of which a fifth is kept as a test set and not shown.
    noise_std : float
        Noise σ; Seattle has its own.
    validation_fraction : float
        Share of the validation set.
    hidden_width : int
    learning_rate : float
        Moved to the nearest of the slider's ten positions a decade.
    batch_size : int or "all"
    seed : int
        Draws the initial weights and deals the batches.
    tolerance : float
        The ε of ``Acc_ε``.
    step : int
        How many steps of training are shown.
    """

    dataset: str = "sine"
    n_samples: int = 40
    noise_std: float = 0.3
    validation_fraction: float = 0.3
    hidden_width: int = 10
    learning_rate: float = 0.158
    batch_size: Any = "all"
    seed: int = 0
    tolerance: float = 0.3
    step: int = 200

    def __post_init__(self) -> None:
        position = round(RATES_A_DECADE * log10(self.learning_rate)) / RATES_A_DECADE
        for name, value in {**asdict(self), "learning_rate": 10**position}.items():
            if isinstance(value, float):
                object.__setattr__(self, name, float(f"{value:.{_DIGITS}g}"))

    def as_code(self) -> str:
        """Return the line of Python that makes the playground with this setting."""
        values = ", ".join(f"{name}={value!r}" for name, value in asdict(self).items())
        return f"playground.playground({values})"


# Each differs from the last in one control.
PRESETS: dict[str, dict[str, Any]] = {
    "too_slow": {"learning_rate": 0.002},
    "diverges": {"learning_rate": 1.0},
    "overfits": {"hidden_width": 48},
    "just_right": {},
}


class Data(NamedTuple):
    """What is drawn and trained on.

    Attributes
    ----------
    points : dict of str to (x, y)
        By subset: train and validation. The test set stays closed.
    x_limits : (float, float)
    """

    points: dict[str, tuple[Any, Any]]
    x_limits: tuple[float, float]


@lru_cache(maxsize=64)
def load_data(dataset: str, n_samples: int, noise_std: float, validation_fraction: float) -> Data:
    """Make or read the data of a setting, and split it."""
    rng = np.random.default_rng(0)
    fractions = (1 - _TEST_FRACTION - validation_fraction, validation_fraction, _TEST_FRACTION)
    if dataset != "seattle":
        x, y = sample_dataset(dataset, n_samples, noise_std, np.random.default_rng(0))
        split = split_indices(n_samples, fractions, rng=rng)
        return Data(_points(x, y, split), (X_MIN, X_MAX))
    weather = load_seattle_weather()
    sizes = [len(part) for part in split_indices(n_samples, fractions, rng=rng)]
    by_year = split_by_group(weather.year, validation=[2014], test=[2015])
    split = Split(*(rng.permutation(one)[:size] for one, size in zip(by_year, sizes, strict=True)))
    day, temperature = weather.day_of_year.astype(float), weather.temp_max
    x, y = (
        Standardizer.fit(column[split.train]).transform(column) for column in (day, temperature)
    )
    return Data(_points(x, y, split), (float(x.min()), float(x.max())))


def _points(x: Any, y: Any, split: Split) -> dict[str, tuple[Any, Any]]:
    return {name: (x[part], y[part]) for name, part in zip(SUBSETS[:2], split[:2], strict=True)}


@lru_cache(maxsize=8)
def _start(
    data_key: tuple[Any, ...], hidden_width: int, learning_rate: float, batch_size: Any, seed: int
) -> TrainingRun:
    points = load_data(*data_key).points
    return TrainingRun(
        initialize_weights(hidden_width, np.random.default_rng(seed)),
        *points["train"],
        learning_rate,
        len(points["train"][0]) if batch_size == "all" else batch_size,
        np.random.default_rng(seed),
        watched=points,
        record_every=RECORD_EVERY,
    )


class Outcome(NamedTuple):
    """A setting's training, up to its step.

    Attributes
    ----------
    data : Data
    weights : ndarray of shape (3 * H + 1,)
    steps : ndarray of shape (n_records,)
        Where errors were recorded; the last is the setting's step.
    errors : dict of str to ndarray of shape (n_records,)
        Mean squared error at each record, by subset.
    diverged_at : int or None
    """

    data: Data
    weights: Any
    steps: Any
    errors: dict[str, Any]
    diverged_at: int | None


def run(setting: Setting) -> Outcome:
    """Train as the setting says; what was trained before is remembered."""
    data_key = (
        setting.dataset,
        setting.n_samples,
        setting.noise_std,
        setting.validation_fraction,
    )
    training = _start(
        data_key, setting.hidden_width, setting.learning_rate, setting.batch_size, setting.seed
    )
    try:
        weights = training.weights_at(setting.step)
    except BaseException:  # an interrupt may have left it in the middle of a step
        _start.cache_clear()
        raise
    data = load_data(*data_key)
    diverged_at = training.diverged_at
    if diverged_at is not None and diverged_at > setting.step:
        diverged_at = None
    last = setting.step if diverged_at is None else diverged_at - 1
    n_records = last // RECORD_EVERY + 1
    steps = np.append(RECORD_EVERY * np.arange(n_records), last)
    errors = {
        name: np.append(
            training.errors[name][:n_records], mean_squared_error(y, forward(weights, x))
        )
        for name, (x, y) in data.points.items()
    }
    return Outcome(data, weights, steps, errors, diverged_at)


def diagnose(outcome: Outcome) -> str:
    """Say in one word how the training goes.

    Returns
    -------
    {"untrained", "diverged", "restless", "overfits", "falling", "gap", "settled"}
    """
    train, validation = outcome.errors["train"], outcome.errors["validation"]
    if outcome.diverged_at is not None:
        return "diverged"
    if outcome.steps[-1] == 0:
        return "untrained"
    first = int(np.searchsorted(outcome.steps, outcome.steps[-1] - _RECENT_STEPS))
    climbs = np.maximum(np.diff(train[first:]), 0)
    best = int(np.argmin(validation))
    verdicts = {
        # One climb is a bad start; who is restless climbs again and again.
        "restless": np.count_nonzero(climbs) > 1 and climbs.sum() > _CLIMB * train[-1],
        "overfits": validation[-1] > _RISE * validation[best] and train[-1] < train[best],
        "falling": train[-1] < _FALL * train[first],
        "gap": validation[-1] > _GAP * train[-1],
    }
    return next((verdict for verdict, holds in verdicts.items() if holds), "settled")


def four_networks(prediction: Prediction | None = None) -> LiveFigure:
    """Draw the four presets after the same number of steps, without their names.

    Parameters
    ----------
    prediction : Prediction, optional
        Which of them the reader thinks overfits. Their names and errors stay
        hidden until it is settled.
    """
    figure, all_axes = plots.new_figure(4, height=2.6, sharey=True)
    panels = {
        letter: _Panel(axes, preset)
        for axes, (letter, preset) in zip(all_axes, NETWORKS.items(), strict=True)
    }
    all_axes[0].set_ylabel(_words("axis_y"))

    @live(figure, title=_words("four_title"), step=(0, N_STEPS, RECORD_EVERY))
    def update(step: int = N_STEPS) -> str:
        hidden = hidden_words(prediction)
        said = [
            panel.show(letter, run(Setting(**PRESETS[panel.preset], step=step)), hidden is None)
            for letter, panel in panels.items()
        ]
        return hidden or _words(
            "four", step=step, networks=" ".join(said), guess=recall_words(prediction)
        )

    redraw_when_settled(update, prediction)
    return update


class _Panel:
    """One of the four networks."""

    def __init__(self, axes: Any, preset: str) -> None:
        self.preset, self.axes = preset, axes
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel=_words("axis_x_short"))
        points = run(Setting()).data.points
        for name, (x, y) in points.items():
            plots.draw_points(axes, x, y, name, s=10)
        self.grid = np.linspace(X_MIN, X_MAX, 200)
        self.curve = plots.draw_curve(axes, self.grid, 0 * self.grid, "network")
        self.notice = plots.draw_notice(axes, _labels("diverged"))
        self.title = axes.set_title(" ", fontsize=10)

    def show(self, letter: str, outcome: Outcome, named: bool) -> str:
        """Draw the network; return what there is to say of it."""
        name = _words(self.preset)
        self.curve.set_ydata(forward(outcome.weights, self.grid))
        self.title.set_text(f"{letter}: {name}" if named else letter)
        self.notice.set_visible(outcome.diverged_at is not None)
        self.curve.set_visible(outcome.diverged_at is None)
        if outcome.diverged_at is not None:
            return _words("four_diverged", letter=letter, name=name, at=outcome.diverged_at)
        errors = {subset: errors[-1] for subset, errors in outcome.errors.items()}
        return _words("four_one", letter=letter, name=name, **errors)
