"""Answers to shuffle_pairs, as students write them."""

import numpy as np


def right_one_order(x, y, rng):
    order = rng.permutation(len(x))
    return x[order], y[order]


def right_shuffled_positions(x, y, rng):
    positions = np.arange(x.size)
    rng.shuffle(positions)
    return x[positions], y[positions]


def right_two_generators_of_one_seed(x, y, rng):
    seed = rng.integers(10**9)
    return (
        np.random.default_rng(seed).permutation(x),
        np.random.default_rng(seed).permutation(y),
    )


def right_zipped(x, y, rng):
    pairs = list(zip(x, y, strict=True))
    rng.shuffle(pairs)
    x_new = [a for a, _ in pairs]
    y_new = [b for _, b in pairs]
    return x_new, y_new


def right_table(x, y, rng):
    table = np.column_stack([x, y])
    rng.shuffle(table)
    return table[:, 0], table[:, 1]


def right_permuted_table(x, y, rng):
    return tuple(rng.permutation(np.stack([x, y]), axis=1))


def right_array_of_two_rows(x, y, rng):
    return rng.permutation(np.stack([x, y], axis=1)).T


def right_argsort(x, y, rng):
    order = np.argsort(rng.random(len(x)))
    return np.take(x, order), np.take(y, order)


def right_choice(x, y, rng):
    order = rng.choice(len(x), len(x), replace=False)
    return [x[i] for i in order], [y[i] for i in order]


def right_swaps(x, y, rng):
    x, y = x.copy(), y.copy()
    for i in range(len(x) - 1, 0, -1):
        j = rng.integers(i + 1)
        x[i], x[j] = x[j], x[i]
        y[i], y[j] = y[j], y[i]
    return x, y


def right_state_set_back(x, y, rng):
    state = rng.bit_generator.state
    x = rng.permutation(x)
    rng.bit_generator.state = state
    return x, rng.permutation(y)


def right_single_precision(x, y, rng, dtype=np.float32):
    order = rng.permutation(range(len(x)))
    return (one[order].astype(dtype) for one in (x, y))


def mistake_apart_1(x, y, rng):
    new_x = rng.permutation(x)
    new_y = rng.permutation(y)
    return new_x, new_y


def mistake_apart_2(x, y, rng):
    return x[rng.permutation(len(x))], y[rng.permutation(len(y))]


def mistake_apart_3(x, y, rng):
    rng.shuffle(x)
    rng.shuffle(y)
    return x, y


def mistake_apart_4(x, y, rng):
    order = rng.permutation(len(x))
    return x[order], y[np.argsort(order)]


def mistake_apart_5(x, y, rng):
    return x[np.argsort(rng.random(len(x)))], y[np.argsort(rng.random(len(y)))]


def mistake_apart_6(x, y, rng):
    return np.sort(x)[::-1], rng.permutation(y)


def near_apart_1(x, y, rng):
    order = rng.permutation(len(x))
    x[:] = x[order]
    y[:] = y[order]
    return x, y


def mistake_only_x_1(x, y, rng):
    order = rng.permutation(len(x))
    x = x[order]
    return x, y


def mistake_only_x_2(x, y, rng):
    x = list(x)
    rng.shuffle(x)
    return np.array(x), y


def near_only_x_1(x, y, rng):
    y = rng.permutation(y)
    return x, y


near_apart_2 = near_only_x_1


def near_only_x_2(x, y, rng):
    order = rng.permutation(len(x))
    return x[order], order


def mistake_not_shuffled_1(x, y, rng):
    rng.permutation(len(x))
    return x, y


def mistake_not_shuffled_2(x, y, rng):
    order = list(range(len(x)))
    return x[order], y[order]


def near_not_shuffled_1(x, y, rng):
    return x[::-1], y[::-1]


def near_not_shuffled_2(x, y, rng):
    return y, x


def mistake_with_replacement_1(x, y, rng):
    order = rng.integers(0, len(x), len(x))
    return x[order], y[order]


def mistake_with_replacement_2(x, y, rng):
    order = rng.choice(len(x), size=len(x))
    return [x[i] for i in order], [y[i] for i in order]


def mistake_with_replacement_3(x, y, rng):
    order = [int(len(x) * rng.random()) for _ in x]
    return x[order], y[order]


def near_with_replacement_1(x, y, rng):
    order = rng.permutation(len(x))[:-1]
    return x[order], y[order]


def near_with_replacement_2(x, y, rng):
    return rng.choice(x, len(x)), rng.choice(y, len(y))


def symptom_seed_ignored_1(x, y, rng):
    order = np.random.permutation(len(x))
    return x[order], y[order]


def symptom_always_the_same_1(x, y, rng):
    order = np.random.default_rng(42).permutation(len(x))
    return x[order], y[order]


def symptom_uneven_1(x, y, rng):
    k = rng.integers(1, len(x)) if len(x) > 1 else 0
    return np.roll(x, k), np.roll(y, k)


def symptom_in_place_1(x, y, rng):
    state = rng.bit_generator.state
    rng.shuffle(x)
    rng.bit_generator.state = state
    rng.shuffle(y)
    return x, y


def symptom_no_return_1(x, y, rng):
    order = rng.permutation(len(x))
    x, y = x[order], y[order]


def symptom_number_of_results_1(x, y, rng):
    return list(zip(x, y, strict=True)), x, y


def symptom_signature_1(x, y):
    order = np.random.default_rng().permutation(len(x))
    return x[order], y[order]


def wrong_dictionary(x, y, rng):
    pairs = dict(zip(x, y, strict=True))
    keys = rng.permutation(list(pairs))
    return keys, np.array([pairs[key] for key in keys])


def wrong_error(x, y, rng):
    order = rng.permutation(x)
    return x[order], y[order]
