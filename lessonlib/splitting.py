"""Splitting a dataset into train, validation and test, and scaling it without cheating."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessonlib.arguments import (
    FloatArray,
    IntArray,
    check_array,
    check_integer,
    check_rng,
    check_same_length,
)


class Split(NamedTuple):
    """Indices of the examples of each subset.

    Attributes
    ----------
    train, validation, test : ndarray of int, one-dimensional
    """

    train: IntArray
    validation: IntArray
    test: IntArray


SUBSETS = Split._fields


def split_indices(
    n_samples: int,
    fractions: tuple[float, float, float] = (0.6, 0.2, 0.2),
    *,
    rng: np.random.Generator,
    shuffle: bool = True,
) -> Split:
    """Split ``n_samples`` examples in three: disjoint, and together all of them.

    Parameters
    ----------
    n_samples : int
        How many examples there are.
    fractions : (float, float, float)
        Shares of train, validation and test; they sum to 1.
    rng : numpy.random.Generator
        Shuffles the examples.
    shuffle : bool
        False keeps the order, which is a mistake for sorted data.

    Returns
    -------
    Split

    Raises
    ------
    ValueError
        If the fractions are not shares that sum to 1, or a subset would be empty.

    Examples
    --------
    >>> split = split_indices(10, rng=np.random.default_rng(0))
    >>> [len(part) for part in split]
    [6, 2, 2]
    """
    check_integer("n_samples", n_samples, at_least=3)
    check_rng("rng", rng)
    shares = check_array("fractions", fractions)
    if len(shares) != 3 or shares.min() < 0 or abs(shares.sum() - 1.0) > 1e-9:
        raise ValueError(
            f"fractions={tuple(fractions)!r}: expected three shares, none negative, that sum to 1"
        )
    # Rounding the borders, not the sizes, leaves no example over.
    first, second = np.rint(np.cumsum(shares[:2]) * n_samples).astype(int)
    order = rng.permutation(n_samples) if shuffle else np.arange(n_samples)
    split = Split(order[:first], order[first:second], order[second:])
    for name, part in zip(split._fields, split, strict=True):
        if len(part) == 0:
            raise ValueError(
                f"fractions={tuple(fractions)!r} of n_samples={n_samples} leave {name} empty: "
                "expected at least one example in each subset"
            )
    return split


def split_by_group(
    groups: ArrayLike, *, validation: Collection[Any], test: Collection[Any]
) -> Split:
    """Split so that no group, such as a year or a patient, is in two subsets.

    Parameters
    ----------
    groups : array_like of shape (n_samples,)
        The group of each example.
    validation, test : collection
        The groups of these subsets; all others train.

    Returns
    -------
    Split

    Raises
    ------
    ValueError
        If a group does not occur, is asked for twice, or none is left to train.

    Examples
    --------
    >>> split_by_group([2012, 2013, 2014, 2013], validation=[2014], test=[2012]).train
    array([1, 3])
    """
    groups = np.asarray(groups)
    if groups.ndim != 1 or groups.size == 0:
        raise ValueError(f"groups has shape {groups.shape}: expected one group an example")
    both = set(validation) & set(test)
    if both:
        raise ValueError(f"{sorted(both)} in validation and in test: expected each group once")
    for name, wanted in (("validation", validation), ("test", test)):
        absent = sorted(set(wanted) - set(groups.tolist()))
        if absent or not wanted:
            raise ValueError(f"{name}={list(wanted)!r}: expected some of {np.unique(groups)}")
    in_validation, in_test = np.isin(groups, list(validation)), np.isin(groups, list(test))
    train = np.flatnonzero(~in_validation & ~in_test)
    if train.size == 0:
        raise ValueError("validation and test take all groups: expected one that is left to train")
    return Split(train, np.flatnonzero(in_validation), np.flatnonzero(in_test))


@dataclass(frozen=True)
class Standardizer:
    """Subtract a mean and divide by a standard deviation, both of the train set.

    Attributes
    ----------
    mean, std : ndarray
        One number, or one a column.

    Examples
    --------
    >>> scaler = Standardizer.fit([1.0, 3.0])
    >>> scaler.transform([1.0, 2.0, 5.0])
    array([-1.,  0.,  3.])
    """

    mean: FloatArray
    std: FloatArray

    @classmethod
    def fit(cls, x: ArrayLike) -> Self:
        """Measure mean and standard deviation.

        Parameters
        ----------
        x : array_like of shape (n_samples,) or (n_samples, n_features)
            The train set, and nothing else.

        Raises
        ------
        ValueError
            If a column is constant: it cannot be scaled.
        """
        x = check_array("x", x, ndim=None)
        if x.ndim not in (1, 2):
            raise ValueError(f"x has shape {x.shape}: expected 1 or 2 dimensions")
        # Not std == 0: the rounded mean of equal numbers may leave a tiny spread.
        if np.any(x.min(axis=0) == x.max(axis=0)):
            raise ValueError("x has a constant column: expected values that vary")
        return cls(x.mean(axis=0), x.std(axis=0))

    def transform(self, x: ArrayLike) -> FloatArray:
        """Return ``(x - mean) / std``, in the shape of ``x``."""
        return (self._check("x", x) - self.mean) / self.std

    def inverse_transform(self, z: ArrayLike) -> FloatArray:
        """Return the values that were scaled to ``z``."""
        return self._check("z", z) * self.std + self.mean

    def _check(self, name: str, value: ArrayLike) -> FloatArray:
        array = check_array(name, value, ndim=None)
        # Only a scaler of one number may take any shape: columns must not be mixed up.
        columns = np.shape(self.mean)
        if columns and array.shape[-1:] != columns:
            raise ValueError(f"{name} has shape {array.shape}: expected {columns[0]} columns")
        return array


def shuffle_together(
    x: ArrayLike, y: ArrayLike, rng: np.random.Generator
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Put the examples in a new order, each ``x`` still beside its ``y``.

    Parameters
    ----------
    x, y : array_like of shape (n_samples, ...)
    rng : numpy.random.Generator

    Returns
    -------
    x, y : ndarray
        Copies in the same random order.

    Examples
    --------
    >>> x, y = shuffle_together([1, 2, 3], [10, 20, 30], np.random.default_rng(0))
    >>> bool((y == 10 * x).all())
    True
    """
    x, y = np.asarray(x), np.asarray(y)
    check_same_length(x=x, y=y)
    order = check_rng("rng", rng).permutation(len(x))
    return x[order], y[order]


def shared_groups(groups: ArrayLike, train: ArrayLike, test: ArrayLike) -> NDArray[Any]:
    """Find the groups that are both in train and in test: through them the answer leaks.

    Parameters
    ----------
    groups : array_like of shape (n_samples,)
        The group of each example.
    train, test : array_like of int
        Indices of the examples of each subset.

    Returns
    -------
    ndarray
        Each such group once, in ascending order.

    Examples
    --------
    >>> shared_groups([2012, 2012, 2013], train=[0], test=[1, 2])
    array([2012])
    """
    groups = np.asarray(groups)
    return np.intersect1d(groups[np.asarray(train)], groups[np.asarray(test)])
