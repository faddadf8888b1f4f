"""The network at one learning rate, and at 64 at once."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.datasets import X_MAX, X_MIN, sample_dataset
from lessonlib.networks import forward, initialize_weights
from lessonlib.sweeps import mse_hessian, train_many
from lessonlib.threads import one_thread
from lessonlib.training import train

N_SAMPLES, N_STEPS = 200, 500
# 64 trainings at every move of a slider: fewer examples and steps, so that they keep up.
SWEEP_SAMPLES, SWEEP_STEPS, SWEEP_WIDTH = 50, 100, 10
RATE_RANGE = (1e-3, 10.0)
RATES = np.geomspace(*RATE_RANGE, 64)
GRID = np.linspace(X_MIN, X_MAX, 300)


@lru_cache(maxsize=64)
def _problem(hidden_width: int, noise_std: float, n_samples: int) -> tuple[Any, Any, Any]:
    x, y = sample_dataset("sine", n_samples, noise_std, np.random.default_rng(0))
    return initialize_weights(hidden_width, np.random.default_rng(0)), x, y


class NetworkTraining(NamedTuple):
    """One training of the 1-H-1 network.

    Attributes
    ----------
    learning_rate : float
    x, y : ndarray of shape (n_samples,)
        The examples.
    fit : ndarray of shape (len(GRID),)
        Output of the trained network along ``GRID``.
    losses : ndarray of shape (n_steps + 1,)
        Before the first step and after each; infinite from where it diverged.
    gradient_norms : ndarray of shape (n_steps,)
    noise_floor : float
        σ², the mean squared error that the true function itself has.
    verdict : str
        The name that :func:`name_training` gives it.
    diverged_at : int or None
        The step at which it diverged.
    """

    learning_rate: float
    x: Any
    y: Any
    fit: Any
    losses: Any
    gradient_norms: Any
    noise_floor: float
    verdict: str
    diverged_at: int | None


def train_network(
    learning_rate: float,
    hidden_width: int,
    noise_std: float,
    n_samples: int = N_SAMPLES,
    n_steps: int = N_STEPS,
) -> NetworkTraining:
    """Train the 1-H-1 network on a noisy sine, always from the same start."""
    weights, x, y = _problem(hidden_width, noise_std, n_samples)
    result = train(weights, x, y, learning_rate, n_steps)
    return NetworkTraining(
        learning_rate,
        x,
        y,
        fit=forward(result.weights, GRID),
        losses=result.losses,
        gradient_norms=result.gradient_norms,
        noise_floor=noise_std**2,
        verdict=name_training(result.losses),
        diverged_at=result.diverged_at,
    )


def name_training(losses: Any) -> str:
    """Say what a training did: ``"diverges"``, ``"jumps"``, ``"crawls"`` or ``"falls"``.

    It diverges if its loss became infinite, jumps if the loss rose at some
    step, and crawls if more than half of the loss is left.
    """
    if not np.isfinite(losses[-1]):
        return "diverges"
    if not falls_throughout(losses):
        return "jumps"
    return "crawls" if losses[-1] > losses[0] / 2 else "falls"


def falls_throughout(losses: Any) -> Any:
    """Say whether the loss falls at every step, for one training or for each column.

    Parameters
    ----------
    losses : ndarray of shape (n_steps + 1,) or (n_steps + 1, K)

    Returns
    -------
    bool or ndarray of shape (K,)
    """
    # A loss that no longer changes may rise in its last digit.
    return np.all(losses[1:] <= losses[:-1] * (1 + 1e-9), axis=0) & np.isfinite(losses[-1])


class Sweep(NamedTuple):
    """One network, trained at each of ``RATES``.

    Attributes
    ----------
    losses : ndarray of shape (n_steps + 1, len(RATES))
        Infinite from where a training diverged.
    limit : float
        ``2/λ_max`` of the loss where training starts.
    best, best_loss : float
        The learning rate that ends lowest, and its loss at the end.
    steady : float
        Up to this learning rate the loss falls at every step.
    n_diverged : int
    """

    losses: Any
    limit: float
    best: float
    best_loss: float
    steady: float
    n_diverged: int


def sweep_rates(hidden_width: int, noise_std: float, n_steps: int = SWEEP_STEPS) -> Sweep:
    """Train a network at each of ``RATES``, and predict where they become too large."""
    losses, limit = _train_at_all_rates(hidden_width, noise_std)
    losses = losses[: n_steps + 1]
    best = int(np.argmin(losses[-1]))
    n_steady = int(np.cumprod(falls_throughout(losses)).sum())
    return Sweep(
        losses,
        limit,
        best=RATES[best],
        best_loss=losses[-1, best],
        steady=RATES[max(n_steady - 1, 0)],
        n_diverged=int(np.isinf(losses[-1]).sum()),
    )


@lru_cache(maxsize=256)
def _train_at_all_rates(hidden_width: int, noise_std: float) -> tuple[Any, float]:
    weights, x, y = _problem(hidden_width, noise_std, SWEEP_SAMPLES)
    with one_thread():
        largest_curvature = np.linalg.eigvalsh(mse_hessian(weights, x, y))[-1]
    return train_many(weights, x, y, RATES, SWEEP_STEPS), float(2 / largest_curvature)
