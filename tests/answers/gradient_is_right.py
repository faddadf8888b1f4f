"""Answers to gradient_is_right, as students write them."""

import numpy as np

from lessonlib.derivatives import numerical_gradient


def right_by_allclose(function, gradient, weights):
    return np.allclose(gradient(weights), numerical_gradient(function, weights))


def right_by_loop(function, gradient, weights):
    claimed = gradient(list(weights))
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += 1e-4
        down[p] -= 1e-4
        measured = (function(up) - function(down)) / 2e-4
        if abs(claimed[p] - measured) > 1e-3 * abs(measured):
            return 0
    return 1


def right_by_length(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.linalg.norm(g - m) / (np.linalg.norm(g) + np.linalg.norm(m)) < 1e-5
