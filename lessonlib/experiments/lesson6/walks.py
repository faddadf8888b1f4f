"""Walks of stochastic gradient descent over the loss of a neuron that sees the bill alone."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid
from lessonlib.arguments import FloatArray
from lessonlib.experiments.lesson6.penguins import train_set
from lessonlib.logistic import train_sgd
from lessonlib.losses import cross_entropy_per_example

# Two parameters can be drawn without leaving one out: the weight of the bill, and the bias.
WALK_START = (-1.0, 2.0)
WALK_EPOCHS = 10
# For each batch size the learning rate with the lowest loss after ten epochs, to one digit.
OWN_RATES = {1: 0.2, 16: 2.0, 164: 12.0}


class Walk(NamedTuple):
    """Where stochastic gradient descent has gone.

    Attributes
    ----------
    path : ndarray of shape (n_steps + 1, 2)
        Weight and bias.
    losses : ndarray of shape (n_steps + 1,)
        Of all train penguins, at each.
    epochs : ndarray of shape (n_steps + 1,)
        How often each penguin has been seen until then, on the average.
    learning_rate : float
    """

    path: FloatArray
    losses: FloatArray
    epochs: FloatArray
    learning_rate: float

    def until(self, epoch: float) -> "Walk":
        """Return the walk up to the last step that an epoch, or a part of one, has made."""
        n = int(np.searchsorted(self.epochs, epoch + 1e-9))
        return Walk(self.path[:n], self.losses[:n], self.epochs[:n], self.learning_rate)


def loss_of_bill(weights: ArrayLike) -> FloatArray:
    """Compute the loss of neurons that see the bill alone, on the train set.

    Parameters
    ----------
    weights : array_like of shape (..., 2)
        Weight and bias of each.

    Returns
    -------
    ndarray of shape (...)
    """
    weights, (x, y) = np.asarray(weights, dtype=np.float64), train_set()
    places = weights.reshape(-1, 2)
    p = sigmoid(places @ np.stack([x[:, 0], np.ones(len(x))]))  # (n, 2) @ (2, S)
    losses = cross_entropy_per_example(np.tile(y, len(places)), p.ravel()).reshape(p.shape)
    return np.asarray(losses.mean(axis=1).reshape(weights.shape[:-1]))


@lru_cache(maxsize=128)
def walk_downhill(batch_size: int, learning_rate: float, seed: int = 0) -> Walk:
    """Walk for ten epochs from ``WALK_START``.

    Parameters
    ----------
    batch_size : int
    learning_rate : float
    seed : int
        Of the shuffling.
    """
    x, y = train_set()
    rng = np.random.default_rng(seed)
    run = train_sgd(WALK_START, x[:, :1], y, learning_rate, batch_size, WALK_EPOCHS, rng)
    seen = np.cumsum([0, *(len(batch) for batch in run.batches)])
    return Walk(run.history, loss_of_bill(run.history), seen / len(y), learning_rate)


@lru_cache(maxsize=1)
def lowest_place() -> tuple[FloatArray, float]:
    """Return the place of the least loss, and that loss, by many steps with all examples."""
    x, y = train_set()
    rng = np.random.default_rng(0)
    end = train_sgd(WALK_START, x[:, :1], y, OWN_RATES[164], len(y), 600, rng).history[-1]
    return end, float(loss_of_bill(end))
