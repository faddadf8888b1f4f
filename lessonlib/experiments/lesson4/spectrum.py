"""The curvatures of the network's loss in all directions, and what the unit of x does to them."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson4.training import N_SAMPLES, N_STEPS, make_problem
from lessonlib.networks import pack, unpack
from lessonlib.splitting import Standardizer
from lessonlib.sweeps import mse_hessian
from lessonlib.threads import one_thread
from lessonlib.training import train

UNITS = ("days", "centred", "standardised")
SPECTRUM_WIDTH, SPECTRUM_NOISE = 10, 0.15
_HARDLY = 0.01
_FIRST_DAY, _LAST_DAY = 1.0, 365.0


def in_units(weights: Any, x: Any, units: str) -> tuple[Any, Any]:
    """Write the same network, on the same examples, for another unit of x.

    Parameters
    ----------
    weights : ndarray of shape (3 * H + 1,)
    x : ndarray of shape (n_samples,)
        From ``X_MIN`` to ``X_MAX``, which stand for the first and the last day of a year.
    units : {"days", "centred", "standardised"}
        The day itself, from 1 to 365; the day less the mean of all days; the same divided by
        the standard deviation.

    Returns
    -------
    weights, x : ndarray
        With these the network has the same outputs as before.
    """
    days_per_unit = (_LAST_DAY - _FIRST_DAY) / (X_MAX - X_MIN)
    day = _FIRST_DAY + days_per_unit * (x - X_MIN)
    scaler = Standardizer.fit(day)
    mean = 0.0 if units == "days" else float(scaler.mean)
    std = float(scaler.std) if units == "standardised" else 1.0
    # x = (mean + std z - first day) / days_per_unit + X_MIN, put into w x + b.
    w, b, v, c = unpack(weights)
    at_zero = (mean - _FIRST_DAY) / days_per_unit + X_MIN
    return pack(w * std / days_per_unit, b + w * at_zero, v, c), (day - mean) / std


class Spectrum(NamedTuple):
    """The curvatures of a network's loss where training starts, and what they lead to.

    Attributes
    ----------
    curvatures : ndarray of shape (P,)
        Eigenvalues of the Hessian, in ascending order.
    limit : float
        ``2/λ_max``.
    learning_rate : float
        ``share`` times the limit.
    factors : ndarray of shape (P,)
        ``1 - α λ`` in each direction.
    of_heights : ndarray of bool of shape (P,)
        Which directions turn more of the heights and the output bias than of the rest.
    typical : float
        The median of all ``|λ|``.
    n_crawling : int
        In how many directions a step changes less than a hundredth.
    losses : ndarray of shape (n_steps + 1,)
        Of a training at this learning rate; infinite from where it diverged.
    """

    curvatures: Any
    limit: float
    learning_rate: float
    factors: Any
    of_heights: Any
    typical: float
    n_crawling: int
    losses: Any


def look_at_curvatures(
    share: float = 0.5,
    units: str = "standardised",
    seed: int = 0,
    hidden_width: int = SPECTRUM_WIDTH,
) -> Spectrum:
    """Compute all curvatures at the start of a training, and train.

    Parameters
    ----------
    share : float
        Learning rate, as a share of ``2/λ_max``.
    units : str
        One of ``UNITS``.
    seed : int
        Of the start.
    hidden_width : int

    Returns
    -------
    Spectrum
    """
    weights, x, y, (curvatures, directions) = _start(units, seed, hidden_width)
    limit = float(2 / curvatures[-1])
    factors = 1 - share * limit * curvatures
    in_heights = np.sum(directions[2 * hidden_width :] ** 2, axis=0)
    return Spectrum(
        curvatures,
        limit,
        learning_rate=share * limit,
        factors=factors,
        of_heights=in_heights > 0.5,
        typical=float(np.median(np.abs(curvatures))),
        n_crawling=int(np.count_nonzero(np.abs(factors - 1) < _HARDLY)),
        losses=train(weights, x, y, share * limit, N_STEPS).losses,
    )


@lru_cache(maxsize=64)
def _start(units: str, seed: int, hidden_width: int) -> tuple[Any, Any, Any, Any]:
    weights, x, y = make_problem(hidden_width, SPECTRUM_NOISE, N_SAMPLES, seed)
    weights, x = in_units(weights, x, units)
    with one_thread():
        return weights, x, y, np.linalg.eigh(mse_hessian(weights, x, y))
