"""Exercises of lesson 1, on leaks: scaling without cheating, groups on both sides of a split."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.splitting import Standardizer, shared_groups

Rng = np.random.Generator

# standardize(train, test): both with the train set's statistics -------------------------------


def _standardize_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([0.0, 2.0]), np.array([4.0, 1.0, 1.0])),
        (np.array([1.0, 1.0, 4.0]), np.array([-5.0, 2.0])),
        (np.array([[0.0, 10.0], [2.0, 30.0]]), np.array([[1.0, 20.0], [4.0, 0.0]])),
    ]
    for n_train, n_test in ((5, 3), (8, 4), (12, 7)):
        train, test = rng.normal(3, 2, (n_train, 2)), rng.normal(1, 4, (n_test, 2))
        cases.append(((train * [1, 5]).round(1), test.round(1)))
    return cases


def _standardize_reference(train: Any, test: Any) -> Any:
    scaler = Standardizer.fit(train)
    return scaler.transform(train), scaler.transform(test)


def _scaled(ruler: Callable[[Any, Any], tuple[Any, Any]]) -> Callable[..., Any]:
    """Return a function that measures both sets with one mean and one deviation, of any kind."""

    def standardize(train: Any, test: Any) -> Any:
        mean, deviation = ruler(train, test)
        return (train - mean) / deviation, (test - mean) / deviation

    return standardize


def _ruler_of_all(train: Any, test: Any) -> tuple[Any, Any]:
    both = np.concatenate([train, test])
    return both.mean(axis=0), both.std(axis=0)


def _each_alone(train: Any, test: Any) -> Any:
    return tuple((one - one.mean(axis=0)) / one.std(axis=0) for one in (train, test))


def _each_alone_over_all(train: Any, test: Any) -> Any:
    return tuple((one - one.mean()) / one.std() for one in (train, test))


def _test_untouched(train: Any, test: Any) -> Any:
    return _standardize_reference(train, test)[0], test


# leaking_groups(groups, train, test): which groups leak ----------------------------------------


def _groups_cases(rng: Rng) -> list[tuple[Any, ...]]:
    years = np.array([2012, 2012, 2013, 2013, 2014, 2014])
    cases = [
        (years, np.array([0, 1, 2]), np.array([3, 4])),
        (years, np.array([0, 1]), np.array([2, 3])),
        (years, np.array([5, 3, 1]), np.array([0, 4, 2])),
        (np.array([7, 7, 3, 3, 9]), np.array([0, 2]), np.array([1, 3, 4])),
    ]
    for size in (12, 16, 16):
        groups, order = rng.integers(0, 9, size), rng.permutation(size)
        cases.append((groups, order[: size // 2], order[size // 2 : size - 2]))
    return cases


def _observe_groups(_arguments: tuple[Any, ...], returned: Any) -> Any:
    """Return the groups; a set of them has no order, so it is something else."""
    if isinstance(returned, set | frozenset):
        return "a set", np.array(sorted(returned), dtype=np.float64)
    return np.array(list(returned), dtype=np.float64)


def _groups_of_shared_rows(groups: Any, train: Any, test: Any) -> Any:
    return np.unique(groups[np.intersect1d(train, test)])


def _groups_repeated(groups: Any, train: Any, test: Any) -> Any:
    return np.sort(groups[train][np.isin(groups[train], groups[test])])


def _groups_repeated_in_test(groups: Any, train: Any, test: Any) -> Any:
    return np.sort(groups[test][np.isin(groups[test], groups[train])])


def _groups_unsorted(groups: Any, train: Any, test: Any) -> Any:
    return list(dict.fromkeys(one for one in groups[train] if one in groups[test]))


def _groups_unsorted_by_test(groups: Any, train: Any, test: Any) -> Any:
    return list(dict.fromkeys(one for one in groups[test] if one in groups[train]))


def _groups_unsorted_repeated(groups: Any, train: Any, test: Any) -> Any:
    return [one for one in groups[train] if one in groups[test]]


def _groups_unsorted_repeated_in_test(groups: Any, train: Any, test: Any) -> Any:
    return [one for one in groups[test] if one in groups[train]]


EXERCISES = (
    Exercise(
        name="standardize",
        lesson=1,
        reference=_standardize_reference,
        answer=Standardizer,
        make_cases=_standardize_cases,
        results=("train", "test"),
        mistakes=(
            Mistake("all_data", _scaled(_ruler_of_all)),
            Mistake("each_alone", _each_alone, (_each_alone_over_all,)),
            Mistake("variance", _scaled(lambda train, _: (train.mean(axis=0), train.var(axis=0)))),
            Mistake(
                "columns_mixed",
                _scaled(lambda train, _: (train.mean(), train.std())),
                (
                    _scaled(lambda train, _: (train.mean(axis=0), train.std())),
                    _scaled(lambda train, _: (train.mean(), train.std(axis=0))),
                ),
            ),
            Mistake("no_mean", _scaled(lambda train, _: (0.0, train.std(axis=0)))),
            Mistake("no_division", _scaled(lambda train, _: (train.mean(axis=0), 1.0))),
            Mistake(
                "one_less",
                _scaled(lambda train, _: (train.mean(axis=0), train.std(axis=0, ddof=1))),
            ),
            Mistake("test_untouched", _test_untouched),
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
            Mistake("either", lambda groups, train, test: np.union1d(groups[train], groups[test])),
            Mistake("shared_rows", _groups_of_shared_rows, symptom=True),
            Mistake(
                "repeated",
                _groups_repeated,
                (
                    _groups_repeated_in_test,
                    _groups_unsorted_repeated,
                    _groups_unsorted_repeated_in_test,
                ),
            ),
            Mistake(
                "only_in_test",
                lambda groups, train, test: np.setdiff1d(groups[test], groups[train]),
            ),
            Mistake("unsorted", _groups_unsorted, (_groups_unsorted_by_test,)),
            Mistake("a_set", lambda groups, train, test: set(groups[train]) & set(groups[test])),
        ),
    ),
)
