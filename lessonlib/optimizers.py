"""Gradient descent on any function, one step after the other, and batches for it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import (
    FloatArray,
    IntArray,
    check_array,
    check_integer,
    check_number,
    check_rng,
)


def gradient_descent(
    gradient: Callable[[FloatArray], FloatArray],
    weights: ArrayLike,
    learning_rate: float,
    n_steps: int,
    callback: Callable[[int, FloatArray], object] | None = None,
) -> FloatArray:
    """Go downhill and keep every step.

    Parameters
    ----------
    gradient : callable
        Takes an ndarray of shape (n_parameters,), returns one of the same shape.
    weights : array_like of shape (n_parameters,)
        Where to start, ``w^0``; not changed.
    learning_rate : float
        Step size α.
    n_steps : int
        How many steps, T.
    callback : callable, optional
        Called as ``callback(step, weights)`` after each step, so that a
        picture or a progress bar can watch.

    Returns
    -------
    ndarray of shape (n_steps + 1, n_parameters)
        ``w^0, w^1, …, w^T``. From the first step whose numbers are no longer
        finite, the rest is NaN.

    Raises
    ------
    ValueError
        If ``learning_rate <= 0`` or ``n_steps < 1``.

    Notes
    -----
    ``w^{t+1} = w^t - α ∇f(w^t)``.

    Examples
    --------
    >>> gradient_descent(lambda w: 2 * w, [1.0], learning_rate=0.25, n_steps=2).ravel()
    array([1.  , 0.5 , 0.25])
    """
    weights = check_array("weights", weights)
    check_number("learning_rate", learning_rate, above=0)
    check_integer("n_steps", n_steps, at_least=1)
    history = np.full((n_steps + 1, len(weights)), np.nan)
    history[0] = weights
    # A step that is too large ends in overflow, and the history says so.
    with np.errstate(all="ignore"):
        for step in range(1, n_steps + 1):
            # A copy, so that a gradient that works in place cannot change the history.
            following = history[step - 1] - learning_rate * gradient(history[step - 1].copy())
            if not np.isfinite(following).all():
                break
            history[step] = following
            if callback is not None:
                callback(step, following)
    return history


def largest_stable_learning_rate(hessian: ArrayLike) -> float:
    """Return the learning rate from which gradient descent diverges on a quadratic.

    Parameters
    ----------
    hessian : array_like of shape (n_parameters, n_parameters)
        Second derivatives: symmetric, all eigenvalues above 0.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the matrix is not square, not symmetric or not positive definite.

    Notes
    -----
    Along an eigenvector with eigenvalue λ each step multiplies the distance
    to the minimum by ``1 - α λ``. It shrinks as long as ``|1 - α λ| < 1`` for the
    largest λ, so for ``α < 2 / λ_max``.

    Examples
    --------
    >>> largest_stable_learning_rate([[4.0, 0.0], [0.0, 1.0]])
    0.5
    """
    matrix = check_array("hessian", hessian, ndim=2)
    if matrix.shape[0] != matrix.shape[1] or not np.allclose(matrix, matrix.T):
        raise ValueError(f"hessian has shape {matrix.shape}: expected a symmetric matrix")
    eigenvalues = np.linalg.eigvalsh(matrix)
    if eigenvalues[0] <= 0:
        raise ValueError(
            f"hessian has the eigenvalue {eigenvalues[0]:g}: expected all of them above 0"
        )
    return float(2.0 / eigenvalues[-1])


def minibatches(n_samples: int, batch_size: int, rng: np.random.Generator) -> list[IntArray]:
    """Deal all examples into batches: one epoch of stochastic gradient descent.

    Parameters
    ----------
    n_samples : int
    batch_size : int
        Examples in each batch; the last one gets what is left over.
    rng : numpy.random.Generator
        Shuffles. Call again with the same generator for the next epoch: it
        deals anew.

    Returns
    -------
    list of ndarray of int
        Indices of the examples in each batch. Each example is in exactly one.

    Raises
    ------
    ValueError
        If ``batch_size`` is not from 1 to ``n_samples``.

    Examples
    --------
    >>> batches = minibatches(5, 2, np.random.default_rng(0))
    >>> [len(batch) for batch in batches], sorted(np.concatenate(batches).tolist())
    ([2, 2, 1], [0, 1, 2, 3, 4])
    """
    check_integer("n_samples", n_samples, at_least=1)
    check_integer("batch_size", batch_size, at_least=1, at_most=n_samples)
    order = check_rng("rng", rng).permutation(n_samples)
    return [order[first : first + batch_size] for first in range(0, n_samples, batch_size)]
