"""Exercises of lesson 4, on descent: one step, the path of many, and the largest stable rate."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lessonlib.exercises.drawings import Path
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.optimizers import gradient_descent, largest_stable_learning_rate
from lessonlib.training import gradient_descent_step

Rng = np.random.Generator
Function = Callable[[Any], Any]

# What functions are called is shown to the reader, so these names are without an underscore.

# one_step(gradient, weights, learning_rate), and descend, which makes n_steps ------------------


def gradient_of_round_bowl(w: Any) -> Any:
    """Return the gradient of ``w · w``."""
    return 2.0 * np.asarray(w, dtype=float)


def gradient_of_tilted_valley(w: Any) -> Any:
    """Return the gradient of a quadratic whose axes are not those of w."""
    n = len(w)
    matrix = np.diag(1.0 + np.arange(n)) + 0.5 * np.ones((n, n))
    return matrix @ np.asarray(w, dtype=float) - 1.0


def _step_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = [
        (gradient_of_round_bowl, np.array([1.0]), 0.25),
        (gradient_of_round_bowl, np.array([3.0, -4.0]), 0.1),
        (gradient_of_tilted_valley, np.array([3.5, 1.5]), 0.2),
    ]
    cases += [(gradient_of_tilted_valley, rng.normal(size=n).round(2), 0.05) for n in (3, 6)]
    return cases


def _descend_cases(rng: Rng) -> list[tuple[Any, ...]]:
    n_steps = [1, 2, 4, 3, 10]
    cases = [(*case, n) for case, n in zip(_step_cases(rng), n_steps, strict=True)]
    # The first step ends where the gradient is 0: the rows after it are wanted all the same.
    return [*cases, (gradient_of_round_bowl, np.array([0.25, -0.5]), 0.5, 3)]


def _step_reference(gradient: Function, weights: Any, learning_rate: float) -> Any:
    return gradient_descent(gradient, weights, learning_rate, n_steps=1)[-1]


def _step_in_place(gradient: Function, weights: Any, learning_rate: float) -> Any:
    weights -= learning_rate * gradient(weights)
    return weights


def _step_one_by_one(gradient: Function, weights: Any, learning_rate: float) -> Any:
    w = weights.copy()
    for p in range(len(w)):
        w[p] -= learning_rate * gradient(w)[p]
    return w


def _step_of_length_one(gradient: Function, weights: Any, learning_rate: float) -> Any:
    direction = gradient(weights)
    return weights - learning_rate * direction / np.linalg.norm(direction)


def _path_of(step: Callable[..., Any]) -> Callable[..., Any]:
    """Return the loop that makes the step of a mistake, again and again."""

    def descend(gradient: Function, weights: Any, learning_rate: float, n_steps: int) -> Any:
        path = [weights]
        for _ in range(n_steps):
            path.append(step(gradient, path[-1].copy(), learning_rate))
        return np.array(path)

    return descend


def _path_without_first(*arguments: Any) -> Any:
    return gradient_descent(*arguments)[1:]


def _path_without_last(*arguments: Any) -> Any:
    return gradient_descent(*arguments)[:-1]


def _path_only_last(*arguments: Any) -> Any:
    return gradient_descent(*arguments)[-1]


def _path_only_last_row(*arguments: Any) -> Any:
    return gradient_descent(*arguments)[-1:]


def _path_of_one_array(*arguments: Any) -> Any:
    path = gradient_descent(*arguments)
    return np.tile(path[-1], (len(path), 1))


def _path_of_one_array_after_start(*arguments: Any) -> Any:
    path = gradient_descent(*arguments)
    path[1:] = path[-1]
    return path


def _path_in_place(gradient: Function, weights: Any, learning_rate: float, n_steps: int) -> Any:
    for _ in range(n_steps):
        weights -= learning_rate * gradient(weights)
    return weights


def _path_along_first_gradient(
    gradient: Function, weights: Any, learning_rate: float, n_steps: int
) -> Any:
    return weights - learning_rate * np.outer(np.arange(n_steps + 1), gradient(weights))


def _path_always_from_start(
    gradient: Function, weights: Any, learning_rate: float, n_steps: int
) -> Any:
    step = _step_reference(gradient, weights, learning_rate)
    return np.array([weights] + n_steps * [step])


# largest_rate(hessian): where gradient descent on a quadratic begins to diverge ----------------


def _hessian_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [
        (np.array([[4.0]]),),
        (np.diag([1.0, 10.0]),),
        (np.array([[3.0, 2.0], [2.0, 3.0]]),),
        (np.diag([20.0, 0.5, 1.0]),),
    ]
    factors = [rng.normal(size=(n, n)) for n in (3, 4, 6)]
    return cases + [((a @ a.T + np.eye(len(a))).round(2),) for a in factors]


EXERCISES = (
    Exercise(
        name="one_step",
        lesson=4,
        reference=_step_reference,
        answer=gradient_descent_step,
        make_cases=_step_cases,
        mistakes=(
            Mistake("uphill", lambda g, w, rate: w + rate * g(w)),
            Mistake("in_place", _step_in_place, symptom=True),
            Mistake("one_by_one", _step_one_by_one),
            Mistake("no_rate", lambda g, w, rate: w - g(w)),
            Mistake("only_change", lambda g, w, rate: -rate * g(w)),
            Mistake("length_one", _step_of_length_one),
            Mistake("weights_as_gradient", lambda g, w, rate: w - rate * w),
        ),
    ),
    Exercise(
        name="descend",
        draw=Path(),
        lesson=4,
        reference=gradient_descent,
        answer=gradient_descent,
        make_cases=_descend_cases,
        mistakes=(
            Mistake("uphill", _path_of(lambda g, w, rate: w + rate * g(w))),
            Mistake("no_rate", _path_of(lambda g, w, rate: w - g(w))),
            Mistake("in_place", _path_in_place, symptom=True),
            Mistake("one_by_one", _path_of(_step_one_by_one)),
            Mistake("same_array", _path_of_one_array),
            Mistake("same_array_after_start", _path_of_one_array_after_start),
            Mistake("no_start", _path_without_first),
            Mistake("no_end", _path_without_last),
            Mistake("only_last", _path_only_last, (_path_only_last_row,)),
            Mistake("first_gradient", _path_along_first_gradient),
            Mistake("always_from_start", _path_always_from_start),
        ),
    ),
    Exercise(
        name="largest_rate",
        lesson=4,
        reference=largest_stable_learning_rate,
        answer=largest_stable_learning_rate,
        make_cases=_hessian_cases,
        mistakes=(
            Mistake("one_over", lambda a: 1 / np.linalg.eigvalsh(a).max()),
            Mistake("smallest", lambda a: 2 / np.linalg.eigvalsh(a).min()),
            Mistake("upside_down", lambda a: np.linalg.eigvalsh(a).max() / 2),
            Mistake("diagonal", lambda a: 2 / np.diag(a).max()),
            Mistake("all_entries", lambda a: 2 / np.linalg.norm(a)),
            Mistake("sum_of_eigenvalues", lambda a: 2 / np.trace(a)),
            Mistake("sign", lambda a: -2 / np.linalg.eigvalsh(a).max()),
        ),
    ),
)
