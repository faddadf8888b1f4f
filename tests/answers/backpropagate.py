"""Answers to backpropagate, as students write them."""

import math

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.networks import hidden_activations, unpack


def _passed(weights, x, y):
    """Return what the forward pass leaves behind, and the derivative by the outputs."""
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    return v, a, 2 / len(x) * (a @ v + c - y)


def _joined(*parts):
    return np.concatenate([np.atleast_1d(part) for part in parts])


def right_plain(weights, x, y):
    w, b, v, c = unpack(weights)
    a = sigmoid(np.outer(x, w) + b)
    y_pred = a @ v + c
    d_output = -2 / len(x) * (y - y_pred)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return np.concatenate([x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, [d_output.sum()]])


def right_by_loops(weights, x, y):
    w, b, v, c = unpack(weights)
    width, size = len(w), len(x)
    result = [0.0] * (3 * width + 1)
    for x_s, y_s in zip(x, y, strict=True):
        a = [1 / (1 + math.exp(-(w[h] * x_s + b[h]))) for h in range(width)]
        d = 2 / size * (sum(v[h] * a[h] for h in range(width)) + c - y_s)
        for h in range(width):
            slope = d * v[h] * a[h] * (1 - a[h])
            result[h] += slope * x_s
            result[width + h] += slope
            result[2 * width + h] += d * a[h]
        result[-1] += d
    return result


def right_by_einsum(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    d = 2 * (a @ v + c - y)[:, None] / len(x)
    hidden = d * v * a * (1 - a)
    rows = np.einsum("sh,sk->kh", hidden, np.stack([x, np.ones_like(x)], axis=1))
    return np.hstack([*rows, (a * d).sum(0), d.sum()])


def right_without_unpack(weights, x, y):
    width = (len(weights) - 1) // 3
    w, b, v = weights[:-1].reshape(3, width)
    a = 1 / (1 + np.exp(-(x.reshape(-1, 1) * w + b)))
    residual = y - (np.dot(a, v) + weights[-1])
    d = -2 * residual / x.size
    hidden = d.reshape(-1, 1) * v.reshape(1, -1) * a * (1 - a)
    gradient = np.zeros_like(weights)
    gradient[:width] = hidden.T @ x
    gradient[width : 2 * width] = np.ones(len(x)) @ hidden
    gradient[2 * width : 3 * width] = a.T @ d
    gradient[-1] = np.sum(d)
    return gradient


def right_units_first(weights, x, y):
    w, b, v, c = unpack(weights)
    a = sigmoid(np.outer(w, x) + b[:, None])
    d = 2 * (v @ a + c - y) / len(y)
    hidden = np.outer(v, d) * a * (1 - a)
    return [*(hidden @ x), *hidden.sum(axis=1), *(a @ d), d.sum()]


def right_unit_by_unit(weights, x, y):
    w, b, v, c = unpack(weights)
    total = np.full(len(x), float(c))
    values = []
    for h in range(len(w)):
        values.append(sigmoid(w[h] * x + b[h]))
        total += v[h] * values[h]
    d = 2 * (total - y) / len(x)
    by_w, by_b, by_v = [], [], []
    for h, a in enumerate(values):
        arrived = d * v[h] * a * (1 - a)
        by_w.append(np.sum(arrived * x))
        by_b.append(np.sum(arrived))
        by_v.append(np.sum(d * a))
    return tuple(by_w + by_b + by_v + [np.sum(d)])


def right_means_of_examples(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    hidden = len(x) * np.outer(d_output, v) * (a - a**2)
    each = np.column_stack([hidden * x[:, None], hidden, len(x) * d_output[:, None] * a])
    return np.append(each.mean(axis=0), len(x) * d_output.mean())


def right_in_single_precision(weights, x, y):
    weights, x, y = (np.asarray(one, dtype=np.float32) for one in (weights, x, y))
    h = len(weights) // 3
    w, b, v, c = weights[:h], weights[h : 2 * h], weights[2 * h : 3 * h], weights[3 * h]
    a = 1 / (1 + np.exp(-(x[:, np.newaxis] * w + b)))
    d = np.float32(2 / len(x)) * (a @ v + c - y)
    hidden = d[:, np.newaxis] * v * a * (1 - a)
    return np.r_[x @ hidden, hidden.sum(0), d @ a, d.sum()].astype(np.float32)


def right_example_by_example(weights, x, y):
    total = np.zeros(len(weights))
    for s in range(len(x)):
        _, _, v, c = unpack(weights)
        a = hidden_activations(weights, x[s : s + 1])[0]
        d = 2 * (v @ a + c - y[s])
        hidden = d * v * a * (1 - a)
        total += np.concatenate([hidden * x[s], hidden, d * a, [d]])
    return total / len(x)


def right_by_nudging(weights, x, y):
    def loss(one):
        _, _, v, c = unpack(one)
        return np.mean((y - hidden_activations(one, x) @ v - c) ** 2)

    e = 1e-5 * np.eye(len(weights))
    return [(loss(weights + one) - loss(weights - one)) / 2e-5 for one in e]


def right_by_jacobian(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    slopes = a * (1 - a) * v
    jacobian = np.hstack([slopes * x[:, None], slopes, a, np.ones((len(x), 1))])
    return 2 / len(x) * jacobian.T @ (a @ v + c - y)


def right_early_return(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    hidden = d_output[:, None] * v[None, :] * a * (1 - a)
    if len(x) == 1:
        return _joined(hidden[0] * x[0], hidden[0], a[0] * d_output[0], d_output[0])
    return _joined(hidden.T.dot(x), np.add.reduce(hidden), a.T.dot(d_output), d_output.sum())


def right_generator(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    hidden = np.outer(d_output, v) * a * (1 - a)
    return (
        one for part in (x @ hidden, sum(hidden), d_output @ a, [sum(d_output)]) for one in part
    )


def mistake_sign_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = -d_output
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_sign_2(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    d = 2 / len(x) * (y - (a @ v + c))
    hidden = d[:, None] * v * a * (1 - a)
    return np.concatenate([hidden.T @ x, hidden.sum(0), a.T @ d, [d.sum()]])


def near_sign_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = -d_output / 2
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_sign_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (a - 1)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_two_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = d_output / 2
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_two_2(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    d = (a @ v + c - y) / len(x)
    hidden = d[:, None] * v * a * (1 - a)
    return np.concatenate([hidden.T @ x, hidden.sum(0), a.T @ d, [d.sum()]])


def near_no_two_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a / 2, d_output.sum() / 2)


near_no_two_2 = near_sign_1


def mistake_no_mean_1(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    d = 2 * (a @ v + c - y)
    hidden = d[:, None] * v * a * (1 - a)
    return np.concatenate([hidden.T @ x, hidden.sum(0), a.T @ d, [d.sum()]])


def mistake_no_mean_2(weights, x, y):
    total = np.zeros(len(weights))
    _, _, v, c = unpack(weights)
    for s in range(len(x)):
        a = hidden_activations(weights, x[s : s + 1])[0]
        d = 2 * (v @ a + c - y[s])
        total += np.concatenate([d * v * a * (1 - a) * x[s], d * v * a * (1 - a), d * a, [d]])
    return total


def near_no_mean_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = d_output * len(v)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_mean_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = d_output / len(x)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_factors_1(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    d = a @ v + c - y
    hidden = d[:, None] * v * a * (1 - a)
    return np.concatenate([hidden.T @ x, hidden.sum(0), a.T @ d, [d.sum()]])


def mistake_no_factors_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = d_output * len(x) / 2
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_factors_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = -d_output * len(x) / 2
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_factors_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = np.sign(d_output)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_slope_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_slope_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = d_output[:, None] * v
    return np.hstack([d_hidden.T @ x, d_hidden.sum(0), a.T @ d_output, d_output.sum()])


def near_no_slope_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_slope_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_slope_at_z_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    w, b, _, _ = unpack(weights)
    z = np.outer(x, w) + b
    d_hidden = np.outer(d_output, v) * z * (1 - z)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_slope_at_z_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)

    def slope(one):
        return one * (1 - one)

    w, b, _, _ = unpack(weights)
    d_hidden = d_output[:, None] * v * slope(x[:, None] * w + b)
    return np.hstack([d_hidden.T @ x, d_hidden.sum(0), a.T @ d_output, d_output.sum()])


def near_slope_at_z_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * sigmoid(a) * (1 - sigmoid(a))
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_slope_at_z_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    w, b, _, _ = unpack(weights)
    z = np.outer(x, w) + b
    d_hidden = np.outer(d_output, v) * z
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_output_weights_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = d_output[:, None] * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_output_weights_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, np.ones(len(v))) * (a - a**2)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_output_weights_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    w = unpack(weights)[0]
    d_hidden = np.outer(d_output, w) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_output_weights_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = a * (1 - a) * v
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_x_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_hidden.sum(axis=0), d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def mistake_no_x_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(np.ones(len(x)) @ d_hidden, np.sum(d_hidden, 0), a.T @ d_output, sum(d_output))


def near_no_x_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(
        x.sum() * d_hidden.sum(axis=0), d_hidden.sum(axis=0), d_output @ a, d_output.sum()
    )


def near_no_x_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, x @ d_hidden, d_output @ a, d_output.sum())


def mistake_no_activation_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(0), d_output.sum() * np.ones(len(v)), d_output.sum())


def mistake_no_activation_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(0), [d_output.sum() for _ in v], d_output.sum())


def near_no_activation_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(0), d_output.sum() * v, d_output.sum())


def near_no_activation_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(0), a.sum(axis=0), d_output.sum())


def mistake_no_transpose_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_hidden @ x, d_hidden.sum(0), a.T @ d_output, d_output.sum())


def mistake_no_transpose_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), a @ d_output, d_output.sum())


def mistake_no_transpose_3(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)

    by_w = np.dot(d_hidden, x)
    by_b = d_hidden.sum(axis=0)
    by_v = np.dot(a, d_output)
    return np.concatenate((by_w, by_b, by_v, [d_output.sum()]))


def mistake_no_transpose_4(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined((d_hidden * x).sum(axis=0), d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_transpose_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = d_output * v * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def near_no_transpose_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return np.concatenate([x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum()])


mistake_bare_number_1 = near_no_transpose_2


def mistake_bare_number_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)

    by_w, by_b = d_hidden.T @ x, np.sum(d_hidden, axis=0)
    by_v, by_c = a.T @ d_output, np.sum(d_output)
    gradient = np.concatenate((by_w, by_b, by_v, by_c))
    return gradient


def near_bare_number_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return np.concatenate(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, [d_output.sum()])


def near_bare_number_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return x @ d_hidden + d_hidden.sum(axis=0) + d_output @ a + d_output.sum()


def mistake_wrong_axis_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=1), d_output @ a, d_output.sum())


def mistake_wrong_axis_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_hidden.T @ x, [sum(row) for row in d_hidden], a.T @ d_output, np.sum(d_output))


def near_wrong_axis_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(), d_output @ a, d_output.sum())


def near_wrong_axis_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.mean(axis=0), d_output @ a, d_output.sum())


def mistake_order_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_hidden.sum(axis=0), x @ d_hidden, d_output @ a, d_output.sum())


def mistake_order_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return [*np.sum(d_hidden, axis=0), *(d_hidden.T @ x), *(a.T @ d_output), np.sum(d_output)]


def near_order_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_output @ a, d_hidden.sum(axis=0), d_output.sum())


def near_order_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return np.column_stack([x @ d_hidden, d_hidden.sum(0), d_output @ a]).ravel().tolist() + [
        d_output.sum()
    ]


def mistake_output_first_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_output @ a, d_output.sum(), x @ d_hidden, d_hidden.sum(axis=0))


def mistake_output_first_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    gradient = [*(a.T @ d_output), d_output.sum()]
    d_hidden = d_output[:, None] * v * a * (1 - a)
    return np.array([*gradient, *(d_hidden.T @ x), *d_hidden.sum(0)])


def near_output_first_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_output @ a, x @ d_hidden, d_hidden.sum(axis=0), d_output.sum())


def near_output_first_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_output.sum(), d_output @ a, d_hidden.sum(axis=0), x @ d_hidden)


def mistake_no_output_bias_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a)


def mistake_no_output_bias_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return [*(d_hidden.T @ x), *d_hidden.sum(0), *(a.T @ d_output)]


def near_no_output_bias_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, 0.0)


def near_no_output_bias_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_output @ a, d_output.sum())


def mistake_output_bias_mean_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.mean())


def mistake_output_bias_mean_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(0), a.T @ d_output, d_output.sum() / len(x))


def near_output_bias_mean_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.mean(axis=0), d_output @ a, d_output.mean())


def near_output_bias_mean_2(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output[-1])


def wrong_examples_kept(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(d_hidden * x[:, None], d_hidden, d_output[:, None] * a)


def wrong_residual_without_bias(weights, x, y):
    _, _, v, _ = unpack(weights)
    a = hidden_activations(weights, x)
    d = 2 / len(x) * (a @ v - y)
    hidden = d[:, None] * v * a * (1 - a)
    return _joined(x @ hidden, hidden.sum(0), d @ a, d.sum())


def wrong_unpacked_in_another_order(weights, x, y):
    width = len(weights) // 3
    pairs = weights[:-1].reshape(width, 3)
    a = sigmoid(np.outer(x, pairs[:, 0]) + pairs[:, 1])
    d = 2 / len(x) * (a @ pairs[:, 2] + weights[-1] - y)
    hidden = d[:, None] * pairs[:, 2] * a * (1 - a)
    return _joined(x @ hidden, hidden.sum(0), d @ a, d.sum())


def wrong_one_step_of_training(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    gradient = _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())
    return weights - 0.1 * gradient


def wrong_new_output_weights_used_too_early(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    v = v - 0.1 * (d_output @ a)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def wrong_derivative_by_x(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden * unpack(weights)[0], d_hidden.sum(0), d_output @ a, d_output.sum())


def wrong_four_parts_in_a_list(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return [x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum()]


def wrong_mean_twice(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    parts = (d_hidden * x[:, None], d_hidden, d_output[:, None] * a, d_output)
    return _joined(*(part.mean(axis=0) for part in parts))


def wrong_slope_of_tanh(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * (1 - a**2)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def wrong_output_through_a_sigmoid(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    y_pred = sigmoid(a @ v + c)
    d_output = 2 / len(x) * (y_pred - y) * y_pred * (1 - y_pred)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def symptom_not_to_call_1(weights, x, y):
    return mse_gradient(weights, x, y)  # noqa: F821


def symptom_factor_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_output = 2 * d_output
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())


def symptom_trailing_comma_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    return (_joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum()),)


def symptom_in_place_1(weights, x, y):
    v, a, d_output = _passed(weights, x, y)
    d_hidden = np.outer(d_output, v) * a * (1 - a)
    weights[:] = _joined(x @ d_hidden, d_hidden.sum(axis=0), d_output @ a, d_output.sum())
    return weights
