"""Metrics of a score: whether the positives rank above the negatives."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray, check_arrays, check_classes


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


def _check_both(y: FloatArray) -> None:
    if y.min() == y.max():
        raise ValueError(f"y holds only the class {y[0]:.0f}: expected both 0 and 1")
