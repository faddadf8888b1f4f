"""Exercise of lesson 6: the batches of stochastic gradient descent."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from lessonlib.exercises.chance import uneven
from lessonlib.exercises.drawings import Parts
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.optimizers import minibatches

Rng = np.random.Generator
Indices = Any  # array of whole numbers

# deal_batches(n_samples, batch_size, n_epochs, rng): all batches of all epochs, in one list ----

_LONG = 20  # Of few examples the rest may come out right, or wrong, by chance.
_LARGE = 5  # Two batches of so many have the same examples by chance once in a million.


def _batches_cases(rng: Rng) -> list[tuple[Any, ...]]:
    sizes = [(1, 1, 1), (4, 4, 2), (5, 2, 1), (60, 60, 2), (60, 10, 3), (67, 10, 4), (103, 25, 3)]
    return [(*size, np.random.default_rng(i)) for i, size in enumerate(sizes)]


def _deal(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> list[Any]:
    return [b for _ in range(n_epochs) for b in minibatches(n_samples, batch_size, rng)]


def _observe_batches(arguments: tuple[Any, ...], returned: Any) -> Any:
    """Say what holds of the batches: which examples are where is left to chance."""
    n_samples = arguments[0]
    is_flat, found = _flat(returned)
    batches = [np.array(batch, dtype=np.int64).ravel() for batch in found]
    sizes, wanted = ([len(one) for one in many] for many in (batches, _deal(*arguments)))
    order = np.concatenate(batches)
    facts: dict[str, Any] = {
        "one flat list of batches": is_flat,
        f"indices from 0 to {n_samples - 1}": order.min() >= 0 and order.max() < n_samples,
        "number of batches": len(sizes),
    }
    if n_samples < _LONG:
        facts["sizes, the largest first"] = sorted(sizes, reverse=True)
    else:
        facts["sizes right, one after the other"] = sizes == wanted
        facts["sizes right in some order"] = sorted(sizes) == sorted(wanted)
        facts["sizes as even as can be"] = max(sizes) - min(sizes) <= 1
        facts |= _facts_of_many(batches, order, arguments)
    return tuple(f"{name}: {value}" for name, value in facts.items())


def _flat(returned: Any) -> tuple[bool, list[Any]]:
    """Tell whether it is one list of batches, and return one, also where it is a list of lists."""
    if all(_holds_lists(one) for one in returned):
        return False, [batch for epoch in returned for batch in epoch]
    return True, list(returned)


def _holds_lists(one: Any) -> bool:
    return any(np.ndim(inner) or isinstance(inner, list | tuple) for inner in one)


def _facts_of_many(batches: list[Indices], order: Indices, arguments: Any) -> dict[str, bool]:
    n_samples, batch_size, n_epochs, _ = arguments
    epochs = [order[i * n_samples :][:n_samples].tolist() for i in range(n_epochs)]
    groups = [frozenset(one.tolist()) for one in batches if len(one) >= _LARGE]
    facts = {
        "an example twice in a batch": any(len(np.unique(one)) < len(one) for one in batches),
        "each example once an epoch": all(sorted(e) == list(range(n_samples)) for e in epochs),
    }
    if batch_size == n_samples:  # no matter in which order: each batch has all examples
        return facts
    return facts | {
        "all batches alike": len(batches) > 1 and len({tuple(one) for one in batches}) == 1,
        "epochs in the order of the data": any(e == sorted(e) for e in epochs),
        "an epoch in the order of the one before": any(a == b for a, b in pairwise(epochs)),
        "the same group in two batches": len(set(groups)) < len(groups),
    }


def _batches_unfair(arguments: tuple[Any, ...], results: list[Any]) -> str:
    """Judge the order of the first epoch, and that of the second as seen from the first."""
    n_samples = arguments[0]
    orders = np.array([np.concatenate(batches) for batches in results], dtype=np.int64)
    first, second = orders[:, :n_samples], orders[:, n_samples : 2 * n_samples]
    if uneven(first) or uneven(second):
        return "uneven_places"
    places = np.argsort(first, axis=1)  # where the first epoch has each example
    return "epochs_alike" if uneven(np.take_along_axis(places, second, axis=1)) else ""


def _cut(order: Any, batch_size: int) -> list[Any]:
    return [order[first : first + batch_size] for first in range(0, len(order), batch_size)]


def _batches_in_order(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    return n_epochs * _cut(np.arange(n_samples), batch_size)


def _batches_dealt_once(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    return n_epochs * minibatches(n_samples, batch_size, rng)


def _batches_in_epochs(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    return [minibatches(n_samples, batch_size, rng) for _ in range(n_epochs)]


def _same_groups(rearrange: Callable[[Rng, list[Any]], list[Any]]) -> Callable[..., Any]:
    """Return batches whose groups are made once, and put in another order in each epoch."""

    def deal_batches(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
        groups = minibatches(n_samples, batch_size, rng)
        return [batch for _ in range(n_epochs) for batch in rearrange(rng, groups)]

    return deal_batches


def _in_another_order(rng: Rng, groups: list[Any]) -> list[Any]:
    return [groups[i] for i in rng.permutation(len(groups))]


def _shuffled_inside(rng: Rng, groups: list[Any]) -> list[Any]:
    return [rng.permutation(one) for one in groups]


def _same_batch(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    batches = minibatches(n_samples, batch_size, rng)
    return n_epochs * len(batches) * batches[:1]


def _batches_like(draw: Callable[[Rng, int, int], Any]) -> Callable[..., Any]:
    """Return batches of the right sizes that are drawn without regard to one another."""

    def deal_batches(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
        sizes = [len(b) for b in n_epochs * _cut(np.arange(n_samples), batch_size)]
        return [draw(rng, n_samples, size) for size in sizes]

    return deal_batches


def _batches_without_remainder(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    return [b for b in _deal(n_samples, batch_size, n_epochs, rng) if len(b) == batch_size]


def _batches_of_equal_size(n_batches: Callable[[int, int], int]) -> Callable[..., Any]:
    def deal_batches(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
        orders = [rng.permutation(n_samples) for _ in range(n_epochs)]
        n = n_batches(n_samples, batch_size)
        return [batch for order in orders for batch in np.array_split(order, n)]

    return deal_batches


EXERCISES = (
    Exercise(
        name="deal_batches",
        not_to_call=("minibatches",),
        draw=Parts(0),
        lesson=6,
        reference=_deal,
        answer=minibatches,
        make_cases=_batches_cases,
        observe=_observe_batches,
        chance=_batches_unfair,
        chance_arguments=(10, 4, 2),
        mistakes=(
            Mistake("no_shuffle", _batches_in_order),
            Mistake("no_reshuffle", _batches_dealt_once),
            Mistake(
                "same_groups", _same_groups(_in_another_order), (_same_groups(_shuffled_inside),)
            ),
            Mistake("same_batch", _same_batch),
            Mistake(
                "with_replacement", _batches_like(lambda rng, n, size: rng.integers(0, n, size))
            ),
            Mistake("drawn_apart", _batches_like(lambda rng, n, size: rng.permutation(n)[:size])),
            Mistake("remainder_dropped", _batches_without_remainder),
            Mistake(
                "equal_sizes",
                _batches_of_equal_size(lambda n, size: -(-n // size)),
                (_batches_of_equal_size(lambda n, size: n // size),),
            ),
            Mistake("nested", _batches_in_epochs),
            Mistake("one_epoch", lambda n, size, n_epochs, rng: minibatches(n, size, rng)),
        ),
    ),
)
