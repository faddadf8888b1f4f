"""Answers to descend, as students write them."""

import numpy as np


def right_by_append(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return path


def right_with_copies(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w.copy()]
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w.copy())
    return [row.tolist() for row in path]


def right_into_a_table(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps + 1, len(weights)))
    table[0] = weights
    for t in range(n_steps):
        table[t + 1] = table[t] - learning_rate * gradient(table[t])
    return table


def mistake_same_array_1(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w]
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w)
    return path


def mistake_same_array_after_start_1(gradient, weights, learning_rate, n_steps):
    path, w = [weights], weights.copy()
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w)
    return np.array(path)


def mistake_in_place_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        weights -= learning_rate * gradient(weights)
        path.append(weights)
    return np.array(path)


def mistake_no_end_1(gradient, weights, learning_rate, n_steps):
    path, w = [], weights
    for _ in range(n_steps + 1):
        path.append(w)
        w = w - learning_rate * gradient(w)
    return path[:-1]
