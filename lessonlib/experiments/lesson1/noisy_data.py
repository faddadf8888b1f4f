"""Lesson 1: noisy measurements of a function, and curves of a chosen flexibility through them."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, sample_dataset
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, spread_hidden_units
from lessonlib.splitting import SUBSETS, Split, split_indices
from lessonlib.training import fit_output_layer

GRID = np.linspace(X_MIN, X_MAX, 300)

SubsetPoints = dict[str, tuple[FloatArray, FloatArray]]
"""Measurement conditions x and measured values y of each subset."""


def take_subsets(x: FloatArray, y: FloatArray, split: Split) -> SubsetPoints:
    """Return the points of each subset."""
    return {name: (x[part], y[part]) for name, part in zip(SUBSETS, split, strict=True)}


def fit_curve(x: FloatArray, y: FloatArray, hidden_width: int) -> FloatArray:
    """Fit H evenly spread sigmoids: only their heights are solved for, exactly.

    Lesson 1 needs a curve of adjustable flexibility and not yet a way to train it.

    Parameters
    ----------
    x, y : ndarray of shape (n_samples,)
    hidden_width : int

    Returns
    -------
    ndarray of shape (3 * hidden_width + 1,)
        The parameters of the network.
    """
    return fit_output_layer(spread_hidden_units(hidden_width, X_MIN, X_MAX), x, y)


class TwoFits(NamedTuple):
    """A stiff and a flexible curve through the same points.

    Attributes
    ----------
    x, y : ndarray of shape (n_samples,)
    curves : tuple of two ndarray of shape (len(GRID),)
    errors : tuple of two float
        Mean squared error of each curve on the points.
    """

    x: FloatArray
    y: FloatArray
    curves: tuple[FloatArray, FloatArray]
    errors: tuple[float, float]


def fit_two_widths(n_samples: int, small_width: int, large_width: int) -> TwoFits:
    """Fit two hidden widths to the same noisy points of a sine.

    Parameters
    ----------
    n_samples, small_width, large_width : int

    Returns
    -------
    TwoFits
    """
    x, y = sample_dataset("sine", n_samples, 0.3, np.random.default_rng(3))
    small, large = (fit_curve(x, y, width) for width in (small_width, large_width))
    return TwoFits(
        x,
        y,
        (forward(small, GRID), forward(large, GRID)),
        (mean_squared_error(y, forward(small, x)), mean_squared_error(y, forward(large, x))),
    )


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
