"""Answers to loss_by_w2, as students write them."""

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
    dy4_dy2 = w4 * y3
    dy2_dw2 = y2 * (1 - y2) * y1
    return dL_dy4 * dy4_dy2 * dy2_dw2


def right_with_floats(w1, w2, w3, w4, x, y):
    y1, y2, _, y4 = _values(w1, w2, w3, w4, x)
    return -2 * (y - y4) * y4 * (1 - y2) * y1


def right_by_nudging(w1, w2, w3, w4, x, y, nudge=1e-5):
    def loss(w):
        return (_values(w1, w, w3, w4, x)[-1] - y) ** 2

    return (loss(w2 + nudge) - loss(w2 - nudge)) / (2 * nudge)


def right_product_of_a_list(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return np.prod([2 * (y4 - y), w4 * y3, y2 * (1 - y2), y1])


def right_backwards_step_by_step(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    arrived = 1.0
    for factor in (2 * y4 - 2 * y, y3 * w4, y2 - y2**2, w1 * x):
        arrived *= factor
    return [arrived]


def right_with_an_inner_sigmoid(w1, w2, w3, w4, x, y):
    def s(z):
        return 1 / (1 + np.exp(-z))

    def ds(z):
        return np.exp(-z) / (1 + np.exp(-z)) ** 2

    return (
        2
        * (w4 * s(w2 * w1 * x) * s(w3 * w1 * x) - y)
        * w4
        * s(w3 * w1 * x)
        * (ds(w2 * w1 * x) * w1 * x)
    )


def right_in_arrays(w1, w2, w3, w4, x, y):
    weights = np.array([w2, w3])
    values = sigmoid(weights * w1 * x)
    error = w4 * np.prod(values) - y
    return np.array(2 * error * w4 * values[1] * values[0] * (1 - values[0]) * w1 * x)


def right_in_single_precision(w1, w2, w3, w4, x, y):
    w1, w2, w3, w4, x, y = np.array([w1, w2, w3, w4, x, y], dtype=np.float32)
    y1 = w1 * x
    y2, y3 = sigmoid(w2 * y1), sigmoid(w3 * y1)
    return np.float32(2 * (w4 * y2 * y3 - y) * w4 * y3 * y2 * (1 - y2) * y1)


def right_early_return(w1, w2, w3, w4, x, y):
    if x == 0:
        return 0
    _, y2, _, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * y4 * (1 - y2) * w1 * x


def right_tanh(w1, w2, w3, w4, x, y):
    y1 = w1 * x
    y2 = 0.5 * (1 + math.tanh(w2 * y1 / 2))
    y3 = 0.5 * (1 + math.tanh(w3 * y1 / 2))
    return 2 * (w4 * y2 * y3 - y) * w4 * y3 * (1 - math.tanh(w2 * y1 / 2) ** 2) / 4 * y1


def right_all_arguments(*numbers):
    w1, w2, w3, w4, x, y = numbers
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return sum([(y4 - y) * w4 * y3 * y2 * (1 - y2) * y1] * 2)


def right_dictionary(w1, w2, w3, w4, x, y):
    v = dict(zip(("y1", "y2", "y3", "y4"), _values(w1, w2, w3, w4, x), strict=True))
    d = {"y4": 2 * (v["y4"] - y)}
    d["y2"] = d["y4"] * w4 * v["y3"]
    d["w2"] = d["y2"] * v["y2"] * (1 - v["y2"]) * v["y1"]
    return d["w2"]


def mistake_sign_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y - y4) * w4 * y3 * y2 * (1 - y2) * y1


def mistake_sign_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return -2 * (y4 - y) * (w4 * y3) * (y2 * (1 - y2) * y1)


def near_sign_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return (y - y4) * w4 * y3 * y2 * (1 - y2) * y1


def near_sign_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return abs(2 * (y - y4) * w4 * y3 * y2 * (1 - y2) * y1)


def mistake_no_two_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return (y4 - y) * w4 * y3 * y2 * (1 - y2) * y1


def mistake_no_two_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    dy4 = -1 * (y - y4)
    dy2 = dy4 * w4 * y3
    return dy2 * y2 * (1 - y2) * y1


def near_no_two_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return (y4 - y) ** 2 * w4 * y3 * y2 * (1 - y2) * y1


def near_no_two_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return (2 * y4 - y) * w4 * y3 * y2 * (1 - y2) * y1


def mistake_no_loss_factor_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, _ = _values(w1, w2, w3, w4, x)
    return w4 * y3 * y2 * (1 - y2) * y1


def mistake_no_loss_factor_2(w1, w2, w3, w4, x, y):
    y1 = w1 * x
    df2 = sigmoid(w2 * y1) * (1 - sigmoid(w2 * y1)) * y1
    return w4 * sigmoid(w3 * y1) * df2


def near_no_loss_factor_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, _ = _values(w1, w2, w3, w4, x)
    return 2 * w4 * y3 * y2 * (1 - y2) * y1


def near_no_loss_factor_2(w1, w2, w3, w4, x, y):
    y1, y2, _, _ = _values(w1, w2, w3, w4, x)
    return y2 * (1 - y2) * y1


def mistake_no_w4_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * y3 * y2 * (1 - y2) * y1


def mistake_no_w4_2(w1, w2, w3, w4, x, y):
    y1, y2, _, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y2 * (1 - y2) * y1


def mistake_no_w4_3(w1, w2, w3, w4, x, y):
    y1, y2, _, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * y2 * (1 - y2) * y1


def near_no_w4_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, _ = _values(w1, w2, w3, w4, x)
    return 2 * (y2 * y3 - y) * y3 * y2 * (1 - y2) * y1


def near_no_w4_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w2 * y3 * y2 * (1 - y2) * y1


def mistake_own_value_1(w1, w2, w3, w4, x, y):
    y1, y2, _, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y2 * y2 * (1 - y2) * y1


def mistake_own_value_2(w1, w2, w3, w4, x, y):
    y1, y2, _, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * y4 * y2 * (1 - y2) * y1


def near_own_value_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y3 * (1 - y3) * y1


def near_own_value_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y1 * y2 * (1 - y2) * y1


def mistake_no_slope_1(w1, w2, w3, w4, x, y):
    y1, _, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y1


def mistake_no_slope_2(w1, w2, w3, w4, x, y):
    _, _, y3, y4 = _values(w1, w2, w3, w4, x)
    return -2 * (y - y4) * y3 * w4 * w1 * x


def near_no_slope_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * y1


def near_no_slope_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * (1 - y2) * y1


def mistake_slope_at_z_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    z = w2 * y1
    return 2 * (y4 - y) * w4 * y3 * z * (1 - z) * y1


def mistake_slope_at_z_2(w1, w2, w3, w4, x, y):
    def slope(a):
        return a * (1 - a)

    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * slope(w2 * w1 * x) * y1


def near_slope_at_z_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * sigmoid(y2) * (1 - sigmoid(y2)) * y1


def near_slope_at_z_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * w2 * (1 - w2) * y1


def mistake_by_y1_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * w2


def mistake_by_y1_2(w1, w2, w3, w4, x, y):
    _, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    dy2 = 2 * (y4 - y) * w4 * y3
    return dy2 * (y2 - y2 * y2) * w2


def near_by_y1_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * w2 * y1


def near_by_y1_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * w2 * x


def mistake_by_x_1(w1, w2, w3, w4, x, y):
    _, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * x


def mistake_by_x_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    dw2 = sigmoid(w2 * y1) * (1 - sigmoid(w2 * y1)) * x
    return dw2 * y3 * w4 * 2 * (y4 - y)


def near_by_x_1(w1, w2, w3, w4, x, y):
    _, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * w1


def near_by_x_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) * y1 * x


def mistake_no_y1_1(w1, w2, w3, w4, x, y):
    _, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2)


def mistake_no_y1_2(w1, w2, w3, w4, x, y):
    y1, _, y3, y4 = _values(w1, w2, w3, w4, x)
    e = math.exp(-w2 * y1)
    return 2 * (y4 - y) * w4 * y3 * e / (1 + e) ** 2


def near_no_y1_1(w1, w2, w3, w4, x, y):
    _, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3


def near_no_y1_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * y2 * (1 - y2) + y1


def mistake_added_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) + w4 * y3 + y2 * (1 - y2) * y1


def mistake_added_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    total = 0
    for factor in [-2 * (y - y4), w4 * y3, y2 * (1 - y2) * y1]:
        total += factor
    return total


def mistake_added_3(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 * y3 + y2 * (1 - y2) * y1)


def mistake_added_4(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    behind = w4 * y3 * y2 * (1 - y2) * y1
    return 2 * (y4 - y) + behind


def mistake_added_5(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d2 = 2 * (y4 - y) * w4 * y3
    d2 += y2 * (1 - y2) * y1
    return d2


def near_added_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * (w4 + y3) * y2 * (1 - y2) * y1


def near_added_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * (y2 + (1 - y2)) * y1


def mistake_second_path_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    through_y2 = w4 * y3 * y2 * (1 - y2) * y1
    through_y3 = w4 * y2 * y3 * (1 - y3) * y1
    return 2 * (y4 - y) * (through_y2 + through_y3)


def mistake_second_path_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    d4 = 2 * (y4 - y)
    total = 0.0
    for own, other in ((y2, y3), (y3, y2)):
        total += d4 * w4 * other * own * (1 - own) * y1
    return total


def mistake_second_path_3(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    through_y2 = w4 * y3 * y2 * (1 - y2) * y1
    through_y3 = w4 * y2 * y3 * (1 - y3) * w3
    return 2 * (y4 - y) * (through_y2 + through_y3)


def near_second_path_1(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y2 * y3 * (1 - y3) * y1


def near_second_path_2(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * w4 * y3 * (y2 * (1 - y2) + y3 * (1 - y3)) * y1


def wrong_the_loss(w1, w2, w3, w4, x, y):
    return (_values(w1, w2, w3, w4, x)[-1] - y) ** 2


def wrong_last_place_of_the_loss(w1, w2, w3, w4, x, y):
    y1, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * y4 * w4 * y3 * y2 * (1 - y2) * y1


def wrong_sigmoid_forgotten_in_f3(w1, w2, w3, w4, x, y):
    y1 = w1 * x
    y2, y3 = sigmoid(w2 * y1), w3 * y1
    return 2 * (w4 * y2 * y3 - y) * w4 * y3 * y2 * (1 - y2) * y1


def wrong_target_as_y4(w1, w2, w3, w4, x, y):
    y1, y2, y3, _ = _values(w1, w2, w3, w4, x)
    return 2 * (y - 1) * w4 * y3 * y2 * (1 - y2) * y1


def wrong_all_arrays(w1, w2, w3, w4, x, y):
    return x.mean()


def symptom_print_for_return_1(w1, w2, w3, w4, x, y):
    print(right_with_floats(w1, w2, w3, w4, x, y))


def symptom_factor_1(w1, w2, w3, w4, x, y):
    return 2 * right_with_floats(w1, w2, w3, w4, x, y)


def symptom_trailing_comma_1(w1, w2, w3, w4, x, y):
    return (right_with_floats(w1, w2, w3, w4, x, y),)
