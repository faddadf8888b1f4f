"""Answers to split_three_ways, as students write them."""

import random

import numpy as np


def right_permutation(n_samples, rng):
    order = rng.permutation(n_samples)
    a = round(0.6 * n_samples)
    b = round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def right_shuffled_list(n_samples, rng):
    numbers = list(range(n_samples))
    rng.shuffle(numbers)
    first, second = round(0.6 * n_samples), round(0.8 * n_samples)
    return [numbers[:first], numbers[first:second], numbers[second:]]


def right_np_split(n_samples, rng):
    indices = np.arange(n_samples)
    rng.shuffle(indices)
    return np.split(indices, [int(np.round(n_samples * 0.6)), int(np.round(n_samples * 0.8))])


def right_choice(n_samples, rng):
    order = rng.choice(n_samples, size=n_samples, replace=False)
    n_train = int(round(n_samples * 60 / 100))
    n_val = int(round(n_samples * 20 / 100))
    return order[:n_train], order[n_train : n_train + n_val], order[n_train + n_val :]


def right_argsort_of_random_numbers(n_samples, rng):
    order = np.argsort(rng.random(n_samples))
    first, second = (np.array([0.6, 0.8]) * n_samples).round().astype(int)
    train = order[:first]
    val = order[first:second]
    test = order[second:]
    return train, val, test


def right_masks(n_samples, rng):
    order = rng.permutation(n_samples)
    place = np.arange(n_samples)
    first, second = round(n_samples * 0.6), round(n_samples * 0.8)
    return order[place < first], order[(place >= first) & (place < second)], order[place >= second]


def right_drawn_one_after_the_other(n_samples, rng):
    n_train, n_val = round(0.6 * n_samples), round(0.8 * n_samples) - round(0.6 * n_samples)
    train = rng.choice(n_samples, n_train, replace=False)
    rest = [i for i in range(n_samples) if i not in train]
    val = rng.choice(rest, n_val, replace=False)
    test = [i for i in rest if i not in val]
    return train, val, test


def right_pops(n_samples, rng):
    deck = rng.permutation(n_samples).tolist()
    train, val, test = [], [], []
    while deck:
        card = deck.pop()
        if len(train) < round(0.6 * n_samples):
            train.append(card)
        elif len(train) + len(val) < round(0.8 * n_samples):
            val.append(card)
        else:
            test.append(card)
    return train, val, test


def right_integer_arithmetic(n_samples, rng):
    order = rng.permutation(n_samples)
    first, second = (6 * n_samples + 5) // 10, (8 * n_samples + 5) // 10
    return order[:first], order[first:second], order[second:]


def right_generator(n_samples, rng):
    order = rng.permutation(n_samples)
    cuts = [0, round(0.6 * n_samples), round(0.8 * n_samples), n_samples]
    for start, stop in zip(cuts[:-1], cuts[1:], strict=True):
        yield order[start:stop]


def right_rounded_down(n_samples, rng):
    order = rng.permutation(n_samples)
    first, second = int(n_samples * 0.6), int(n_samples * 0.8)
    return order[:first], order[first:second], order[second:]


def right_with_options(n_samples, rng, train=0.6, validation=0.2):
    order = rng.permutation(np.arange(n_samples))
    a, b = round(train * n_samples), round((train + validation) * n_samples)
    return dict(train=order[:a], validation=order[a:b], test=order[b:]).values()


def mistake_overlap_1(n_samples, rng):
    n_train, n_val = round(0.6 * n_samples), round(0.2 * n_samples)
    n_test = n_samples - n_train - n_val
    train = rng.choice(n_samples, n_train, replace=False)
    val = rng.choice(n_samples, n_val, replace=False)
    test = rng.choice(n_samples, n_test, replace=False)
    return train, val, test


def mistake_overlap_2(n_samples, rng):
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return (
        rng.permutation(n_samples)[:a],
        rng.permutation(n_samples)[a:b],
        rng.permutation(n_samples)[b:],
    )


def mistake_overlap_3(n_samples, rng):
    order = rng.permutation(n_samples)
    n_train, n_val = round(0.6 * n_samples), round(0.8 * n_samples) - round(0.6 * n_samples)
    return order[:n_train], order[:n_val], order[n_train + n_val :]


def near_overlap_1(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[: a + 1], order[a:b], order[b:]


def near_overlap_2(n_samples, rng):
    order = rng.permutation(n_samples)
    return order[: round(0.6 * n_samples)], order[: round(0.2 * n_samples)], order[-3:]


def mistake_remainder_dropped_1(n_samples, rng):
    order = rng.permutation(n_samples)
    fifth = n_samples // 5
    train = order[: 3 * fifth]
    val = order[3 * fifth : 4 * fifth]
    test = order[4 * fifth : 5 * fifth]
    return train, val, test


def mistake_remainder_dropped_2(n_samples, rng):
    numbers = list(range(n_samples))
    rng.shuffle(numbers)
    n_val = n_test = n_samples // 5
    n_train = 3 * (n_samples // 5)
    return numbers[:n_train], numbers[n_train:][:n_val], numbers[n_train + n_val :][:n_test]


def near_remainder_dropped_1(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:-1]


def near_remainder_dropped_2(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a + 1 : b], order[b + 1 :]


def mistake_no_shuffle_1(n_samples, rng):
    indices = np.arange(n_samples)
    first, second = round(0.6 * n_samples), round(0.8 * n_samples)
    return indices[:first], indices[first:second], indices[second:]


def mistake_no_shuffle_2(n_samples, rng):
    numbers = list(range(n_samples))
    rng.permutation(numbers)
    return (
        numbers[: round(0.6 * n_samples)],
        numbers[round(0.6 * n_samples) : round(0.8 * n_samples)],
        numbers[round(0.8 * n_samples) :],
    )


def near_no_shuffle_1(n_samples, rng):
    indices = np.arange(n_samples)[::-1]
    first, second = round(0.6 * n_samples), round(0.8 * n_samples)
    return indices[:first], indices[first:second], indices[second:]


def near_no_shuffle_2(n_samples, rng):
    n = np.arange(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return rng.permutation(n[:a]), rng.permutation(n[a:b]), rng.permutation(n[b:])


def mistake_with_replacement_1(n_samples, rng):
    order = rng.integers(0, n_samples, size=n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def mistake_with_replacement_2(n_samples, rng):
    order = rng.choice(n_samples, n_samples)
    a, b = int(0.6 * n_samples), int(0.8 * n_samples)
    return order[:a].tolist(), order[a:b].tolist(), order[b:].tolist()


def mistake_with_replacement_3(n_samples, rng):
    n_train, n_val = round(0.6 * n_samples), round(0.2 * n_samples)
    train = [rng.integers(n_samples) for _ in range(n_train)]
    val = [rng.integers(n_samples) for _ in range(n_val)]
    test = [rng.integers(n_samples) for _ in range(n_samples - n_train - n_val)]
    return train, val, test


def near_with_replacement_1(n_samples, rng):
    order = rng.permutation(n_samples)
    order[0] = order[1]
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def near_with_replacement_2(n_samples, rng):
    labels = rng.choice(3, n_samples, p=[0.6, 0.2, 0.2])
    return [np.where(labels == k)[0] for k in range(3)]


def mistake_equal_parts_1(n_samples, rng):
    return np.array_split(rng.permutation(n_samples), 3)


def mistake_equal_parts_2(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(n_samples / 3), round(2 * n_samples / 3)
    return order[:a], order[a:b], order[b:]


def near_equal_parts_1(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.8 * n_samples), round(0.9 * n_samples)
    return order[:a], order[a:b], order[b:]


def near_equal_parts_2(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.2 * n_samples), round(0.4 * n_samples)
    return order[:a], order[a:b], order[b:]


def mistake_sorted_parts_1(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return np.sort(order[:a]), np.sort(order[a:b]), np.sort(order[b:])


def mistake_sorted_parts_2(n_samples, rng):
    shuffled = list(rng.permutation(n_samples))
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    train, val = shuffled[:a], shuffled[a:b]
    return (
        [i for i in range(n_samples) if i in train],
        [i for i in range(n_samples) if i in val],
        [i for i in range(n_samples) if i not in train and i not in val],
    )


def mistake_sorted_parts_3(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return sorted(order[:a]), order[a:b], order[b:]


def near_sorted_parts_1(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return np.sort(order[:a]), np.sort(order[a:b])


def near_sorted_parts_2(n_samples, rng):
    order = sorted(rng.permutation(n_samples))
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def symptom_seed_ignored_1(n_samples, rng):
    order = np.random.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def symptom_seed_ignored_2(n_samples, rng):
    numbers = list(range(n_samples))
    random.shuffle(numbers)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return numbers[:a], numbers[a:b], numbers[b:]


def symptom_always_the_same_1(n_samples, rng):
    rng = np.random.default_rng(0)
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def symptom_uneven_1(n_samples, rng):
    order = np.roll(np.arange(n_samples), rng.integers(n_samples))
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def wrong_nearly_in_order(n_samples, rng):
    order = np.arange(n_samples)
    for i in range(n_samples - 1):
        if rng.random() < 0.5:
            order[[i, i + 1]] = order[[i + 1, i]]
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def symptom_number_of_results_1(n_samples, rng):
    order = rng.permutation(n_samples)
    return order[: round(0.6 * n_samples)], order[round(0.6 * n_samples) :]


def symptom_no_return_1(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    order[:a], order[a:b], order[b:]


def symptom_print_for_return_1(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    print(order[:a], order[a:b], order[b:])


def symptom_signature_1(n_samples):
    order = np.random.default_rng(0).permutation(n_samples)
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]


def wrong_error(n_samples, rng):
    order = rng.permutation(n_samples)
    a, b = 0.6 * n_samples, 0.8 * n_samples
    return order[:a], order[a:b], order[b:]


def wrong_random_sizes(n_samples, rng):
    part = rng.choice(3, n_samples, p=[0.6, 0.2, 0.2])
    order = rng.permutation(n_samples)
    return order[part == 0], order[part == 1], order[part == 2]


def wrong_indices_from_one(n_samples, rng):
    order = rng.permutation(n_samples) + 1
    a, b = round(0.6 * n_samples), round(0.8 * n_samples)
    return order[:a], order[a:b], order[b:]
