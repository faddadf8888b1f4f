"""The means of groups."""

import numpy as np
import pytest

from lessonlib.baselines import GroupMeans


def test_means_are_those_of_each_group():
    rng = np.random.default_rng(0)
    groups, y = rng.integers(1, 13, 500), rng.normal(size=500)
    baseline = GroupMeans.fit(groups, y)
    for group in range(1, 13):
        expected = y[groups == group].mean()
        assert baseline.predict([group])[0] == pytest.approx(expected, abs=1e-12)


def test_predictions_keep_the_order_asked_for():
    baseline = GroupMeans.fit([2, 1, 2], [10.0, 5.0, 20.0])
    np.testing.assert_array_equal(baseline.predict([1, 2, 1]), [5.0, 15.0, 5.0])


def test_no_constant_is_better_within_a_group():
    y = np.array([1.0, 2.0, 6.0])
    mean = GroupMeans.fit([0, 0, 0], y).means[0]
    for other in (mean - 0.1, mean + 0.1):
        assert np.mean((y - other) ** 2) > np.mean((y - mean) ** 2)


def test_a_group_that_was_not_trained_on_is_named():
    with pytest.raises(ValueError, match="groups holds 3, which the train set did not have"):
        GroupMeans.fit([1, 2], [0.0, 0.0]).predict([1, 3])


def test_every_example_needs_a_group():
    with pytest.raises(ValueError, match=r"groups has shape \(3,\), y has \(2,\)"):
        GroupMeans.fit([1, 2, 3], [0.0, 0.0])
