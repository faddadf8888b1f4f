"""The neuron: its output, and the gradients of two losses."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.arguments import FloatArray, check_array
from lessonlib.losses import cross_entropy_logit_gradient, mean_squared_error_gradient


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
    weights, x = check_shapes(weights, x)
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


def check_shapes(weights: ArrayLike, x: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return both as arrays; raise ``ValueError`` unless there is a weight a column, and a bias."""
    weights, x = check_array("weights", weights), check_array("x", x, ndim=2)
    if len(weights) != x.shape[1] + 1:
        raise ValueError(
            f"weights has length {len(weights)}, x has {x.shape[1]} columns: "
            "expected one weight a column, and a bias"
        )
    return weights, x
