"""Answers to one_epoch, as students write them."""

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.logistic import cross_entropy_gradient
from lessonlib.optimizers import minibatches


def _gradient(weights, x, y):
    error = sigmoid(x @ weights[:-1] + weights[-1]) - y
    return np.append(x.T @ error, error.sum()) / len(y)


def right_with_the_library(weights, x, y, learning_rate, batch_size, rng):
    w = weights
    for batch in minibatches(len(x), batch_size, rng):
        w = w - learning_rate * cross_entropy_gradient(w, x[batch], y[batch])
    return w


def right_in_place_on_a_copy(weights, x, y, learning_rate, batch_size, rng):
    w = np.array(weights, dtype=float)
    order = rng.permutation(len(y))
    for first in range(0, len(y), batch_size):
        chosen = order[first : first + batch_size]
        w -= learning_rate * _gradient(w, x[chosen], y[chosen])
    return w


def right_shuffled_by_columns(weights, x, y, learning_rate, batch_size, rng):
    table = np.column_stack([x, y])
    rng.shuffle(table)
    for part in np.split(table, np.arange(batch_size, len(table), batch_size)):
        weights = weights - learning_rate * _gradient(weights, part[:, :-1], part[:, -1])
    return weights.tolist()


def right_by_loop_over_examples(weights, x, y, learning_rate, batch_size, rng):
    deck = list(range(len(y)))
    rng.shuffle(deck)
    w = weights.copy()
    while deck:
        batch, deck = deck[:batch_size], deck[batch_size:]
        total = np.zeros(len(w))
        for s in batch:
            row = np.append(x[s], 1.0)
            total += (1 / (1 + np.exp(-row @ w)) - y[s]) * row
        w = w - learning_rate * total / len(batch)
    return w


def mistake_no_shuffle_1(weights, x, y, learning_rate, batch_size, rng):
    for i in range(0, len(y), batch_size):
        part = slice(i, i + batch_size)
        weights = weights - learning_rate * _gradient(weights, x[part], y[part])
    return weights


def near_no_shuffle_1(weights, x, y, learning_rate, batch_size, rng):
    """Shuffle x and leave y: the pairs are torn."""
    x = rng.permutation(x)
    for i in range(0, len(y), batch_size):
        part = slice(i, i + batch_size)
        weights = weights - learning_rate * _gradient(weights, x[part], y[part])
    return weights


def mistake_all_at_once_1(weights, x, y, learning_rate, batch_size, rng):
    return weights - learning_rate * _gradient(weights, x, y)


def mistake_only_one_step_1(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        return weights - learning_rate * _gradient(weights, x[batch], y[batch])


def mistake_only_one_step_2(weights, x, y, learning_rate, batch_size, rng):
    order = rng.permutation(len(y))
    for first in range(0, len(y), batch_size):
        batch = order[first : first + batch_size]
        after = weights - learning_rate * _gradient(weights, x[batch], y[batch])
    return after


def near_only_one_step_1(weights, x, y, learning_rate, batch_size, rng):
    """Take two steps of the epoch."""
    for batch in minibatches(len(y), batch_size, rng)[:2]:
        weights = weights - learning_rate * _gradient(weights, x[batch], y[batch])
    return weights


def mistake_old_weights_1(weights, x, y, learning_rate, batch_size, rng):
    moved = np.zeros(len(weights))
    order = rng.permutation(len(y))
    for first in range(0, len(y), batch_size):
        batch = order[first : first + batch_size]
        moved = moved - learning_rate * _gradient(weights, x[batch], y[batch])
    return weights + moved


def mistake_drawn_apart_1(weights, x, y, learning_rate, batch_size, rng):
    n_left = len(y)
    while n_left > 0:
        size = min(batch_size, n_left)
        batch = rng.choice(len(y), size, replace=False)
        weights = weights - learning_rate * _gradient(weights, x[batch], y[batch])
        n_left -= size
    return weights


def mistake_remainder_dropped_1(weights, x, y, learning_rate, batch_size, rng):
    order = rng.permutation(len(y))
    for number in range(len(y) // batch_size):
        batch = order[number * batch_size : (number + 1) * batch_size]
        weights = weights - learning_rate * _gradient(weights, x[batch], y[batch])
    return weights


def mistake_no_mean_1(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        error = sigmoid(x[batch] @ weights[:-1] + weights[-1]) - y[batch]
        weights = weights - learning_rate * np.append(error @ x[batch], error.sum())
    return weights


def mistake_mean_over_all_1(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        error = sigmoid(x[batch] @ weights[:-1] + weights[-1]) - y[batch]
        step = np.append(error @ x[batch], error.sum()) / len(x)
        weights = weights - learning_rate * step
    return weights


def near_mean_over_all_1(weights, x, y, learning_rate, batch_size, rng):
    """Divide by the batch size, although the last batch may have fewer examples."""
    for batch in minibatches(len(y), batch_size, rng):
        error = sigmoid(x[batch] @ weights[:-1] + weights[-1]) - y[batch]
        step = np.append(error @ x[batch], error.sum()) / batch_size
        weights = weights - learning_rate * step
    return weights


def mistake_uphill_1(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        weights = weights + learning_rate * _gradient(weights, x[batch], y[batch])
    return weights


def mistake_no_rate_1(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        weights = weights - _gradient(weights, x[batch], y[batch])
    return weights


def mistake_only_change_1(weights, x, y, learning_rate, batch_size, rng):
    w = weights.copy()
    for batch in minibatches(len(y), batch_size, rng):
        w = w - learning_rate * _gradient(w, x[batch], y[batch])
    return w - weights


def symptom_in_place_1(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        weights -= learning_rate * _gradient(weights, x[batch], y[batch])
    return weights


def wrong_labels_left_in_order(weights, x, y, learning_rate, batch_size, rng):
    order = rng.permutation(len(y))
    for i in range(0, len(y), batch_size):
        chosen = order[i : i + batch_size]
        weights = weights - learning_rate * _gradient(weights, x[chosen], y[i : i + batch_size])
    return weights
