"""The network trained at 64 learning rates at once, and the limit computed beforehand."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.experiments.lesson4.training import RATE_RANGE, make_problem
from lessonlib.experiments.lesson4.verdicts import falls_throughout
from lessonlib.sweeps import mse_hessian, train_many
from lessonlib.threads import one_thread

# 64 trainings at every move of a slider: fewer examples and steps, so that they keep up.
SWEEP_SAMPLES, SWEEP_STEPS, SWEEP_WIDTH = 50, 100, 10
RATES = np.geomspace(*RATE_RANGE, 64)


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


def sweep_rates(
    hidden_width: int, noise_std: float, n_steps: int = SWEEP_STEPS, seed: int = 0
) -> Sweep:
    """Train a network at each of ``RATES``, and predict where they become too large."""
    losses, limit = _train_at_all_rates(hidden_width, noise_std, seed)
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
def _train_at_all_rates(hidden_width: int, noise_std: float, seed: int) -> tuple[Any, float]:
    weights, x, y = make_problem(hidden_width, noise_std, SWEEP_SAMPLES, seed)
    with one_thread():
        largest_curvature = np.linalg.eigvalsh(mse_hessian(weights, x, y))[-1]
    return train_many(weights, x, y, RATES, SWEEP_STEPS), float(2 / largest_curvature)
