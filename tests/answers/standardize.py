"""Answers to standardize, as students write them."""

import numpy as np


def right_plain(train, test):
    mean = train.mean(axis=0)
    std = train.std(axis=0)
    return (train - mean) / std, (test - mean) / std


def right_functions(train, test):
    m, s = np.mean(train, 0), np.std(train, 0)
    return [(one - m) / s for one in (train, test)]


def right_root_of_variance(train, test):
    centre = np.average(train, axis=0)
    spread = np.sqrt(np.mean((train - centre) ** 2, axis=0))
    return np.divide(train - centre, spread), np.divide(test - centre, spread)


def right_column_by_column(train, test):
    if train.ndim == 1:
        m, s = train.mean(), train.std()
        return (train - m) / s, (test - m) / s
    a, b = np.empty(train.shape), np.empty(test.shape)
    for k in range(train.shape[1]):
        m, s = train[:, k].mean(), train[:, k].std()
        a[:, k] = (train[:, k] - m) / s
        b[:, k] = (test[:, k] - m) / s
    return a, b


def right_on_copies(train, test):
    train, test = train.copy(), test.copy()
    mean, std = train.mean(axis=0), train.std(axis=0)
    train -= mean
    train /= std
    test -= mean
    test /= std
    return train, test


def right_inner_function(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)

    def scale(one):
        return (one - mean) / std

    return scale(train), scale(test)


def right_lists(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return ((train - mean) / std).tolist(), [((row - mean) / std).tolist() for row in test]


def right_single_precision(train, test, epsilon=0.0):
    small = np.array(train, dtype=np.float32)
    mean, std = small.mean(axis=0), small.std(axis=0) + epsilon
    return (small - mean) / std, (test.astype(np.float32) - mean) / std


def right_transposed_twice(train, test):
    mean, std = train.T.mean(axis=-1), train.T.std(axis=-1)
    return (train - mean) / std, (test - mean) / std


def right_multiplied(train, test):
    factor = 1 / np.std(train, axis=0)
    shift = -np.mean(train, axis=0) * factor
    return train * factor + shift, test * factor + shift


def right_keepdims(train, test):
    mean = train.mean(axis=0, keepdims=True)
    std = train.std(axis=0, keepdims=True)
    return (train - mean) / std, (test - mean) / std


def right_generator(train, test):
    mean, std = train.mean(0), train.std(0)
    return ((one - mean) / std for one in [train, test])


def mistake_all_data_1(train, test):
    both = np.concatenate([train, test])
    mean, std = both.mean(axis=0), both.std(axis=0)
    return (train - mean) / std, (test - mean) / std


def mistake_all_data_2(train, test):
    together = np.array(list(train) + list(test))
    m, s = np.mean(together, axis=0), np.std(together, axis=0)
    return (train - m) / s, (test - m) / s


def near_all_data_1(train, test):
    mean = (train.mean(axis=0) + test.mean(axis=0)) / 2
    std = train.std(axis=0)
    return (train - mean) / std, (test - mean) / std


def near_all_data_2(train, test):
    mean, std = test.mean(axis=0), test.std(axis=0)
    return (train - mean) / std, (test - mean) / std


def mistake_each_alone_1(train, test):
    train = (train - train.mean(axis=0)) / train.std(axis=0)
    test = (test - test.mean(axis=0)) / test.std(axis=0)
    return train, test


def mistake_each_alone_2(train, test):
    def scale(x):
        return (x - np.mean(x, axis=0)) / np.std(x, axis=0)

    return scale(train), scale(test)


def mistake_each_alone_3(train, test):
    return (train - train.mean()) / train.std(), (test - test.mean()) / test.std()


def near_each_alone_1(train, test):
    std = train.std(axis=0)
    return (train - train.mean(axis=0)) / std, (test - test.mean(axis=0)) / std


def near_each_alone_2(train, test):
    train = (train - train.mean(axis=0)) / train.std(axis=0)
    test = (test - train.mean(axis=0)) / train.std(axis=0)
    return train, test


def mistake_variance_1(train, test):
    mean, var = train.mean(axis=0), train.var(axis=0)
    return (train - mean) / var, (test - mean) / var


def mistake_variance_2(train, test):
    m = train.mean(axis=0)
    s = np.mean((train - m) ** 2, axis=0)
    return (train - m) / s, (test - m) / s


def near_variance_1(train, test):
    mean, std = train.mean(axis=0), np.sqrt(train.std(axis=0))
    return (train - mean) / std, (test - mean) / std


def near_variance_2(train, test):
    mean = train.mean(axis=0)
    return (train - mean) / np.mean(np.abs(train - mean), axis=0), (test - mean) / np.mean(
        np.abs(train - mean), axis=0
    )


def mistake_columns_mixed_1(train, test):
    mean, std = train.mean(), train.std()
    return (train - mean) / std, (test - mean) / std


def mistake_columns_mixed_2(train, test):
    mean = np.mean(train)
    std = np.sqrt(np.mean((train - mean) ** 2))
    return (train - mean) / std, (test - mean) / std


def mistake_columns_mixed_3(train, test):
    mean, std = train.mean(axis=0), train.std()
    return (train - mean) / std, (test - mean) / std


def mistake_columns_mixed_4(train, test):
    mean, std = np.mean(train), np.std(train, axis=0)
    return (train - mean) / std, (test - mean) / std


def near_columns_mixed_1(train, test):
    mean, std = train.mean(), train.std(ddof=1)
    return (train - mean) / std, (test - mean) / std


def near_columns_mixed_2(train, test):
    train2, test2 = train.reshape(-1), test.reshape(-1)
    return (train2 - train2.mean()) / train2.std(), (test2 - train2.mean()) / train2.std()


def mistake_no_mean_1(train, test):
    return train / train.std(axis=0), test / train.std(axis=0)


def mistake_no_mean_2(train, test):
    s = np.std(train, axis=0)
    train = train / s
    test = test / s
    return train, test


def near_no_mean_1(train, test):
    return train / train.max(axis=0), test / train.max(axis=0)


def near_no_mean_2(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return train - mean / std, test - mean / std


def mistake_no_division_1(train, test):
    return train - train.mean(axis=0), test - train.mean(axis=0)


def mistake_no_division_2(train, test):
    m = np.mean(train, axis=0)
    return np.subtract(train, m), np.subtract(test, m)


def near_no_division_1(train, test):
    return train - np.median(train, axis=0), test - np.median(train, axis=0)


def near_no_division_2(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) * std, (test - mean) * std


def mistake_one_less_1(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0, ddof=1)
    return (train - mean) / std, (test - mean) / std


def mistake_one_less_2(train, test):
    m = train.mean(axis=0)
    s = np.sqrt(np.sum((train - m) ** 2, axis=0) / (len(train) - 1))
    return (train - m) / s, (test - m) / s


def near_one_less_1(train, test):
    m = train.mean(axis=0)
    s = np.sqrt(np.sum((train - m) ** 2, axis=0))
    return (train - m) / s, (test - m) / s


def near_one_less_2(train, test):
    m = train.mean(axis=0)
    s = np.sqrt(np.sum((train - m) ** 2, axis=0) / (len(train) + 1))
    return (train - m) / s, (test - m) / s


def mistake_test_untouched_1(train, test):
    train = (train - train.mean(axis=0)) / train.std(axis=0)
    return train, test


def mistake_test_untouched_2(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    scaled = [(row - mean) / std for row in train]
    return scaled, list(test)


def near_test_untouched_1(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / std, test - mean


def near_test_untouched_2(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return train, (test - mean) / std


def symptom_in_place_1(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    train -= mean
    train /= std
    return train, (test - mean) / std


def symptom_number_of_results_1(train, test):
    return (train - train.mean(axis=0)) / train.std(axis=0)


def symptom_no_return_1(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    train = (train - mean) / std
    test = (test - mean) / std


def symptom_print_for_return_1(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    print((train - mean) / std, (test - mean) / std)


def symptom_signature_1(train):
    return (train - train.mean(axis=0)) / train.std(axis=0)


def wrong_rows(train, test):
    mean, std = train.mean(axis=1), train.std(axis=1)
    return (train - mean) / std, (test - mean) / std


def wrong_exchanged(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (test - mean) / std, (train - mean) / std


def wrong_between_0_and_1(train, test):
    low, high = train.min(axis=0), train.max(axis=0)
    return (train - low) / (high - low), (test - low) / (high - low)


def wrong_parentheses(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return train - mean / std, (test - mean) / std
