"""Losses: what training makes small. Each with its gradient."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray, check_arrays, check_classes

_SMALLEST_PROBABILITY = 1e-15  # its logarithm is finite


def mean_squared_error(y: ArrayLike, y_pred: ArrayLike) -> float:
    """Compute the mean squared error.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        Measured values.
    y_pred : array_like of shape (n_samples,)
        Outputs of the network.

    Returns
    -------
    float

    Notes
    -----
    ``(1/S) sum_s (ỹ_s - y_s)²``.

    Examples
    --------
    >>> mean_squared_error([1.0, 2.0], [1.0, 4.0])
    2.0
    """
    y, y_pred = check_arrays(y=y, y_pred=y_pred)
    return float(np.mean((y_pred - y) ** 2))


def mean_squared_error_gradient(y: ArrayLike, y_pred: ArrayLike) -> FloatArray:
    """Compute the derivative of the mean squared error by each output.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        Measured values.
    y_pred : array_like of shape (n_samples,)
        Outputs of the network.

    Returns
    -------
    ndarray of shape (n_samples,)

    Notes
    -----
    ``∂MSE/∂ỹ_s = -(2/S) (y_s - ỹ_s)``.

    Examples
    --------
    >>> mean_squared_error_gradient([1.0, 2.0], [1.0, 4.0])
    array([-0.,  2.])
    """
    y, y_pred = check_arrays(y=y, y_pred=y_pred)
    return -2.0 / len(y) * (y - y_pred)


def cross_entropy_per_example(y: ArrayLike, probability: ArrayLike) -> FloatArray:
    """Compute how surprised each example is: ``-log`` of the probability given to its true class.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        True classes, 0 or 1.
    probability : array_like of shape (n_samples,)
        Predicted probability of class 1, from 0 to 1.

    Returns
    -------
    ndarray of shape (n_samples,)
        From 0 (certain and right) to about 34.5 (certain and wrong).

    Raises
    ------
    ValueError
        If lengths differ, a class is neither 0 nor 1, or a probability is not
        from 0 to 1.

    Notes
    -----
    ``-(y_s log p_s + (1 - y_s) log(1 - p_s))``. Of the two terms one is always
    zero, so only ``q_s``, the probability of the true class, matters: ``-log q_s``. At
    ``q_s = 0`` that is infinite; ``q_s`` counts as at least 1e-15, the size
    of a rounding error, so that the loss stays a number.

    Examples
    --------
    >>> cross_entropy_per_example([1, 0, 0], [0.5, 0.5, 0.0])
    array([0.69314718, 0.69314718, 0.        ])
    """
    y, probability = _check_classes_and_probabilities(y, probability)
    of_true_class = np.where(y == 1, probability, 1.0 - probability)
    return -np.log(np.maximum(of_true_class, _SMALLEST_PROBABILITY)) + 0.0  # not -0


def cross_entropy_loss(y: ArrayLike, probability: ArrayLike) -> float:
    """Compute the mean cross-entropy of two classes.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        True classes, 0 or 1.
    probability : array_like of shape (n_samples,)
        Predicted probability of class 1, from 0 to 1; exactly 0 and 1 are allowed.

    Returns
    -------
    float

    Notes
    -----
    ``-(1/S) sum_s (y_s log p_s + (1 - y_s) log(1 - p_s))``, see
    :func:`cross_entropy_per_example`.

    Examples
    --------
    >>> round(cross_entropy_loss([0, 1], [0.5, 0.5]), 4)
    0.6931
    >>> cross_entropy_loss([0, 1], [0.0, 1.0])
    0.0
    """
    return float(np.mean(cross_entropy_per_example(y, probability)))


def cross_entropy_logit_gradient(y: ArrayLike, probability: ArrayLike) -> FloatArray:
    """Compute the derivative of the mean cross-entropy by each logit.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        True classes, 0 or 1.
    probability : array_like of shape (n_samples,)
        ``p_s = sigmoid(z_s)``, where ``z_s`` is the logit.

    Returns
    -------
    ndarray of shape (n_samples,)

    Notes
    -----
    ``∂L/∂z_s = (1/S) (p_s - y_s)``. The slope ``p_s (1 - p_s)`` of the sigmoid cancels
    against the ``1 / (p_s (1 - p_s))`` of the logarithms: nothing is divided, and
    an example that is certain and wrong still gets a full-sized push.

    Examples
    --------
    >>> cross_entropy_logit_gradient([1, 0], [0.0, 0.5])
    array([-0.5 ,  0.25])
    """
    y, probability = _check_classes_and_probabilities(y, probability)
    return (probability - y) / len(y)


def _check_classes_and_probabilities(
    y: ArrayLike, probability: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    y, probability = check_arrays(y=y, probability=probability)
    check_classes(y=y)
    if probability.min() < 0 or probability.max() > 1:
        raise ValueError("probability holds numbers outside of 0 to 1")
    return y, probability
