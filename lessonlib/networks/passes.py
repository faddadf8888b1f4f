"""The pass forwards through the network, and the one back."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.arguments import FloatArray, check_array, check_arrays
from lessonlib.losses import mean_squared_error_gradient
from lessonlib.networks.parameters import unpack


def hidden_activations(weights: ArrayLike, x: ArrayLike) -> FloatArray:
    """Compute what each hidden unit answers to each input.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
    x : array_like of shape (n_samples,)

    Returns
    -------
    ndarray of shape (n_samples, H)

    Notes
    -----
    ``a_sh = sigmoid(w_h x_s + b_h)``.
    """
    w, b, _, _ = unpack(weights)
    return sigmoid(np.outer(check_array("x", x), w) + b)  # (S, H)


def contributions(weights: ArrayLike, x: ArrayLike) -> FloatArray:
    """Compute what each hidden unit adds to the output.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
    x : array_like of shape (n_samples,)

    Returns
    -------
    ndarray of shape (n_samples, H)
        The output is the sum over the second axis, plus the output bias.
    """
    return hidden_activations(weights, x) * unpack(weights).output_weights


def forward(weights: ArrayLike, x: ArrayLike) -> FloatArray:
    """Compute the output of the network.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
    x : array_like of shape (n_samples,)

    Returns
    -------
    ndarray of shape (n_samples,)

    Notes
    -----
    ``ỹ(x) = c + sum_h v_h sigmoid(w_h x + b_h)``.

    Examples
    --------
    >>> forward([1.0, 0.0, 2.0, 0.5], [0.0])
    array([1.5])
    """
    _, _, v, c = unpack(weights)
    return hidden_activations(weights, x) @ v + c  # (S, H) @ (H,) -> (S,)


def mse_gradient(weights: ArrayLike, x: ArrayLike, y: ArrayLike) -> FloatArray:
    """Compute the gradient of the mean squared error by all parameters.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
    x, y : array_like of shape (n_samples,)

    Returns
    -------
    ndarray of shape (3 * H + 1,)

    Notes
    -----
    Backpropagation: the derivative by the output, ``-(2/S)(y_s - ỹ_s)``, goes
    back through each unit's height and the slope of its sigmoid.
    """
    x, y = check_arrays(x=x, y=y)
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)  # (S, H)
    d_output = mean_squared_error_gradient(y, a @ v + c)  # (S,)
    d_hidden = np.outer(d_output, v) * sigmoid_derivative(a)  # (S, H)
    return np.concatenate([x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, [d_output.sum()]])
