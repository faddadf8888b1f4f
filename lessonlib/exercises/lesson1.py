"""Exercises of lesson 1: dataset and splitting."""

from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.splitting import Standardizer, shared_groups, shuffle_together, split_indices

Rng = np.random.Generator

# split_three_ways(n_samples, rng): 60 % train, 20 % validation, 20 % test ---------------------


def _split_cases(rng: Rng) -> list[tuple[Any, ...]]:
    sizes = [5, 7, 13, 98, *rng.integers(100, 300, 3).tolist()]
    return [(size, np.random.default_rng(size)) for size in sizes]


def _observe_split(arguments: tuple[Any, ...], returned: Any) -> Any:
    """Say what holds of a split: which examples are where is left to chance."""
    n_samples = arguments[0]
    parts = [np.array(part, dtype=np.int64).ravel() for part in returned]
    together = np.concatenate(parts)
    sizes = [len(part) for part in parts]
    wanted = [len(part) for part in _split_reference(n_samples, np.random.default_rng(0))]
    return (
        f"{len(parts)} parts",
        f"no repeats: {all(len(np.unique(part)) == len(part) for part in parts)}",
        f"disjoint: {len(np.unique(together)) == len(together)}",
        f"covers all: {set(together.tolist()) == set(range(n_samples))}",
        f"sizes right: {np.abs(np.subtract(sizes, wanted)).max() <= 1}" if len(sizes) == 3 else "",
        # Seven examples may stay in order by chance, a hundred will not.
        f"shuffled: {bool(np.any(np.diff(together) < 0))}" if n_samples > 20 else "",
    )


def _split_reference(n_samples: int, rng: Rng) -> Any:
    return split_indices(n_samples, (0.6, 0.2, 0.2), rng=rng)


def _split_overlap(n_samples: int, rng: Rng) -> Any:
    sizes = [len(part) for part in _split_reference(n_samples, rng)]
    return tuple(rng.permutation(n_samples)[:size] for size in sizes)


def _split_with_remainder_dropped(n_samples: int, rng: Rng) -> Any:
    order, fifth = rng.permutation(n_samples), n_samples // 5
    return order[: 3 * fifth], order[3 * fifth : 4 * fifth], order[4 * fifth : 5 * fifth]


def _split_without_shuffling(n_samples: int, rng: Rng) -> Any:
    return split_indices(n_samples, (0.6, 0.2, 0.2), rng=rng, shuffle=False)


def _split_with_replacement(n_samples: int, rng: Rng) -> Any:
    order = rng.integers(0, n_samples, n_samples)
    first, second = int(0.6 * n_samples), int(0.8 * n_samples)
    return order[:first], order[first:second], order[second:]


def _split_in_equal_parts(n_samples: int, rng: Rng) -> Any:
    return tuple(np.array_split(rng.permutation(n_samples), 3))


# shuffle_together(x, y, rng): the same new order for both -------------------------------------


def _shuffle_cases(rng: Rng) -> list[tuple[Any, ...]]:
    lengths = [1, 2, 30, 50, 80]
    return [
        (np.arange(n, dtype=float), 10.0 * np.arange(n), np.random.default_rng(n)) for n in lengths
    ]


def _observe_shuffle(arguments: tuple[Any, ...], returned: Any) -> Any:
    x, y = (np.array(one, dtype=float) for one in returned)
    long = len(arguments[0]) > 20
    return (
        f"all of x: {sorted(x.tolist()) == sorted(arguments[0].tolist())}",
        f"all of y: {sorted(y.tolist()) == sorted(arguments[1].tolist())}",
        f"pairs kept: {x.shape == y.shape and np.array_equal(y, 10 * x)}",
        f"x shuffled: {bool(np.any(np.diff(x) < 0))}" if long else "",
        f"y shuffled: {bool(np.any(np.diff(y) < 0))}" if long else "",
    )


def _shuffle_apart(x: Any, y: Any, rng: Rng) -> Any:
    return rng.permutation(x), rng.permutation(y)


def _shuffle_only_x(x: Any, y: Any, rng: Rng) -> Any:
    return rng.permutation(x), y


def _shuffle_not_at_all(x: Any, y: Any, _rng: Rng) -> Any:
    return x, y


def _shuffle_with_replacement(x: Any, y: Any, rng: Rng) -> Any:
    order = rng.integers(0, len(x), len(x))
    return x[order], y[order]


# standardize(train, test): both with the train set's statistics -------------------------------


def _standardize_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([0.0, 2.0]), np.array([4.0])),
        (np.array([1.0, 1.0, 4.0]), np.array([-5.0, 2.0])),
        (np.array([[0.0, 10.0], [2.0, 30.0]]), np.array([[1.0, 20.0], [4.0, 0.0]])),
    ]
    cases += [(rng.normal(3, 2, (20, 2)) * [1, 5], rng.normal(1, 4, (7, 2))) for _ in range(3)]
    return cases


def _standardize_reference(train: Any, test: Any) -> Any:
    scaler = Standardizer.fit(train)
    return scaler.transform(train), scaler.transform(test)


def _standardize_with_all_data(train: Any, test: Any) -> Any:
    scaler = Standardizer.fit(np.concatenate([train, test]))
    return scaler.transform(train), scaler.transform(test)


def _standardize_each_alone(train: Any, test: Any) -> Any:
    spread = test.std(axis=0)
    return _standardize_reference(train, train)[0], (test - test.mean(axis=0)) / (spread + 1e-300)


def _standardize_by_variance(train: Any, test: Any) -> Any:
    mean, variance = train.mean(axis=0), train.var(axis=0)
    return (train - mean) / variance, (test - mean) / variance


def _standardize_columns_mixed(train: Any, test: Any) -> Any:
    return (train - train.mean()) / train.std(), (test - train.mean()) / train.std()


def _standardize_without_mean(train: Any, test: Any) -> Any:
    return train / train.std(axis=0), test / train.std(axis=0)


# shared_groups(groups, train, test): which groups leak ----------------------------------------


def _groups_cases(rng: Rng) -> list[tuple[Any, ...]]:
    years = np.array([2012, 2012, 2013, 2013, 2014, 2014])
    cases = [
        (years, np.array([0, 1, 2]), np.array([3, 4])),
        (years, np.array([0, 1]), np.array([2, 3])),
        (years, np.array([5, 4, 1]), np.array([0, 2])),
    ]
    for _ in range(4):
        groups = rng.integers(0, 9, 40)
        order = rng.permutation(40)
        cases.append((groups, order[:15], order[15:22]))
    return cases


def _observe_groups(_arguments: tuple[Any, ...], returned: Any) -> Any:
    return np.array(list(returned), dtype=np.float64)


def _groups_in_either(groups: Any, train: Any, test: Any) -> Any:
    return np.union1d(groups[train], groups[test])


def _groups_of_shared_rows(groups: Any, train: Any, test: Any) -> Any:
    return np.unique(groups[np.intersect1d(train, test)])


def _groups_repeated(groups: Any, train: Any, test: Any) -> Any:
    return np.sort(groups[train][np.isin(groups[train], groups[test])])


def _groups_only_in_test(groups: Any, train: Any, test: Any) -> Any:
    return np.setdiff1d(groups[test], groups[train])


EXERCISES = (
    Exercise(
        name="split_three_ways",
        lesson=1,
        reference=_split_reference,
        answer=split_indices,
        make_cases=_split_cases,
        observe=_observe_split,
        mistakes=(
            Mistake("overlap", _split_overlap),
            Mistake("remainder_dropped", _split_with_remainder_dropped),
            Mistake("no_shuffle", _split_without_shuffling),
            Mistake("with_replacement", _split_with_replacement),
            Mistake("equal_parts", _split_in_equal_parts),
        ),
    ),
    Exercise(
        name="shuffle_pairs",
        lesson=1,
        reference=shuffle_together,
        answer=shuffle_together,
        make_cases=_shuffle_cases,
        observe=_observe_shuffle,
        mistakes=(
            Mistake("apart", _shuffle_apart),
            Mistake("only_x", _shuffle_only_x),
            Mistake("not_shuffled", _shuffle_not_at_all),
            Mistake("with_replacement", _shuffle_with_replacement),
        ),
    ),
    Exercise(
        name="standardize",
        lesson=1,
        reference=_standardize_reference,
        answer=Standardizer,
        make_cases=_standardize_cases,
        mistakes=(
            Mistake("all_data", _standardize_with_all_data),
            Mistake("each_alone", _standardize_each_alone),
            Mistake("variance", _standardize_by_variance),
            Mistake("columns_mixed", _standardize_columns_mixed),
            Mistake("no_mean", _standardize_without_mean),
        ),
    ),
    Exercise(
        name="leaking_groups",
        lesson=1,
        reference=shared_groups,
        answer=shared_groups,
        make_cases=_groups_cases,
        observe=_observe_groups,
        mistakes=(
            Mistake("either", _groups_in_either),
            Mistake("shared_rows", _groups_of_shared_rows),
            Mistake("repeated", _groups_repeated),
            Mistake("only_in_test", _groups_only_in_test),
        ),
    ),
)
