"""Stochastic gradient descent on penguins, some of whose labels may be flipped."""

from functools import lru_cache
from time import process_time
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.experiments.lesson6.lines import count_mistakes
from lessonlib.experiments.lesson6.penguins import WRONG_WAY, train_set, validation_set
from lessonlib.logistic import SGDResult, predict_probability, train_sgd, weights_from_line
from lessonlib.losses import cross_entropy_loss

MOST_EPOCHS = 20
_ABOVE = 1.3  # this many times another loss counts as clearly above it


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
    verdict : {"bounces", "crawls", "arrives"}
        It bounces if an epoch ends 30 % above what an earlier one had reached, and
        crawls if the last loss is still more than 30 % above the least possible.
    n_epochs : int
    """

    y: IntArray
    result: SGDResult
    validation_losses: FloatArray
    least: float
    verdict: str
    n_epochs: int


def flip_labels(y: IntArray, label_noise: float) -> IntArray:
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
    """Train from ``WRONG_WAY``.

    Parameters
    ----------
    learning_rate : float
    batch_size : int
        From 1 to the size of the train set.
    n_epochs : int
    label_noise : float
        Share of the train set whose labels are flipped.
    """
    x, y = train_set()
    noisy = flip_labels(y, label_noise)
    start, rng = weights_from_line(*WRONG_WAY), np.random.default_rng(0)
    result = train_sgd(start, x, noisy, learning_rate, batch_size, n_epochs, rng)
    ends = result.history[:: len(result.batches) // n_epochs]
    x, y = validation_set()
    validation = [cross_entropy_loss(y, predict_probability(w, x)) for w in ends]
    least = least_loss(label_noise)
    verdict = _name(result.epoch_losses, least)
    return Training(noisy, result, np.array(validation), least, verdict, n_epochs)


def _name(losses: FloatArray, least: float) -> str:
    if np.any(losses[1:] > _ABOVE * np.minimum.accumulate(losses)[:-1]):
        return "bounces"
    return "crawls" if losses[-1] > _ABOVE * least else "arrives"


class Moment(NamedTuple):
    """Where a training stands after some of its steps.

    Attributes
    ----------
    step, n_steps : int
        How many steps it has done, and how many there are.
    epoch : float
        How many passes through the train set these steps are.
    weights : ndarray of shape (3,)
    batch : ndarray of int
        The examples that the last step looked at; none before the first step.
    train_loss, validation_loss : float
    n_mistakes, n_validation : int
        Validation penguins on the wrong side, and all of them.
    """

    step: int
    n_steps: int
    epoch: float
    weights: FloatArray
    batch: IntArray
    train_loss: float
    validation_loss: float
    n_mistakes: int
    n_validation: int


def moment_of(training: Training, progress: float) -> Moment:
    """Stop a training and measure.

    Parameters
    ----------
    training : Training
    progress : float
        Share of its steps, in %.
    """
    result = training.result
    n_steps = len(result.batches)
    step = round(progress / 100 * n_steps)
    weights, validation = result.history[step], validation_set()
    return Moment(
        step,
        n_steps,
        step * training.n_epochs / n_steps,
        weights,
        result.batches[step - 1] if step else np.arange(0),
        cross_entropy_loss(training.y, predict_probability(weights, train_set().x)),
        cross_entropy_loss(validation.y, predict_probability(weights, validation.x)),
        count_mistakes(weights, *validation),
        len(validation.y),
    )


def seconds_of_training(batch_size: int, n_epochs: int = 10, n_repeats: int = 5) -> float:
    """Measure how long training takes: the shortest of several times, in seconds."""
    x, y = train_set()
    times = []
    for _ in range(n_repeats):
        begin = process_time()
        train_sgd(np.zeros(3), x, y, 0.1, batch_size, n_epochs, np.random.default_rng(0))
        times.append(process_time() - begin)
    return min(times)
