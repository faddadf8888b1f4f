"""Answers to one_step, as students write them."""

import numpy as np


def right_by_loop(gradient, weights, learning_rate):
    slopes = gradient([float(one) for one in weights])
    return [w - learning_rate * g for w, g in zip(weights, slopes, strict=True)]


def right_in_single_precision(gradient, weights, learning_rate):
    slopes = np.asarray(gradient(weights), dtype=np.float32)
    return weights.astype(np.float32) - np.float32(learning_rate) * slopes


def right_on_a_copy(gradient, weights, learning_rate):
    w = weights.copy()
    w -= learning_rate * gradient(w)
    return w


def mistake_in_place_1(gradient, weights, learning_rate):
    for p in range(len(weights)):
        weights[p] = weights[p] - learning_rate * gradient(weights)[p]
    return weights
