"""Answers to one_epoch, as students write them."""

from functools import reduce

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.logistic import cross_entropy_gradient, train_sgd
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


def _step(w, x, y, rate, batch):
    return w - rate * _gradient(w, x[batch], y[batch])


def _cut(order, size):
    return [order[i : i + size] for i in range(0, len(order), size)]


def right_by_splitting(weights, x, y, learning_rate, batch_size, rng):
    order = rng.permutation(len(y))
    for batch in np.split(order, np.arange(batch_size, len(y), batch_size)):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def right_without_replacement(weights, x, y, learning_rate, batch_size, rng):
    for batch in _cut(rng.choice(len(y), len(y), replace=False), batch_size):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def right_by_random_keys(weights, x, y, learning_rate, batch_size, rng):
    for batch in _cut(np.argsort(rng.random(len(y))), batch_size):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def right_by_training(weights, x, y, learning_rate, batch_size, rng):
    return train_sgd(weights, x, y, learning_rate, batch_size, 1, rng).history[-1]


def right_by_reduce(weights, x, y, learning_rate, batch_size, rng):
    batches = minibatches(len(y), batch_size, rng)
    return reduce(lambda w, batch: _step(w, x, y, learning_rate, batch), batches, weights)


def right_with_weights_and_bias_apart(weights, x, y, learning_rate, batch_size, rng):
    w, b = weights[:-1].copy(), weights[-1]
    for batch in _cut(rng.permutation(len(y)), batch_size):
        error = sigmoid(x[batch] @ w + b) - y[batch]
        w -= learning_rate * (error @ x[batch]) / len(batch)
        b -= learning_rate * error.mean()
    return np.append(w, b)


def right_with_tanh(weights, x, y, learning_rate, batch_size, rng):
    rows = np.hstack([x, np.ones((len(x), 1))])
    for batch in _cut(rng.permutation(len(y)), batch_size):
        p = 0.5 + 0.5 * np.tanh(rows[batch] @ weights / 2)
        weights = weights - learning_rate * np.mean((p - y[batch])[:, None] * rows[batch], axis=0)
    return weights


def right_by_dealing_from_the_end(weights, x, y, learning_rate, batch_size, rng):
    deck = rng.permutation(len(y)).tolist()
    while deck:
        batch = [deck.pop() for _ in range(min(batch_size, len(deck)))]
        weights = _step(weights, x, y, learning_rate, batch)
    return tuple(weights)


def mistake_no_shuffle_2(weights, x, y, learning_rate, batch_size, rng):
    for batch in _cut(np.sort(rng.permutation(len(y))), batch_size):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def near_no_shuffle_2(weights, x, y, learning_rate, batch_size, rng):
    """Deal from the last to the first: no chance either, but not the order of the data."""
    for batch in _cut(np.arange(len(y))[::-1], batch_size):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def mistake_all_at_once_2(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), len(y), rng):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def near_all_at_once_1(weights, x, y, learning_rate, batch_size, rng):
    """Take as many steps as there are batches, each with all examples."""
    for _ in _cut(rng.permutation(len(y)), batch_size):
        weights = _step(weights, x, y, learning_rate, np.arange(len(y)))
    return weights


def near_all_at_once_2(weights, x, y, learning_rate, batch_size, rng):
    """Deal batches that are twice as large."""
    for batch in _cut(rng.permutation(len(y)), 2 * batch_size):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def near_only_one_step_2(weights, x, y, learning_rate, batch_size, rng):
    """Take all steps with the first batch."""
    batches = _cut(rng.permutation(len(y)), batch_size)
    for _ in batches:
        weights = _step(weights, x, y, learning_rate, batches[0])
    return weights


def mistake_old_weights_2(weights, x, y, learning_rate, batch_size, rng):
    batches = minibatches(len(y), batch_size, rng)
    gradients = [cross_entropy_gradient(weights, x[batch], y[batch]) for batch in batches]
    return weights - learning_rate * np.sum(gradients, axis=0)


def near_old_weights_1(weights, x, y, learning_rate, batch_size, rng):
    """Take the gradient anew at every second step only."""
    w = weights
    for number, batch in enumerate(_cut(rng.permutation(len(y)), batch_size)):
        old = w if number % 2 == 0 else old  # noqa: F821
        w = w - learning_rate * _gradient(old, x[batch], y[batch])
    return w


def near_old_weights_2(weights, x, y, learning_rate, batch_size, rng):
    """Take the mean of the batches' gradients, not one step after the other."""
    batches = _cut(rng.permutation(len(y)), batch_size)
    gradients = [_gradient(weights, x[batch], y[batch]) for batch in batches]
    return weights - learning_rate * np.mean(gradients, axis=0)


def mistake_drawn_apart_2(weights, x, y, learning_rate, batch_size, rng):
    for _ in range(int(np.ceil(len(y) / batch_size))):
        batch = rng.permutation(len(y))[:batch_size]
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def near_drawn_apart_1(weights, x, y, learning_rate, batch_size, rng):
    """Go through all examples twice."""
    for batch in 2 * _cut(rng.permutation(len(y)), batch_size):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def near_drawn_apart_2(weights, x, y, learning_rate, batch_size, rng):
    """Leave out one example of each batch."""
    for batch in _cut(rng.permutation(len(y)), batch_size):
        weights = _step(weights, x, y, learning_rate, batch[1:]) if len(batch) > 1 else weights
    return weights


def mistake_remainder_dropped_2(weights, x, y, learning_rate, batch_size, rng):
    n = len(y) - len(y) % batch_size
    for batch in rng.permutation(len(y))[:n].reshape(-1, batch_size):
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def near_remainder_dropped_1(weights, x, y, learning_rate, batch_size, rng):
    """Leave out the last batch, full or not."""
    for batch in _cut(rng.permutation(len(y)), batch_size)[:-1]:
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def near_remainder_dropped_2(weights, x, y, learning_rate, batch_size, rng):
    """Use the last, smaller batch twice."""
    batches = _cut(rng.permutation(len(y)), batch_size)
    batches += [one for one in batches[-1:] if len(one) < batch_size]
    for batch in batches:
        weights = _step(weights, x, y, learning_rate, batch)
    return weights


def mistake_no_mean_2(weights, x, y, learning_rate, batch_size, rng):
    rows = np.column_stack([x, np.ones(len(x))])
    for batch in _cut(rng.permutation(len(y)), batch_size):
        total = sum((sigmoid(rows[s] @ weights) - y[s]) * rows[s] for s in batch)
        weights = weights - learning_rate * total
    return weights


def near_no_mean_1(weights, x, y, learning_rate, batch_size, rng):
    """Take the sum for the weights and the mean for the bias."""
    for batch in minibatches(len(y), batch_size, rng):
        error = sigmoid(x[batch] @ weights[:-1] + weights[-1]) - y[batch]
        weights = weights - learning_rate * np.append(error @ x[batch], error.mean())
    return weights


def near_no_mean_2(weights, x, y, learning_rate, batch_size, rng):
    """Take steps that are twice as long."""
    for batch in minibatches(len(y), batch_size, rng):
        weights = _step(weights, x, y, 2 * learning_rate, batch)
    return weights


def mistake_mean_over_all_2(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        share = len(batch) / len(y)
        weights = weights - learning_rate * share * _gradient(weights, x[batch], y[batch])
    return weights


def near_mean_over_all_2(weights, x, y, learning_rate, batch_size, rng):
    """Divide each step by the number of batches."""
    batches = minibatches(len(y), batch_size, rng)
    for batch in batches:
        weights = _step(weights, x, y, learning_rate / len(batches), batch)
    return weights


def mistake_uphill_2(weights, x, y, learning_rate, batch_size, rng):
    for batch in minibatches(len(y), batch_size, rng):
        error = y[batch] - sigmoid(x[batch] @ weights[:-1] + weights[-1])
        step = np.append(error @ x[batch], error.sum()) / len(batch)
        weights = weights - learning_rate * step
    return weights


def near_uphill_1(weights, x, y, learning_rate, batch_size, rng):
    """Go downhill with the weights and uphill with the bias."""
    signs = np.append(np.ones(len(weights) - 1), -1.0)
    for batch in minibatches(len(y), batch_size, rng):
        weights = weights - learning_rate * signs * _gradient(weights, x[batch], y[batch])
    return weights


def near_uphill_2(weights, x, y, learning_rate, batch_size, rng):
    """Train for the other class."""
    for batch in minibatches(len(y), batch_size, rng):
        weights = _step(weights, x, 1 - y, learning_rate, batch)
    return weights


def mistake_no_rate_2(weights, x, y, learning_rate, batch_size, rng):
    w = np.array(weights)
    for batch in _cut(rng.permutation(len(y)), batch_size):
        w -= cross_entropy_gradient(w, x[batch], y[batch])
    return w


def near_no_rate_1(weights, x, y, learning_rate, batch_size, rng):
    """Divide by the learning rate."""
    for batch in minibatches(len(y), batch_size, rng):
        weights = _step(weights, x, y, 1 / learning_rate, batch)
    return weights


def near_no_rate_2(weights, x, y, learning_rate, batch_size, rng):
    """Bring in the learning rate twice."""
    for batch in minibatches(len(y), batch_size, rng):
        weights = _step(weights, x, y, learning_rate**2, batch)
    return weights


def mistake_only_change_2(weights, x, y, learning_rate, batch_size, rng):
    moved = np.zeros(len(weights))
    for batch in minibatches(len(y), batch_size, rng):
        moved -= learning_rate * _gradient(weights + moved, x[batch], y[batch])
    return moved


def near_only_change_1(weights, x, y, learning_rate, batch_size, rng):
    """Return how far the weights have come down."""
    w = weights
    for batch in minibatches(len(y), batch_size, rng):
        w = _step(w, x, y, learning_rate, batch)
    return weights - w


def near_only_change_2(weights, x, y, learning_rate, batch_size, rng):
    """Start at zero and not at the weights."""
    w = np.zeros(len(weights))
    for batch in minibatches(len(y), batch_size, rng):
        w = _step(w, x, y, learning_rate, batch)
    return w
