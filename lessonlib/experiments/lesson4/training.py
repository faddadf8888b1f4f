"""The network of lesson 2, trained at one learning rate: every step of it."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.datasets import X_MAX, X_MIN, sample_dataset
from lessonlib.experiments.lesson4.verdicts import Verdict, judge
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.sweeps import mse_hessian
from lessonlib.threads import one_thread
from lessonlib.training import TrainingResult, train

N_SAMPLES, N_STEPS = 200, 500
RATE_RANGE = (1e-3, 10.0)
WIDTHS, SEEDS = (1, 10), (0, 9)  # that the reader can choose from
GRID = np.linspace(X_MIN, X_MAX, 300)


@lru_cache(maxsize=64)
def make_problem(
    hidden_width: int, noise_std: float, n_samples: int, seed: int = 0
) -> tuple[Any, Any, Any]:
    """Return a start of the network, and noisy measurements of a sine.

    Parameters
    ----------
    hidden_width : int
    noise_std : float
    n_samples : int
    seed : int
        Of the start; the measurements are always the same.

    Returns
    -------
    weights : ndarray of shape (3 * H + 1,)
    x, y : ndarray of shape (n_samples,)
    """
    x, y = sample_dataset("sine", n_samples, noise_std, np.random.default_rng(0))
    return initialize_weights(hidden_width, np.random.default_rng(seed)), x, y


class NetworkTraining(NamedTuple):
    """One training of the 1-H-1 network, seen after some of its steps.

    Attributes
    ----------
    learning_rate : float
    step : int
        The step t at which it is seen; if training diverged before, the last sound one.
    x, y : ndarray of shape (n_samples,)
        The examples.
    fit : ndarray of shape (len(GRID),)
        Output of the network along ``GRID`` after ``step`` steps.
    losses : ndarray of shape (n_steps + 1,)
        Before the first step and after each; infinite from where it diverged.
    gradient_norms : ndarray of shape (n_steps,)
        Length of the gradient before each step; infinite likewise.
    norm : float
        Length of the gradient after ``step`` steps.
    noise_floor : float
        σ², the mean squared error that the true function itself has, on the average.
    verdict : Verdict
    diverged_at : int or None
        The step at which it diverged.
    """

    learning_rate: float
    step: int
    x: Any
    y: Any
    fit: Any
    losses: Any
    gradient_norms: Any
    norm: float
    noise_floor: float
    verdict: Verdict
    diverged_at: int | None


def train_network(
    learning_rate: float,
    hidden_width: int,
    noise_std: float,
    *,
    step: int | None = None,
    seed: int = 0,
    n_samples: int = N_SAMPLES,
    n_steps: int = N_STEPS,
) -> NetworkTraining:
    """Train the 1-H-1 network on a noisy sine, and look at it after ``step`` steps."""
    problem = make_problem(hidden_width, noise_std, n_samples, seed)
    done, verdict = _train(learning_rate, hidden_width, noise_std, n_samples, seed, n_steps)
    last = n_steps if done.diverged_at is None else done.diverged_at - 1
    seen = last if step is None else min(step, last)
    weights = done.path[seen]
    return NetworkTraining(
        learning_rate,
        seen,
        problem[1],
        problem[2],
        fit=forward(weights, GRID),
        losses=done.losses,
        gradient_norms=done.gradient_norms,
        norm=float(np.linalg.norm(mse_gradient(weights, *problem[1:]))),
        noise_floor=noise_std**2,
        verdict=verdict,
        diverged_at=done.diverged_at,
    )


@lru_cache(maxsize=8)
def _train(
    learning_rate: float,
    hidden_width: int,
    noise_std: float,
    n_samples: int,
    seed: int,
    n_steps: int,
) -> tuple[TrainingResult, Verdict]:
    """Train to the end, keep the way there, and judge it."""
    weights, x, y = make_problem(hidden_width, noise_std, n_samples, seed)
    done = train(weights, x, y, learning_rate, n_steps, keep_path=True)
    with one_thread():
        least = np.linalg.eigvalsh(mse_hessian(done.weights, x, y))[0]
    downwards = learning_rate * max(0.0, -float(least))
    return done, judge(done.losses, noise_std**2, downwards)
