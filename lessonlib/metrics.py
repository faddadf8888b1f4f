"""Metrics: what tells people how good a network is. Any function may be one."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import (
    FloatArray,
    IntArray,
    check_array,
    check_arrays,
    check_classes,
    check_integer,
    check_number,
    check_same_length,
)


def tolerance_accuracy_score(y: ArrayLike, y_pred: ArrayLike, tolerance: float) -> float:
    """Compute the fraction of examples whose output is closer than ``tolerance`` to the target.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        Measured values.
    y_pred : array_like of shape (n_samples,)
        Outputs of the network.
    tolerance : float
        The allowed deviation ε, above 0.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        If lengths differ or ``tolerance <= 0``.

    Notes
    -----
    ``Acc_ε = (1/S) sum_s [|y_s - ỹ_s| < ε]``. A deviation of exactly ε is too large.

    Examples
    --------
    >>> tolerance_accuracy_score([1.0, 2.0, 3.0, 4.0], [1.0, 2.5, 3.1, 9.0], 0.5)
    0.5
    """
    y, y_pred = check_arrays(y=y, y_pred=y_pred)
    check_number("tolerance", tolerance, above=0)
    return float(np.mean(np.abs(y - y_pred) < tolerance))


def largest_error(y: ArrayLike, y_pred: ArrayLike) -> float:
    """Compute the largest deviation of an output from its target.

    Parameters
    ----------
    y, y_pred : array_like of shape (n_samples,)

    Returns
    -------
    float
        ``max_s |y_s - ỹ_s|``.

    Examples
    --------
    >>> largest_error([1.0, 2.0], [1.0, 4.0])
    2.0
    """
    y, y_pred = check_arrays(y=y, y_pred=y_pred)
    return float(np.max(np.abs(y - y_pred)))


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


class RocCurve(NamedTuple):
    """Points of a receiver operating characteristic, from (0, 0) to (1, 1).

    Attributes
    ----------
    false_positive_rate, true_positive_rate : ndarray of shape (n_thresholds,)
    thresholds : ndarray of shape (n_thresholds,)
        Falling; the first is infinity. An example is predicted positive if
        its score is at least the threshold.
    """

    false_positive_rate: FloatArray
    true_positive_rate: FloatArray
    thresholds: FloatArray


def roc_curve(y: ArrayLike, score: ArrayLike) -> RocCurve:
    """Compute both rates of positives at every threshold that makes a difference.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        True classes, 0 or 1; both must occur.
    score : array_like of shape (n_samples,)
        The higher, the more likely positive.

    Returns
    -------
    RocCurve

    Raises
    ------
    ValueError
        If lengths differ or only one class occurs.

    Notes
    -----
    Examples with the same score change sides together: one point for them all.

    Examples
    --------
    >>> roc_curve([0, 1, 1], [0.2, 0.2, 0.9]).true_positive_rate
    array([0. , 0.5, 1. ])
    """
    y, score = check_arrays(y=y, score=score)
    check_classes(y=y)
    _check_both(y)
    order = np.argsort(-score, kind="stable")
    falling, positive = score[order], y[order]
    last_of_its_score = np.append(np.flatnonzero(np.diff(falling)), len(y) - 1)
    true_positives = np.cumsum(positive)[last_of_its_score]
    false_positives = last_of_its_score + 1 - true_positives
    return RocCurve(
        np.append(0.0, false_positives / false_positives[-1]),
        np.append(0.0, true_positives / true_positives[-1]),
        np.append(np.inf, falling[last_of_its_score]),
    )


def roc_auc_score(y: ArrayLike, score: ArrayLike) -> float:
    """Compute the area under the ROC curve: the chance that a positive outranks a negative.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        True classes, 0 or 1; both must occur.
    score : array_like of shape (n_samples,)

    Returns
    -------
    float
        1 if every positive has a higher score than every negative, 0.5 for
        scores that know nothing. A tie counts half.

    Notes
    -----
    By ranking: the sum of the positives' ranks, less the least it could be,
    over the number of pairs of a positive and a negative.

    Examples
    --------
    >>> roc_auc_score([0, 0, 1, 1], [0.1, 0.4, 0.4, 0.8])
    0.875
    """
    y, score = check_arrays(y=y, score=score)
    check_classes(y=y)
    _check_both(y)
    _, group, counts = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[group]  # tied scores share their mean rank
    n_positive = y.sum()
    n_pairs = n_positive * (len(y) - n_positive)
    return float((rank[y == 1].sum() - n_positive * (n_positive + 1) / 2) / n_pairs)


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


def _check_both(y: FloatArray) -> None:
    if y.min() == y.max():
        raise ValueError(f"y holds only the class {y[0]:.0f}: expected both 0 and 1")
