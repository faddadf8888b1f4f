"""Answers to mse_loss, as students write them."""

import numpy as np


def right_by_loop(y, y_pred):
    total = 0
    for target, output in zip(list(y), list(y_pred), strict=True):
        total += (float(output) - float(target)) ** 2
    return total / len(y)


def right_short_1(y, t):
    return np.mean((np.float32(y) - np.float32(t)) ** 2)


def right_short_2(y, t):
    return np.dot(y - t, y - t) / y.size


def right_short_3(y, t):
    return [np.mean(np.abs(t - y) ** 2)]


def right_short_4(y, t):
    return np.var(t - y) + np.mean(t - y) ** 2
