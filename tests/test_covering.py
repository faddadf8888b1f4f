"""The covering sample holds every pair, and is small."""

import itertools

import pytest
from covering import covering_sample

LEVELS = [
    [],
    ["abc"],
    ["ab", "cde"],
    ["abc"] * 4,
    ["abc"] * 7 + ["defgh"],
    ["a", "bc", "d", "efg"],
    ["abcde"] * 2 + ["fgh"] * 8,
]


@pytest.mark.parametrize("levels", LEVELS, ids=lambda levels: "x".join(str(len(v)) for v in levels))
def test_every_pair_occurs(levels):
    sample = covering_sample(levels)
    for i, j in itertools.combinations(range(len(levels)), 2):
        seen = {(row[i], row[j]) for row in sample}
        assert seen == set(itertools.product(levels[i], levels[j]))
    assert all(set(values) == {row[i] for row in sample} for i, values in enumerate(levels))
    assert len(set(sample)) == len(sample)


@pytest.mark.parametrize("levels", LEVELS[3:], ids=len)
def test_sample_is_small(levels):
    sizes = sorted(map(len, levels))
    assert sizes[-1] * sizes[-2] <= len(covering_sample(levels)) <= 2 * sizes[-1] * sizes[-2] + 2


def test_all_first_and_all_last_values_are_there():
    assert covering_sample(["abc"] * 4)[:2] == [("a",) * 4, ("c",) * 4]
