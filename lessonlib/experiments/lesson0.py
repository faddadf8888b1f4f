"""Lesson 0: a network is fitted to noisy points."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN, sample_dataset
from lessonlib.networks import forward, initialize_weights
from lessonlib.training import TrainingResult, train

GRID = np.linspace(X_MIN, X_MAX, 300)
N_SAMPLES, N_STEPS = 100, 500


class NoisyFit(NamedTuple):
    """A network trained on noisy points of a sine.

    Attributes
    ----------
    x, y : ndarray of shape (N_SAMPLES,)
        The noisy points.
    curve : ndarray of shape (len(GRID),)
        Output of the network on ``GRID``.
    losses : ndarray of shape (N_STEPS + 1,)
        Mean squared error before training and after each step.
    noise : float
        σ², the error that no curve can beat on new points.
    diverged_at : int or None
        The step after which the loss was out of bounds.
    verdict : str
        ``"diverged"``; ``"under"``, there is more to learn; ``"over"``, the
        noise has been learned; or ``"good"``, near the noise.
    """

    x: FloatArray
    y: FloatArray
    curve: FloatArray
    losses: FloatArray
    noise: float
    diverged_at: int | None
    verdict: str


def fit_noisy_sine(learning_rate: float, hidden_width: int, noise_std: float) -> NoisyFit:
    """Draw points, train a network on them, and compare its loss with the noise.

    Parameters
    ----------
    learning_rate : float
    hidden_width : int
    noise_std : float

    Returns
    -------
    NoisyFit
    """
    x, y = sample_dataset("sine", N_SAMPLES, noise_std, np.random.default_rng(0))
    start = initialize_weights(hidden_width, np.random.default_rng(0))
    result = train(start, x, y, learning_rate, N_STEPS)
    curve, noise = forward(result.weights, GRID), noise_std**2
    return NoisyFit(
        x, y, curve, result.losses, noise, result.diverged_at, _judge_loss(result, noise)
    )


def _judge_loss(result: TrainingResult, noise: float) -> str:
    last = result.losses[-1]
    if result.diverged:
        return "diverged"
    if last < 0.9 * noise:
        return "over"
    return "good" if last < 1.5 * noise + 0.003 else "under"
