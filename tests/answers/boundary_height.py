"""Answers to boundary_height, as students write them."""

import numpy as np


def right_by_loop(weights, x1):
    w1, w2, b = (float(one) for one in weights)
    return [-w1 / w2 * one - b / w2 for one in x1]


def right_in_single_precision(weights, x1):
    w1, w2, b = weights.astype(np.float32)
    return (-b - w1 * x1.astype(np.float32)) / w2


def mistake_sign_of_slope_1(weights, x1):
    return [(weights[0] * one - weights[2]) / weights[1] for one in x1]
