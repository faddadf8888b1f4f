"""Exercises of lesson 5, on the network: backpropagation, and a check of any gradient."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from lessonlib.activations import sigmoid_derivative
from lessonlib.derivatives import numerical_gradient
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.losses import mean_squared_error_gradient
from lessonlib.networks import forward, hidden_activations, mse_gradient, unpack

Rng = np.random.Generator

# backpropagate(weights, x, y): the gradient of the 1-H-1 network -------------------------------


def _network_cases(rng: Rng) -> list[tuple[Any, ...]]:
    # Never as many examples as units: a missing transpose would go unseen.
    cases: list[tuple[Any, ...]] = [
        (np.array([1.0, -0.5, 2.0, 0.5]), np.array([2.0]), np.array([1.0])),
        (np.array([0.0, 0.0, 1.0, 1.0, 2.0, -1.0, 0.0]), np.array([-1.0]), np.array([3.0])),
    ]
    for width, n_samples in ((1, 4), (3, 5), (4, 2), (2, 12)):
        x, y = rng.uniform(-3, 3, n_samples).round(1), rng.normal(size=n_samples).round(1)
        cases.append((rng.normal(size=3 * width + 1).round(2), x, y))
    return cases


class _Pass(NamedTuple):
    """What a backward pass has at hand."""

    x: Any  # (S,)
    v: Any  # (H,)
    z: Any  # (S, H)
    a: Any  # (S, H)
    d_output: Any  # (S,)
    d_hidden: Any  # (S, H)


def _from_pass(formula: Callable[[_Pass], Any]) -> Callable[..., Any]:
    """Return a function of the reader's arguments that joins parts of a gradient."""

    def backpropagate(weights: Any, x: Any, y: Any) -> Any:
        w, b, v, _ = unpack(weights)
        a = hidden_activations(weights, x)
        d_output = mean_squared_error_gradient(y, forward(weights, x))
        d_hidden = np.outer(d_output, v) * sigmoid_derivative(a)
        parts = formula(_Pass(x, v, np.outer(x, w) + b, a, d_output, d_hidden))
        return np.concatenate([np.atleast_1d(part) for part in parts])

    return backpropagate


def _with_hidden(p: _Pass, d_hidden: Any) -> list[Any]:
    return [p.x @ d_hidden, d_hidden.sum(axis=0), p.d_output @ p.a, p.d_output.sum()]


_NETWORK_MISTAKES = {
    "no_slope": lambda p: _with_hidden(p, np.outer(p.d_output, p.v)),
    "slope_at_z": lambda p: _with_hidden(p, np.outer(p.d_output, p.v) * p.z * (1 - p.z)),
    "no_output_weights": lambda p: _with_hidden(p, p.d_output[:, None] * p.a * (1 - p.a)),
    "no_x": lambda p: [p.d_hidden.sum(axis=0), *_with_hidden(p, p.d_hidden)[1:]],
    "no_activation": lambda p: [
        *_with_hidden(p, p.d_hidden)[:2],
        np.full(len(p.v), p.d_output.sum()),
        p.d_output.sum(),
    ],
    "no_transpose": lambda p: [
        p.d_hidden @ p.x,
        p.d_hidden.sum(axis=0),
        p.a @ p.d_output,
        p.d_output.sum(),
    ],
    "wrong_axis": lambda p: [
        p.x @ p.d_hidden,
        p.d_hidden.sum(axis=1),
        p.d_output @ p.a,
        p.d_output.sum(),
    ],
    "order": lambda p: [_with_hidden(p, p.d_hidden)[i] for i in (1, 0, 2, 3)],
    "output_first": lambda p: [_with_hidden(p, p.d_hidden)[i] for i in (2, 3, 0, 1)],
    "no_output_bias": lambda p: _with_hidden(p, p.d_hidden)[:3],
    "output_bias_mean": lambda p: [*_with_hidden(p, p.d_hidden)[:3], p.d_output.mean()],
}

# gradient_is_right(function, gradient, weights): compared with nudging -------------------------


def gradient_is_right(
    function: Callable[[Any], float], gradient: Callable[[Any], Any], weights: Any
) -> bool:
    """Tell whether a gradient agrees with the measured one, at each entry."""
    measured = numerical_gradient(function, weights)
    difference = np.abs(np.asarray(gradient(weights)) - measured)
    return bool(np.max(difference) < 1e-4 * np.max(np.abs(measured)))


def _bowl(scale: float) -> Callable[[Any], float]:
    """Return a bowl whose lowest point is far from all cases."""

    def bowl(w: Any) -> float:
        return float(scale * np.sum((np.asarray(w, dtype=float) + 10.0) ** 2))

    return bowl


def _gradient_of_bowl(scale: float, change: Callable[[Any], Any], name: str) -> Any:
    """Return the bowl's gradient after a change, under a name that tells the reader which."""

    def gradient(w: Any) -> Any:
        return change(2.0 * scale * (np.asarray(w, dtype=float) + 10.0))

    gradient.__name__ = name
    return gradient


def _check_cases(rng: Rng) -> list[tuple[Any, ...]]:
    tilt = np.array([1.0, 1.0, -1.0, -1.0])
    changes: list[tuple[str, float, Callable[[Any], Any]]] = [
        ("right_gradient", 1.0, lambda g: g),
        ("wrong_sign", 1.0, lambda g: -g),
        ("twice_as_large", 1.0, lambda g: 2.0 * g),
        ("half_as_large", 1.0, lambda g: 0.5 * g),
        ("last_is_0", 1.0, lambda g: np.append(g[:-1], 0.0)),
        ("last_off_by_1_percent", 1.0, lambda g: np.append(g[:-1], 1.01 * g[-1])),
        ("first_is_0", 1.0, lambda g: np.append(0.0, g[1:])),
        ("errors_that_cancel", 1.0, lambda g: g + tilt),
        ("order_reversed", 1.0, lambda g: g[::-1]),
        ("right_and_huge", 1e8, lambda g: g),
        ("wrong_and_tiny", 1e-8, lambda g: 1.5 * g),
        ("right_and_tiny", 1e-8, lambda g: g),
    ]
    return [
        (_bowl(scale), _gradient_of_bowl(scale, change, name), rng.uniform(-3, 3, 4).round(1))
        for name, scale, change in changes
    ]


def _comparing(agree: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """Return a check that compares gradient and measured gradient in a way of its own."""

    def check(function: Any, gradient: Any, weights: Any) -> Any:
        return bool(agree(gradient(weights), numerical_gradient(function, weights)))

    return check


_CHECK_MISTAKES = {
    "exact": lambda g, m: np.array_equal(g, m),
    "absolute_tolerance": lambda g, m: np.max(np.abs(g - m)) < 1e-3,
    "absolute_part": lambda g, m: np.allclose(g, m, rtol=1e-4, atol=1e-4),
    "no_absolute_value": lambda g, m: np.max(g - m) < 1e-4 * np.max(np.abs(m)),
    "sums_compared": lambda g, m: abs(np.sum(g - m)) < 1e-4 * np.max(np.abs(m)),
    "lengths_compared": lambda g, m: np.isclose(np.linalg.norm(g), np.linalg.norm(m), rtol=1e-4),
    "only_first": lambda g, m: np.isclose(g[0], m[0], rtol=1e-4),
    "any_entry": lambda g, m: np.any(np.isclose(g, m, rtol=1e-4)),
    "direction": lambda g, m: g @ m > 0.9999 * np.linalg.norm(g) * np.linalg.norm(m),
    "inverted": lambda g, m: not np.allclose(g, m, rtol=1e-4),
    "itself": lambda g, m: True,
}
_SAME_ANSWER_ALWAYS = {"exact", "itself"}


EXERCISES = (
    Exercise(
        name="backpropagate",
        not_to_call=("mse_gradient",),
        lesson=5,
        reference=mse_gradient,
        answer=mse_gradient,
        make_cases=_network_cases,
        mistakes=(
            Mistake("sign", lambda w, x, y: -mse_gradient(w, x, y)),
            Mistake("no_two", lambda w, x, y: mse_gradient(w, x, y) / 2),
            Mistake("no_mean", lambda w, x, y: mse_gradient(w, x, y) * len(x)),
            Mistake("no_factors", lambda w, x, y: mse_gradient(w, x, y) * len(x) / 2),
            *(Mistake(name, _from_pass(f)) for name, f in _NETWORK_MISTAKES.items()),
        ),
    ),
    Exercise(
        name="gradient_is_right",
        lesson=5,
        reference=gradient_is_right,
        answer=gradient_is_right,
        make_cases=_check_cases,
        mistakes=[
            Mistake(name, _comparing(f), symptom=name in _SAME_ANSWER_ALWAYS)
            for name, f in _CHECK_MISTAKES.items()
        ],
    ),
)
