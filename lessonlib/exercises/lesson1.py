"""Exercises of lesson 1, on chance: a split in three, and pairs that are shuffled together."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.chance import uneven
from lessonlib.exercises.drawings import Parts
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.splitting import shuffle_together, split_indices

Rng = np.random.Generator

# split_three_ways(n_samples, rng): 60 % train, 20 % validation, 20 % test ---------------------

_LONG = 20  # A few examples may stay in order by chance, more than so many will not.


def _split_cases(rng: Rng) -> list[tuple[Any, ...]]:
    sizes = [13, 15, 17, 98, *rng.integers(100, 300, 3).tolist()]
    return [(size, np.random.default_rng(size)) for size in sizes]


def _observe_split(arguments: tuple[Any, ...], returned: Any) -> Any:
    """Say what holds of a split: which examples are where is left to chance."""
    n_samples = arguments[0]
    parts = [np.array(part, dtype=np.int64).ravel() for part in returned]
    together = np.concatenate(parts)
    sizes = [len(part) for part in parts]
    wanted = [len(part) for part in _split_reference(n_samples, np.random.default_rng(0))]
    facts: dict[str, Any] = {
        "number of parts": len(parts),
        "no example twice": len(np.unique(together)) == len(together),
        "every example in a part": set(together.tolist()) == set(range(n_samples)),
    }
    if n_samples > _LONG:
        facts |= {
            "no example twice in one part": all(len(np.unique(p)) == len(p) for p in parts),
            "a tenth of them missing": len(np.unique(together)) < 0.9 * n_samples,
            "about 60 %, 20 % and 20 %": _are_about(sizes, wanted),
            "three equal parts": len(sizes) == 3 and max(sizes) - min(sizes) <= 1,
            "parts drawn at random": bool(parts[0].max() > parts[-1].min()),
            "random order in a part": bool(np.any(np.diff(parts[0]) < 0)),
        }
    return tuple(f"{name}: {value}" for name, value in facts.items())


def _are_about(sizes: list[int], wanted: list[int]) -> bool:
    return len(sizes) == len(wanted) and bool(np.abs(np.subtract(sizes, wanted)).max() <= 1)


def _split_reference(n_samples: int, rng: Rng) -> Any:
    return tuple(split_indices(n_samples, (0.6, 0.2, 0.2), rng=rng))


def _split_by(cut: Callable[[int, Any], Any]) -> Callable[..., Any]:
    """Return a split that cuts one random order in a way of its own."""
    return lambda n_samples, rng: cut(n_samples, rng.permutation(n_samples))


def _split_overlap(n_samples: int, rng: Rng) -> Any:
    sizes = [len(part) for part in _split_reference(n_samples, rng)]
    return tuple(rng.permutation(n_samples)[:size] for size in sizes)


def _split_without_shuffling(n_samples: int, rng: Rng) -> Any:
    return tuple(split_indices(n_samples, (0.6, 0.2, 0.2), rng=rng, shuffle=False))


def _split_with_replacement(n_samples: int, rng: Rng) -> Any:
    order = rng.integers(0, n_samples, n_samples)
    first, second = int(0.6 * n_samples), int(0.8 * n_samples)
    return order[:first], order[first:second], order[second:]


def _remainder_dropped(n: int, order: Any) -> Any:
    fifth = n // 5
    return order[: 3 * fifth], order[3 * fifth : 4 * fifth], order[4 * fifth : 5 * fifth]


def _sorted_parts(n_samples: int, rng: Rng) -> Any:
    return tuple(np.sort(part) for part in _split_reference(n_samples, rng))


def _split_unfair(arguments: tuple[Any, ...], results: list[Any]) -> str:
    return uneven([np.concatenate(parts) for parts in results])


# shuffle_pairs(x, y, rng): the same new order for both -----------------------------------------


def _shuffle_cases(rng: Rng) -> list[tuple[Any, ...]]:
    # Of two or three examples chance would say too much: two orders are often one by chance.
    cases = [(np.array([3.0]), np.array([30.0]))]
    cases += [(np.arange(n, dtype=float), 10.0 * np.arange(n)) for n in (12, 50)]
    cases.append((np.repeat(np.arange(15.0), 2), 10.0 * np.arange(30)))  # equal x, unequal pairs
    return [(*case, np.random.default_rng(i)) for i, case in enumerate(cases)]


def _observe_shuffle(arguments: tuple[Any, ...], returned: Any) -> Any:
    old = [np.array(one, dtype=float) for one in arguments[:2]]
    x, y = (np.array(one, dtype=float) for one in returned)
    pairs = [set(zip(a.tolist(), b.tolist(), strict=True)) for a, b in (old, (x, y))]
    facts = {
        "all of x": sorted(x.tolist()) == sorted(old[0].tolist()),
        "all of y": sorted(y.tolist()) == sorted(old[1].tolist()),
        "each x beside its own y": pairs[1] <= pairs[0],
    }
    if len(x) > 1:
        facts["x in a new order"] = not np.array_equal(x, old[0])
        facts["y in a new order"] = not np.array_equal(y, old[1])
    return tuple(f"{name}: {value}" for name, value in facts.items())


def _shuffle_in_place(x: Any, y: Any, rng: Rng) -> Any:
    rng.shuffle(x)
    rng.shuffle(y)
    return x, y


def _shuffle_with_replacement(x: Any, y: Any, rng: Rng) -> Any:
    order = rng.integers(0, len(x), len(x))
    return x[order], y[order]


def _shuffle_unfair(arguments: tuple[Any, ...], results: list[Any]) -> str:
    return uneven([x for x, _ in results])


EXERCISES = (
    Exercise(
        name="split_three_ways",
        lesson=1,
        reference=_split_reference,
        answer=split_indices,
        make_cases=_split_cases,
        observe=_observe_split,
        results=("train", "validation", "test"),
        chance=_split_unfair,
        chance_arguments=(10,),
        draw=Parts(0, ("train", "validation", "test")),
        mistakes=(
            Mistake("overlap", _split_overlap),
            Mistake("remainder_dropped", _split_by(_remainder_dropped)),
            Mistake("no_shuffle", _split_without_shuffling),
            Mistake("with_replacement", _split_with_replacement),
            Mistake("equal_parts", _split_by(lambda n, order: tuple(np.array_split(order, 3)))),
            Mistake("sorted_parts", _sorted_parts),
        ),
    ),
    Exercise(
        name="shuffle_pairs",
        lesson=1,
        reference=shuffle_together,
        answer=shuffle_together,
        make_cases=_shuffle_cases,
        observe=_observe_shuffle,
        results=("x", "y"),
        chance=_shuffle_unfair,
        chance_arguments=(np.arange(10.0), 10 * np.arange(10.0)),
        mistakes=(
            Mistake(
                "apart",
                lambda x, y, rng: (rng.permutation(x), rng.permutation(y)),
                (_shuffle_in_place,),
            ),
            Mistake("only_x", lambda x, y, rng: (rng.permutation(x), y)),
            Mistake("not_shuffled", lambda x, y, rng: (x, y)),
            Mistake("with_replacement", _shuffle_with_replacement),
        ),
    ),
)
