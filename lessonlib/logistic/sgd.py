"""The neuron learns: stochastic gradient descent."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid
from lessonlib.arguments import (
    FloatArray,
    IntArray,
    check_array,
    check_choice,
    check_integer,
    check_number,
    check_same_length,
)
from lessonlib.logistic.neuron import check_shapes
from lessonlib.losses import cross_entropy_per_example
from lessonlib.optimizers import minibatches
from lessonlib.threads import one_thread


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
    (weights, x), y = check_shapes(weights, x), check_array("y", y)
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
