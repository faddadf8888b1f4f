"""Answers to loss_gradient, as students write them."""

import math

import numpy as np


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


def _p(weights, x):
    return _sigmoid(x @ weights[:-1] + weights[-1])


def right_by_product(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, error.sum()) / len(y)


def right_by_transpose(weights, x, y):
    error = _p(weights, x) - y
    return np.concatenate([x.T @ error / len(x), [error.mean()]])


def right_by_loop(weights, x, y):
    n_samples, n = x.shape
    gradient = np.zeros(n + 1)
    for s in range(n_samples):
        z = weights[n]
        for i in range(n):
            z += weights[i] * x[s][i]
        error = 1 / (1 + math.exp(-z)) - y[s]
        for i in range(n):
            gradient[i] += error * x[s][i]
        gradient[n] += error
    return gradient / n_samples


def right_by_column_of_ones(weights, x, y):
    x1 = np.hstack([x, np.ones((len(x), 1))])
    return x1.T @ (_sigmoid(x1 @ weights) - y) / len(y)


def right_by_mean_of_rows(weights, x, y):
    x1 = np.c_[x, np.ones(len(x))]
    return np.mean((_p(weights, x) - y)[:, None] * x1, axis=0)


def right_by_list(weights, x, y):
    error = [float(p - label) for p, label in zip(_p(weights, x), y, strict=True)]
    gradient = []
    for column in x.T:
        gradient.append(sum(e * value for e, value in zip(error, column, strict=True)) / len(y))
    gradient.append(sum(error) / len(y))
    return gradient


def right_by_generator(weights, x, y):
    error = _p(weights, x) - y
    yield from (np.mean(error * column) for column in x.T)
    yield error.mean()


def right_by_einsum(weights, x, y, eps=0.0):
    error = (_p(weights, x) - y + eps) / y.size
    return np.r_[np.einsum("s,sn->n", error, x), np.sum(error)]


def right_in_single_precision(weights, x, y):
    weights, x, y = (one.astype(np.float32) for one in (weights, x, y))
    error = _p(weights, x) - y
    return np.append(error @ x, error.sum()) / np.float32(len(y))


def right_by_chain_rule(weights, x, y):
    p = _p(weights, x)
    d_p = -y / p + (1 - y) / (1 - p)
    d_z = d_p * p * (1 - p) / len(y)
    return np.array([*(d_z @ x), d_z.sum()])


def right_as_minus_the_rest(weights, x, y):
    w, b = weights[:-1], weights[-1]
    missing = y - 1 / (1 + np.exp(-np.dot(x, w) - b))
    return -np.append(np.dot(missing, x), np.sum(missing)) / x.shape[0]


def right_by_nudging(weights, x, y):
    def loss(w):
        p = np.where(y == 1, _p(w, x), 1 - _p(w, x))
        return -np.mean(np.log(p))

    result = np.zeros_like(weights)
    for i in range(len(weights)):
        h = np.zeros(len(weights))
        h[i] = 1e-5
        result[i] = (loss(weights + h) - loss(weights - h)) / 2e-5
    return result


def right_as_two_masks(weights, x, y):
    p = _p(weights, x)
    up = x[y == 0] * p[y == 0][:, None]
    down = x[y == 1] * (p[y == 1] - 1)[:, None]
    d_w = (up.sum(axis=0) + down.sum(axis=0)) / len(y)
    d_b = (p[y == 0].sum() - (1 - p[y == 1]).sum()) / len(y)
    return tuple(d_w) + (d_b,)


def right_sum_over_examples(weights, x, y):
    return sum(
        (_p(weights, row[None])[0] - label) * np.append(row, 1)
        for row, label in zip(x, y, strict=True)
    ) / len(y)


def mistake_no_mean_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, error.sum())


def mistake_no_mean_2(weights, x, y):
    gradient = np.zeros(len(weights))
    for row, label in zip(x, y, strict=True):
        error = _sigmoid(row @ weights[:-1] + weights[-1]) - label
        gradient[:-1] += error * row
        gradient[-1] += error
    return gradient


def near_no_mean_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, error.sum()) / len(weights)


def near_no_mean_2(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, error.sum() / len(y))


def mistake_sign_1(weights, x, y):
    error = y - _p(weights, x)
    return np.append(error @ x, error.sum()) / len(y)


def mistake_sign_2(weights, x, y):
    error = _p(weights, x) - y
    return [-(error * column).mean() for column in x.T] + [-error.mean()]


def near_sign_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, -error.sum()) / len(y)


def near_sign_2(weights, x, y):
    error = y - _p(weights, x)
    return np.append(error @ x, error.sum())


def mistake_two_1(weights, x, y):
    error = _p(weights, x) - y
    return 2 * np.append(error @ x, error.sum()) / len(y)


def mistake_two_2(weights, x, y):
    d_p = 2 * (_p(weights, x) - y) / len(y)
    return np.array([*(x.T @ d_p), sum(d_p)])


def near_two_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(2 * error @ x, error.sum()) / len(y)


def near_two_2(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, error.sum()) / (2 * len(y))


def mistake_no_bias_1(weights, x, y):
    return (_p(weights, x) - y) @ x / len(y)


def mistake_no_bias_2(weights, x, y):
    error = _p(weights, x) - y
    return [np.mean(error * x[:, i]) for i in range(x.shape[1])]


def near_no_bias_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, 0) / len(y)


def near_no_bias_2(weights, x, y):
    error = _sigmoid(x @ weights[:-1]) - y
    return np.append(error @ x, error.sum()) / len(y)


def near_no_bias_3(weights, x, y):
    error = _p(weights, x) - y
    return error.sum() / len(y)


def mistake_bias_first_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error.mean(), error @ x / len(y))


def mistake_bias_first_2(weights, x, y):
    x1 = np.column_stack([np.ones(len(x)), x])
    return (_p(weights, x) - y) @ x1 / len(y)


def near_bias_first_1(weights, x, y):
    x1 = np.column_stack([np.ones(len(x)), x])
    return (_sigmoid(x1 @ weights) - y) @ x1 / len(y)


def near_bias_first_2(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, error.sum())[::-1] / len(y)


def mistake_bias_summed_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x / len(y), error.sum())


def mistake_bias_summed_2(weights, x, y):
    error = _p(weights, x) - y
    gradient = np.zeros(len(weights))
    for i in range(len(weights) - 1):
        gradient[i] = np.mean(error * x[:, i])
    for e in error:
        gradient[-1] += e
    return gradient


def near_bias_summed_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x, error.mean())


def near_bias_summed_2(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error @ x / len(y), abs(error).sum())


def mistake_no_x_1(weights, x, y):
    return np.full(len(weights), np.mean(_p(weights, x) - y))


def mistake_no_x_2(weights, x, y):
    error = (_p(weights, x) - y).mean()
    return [error for _ in weights]


def mistake_no_x_3(weights, x, y):
    x1 = np.ones((len(x), x.shape[1] + 1))
    return (_p(weights, x) - y) @ x1 / len(y)


def near_no_x_1(weights, x, y):
    return _p(weights, x) - y


def near_no_x_2(weights, x, y):
    return weights * np.mean(_p(weights, x) - y)


def near_no_x_3(weights, x, y):
    error = _p(weights, x) - y
    return np.append(np.abs(x).T @ error, error.sum()) / len(y)


def mistake_two_pieces_2(weights, x, y):
    d_w, d_b = np.zeros(x.shape[1]), 0
    for row, label in zip(x, y, strict=True):
        error = _sigmoid(row @ weights[:-1] + weights[-1]) - label
        d_w += error * row / len(y)
        d_b += error / len(y)
    return [d_w, d_b]


def near_two_pieces_1(weights, x, y):
    error = _p(weights, x) - y
    return error.mean(), error @ x / len(y)


def near_two_pieces_2(weights, x, y):
    error = _p(weights, x) - y
    return error @ x, error.sum()


def mistake_no_transpose_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(x @ error, error.sum()) / len(y)


def mistake_no_transpose_2(weights, x, y):
    error = _p(weights, x) - y
    gradient = np.zeros(len(weights))
    gradient[:-1] = np.dot(x, error) / len(y)
    gradient[-1] = error.mean()
    return gradient


def mistake_no_transpose_3(weights, x, y):
    error = _p(weights, x) - y
    return np.concatenate([x.dot(error), [sum(error)]]) / len(y)


def near_no_transpose_2(weights, x, y):
    error = _p(weights, x) - y
    gradient = np.zeros(len(weights))
    for s in range(len(y)):
        for i in range(len(weights) - 1):
            gradient[i] += error[s] * x[i, s] / len(y)
    gradient[-1] = error.mean()
    return gradient


def near_no_transpose_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append((error * x).mean(axis=0), error.mean())


def mistake_no_transpose_4(weights, x, y):
    error = _sigmoid(weights[:-1] @ x + weights[-1]) - y
    return np.append(error @ x, error.sum()) / len(y)


def mistake_wrong_axis_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(np.mean(error[:, None] * x, axis=1), error.mean())


def mistake_wrong_axis_2(weights, x, y):
    error = _p(weights, x) - y
    gradient = [np.mean(e * row) for e, row in zip(error, x, strict=True)]
    return np.array([*gradient, np.mean(error)])


def mistake_wrong_axis_3(weights, x, y):
    error = _p(weights, x) - y
    return np.append((error.reshape(-1, 1) * x).sum(axis=1) / len(y), error.mean())


def near_wrong_axis_1(weights, x, y):
    error = _p(weights, x) - y
    return np.append(np.mean(error[:, None] * x), error.mean())


def near_wrong_axis_2(weights, x, y):
    error = _p(weights, x) - y
    return np.append(error, error.mean())


def mistake_squared_error_1(weights, x, y):
    p = _p(weights, x)
    d_z = 2 * (p - y) * p * (1 - p) / len(y)
    return np.append(d_z @ x, d_z.sum())


def mistake_squared_error_2(weights, x, y):
    gradient = np.zeros(len(weights))
    for row, label in zip(x, y, strict=True):
        p = _sigmoid(row @ weights[:-1] + weights[-1])
        slope = p * (1 - p)
        gradient += 2 * (p - label) * slope * np.append(row, 1) / len(y)
    return gradient


def near_squared_error_1(weights, x, y):
    p = _p(weights, x)
    d_z = -2 * (p - y) * p * (1 - p) / len(y)
    return np.append(d_z @ x, d_z.sum())


def near_squared_error_2(weights, x, y):
    p = _p(weights, x)
    d_z = 2 * (p - y) * (1 - p**2) / len(y)
    return np.append(d_z @ x, d_z.sum())


def mistake_with_slope_1(weights, x, y):
    p = _p(weights, x)
    d_z = (p - y) * p * (1 - p)
    return np.append(d_z @ x, d_z.sum()) / len(y)


def mistake_with_slope_2(weights, x, y):
    p = _p(weights, x)
    d_b = np.mean((p - y) * p * (1 - p))
    d_w = [np.mean((p - y) * p * (1 - p) * column) for column in x.T]
    return d_w + [d_b]


def near_with_slope_1(weights, x, y):
    p = _p(weights, x)
    d_z = (p - y) * p
    return np.append(d_z @ x, d_z.sum()) / len(y)


def near_with_slope_2(weights, x, y):
    p = _p(weights, x)
    d_p = -y / p + (1 - y) / (1 - p)
    return np.append(d_p @ x, d_p.sum()) / len(y)


def mistake_no_sigmoid_1(weights, x, y):
    error = x @ weights[:-1] + weights[-1] - y
    return np.append(error @ x, error.sum()) / len(y)


def mistake_no_sigmoid_2(weights, x, y):
    x1 = np.hstack([x, np.ones((len(x), 1))])
    return x1.T @ (x1 @ weights - y) / len(y)


def near_no_sigmoid_1(weights, x, y):
    error = (x @ weights[:-1] + weights[-1] > 0) - y
    return np.append(error @ x, error.sum()) / len(y)


def near_no_sigmoid_2(weights, x, y):
    error = _sigmoid(_p(weights, x)) - y
    return np.append(error @ x, error.sum()) / len(y)


def mistake_labels_mixed_1(weights, x, y):
    error = _p(weights, x) - (2 * y - 1)
    return np.append(error @ x, error.sum()) / len(y)


def mistake_labels_mixed_2(weights, x, y):
    y = np.where(y == 1, 1, -1)
    error = _p(weights, x) - y
    return _x_and_one(x).T @ error / len(y)


def _x_and_one(x):
    return np.hstack([x, np.ones((len(x), 1))])


def near_labels_mixed_1(weights, x, y):
    error = 2 * _p(weights, x) - 1 - (2 * y - 1)
    return np.append(error @ x, error.sum()) / len(y)


def near_labels_mixed_2(weights, x, y):
    error = _p(weights, x) - (1 - y)
    return np.append(error @ x, error.sum()) / len(y)


def symptom_in_place_1(weights, x, y):
    y -= _p(weights, x)
    return -np.append(y @ x, y.sum()) / len(y)


def symptom_in_place_2(weights, x, y):
    error = _p(weights, x) - y
    weights[:-1] = error @ x / len(y)
    weights[-1] = error.mean()
    return weights


def symptom_no_return_1(weights, x, y):
    error = _p(weights, x) - y
    gradient = np.append(error @ x, error.sum()) / len(y)  # noqa: F841


def symptom_print_for_return_1(weights, x, y):
    error = _p(weights, x) - y
    print(np.append(error @ x, error.sum()) / len(y))


def symptom_signature_1(weights, x):
    return _p(weights, x) @ x / len(x)


def symptom_unused_1(weights, x, y):
    p = _p(weights, x)
    return np.append(p @ x, p.sum()) / len(x)


def symptom_trailing_comma_1(weights, x, y):
    error = _p(weights, x) - y
    return (np.append(error @ x, error.sum()) / len(y),)


def mistake_two_pieces_1(weights, x, y):
    error = _p(weights, x) - y
    return error @ x / len(y), error.mean()


def wrong_the_loss(weights, x, y):
    p = np.where(y == 1, _p(weights, x), 1 - _p(weights, x))
    return -np.log(p).mean()


def wrong_the_step(weights, x, y):
    error = _p(weights, x) - y
    return weights - 0.1 * np.append(error @ x, error.sum()) / len(y)


def wrong_length_one(weights, x, y):
    error = _p(weights, x) - y
    gradient = np.append(error @ x, error.sum()) / len(y)
    return gradient / np.linalg.norm(gradient)


wrong_bias_left_out_of_the_neuron = near_no_bias_2


def wrong_all_weights(weights, x, y):
    error = _sigmoid(x @ weights) - y
    return np.append(error @ x, error.sum()) / len(y)


def wrong_mean_of_x(weights, x, y):
    error = np.mean(_p(weights, x) - y)
    return np.append(error * x.mean(axis=0), error)


def wrong_absolute_error(weights, x, y):
    error = np.abs(_p(weights, x) - y)
    return np.append(error @ x, error.sum()) / len(y)


def wrong_last_example_only(weights, x, y):
    for row, label in zip(x, y, strict=True):
        error = _sigmoid(row @ weights[:-1] + weights[-1]) - label
        gradient = error * np.append(row, 1)
    return gradient / len(y)


def wrong_by_table(weights, x, y):
    error = _p(weights, x)[:, None] - y
    return np.append(error @ x, error.sum()) / len(y)


def wrong_features_summed_bias_averaged(weights, x, y):
    error = _p(weights, x) - y
    return np.append(x.T @ error, error.mean())


def wrong_forward_nudge(weights, x, y):
    def loss(w):
        return -np.mean(np.log(np.where(y == 1, _p(w, x), 1 - _p(w, x))))

    return [(loss(weights + 0.1 * row) - loss(weights)) / 0.1 for row in np.eye(len(weights))]
