"""Exercise of lesson 5, on the network: backpropagation."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from lessonlib.activations import sigmoid_derivative
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

_NETWORK_OTHER_WAYS = {
    "no_transpose": (
        _from_pass(lambda p: [(p.d_hidden * p.x).sum(axis=0), *_with_hidden(p, p.d_hidden)[1:]]),
    ),
}


def _joined_with_a_bare_number(weights: Any, x: Any, y: Any) -> Any:
    width = len(weights) // 3
    *parts, last = np.split(mse_gradient(weights, x, y), [width, 2 * width, 3 * width])
    return np.concatenate([*parts, last[0]])


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
            *(
                Mistake(name, _from_pass(f), _NETWORK_OTHER_WAYS.get(name, ()))
                for name, f in _NETWORK_MISTAKES.items()
            ),
            Mistake("bare_number", _joined_with_a_bare_number, symptom=True),
        ),
    ),
)
