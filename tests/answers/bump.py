"""Answers to bump, as students write them."""

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.exercises.lesson2 import bump as answer_to_bump


def right_by_loop(x, left, right, height, steepness):
    def one(place):
        return float(sigmoid(steepness * place))

    return [height * (one(a - left) - one(a - right)) for a in x]


def right_of_a_rising_and_a_falling_one(x, left, right, height, steepness):
    up, down = sigmoid(steepness * (x - left)), sigmoid(-steepness * (x - right))
    return height * (up + down - 1)


def right_short_1(x, *numbers):
    return answer_to_bump(np.float32(x), *map(np.float32, numbers))
