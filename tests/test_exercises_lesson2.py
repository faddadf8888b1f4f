"""Exercises of lesson 2: unusual answers that are right pass; near misses get the right message."""

import math

import numpy as np
import pytest

from lessonlib.activations import sigmoid
from lessonlib.exercises import all_exercises, check
from lessonlib.exercises.judging import judge
from lessonlib.exercises.lesson2 import bump as answer_to_bump


def stable_sigmoid_by_loop(z):
    result = []
    for one in z:
        small = math.exp(-abs(one))
        result.append(1 / (1 + small) if one >= 0 else small / (1 + small))
    return result


def stable_sigmoid_in_single_precision(z):
    small = np.exp(-np.abs(np.asarray(z, dtype=np.float32)))
    return np.where(z >= 0, np.float32(1), small) / (1 + small)


def stable_sigmoid_by_masks(z):
    result = np.empty(len(z))
    result[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    result[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return result


def bump_by_loop(x, left, right, height, steepness):
    def one(place):
        return float(sigmoid(steepness * place))

    return [height * (one(a - left) - one(a - right)) for a in x]


def bump_of_a_rising_and_a_falling_one(x, left, right, height, steepness):
    up, down = sigmoid(steepness * (x - left)), sigmoid(-steepness * (x - right))
    return height * (up + down - 1)


def forward_pass_by_loops(x, w, b, v, c):
    outputs = []
    for x_s in x:
        total = float(c)
        for w_h, b_h, v_h in zip(w, b, v, strict=True):
            total += float(v_h) / (1 + math.exp(-(w_h * x_s + b_h)))
        outputs.append(total)
    return outputs


def forward_pass_in_single_precision(x, w, b, v, c):
    x, w, b, v = (np.asarray(one, dtype=np.float32) for one in (x, w, b, v))
    return (sigmoid(np.outer(x, w) + b).astype(np.float32) @ v + np.float32(c)).astype(np.float32)


def forward_pass_units_first(x, w, b, v, c):
    return v @ sigmoid(np.outer(w, x) + b.reshape(-1, 1)) + c


RIGHT = {
    "stable_sigmoid": [
        stable_sigmoid_by_loop,
        stable_sigmoid_in_single_precision,
        stable_sigmoid_by_masks,
        lambda z: (1 + np.tanh(z / 2)) / 2,
        lambda z: 1 / (1 + np.exp(-np.clip(z, -500, 500))),
        lambda z: np.exp(-np.logaddexp(0, -z)),
    ],
    "bump": [
        answer_to_bump,
        bump_by_loop,
        bump_of_a_rising_and_a_falling_one,
        lambda x, *numbers: answer_to_bump(np.float32(x), *map(np.float32, numbers)),
    ],
    "forward_pass": [
        forward_pass_by_loops,
        forward_pass_in_single_precision,
        forward_pass_units_first,
        lambda x, w, b, v, c: (sigmoid(x[:, None] * w + b) * v).sum(axis=-1) + c,
    ],
    "parameter_count": [
        lambda h: float(3 * h + 1),
        lambda hidden_width: sum(3 for _ in range(hidden_width)) + 1,
        lambda h: np.array([3 * h + 1]),
        lambda h: len([*h * "wbv", "c"]),
    ],
}


@pytest.mark.parametrize("name", RIGHT)
def test_unusual_but_right_answers_pass(name):
    exercise = all_exercises()[name]
    for function in RIGHT[name]:
        judgement = judge(exercise, function)
        assert judgement.kind == "passed", (function, judgement)


def test_a_sigmoid_that_overflows_is_told_though_its_numbers_are_right():
    def stable_sigmoid(z):
        return 1.0 / (1.0 + np.exp(-z))

    verdict = check(stable_sigmoid)
    assert verdict.kind == "mistake"
    assert "overflow" in repr(verdict)


def test_a_table_of_shape_s_by_s_is_told():
    def forward_pass(x, w, b, v, c):
        a = sigmoid(x.reshape(-1, 1) @ w.reshape(1, -1) + b)
        return a @ v.reshape(-1, 1) + c * np.ones_like(x)

    assert "(S, S)" in repr(check(forward_pass))
