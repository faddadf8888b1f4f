"""Answers to mse_loss, as students write them."""

import math

import numpy as np


def right_plain(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def right_by_loop(y, y_pred):
    total = 0
    for target, output in zip(list(y), list(y_pred), strict=True):
        total += (float(output) - float(target)) ** 2
    return total / len(y)


def right_in_single_precision(y, t):
    return np.mean((np.float32(y) - np.float32(t)) ** 2)


def right_dot(y, t):
    return np.dot(y - t, y - t) / y.size


def right_list(y, t):
    return [np.mean(np.abs(t - y) ** 2)]


def right_variance_and_bias(y, t):
    return np.var(t - y) + np.mean(t - y) ** 2


def right_multiplied_out(y, t):
    return np.mean(y**2) - 2 * np.mean(y * t) + np.mean(t**2)


def right_comprehension(y, y_pred):
    squares = [(b - a) * (b - a) for a, b in zip(y, y_pred)]
    return sum(squares) / len(squares)


def right_norm(y, y_pred):
    return np.linalg.norm(y - y_pred) ** 2 / y.shape[0]


def right_average_step_by_step(y, y_pred):
    mean = 0.0
    for s in range(len(y)):
        mean += ((y[s] - y_pred[s]) ** 2 - mean) / (s + 1)
    return mean


def right_early_return(y, y_pred, weights=None):
    if np.array_equal(y, y_pred):
        return 0
    return np.average(np.square(y_pred - y), weights=weights)


def right_map(y, y_pred):
    return math.fsum(map(lambda a, b: (a - b) ** 2, y, y_pred)) / len(y)


def right_column(y, y_pred):
    d = (y - y_pred).reshape(-1, 1)
    return d.T @ d / len(d)


def right_python_lists(y, y_pred):
    y, y_pred = y.tolist(), y_pred.tolist()
    r = [pow(y[i] - y_pred[i], 2) for i in range(len(y))]
    return np.array(r).mean(keepdims=True)


def mistake_sum_1(y, y_pred):
    return np.sum((y - y_pred) ** 2)


def mistake_sum_2(y, y_pred):
    total = 0
    for a, b in zip(y, y_pred):
        total += (a - b) ** 2
    return total


def mistake_sum_3(y, y_pred):
    return (y - y_pred) @ (y - y_pred)


def near_sum_1(y, y_pred):
    return np.sum(y - y_pred)


def near_sum_2(y, y_pred):
    return np.sum((y - y_pred) ** 2) / 2


def mistake_no_mean_1(y, y_pred):
    return (y_pred - y) ** 2


def mistake_no_mean_2(y, y_pred):
    return [(a - b) ** 2 for a, b in zip(y, y_pred)]


def near_no_mean_1(y, y_pred):
    return (y_pred - y) ** 2 / len(y)


def near_no_mean_2(y, y_pred):
    return np.abs(y_pred - y)


def mistake_absolute_1(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def mistake_absolute_2(y, y_pred):
    return sum(abs(a - b) for a, b in zip(y, y_pred)) / len(y)


def mistake_absolute_3(y, y_pred):
    return np.mean(np.sqrt((y_pred - y) ** 2))


def near_absolute_1(y, y_pred):
    return np.abs(np.mean(y_pred - y))


def near_absolute_2(y, y_pred):
    return np.sum(np.abs(y_pred - y))


def mistake_squared_mean_1(y, y_pred):
    return np.mean(y_pred - y) ** 2


def mistake_squared_mean_2(y, y_pred):
    return (y.mean() - y_pred.mean()) ** 2


def mistake_squared_mean_3(y, y_pred):
    total = 0
    for a, b in zip(y, y_pred):
        total += b - a
    return (total / len(y)) ** 2


def near_squared_mean_1(y, y_pred):
    return np.mean(np.abs(y_pred - y)) ** 2


def near_squared_mean_2(y, y_pred):
    return np.sum(y_pred - y) ** 2 / len(y)


def mistake_no_square_1(y, y_pred):
    return np.mean(y_pred - y)


def mistake_no_square_2(y, y_pred):
    return sum(b - a for a, b in zip(y, y_pred)) / len(y)


near_no_square_1 = near_absolute_1


def near_no_square_2(y, y_pred):
    return np.sum(y_pred - y)


def mistake_no_square_reversed_1(y, y_pred):
    return np.mean(y - y_pred)


def mistake_no_square_reversed_2(y, y_pred):
    return y.mean() - y_pred.mean()


def near_no_square_reversed_1(y, y_pred):
    return y - y_pred


def near_no_square_reversed_2(y, y_pred):
    return np.mean(y - 2 * y_pred)


def mistake_root_1(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def mistake_root_2(y, y_pred):
    return np.linalg.norm(y - y_pred) / math.sqrt(len(y))


def near_root_1(y, y_pred):
    return np.sqrt(np.sum((y_pred - y) ** 2)) / len(y)


def near_root_2(y, y_pred):
    return np.mean(np.sqrt(np.abs(y_pred - y)))


def mistake_norm_1(y, y_pred):
    return np.linalg.norm(y_pred - y)


def mistake_norm_2(y, y_pred):
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(y, y_pred)))


def near_norm_1(y, y_pred):
    return np.linalg.norm(y_pred - y) / len(y)


def near_norm_2(y, y_pred):
    return np.linalg.norm(y_pred - y, ord=1)


def mistake_half_1(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def mistake_half_2(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (2 * len(y))


def near_half_1(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 2


def near_half_2(y, y_pred):
    return np.mean(((y_pred - y) / 2) ** 2)


def mistake_one_less_1(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) - 1)


def mistake_one_less_2(y, y_pred):
    total = 0.0
    for s in range(len(y)):
        total += (y_pred[s] - y[s]) ** 2
    return total / (y.size - 1)


def near_one_less_1(y, y_pred):
    return np.var(y_pred - y, ddof=1)


def near_one_less_2(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def mistake_variance_1(y, y_pred):
    return np.var(y_pred - y)


def mistake_variance_2(y, y_pred):
    r = y - y_pred
    return np.mean((r - r.mean()) ** 2)


def mistake_variance_3(y, y_pred):
    return np.mean((y_pred - y) ** 2) - np.mean(y_pred - y) ** 2


def near_variance_1(y, y_pred):
    return np.var(y) - np.var(y_pred)


def near_variance_2(y, y_pred):
    return np.std(y - y_pred)


def mistake_plus_1(y, y_pred):
    return np.mean((y_pred + y) ** 2)


def mistake_plus_2(y, y_pred):
    return sum((a + b) ** 2 for a, b in zip(y, y_pred)) / len(y)


def near_plus_1(y, y_pred):
    return np.mean(y_pred**2 + y**2)


def near_plus_2(y, y_pred):
    return np.mean(y_pred + y) ** 2


def mistake_negative_1(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def mistake_negative_2(y, y_pred):
    loss = 0.0
    for a, b in zip(y, y_pred):
        loss -= (a - b) ** 2
    return loss / len(y)


def mistake_negative_3(y, y_pred):
    return np.mean((y_pred - y) * (y - y_pred))


def near_negative_1(y, y_pred):
    return -np.mean(np.abs(y_pred - y))


def near_negative_2(y, y_pred):
    return 1 - np.mean((y_pred - y) ** 2)


def mistake_squares_first_1(y, y_pred):
    return np.mean(y_pred**2 - y**2)


def mistake_squares_first_2(y, y_pred):
    return np.mean(y**2 - y_pred**2)


def mistake_squares_first_3(y, y_pred):
    return np.mean(np.square(y_pred)) - np.mean(np.square(y))


def near_squares_first_1(y, y_pred):
    return np.mean(y_pred - y**2)


def near_squares_first_2(y, y_pred):
    return np.mean(np.abs(y_pred**2 - y**2))


def mistake_all_pairs_1(y, y_pred):
    return np.mean((y.reshape(-1, 1) - y_pred) ** 2)


def mistake_all_pairs_2(y, y_pred):
    squares = []
    for a in y:
        for b in y_pred:
            squares.append((a - b) ** 2)
    return sum(squares) / len(squares)


def mistake_all_pairs_3(y, y_pred):
    return np.square(np.subtract.outer(y_pred, y)).mean()


def near_all_pairs_1(y, y_pred):
    return sum((a - b) ** 2 for a in y for b in y_pred) / len(y)


def near_all_pairs_2(y, y_pred):
    return (y[:, None] - y_pred) ** 2


def mistake_largest_1(y, y_pred):
    return np.max((y_pred - y) ** 2)


def mistake_largest_2(y, y_pred):
    return max(abs(a - b) for a, b in zip(y, y_pred)) ** 2


def near_largest_1(y, y_pred):
    return np.max(np.abs(y_pred - y))


def near_largest_2(y, y_pred):
    return (y_pred.max() - y.max()) ** 2


def symptom_no_return_1(y, y_pred):
    loss = np.mean((y_pred - y) ** 2)  # noqa: F841


def symptom_print_for_return_1(y, y_pred):
    print("loss:", np.mean((y_pred - y) ** 2))


def symptom_uncalled_1(y, y_pred):
    squares = (y_pred - y) ** 2
    return squares.mean


def symptom_trailing_comma_1(y, y_pred):
    return (np.mean((y_pred - y) ** 2),)


def symptom_in_place_1(y, y_pred):
    y_pred -= y
    return np.mean(y_pred**2)


def symptom_signature_1(w, x, y):
    return w + x + y


def symptom_unused_1(y, y_pred):
    return np.mean(y**2)


def symptom_factor_1(y, y_pred):
    return 2 * np.mean((y_pred - y) ** 2)


def wrong_return_in_the_loop(y, y_pred):
    total = 0
    for a, b in zip(y, y_pred):
        total += (a - b) ** 2
        return total / len(y)


def wrong_divided_twice(y, y_pred):
    return np.mean((y_pred - y) ** 2) / len(y)


wrong_parentheses = near_squares_first_1


def wrong_times_two(y, y_pred):
    return np.mean((y_pred - y) * 2)


def wrong_xor(y, y_pred):
    return np.mean((y_pred - y) ^ 2)


def wrong_rounded(y, y_pred):
    return round(np.mean((y_pred - y) ** 2), 1)


def wrong_median(y, y_pred):
    return np.median((y_pred - y) ** 2)


def wrong_one_less_than_all(y, y_pred):
    return sum((y[s] - y_pred[s]) ** 2 for s in range(len(y) - 1)) / len(y)


def wrong_out_of_range(y, y_pred):
    return sum((y[s] - y_pred[s]) ** 2 for s in range(len(y) + 1)) / len(y)


def symptom_without_effect_1(y, y_pred):
    wanted = y - y
    return np.mean((y_pred - wanted) ** 2)
