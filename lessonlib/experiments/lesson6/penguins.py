"""The penguins of lesson 6: two species, two measurements."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.datasets import load_penguins
from lessonlib.splitting import Split, Standardizer, split_indices

SPECIES = ("Adelie", "Gentoo")  # class 0 and class 1
BY_HAND = (40.0, 0.2, 3.0)  # angle in degrees, offset and steepness of a fair line
WRONG_WAY = (-140.0, 0.0, 1.0)  # of one with the species the wrong way round


class TwoSpecies(NamedTuple):
    """The penguins of lesson 6.

    Attributes
    ----------
    x : ndarray of shape (n_samples, 2)
        Bill length and body mass, standardised with the train set's statistics.
    y : ndarray of int of shape (n_samples,)
        0 for Adelie, 1 for Gentoo.
    split : Split
    """

    x: FloatArray
    y: IntArray
    split: Split


class Examples(NamedTuple):
    """The examples of one subset.

    Attributes
    ----------
    x : ndarray of shape (n_examples, 2)
        Standardised.
    y : ndarray of int of shape (n_examples,)
        Classes, 0 or 1.
    """

    x: FloatArray
    y: IntArray


@cache
def load_two_species() -> TwoSpecies:
    """Take Adelie and Gentoo penguins with both measurements known, split and scaled."""
    penguins = load_penguins()
    x = np.column_stack([penguins.bill_length_mm, penguins.body_mass_g])
    keep = np.isin(penguins.species, SPECIES) & np.isfinite(x).all(axis=1)
    x, y = x[keep], (penguins.species[keep] == SPECIES[1]).astype(int)
    split = split_indices(len(y), rng=np.random.default_rng(0))
    return TwoSpecies(Standardizer.fit(x[split.train]).transform(x), y, split)


def train_set() -> Examples:
    """Return the penguins that train."""
    x, y, split = load_two_species()
    return Examples(x[split.train], y[split.train])


def validation_set() -> Examples:
    """Return the penguins to choose by."""
    x, y, split = load_two_species()
    return Examples(x[split.validation], y[split.validation])
