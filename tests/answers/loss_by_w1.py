"""Answers to loss_by_w1, as students write them."""

import math

import numpy as np

from lessonlib.activations import sigmoid


def _values(w1, w2, w3, w4, x):
    y1 = w1 * x
    y2, y3 = (1 / (1 + math.exp(-w * y1)) for w in (w2, w3))
    return y1, y2, y3, w4 * y2 * y3


def right_plain(w1, w2, w3, w4, x, y):
    y1 = w1 * x
    y2 = sigmoid(w2 * y1)
    y3 = sigmoid(w3 * y1)
    y4 = w4 * y2 * y3
    dL_dy4 = -2 * (y - y4)
    path_2 = (w4 * y3) * (y2 * (1 - y2) * w2)
    path_3 = (w4 * y2) * (y3 * (1 - y3) * w3)
    return dL_dy4 * (path_2 + path_3) * x


def right_with_floats(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * y4 * x * ((1 - y2) * w2 + (1 - y3) * w3)


def right_in_matrices(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    back = np.array([[w4 * y3, w4 * y2]]) @ np.array([[y2 * (1 - y2) * w2], [y3 * (1 - y3) * w3]])
    return 2 * (y4 - y) * back * x


def right_by_nudging(w1, w2, w3, w4, x, y):
    def loss(w):
        return (_values(w, w2, w3, w4, x)[-1] - y) ** 2

    return (loss(w1 + 1e-5) - loss(w1 - 1e-5)) / 2e-5


def right_two_whole_paths(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    one = 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * w2 * x
    other = 2 * (y4 - y) * w4 * y2 * y3 * (1 - y3) * w3 * x
    return one + other


def right_by_loop(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    total = 0
    for own, other, weight in [(y2, y3, w2), (y3, y2, w3)]:
        total += w4 * other * own * (1 - own) * weight
    return [2 * (y4 - y) * total * x]


def right_adding_up_backwards(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d4 = 2 * (y4 - y)
    d3 = d4 * w4 * y2
    d2 = d4 * w4 * y3
    d1 = 0.0
    d1 += d2 * y2 * (1 - y2) * w2
    d1 += d3 * y3 * (1 - y3) * w3
    return d1 * x


def right_in_single_precision(w1, w2, w3, w4, x, y):
    w1, w2, w3, w4, x, y = np.array([w1, w2, w3, w4, x, y], dtype=np.float32)
    y2, y3 = sigmoid(w2 * w1 * x), sigmoid(w3 * w1 * x)
    back = w4 * y3 * y2 * (1 - y2) * w2 + w4 * y2 * y3 * (1 - y3) * w3
    return np.float32(2 * (w4 * y2 * y3 - y) * back * x)


def right_in_arrays(w1, w2, w3, w4, x, y):
    weights = np.array([w2, w3])
    values = sigmoid(weights * w1 * x)
    error = w4 * values.prod() - y
    return 2 * error * w4 * np.sum(values[::-1] * values * (1 - values) * weights) * x


def right_early_return(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    if x == 0:
        return 0.0
    dL_dy1 = 2 * (y4 - y) * w4 * y2 * y3 * (w2 - w2 * y2 + w3 - w3 * y3)
    return dL_dy1 * y1 / w1


def right_with_inner_functions(w1, w2, w3, w4, x, y):
    def s(z):
        return 1 / (1 + np.exp(-z))

    def ds(z):
        return s(z) * s(-z)

    z2, z3 = w2 * w1 * x, w3 * w1 * x
    inner = ds(z2) * w2 * x * s(z3) + s(z2) * ds(z3) * w3 * x
    return 2 * (w4 * s(z2) * s(z3) - y) * w4 * inner


def right_generator(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    paths = (w4 * b * a * (1 - a) * w for a, b, w in ((y2, y3, w2), (y3, y2, w3)))
    return np.array(-2 * x * (y - y4) * sum(paths))


def right_dictionary(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d = {"y4": 2 * (y4 - y)}
    d["y2"], d["y3"] = d["y4"] * w4 * y3, d["y4"] * w4 * y2
    d["y1"] = d["y2"] * (y2 - y2**2) * w2 + d["y3"] * (y3 - y3**2) * w3
    return d["y1"] * x


def mistake_only_y2_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * w2 * x


def mistake_only_y2_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d2 = 2 * (y4 - y) * w4 * y3
    d1 = d2 * y2 * (1 - y2) * w2
    return d1 * x


def near_only_y2_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * y1 * x


def near_only_y2_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * w2 * x


def mistake_only_y3_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y2 * y3 * (1 - y3) * w3 * x


def mistake_only_y3_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d1 = 0
    for own, other, weight in [(y2, y3, w2), (y3, y2, w3)]:
        d1 = 2 * (y4 - y) * w4 * other * own * (1 - own) * weight
    return d1 * x


def near_only_y3_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y2 * y3 * (1 - y3) * x


def near_only_y3_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return -2 * (y4 - y) * w4 * y2 * y3 * (1 - y3) * w3 * x


def mistake_multiplied_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * path_2 * path_3 * x


def mistake_multiplied_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    bracket = 1
    for own, other, weight in [(y2, y3, w2), (y3, y2, w3)]:
        bracket *= w4 * other * own * (1 - own) * weight
    return -2 * (y - y4) * bracket * x


def near_multiplied_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (path_2 + path_3) ** 2 * x


def near_multiplied_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return path_2 * path_3 * x


def mistake_multiplied_products_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return (2 * (y4 - y) * path_2 * x) * (2 * (y4 - y) * path_3 * x)


def mistake_multiplied_products_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    one = 2 * (y4 - y) * path_2
    other = 2 * (y4 - y) * path_3
    return one * other * x


def near_multiplied_products_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    return (2 * (y4 - y) * path_2 * x) ** 2


def near_multiplied_products_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return (2 * (y4 - y) * path_2 * x) / (2 * (y4 - y) * path_3 * x + 1)


def mistake_subtracted_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (path_2 - path_3) * x


def mistake_subtracted_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * x * path_2 - 2 * (y4 - y) * x * path_3


def mistake_subtracted_3(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (path_3 - path_2) * x


def near_subtracted_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * abs(path_2 - path_3) * x


def near_subtracted_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return -2 * (y4 - y) * (path_2 + path_3) * x


def mistake_by_input_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (path_2 + path_3) * w1


def mistake_by_input_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    d1 = -2 * (y - y4) * (path_2 + path_3)
    return w1 * d1


def near_by_input_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (path_2 + path_3) * w1 * x


def near_by_input_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    return 2 * (y4 - y) * path_2 * w1


def mistake_no_last_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (path_2 + path_3)


def mistake_no_last_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d2, d3 = 2 * (y4 - y) * w4 * y3, 2 * (y4 - y) * w4 * y2
    return d2 * y2 * (1 - y2) * w2 + d3 * y3 * (1 - y3) * w3


def near_no_last_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    return 2 * (y4 - y) * path_2


def near_no_last_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (path_2 + path_3 * x)


def mistake_sign_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y - y4) * (path_2 + path_3) * x


mistake_sign_2 = near_subtracted_2


def near_sign_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return (y - y4) * (path_2 + path_3) * x


def near_sign_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y + y4) * (path_2 + path_3) * x


def mistake_no_two_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return (y4 - y) * (path_2 + path_3) * x


def mistake_no_two_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * np.mean([path_2, path_3]) * x


def near_no_two_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return (y4 - y) ** 2 * (path_2 + path_3) * x


def near_no_two_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * np.sqrt(abs(path_2 * path_3)) * x


def mistake_no_loss_factor_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return (path_2 + path_3) * x


def mistake_no_loss_factor_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return w4 * y2 * y3 * (w2 * (1 - y2) + w3 * (1 - y3)) * x


def near_no_loss_factor_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (path_2 + path_3) * x


def near_no_loss_factor_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return y4 * (path_2 + path_3) * x


def mistake_no_w4_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (y3 * y2 * (1 - y2) * w2 + y2 * y3 * (1 - y3) * w3) * x


def mistake_no_w4_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y2 * (1 - y2) * w2 + w4 * y3 * (1 - y3) * w3) * x


def mistake_no_w4_3(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (y2 * (1 - y2) * w2 + y3 * (1 - y3) * w3) * x


def near_no_w4_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) * w2 + y2 * y3 * (1 - y3) * w3) * x


def near_no_w4_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    y4 = y2 * y3
    return 2 * (y4 - y) * (y3 * y2 * (1 - y2) * w2 + y2 * y3 * (1 - y3) * w3) * x


def mistake_own_values_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y2 * y2 * (1 - y2) * w2 + w4 * y3 * y3 * (1 - y3) * w3) * x


def mistake_own_values_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d2 = 2 * (y4 - y) * w4 * y2
    d3 = 2 * (y4 - y) * w4 * y3
    return (d2 * (y2 - y2**2) * w2 + d3 * (y3 - y3**2) * w3) * x


def near_own_values_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y2 * y2 * (1 - y2) * w2 + w4 * y2 * y3 * (1 - y3) * w3) * x


def near_own_values_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y3 * (1 - y3) * w2 + w4 * y2 * y2 * (1 - y2) * w3) * x


def mistake_no_slopes_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * w2 + w4 * y2 * w3) * x


def mistake_no_slopes_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d2, d3 = 2 * (y4 - y) * w4 * y3, 2 * (y4 - y) * w4 * y2
    return (d2 * w2 + d3 * w3) * x


def near_no_slopes_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) * w2 + w4 * y2 * w3) * x


def near_no_slopes_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 + w4 * y2) * x


def mistake_slopes_at_z_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    z2, z3 = w2 * y1, w3 * y1
    return 2 * (y4 - y) * (w4 * y3 * z2 * (1 - z2) * w2 + w4 * y2 * z3 * (1 - z3) * w3) * x


def mistake_slopes_at_z_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)

    def slope(z):
        return z * (1 - z)

    d2, d3 = 2 * (y4 - y) * w4 * y3, 2 * (y4 - y) * w4 * y2
    return (d2 * slope(w2 * y1) * w2 + d3 * slope(w3 * y1) * w3) * x


def near_slopes_at_z_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    s2, s3 = sigmoid(y2), sigmoid(y3)
    return 2 * (y4 - y) * (w4 * y3 * s2 * (1 - s2) * w2 + w4 * y2 * s3 * (1 - s3) * w3) * x


def near_slopes_at_z_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * w2 * (1 - w2) * w2 + w4 * y2 * w3 * (1 - w3) * w3) * x


def mistake_no_weights_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) + w4 * y2 * y3 * (1 - y3)) * x


def mistake_no_weights_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d2, d3 = 2 * (y4 - y) * w4 * y3, 2 * (y4 - y) * w4 * y2
    d1 = d2 * (y2 - y2**2) + d3 * (y3 - y3**2)
    return d1 * x


def near_no_weights_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) + w4 * y2 * y3 * (1 - y3)) * x * w1


def near_no_weights_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) * w2 + w4 * y2 * y3 * (1 - y3)) * x


def mistake_by_weights_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) * y1 + w4 * y2 * y3 * (1 - y3) * y1) * x


def mistake_by_weights_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) * y1 + w4 * y2 * y3 * (1 - y3) * y1)


def near_by_weights_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return (
        2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) * y1 * w2 + w4 * y2 * y3 * (1 - y3) * y1 * w3) * x
    )


def near_by_weights_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 * y2 * (1 - y2) * y1 + w4 * y2 * y3 * (1 - y3) * w3) * x


def wrong_the_loss(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return (y4 - y) ** 2


def wrong_all_added(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) + path_2 + path_3 + x


def wrong_the_square_stays(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) ** 2 * (path_2 + path_3) * x


def wrong_no_bracket(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * path_2 + path_3 * x


def wrong_no_sigmoid(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    y2, y3 = w2 * y1, w3 * y1
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (w4 * y2 * y3 - y) * (path_2 + path_3) * x


def symptom_factor_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return 4 * (y4 - y) * (path_2 + path_3) * x


def symptom_trailing_comma_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    return (2 * (y4 - y) * (path_2 + path_3) * x,)


def symptom_print_for_return_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    path_2 = w4 * y3 * y2 * (1 - y2) * w2
    path_3 = w4 * y2 * y3 * (1 - y3) * w3
    print(2 * (y4 - y) * (path_2 + path_3) * x)
