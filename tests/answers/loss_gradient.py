"""Answers to loss_gradient, as students write them."""

import math

import numpy as np

from lessonlib.activations import sigmoid


def right_by_loop(weights, x, y):
    total = [0.0] * len(weights)
    for row, one in zip(x.tolist(), y.tolist(), strict=True):
        row = [*row, 1.0]
        p = 1 / (1 + math.exp(-sum(w * r for w, r in zip(weights, row, strict=True))))
        total = [t + (p - one) * r / len(y) for t, r in zip(total, row, strict=True)]
    return total


def right_by_broadcasting(weights, x, y):
    rows = np.hstack([x, np.ones((len(x), 1))])
    return np.mean((sigmoid(rows @ weights) - y)[:, None] * rows, axis=0)


def right_in_single_precision(weights, x, y):
    rows = np.hstack([x, np.ones((len(x), 1))]).astype(np.float32)
    error = sigmoid(rows @ weights.astype(np.float32)).astype(np.float32) - y.astype(np.float32)
    return rows.T @ error / np.float32(len(y))
