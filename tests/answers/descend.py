"""Answers to descend, as students write them."""

from itertools import accumulate

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


def right_plain(gradient, weights, learning_rate, n_steps):
    def one_step(gradient, weights, learning_rate):
        return weights - learning_rate * gradient(weights)

    w = weights
    history = [w]
    for _ in range(n_steps):
        w = one_step(gradient, w, learning_rate)
        history.append(w)
    return np.array(history)


def right_recursive(gradient, weights, learning_rate, n_steps):
    if n_steps == 0:
        return [weights]
    after = weights - learning_rate * gradient(weights)
    return [weights, *right_recursive(gradient, after, learning_rate, n_steps - 1)]


def right_generator(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    yield w
    for _ in range(n_steps):
        w = w - learning_rate * gradient(w)
        yield w


def right_by_accumulate(gradient, weights, learning_rate, n_steps):
    def step(w, _):
        return w - learning_rate * gradient(w)

    return list(accumulate(range(n_steps), step, initial=weights))


def right_by_while(gradient, weights, learning_rate, n_steps, t=0):
    path = [tuple(weights)]
    while t < n_steps:
        here = path[t]
        slope = gradient(here)
        path.append(tuple(w - learning_rate * g for w, g in zip(here, slope, strict=True)))
        t += 1
    return tuple(path)


def right_by_vstack(gradient, weights, learning_rate, n_steps):
    path = weights.reshape(1, -1)
    for _ in range(n_steps):
        w = path[-1] - learning_rate * gradient(path[-1])
        path = np.vstack([path, w])
    return path


def right_in_single_precision(gradient, weights, learning_rate, n_steps):
    w = weights.astype(np.float32)
    path = [w]
    for _ in range(n_steps):
        w = (w - learning_rate * np.asarray(gradient(w))).astype(np.float32)
        path.append(w)
    return np.array(path, dtype=np.float32)


def right_storing_before_the_step(gradient, weights, learning_rate, n_steps):
    path, w = [], weights
    for _ in range(n_steps):
        path.append(w)
        w = w - learning_rate * gradient(w)
    path.append(w)
    return np.stack(path)


def right_from_columns(gradient, weights, learning_rate, n_steps):
    columns = np.empty((len(weights), n_steps + 1))
    columns[:, 0] = weights
    for t in range(1, n_steps + 1):
        columns[:, t] = columns[:, t - 1] - learning_rate * gradient(columns[:, t - 1])
    return columns.T


def right_with_one_more_time_round(gradient, weights, learning_rate, n_steps):
    path, w = [], np.array(weights)
    for _ in range(n_steps + 1):
        path.append(w)
        w = w - learning_rate * gradient(w)
    return path


def mistake_uphill_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] + learning_rate * gradient(path[-1]))
    return np.array(path)


def mistake_uphill_2(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w.copy()]
    for _ in range(n_steps):
        w += learning_rate * gradient(w)
        path.append(w.copy())
    return path


def near_uphill_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] + gradient(path[-1]))
    return np.array(path)


def near_uphill_2(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(learning_rate * gradient(path[-1]) - path[-1])
    return np.array(path)


def mistake_no_rate_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - gradient(path[-1]))
    return np.array(path)


def mistake_no_rate_2(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps + 1, len(weights)))
    table[0] = weights
    for t in range(n_steps):
        table[t + 1] = table[t] - 1 * gradient(table[t])
    return table


def near_no_rate_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate)
    return path


def near_no_rate_2(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - 2 * learning_rate * gradient(path[-1]))
    return path


def mistake_in_place_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        weights -= learning_rate * gradient(weights)
        path.append(weights)
    return np.array(path)


def mistake_in_place_2(gradient, weights, learning_rate, n_steps):
    w = weights
    path = [w.copy()]
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w.copy())
    return path


def near_in_place_1(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
    return w


def near_in_place_2(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w]
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w)
    return path


def mistake_one_by_one_1(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w.copy()]
    for _ in range(n_steps):
        for p in range(len(w)):
            w[p] -= learning_rate * gradient(w)[p]
        path.append(w.copy())
    return path


def mistake_one_by_one_2(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps + 1, len(weights)))
    table[0] = weights
    for t in range(n_steps):
        table[t + 1] = table[t]
        for p in range(len(weights)):
            table[t + 1, p] = table[t + 1, p] - learning_rate * gradient(table[t + 1])[p]
    return table


def near_one_by_one_1(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w.copy()]
    for _ in range(n_steps):
        for p in reversed(range(len(w))):
            w[p] -= learning_rate * gradient(w)[p]
        path.append(w.copy())
    return path


def near_one_by_one_2(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w.copy()]
    for _ in range(n_steps):
        w = w - learning_rate * gradient(w - learning_rate * gradient(w))
        path.append(w.copy())
    return path


mistake_same_array_1 = near_in_place_2


def mistake_same_array_2(gradient, weights, learning_rate, n_steps):
    w = np.array(weights)
    path = [w]
    for _ in range(n_steps):
        w[:] = w - learning_rate * gradient(w)
        path += [w]
    return np.array(path)


def near_same_array_1(gradient, weights, learning_rate, n_steps):
    return np.array((n_steps + 1) * [weights])


def near_same_array_2(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = []
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


def mistake_same_array_after_start_2(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [weights.copy()]
    for _ in range(n_steps):
        step = learning_rate * gradient(w)
        for p in range(len(w)):
            w[p] = w[p] - step[p]
        path.append(w)
    return path


def near_same_array_after_start_1(gradient, weights, learning_rate, n_steps):
    w = weights - learning_rate * gradient(weights)
    return [weights] + n_steps * [w]


def near_same_array_after_start_2(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
    return [weights, w]


def mistake_no_start_1(gradient, weights, learning_rate, n_steps):
    path, w = [], weights
    for _ in range(n_steps):
        w = w - learning_rate * gradient(w)
        path.append(w)
    return np.array(path)


def mistake_no_start_2(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps, len(weights)))
    w = weights.copy()
    for t in range(n_steps):
        w -= learning_rate * gradient(w)
        table[t] = w
    return table


def near_no_start_1(gradient, weights, learning_rate, n_steps):
    path, w = [], weights
    for _ in range(n_steps + 1):
        w = w - learning_rate * gradient(w)
        path.append(w)
    return path


def near_no_start_2(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps + 1, len(weights)))
    for t in range(n_steps):
        table[t + 1] = table[t] - learning_rate * gradient(table[t])
    return table


def mistake_no_end_1(gradient, weights, learning_rate, n_steps):
    path, w = [], weights
    for _ in range(n_steps + 1):
        path.append(w)
        w = w - learning_rate * gradient(w)
    return path[:-1]


def mistake_no_end_2(gradient, weights, learning_rate, n_steps):
    path, w = [], weights
    for _ in range(n_steps):
        path.append(w)
        w = w - learning_rate * gradient(w)
    return np.array(path)


def mistake_no_end_3(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(1, n_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return np.array(path)


def near_no_end_1(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps + 1, len(weights)))
    table[0] = weights
    for t in range(n_steps - 1):
        table[t + 1] = table[t] - learning_rate * gradient(table[t])
    return table


def near_no_end_2(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps + 1):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return path


def mistake_only_last_1(gradient, weights, learning_rate, n_steps):
    w = weights
    for _ in range(n_steps):
        w = w - learning_rate * gradient(w)
    return w


def mistake_only_last_2(gradient, weights, learning_rate, n_steps):
    for _ in range(n_steps):
        path = []
        weights = weights - learning_rate * gradient(weights)
        path.append(weights)
    return np.array(path)


def near_only_last_1(gradient, weights, learning_rate, n_steps):
    return weights - learning_rate * gradient(weights)


def near_only_last_2(gradient, weights, learning_rate, n_steps):
    w = weights
    for _ in range(n_steps):
        w = w - learning_rate * gradient(w)
    return [weights, w]


def mistake_first_gradient_1(gradient, weights, learning_rate, n_steps):
    g = gradient(weights)
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * g)
    return path


def mistake_first_gradient_2(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w.copy()]
    for _ in range(n_steps):
        w -= learning_rate * gradient(weights)
        path.append(w.copy())
    return np.array(path)


def near_first_gradient_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        g = gradient(path[max(0, len(path) - 2)])
        path.append(path[-1] - learning_rate * g)
    return path


def near_first_gradient_2(gradient, weights, learning_rate, n_steps):
    g = gradient(weights)
    return [weights + learning_rate * t * g for t in range(n_steps + 1)]


def mistake_always_from_start_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(weights - learning_rate * gradient(weights))
    return path


def mistake_always_from_start_2(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps + 1, len(weights)))
    table[0] = weights
    for t in range(n_steps):
        table[t + 1] = table[0] - learning_rate * gradient(table[0])
    return table


def near_always_from_start_1(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(weights - learning_rate * gradient(path[-1]))
    return path


def near_always_from_start_2(gradient, weights, learning_rate, n_steps):
    return np.array((n_steps + 1) * [weights - learning_rate * gradient(weights)])


def wrong_one_row_more(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    path.append(path[-1])
    return path


def wrong_returns_in_the_loop(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
        return path
    return path


def wrong_stops_when_flat(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        g = gradient(path[-1])
        if np.linalg.norm(g) < 1:
            break
        path.append(path[-1] - learning_rate * g)
    return path


def symptom_transposed_1(gradient, weights, learning_rate, n_steps):
    return np.array(right_by_append(gradient, weights, learning_rate, n_steps)).T


def symptom_only_shape_1(gradient, weights, learning_rate, n_steps):
    path = weights
    w = weights
    for _ in range(n_steps):
        w = w - learning_rate * gradient(w)
        path = np.append(path, w)
    return path
