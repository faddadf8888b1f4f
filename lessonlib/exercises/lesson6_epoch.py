"""Exercise of lesson 6: one epoch of stochastic gradient descent."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.logistic import cross_entropy_gradient, train_sgd
from lessonlib.optimizers import minibatches

Rng = np.random.Generator

# one_epoch(weights, x, y, learning_rate, batch_size, rng): the weights after all batches --------

_SHORT, _LONG = 1e-3, 1.0  # a rate whose steps hardly change the gradient; one whose order counts


def _clouds(rng: Rng, size: int) -> tuple[Any, Any]:
    y = (np.arange(size) % 2).astype(float)
    return rng.normal(size=(size, 2)) + y[:, None], y


def _epoch_cases(rng: Rng) -> list[tuple[Any, ...]]:
    """Alike examples: chance plays no part. Others: what holds whatever the order."""
    start, alike = np.array([0.5, -1.0, 0.0]), np.array([1.0, 2.0])
    cases: list[tuple[Any, ...]] = [
        (np.zeros(2), np.array([[2.0]]), np.array([1.0]), 0.5, 1),
        (start, *_clouds(rng, 6), 0.3, 6),
        (start, np.tile(alike, (4, 1)), np.ones(4), 0.5, 1),
        (start, np.tile(alike, (5, 1)), np.ones(5), 0.5, 2),
        (start, *_clouds(rng, 30), _SHORT, 10),
        (start, *_clouds(rng, 30), _LONG, 1),
    ]
    return [(*case, np.random.default_rng(i)) for i, case in enumerate(cases)]


def _observe_epoch(arguments: tuple[Any, ...], returned: Any) -> Any:
    """Return the weights where chance plays no part; elsewhere say what holds of them."""
    weights, x, y, rate, *_ = arguments
    if rate not in (_SHORT, _LONG):
        return returned
    after = np.asarray(returned, dtype=np.float64)
    if rate == _LONG:
        in_order = _epoch_in_order(*arguments)
        return f"as in the order of the data: {np.allclose(after, in_order, atol=1e-4)}"
    gradient = cross_entropy_gradient(weights, x, y)
    moved = (weights - after) / rate
    along = float(moved @ gradient / (gradient @ gradient))
    aside = float(np.linalg.norm(moved - along * gradient) / np.linalg.norm(moved))
    size = f"{round(along)}" if abs(along) < 9.5 else "many"
    return f"moved by {size} gradients of all", f"all examples count alike: {aside < 0.02}"


def _epoch(weights: Any, x: Any, y: Any, learning_rate: float, batch_size: int, rng: Rng) -> Any:
    return train_sgd(weights, x, y, learning_rate, batch_size, 1, rng).history[-1]


def one_epoch(weights: Any, x: Any, y: Any, learning_rate: float, batch_size: int, rng: Rng) -> Any:
    """Take one step ``w - α ∇L_B(w)`` for each batch."""
    for batch in minibatches(len(y), batch_size, rng):
        weights = weights - learning_rate * cross_entropy_gradient(weights, x[batch], y[batch])
    return weights


Step = Callable[[Any, Any, Any, float], Any]
Deal = Callable[[int, int, Rng], Iterable[Any]]


def _right_step(weights: Any, x: Any, y: Any, rate: float) -> Any:
    return weights - rate * cross_entropy_gradient(weights, x, y)


def _epoch_of(step: Step = _right_step, deal: Deal = minibatches) -> Callable[..., Any]:
    """Return an epoch whose steps, or whose batches, are those of a mistake."""

    def one_epoch(weights: Any, x: Any, y: Any, rate: float, batch_size: int, rng: Rng) -> Any:
        for batch in deal(len(y), batch_size, rng):
            weights = step(weights, x[batch], y[batch], rate)
        return weights

    return one_epoch


def _cut_in_order(n: int, size: int, _rng: Rng) -> list[Any]:
    return [np.arange(n)[first : first + size] for first in range(0, n, size)]


_epoch_in_order = _epoch_of(deal=_cut_in_order)


def _drawn_apart(n: int, size: int, rng: Rng) -> list[Any]:
    return [rng.permutation(n)[: len(one)] for one in _cut_in_order(n, size, rng)]


def _without_remainder(n: int, size: int, rng: Rng) -> list[Any]:
    return minibatches(n, size, rng)[: n // size]


def _step_by_sum(weights: Any, x: Any, y: Any, rate: float) -> Any:
    return weights - rate * len(y) * cross_entropy_gradient(weights, x, y)


def _epoch_at_old_weights(
    weights: Any, x: Any, y: Any, rate: float, batch_size: int, rng: Rng
) -> Any:
    batches = minibatches(len(y), batch_size, rng)
    return weights - rate * sum(cross_entropy_gradient(weights, x[b], y[b]) for b in batches)


def _epoch_divided_by_all(
    weights: Any, x: Any, y: Any, rate: float, batch_size: int, rng: Rng
) -> Any:
    n = len(y)

    def step(weights: Any, x: Any, y: Any, rate: float) -> Any:
        return _right_step(weights, x, y, rate * len(y) / n)

    return _epoch_of(step)(weights, x, y, rate, batch_size, rng)


def _epoch_of_last_step(
    weights: Any, x: Any, y: Any, rate: float, batch_size: int, rng: Rng
) -> Any:
    for batch in minibatches(len(y), batch_size, rng):
        new = _right_step(weights, x[batch], y[batch], rate)
    return new


def _epoch_without_start(weights: Any, *rest: Any) -> Any:
    return _epoch(weights, *rest) - weights


EXERCISES = (
    Exercise(
        name="one_epoch",
        lesson=6,
        reference=_epoch,
        answer=one_epoch,
        make_cases=_epoch_cases,
        observe=_observe_epoch,
        chance=lambda _arguments, _results: "",
        chance_arguments=(np.zeros(3), *_clouds(np.random.default_rng(0), 12), _LONG, 1),
        mistakes=(
            Mistake("no_shuffle", _epoch_in_order),
            Mistake("all_at_once", _epoch_of(deal=lambda n, _size, _rng: [np.arange(n)])),
            Mistake("only_one_step", _epoch_of_last_step),
            Mistake("old_weights", _epoch_at_old_weights),
            Mistake("drawn_apart", _epoch_of(deal=_drawn_apart)),
            Mistake("remainder_dropped", _epoch_of(deal=_without_remainder)),
            Mistake("no_mean", _epoch_of(_step_by_sum)),
            Mistake("mean_over_all", _epoch_divided_by_all),
            Mistake("uphill", _epoch_of(lambda w, x, y, rate: _right_step(w, x, y, -rate))),
            Mistake("no_rate", _epoch_of(lambda w, x, y, _rate: _right_step(w, x, y, 1.0))),
            Mistake("only_change", _epoch_without_start),
        ),
    ),
)
