"""What training would be if every direction had a learning rate of its own."""

from typing import Any

import numpy as np

from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, mse_gradient
from lessonlib.sweeps import mse_hessian
from lessonlib.threads import one_thread

_MOST_STEPS = 500
_CAUTION = 0.01  # of the largest curvature: added to every one at first, since some are 0


def steps_with_own_rates(weights: Any, x: Any, y: Any, target: float) -> int:
    """Count the steps down to a loss if each direction has its own rate, about ``1 / |λ|``.

    Parameters
    ----------
    weights : ndarray of shape (3 * H + 1,)
        Where training starts.
    x, y : ndarray of shape (n_samples,)
    target : float
        The loss to be reached.

    Returns
    -------
    int
        Steps that are taken back, since the loss rose on them, are counted too.

    Notes
    -----
    Newton's method, made safe: along the eigenvector with eigenvalue λ of the Hessian the rate is
    ``1 / (|λ| + μ)``. The caution μ halves after a step down, and grows fourfold after one
    that was taken back.
    """
    here, loss = weights, mean_squared_error(y, forward(weights, x))
    caution = None
    with one_thread():
        for step in range(_MOST_STEPS):
            if loss <= target:
                return step
            curvatures, directions = np.linalg.eigh(mse_hessian(here, x, y))
            if caution is None:
                caution = _CAUTION * curvatures[-1]
            rates = 1 / (np.abs(curvatures) + caution)
            there = here - directions @ (rates * (directions.T @ mse_gradient(here, x, y)))
            next_loss = mean_squared_error(y, forward(there, x))
            if next_loss < loss:
                here, loss, caution = there, next_loss, caution / 2
            else:
                caution *= 4
    return _MOST_STEPS
