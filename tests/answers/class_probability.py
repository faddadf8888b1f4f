"""Answers to class_probability, as students write them."""

import math

import numpy as np

from lessonlib.activations import sigmoid


def right_by_loop(weights, x):
    result = []
    for row in x:
        z = sum(float(w) * float(one) for w, one in zip(weights, row, strict=False)) + weights[-1]
        result.append(1 / (1 + math.exp(-z)) if z > -700 else 0)
    return result


def right_with_a_column_of_ones(weights, x):
    return sigmoid(np.hstack([x, np.ones((len(x), 1))]) @ weights)


def right_naive(weights, x):
    return 1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))


def right_in_single_precision(weights, x):
    z = x.astype(np.float32) @ weights[:-1].astype(np.float32) + np.float32(weights[-1])
    return (np.float32(0.5) + np.float32(0.5) * np.tanh(z / 2)).astype(np.float32)
