"""Lesson 3: networks that are a little wrong, or very wrong once."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN, sample_dataset
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error, tolerance_accuracy_score
from lessonlib.networks import forward, pack, spread_hidden_units, unpack
from lessonlib.training import fit_output_layer

GRID = np.linspace(X_MIN, X_MAX, 200)
HIDDEN_WIDTH = 6
MOST_TOLERANCE = 1.0
TOLERANCES = np.linspace(0, MOST_TOLERANCE, 201)[1:]
OUTLIER = 5  # number of the point that is, or will be, far off


class FittedNetwork(NamedTuple):
    """A data set, and a network of six sigmoids fitted to it.

    Attributes
    ----------
    x, y : ndarray of shape (n_samples,)
    weights : ndarray of shape (3 * HIDDEN_WIDTH + 1,)
    """

    x: FloatArray
    y: FloatArray
    weights: FloatArray


@cache
def fitted_network(n_samples: int, noise_std: float = 0.2, seed: int = 92) -> FittedNetwork:
    """Draw a data set and fit a network of six sigmoids to it.

    Parameters
    ----------
    n_samples : int
    noise_std : float
    seed : int

    Returns
    -------
    FittedNetwork
    """
    x, y = sample_dataset("sine", n_samples, noise_std, np.random.default_rng(seed))
    start = spread_hidden_units(HIDDEN_WIDTH, X_MIN, X_MAX)
    return FittedNetwork(x, y, fit_output_layer(start, x, y, cutoff=0.03))


def stretch(weights: FloatArray, height: float, shift: float) -> FloatArray:
    """Multiply the output of a network by ``height`` and add ``shift`` to it."""
    w, b, v, c = unpack(weights)
    return pack(w, b, height * v, height * c + shift)


class QuestionNetworks(NamedTuple):
    """Two networks for the same points: always a little wrong, or once very wrong.

    Attributes
    ----------
    x, y : ndarray of shape (n_samples,)
    networks : dict of str to ndarray
        The parameters of ``"A"`` and ``"B"``.
    """

    x: FloatArray
    y: FloatArray
    networks: dict[str, FloatArray]


def question_networks(n_samples: int = 20) -> QuestionNetworks:
    """Make the two networks that the lesson asks about.

    Returns
    -------
    QuestionNetworks
    """
    x, y, weights = fitted_network(n_samples, noise_std=0.1)
    bumpy = _with_bump(weights, x[OUTLIER], height=-1.9)
    return QuestionNetworks(x, y, {"A": stretch(weights, 1.0, 0.4), "B": bumpy})


def _with_bump(
    weights: FloatArray, place: float, height: float, steepness: float = 40.0
) -> FloatArray:
    """Add a narrow bump to a network: one sigmoid up, one down."""
    w, b, v, c = unpack(weights)
    edges = np.array([place - 0.12, place + 0.12])
    return pack(
        np.append(w, [steepness, steepness]),
        np.append(b, -steepness * edges),
        np.append(v, [height, -height]),
        c,
    )


class Comparison(NamedTuple):
    """The two networks of the question, and what two metrics say of each.

    Attributes
    ----------
    x, y : ndarray of shape (n_samples,)
    curves : dict of str to ndarray of shape (len(GRID),)
        Outputs on ``GRID``.
    mse, accuracy : dict of str to float
        Mean squared error, and Acc_ε.
    n_hits : dict of str to int
        How many points are within the tolerance.
    worst : dict of str to float
        The largest error.
    accuracy_of_tolerances : dict of str to ndarray of shape (len(TOLERANCES),)
        Acc_ε for each of ``TOLERANCES``.
    """

    x: FloatArray
    y: FloatArray
    curves: dict[str, FloatArray]
    mse: dict[str, float]
    accuracy: dict[str, float]
    n_hits: dict[str, int]
    worst: dict[str, float]
    accuracy_of_tolerances: dict[str, FloatArray]


def compare_networks(tolerance: float) -> Comparison:
    """Judge the two networks by MSE, by the points within a tolerance and by the largest error.

    Parameters
    ----------
    tolerance : float

    Returns
    -------
    Comparison
    """
    x, y, networks = question_networks()
    outputs = {name: forward(network, x) for name, network in networks.items()}
    accuracy = {
        name: tolerance_accuracy_score(y, y_pred, tolerance) for name, y_pred in outputs.items()
    }
    return Comparison(
        x=x,
        y=y,
        curves={name: forward(network, GRID) for name, network in networks.items()},
        mse={name: mean_squared_error(y, y_pred) for name, y_pred in outputs.items()},
        accuracy=accuracy,
        n_hits={name: round(len(y) * share) for name, share in accuracy.items()},
        worst={name: largest_error(y, y_pred) for name, y_pred in outputs.items()},
        accuracy_of_tolerances={
            name: np.array([tolerance_accuracy_score(y, y_pred, one) for one in TOLERANCES])
            for name, y_pred in outputs.items()
        },
    )
