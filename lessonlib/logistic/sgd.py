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
    check_classes,
    check_integer,
    check_number,
    check_same_length,
)
from lessonlib.logistic.neuron import check_shapes
from lessonlib.losses import cross_entropy_per_example
from lessonlib.optimizers import minibatches
from lessonlib.threads import one_thread

_ONE = np.array(1.0)  # quicker than a Python float


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

    To take few calls of NumPy a step, each label is folded into its row ``x_s`` (with an input
    1 for the bias) before training: ``u_s = (1/2 - y_s) x_s``. Let ``m_s = w · u_s``; since
    ``1 - sigmoid(z) = sigmoid(-z)`` and ``2 sigmoid(z) = 1 + tanh(z/2)``, for both classes

    - ``(p_s - y_s) x_s = (1 + tanh m_s) u_s``: its share of the gradient of the cross-entropy;
    - ``2 p_s (1 - p_s) = (1 - tanh² m_s) / 2``: a factor more for the squared error.
    """
    (weights, x), y = check_shapes(weights, x), check_array("y", y)
    check_same_length(x=x, y=y)
    check_classes(y=y)
    check_number("learning_rate", learning_rate, above=0)
    check_integer("n_epochs", n_epochs, at_least=1)
    check_choice("loss", loss, ["cross_entropy", "squared_error"])
    batches = [b for _ in range(n_epochs) for b in minibatches(len(x), batch_size, rng)]
    order, sizes = np.concatenate(batches), np.array([len(batch) for batch in batches])
    rows, y_dealt = np.column_stack([x, np.ones(len(x))]), y[order]  # (S, P), (n_epochs S,)
    folded = (0.5 - y)[:, None] * rows
    history = np.empty((len(batches) + 1, len(weights)))
    history[0] = weights
    # Steps too large for a float overflow, and stay so.
    with np.errstate(over="ignore", invalid="ignore"), one_thread():
        margins = _descend(history, folded[order], sizes, learning_rate, loss)
        history[~np.isfinite(history).all(axis=1)] = np.nan
        margins[np.repeat(np.isnan(history[:-1, 0]), sizes)] = np.nan
        in_batches = margins / (0.5 - y_dealt)  # logits, as are those around the epochs
        around_epochs = rows @ history[:: len(batches) // n_epochs].T  # (S, n_epochs + 1)
    starts = np.cumsum(sizes) - sizes
    step_losses = np.add.reduceat(_losses(y_dealt, in_batches, loss), starts) / sizes
    of_all = _losses(np.repeat(y, n_epochs + 1), around_epochs.ravel(), loss)
    return SGDResult(history, batches, step_losses, of_all.reshape(len(x), -1).mean(axis=0))


def _descend(
    history: FloatArray, dealt: FloatArray, sizes: IntArray, learning_rate: float, loss: str
) -> FloatArray:
    """Fill the history, batch by batch; return the margin of each example as it was dealt."""
    margins = np.empty(len(dealt))
    pushes = np.repeat(learning_rate / sizes, sizes)[:, None] * dealt
    ends = np.cumsum(sizes).tolist()
    batches = map(slice, [0, *ends], ends)
    for here, there, batch in zip(history, history[1:], batches, strict=False):
        t = np.tanh(np.dot(dealt[batch], here, out=margins[batch]))
        weight = t + _ONE
        if loss == "squared_error":
            weight *= 0.5 * (1.0 - t * t)
        np.subtract(here, np.dot(weight, pushes[batch]), out=there)
    return margins


def _losses(y: FloatArray, z: FloatArray, loss: str) -> FloatArray:
    """Compute the loss of each example from its logit; infinite where that is not a number."""
    p = sigmoid(np.nan_to_num(z))
    each = cross_entropy_per_example(y, p) if loss == "cross_entropy" else (p - y) ** 2
    return np.where(np.isnan(z), np.inf, each)
