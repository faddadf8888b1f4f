"""Answers to cross_entropy, as students write them."""

import math

import numpy as np


def right_by_loop(y, probability):
    total = 0.0
    for one, p in zip(y.tolist(), probability.tolist(), strict=True):
        total -= math.log(max(p if one else 1 - p, 1e-12))
    return total / len(y)


def right_clipped(y, probability):
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def right_with_something_added(y, probability):
    p = probability
    return -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))


def right_in_single_precision(y, probability):
    chosen = np.where(y == 1, probability, 1 - probability).astype(np.float32)
    return np.mean(-np.log(np.maximum(chosen, np.float32(1e-30))))


def mistake_log_of_zero_1(y, p):
    return -sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(y)
