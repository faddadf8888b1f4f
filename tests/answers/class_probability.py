"""Answers to class_probability, as students write them."""

import math

import numpy as np


def _sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def right_formula(weights, x):
    z = np.dot(x, weights[:-1]) + weights[-1]
    return 1 / (1 + np.exp(-z))


def right_by_loop(weights, x):
    result = np.zeros(len(x))
    for s in range(len(x)):
        z = weights[-1]
        for i in range(len(x[s])):
            z = z + weights[i] * x[s, i]
        result[s] = _sigmoid(z)
    return result


def right_by_list(weights, x):
    *w, b = weights.tolist()
    result = []
    for row in x.tolist():
        z = sum(a * c for a, c in zip(w, row, strict=True)) + b
        result.append(1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z)))
    return result


def right_by_generator(weights, x):
    return (float(_sigmoid(weights[:-1] @ row + weights[-1])) for row in x)


def right_by_yield(weights, x):
    for row in x:
        yield _sigmoid(row @ weights[:-1] + weights[-1])


def right_with_a_column_of_ones(weights, x):
    x_and_one = np.hstack([x, np.ones((len(x), 1))])
    return _sigmoid(x_and_one @ weights)


def right_by_sum_over_features(weights, x, steepness=1.0):
    w, b = weights[:-1], weights[-1]
    return _sigmoid(steepness * ((x * w).sum(axis=1) + b))


def right_by_einsum(weights, x):
    return _sigmoid(np.einsum("sn,n->s", x, weights[:-1]) + weights[len(x[0])])


def right_by_tanh(weights, x):
    z = weights[:-1] @ x.T + weights[-1]
    return (1 + np.tanh(z / 2)) / 2


def right_by_vectorize(weights, x):
    return np.vectorize(lambda z: 1 / (1 + math.exp(-z)))(x @ weights[:-1] + weights[-1])


def right_in_single_precision(weights, x, dtype=np.float32):
    weights, x = weights.astype(dtype), x.astype(dtype)
    return (1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))).tolist()


def right_by_columns(weights, x):
    z = np.full(x.shape[0], weights[-1])
    for column, w in zip(x.T, weights, strict=False):
        z += w * column
    return tuple(map(_sigmoid, z))


def right_by_column_vector(weights, x):
    z = x.dot(weights[:-1].reshape(-1, 1)) + weights[-1]
    return np.ravel(_sigmoid(z))


def right_by_where(weights, x):
    if x.ndim == 1:
        return right_by_where(weights, x[None])[0]
    z = np.matmul(x, weights[:-1]) + weights[-1]
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def right_by_apply(weights, x):
    def neuron(row):
        return 1 / (1 + np.e ** -(np.sum(row * weights[:-1]) + weights[-1]))

    return np.apply_along_axis(neuron, 1, x)


def right_as_the_other_class_taken_off(weights, x):
    return 1 - _sigmoid(-(x @ weights[:-1]) - weights[-1])


def mistake_no_bias_1(weights, x):
    return _sigmoid(x @ weights[:-1])


def mistake_no_bias_2(weights, x):
    *w, _ = weights
    return [1 / (1 + np.exp(-sum(a * c for a, c in zip(w, row, strict=True)))) for row in x]


def mistake_no_bias_3(weights, x):
    n = x.shape[1]
    z = 0
    for i in range(n):
        z = z + x[:, i] * weights[i]
    return (1 + np.tanh(z / 2)) / 2


def near_no_bias_1(weights, x):
    return _sigmoid(x @ weights[:-1] + weights[0])


def near_no_bias_2(weights, x):
    return _sigmoid(x @ weights[:-1] * weights[-1])


def near_no_bias_3(weights, x):
    return _sigmoid(np.full(len(x), weights[-1]))


def mistake_bias_first_1(weights, x):
    b, w = weights[0], weights[1:]
    return _sigmoid(x @ w + b)


def mistake_bias_first_2(weights, x):
    x_and_one = np.column_stack([np.ones(len(x)), x])
    return _sigmoid(x_and_one @ weights)


def near_bias_first_1(weights, x):
    return _sigmoid(x @ weights[1:] + weights[-1])


near_bias_first_2 = near_no_bias_1


def mistake_no_sigmoid_1(weights, x):
    return x @ weights[:-1] + weights[-1]


def mistake_no_sigmoid_2(weights, x):
    return [sum(row * weights[:-1]) + weights[-1] for row in x]


def near_no_sigmoid_1(weights, x):
    return np.tanh(x @ weights[:-1] + weights[-1])


def near_no_sigmoid_2(weights, x):
    return np.clip(x @ weights[:-1] + weights[-1], 0, 1)


def mistake_class_instead_1(weights, x):
    return (_sigmoid(x @ weights[:-1] + weights[-1]) > 0.5).astype(int)


def mistake_class_instead_2(weights, x):
    return [1 if row @ weights[:-1] + weights[-1] >= 0 else 0 for row in x]


def mistake_class_instead_3(weights, x):
    return np.round(_sigmoid(x @ weights[:-1] + weights[-1]))


def near_class_instead_1(weights, x):
    return np.sign(x @ weights[:-1] + weights[-1])


def near_class_instead_2(weights, x):
    return np.round(_sigmoid(x @ weights[:-1] + weights[-1]), 1)


def mistake_sign_1(weights, x):
    return 1 / (1 + np.exp(x @ weights[:-1] + weights[-1]))


def mistake_sign_2(weights, x):
    return 1 - _sigmoid(x @ weights[:-1] + weights[-1])


def mistake_sign_3(weights, x):
    z = -(x * weights[:-1]).sum(axis=1) - weights[-1]
    return _sigmoid(z)


def near_sign_1(weights, x):
    return -_sigmoid(x @ weights[:-1] + weights[-1])


def near_sign_2(weights, x):
    return _sigmoid(weights[-1] - x @ weights[:-1])


def mistake_sign_of_bias_1(weights, x):
    return _sigmoid(x @ weights[:-1] - weights[-1])


def mistake_sign_of_bias_2(weights, x):
    threshold = weights[-1]
    return [1 / (1 + np.exp(threshold - np.dot(row, weights[:-1]))) for row in x]


def near_sign_of_bias_1(weights, x):
    return _sigmoid(-(x @ weights[:-1]) + weights[-1])


def near_sign_of_bias_2(weights, x):
    return _sigmoid(x @ weights[:-1] + abs(weights[-1]))


def mistake_bias_outside_1(weights, x):
    return _sigmoid(x @ weights[:-1]) + weights[-1]


def mistake_bias_outside_2(weights, x):
    return [1 / (1 + np.exp(-(row @ weights[:-1]))) + weights[-1] for row in x]


def near_bias_outside_1(weights, x):
    return _sigmoid(x @ weights[:-1]) * weights[-1]


def near_bias_outside_2(weights, x):
    return _sigmoid(x @ weights[:-1]) - weights[-1]


def mistake_wrong_axis_1(weights, x):
    return _sigmoid(np.sum(weights[:-1] * x, axis=0) + weights[-1])


def mistake_wrong_axis_2(weights, x):
    z = [sum(column) * w for column, w in zip(x.T, weights, strict=False)]
    return _sigmoid(np.array(z) + weights[-1])


def near_wrong_axis_1(weights, x):
    return _sigmoid(x[0] * weights[:-1] + weights[-1])


def near_wrong_axis_2(weights, x):
    return _sigmoid((x * weights[:-1]).prod(axis=1) + weights[-1])


def mistake_no_axis_1(weights, x):
    return _sigmoid(np.sum(x * weights[:-1]) + weights[-1])


def mistake_no_axis_2(weights, x):
    z = weights[-1]
    for row in x:
        for i in range(len(row)):
            z += row[i] * weights[i]
    return _sigmoid(z)


def near_no_axis_1(weights, x):
    return _sigmoid(x[0] @ weights[:-1] + weights[-1])


def near_no_axis_2(weights, x):
    return [_sigmoid(x.sum() + weights[-1]) for _ in x]


def mistake_not_summed_1(weights, x):
    return _sigmoid(x * weights[:-1] + weights[-1])


def mistake_not_summed_2(weights, x):
    w, b = weights[:-1], weights[-1]
    return [[_sigmoid(a * c + b) for a, c in zip(w, row, strict=True)] for row in x]


def near_not_summed_1(weights, x):
    return _sigmoid(x * weights[:-1])


def near_not_summed_2(weights, x):
    return _sigmoid(x + weights[-1])


def symptom_only_shape_1(weights, x):
    return _sigmoid(x @ weights[:-1, None] + weights[-1])


symptom_shape_1 = near_not_summed_1


def symptom_trailing_comma_1(weights, x):
    return (_sigmoid(x @ weights[:-1] + weights[-1]),)


def symptom_in_place_1(weights, x):
    x *= weights[:-1]
    return _sigmoid(x.sum(axis=1) + weights[-1])


def symptom_no_return_1(weights, x):
    z = x @ weights[:-1] + weights[-1]
    1 / (1 + np.exp(-z))


def symptom_print_for_return_1(weights, x):
    print(_sigmoid(x @ weights[:-1] + weights[-1]))


def symptom_uncalled_1(weights, x):
    return lambda z: 1 / (1 + np.exp(-z))


def symptom_signature_1(w, b, x):
    return _sigmoid(x @ w + b)


def wrong_all_weights(weights, x):
    return _sigmoid(x @ weights)


def wrong_order_of_the_product(weights, x):
    return _sigmoid(weights[:-1] @ x + weights[-1])


def wrong_math_of_an_array(weights, x):
    z = x @ weights[:-1] + weights[-1]
    return 1 / (1 + math.exp(-z))


def wrong_first_feature_only(weights, x):
    return _sigmoid(x[:, 0] * weights[0] + weights[-1])


def wrong_relu(weights, x):
    return np.maximum(x @ weights[:-1] + weights[-1], 0)


def wrong_softmax(weights, x):
    z = x @ weights[:-1] + weights[-1]
    return np.exp(z - z.max()) / np.exp(z - z.max()).sum()


def wrong_sigmoid_twice(weights, x):
    return _sigmoid(_sigmoid(x @ weights[:-1] + weights[-1]))


def wrong_sigmoid_of_each_product(weights, x):
    return _sigmoid(x * weights[:-1]).sum(axis=1) + weights[-1]


def wrong_brackets(weights, x):
    return 1 / 1 + np.exp(-(x @ weights[:-1] + weights[-1]))


def wrong_bias_for_each_feature(weights, x):
    return _sigmoid((x * weights[:-1] + weights[-1]).sum(axis=1))


def wrong_return_in_the_loop(weights, x):
    for row in x:
        return _sigmoid(row @ weights[:-1] + weights[-1])


def wrong_log_odds_of_the_wrong_base(weights, x):
    return 1 / (1 + 2.0 ** -(x @ weights[:-1] + weights[-1]))
