"""Logistic regression: a network of one neuron, trained by stochastic gradient descent.

All parameters stand in one vector ``weights`` of length ``P = n_features + 1``, in
the order: one weight a feature, bias.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.arguments import (
    FloatArray,
    IntArray,
    check_array,
    check_choice,
    check_integer,
    check_number,
    check_same_length,
)
from lessonlib.losses import (
    cross_entropy_logit_gradient,
    cross_entropy_per_example,
    mean_squared_error_gradient,
)
from lessonlib.optimizers import minibatches
from lessonlib.threads import one_thread


def logits(weights: ArrayLike, x: ArrayLike) -> FloatArray:
    """Compute on which side of the line each example lies, and how far from it.

    Parameters
    ----------
    weights : array_like of shape (n_features + 1,)
    x : array_like of shape (n_samples, n_features)

    Returns
    -------
    ndarray of shape (n_samples,)
        Above 0 on the side of class 1, 0 on the line, below 0 on the other side.

    Raises
    ------
    ValueError
        If there is not one weight a feature and a bias.

    Notes
    -----
    ``z_s = w · x_s + b``.

    Examples
    --------
    >>> logits([1.0, -1.0, 0.5], [[2.0, 1.0], [0.0, 0.5]])
    array([1.5, 0. ])
    """
    weights, x = _check(weights, x)
    z: FloatArray = x @ weights[:-1] + weights[-1]  # (S, n_features) @ (n_features,) -> (S,)
    return z


def predict_probability(weights: ArrayLike, x: ArrayLike) -> FloatArray:
    """Compute the probability of class 1: the output of the neuron.

    Parameters
    ----------
    weights : array_like of shape (n_features + 1,)
    x : array_like of shape (n_samples, n_features)

    Returns
    -------
    ndarray of shape (n_samples,)
        From 0 to 1.

    Notes
    -----
    ``p_s = sigmoid(w · x_s + b)``.

    Examples
    --------
    >>> predict_probability([1.0, -1.0, 0.0], [[2.0, 2.0], [900.0, -900.0]])
    array([0.5, 1. ])
    """
    return sigmoid(logits(weights, x))


def cross_entropy_gradient(weights: ArrayLike, x: ArrayLike, y: ArrayLike) -> FloatArray:
    """Compute the gradient of the mean cross-entropy by all parameters.

    Parameters
    ----------
    weights : array_like of shape (n_features + 1,)
    x : array_like of shape (n_samples, n_features)
    y : array_like of shape (n_samples,)
        True classes, 0 or 1.

    Returns
    -------
    ndarray of shape (n_features + 1,)

    Notes
    -----
    ``∂L/∂w = (1/S) sum_s (p_s - y_s) x_s`` and ``∂L/∂b = (1/S) sum_s (p_s - y_s)``.

    Examples
    --------
    >>> cross_entropy_gradient([0.0, 0.0, 0.0], [[1.0, 2.0]], [1])
    array([-0.5, -1. , -0.5])
    """
    d_logit = cross_entropy_logit_gradient(y, predict_probability(weights, x))  # (S,)
    return np.append(d_logit @ np.asarray(x), d_logit.sum())  # (S,) @ (S, n_features)


def squared_error_gradient(weights: ArrayLike, x: ArrayLike, y: ArrayLike) -> FloatArray:
    """Compute the gradient of the mean squared error of the probabilities.

    Parameters and result are those of :func:`cross_entropy_gradient`.

    Notes
    -----
    ``∂MSE/∂w = (2/S) sum_s (p_s - y_s) p_s (1 - p_s) x_s``. The factor ``p (1 - p)`` is the
    slope of the sigmoid: nearly 0 for an example that is certain, right or wrong.
    """
    p = predict_probability(weights, x)
    d_logit = mean_squared_error_gradient(y, p) * sigmoid_derivative(p)  # (S,)
    return np.append(d_logit @ np.asarray(x), d_logit.sum())


def weights_from_line(angle: float, offset: float, steepness: float) -> FloatArray:
    """Return the parameters of a line in the plane, given by hand.

    Parameters
    ----------
    angle : float
        Direction φ from the line to the side of class 1, in degrees from the first axis.
    offset : float
        Distance d of the line from the origin, in that direction.
    steepness : float
        Length k of w: how fast the logit grows with the distance from the line.

    Returns
    -------
    ndarray of shape (3,)
        ``k cos φ, k sin φ, -k d``.

    Examples
    --------
    >>> weights_from_line(0.0, 0.5, 2.0)
    array([ 2.,  0., -1.])
    """
    direction = np.radians(check_number("angle", angle))
    check_number("steepness", steepness, above=0)
    return steepness * np.array([np.cos(direction), np.sin(direction), -offset])


def boundary_line(weights: ArrayLike, half_length: float = 10.0) -> FloatArray:
    """Return two points of the boundary, where both classes have probability 1/2.

    Parameters
    ----------
    weights : array_like of shape (3,)
        Two weights, not both 0, and a bias.
    half_length : float
        Distance of both from the boundary's point that is nearest to the origin.

    Returns
    -------
    ndarray of shape (2, 2)
        A row a point.

    Notes
    -----
    The boundary is where ``w · x + b = 0``. Its nearest point is ``-b w / (w · w)``;
    from there it goes both ways at a right angle to w.

    Examples
    --------
    >>> boundary_line([2.0, 0.0, -1.0], half_length=3.0)
    array([[ 0.5, -3. ],
           [ 0.5,  3. ]])
    """
    weights = check_array("weights", weights)
    if len(weights) != 3 or not weights[:2].any():
        raise ValueError(f"weights={weights}: expected two weights, not both 0, and a bias")
    length = np.hypot(*weights[:2])
    direction = weights[:2] / length
    nearest = -weights[2] / length * direction
    along = half_length * np.array([-direction[1], direction[0]])
    return np.array([nearest - along, nearest + along])


@dataclass(frozen=True)
class SGDResult:
    """What :func:`train_sgd` did.

    Attributes
    ----------
    history : ndarray of shape (n_steps + 1, n_features + 1)
        ``w^0, w^1, …, w^T``; NaN from the first step whose numbers are no longer finite.
    batches : list of ndarray of int
        Indices of the examples that each step used.
    step_losses : ndarray of shape (n_steps,)
        Loss of each step's batch, just before the step; infinite where the history is NaN.
    epoch_losses : ndarray of shape (n_epochs + 1,)
        Loss of all examples before the first epoch and after each; infinite likewise.
    """

    history: FloatArray
    batches: list[IntArray]
    step_losses: FloatArray
    epoch_losses: FloatArray


def train_sgd(
    weights: ArrayLike,
    x: ArrayLike,
    y: ArrayLike,
    learning_rate: float,
    batch_size: int,
    n_epochs: int,
    rng: np.random.Generator,
    loss: str = "cross_entropy",
) -> SGDResult:
    """Train by stochastic gradient descent: each step sees one batch.

    Parameters
    ----------
    weights : array_like of shape (n_features + 1,)
        Where to start; not changed.
    x : array_like of shape (n_samples, n_features)
    y : array_like of shape (n_samples,)
        True classes, 0 or 1.
    learning_rate : float
    batch_size : int
        From 1 to n_samples: with n_samples it is plain gradient descent.
    n_epochs : int
        How often each example is used.
    rng : numpy.random.Generator
        Deals the batches, anew in each epoch.
    loss : {"cross_entropy", "squared_error"}

    Returns
    -------
    SGDResult

    Notes
    -----
    ``w^{t+1} = w^t - α ∇L_B(w^t)``, with ``∇L_B`` the gradient on the batch.
    """
    (weights, x), y = _check(weights, x), check_array("y", y)
    check_same_length(x=x, y=y)
    check_number("learning_rate", learning_rate, above=0)
    check_integer("n_epochs", n_epochs, at_least=1)
    check_choice("loss", loss, ["cross_entropy", "squared_error"])
    batches = [b for _ in range(n_epochs) for b in minibatches(len(x), batch_size, rng)]
    order, sizes = np.concatenate(batches), np.array([len(batch) for batch in batches])
    starts = np.cumsum(sizes) - sizes
    rows = np.column_stack([x, np.ones(len(x))])  # (S, P): an input 1 carries the bias
    rows_dealt, y_dealt = rows[order], y[order]
    history = np.empty((len(batches) + 1, len(weights)))
    history[0] = weights
    # Steps too large for a float overflow, and stay so.
    with np.errstate(over="ignore", invalid="ignore"), one_thread():
        for step, part in enumerate(map(slice, starts, starts + sizes)):
            gradient = _gradient(history[step], rows_dealt[part], y_dealt[part], loss)
            history[step + 1] = history[step] - learning_rate * gradient
        history[~np.isfinite(history).all(axis=1)] = np.nan
        # The logits of each step's batch, and those of all examples around each epoch.
        in_batches = np.sum(rows_dealt * np.repeat(history[:-1], sizes, axis=0), axis=1)
        around_epochs = history[:: len(batches) // n_epochs] @ rows.T  # (n_epochs + 1, S)
    step_losses = np.add.reduceat(_losses(y_dealt, in_batches, loss), starts) / sizes
    epoch_losses = np.mean([_losses(y, z, loss) for z in around_epochs], axis=1)
    return SGDResult(history, batches, step_losses, epoch_losses)


def _gradient(weights: FloatArray, rows: FloatArray, y: FloatArray, loss: str) -> FloatArray:
    """Compute what the public gradients do, without their checks."""
    p = 0.5 + 0.5 * np.tanh(0.5 * (rows @ weights))  # the sigmoid, in one call
    d_logit = p - y
    if loss == "squared_error":
        d_logit *= 2.0 * p * (1.0 - p)
    return np.asarray(d_logit @ rows / len(y))


def _losses(y: FloatArray, z: FloatArray, loss: str) -> FloatArray:
    """Compute the loss of each example from its logit; infinite where that is not a number."""
    p = sigmoid(np.nan_to_num(z))
    each = cross_entropy_per_example(y, p) if loss == "cross_entropy" else (p - y) ** 2
    return np.where(np.isnan(z), np.inf, each)


def _check(weights: ArrayLike, x: ArrayLike) -> tuple[FloatArray, FloatArray]:
    weights, x = check_array("weights", weights), check_array("x", x, ndim=2)
    if len(weights) != x.shape[1] + 1:
        raise ValueError(
            f"weights has length {len(weights)}, x has {x.shape[1]} columns: "
            "expected one weight a column, and a bias"
        )
    return weights, x
