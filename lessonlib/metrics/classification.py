"""Metrics of a class that was predicted: which examples got the wrong one."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import (
    IntArray,
    check_array,
    check_arrays,
    check_classes,
    check_integer,
    check_same_length,
)


def confusion_matrix(y: ArrayLike, y_class: ArrayLike) -> IntArray:
    """Count the examples by true and predicted class.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        True classes, 0 or 1.
    y_class : array_like of shape (n_samples,)
        Predicted classes, 0 or 1.

    Returns
    -------
    ndarray of shape (2, 2)
        Rows are the truth, columns the prediction:
        ``[[true negatives, false positives], [false negatives, true positives]]``.

    Raises
    ------
    ValueError
        If lengths differ or a class is neither 0 nor 1.

    Examples
    --------
    >>> confusion_matrix([0, 0, 1, 1, 1], [0, 1, 0, 1, 1])
    array([[1, 1],
           [1, 2]])
    """
    y, y_class = check_arrays(y=y, y_class=y_class)
    check_classes(y=y, y_class=y_class)
    cells = (2 * y + y_class).astype(np.int64)
    return np.bincount(cells, minlength=4).reshape(2, 2)


def precision_score(y: ArrayLike, y_class: ArrayLike) -> float:
    """Compute the fraction of predicted positives that are positive.

    Parameters
    ----------
    y, y_class : array_like of shape (n_samples,)
        True and predicted classes, 0 or 1.

    Returns
    -------
    float
        ``TP / (TP + FP)``; 0 if nothing was predicted positive.

    Examples
    --------
    >>> precision_score([0, 1, 1, 1], [1, 1, 0, 0])
    0.5
    """
    (_, false_positives), (_, true_positives) = confusion_matrix(y, y_class)
    return float(true_positives / max(true_positives + false_positives, 1))


def recall_score(y: ArrayLike, y_class: ArrayLike) -> float:
    """Compute the fraction of positives that were predicted positive.

    Parameters
    ----------
    y, y_class : array_like of shape (n_samples,)
        True and predicted classes, 0 or 1.

    Returns
    -------
    float
        ``TP / (TP + FN)``; 0 if there are no positives.

    Examples
    --------
    >>> recall_score([0, 1, 1, 1, 1], [1, 1, 0, 0, 0])
    0.25
    """
    _, (false_negatives, true_positives) = confusion_matrix(y, y_class)
    return float(true_positives / max(true_positives + false_negatives, 1))


def top_n_accuracy_score(y: ArrayLike, scores: ArrayLike, n: int) -> float:
    """Compute the fraction of examples whose true class is among the ``n`` highest scores.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        True classes, from 0 to n_classes - 1.
    scores : array_like of shape (n_samples, n_classes)
    n : int

    Returns
    -------
    float
        A tie goes to the class with the higher number.

    Raises
    ------
    ValueError
        If lengths differ, a class is out of range, or ``n`` is not from 1 to
        n_classes.

    Examples
    --------
    >>> top_n_accuracy_score([0, 2], [[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]], 1)
    0.5
    """
    y, scores = check_array("y", y), check_array("scores", scores, ndim=2)
    check_same_length(y=y, scores=scores)
    n_classes = scores.shape[1]
    check_integer("n", n, at_least=1, at_most=n_classes)
    if not np.isin(y, np.arange(n_classes)).all():
        raise ValueError(f"y holds other classes than 0 to {n_classes - 1}, the columns of scores")
    best = np.argsort(scores, axis=1, kind="stable")[:, -n:]
    return float(np.mean((best == y[:, None]).any(axis=1)))
