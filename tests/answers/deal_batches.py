"""Answers to deal_batches, as students write them."""

import numpy as np


def right_by_lists(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        deck = list(range(n_samples))
        rng.shuffle(deck)
        while deck:
            result.append(deck[:batch_size])
            deck = deck[batch_size:]
    return result


def right_by_splitting(n_samples, batch_size, n_epochs, rng):
    cuts = np.arange(batch_size, n_samples, batch_size)
    for _ in range(n_epochs):
        yield from np.split(rng.permutation(n_samples), cuts)


def right_without_replacement(n_samples, batch_size, n_epochs, rng):
    orders = [rng.choice(n_samples, n_samples, replace=False) for _ in range(n_epochs)]
    starts = range(0, n_samples, batch_size)
    return tuple(order[first:][:batch_size] for order in orders for first in starts)


def mistake_no_reshuffle_1(n_samples, batch_size, n_epochs, rng):
    order = list(rng.permutation(n_samples))
    batches = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return [one for _ in range(n_epochs) for one in batches]


def mistake_with_replacement_1(n_samples, batch_size, n_epochs, rng):
    rest = n_samples % batch_size or batch_size
    sizes = (n_samples - rest) // batch_size * [batch_size] + [rest]
    return [rng.choice(n_samples, size) for _ in range(n_epochs) for size in sizes]
