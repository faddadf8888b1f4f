"""Exercise of lesson 5: a check of any gradient, by nudging."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lessonlib.derivatives import numerical_gradient
from lessonlib.exercises.exercise import Exercise, Mistake

Rng = np.random.Generator

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
    cases = [
        (_bowl(scale), _gradient_of_bowl(scale, change, name), rng.uniform(-3, 3, 4).round(1))
        for name, scale, change in changes
    ]
    return cases + _cases_by_share()


def _cases_by_share() -> list[tuple[Any, ...]]:
    """Return gradients whose errors are shares of the largest entry, which is the first."""
    alike, unlike = np.array([2.5, 0.5, -1.0, 1.5]), np.array([2.5, -9.75, -10.25, -9.5])
    changes: list[tuple[str, Any, Sequence[float]]] = [
        ("largest_off_by_half_the_limit", alike, [5e-5, 0.0, 0.0, 0.0]),
        ("last_off_by_twice_the_limit", alike, [0.0, 0.0, 0.0, 2e-4]),
        ("all_off_by_less_than_the_limit", unlike, [8e-5, 8e-5, 8e-5, 8e-5]),
        ("only_second_is_right", alike, [0.1, 0.0, 0.1, 0.1]),
    ]
    return [
        (_bowl(1.0), _gradient_of_bowl(1.0, _off_by(shares), name), at)
        for name, at, shares in changes
    ]


def _off_by(shares: Sequence[float]) -> Callable[[Any], Any]:
    return lambda g: g + g[0] * np.array(shares)


def _comparing(agree: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """Return a check that compares gradient and measured gradient in a way of its own."""

    def check(function: Any, gradient: Any, weights: Any) -> Any:
        return bool(agree(gradient(weights), numerical_gradient(function, weights)))

    return check


_Agreement = Callable[[Any, Any], Any]
_CHECK_MISTAKES: dict[str, list[_Agreement]] = {
    "exact": [lambda g, m: np.array_equal(g, m)],
    "absolute_tolerance": [
        lambda g, m: np.max(np.abs(g - m)) < 1e-3,
        lambda g, m: np.max(np.abs(g - m)) < 1e-2,
    ],
    "absolute_part": [
        lambda g, m: np.allclose(g, m, rtol=1e-4, atol=1e-4),
        lambda g, m: np.allclose(g, m, atol=1e-6),
    ],
    "too_strict": [
        lambda g, m: np.max(np.abs(g - m)) < 1e-5 * np.max(np.abs(m)),
        lambda g, m: np.allclose(g, m, rtol=1e-4, atol=0),
    ],
    "too_lenient": [lambda g, m: np.max(np.abs(g - m)) < 1e-3 * np.max(np.abs(m))],
    "no_absolute_value": [lambda g, m: np.max(g - m) < 1e-4 * np.max(np.abs(m))],
    "sums_compared": [
        lambda g, m: abs(np.sum(g - m)) < 1e-4 * np.max(np.abs(m)),
        lambda g, m: abs(np.mean(g - m)) < 1e-4 * np.max(np.abs(m)),
        lambda g, m: np.isclose(np.sum(g), np.sum(m)),
    ],
    "lengths_compared": [
        lambda g, m: np.isclose(np.linalg.norm(g), np.linalg.norm(m), rtol=1e-4),
        lambda g, m: np.isclose(np.linalg.norm(g), np.linalg.norm(m)),
    ],
    "only_first": [lambda g, m: np.isclose(g[0], m[0], rtol=1e-4)],
    "any_entry": [
        lambda g, m: np.any(np.isclose(g, m, rtol=1e-4)),
        lambda g, m: np.min(np.abs(g - m)) < 1e-4 * np.max(np.abs(m)),
    ],
    "direction": [
        lambda g, m: g @ m > 0.9999 * np.linalg.norm(g) * np.linalg.norm(m),
        lambda g, m: np.allclose(g / np.linalg.norm(g), m / np.linalg.norm(m), rtol=0, atol=1e-4),
    ],
    "inverted": [lambda g, m: np.max(np.abs(g - m)) > 1e-4 * np.max(np.abs(m))],
    "itself": [lambda g, m: True],
}
# Their messages say what comes out, not how: many ways lead there.
_CHECK_SYMPTOMS = {"exact", "itself", "absolute_tolerance", "too_strict", "too_lenient"}


EXERCISES = (
    Exercise(
        name="gradient_is_right",
        lesson=5,
        reference=gradient_is_right,
        answer=gradient_is_right,
        make_cases=_check_cases,
        mistakes=[
            Mistake(name, ways[0], tuple(ways[1:]), symptom=name in _CHECK_SYMPTOMS)
            for name, agreements in _CHECK_MISTAKES.items()
            if (ways := [_comparing(one) for one in agreements])
        ],
    ),
)
