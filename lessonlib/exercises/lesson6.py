"""Exercises of lesson 6: the neuron of logistic regression, and its loss."""

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
        (np.array([2.0, 1.0, -1.0]), np.array([[300.0, 0.0], [-300.0, 0.0]])),
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


def _entropy_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([1.0]), np.array([0.5])),
        (np.array([0.0, 1.0]), np.array([0.0, 1.0])),
        (np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.6])),
        (np.array([0.0, 1.0, 1.0]), np.array([1.0, 0.5, 0.5])),
        (np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.5, 0.5])),
    ]
    sizes = [4, 30]
    return cases + [
        (rng.integers(0, 2, size).astype(float), rng.uniform(0.05, 0.95, size).round(2))
        for size in sizes
    ]


def _observe_entropy(arguments: tuple[Any, ...], returned: Any) -> Any:
    """Return the value; where an example is certain and wrong, only say that it is large.

    How large is a matter of taste: -log of the smallest probability that one allows.
    """
    y, probability = arguments
    certain_and_wrong = np.abs(y - probability) == 1
    if not certain_and_wrong.any():
        return returned
    value = np.array(returned, dtype=np.float64)
    others = cross_entropy_per_example(y, probability)[~certain_and_wrong].sum()
    share = value * len(y) - others
    if value.size == 1 and 9.0 < share < 800.0:
        return "a large finite number"
    return returned


def _naive(y: Any, probability: Any) -> Any:
    return -np.mean(y * np.log(probability) + (1 - y) * np.log(1 - probability))


def _logarithms_then_chosen(y: Any, probability: Any) -> Any:
    return np.mean(np.where(y == 1, -np.log(probability), -np.log(1 - probability)))


def _clipped(probability: Any) -> Any:
    return np.clip(probability, 1e-15, 1 - 1e-15)


def _entropy_of_classes_exchanged(y: Any, probability: Any) -> Any:
    return cross_entropy_loss(1 - y, probability)


def _entropy_of_class_1_only(y: Any, probability: Any) -> Any:
    return -np.mean(y * np.log(_clipped(probability)))


def _entropy_with_labels_mixed(y: Any, probability: Any) -> Any:
    p, label = _clipped(probability), 2 * y - 1
    return -np.mean(label * np.log(p) + (1 - label) * np.log(1 - p))


def _entropy_of_other_class_ignored(y: Any, probability: Any) -> Any:
    """Look for the label -1, which does not occur."""
    p = _clipped(probability)
    return -np.mean(np.log(np.where(y == -1, 1 - p, p)))


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
            Mistake("log_of_zero", _naive),
            Mistake("chosen_too_late", _logarithms_then_chosen),
            Mistake("not_lifted", lambda y, p: -np.mean(np.log(np.where(y == 1, p, 1 - p)))),
            Mistake("no_mean", lambda y, p: cross_entropy_per_example(y, p).sum()),
            Mistake("not_averaged", cross_entropy_per_example),
            Mistake("sign", lambda y, p: -cross_entropy_loss(y, p)),
            Mistake("classes_exchanged", _entropy_of_classes_exchanged),
            Mistake("only_class_1", _entropy_of_class_1_only),
            Mistake("labels_mixed", _entropy_with_labels_mixed),
            Mistake("label_not_found", _entropy_of_other_class_ignored),
            Mistake("base_2", lambda y, p: cross_entropy_loss(y, p) / np.log(2)),
            Mistake("squared_error", lambda y, p: np.mean((y - p) ** 2)),
        ),
    ),
)
