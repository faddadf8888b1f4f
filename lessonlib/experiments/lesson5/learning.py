"""A network that learns by a gradient that is handed in: the reader's own, for instance."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.datasets import X_MAX, X_MIN, sample_dataset
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.training import divergence_bound

# Small enough that a gradient in plain loops takes a second or two for all steps.
N_SAMPLES, HIDDEN_WIDTH, NOISE_STD = 30, 8, 0.1
LEARNING_RATE, N_TRAINING_STEPS, EVERY = 0.1, 1000, 20
GRID = np.linspace(X_MIN, X_MAX, 200)

Gradient = Callable[[Any, Any, Any], Any]


class Learning(NamedTuple):
    """A training by gradient descent.

    Attributes
    ----------
    x, y : ndarray of shape (n_samples,)
    losses : ndarray of shape (n_steps + 1,)
        Before the first step and after each; shorter if it diverged.
    fits : ndarray of shape (n_fits, len(GRID))
        Output of the network along ``GRID``, after every ``EVERY`` steps.
    """

    x: Any
    y: Any
    losses: Any
    fits: Any

    @property
    def has_diverged(self) -> bool:
        """Whether it was stopped because the loss grew without bound."""
        return len(self.losses) <= N_TRAINING_STEPS


def learning_problem(seed: int = 0) -> tuple[Any, Any, Any]:
    """Return x and y of a noisy sine, and the weights from which a network starts."""
    rng = np.random.default_rng(seed)
    x, y = sample_dataset("sine", N_SAMPLES, NOISE_STD, rng)
    return x, y, initialize_weights(HIDDEN_WIDTH, rng)


@lru_cache(maxsize=8)
def learn(gradient: Gradient = mse_gradient, seed: int = 0) -> Learning:
    """Train the network of :func:`learning_problem` with any gradient, in the loop of lesson 4.

    Parameters
    ----------
    gradient : callable
        Takes weights of shape (3 * H + 1,) and x and y of shape (n_samples,), returns an array
        like the weights.
    seed : int
        Of the data and of the network's start.
    """
    x, y, weights = learning_problem(seed)
    losses, fits = [mean_squared_error(y, forward(weights, x))], [forward(weights, GRID)]
    bound = divergence_bound(losses[0], y)
    for step in range(1, N_TRAINING_STEPS + 1):
        weights = weights - LEARNING_RATE * np.asarray(gradient(weights, x, y))
        loss = mean_squared_error(y, forward(weights, x))
        if not loss <= bound:
            break
        losses.append(loss)
        if step % EVERY == 0:
            fits.append(forward(weights, GRID))
    return Learning(x, y, np.array(losses), np.array(fits))
