"""Answers to forward_pass, as students write them."""

import math

import numpy as np

from lessonlib.activations import sigmoid


def right_plain(x, w, b, v, c):
    z = x[:, None] @ w[None, :] + b
    a = sigmoid(z)
    return a @ v + c


def right_by_loops(x, w, b, v, c):
    outputs = []
    for x_s in x:
        total = float(c)
        for w_h, b_h, v_h in zip(w, b, v, strict=True):
            total += float(v_h) / (1 + math.exp(-(w_h * x_s + b_h)))
        outputs.append(total)
    return outputs


def right_in_single_precision(x, w, b, v, c):
    x, w, b, v = (np.asarray(one, dtype=np.float32) for one in (x, w, b, v))
    return (sigmoid(np.outer(x, w) + b).astype(np.float32) @ v + np.float32(c)).astype(np.float32)


def right_units_first(x, w, b, v, c):
    return v @ sigmoid(np.outer(w, x) + b.reshape(-1, 1)) + c


def right_summed(x, w, b, v, c):
    return (sigmoid(x[:, None] * w + b) * v).sum(axis=-1) + c


def right_unit_by_unit(x, w, b, v, c):
    y = np.full(len(x), c)
    for h in range(len(w)):
        y = y + v[h] * sigmoid(w[h] * x + b[h])
    return y


def right_built_in_sum(x, w, b, v, c):
    return c + sum(v_h * sigmoid(w_h * x + b_h) for w_h, b_h, v_h in zip(w, b, v))


def right_einsum(x, w, b, v, c):
    z = np.einsum("s,h->sh", x, w) + b
    return np.einsum("sh,h->s", sigmoid(z), v) + c


def right_vectorized(x, w, b, v, c):
    return np.vectorize(lambda one: np.dot(v, sigmoid(w * one + b)) + c)(x)


def right_generator(x, w, b, v, c=0.0):
    for one in x:
        yield v @ sigmoid(one * w + b) + c


def right_biases_as_weights(x, w, b, v, c):
    inputs = np.column_stack([x, np.ones(len(x))])
    hidden = np.hstack([sigmoid(inputs @ np.stack([w, b])), np.ones((len(x), 1))])
    return hidden @ np.append(v, c)


def right_of_falling_sigmoids(x, w, b, v, c):
    return v.sum() + c - sigmoid(-(np.outer(x, w) + b)) @ v


def right_list_of_arrays(x, w, b, v, c):
    return [np.array([np.sum(v * sigmoid(w * one + b)) + c]).item() for one in x]


def right_inner_function(x, w, b, v, c):
    def unit(h):
        return v[h] / (1 + np.exp(-w[h] * x - b[h]))

    if len(w) == 1:
        return unit(0) + c
    return np.sum([unit(h) for h in range(len(w))], axis=0) + c


def mistake_swapped_weight_and_bias_1(x, w, b, v, c):
    return sigmoid(np.outer(x, b) + w) @ v + c


def mistake_swapped_weight_and_bias_2(x, w, b, v, c):
    return [sum(v * sigmoid(b * one + w)) + c for one in x]


def near_swapped_weight_and_bias_1(x, w, b, v, c):
    return sigmoid(np.outer(x, v) + b) @ w + c


def near_swapped_weight_and_bias_2(x, w, b, v, c):
    return sigmoid((x[:, None] + b) * w) @ v + c


def mistake_sigmoid_on_output_1(x, w, b, v, c):
    return sigmoid(sigmoid(np.outer(x, w) + b) @ v + c)


def mistake_sigmoid_on_output_2(x, w, b, v, c):
    hidden = sigmoid(x[:, None] * w + b)
    output = hidden @ v + c
    return 1 / (1 + np.exp(-output))


def near_sigmoid_on_output_1(x, w, b, v, c):
    return sigmoid(sigmoid(np.outer(x, w) + b) @ v) + c


def near_sigmoid_on_output_2(x, w, b, v, c):
    return sigmoid((np.outer(x, w) + b) @ v + c)


def mistake_no_output_bias_1(x, w, b, v, c):
    return sigmoid(x[:, None] * w + b) @ v


def mistake_no_output_bias_2(x, w, b, v, c):
    y = sigmoid(np.outer(x, w) + b) @ v
    y + c
    return y


def mistake_no_output_bias_3(x, w, b, v, c):
    y = np.zeros(len(x))
    for h in range(len(w)):
        y += v[h] * sigmoid(w[h] * x + b[h])
    return y


def near_no_output_bias_1(x, w, b, v, c):
    return sigmoid(x[:, None] * w + b) @ v + 1


def near_no_output_bias_2(x, w, b, v, c):
    return sigmoid(x[:, None] * w) @ v


def mistake_output_bias_subtracted_1(x, w, b, v, c):
    return sigmoid(x[:, None] * w + b) @ v - c


def mistake_output_bias_subtracted_2(x, w, b, v, c):
    return -c + np.array([np.sum(v * sigmoid(w * one + b)) for one in x])


def near_output_bias_subtracted_1(x, w, b, v, c):
    return sigmoid(x[:, None] * w - b) @ v - c


def near_output_bias_subtracted_2(x, w, b, v, c):
    return c - sigmoid(x[:, None] * w + b) @ v


def mistake_output_bias_per_unit_1(x, w, b, v, c):
    return (sigmoid(x[:, None] * w + b) * v + c).sum(axis=1)


def mistake_output_bias_per_unit_2(x, w, b, v, c):
    y = np.zeros_like(x)
    for w_h, b_h, v_h in zip(w, b, v):
        y += v_h * sigmoid(w_h * x + b_h) + c
    return y


def mistake_output_bias_per_unit_3(x, w, b, v, c):
    return sigmoid(x[:, None] * w + b) @ v + len(w) * c


def near_output_bias_per_unit_1(x, w, b, v, c):
    return (sigmoid(x[:, None] * w + b) + c) @ v


def near_output_bias_per_unit_2(x, w, b, v, c):
    return sigmoid(x[:, None] * w + b) @ v + len(x) * c


def mistake_no_hidden_bias_1(x, w, b, v, c):
    return sigmoid(np.outer(x, w)) @ v + c


def mistake_no_hidden_bias_2(x, w, b, v, c):
    return [sigmoid(w * one) @ v + c for one in x]


def near_no_hidden_bias_1(x, w, b, v, c):
    return (sigmoid(np.outer(x, w)) + b) @ v + c


def near_no_hidden_bias_2(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b[0]) @ v + c


def mistake_hidden_bias_subtracted_1(x, w, b, v, c):
    return sigmoid(np.outer(x, w) - b) @ v + c


def mistake_hidden_bias_subtracted_2(x, w, b, v, c):
    return (v / (1 + np.exp(-x[:, None] * w + b))).sum(axis=1) + c


def near_hidden_bias_subtracted_1(x, w, b, v, c):
    return sigmoid(w * (x[:, None] - b)) @ v + c


def near_hidden_bias_subtracted_2(x, w, b, v, c):
    return sigmoid(np.outer(x, w) - abs(b)) @ v + c


def mistake_wrong_sign_1(x, w, b, v, c):
    return (v / (1 + np.exp(x[:, None] * w + b))).sum(axis=1) + c


def mistake_wrong_sign_2(x, w, b, v, c):
    return sigmoid(-(np.outer(x, w) + b)) @ v + c


def mistake_wrong_sign_3(x, w, b, v, c):
    return (1 - sigmoid(np.outer(x, w) + b)) @ v + c


def near_wrong_sign_1(x, w, b, v, c):
    return sigmoid(-np.abs(np.outer(x, w) + b)) @ v + c


def near_wrong_sign_2(x, w, b, v, c):
    return (1 - sigmoid(np.outer(x, w) - b)) @ v - c


def mistake_weight_sign_1(x, w, b, v, c):
    return sigmoid(b - np.outer(x, w)) @ v + c


def mistake_weight_sign_2(x, w, b, v, c):
    return (v / (1 + np.exp(x[:, None] * w - b))).sum(axis=1) + c


def near_weight_sign_1(x, w, b, v, c):
    return sigmoid(np.outer(x, np.abs(w)) + b) @ v + c


def near_weight_sign_2(x, w, b, v, c):
    return sigmoid(b - np.outer(x, w)) @ v - c


def mistake_heights_subtracted_1(x, w, b, v, c):
    return c - sigmoid(np.outer(x, w) + b) @ v


def mistake_heights_subtracted_2(x, w, b, v, c):
    y = np.full(x.shape, float(c))
    for h in range(w.size):
        y -= v[h] * sigmoid(x * w[h] + b[h])
    return y


def near_heights_subtracted_1(x, w, b, v, c):
    return c - sigmoid(np.outer(x, w) + b).sum(axis=1)


def near_heights_subtracted_2(x, w, b, v, c):
    y = np.full(x.shape, float(c))
    for h in range(w.size):
        y = v[h] * sigmoid(x * w[h] + b[h]) - y
    return y


def mistake_negative_1(x, w, b, v, c):
    return -(sigmoid(np.outer(x, w) + b) @ v + c)


def mistake_negative_2(x, w, b, v, c):
    return [-c - np.dot(v, sigmoid(w * one + b)) for one in x]


def near_negative_1(x, w, b, v, c):
    return -sigmoid(np.outer(x, w) + b) @ v + 2 * c


def near_negative_2(x, w, b, v, c):
    return np.abs(sigmoid(np.outer(x, w) + b) @ v + c)


def mistake_no_sigmoid_1(x, w, b, v, c):
    return (np.outer(x, w) + b) @ v + c


def mistake_no_sigmoid_2(x, w, b, v, c):
    y = c
    for w_h, b_h, v_h in zip(w, b, v):
        y = y + v_h * (w_h * x + b_h)
    return y


def near_no_sigmoid_1(x, w, b, v, c):
    return np.tanh(np.outer(x, w) + b) @ v + c


def near_no_sigmoid_2(x, w, b, v, c):
    return np.maximum(np.outer(x, w) + b, 0) @ v + c


def mistake_no_heights_1(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b).sum(axis=1) + c


def mistake_no_heights_2(x, w, b, v, c):
    return [sum(sigmoid(w * one + b)) + c for one in x]


def near_no_heights_1(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b).mean(axis=1) + c


def near_no_heights_2(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b).sum(axis=1)


def mistake_mean_of_units_1(x, w, b, v, c):
    return np.mean(sigmoid(np.outer(x, w) + b) * v, axis=1) + c


def mistake_mean_of_units_2(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b) @ v / len(v) + c


def near_mean_of_units_1(x, w, b, v, c):
    return np.mean(sigmoid(np.outer(x, w) + b) @ v) + c


def near_mean_of_units_2(x, w, b, v, c):
    return (sigmoid(np.outer(x, w) + b) @ v + c) / len(v)


def mistake_wrong_axis_1(x, w, b, v, c):
    return np.sum(sigmoid(np.outer(x, w) + b) * v, axis=0) + c


def mistake_wrong_axis_2(x, w, b, v, c):
    return v @ sigmoid(np.outer(x, w) + b) + c


def mistake_wrong_axis_3(x, w, b, v, c):
    hidden = sigmoid(x[:, None] * w[None, :] + b)
    return sum(hidden * v) + c


def mistake_wrong_axis_4(x, w, b, v, c):
    return np.dot(v, sigmoid(x[:, None] * w[None, :] + b)) + c


def near_wrong_axis_1(x, w, b, v, c):
    return np.mean(sigmoid(np.outer(x, w) + b) * v, axis=0) + c


def near_wrong_axis_2(x, w, b, v, c):
    return x @ sigmoid(np.outer(x, w) + b) + c


def mistake_summed_over_all_1(x, w, b, v, c):
    return np.sum(sigmoid(np.outer(x, w) + b) * v) + c


def mistake_summed_over_all_2(x, w, b, v, c):
    y = 0
    for one in x:
        for h in range(len(w)):
            y += v[h] * sigmoid(w[h] * one + b[h])
    return y + c


def mistake_summed_over_all_3(x, w, b, v, c):
    return sum(sigmoid(np.outer(x, w) + b) @ v) + c


def near_summed_over_all_1(x, w, b, v, c):
    return np.mean(sigmoid(np.outer(x, w) + b) * v) + c


def near_summed_over_all_2(x, w, b, v, c):
    for one in x:
        return np.sum(sigmoid(w * one + b) * v) + c


def mistake_one_number_a_unit_1(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b) * v + c


def mistake_one_number_a_unit_2(x, w, b, v, c):
    return [v * sigmoid(w * one + b) + c for one in x]


def near_one_number_a_unit_1(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b)


def near_one_number_a_unit_2(x, w, b, v, c):
    return sigmoid(np.outer(x, w) + b) * v


def mistake_element_by_element_1(x, w, b, v, c):
    return sigmoid(w * x + b) @ v + c


def mistake_element_by_element_2(x, w, b, v, c):
    return v * sigmoid(x * w + b) + c


def mistake_element_by_element_3(x, w, b, v, c):
    return np.sum(v * sigmoid(w * x + b)) + c


def mistake_element_by_element_4(x, w, b, v, c):
    z = np.multiply(w, x) + b
    a = 1 / (1 + np.exp(-z))
    return np.dot(a, v) + c


def mistake_element_by_element_5(x, w, b, v, c):
    return sigmoid(x @ w + b) @ v + c


def near_element_by_element_1(x, w, b, v, c):
    return v[0] * sigmoid(w[0] * x + b[0]) + c


def near_element_by_element_2(x, w, b, v, c):
    return sigmoid(w + x + b) @ v + c


def mistake_transposed_1(x, w, b, v, c):
    return sigmoid(np.outer(w, x) + b) @ v + c


def mistake_transposed_2(x, w, b, v, c):
    z = w[:, None] @ x[None, :] + b
    a = sigmoid(z)
    return a @ v + c


def mistake_transposed_3(x, w, b, v, c):
    return v @ sigmoid(w.reshape(-1, 1) * x + b) + c


def mistake_transposed_4(x, w, b, v, c):
    return sigmoid(np.outer(w, x) + b).T @ v + c


def near_transposed_1(x, w, b, v, c):
    return sigmoid(np.outer(w, x) + b[:, None]) @ v + c


def near_transposed_2(x, w, b, v, c):
    return sigmoid(w[:, None] + x + b) @ v + c


def mistake_column_1(x, w, b, v, c):
    return sigmoid(x[:, None] @ w[None, :] + b) @ v[:, None] + c


def mistake_column_2(x, w, b, v, c):
    return np.sum(sigmoid(np.outer(x, w) + b) * v, axis=1, keepdims=True) + c


def mistake_column_3(x, w, b, v, c):
    return [[np.dot(v, sigmoid(w * one + b)) + c] for one in x]


def mistake_column_4(x, w, b, v, c):
    y = sigmoid(np.outer(x, w) + b) @ v + c
    return y.reshape(-1, 1)


def near_column_1(x, w, b, v, c):
    return (sigmoid(x[:, None] * w + b) @ v + c)[None, :]


def near_column_2(x, w, b, v, c):
    return sigmoid(x[:, None] * w + b) @ v[:, None]


def mistake_broadcast_1(x, w, b, v, c):
    a = sigmoid(x.reshape(-1, 1) @ w.reshape(1, -1) + b)
    return a @ v.reshape(-1, 1) + c * np.ones_like(x)


def mistake_broadcast_2(x, w, b, v, c):
    y = sigmoid(np.outer(x, w) + b) @ v
    return y + np.full((len(x), 1), c)


def mistake_broadcast_3(x, w, b, v, c):
    y = np.full(len(x), float(c))
    column = x[:, None]
    for h in range(len(w)):
        y = y + v[h] * sigmoid(w[h] * column + b[h])
    return y


def near_broadcast_1(x, w, b, v, c):
    a = sigmoid(x.reshape(-1, 1) @ w.reshape(1, -1) + b)
    return a @ v.reshape(-1, 1) + c + x


def near_broadcast_2(x, w, b, v, c):
    y = sigmoid(np.outer(x, w) + b) @ v + c
    return np.outer(y, y)


def symptom_no_return_1(x, w, b, v, c):
    y = sigmoid(np.outer(x, w) + b) @ v + c  # noqa: F841


def symptom_signature_1(weights, x):
    return weights, x


def symptom_trailing_comma_1(x, w, b, v, c):
    return (sigmoid(np.outer(x, w) + b) @ v + c,)


def symptom_in_place_1(x, w, b, v, c):
    w *= -1
    b *= -1
    return (v / (1 + np.exp(np.outer(x, w) + b))).sum(axis=1) + c


symptom_unused_1 = near_one_number_a_unit_1


def symptom_only_shape_1(x, w, b, v, c):
    return (sigmoid(np.outer(x, w) + b) @ v + c)[None, :]


def wrong_parentheses(x, w, b, v, c):
    return sigmoid(np.outer(x, w)) + b @ v + c


def wrong_sigmoid_of_x(x, w, b, v, c):
    return (w * sigmoid(x[:, None]) + b) @ v + c


def wrong_last_unit_left_out(x, w, b, v, c):
    y = c
    for h in range(len(w) - 1):
        y = y + v[h] * sigmoid(w[h] * x + b[h])
    return y


def wrong_last_unit_only(x, w, b, v, c):
    for h in range(len(w)):
        y = c + v[h] * sigmoid(w[h] * x + b[h])
    return y


def wrong_misspelt(x, w, b, v, c):
    return sigmoid(np.outer(x, W) + b) @ v + c  # noqa: F821


def wrong_sorted(x, w, b, v, c):
    return np.sort(sigmoid(np.outer(x, w) + b) @ v + c)
