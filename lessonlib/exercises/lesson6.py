"""Exercises of lesson 6: the neuron of logistic regression, and its loss."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.logistic import logits, predict_probability
from lessonlib.losses import cross_entropy_loss, cross_entropy_per_example

Rng = np.random.Generator

# class_probability(weights, x): the neuron's output; the bias is the last weight ---------------


def _probability_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([1.0, 0.5]), np.array([[2.0]])),
        (np.array([1.0, -1.0, 0.5]), np.array([[2.0, 1.0], [0.0, 0.25], [1.0, 1.0]])),
        (np.array([2.0, 1.0, -1.0]), np.array([[300.0, 0.0], [-300.0, 0.0], [0.0, 0.5]])),
    ]
    sizes = [(5, 2), (6, 3), (20, 2)]
    return cases + [
        (rng.normal(size=n + 1).round(2), rng.normal(size=(size, n)).round(2)) for size, n in sizes
    ]


def _split_weights(weights: Any) -> tuple[Any, Any]:
    return weights[:-1], weights[-1]


def _probability_with_bias_first(weights: Any, x: Any) -> Any:
    return sigmoid(x @ weights[1:] + weights[0])


def _probability_summed_over_examples(weights: Any, x: Any) -> Any:
    w, b = _split_weights(weights)
    return sigmoid(np.sum(x * w, axis=0) + b)


def _probability_summed_over_all(weights: Any, x: Any) -> Any:
    w, b = _split_weights(weights)
    return sigmoid(np.sum(x * w) + b)


def _probability_not_summed(weights: Any, x: Any) -> Any:
    w, b = _split_weights(weights)
    return sigmoid(x * w + b)


# cross_entropy(y, probability): a mean, and a number even where p is 0 or 1 --------------------

_SMALLEST = 1e-15  # the task says that a probability counts as at least so much


def _entropy_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([1.0]), np.array([0.5])),
        (np.array([0.0, 1.0]), np.array([0.0, 1.0])),
        (np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.6])),
        (np.array([0.0, 1.0, 1.0]), np.array([1.0, 0.5, 0.5])),
        (np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.5, 0.5])),
        (np.array([1.0, 0.0]), np.array([1e-20, 0.5])),
    ]
    sizes = [4, 30]
    return cases + [
        (rng.integers(0, 2, size).astype(float), rng.uniform(0.05, 0.95, size).round(2))
        for size in sizes
    ]


def _observe_entropy(arguments: tuple[Any, ...], returned: Any) -> Any:
    """Return the value; where an example is certain and wrong, only say what holds of it.

    Lifted before or after 1 - p is taken, 1e-15 is not the same number to the last digit.
    """
    y, probability = arguments
    certain_and_wrong = np.abs(y - probability) >= 1 - _SMALLEST
    if not certain_and_wrong.any():
        return returned
    value = np.array(returned, dtype=np.float64)
    others = cross_entropy_per_example(y, probability)[~certain_and_wrong].sum()
    is_right = value.size == 1 and abs(value.item() * len(y) - others + np.log(_SMALLEST)) < 0.2
    facts = {
        "one number": value.size == 1,
        "finite": bool(np.all(np.isfinite(value))),
        "a probability below 1e-15 counts as 1e-15": is_right,
    }
    return tuple(f"{name}: {so}" for name, so in facts.items())


def _naive(y: Any, probability: Any) -> Any:
    return -np.mean(y * np.log(probability) + (1 - y) * np.log(1 - probability))


def _lifted_only_below(least: float) -> Callable[..., Any]:
    return lambda y, p: _naive(y, np.maximum(p, least))


def _logarithms_then_chosen(y: Any, probability: Any) -> Any:
    return np.mean(np.where(y == 1, -np.log(probability), -np.log(1 - probability)))


def _only_zero_lifted(y: Any, probability: Any) -> Any:
    chosen = np.where(y == 1, probability, 1 - probability)
    return -np.mean(np.log(np.where(chosen == 0, _SMALLEST, chosen)))


def _lifted_to(least: float) -> Callable[..., Any]:
    def cross_entropy(y: Any, probability: Any) -> Any:
        return -np.mean(np.log(np.maximum(np.where(y == 1, probability, 1 - probability), least)))

    return cross_entropy


def _entropy_by(combine: Callable[[Any, Any, Any], Any]) -> tuple[Callable[..., Any], ...]:
    """Return what is made of the labels and two logarithms, for each way to keep off log 0."""

    def lifted(y: Any, p: Any) -> Any:
        return combine(y, np.log(np.maximum(p, _SMALLEST)), np.log(np.maximum(1 - p, _SMALLEST)))

    def clipped(y: Any, p: Any) -> Any:
        p = np.clip(p, _SMALLEST, 1 - _SMALLEST)
        return combine(y, np.log(p), np.log(1 - p))

    return lifted, clipped


def _by_logarithms(name: str, combine: Callable[[Any, Any, Any], Any]) -> Mistake:
    lifted, clipped = _entropy_by(combine)
    return Mistake(name, lifted, (clipped,))


def _each(y: Any, log_p: Any, log_q: Any) -> Any:
    return -(y * log_p + (1 - y) * log_q)


EXERCISES = (
    Exercise(
        name="class_probability",
        lesson=6,
        reference=predict_probability,
        answer=predict_probability,
        make_cases=_probability_cases,
        mistakes=(
            Mistake("no_bias", lambda w, x: sigmoid(x @ w[:-1])),
            Mistake("bias_first", _probability_with_bias_first),
            Mistake("no_sigmoid", logits),
            Mistake("class_instead", lambda w, x: logits(w, x) > 0),
            Mistake("sign", lambda w, x: sigmoid(-logits(w, x))),
            Mistake("sign_of_bias", lambda w, x: sigmoid(x @ w[:-1] - w[-1])),
            Mistake("bias_outside", lambda w, x: sigmoid(x @ w[:-1]) + w[-1]),
            Mistake("wrong_axis", _probability_summed_over_examples),
            Mistake("no_axis", _probability_summed_over_all),
            Mistake("not_summed", _probability_not_summed),
        ),
    ),
    Exercise(
        name="cross_entropy",
        lesson=6,
        reference=cross_entropy_loss,
        answer=cross_entropy_per_example,
        make_cases=_entropy_cases,
        observe=_observe_entropy,
        overflow_counts=True,
        mistakes=(
            Mistake(
                "log_of_zero", _naive, (_lifted_only_below(_SMALLEST), _lifted_only_below(1e-17))
            ),
            Mistake("chosen_too_late", _logarithms_then_chosen),
            Mistake(
                "not_lifted", _lifted_to(0.0), (lambda y, p: -np.mean(np.log(1 - abs(y - p))),)
            ),
            Mistake("only_zero", _only_zero_lifted),
            Mistake("other_floor", _lifted_to(1e-12), (_lifted_to(1e-300),), symptom=True),
            _by_logarithms("no_mean", lambda *logs: _each(*logs).sum()),
            _by_logarithms("not_averaged", _each),
            _by_logarithms("sign", lambda *logs: -_each(*logs).mean()),
            _by_logarithms("classes_exchanged", lambda y, p, q: _each(1 - y, p, q).mean()),
            _by_logarithms("only_class_1", lambda y, p, q: -np.mean(y * p)),
            _by_logarithms("labels_mixed", lambda y, p, q: _each(2 * y - 1, p, q).mean()),
            _by_logarithms("label_not_found", lambda y, p, q: -np.mean(p)),
            _by_logarithms("base_2", lambda *logs: _each(*logs).mean() / np.log(2)),
            Mistake("squared_error", lambda y, p: np.mean((y - p) ** 2)),
        ),
    ),
)
