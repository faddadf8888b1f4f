"""Splits and scaling."""

import numpy as np
import pytest

from lessonlib.splitting import Standardizer, split_by_group, split_indices


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("n_samples", [7, 10, 99, 1461])
@pytest.mark.parametrize("fractions", [(0.6, 0.2, 0.2), (0.34, 0.33, 0.33), (0.5, 0.25, 0.25)])
def test_split_is_disjoint_and_covers_all(n_samples, fractions):
    split = split_indices(n_samples, fractions, rng=rng())
    assert sorted(np.concatenate(split)) == list(range(n_samples))
    for part, share in zip(split, fractions, strict=True):
        assert abs(len(part) - share * n_samples) < 1


def test_shuffling_is_the_default_and_follows_the_seed():
    first, again, other = (split_indices(50, rng=rng(seed)).train for seed in (0, 0, 1))
    np.testing.assert_array_equal(first, again)
    assert first.tolist() != other.tolist()
    assert first.tolist() != sorted(first)


def test_without_shuffling_the_order_stays():
    split = split_indices(10, rng=rng(), shuffle=False)
    assert np.concatenate(split).tolist() == list(range(10))


@pytest.mark.parametrize(
    ("fractions", "message"),
    [
        ((0.6, 0.2, 0.3), "expected three shares, none negative, that sum to 1"),
        ((0.8, 0.2), "expected three shares"),
        ((1.2, -0.1, -0.1), "none negative"),
        ((1.0, 0.0, 0.0), "leave validation empty"),
        ((0.8, 0.2, 0.0), "leave test empty"),
    ],
)
def test_bad_fractions_are_named(fractions, message):
    with pytest.raises(ValueError, match=message):
        split_indices(10, fractions, rng=rng())


def test_bad_arguments_are_named():
    with pytest.raises(ValueError, match="n_samples=2: expected a whole number of at least 3"):
        split_indices(2, rng=rng())
    with pytest.raises(TypeError, match="n_samples=10.0: expected a whole number"):
        split_indices(10.0, rng=rng())
    with pytest.raises(TypeError, match=r"rng=0: expected np.random.default_rng"):
        split_indices(10, rng=0)


def test_groups_stay_together():
    years = np.repeat([2012, 2013, 2014, 2015], 5)
    split = split_by_group(years, validation=[2014], test=[2015])
    assert [set(years[part]) for part in split] == [{2012, 2013}, {2014}, {2015}]
    assert sum(map(len, split)) == 20


@pytest.mark.parametrize(
    ("validation", "test", "message"),
    [
        ([2012], [2012], "in validation and in test"),
        ([1999], [2012], r"validation=\[1999\]: expected some of"),
        ([2012], [], r"test=\[\]: expected some of"),
        ([2012], [2013], "expected one that is left to train"),
    ],
)
def test_bad_groups_are_named(validation, test, message):
    with pytest.raises(ValueError, match=message):
        split_by_group([2012, 2013], validation=validation, test=test)


@pytest.mark.parametrize("shape", [(50,), (50, 3)])
def test_train_set_gets_mean_0_and_deviation_1(shape):
    x = rng().normal(5, 3, shape)
    scaler = Standardizer.fit(x)
    z = scaler.transform(x)
    np.testing.assert_allclose(z.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(z.std(axis=0), 1, atol=1e-12)
    np.testing.assert_allclose(scaler.inverse_transform(z), x, atol=1e-12)


def test_other_sets_are_measured_with_the_same_ruler():
    assert Standardizer.fit([0.0, 2.0]).transform([4.0]).tolist() == [3.0]


@pytest.mark.parametrize(
    ("x", "message"),
    [([2.0, 2.0], "constant"), ([], "x is empty"), ([1.0, np.nan], "x holds NaN")],
)
def test_what_cannot_be_scaled_is_named(x, message):
    with pytest.raises(ValueError, match=message):
        Standardizer.fit(x)
