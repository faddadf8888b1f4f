"""Exercises of lesson 6: logistic regression."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.logistic import (
    boundary_line,
    cross_entropy_gradient,
    logits,
    predict_probability,
    squared_error_gradient,
)
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
    return cases + [(rng.normal(size=n + 1), rng.normal(size=(size, n))) for size, n in sizes]


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
        (rng.integers(0, 2, size).astype(float), rng.uniform(0.05, 0.95, size)) for size in sizes
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


# loss_gradient(weights, x, y): of the mean cross-entropy ---------------------------------------


def _gradient_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([0.0, 0.0]), np.array([[2.0]]), np.array([1.0])),
        (
            np.array([0.5, -1.0, 0.2]),
            np.array([[1.0, 2.0], [-1.0, 0.5], [3.0, 0.0]]),
            np.array([1.0, 0.0, 0.0]),
        ),
    ]
    for n, size in ((1, 4), (2, 5), (3, 8)):
        x, y = rng.normal(size=(size, n)), (np.arange(size) % 3 == 0).astype(float)
        cases.append((rng.normal(size=n + 1), x, y))
    return cases


def _pushed_by(error: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """Return a gradient whose errors are computed from logit and class in a way of its own."""

    def loss_gradient(weights: Any, x: Any, y: Any) -> Any:
        each = error(logits(weights, x), y)
        return np.append(each @ x, each.sum()) / len(y)

    return loss_gradient


def _gradient_without_bias(weights: Any, x: Any, y: Any) -> Any:
    return cross_entropy_gradient(weights, x, y)[:-1]


def _gradient_with_bias_first(weights: Any, x: Any, y: Any) -> Any:
    return np.roll(cross_entropy_gradient(weights, x, y), 1)


def _gradient_without_x(weights: Any, x: Any, y: Any) -> Any:
    return np.full(len(weights), cross_entropy_gradient(weights, x, y)[-1])


def _gradient_with_bias_summed(weights: Any, x: Any, y: Any) -> Any:
    gradient = cross_entropy_gradient(weights, x, y)
    return np.append(gradient[:-1], gradient[-1] * len(y))


def _gradient_with_features_averaged(weights: Any, x: Any, y: Any) -> Any:
    each = predict_probability(weights, x) - y
    return np.append((each[:, None] * x).mean(axis=1), each.mean())


def _gradient_without_transpose(weights: Any, x: Any, y: Any) -> Any:
    each = predict_probability(weights, x) - y
    # The product of (S, n) and (S,) exists only where S = n.
    return np.append(x @ each, each.sum()) / len(y)


# boundary_height(weights, x1): x2 on the line where both classes have probability 1/2 ----------


def _boundary_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([0.0, 2.0, 1.0]), np.array([0.0])),
        (np.array([1.0, 2.0, -4.0]), np.array([0.0, 1.0, 2.0])),
        (np.array([3.0, -1.0, 0.5]), np.array([-1.0, 0.0, 4.0])),
    ]
    return cases + [(rng.uniform(0.5, 3, 3), rng.uniform(-2, 2, n)) for n in (2, 6)]


def _boundary_reference(weights: Any, x1: Any) -> Any:
    (left, bottom), (right, top) = boundary_line(weights)
    return bottom + (top - bottom) / (right - left) * (np.asarray(x1) - left)


def boundary_height(weights: Any, x1: Any) -> Any:
    """Solve ``w1 x1 + w2 x2 + b = 0`` for x2."""
    w1, w2, b = weights
    return -(w1 * x1 + b) / w2


_BOUNDARY_MISTAKES: dict[str, Callable[..., Any]] = {
    "both_signs": lambda w1, w2, b, x1: (w1 * x1 + b) / w2,
    "sign_of_slope": lambda w1, w2, b, x1: (w1 * x1 - b) / w2,
    "sign_of_bias": lambda w1, w2, b, x1: (b - w1 * x1) / w2,
    "no_bias": lambda w1, w2, b, x1: -w1 * x1 / w2,
    "bias_not_divided": lambda w1, w2, b, x1: -w1 * x1 / w2 - b,
    "not_divided": lambda w1, w2, b, x1: -(w1 * x1 + b),
    "weights_exchanged": lambda w1, w2, b, x1: -(w2 * x1 + b) / w1,
    "logit_one_half": lambda w1, w2, b, x1: (0.5 - w1 * x1 - b) / w2,
    "along_weights": lambda w1, w2, b, x1: (w2 * x1 - b) / w1,
}


def _line(formula: Callable[..., Any]) -> Callable[..., Any]:
    return lambda weights, x1: formula(*weights, x1)


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
        warnings_count=True,
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
    Exercise(
        name="loss_gradient",
        lesson=6,
        reference=cross_entropy_gradient,
        answer=cross_entropy_gradient,
        make_cases=_gradient_cases,
        mistakes=(
            Mistake("no_mean", lambda w, x, y: len(y) * cross_entropy_gradient(w, x, y)),
            Mistake("sign", lambda w, x, y: -cross_entropy_gradient(w, x, y)),
            Mistake("two", lambda w, x, y: 2 * cross_entropy_gradient(w, x, y)),
            Mistake("no_bias", _gradient_without_bias),
            Mistake("bias_first", _gradient_with_bias_first),
            Mistake("bias_summed", _gradient_with_bias_summed),
            Mistake("no_x", _gradient_without_x),
            Mistake("no_transpose", _gradient_without_transpose),
            Mistake("wrong_axis", _gradient_with_features_averaged),
            Mistake("squared_error", squared_error_gradient),
            Mistake("with_slope", lambda w, x, y: squared_error_gradient(w, x, y) / 2),
            Mistake("no_sigmoid", _pushed_by(lambda z, y: z - y)),
            Mistake("labels_mixed", _pushed_by(lambda z, y: sigmoid(z) - (2 * y - 1))),
        ),
    ),
    Exercise(
        name="boundary_height",
        lesson=6,
        reference=_boundary_reference,
        answer=boundary_height,
        make_cases=_boundary_cases,
        mistakes=[Mistake(name, _line(f)) for name, f in _BOUNDARY_MISTAKES.items()],
    ),
)
