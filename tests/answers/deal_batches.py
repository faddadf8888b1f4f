"""Answers to deal_batches, as students write them."""

import random

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


def right_by_slices(n_samples, batch_size, n_epochs, rng):
    batches = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for first in range(0, n_samples, batch_size):
            batches.append(order[first : first + batch_size])
    return batches


def right_by_splitting(n_samples, batch_size, n_epochs, rng):
    cuts = np.arange(batch_size, n_samples, batch_size)
    for _ in range(n_epochs):
        yield from np.split(rng.permutation(n_samples), cuts)


def right_without_replacement(n_samples, batch_size, n_epochs, rng):
    orders = [rng.choice(n_samples, n_samples, replace=False) for _ in range(n_epochs)]
    starts = range(0, n_samples, batch_size)
    return tuple(order[first:][:batch_size] for order in orders for first in starts)


def right_by_sorting_random_numbers(n_samples, batch_size, n_epochs, rng):
    n_batches = int(np.ceil(n_samples / batch_size))
    result = []
    for _ in range(n_epochs):
        order = np.argsort(rng.random(n_samples))
        result += [order[i * batch_size : (i + 1) * batch_size] for i in range(n_batches)]
    return result


def right_by_one_card_after_the_other(n_samples, batch_size, n_epochs, rng):
    result, batch = [], []
    for _ in range(n_epochs):
        for i in rng.permutation(n_samples):
            batch.append(int(i))
            if len(batch) == batch_size:
                result.append(batch)
                batch = []
        if batch:
            result.append(batch)
            batch = []
    return result


def right_with_the_rest_appended(n_samples, batch_size, n_epochs, rng):
    full = n_samples // batch_size
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for i in range(full):
            result.append(order[i * batch_size : (i + 1) * batch_size])
        if n_samples % batch_size != 0:
            result.append(order[full * batch_size :])
    return result


def right_shuffling_the_same_array_again(n_samples, batch_size, n_epochs, rng):
    order = np.arange(n_samples)
    result = []
    for _ in range(n_epochs):
        rng.shuffle(order)
        for first in range(0, n_samples, batch_size):
            result.append(order[first : first + batch_size].copy())
    return result


def right_drawn_from_what_is_left(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        left = set(range(n_samples))
        while left:
            batch = rng.choice(sorted(left), min(batch_size, len(left)), replace=False)
            left -= set(batch.tolist())
            result.append(batch)
    return result


def right_all_orders_at_once(n_samples, batch_size, n_epochs, rng):
    orders = rng.permuted(np.tile(np.arange(n_samples), (n_epochs, 1)), axis=1)
    return [
        orders[i, first : first + batch_size]
        for i in range(n_epochs)
        for first in range(0, n_samples, batch_size)
    ]


def right_by_recursion(n_samples, batch_size, n_epochs, rng):
    if n_epochs == 0:
        return []
    order = rng.permutation(n_samples)
    batches = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return batches + right_by_recursion(n_samples, batch_size, n_epochs - 1, rng)


def right_as_floats(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        numbers = np.linspace(0, n_samples - 1, n_samples).round()
        rng.shuffle(numbers)
        result.extend(numbers[i : i + batch_size] for i in range(0, n_samples, batch_size))
    return result


def right_by_swaps(n_samples, batch_size, n_epochs, rng):
    order, result = list(range(n_samples)), []
    for _ in range(n_epochs):
        for i in range(n_samples - 1, 0, -1):
            j = rng.integers(i + 1)
            order[i], order[j] = order[j], order[i]
        result += [tuple(order[i : i + batch_size]) for i in range(0, n_samples, batch_size)]
    return result


def right_by_generators_of_their_own(n_samples, batch_size, n_epochs, rng):
    seeds = rng.integers(0, 10**9, n_epochs)
    orders = (np.random.default_rng(seed).permutation(n_samples) for seed in seeds)
    return [o[i : i + batch_size] for o in orders for i in range(0, n_samples, batch_size)]


def right_dictionary_of_batches(n_samples, batch_size, n_epochs, rng):
    batches = {}
    for epoch in range(n_epochs):
        for place, example in enumerate(rng.permutation(n_samples)):
            batches.setdefault((epoch, place // batch_size), []).append(example)
    return batches.values()


def mistake_no_shuffle_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        for i in range(0, n_samples, batch_size):
            result.append(list(range(i, min(i + batch_size, n_samples))))
    return result


def mistake_no_shuffle_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = np.arange(n_samples)
        rng.permutation(order)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def near_no_shuffle_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = np.arange(n_samples)[::-1]
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def near_no_shuffle_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = np.arange(n_samples)
        result += [rng.permutation(order[i:][:batch_size]) for i in range(0, n_samples, batch_size)]
    return result


def mistake_no_reshuffle_1(n_samples, batch_size, n_epochs, rng):
    order = list(rng.permutation(n_samples))
    batches = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return [one for _ in range(n_epochs) for one in batches]


def mistake_no_reshuffle_2(n_samples, batch_size, n_epochs, rng):
    order = np.arange(n_samples)
    rng.shuffle(order)
    result = []
    for _ in range(n_epochs):
        for i in range(0, n_samples, batch_size):
            result.append(order[i : i + batch_size])
    return result


def mistake_no_reshuffle_3(n_samples, batch_size, n_epochs, rng):
    order = np.arange(n_samples)
    result = []
    for _ in range(n_epochs):
        rng.shuffle(order)
        for i in range(0, n_samples, batch_size):
            result.append(order[i : i + batch_size])
    return result


def mistake_no_reshuffle_4(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = np.random.default_rng(0).permutation(n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def near_no_reshuffle_1(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    result = []
    for epoch in range(n_epochs):
        rolled = np.roll(order, epoch)
        result += [rolled[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def near_no_reshuffle_2(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    result = []
    for _ in range(n_epochs):
        order = order[::-1]
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def mistake_same_groups_1(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    batches = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    result = []
    for _ in range(n_epochs):
        result += [batches[i] for i in rng.permutation(len(batches))]
    return result


def mistake_same_groups_2(n_samples, batch_size, n_epochs, rng):
    batches = [
        list(range(i, min(i + batch_size, n_samples))) for i in range(0, n_samples, batch_size)
    ]
    result = []
    for _ in range(n_epochs):
        rng.shuffle(batches)
        result.extend(list(batches))
    return result


def mistake_same_groups_3(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    result = []
    for _ in range(n_epochs):
        for i in range(0, n_samples, batch_size):
            batch = order[i : i + batch_size].copy()
            rng.shuffle(batch)
            result.append(batch)
    return result


def mistake_same_groups_4(n_samples, batch_size, n_epochs, rng):
    starts = np.arange(0, n_samples, batch_size)
    order = np.arange(n_samples)
    result = []
    for _ in range(n_epochs):
        for start in rng.permutation(starts):
            result.append(rng.permutation(order[start : start + batch_size]))
    return result


def mistake_same_groups_5(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    full = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    rest = [full.pop()] if n_samples % batch_size else []
    result = []
    for _ in range(n_epochs):
        result += [full[i] for i in rng.permutation(len(full))] + rest
    return result


near_same_groups_1 = near_no_reshuffle_1


def near_same_groups_2(n_samples, batch_size, n_epochs, rng):
    order = np.arange(n_samples)
    batches = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return n_epochs * batches


def mistake_same_batch_1(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    result = []
    for _ in range(n_epochs):
        for _ in range(0, n_samples, batch_size):
            result.append(order[:batch_size])
    return result


def mistake_same_batch_2(n_samples, batch_size, n_epochs, rng):
    n_batches = -(-n_samples // batch_size)
    batch = rng.choice(n_samples, batch_size, replace=False).tolist()
    return n_epochs * n_batches * [batch]


def near_same_batch_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for _ in range(0, n_samples, batch_size):
            result.append(order[:batch_size])
    return result


def near_same_batch_2(n_samples, batch_size, n_epochs, rng):
    n_batches = -(-n_samples // batch_size)
    return n_epochs * n_batches * [np.zeros(batch_size, dtype=int)]


def mistake_with_replacement_1(n_samples, batch_size, n_epochs, rng):
    rest = n_samples % batch_size or batch_size
    sizes = (n_samples - rest) // batch_size * [batch_size] + [rest]
    return [rng.choice(n_samples, size) for _ in range(n_epochs) for size in sizes]


def mistake_with_replacement_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.integers(0, n_samples, n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def mistake_with_replacement_3(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        for i in range(0, n_samples, batch_size):
            size = min(batch_size, n_samples - i)
            result.append([int(rng.random() * n_samples) for _ in range(size)])
    return result


def near_with_replacement_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.integers(1, n_samples + 1, n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def near_with_replacement_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        for i in range(0, n_samples, batch_size):
            size = min(batch_size, n_samples - i)
            result.append(rng.choice(n_samples, size, replace=False))
    return result


mistake_drawn_apart_1 = near_with_replacement_2


def mistake_drawn_apart_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        for i in range(0, n_samples, batch_size):
            order = rng.permutation(n_samples)
            result.append(order[i : i + batch_size])
    return result


def near_drawn_apart_1(n_samples, batch_size, n_epochs, rng):
    everything = rng.permutation(np.tile(np.arange(n_samples), n_epochs))
    return [everything[i : i + batch_size] for i in range(0, len(everything), batch_size)]


def near_drawn_apart_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        for _ in range(-(-n_samples // batch_size)):
            result.append(rng.choice(n_samples, batch_size, replace=False))
    return result


def mistake_remainder_dropped_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for i in range(n_samples // batch_size):
            result.append(order[i * batch_size : (i + 1) * batch_size])
    return result


def mistake_remainder_dropped_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = list(rng.permutation(n_samples))
        while len(order) >= batch_size:
            result.append(order[:batch_size])
            del order[:batch_size]
    return result


def mistake_remainder_dropped_3(n_samples, batch_size, n_epochs, rng):
    result = []
    full = n_samples // batch_size
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)[: full * batch_size]
        result.extend(order.reshape(full, batch_size))
    return result


def near_remainder_dropped_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for i in range(0, n_samples - batch_size, batch_size):
            result.append(order[i : i + batch_size])
    return result


def near_remainder_dropped_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        full = n_samples // batch_size
        batches = [order[i * batch_size : (i + 1) * batch_size] for i in range(full)]
        batches[-1] = np.append(batches[-1], order[full * batch_size :])
        result += batches
    return result


def mistake_equal_sizes_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        result += np.array_split(order, int(np.ceil(n_samples / batch_size)))
    return result


def mistake_equal_sizes_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = np.arange(n_samples)
        rng.shuffle(order)
        for batch in np.array_split(order, n_samples // batch_size):
            result.append(batch)
    return result


def near_equal_sizes_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        result += np.array_split(order, batch_size)
    return result


def near_equal_sizes_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        result += np.split(rng.permutation(n_samples), n_samples // batch_size)
    return result


def mistake_nested_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        result.append([order[i : i + batch_size] for i in range(0, n_samples, batch_size)])
    return result


def mistake_nested_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = list(range(n_samples))
        rng.shuffle(order)
        epoch = []
        for i in range(0, n_samples, batch_size):
            epoch.append(order[i : i + batch_size])
        result.append(epoch)
    return result


def near_nested_1(n_samples, batch_size, n_epochs, rng):
    return [rng.permutation(n_samples) for _ in range(n_epochs)]


def near_nested_2(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    epoch = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return [epoch for _ in range(n_epochs)]


def mistake_one_epoch_1(n_samples, batch_size, n_epochs, rng):
    order = rng.permutation(n_samples)
    return [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]


def mistake_one_epoch_2(n_samples, batch_size, n_epochs, rng):
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        batches = []
        for i in range(0, n_samples, batch_size):
            batches.append(order[i : i + batch_size])
    return batches


def mistake_one_epoch_3(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for i in range(0, n_samples, batch_size):
            result.append(order[i : i + batch_size])
        return result


def near_one_epoch_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for i in range(0, n_samples, batch_size):
            result.append(order[i : i + batch_size])
            return result
    return result


def near_one_epoch_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(1, n_epochs):
        order = rng.permutation(n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def symptom_seed_ignored_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = np.random.permutation(n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def symptom_seed_ignored_2(n_samples, batch_size, n_epochs, rng):
    order, result = list(range(n_samples)), []
    for _ in range(n_epochs):
        random.shuffle(order)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def symptom_always_the_same_1(n_samples, batch_size, n_epochs, rng):
    rng = np.random.default_rng(42)
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def symptom_always_the_same_2(n_samples, batch_size, n_epochs, rng):
    result = []
    for epoch in range(n_epochs):
        order = np.random.default_rng(epoch).permutation(n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def wrong_rolled(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = np.roll(np.arange(n_samples), rng.integers(1, n_samples) if n_samples > 1 else 0)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


symptom_epochs_alike_1 = near_no_reshuffle_1


def symptom_no_return_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]


def symptom_print_for_return_1(n_samples, batch_size, n_epochs, rng):
    for epoch in range(n_epochs):
        order = rng.permutation(n_samples)
        print(epoch, [order[i : i + batch_size] for i in range(0, n_samples, batch_size)])


def symptom_not_to_call_1(n_samples, batch_size, n_epochs, rng):
    return [b for _ in range(n_epochs) for b in minibatches(n_samples, batch_size, rng)]  # noqa: F821


def symptom_signature_1(n_samples, batch_size, n_epochs):
    order = np.random.permutation(n_samples)
    return n_epochs * [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]


def wrong_indices_from_one(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples) + 1
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def symptom_unused_1(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        result.extend(rng.permutation(n_samples))
    return result


def wrong_short_batch_first(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        rest = n_samples % batch_size
        result += [order[:rest]] if rest else []
        result += [order[i : i + batch_size] for i in range(rest, n_samples, batch_size)]
    return result


def wrong_epochs_run_together(n_samples, batch_size, n_epochs, rng):
    order = np.concatenate([rng.permutation(n_samples) for _ in range(n_epochs)])
    return [order[i : i + batch_size] for i in range(0, len(order), batch_size)]


def wrong_empty_batch_at_the_end(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        for i in range(n_samples // batch_size + 1):
            result.append(order[i * batch_size : (i + 1) * batch_size])
    return result


def wrong_first_epoch_in_order(n_samples, batch_size, n_epochs, rng):
    order, result = np.arange(n_samples), []
    for _ in range(n_epochs):
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
        order = rng.permutation(order)
    return result


def wrong_steps_of_one(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        result += [order[i : i + batch_size] for i in range(n_samples)]
    return result


def wrong_batch_number_as_size(n_samples, batch_size, n_epochs, rng):
    result = []
    size = n_samples // batch_size
    for _ in range(n_epochs):
        order = rng.permutation(n_samples)
        result += [order[i : i + size] for i in range(0, n_samples, size)]
    return result


def wrong_error(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        order = rng.shuffle(np.arange(n_samples))
        result += [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return result


def symptom_uneven_places_2(n_samples, batch_size, n_epochs, rng, start=0):
    result = []
    for _ in range(n_epochs):
        order = rng.permutation(range(start, n_samples)).tolist()
        first = 0
        while first < n_samples:
            result.append(sorted(order[first : first + batch_size]))
            first += batch_size
    return result


def symptom_uneven_places_1(n_samples, batch_size, n_epochs, rng):
    order, result = np.arange(n_samples), []
    for _ in range(n_epochs):
        for _ in range(n_samples // 2):
            i, j = rng.integers(0, n_samples, 2)
            order[[i, j]] = order[[j, i]]
        result += [order[i : i + batch_size].copy() for i in range(0, n_samples, batch_size)]
    return result
