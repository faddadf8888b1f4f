"""Exercises of lesson 6, on the line: the gradient that moves it, and where it lies."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.exercises.drawings import Curve
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.logistic import (
    boundary_line,
    cross_entropy_gradient,
    logits,
    predict_probability,
    squared_error_gradient,
)

Rng = np.random.Generator

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
        x, y = rng.normal(size=(size, n)).round(2), (np.arange(size) % 3 == 0).astype(float)
        cases.append((rng.normal(size=n + 1).round(2), x, y))
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


def _gradient_with_features_summed(weights: Any, x: Any, y: Any) -> Any:
    each = predict_probability(weights, x) - y
    return np.append((each[:, None] * x).sum(axis=1) / len(y), each.mean())


def _gradient_in_two_pieces(weights: Any, x: Any, y: Any) -> Any:
    gradient = cross_entropy_gradient(weights, x, y)
    return gradient[:-1], gradient[-1]


def _gradient_without_transpose(weights: Any, x: Any, y: Any) -> Any:
    each = predict_probability(weights, x) - y
    # The product of (S, n) and (S,) exists only where S = n.
    return np.append(x @ each, each.sum()) / len(y)


# boundary_height(weights, x1): x2 on the line where both classes have probability 1/2 ----------


def _boundary_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([1.0, 2.0, -4.0]), np.array([0.0, 1.0, 2.0])),
        (np.array([3.0, -1.0, 0.5]), np.array([-1.0, 0.0, 4.0])),
    ]
    cases += [(rng.uniform(0.5, 3, 3).round(2), rng.uniform(-2, 2, n).round(1)) for n in (4, 6)]
    return [*cases, (np.array([0.0, 2.0, 1.0]), np.array([0.0, 3.0, -1.0]))]


def _observe_boundary(_arguments: tuple[Any, ...], returned: Any) -> Any:
    """Return the heights; what comes of a division by w1 = 0 is the same whatever it is."""
    heights = np.array(returned, dtype=np.float64)
    return np.where(np.isfinite(heights), heights, np.nan)


def _boundary_reference(weights: Any, x1: Any) -> Any:
    (left, bottom), (right, top) = boundary_line(weights)
    return bottom + (top - bottom) / (right - left) * (np.asarray(x1) - left)


def boundary_height(weights: Any, x1: Any) -> Any:
    """Solve ``w1 x1 + w2 x2 + b = 0`` for x2."""
    w1, w2, b = weights
    return -(w1 * x1 + b) / w2


_BOUNDARY_MISTAKES: dict[str, tuple[Callable[..., Any], ...]] = {
    "both_signs": (lambda w1, w2, b, x1: (w1 * x1 + b) / w2,),
    "sign_of_slope": (lambda w1, w2, b, x1: (w1 * x1 - b) / w2,),
    "sign_of_bias": (lambda w1, w2, b, x1: (b - w1 * x1) / w2,),
    "no_bias": (lambda w1, w2, b, x1: -w1 * x1 / w2,),
    "bias_not_divided": (lambda w1, w2, b, x1: -w1 * x1 / w2 - b,),
    "not_divided": (lambda w1, w2, b, x1: -(w1 * x1 + b),),
    "weights_exchanged": (lambda w1, w2, b, x1: -(w2 * x1 + b) / w1,),
    "logit_one_half": (lambda w1, w2, b, x1: (0.5 - w1 * x1 - b) / w2,),
    "along_weights": (
        lambda w1, w2, b, x1: (w2 * x1 - b) / w1,
        lambda w1, w2, b, x1: w2 / w1 * x1 - b / w2,
        lambda w1, w2, b, x1: w2 / w1 * x1,
    ),
}


def _line(formula: Callable[..., Any]) -> Callable[..., Any]:
    return lambda weights, x1: formula(*weights, x1)


def _line_by_loop(formula: Callable[..., Any]) -> Callable[..., Any]:
    """Return the same of Python's own numbers, which raise where NumPy's divide by 0."""
    return lambda weights, x1: [formula(*weights.tolist(), one) for one in x1.tolist()]


def _boundary_mistakes() -> list[Mistake]:
    found = []
    for name, formulas in _BOUNDARY_MISTAKES.items():
        first, *also = [way(one) for one in formulas for way in (_line, _line_by_loop)]
        found.append(Mistake(name, first, tuple(also)))
    return found


EXERCISES = (
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
            Mistake("two_pieces", _gradient_in_two_pieces),
            Mistake("no_transpose", _gradient_without_transpose, symptom=True),
            Mistake(
                "wrong_axis", _gradient_with_features_averaged, (_gradient_with_features_summed,)
            ),
            Mistake("squared_error", squared_error_gradient),
            Mistake("with_slope", lambda w, x, y: squared_error_gradient(w, x, y) / 2),
            Mistake("no_sigmoid", _pushed_by(lambda z, y: z - y)),
            Mistake("labels_mixed", _pushed_by(lambda z, y: sigmoid(z) - (2 * y - 1))),
        ),
    ),
    Exercise(
        name="boundary_height",
        draw=Curve(1, "x1"),
        lesson=6,
        reference=_boundary_reference,
        answer=boundary_height,
        make_cases=_boundary_cases,
        observe=_observe_boundary,
        mistakes=_boundary_mistakes(),
    ),
)
