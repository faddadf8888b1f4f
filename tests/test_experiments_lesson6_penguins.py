"""The penguins that lesson 6 is about."""

import numpy as np

from lessonlib.datasets import load_penguins
from lessonlib.experiments import lesson6 as experiments


def test_two_species_are_complete_and_scaled_by_the_train_set():
    x, y, split = experiments.load_two_species()
    penguins = load_penguins()
    of_two = np.isin(penguins.species, experiments.SPECIES)
    missing = np.isnan(penguins.bill_length_mm) | np.isnan(penguins.body_mass_g)
    assert len(y) == (of_two & ~missing).sum() == 274
    assert (of_two & missing).sum() == 2
    assert y.sum() == (penguins.species == "Gentoo").sum() - 1
    np.testing.assert_allclose(x[split.train].mean(axis=0), 0.0, atol=1e-12)
    np.testing.assert_allclose(x[split.train].std(axis=0), 1.0, atol=1e-12)
    assert sorted(np.concatenate(split)) == list(range(274))


def test_subsets_are_those_of_the_split():
    x, y, split = experiments.load_two_species()
    for examples, part in (
        (experiments.train_set(), split.train),
        (experiments.validation_set(), split.validation),
    ):
        np.testing.assert_array_equal(examples.x, x[part])
        np.testing.assert_array_equal(examples.y, y[part])
