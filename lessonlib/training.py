"""Training the 1-H-1 network: the textbook step, and a fast loop that agrees with it."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from threadpoolctl import ThreadpoolController

from lessonlib.arguments import (
    FloatArray,
    check_array,
    check_arrays,
    check_integer,
    check_number,
)
from lessonlib.networks import hidden_activations, mse_gradient, unpack

_HOPELESS = 1e6  # times the scale of the loss: from there gradient descent does not come back


_thread_pools = cache(ThreadpoolController)  # finding the pools takes milliseconds: once


def one_thread() -> AbstractContextManager[Any]:
    """Keep linear algebra to one thread: for nets as small as these, more only wait.

    Examples
    --------
    >>> with one_thread():
    ...     total = np.ones(3) @ np.ones(3)
    """
    limit: AbstractContextManager[Any] = _thread_pools().limit(limits=1)
    return limit


def gradient_descent_step(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike, learning_rate: float
) -> FloatArray:
    """Take one step down the mean squared error: the textbook's line.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
    x, y : array_like of shape (n_samples,)
    learning_rate : float

    Returns
    -------
    ndarray of shape (3 * H + 1,)

    Notes
    -----
    ``w^{t+1} = w^t - α ∇MSE(w^t)``.
    """
    check_number("learning_rate", learning_rate, above=0)
    return check_array("weights", weights) - learning_rate * mse_gradient(weights, x, y)


def divergence_bound(first_loss: float, y: FloatArray) -> float:
    """Return the loss above which training counts as diverged.

    Parameters
    ----------
    first_loss : float
        Mean squared error before the first step.
    y : ndarray of shape (n_samples,)

    Returns
    -------
    float
        A million times ``first_loss`` or the mean of ``y²``, whichever is larger.
    """
    return _HOPELESS * max(float(first_loss), float(np.mean(y**2)))


@dataclass(frozen=True)
class TrainingResult:
    """What :func:`train` did.

    Attributes
    ----------
    weights : ndarray of shape (3 * H + 1,)
        The parameters after the last step; if training diverged, the last
        ones whose loss was still within bounds.
    losses : ndarray of shape (n_steps + 1,)
        Mean squared error before the first step and after each; infinite
        from where training diverged.
    gradient_norms : ndarray of shape (n_steps,)
        Length of the gradient at each step; infinite likewise.
    diverged_at : int or None
        The first step after which the loss was out of bounds.
    """

    weights: FloatArray
    losses: FloatArray
    gradient_norms: FloatArray
    diverged_at: int | None

    @property
    def diverged(self) -> bool:
        """Whether the steps were too large."""
        return self.diverged_at is not None


def train(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike, learning_rate: float, n_steps: int
) -> TrainingResult:
    """Train by full-batch gradient descent, fast.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
        Where to start; not changed.
    x, y : array_like of shape (n_samples,)
    learning_rate : float
    n_steps : int

    Returns
    -------
    TrainingResult

    Raises
    ------
    ValueError
        If ``learning_rate <= 0``, ``n_steps < 1``, or shapes do not fit.

    Notes
    -----
    Each step is :func:`gradient_descent_step`; all arrays are made once. With
    ``A`` the activations (H, S) and ``r`` the residuals (S,), the sums over
    examples that the gradient needs are those of ``r A`` and ``r A²``, since
    ``A (1 - A) = A - A²``: one matrix product gives all of them.

    Training counts as diverged when the loss is not finite, or above a million
    times its first value and the mean of ``y²``.
    """
    weights, x, y = _check(weights, x, y)
    check_number("learning_rate", learning_rate, above=0)
    check_integer("n_steps", n_steps, at_least=1)
    losses = np.full(n_steps + 1, np.inf)
    norms = np.full(n_steps, np.inf)
    loop = _Loop(weights, x, y)
    # Numbers that overflow are the mark of divergence, and are told as such.
    with np.errstate(over="ignore", invalid="ignore"), one_thread():
        losses[0] = loop.loss()
        bound = divergence_bound(losses[0], y)
        if not np.isfinite(losses[0]):
            return TrainingResult(weights, losses, norms, 0)
        for step in range(n_steps):
            norms[step] = loop.step(learning_rate)
            losses[step + 1] = loop.loss()
            if not losses[step + 1] <= bound:
                losses[step + 1] = np.inf
                return TrainingResult(loop.previous_weights(), losses, norms, step + 1)
    return TrainingResult(loop.weights(), losses, norms, None)


class _Loop:
    """The arrays of the fast loop, made once. Shapes: H units, S examples."""

    def __init__(self, weights: FloatArray, x: FloatArray, y: FloatArray) -> None:
        w, b, v, c = unpack(weights)
        n_hidden, n_samples = len(w), len(x)
        self.hidden = np.stack([w, b], axis=1)  # (H, 2), rows (w_h, b_h)
        self.output = np.concatenate([v, [c, -1.0]])  # (H + 2,), the -1 belongs to y
        self.inputs = np.stack([-x, -np.ones(n_samples)])  # (2, S), so that A = 1 / (1 + exp(W X))
        # Rows: activations, ones, targets, squared activations.
        self.rows = np.empty((2 * n_hidden + 2, n_samples))
        self.rows[n_hidden], self.rows[n_hidden + 1] = 1.0, y
        self.activations = self.rows[:n_hidden]
        self.squares = self.rows[n_hidden + 2 :]
        self.seen_by_output = self.rows[: n_hidden + 2]
        self.residuals = np.empty((2, n_samples))  # r x and r
        self.x, self.factor = x, 2.0 / n_samples
        self.sums = np.empty((2 * n_hidden + 2, 2))
        self.before = (self.hidden.copy(), self.output.copy())
        self.one = np.array(1.0)

    def loss(self) -> float:
        """Run the network forwards and return the mean squared error."""
        a, r = self.activations, self.residuals[1]
        np.dot(self.hidden, self.inputs, out=a)
        np.exp(a, out=a)
        a += self.one
        np.divide(self.one, a, out=a)
        np.dot(self.output, self.seen_by_output, out=r)
        return float(r @ r) / len(r)

    def step(self, learning_rate: float) -> float:
        """Go one step down from the last :meth:`loss`; return the gradient's length."""
        n_hidden = len(self.hidden)
        np.multiply(self.residuals[1], self.x, out=self.residuals[0])
        np.multiply(self.activations, self.activations, out=self.squares)
        np.dot(self.rows, self.residuals.T, out=self.sums)
        self.sums *= self.factor
        d_hidden = self.sums[:n_hidden] - self.sums[n_hidden + 2 :]  # (H, 2)
        d_hidden *= self.output[:n_hidden, None]
        d_output = self.sums[: n_hidden + 1, 1]  # (H + 1,)
        self.before[0][:], self.before[1][:] = self.hidden, self.output
        self.hidden -= learning_rate * d_hidden
        self.output[:-1] -= learning_rate * d_output
        return float(np.sqrt(np.vdot(d_hidden, d_hidden) + d_output @ d_output))

    def weights(self) -> FloatArray:
        return np.concatenate([*self.hidden.T, self.output[:-1]])

    def previous_weights(self) -> FloatArray:
        hidden, output = self.before
        return np.concatenate([*hidden.T, output[:-1]])


def fit_output_layer(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike, cutoff: float = 1e-3
) -> FloatArray:
    """Keep the hidden units; find the best heights and output bias at once.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
        The hidden layer is used, the output layer replaced.
    x, y : array_like of shape (n_samples,)
    cutoff : float
        Directions of the heights that the data determine this much worse than
        the best one are left at zero, which keeps the heights small.

    Returns
    -------
    ndarray of shape (3 * H + 1,)

    Notes
    -----
    The output is linear in its heights, so the least mean squared error is a
    linear least-squares problem, solved by singular values.
    """
    weights, x, y = _check(weights, x, y)
    check_number("cutoff", cutoff, at_least=0, at_most=1)
    w, b, _, _ = unpack(weights)
    columns = np.column_stack([hidden_activations(weights, x), np.ones(len(x))])  # (S, H + 1)
    solution = np.linalg.lstsq(columns, y, rcond=cutoff)[0]
    return np.concatenate([w, b, solution])


def _check(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike
) -> tuple[FloatArray, FloatArray, FloatArray]:
    x, y = check_arrays(x=x, y=y)
    return check_array("weights", weights), x, y
