"""Answers to parameter_count, as students write them."""

import numpy as np


def right_short_1(h):
    return float(3 * h + 1)


def right_short_2(hidden_width):
    return sum(3 for _ in range(hidden_width)) + 1


def right_short_3(h):
    return np.array([3 * h + 1])


def right_short_4(h):
    return len([*h * "wbv", "c"])
