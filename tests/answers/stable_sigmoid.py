"""Answers to stable_sigmoid, as students write them."""

import math

import numpy as np


def right_by_loop(z):
    result = []
    for one in z:
        small = math.exp(-abs(one))
        result.append(1 / (1 + small) if one >= 0 else small / (1 + small))
    return result


def right_in_single_precision(z):
    small = np.exp(-np.abs(np.asarray(z, dtype=np.float32)))
    return np.where(z >= 0, np.float32(1), small) / (1 + small)


def right_by_masks(z):
    result = np.empty(len(z))
    result[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    result[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return result


def right_short_1(z):
    return (1 + np.tanh(z / 2)) / 2


def right_short_2(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def right_short_3(z):
    return np.exp(-np.logaddexp(0, -z))


def mistake_overflow_1(z):
    return 1.0 / (1.0 + np.exp(-z))
