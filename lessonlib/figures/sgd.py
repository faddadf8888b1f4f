"""Live figure of lesson 6: stochastic gradient descent on penguins."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.figures.boundary import (
    WRONG_WAY,
    Plane,
    count_mistakes,
    load_two_species,
    train_set,
)
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.live.clock import Clock
from lessonlib.logistic import SGDResult, predict_probability, train_sgd, weights_from_line
from lessonlib.losses import cross_entropy_loss
from lessonlib.words import Words

_words, _labels = Words("sgd"), Words("labels")
_LOSS_LIMITS = (1e-2, 40.0)
_MOST_POINTS = 300  # of the curve of all steps


class Training(NamedTuple):
    """One run of stochastic gradient descent on the penguins.

    Attributes
    ----------
    y : ndarray of int of shape (n_train,)
        Labels of the train set, some of them flipped.
    result : SGDResult
    validation_losses : ndarray of shape (n_epochs + 1,)
    least : float
        The least loss that any line has on these labels.
    """

    y: Any
    result: SGDResult
    validation_losses: Any
    least: float


def flip_labels(y: Any, label_noise: float) -> Any:
    """Give a share of the examples the other label; more noise keeps those flipped before."""
    order = np.random.default_rng(1).permutation(len(y))
    flipped = y.copy()
    chosen = order[: round(label_noise * len(y))]
    flipped[chosen] = 1 - flipped[chosen]
    return flipped


@lru_cache(maxsize=32)
def least_loss(label_noise: float) -> float:
    """Compute the least loss on the train set by many steps with all examples."""
    x, y = train_set()
    rng = np.random.default_rng(0)
    whole = train_sgd(np.zeros(3), x, flip_labels(y, label_noise), 4.0, len(y), 300, rng)
    return float(whole.epoch_losses[-1])


@lru_cache(maxsize=256)
def train_on_penguins(
    learning_rate: float, batch_size: int, n_epochs: int, label_noise: float = 0.0
) -> Training:
    """Train from ``WRONG_WAY`` and measure everything that the figure shows."""
    x, y, split = load_two_species()
    noisy = flip_labels(y[split.train], label_noise)
    start, rng = weights_from_line(*WRONG_WAY), np.random.default_rng(0)
    result = train_sgd(start, x[split.train], noisy, learning_rate, batch_size, n_epochs, rng)
    ends = result.history[:: len(result.batches) // n_epochs]
    x, y = x[split.validation], y[split.validation]
    validation = [cross_entropy_loss(y, predict_probability(w, x)) for w in ends]
    return Training(noisy, result, np.array(validation), least_loss(label_noise))


def train_by_sgd() -> LiveFigure:
    """Replay training step by step: the boundary moves, the losses follow."""
    drawing = _TrainingDrawing()
    n_train = len(train_set()[1])

    @live(
        drawing.figure,
        title=_words("train_title"),
        progress=(0, 100),
        learning_rate=LogRange(0.001, 100.0),
        batch_size=[*((str(size), size) for size in (1, 4, 16, 64)), (_words("all"), n_train)],
        n_epochs=(1, 20),
        label_noise=(0.0, 0.4, 0.05),
    )
    def update(
        progress: int = 0,
        learning_rate: float = 0.1,
        batch_size: int = 16,
        n_epochs: int = 10,
        label_noise: float = 0.0,
    ) -> str:
        training = train_on_penguins(learning_rate, batch_size, n_epochs, label_noise)
        n_steps = len(training.result.batches)
        step = round(progress / 100 * n_steps)
        drawing.show(training, step)
        return _say_training(training, step)

    _add_clock(update, "progress")
    return update


def _add_clock(figure: LiveFigure, name: str) -> None:
    """Put buttons above the controls that run the slider ``name`` and reset it."""
    clock = Clock(figure.controls[name], stride=1)
    play, run, _, reset = clock.widget.children  # one step of this slider is not one of training
    clock.widget.children = (play, run, reset)
    figure.widget.children = (clock.widget, *figure.widget.children)


class _TrainingDrawing:
    """The artists of :func:`train_by_sgd`."""

    def __init__(self) -> None:
        self.figure, (axes, loss_axes) = plots.new_figure(2, height=3.7, width_ratios=(5, 4))
        self.plane = Plane(axes)
        ring = {"facecolors": "none", "edgecolors": plots.INK, "linewidths": 1.0}
        self.batch = axes.scatter([], [], s=45, label=_words("batch"), **ring)
        plots.add_legend(axes, [*self.plane.points, self.batch])
        loss_axes.set(xlim=(0, 100), ylim=_LOSS_LIMITS, yscale="log")
        loss_axes.set(xlabel=_words("axis_progress"), ylabel=_words("axis_loss"))
        self.steps = plots.draw_curve(
            loss_axes, [], [], "data", linewidth=0.6, label=_words("per_step")
        )
        self.curves = {
            name: plots.draw_curve(loss_axes, [], [], name, marker=".", label=_labels(name))
            for name in ("train", "validation")
        }
        self.least = plots.draw_level(loss_axes, "truth", label=_words("least"))
        self.marker = plots.draw_marker(loss_axes, "network")
        plots.add_legend(loss_axes, [self.steps, *self.curves.values(), self.least], ncols=2)

    def show(self, training: Training, step: int) -> None:
        """Set the data of all artists to the state after ``step`` steps."""
        x, _ = train_set()
        result = training.result
        n_steps = len(result.batches)
        self.plane.show_points(x, training.y)
        self.plane.show(result.history[step])
        seen = result.batches[step - 1] if step else np.arange(0)
        plots.move_points(self.batch, *x[seen if len(seen) < len(x) else seen[:0]].T)
        drawn = np.arange(0, n_steps, -(-n_steps // _MOST_POINTS))
        self.steps.set_data(
            100 * drawn / n_steps, np.clip(result.step_losses[drawn], *_LOSS_LIMITS)
        )
        epochs = np.linspace(0, 100, len(result.epoch_losses))
        losses = (result.epoch_losses, training.validation_losses)
        for curve, values in zip(self.curves.values(), losses, strict=True):
            curve.set_data(epochs, np.clip(values, *_LOSS_LIMITS))
        self.least.set_ydata([training.least] * 2)
        self.marker.set_xdata([100 * step / n_steps] * 2)


def name_training(training: Training) -> str:
    """Say what a run does: ``"bounces"``, ``"crawls"`` or ``"arrives"``.

    It bounces if an epoch ends 30 % above what an earlier one had reached, and
    crawls if the last loss is still more than 30 % above the least possible.
    """
    losses = training.result.epoch_losses
    if np.any(losses[1:] > 1.3 * np.minimum.accumulate(losses)[:-1]):
        return "bounces"
    return "crawls" if losses[-1] > 1.3 * training.least else "arrives"


def _say_training(training: Training, step: int) -> str:
    x, y, split = load_two_species()
    x_validation, y_validation = x[split.validation], y[split.validation]
    weights = training.result.history[step]
    p, p_validation = (
        predict_probability(weights, part) for part in (x[split.train], x_validation)
    )
    n_steps, n_epochs = len(training.result.batches), len(training.result.epoch_losses) - 1
    verdict = _words(name_training(training), least=training.least) if step == n_steps else ""
    return _words(
        "train",
        step=step,
        n_steps=n_steps,
        epoch=step * n_epochs / n_steps,
        train=cross_entropy_loss(training.y, p),
        validation=cross_entropy_loss(y_validation, p_validation),
        mistakes=count_mistakes(weights, x_validation, y_validation),
        n=len(y_validation),
        verdict=verdict,
    )
