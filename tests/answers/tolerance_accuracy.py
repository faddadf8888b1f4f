"""Answers to tolerance_accuracy, as students write them."""

import numpy as np


def right_by_loop(y, y_pred, tolerance):
    close = [abs(float(a) - float(b)) < tolerance for a, b in zip(y, y_pred, strict=True)]
    return close.count(True) / len(close)


def right_short_1(y, t, e):
    return np.mean(np.abs(np.float32(y) - np.float32(t)) < e)


def right_short_2(y, t, e):
    return 1 - np.mean((y - t) ** 2 >= e**2)


def right_short_3(y, t, e):
    return np.count_nonzero((t > y - e) & (t < y + e)) / len(y)
