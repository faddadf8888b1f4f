"""Exercises of lesson 2: a network is a sum of sigmoids."""

import math
from typing import Any

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.exercises.drawings import Curve
from lessonlib.exercises.exercise import Exercise, Mistake
from lessonlib.experiments.lesson2 import bump_weights
from lessonlib.networks import count_parameters, forward, pack

Rng = np.random.Generator

# stable_sigmoid(z): no overflow, however large z is -------------------------------------------


def _sigmoid_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = [[0.0, 0.0], [-2.0, 0.0, 2.0], [999.0, 1000.0], [-1000.0, -999.0], [-1000.0, 1000.0]]
    arrays = [np.array(case) for case in cases]
    return [
        (z,) for z in [*arrays, rng.normal(0, 3, 8).round(2), rng.uniform(-800, 800, 20).round()]
    ]


def _sigmoid_by_where(z: Any, swapped: bool = False) -> Any:
    return np.where((z >= 0) != swapped, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def _sigmoid_by_math(one: float, other_side: bool) -> float:
    if (one >= 0) != other_side:
        return 1 / (1 + math.exp(-one))
    return math.exp(one) / (1 + math.exp(one))


_SIGMOID_MISTAKES = (
    Mistake("overflow", lambda z: 1 / (1 + np.exp(-z))),
    Mistake("overflow_to_nan", lambda z: np.exp(z) / (1 + np.exp(z))),
    Mistake("both_sides", _sigmoid_by_where),
    Mistake("wrong_sign", lambda z: 1 / (1 + np.exp(z))),
    Mistake("wrong_sign_to_nan", lambda z: np.exp(-z) / (1 + np.exp(-z))),
    Mistake("falling", lambda z: sigmoid(-z)),
    Mistake("branches_changed", lambda z: _sigmoid_by_where(z, swapped=True)),
    Mistake("absolute", lambda z: sigmoid(np.abs(z))),
    Mistake(
        "absolute_negative", lambda z: sigmoid(-np.abs(z)), (lambda z: 1 / (1 + np.exp(np.abs(z))),)
    ),
    Mistake("math_exp", lambda z: 1 / (1 + math.exp(-z)), symptom=True),
    Mistake(
        "math_overflow",
        lambda z: [1 / (1 + math.exp(-one)) for one in z],
        (
            lambda z: [math.exp(one) / (1 + math.exp(one)) for one in z],
            lambda z: [_sigmoid_by_math(one, other_side=True) for one in z],
        ),
    ),
    Mistake("tanh", lambda z: np.tanh(z)),
    Mistake("tanh_not_moved", lambda z: np.tanh(z / 2)),
    Mistake("tanh_too_high", lambda z: 1 + np.tanh(z / 2)),
    Mistake("tanh_too_steep", lambda z: (1 + np.tanh(z)) / 2),
    Mistake("step", lambda z: np.where(z >= 0, 1.0, 0.0), (lambda z: np.where(z > 0, 1.0, 0.0),)),
)

# bump(x, left, right, height, steepness): up at left, down at right ---------------------------


def bump(x: Any, left: float, right: float, height: float, steepness: float) -> Any:
    """Add two sigmoids: one goes up by the height, the other down again."""
    up = height * sigmoid(steepness * (x - left))
    down = -height * sigmoid(steepness * (x - right))
    return up + down


def _bump_reference(x: Any, left: float, right: float, height: float, steepness: float) -> Any:
    return forward(bump_weights([left, right], [height], steepness), x)


def _bump_cases(rng: Rng) -> list[tuple[Any, ...]]:
    x = np.linspace(-3.0, 3.0, 13)
    cases = [(x, -1.0, 1.0, 1.0, 10.0), (x, 0.0, 2.0, 1.5, 1.0), (x, 0.5, 1.5, -2.0, 4.0)]
    for _ in range(4):
        left, width, height, steepness = (
            rng.uniform([-2, 0.5, 0.5, 1.5], [1, 2, 3, 6]).round(2).tolist()
        )
        right = round(left + width, 2)
        cases.append((rng.uniform(-3, 3, 9).round(1), left, right, height, steepness))
    return cases


_BUMP_MISTAKES = (
    Mistake("both_up", lambda x, a, b, h, k: h * (sigmoid(k * (x - a)) + sigmoid(k * (x - b)))),
    Mistake("both_down", lambda x, a, b, h, k: -h * (sigmoid(k * (x - a)) + sigmoid(k * (x - b)))),
    Mistake("upside_down", lambda x, a, b, h, k: -bump(x, a, b, h, k)),
    Mistake("lifted", lambda x, a, b, h, k: bump(x, a, b, h, k) + h),
    Mistake("unscaled_bias", lambda x, a, b, h, k: h * (sigmoid(k * x - a) - sigmoid(k * x - b))),
    Mistake(
        "unscaled_bias_sign", lambda x, a, b, h, k: h * (sigmoid(k * x + a) - sigmoid(k * x + b))
    ),
    Mistake("place_sign", lambda x, a, b, h, k: bump(x, -a, -b, h, k)),
    Mistake(
        "swapped_weight_and_bias",
        lambda x, a, b, h, k: h * (sigmoid(-k * a * x + k) - sigmoid(-k * b * x + k)),
    ),
    Mistake("no_height", lambda x, a, b, h, k: bump(x, a, b, 1.0, k)),
    Mistake(
        "height_once",
        lambda x, a, b, h, k: h * sigmoid(k * (x - a)) - sigmoid(k * (x - b)),
        (lambda x, a, b, h, k: sigmoid(k * (x - a)) - h * sigmoid(k * (x - b)),),
    ),
    Mistake("no_steepness", lambda x, a, b, h, k: bump(x, a, b, h, 1.0)),
    Mistake("divided", lambda x, a, b, h, k: bump(x, a, b, h, 1 / k)),
    Mistake("product", lambda x, a, b, h, k: h * sigmoid(k * (x - a)) * sigmoid(k * (b - x))),
    Mistake("only_one", lambda x, a, b, h, k: h * sigmoid(k * (x - a))),
)

# forward_pass(x, w, b, v, c): the network in matrix form --------------------------------------


def _forward_reference(x: Any, w: Any, b: Any, v: Any, c: float) -> Any:
    return forward(pack(w, b, v, c), x)


def _forward_cases(rng: Rng) -> list[tuple[Any, ...]]:
    cases = []
    # The second one is the first that shapes are told apart by: not 1, and not equal.
    for n_samples, hidden_width in [(1, 1), (2, 3), (4, 1), (1, 3), (3, 3), (7, 4), (30, 10)]:
        x = rng.uniform(-3, 3, n_samples).round(1)
        w, b, v = rng.normal(0, 1.5, (3, hidden_width)).round(1)
        cases.append((x, w, b, v, round(rng.uniform(0.5, 2), 1)))
    return cases


def _hidden(x: Any, w: Any, b: Any) -> Any:
    return sigmoid(x[:, None] * w + b)  # (S, H)


_FORWARD_MISTAKES = (
    Mistake("swapped_weight_and_bias", lambda x, w, b, v, c: _hidden(x, b, w) @ v + c),
    Mistake("sigmoid_on_output", lambda x, w, b, v, c: sigmoid(_hidden(x, w, b) @ v + c)),
    Mistake("no_output_bias", lambda x, w, b, v, c: _hidden(x, w, b) @ v),
    Mistake("output_bias_subtracted", lambda x, w, b, v, c: _hidden(x, w, b) @ v - c),
    Mistake("output_bias_per_unit", lambda x, w, b, v, c: (_hidden(x, w, b) * v + c).sum(axis=1)),
    Mistake("no_hidden_bias", lambda x, w, b, v, c: _hidden(x, w, 0 * b) @ v + c),
    Mistake("hidden_bias_subtracted", lambda x, w, b, v, c: _hidden(x, w, -b) @ v + c),
    Mistake("wrong_sign", lambda x, w, b, v, c: _hidden(-x, w, -b) @ v + c),
    Mistake("weight_sign", lambda x, w, b, v, c: _hidden(-x, w, b) @ v + c),
    Mistake("heights_subtracted", lambda x, w, b, v, c: c - _hidden(x, w, b) @ v),
    Mistake("negative", lambda x, w, b, v, c: -(_hidden(x, w, b) @ v + c)),
    Mistake("no_sigmoid", lambda x, w, b, v, c: (x[:, None] * w + b) @ v + c),
    Mistake("no_heights", lambda x, w, b, v, c: _hidden(x, w, b).sum(axis=1) + c),
    Mistake("mean_of_units", lambda x, w, b, v, c: (_hidden(x, w, b) * v).mean(axis=1) + c),
    Mistake(
        "wrong_axis",
        lambda x, w, b, v, c: (_hidden(x, w, b) * v).sum(axis=0) + c,
        (lambda x, w, b, v, c: v @ _hidden(x, w, b) + c,),
    ),
    Mistake("summed_over_all", lambda x, w, b, v, c: (_hidden(x, w, b) * v).sum() + c),
    Mistake("one_number_a_unit", lambda x, w, b, v, c: _hidden(x, w, b) * v + c),
    Mistake(
        "element_by_element",
        lambda x, w, b, v, c: sigmoid(w * x + b) @ v + c,
        (
            lambda x, w, b, v, c: v * sigmoid(w * x + b) + c,
            lambda x, w, b, v, c: (v * sigmoid(w * x + b)).sum() + c,
            lambda x, w, b, v, c: sigmoid(w @ x + b) @ v + c,
        ),
    ),
    Mistake(
        "transposed",
        lambda x, w, b, v, c: sigmoid(w[:, None] * x + b) @ v + c,
        (
            lambda x, w, b, v, c: v @ sigmoid(w[:, None] * x + b) + c,
            lambda x, w, b, v, c: sigmoid(w[:, None] * x + b).T @ v + c,
        ),
    ),
    Mistake("column", lambda x, w, b, v, c: _hidden(x, w, b) @ v[:, None] + c),
    Mistake(
        "broadcast",
        lambda x, w, b, v, c: _hidden(x, w, b) @ v[:, None] + np.full(len(x), c),
        (lambda x, w, b, v, c: _hidden(x, w, b) @ v + np.full((len(x), 1), c),),
    ),
)

# parameter_count(hidden_width): P of a network ------------------------------------------------

# A formula says what comes out, and nothing of why: all of these messages name what it looks like.
_COUNT_FORMULAS = {
    "no_output_bias": lambda h: 3 * h,
    "minus": lambda h: 3 * h - 1,
    "one_short_a_unit": lambda h: 2 * h + 1,
    "no_biases": lambda h: 2 * h,
    "output_bias_per_unit": lambda h: 4 * h,
    "output_as_a_unit": lambda h: 3 * (h + 1),
    "input_with_a_bias": lambda h: 3 * h + 2,
    "only_output_layer": lambda h: h + 1,
    "one_for_all_units": lambda h: 3 + 1,
    "all_pairs": lambda h: h**2 + 3 * h + 1,
}


EXERCISES = (
    Exercise(
        name="bump",
        lesson=2,
        reference=_bump_reference,
        answer=bump,
        make_cases=_bump_cases,
        mistakes=_BUMP_MISTAKES,
        draw=Curve(0, "x"),
    ),
    Exercise(
        name="forward_pass",
        lesson=2,
        reference=_forward_reference,
        answer=forward,
        make_cases=_forward_cases,
        mistakes=_FORWARD_MISTAKES,
        draw=Curve(0, "x"),
    ),
    Exercise(
        name="parameter_count",
        lesson=2,
        reference=count_parameters,
        answer=count_parameters,
        make_cases=lambda rng: [(h,) for h in (1, 2, 3, 10, *rng.integers(20, 90, 3).tolist())],
        mistakes=[Mistake(name, f, symptom=True) for name, f in _COUNT_FORMULAS.items()],
    ),
    Exercise(
        name="stable_sigmoid",
        lesson=2,
        reference=sigmoid,
        answer=sigmoid,
        make_cases=_sigmoid_cases,
        mistakes=_SIGMOID_MISTAKES,
        overflow_counts=True,
        not_to_call=("sigmoid",),
        draw=Curve(0, "z"),
    ),
)
