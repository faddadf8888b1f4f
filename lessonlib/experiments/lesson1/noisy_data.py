"""Lesson 1: noisy measurements of a function, and what a curve through them is worth."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, sample_dataset
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward
from lessonlib.splitting import SUBSETS, Split, split_indices

GRID = np.linspace(X_MIN, X_MAX, 300)

SubsetPoints = dict[str, tuple[FloatArray, FloatArray]]
"""Measurement conditions x and measured values y of each subset."""


def take_subsets(x: FloatArray, y: FloatArray, split: Split) -> SubsetPoints:
    """Return the points of each subset."""
    return {name: (x[part], y[part]) for name, part in zip(SUBSETS, split, strict=True)}


def error_on_fresh_data(weights: FloatArray, true_function: str, noise_std: float) -> float:
    """Compute the expected squared error on new measurements: we know f here, for once.

    Notes
    -----
    ``E[(y - ỹ)²] = mean over x of (f(x) - ỹ(x))², plus σ²``.
    """
    truth = TRUE_FUNCTIONS[true_function](GRID)
    return mean_squared_error(truth, forward(weights, GRID)) + noise_std**2


class NoisyData(NamedTuple):
    """Measurements of a function, split in three.

    Attributes
    ----------
    points : dict of str to (ndarray, ndarray)
        Measurement conditions and measured values of each subset.
    sizes : dict of str to int
        How many points each subset has.
    truth : ndarray of shape (len(GRID),)
        The function on ``GRID``.
    noise_std : float
        Standard deviation of the noise that was drawn.
    """

    points: SubsetPoints
    sizes: dict[str, int]
    truth: FloatArray
    noise_std: float


def draw_dataset(
    true_function: str,
    n_samples: int,
    noise_std: float,
    seed: int,
    validation_fraction: float,
    test_fraction: float,
) -> NoisyData:
    """Measure a function with noise, and split the measurements.

    Parameters
    ----------
    true_function : str
        A key of ``TRUE_FUNCTIONS``.
    n_samples : int
    noise_std : float
        Standard deviation of the noise that is asked for.
    seed : int
        Of the data and of the split.
    validation_fraction, test_fraction : float
        Shares of these subsets; the rest trains.

    Returns
    -------
    NoisyData
    """
    f = TRUE_FUNCTIONS[true_function]
    x, y = sample_dataset(true_function, n_samples, noise_std, np.random.default_rng(seed))
    fractions = (1 - validation_fraction - test_fraction, validation_fraction, test_fraction)
    split = split_indices(n_samples, fractions, rng=np.random.default_rng(seed))
    sizes = {name: len(part) for name, part in zip(SUBSETS, split, strict=True)}
    return NoisyData(take_subsets(x, y, split), sizes, f(GRID), float(np.std(y - f(x))))
