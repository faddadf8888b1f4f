"""Baselines: what a network has to beat to be worth its trouble."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessonlib.arguments import FloatArray, check_array


@dataclass(frozen=True)
class GroupMeans:
    """Predict the mean of the group that an example is in, such as its month.

    Attributes
    ----------
    groups : ndarray of shape (n_groups,)
        The groups of the train set, sorted.
    means : ndarray of shape (n_groups,)
        The mean measured value in each.

    Examples
    --------
    >>> baseline = GroupMeans.fit(["May", "May", "June"], [10.0, 14.0, 20.0])
    >>> baseline.predict(["June", "May"])
    array([20., 12.])
    """

    groups: NDArray[np.generic]
    means: FloatArray

    @classmethod
    def fit(cls, groups: ArrayLike, y: ArrayLike) -> Self:
        """Measure the mean of each group.

        Parameters
        ----------
        groups : array_like of shape (n_samples,)
            The group of each example of the train set.
        y : array_like of shape (n_samples,)
            Its measured value.

        Raises
        ------
        ValueError
            If lengths differ.
        """
        y = check_array("y", y)
        groups = np.asarray(groups)
        if groups.shape != y.shape:
            raise ValueError(
                f"groups has shape {groups.shape}, y has {y.shape}: expected one group an example"
            )
        names, places, counts = np.unique(groups, return_inverse=True, return_counts=True)
        return cls(names, np.bincount(places, weights=y) / counts)

    def predict(self, groups: ArrayLike) -> FloatArray:
        """Return the mean of each example's group.

        Parameters
        ----------
        groups : array_like of shape (n_samples,)

        Returns
        -------
        ndarray of shape (n_samples,)

        Raises
        ------
        ValueError
            If a group did not occur in the train set.
        """
        asked = np.asarray(groups)
        unknown = np.setdiff1d(asked, self.groups)
        if unknown.size:
            raise ValueError(
                f"groups holds {unknown.tolist()[0]!r}, which the train set did not have"
            )
        return self.means[np.searchsorted(self.groups, asked)]
