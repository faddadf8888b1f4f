"""Exercise of lesson 6: the batches of stochastic gradient descent."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from lessonlib.exercises.drawings import Parts
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.optimizers import minibatches

Rng = np.random.Generator

# deal_batches(n_samples, batch_size, n_epochs, rng): all batches of all epochs, in one list ----


def _batches_cases(rng: Rng) -> list[tuple[Any, ...]]:
    sizes = [(1, 1, 1), (4, 4, 2), (5, 2, 1), (60, 60, 2), (60, 20, 3), (67, 10, 4), (103, 25, 3)]
    return [(*size, np.random.default_rng(i)) for i, size in enumerate(sizes)]


def _deal(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> list[Any]:
    return [b for _ in range(n_epochs) for b in minibatches(n_samples, batch_size, rng)]


def _observe_batches(arguments: tuple[Any, ...], returned: Any) -> Any:
    """Say what holds of the batches: which examples are where is left to chance."""
    n_samples, _, n_epochs, _ = arguments
    batches = [np.array(batch, dtype=np.int64).ravel() for batch in returned]
    sizes = [len(batch) for batch in batches]
    wanted = [len(batch) for batch in _deal(*arguments)]
    if n_samples < 20:  # the rest may come out right, or wrong, by chance
        return f"sizes {sizes}"
    order = np.concatenate(batches)
    epochs = [order[i * n_samples :][:n_samples].tolist() for i in range(n_epochs)]
    return (
        f"sizes right: {sizes == wanted}, number right: {len(sizes) == len(wanted)}",
        f"indices right: {order.min() >= 0 and order.max() < n_samples}",
        f"no repeats in a batch: {all(len(set(one.tolist())) == len(one) for one in batches)}",
        f"all batches alike: {len(batches) > 1 and len({tuple(b) for b in batches}) == 1}",
        f"each epoch covers all: {all(sorted(e) == list(range(n_samples)) for e in epochs)}",
        f"shuffled: {all(e != sorted(e) for e in epochs)}",
        f"dealt anew: {all(a != b for a, b in pairwise(epochs))}",
    )


def _cut(order: Any, batch_size: int) -> list[Any]:
    return [order[first : first + batch_size] for first in range(0, len(order), batch_size)]


def _batches_in_order(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    return n_epochs * _cut(np.arange(n_samples), batch_size)


def _batches_dealt_once(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    return n_epochs * minibatches(n_samples, batch_size, rng)


def _batches_in_epochs(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    return [minibatches(n_samples, batch_size, rng) for _ in range(n_epochs)]


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


def _batches_of_equal_size(n_samples: int, batch_size: int, n_epochs: int, rng: Rng) -> Any:
    n_batches = -(-n_samples // batch_size)
    orders = [rng.permutation(n_samples) for _ in range(n_epochs)]
    return [batch for order in orders for batch in np.array_split(order, n_batches)]


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
        mistakes=(
            Mistake("no_shuffle", _batches_in_order),
            Mistake("no_reshuffle", _batches_dealt_once),
            Mistake("same_batch", _same_batch),
            Mistake(
                "with_replacement", _batches_like(lambda rng, n, size: rng.integers(0, n, size))
            ),
            Mistake("drawn_apart", _batches_like(lambda rng, n, size: rng.permutation(n)[:size])),
            Mistake("remainder_dropped", _batches_without_remainder),
            Mistake("equal_sizes", _batches_of_equal_size),
            Mistake("nested", _batches_in_epochs),
            Mistake("one_epoch", lambda n, size, n_epochs, rng: minibatches(n, size, rng)),
        ),
    ),
)
