"""Lesson 0: a network is fitted to noisy points."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, sample_dataset
from lessonlib.networks import forward, initialize_weights
from lessonlib.training import train

GRID = np.linspace(X_MIN, X_MAX, 300)
TRUTH = TRUE_FUNCTIONS["sine"](GRID)
N_SAMPLES, N_STEPS = 40, 500
SNAPSHOTS = np.append([0, 2, 5, 10], np.arange(25, N_STEPS + 1, 25))  # errors fall fast at first
NEAR = 1.1  # an error on fresh points is near the noise up to this factor
_NOISELESS = 0.003  # and this much more, for noise near 0
_JUMP = 2.0  # steps of the right length never bring the train error this far above its start
_LESS = 0.95
_RECOVERED = 0.1  # squared distance from f


class NoisyFit(NamedTuple):
    """A network trained on noisy points of a sine.

    Attributes
    ----------
    x, y : ndarray of shape (N_SAMPLES,)
        The noisy points.
    curve : ndarray of shape (len(GRID),)
        Output of the network on ``GRID``.
    losses : ndarray of shape (N_STEPS + 1,)
        Mean squared error on the points before training and after each step.
    fresh : ndarray of shape (len(SNAPSHOTS),)
        Expected squared error on new points after each number of steps in ``SNAPSHOTS``; up to
        where training diverged.
    noise : float
        σ², which no curve can beat on new points.
    drawn_noise : float
        What the true function itself scores on the points.
    peak : float or None
        The largest loss, where that is far above the first one.
    diverged_at : int or None
        The step after which the loss was out of bounds.
    verdict : str
        ``"diverged"``; ``"jumped"``, the error rose far above its start and has not recovered;
        ``"good"``, near the noise on fresh points; ``"under"``, the curve has not yet the form of
        the function; or ``"over"``, it has taken up noise of its points.
    """

    x: FloatArray
    y: FloatArray
    curve: FloatArray
    losses: FloatArray
    fresh: FloatArray
    noise: float
    drawn_noise: float
    peak: float | None
    diverged_at: int | None
    verdict: str


def fit_noisy_sine(
    learning_rate: float, hidden_width: int, noise_std: float, seed: int = 0
) -> NoisyFit:
    """Draw points, train a network on them, and compare its errors with the noise.

    Parameters
    ----------
    learning_rate : float
    hidden_width : int
    noise_std : float
    seed : int
        Of the points and of the network's start.

    Returns
    -------
    NoisyFit
    """
    x, y = sample_dataset("sine", N_SAMPLES, noise_std, np.random.default_rng(seed))
    start = initialize_weights(hidden_width, np.random.default_rng(seed))
    result = train(start, x, y, learning_rate, N_STEPS, keep_path=True)
    seen = SNAPSHOTS[len(result.path) > SNAPSHOTS]
    fresh = np.array([expected_error(weights, noise_std) for weights in result.path[seen]])
    noise, drawn = noise_std**2, float(np.mean((y - TRUE_FUNCTIONS["sine"](x)) ** 2))
    peak = _find_peak(result.losses)
    errors = float(result.losses[-1]), float(fresh[-1])
    return NoisyFit(
        x,
        y,
        forward(result.weights, GRID),
        result.losses,
        fresh,
        noise,
        drawn,
        peak,
        result.diverged_at,
        "diverged" if result.diverged else _judge(*errors, noise, drawn, peak),
    )


def expected_error(weights: FloatArray, noise_std: float) -> float:
    """Compute the expected squared error on new points, for once with the true function known."""
    return float(np.mean((TRUTH - forward(weights, GRID)) ** 2)) + noise_std**2


def _find_peak(losses: FloatArray) -> float | None:
    highest = float(losses.max())
    return highest if highest > _JUMP * losses[0] else None


def _judge(
    train_error: float, fresh_error: float, noise: float, drawn_noise: float, peak: float | None
) -> str:
    if peak is not None and fresh_error > noise + _RECOVERED:
        return "jumped"
    if fresh_error <= NEAR * noise + _NOISELESS:
        return "good"
    # Clearly less than the true function leaves over: only noise of these points can do that.
    return "over" if train_error < _LESS * drawn_noise else "under"
