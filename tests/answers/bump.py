"""Answers to bump, as students write them."""

import math

import numpy as np

from lessonlib.activations import sigmoid


def right_plain(x, left, right, height, steepness):
    up = sigmoid(steepness * (x - left))
    down = sigmoid(steepness * (x - right))
    return height * up - height * down


def right_by_loop(x, left, right, height, steepness):
    def one(place):
        return float(sigmoid(steepness * place))

    return [height * (one(a - left) - one(a - right)) for a in x]


def right_of_a_rising_and_a_falling_one(x, left, right, height, steepness):
    up, down = sigmoid(steepness * (x - left)), sigmoid(-steepness * (x - right))
    return height * (up + down - 1)


def right_in_single_precision(x, *numbers):
    left, right, height, steepness = map(np.float32, numbers)
    x = np.float32(x)
    up, down = (sigmoid(steepness * (x - place)) for place in (left, right))
    return np.float32(height * (up - down))


def right_weights_and_biases(x, left, right, height, steepness):
    w = steepness
    b1 = -w * left
    b2 = -w * right
    return height * sigmoid(w * x + b1) + -height * sigmoid(w * x + b2)


def right_own_sigmoid(x, left, right, height, steepness):
    def s(z):
        return 1 / (1 + np.exp(-z))

    return height * (s(steepness * (x - left)) - s(steepness * (x - right)))


def right_as_a_network(x, left, right, height, steepness):
    places, heights = np.array([left, right]), np.array([height, -height])
    return sigmoid(steepness * (x[:, None] - places)) @ heights


def right_tanh(x, left, right, height, steepness):
    k = steepness / 2
    return height / 2 * (np.tanh(k * (x - left)) - np.tanh(k * (x - right)))


def right_generator(x, left, right, height, steepness):
    for one in x:
        yield height * (sigmoid(steepness * (one - left)) - sigmoid(steepness * (one - right)))


def right_vectorized(x, left, right, height, steepness):
    def one(a):
        up = 1 / (1 + math.exp(-steepness * (a - left)))
        down = 1 / (1 + math.exp(-steepness * (a - right)))
        return height * (up - down)

    return np.vectorize(one)(x)


def right_two_falling_ones(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (right - x)) - sigmoid(steepness * (left - x)))


def right_summed_in_a_loop(x, left, right, height=1.0, steepness=1.0):
    y = np.zeros_like(x)
    for sign, place in [(1, left), (-1, right)]:
        y += sign * height * sigmoid(steepness * (x - place))
    return y


def right_difference(x, left, right, height, steepness):
    if height == 0:
        return 0 * x
    two = [height * sigmoid(steepness * (x - place)) for place in (right, left)]
    return np.diff(two, axis=0)[0]


def mistake_both_up_1(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - left)) + height * sigmoid(steepness * (x - right))


def mistake_both_up_2(x, left, right, height, steepness):
    return sum(height * sigmoid(steepness * (x - place)) for place in (left, right))


def near_both_up_1(x, left, right, height, steepness):
    return sigmoid(steepness * (x - left)) + height * sigmoid(steepness * (x - right))


def near_both_up_2(x, left, right, height, steepness):
    return 2 * height * sigmoid(steepness * (x - (left + right) / 2))


def mistake_both_down_1(x, left, right, height, steepness):
    return -height * sigmoid(steepness * (x - left)) - height * sigmoid(steepness * (x - right))


def mistake_both_down_2(x, left, right, height, steepness):
    y = 0
    for place in (left, right):
        y = y - height * sigmoid(steepness * (x - place))
    return y


def near_both_down_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (left - x)) + sigmoid(steepness * (right - x)))


def near_both_down_2(x, left, right, height, steepness):
    return -height * sigmoid(steepness * (x - left))


def mistake_upside_down_1(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - right)) - height * sigmoid(steepness * (x - left))


def mistake_upside_down_2(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (left - x)) - sigmoid(steepness * (right - x)))


def mistake_upside_down_3(x, left, right, height, steepness):
    up = -height * sigmoid(steepness * (x - left))
    down = height * sigmoid(steepness * (x - right))
    return up + down


def near_upside_down_1(x, left, right, height, steepness):
    y = height * (sigmoid(steepness * (x - right)) - sigmoid(steepness * (x - left)))
    return y + height


def near_upside_down_2(x, left, right, height, steepness):
    y = height * (sigmoid(steepness * (x - right)) - sigmoid(steepness * (x - left)))
    return np.abs(y)


def mistake_lifted_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x - left)) + sigmoid(-steepness * (x - right)))


def mistake_lifted_2(x, left, right, height, steepness):
    up = height * sigmoid(steepness * (x - left))
    down = height * (1 - sigmoid(steepness * (x - right)))
    return up + down


def near_lifted_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))) + 1


def near_lifted_2(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x - left)) + sigmoid(-steepness * (x - right))) - 1


def mistake_unscaled_bias_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * x - left) - sigmoid(steepness * x - right))


def mistake_unscaled_bias_2(x, left, right, height, steepness):
    w, b1, b2 = steepness, -left, -right
    return height * sigmoid(w * x + b1) - height * sigmoid(w * x + b2)


def near_unscaled_bias_1(x, left, right, height, steepness):
    return height * (sigmoid(x - steepness * left) - sigmoid(x - steepness * right))


def near_unscaled_bias_2(x, left, right, height, steepness):
    return height * (sigmoid(steepness * x - left) - sigmoid(steepness * (x - right)))


def mistake_unscaled_bias_sign_1(x, left, right, height, steepness):
    return height * sigmoid(steepness * x + left) - height * sigmoid(steepness * x + right)


def mistake_unscaled_bias_sign_2(x, left, right, height, steepness):
    y = 0
    for v, b in [(height, left), (-height, right)]:
        y = y + v * sigmoid(steepness * x + b)
    return y


def near_unscaled_bias_sign_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * x + left) - sigmoid(steepness * x - right))


def near_unscaled_bias_sign_2(x, left, right, height, steepness):
    return height * (sigmoid(x + left) - sigmoid(x + right))


def mistake_place_sign_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x + left)) - sigmoid(steepness * (x + right)))


def mistake_place_sign_2(x, left, right, height, steepness):
    w = steepness
    b1, b2 = w * left, w * right
    return height * sigmoid(w * x + b1) - height * sigmoid(w * x + b2)


def near_place_sign_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x + left)) - sigmoid(steepness * (x - right)))


def near_place_sign_2(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (-x - left)) - sigmoid(steepness * (-x - right)))


def mistake_swapped_weight_and_bias_1(x, left, right, height, steepness):
    w1, b1 = -steepness * left, steepness
    w2, b2 = -steepness * right, steepness
    return height * sigmoid(w1 * x + b1) - height * sigmoid(w2 * x + b2)


def mistake_swapped_weight_and_bias_2(x, left, right, height, steepness):
    def unit(place):
        w, b = steepness, -steepness * place
        return sigmoid(b * x + w)

    return height * (unit(left) - unit(right))


def near_swapped_weight_and_bias_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * left * x) - sigmoid(steepness * right * x))


def near_swapped_weight_and_bias_2(x, left, right, height, steepness):
    return steepness * (sigmoid(height * (x - left)) - sigmoid(height * (x - right)))


def mistake_no_height_1(x, left, right, height, steepness):
    return sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))


def mistake_no_height_2(x, left, right, height, steepness):
    y = sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))
    height * y
    return y


def near_no_height_1(x, left, right, height, steepness):
    return abs(height) * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right)))


def near_no_height_2(x, left, right, height, steepness):
    return sigmoid(height * steepness * (x - left)) - sigmoid(height * steepness * (x - right))


def mistake_height_once_1(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))


def mistake_height_once_2(x, left, right, height, steepness):
    up = sigmoid(steepness * (x - left))
    down = -height * sigmoid(steepness * (x - right))
    return up + down


def near_height_once_1(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - left)) - height**2 * sigmoid(steepness * (x - right))


def near_height_once_2(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - left)) + sigmoid(steepness * (x - right))


def mistake_no_steepness_1(x, left, right, height, steepness):
    return height * (sigmoid(x - left) - sigmoid(x - right))


def mistake_no_steepness_2(x, left, right, height, steepness):
    def s(z):
        return 1 / (1 + np.exp(-z))

    return height * s(x - left) - height * s(x - right)


def near_no_steepness_1(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x - left)) - sigmoid(x - right))


def near_no_steepness_2(x, left, right, height, steepness):
    return steepness * height * (sigmoid(x - left) - sigmoid(x - right))


def mistake_divided_1(x, left, right, height, steepness):
    return height * (sigmoid((x - left) / steepness) - sigmoid((x - right) / steepness))


def mistake_divided_2(x, left, right, height, steepness):
    k = 1 / steepness
    return height * sigmoid(k * x - k * left) - height * sigmoid(k * x - k * right)


def near_divided_1(x, left, right, height, steepness):
    return height * (sigmoid(x / steepness - left) - sigmoid(x / steepness - right))


def near_divided_2(x, left, right, height, steepness):
    return height / steepness * (sigmoid(x - left) - sigmoid(x - right))


def mistake_product_1(x, left, right, height, steepness):
    up = sigmoid(steepness * (x - left))
    down = 1 - sigmoid(steepness * (x - right))
    return height * up * down


def mistake_product_2(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - left)) * sigmoid(-steepness * (x - right))


def near_product_1(x, left, right, height, steepness):
    return height**2 * sigmoid(steepness * (x - left)) * sigmoid(-steepness * (x - right))


def near_product_2(x, left, right, height, steepness):
    return height * np.minimum(
        sigmoid(steepness * (x - left)), 1 - sigmoid(steepness * (x - right))
    )


def mistake_only_one_1(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - left))


def mistake_only_one_2(x, left, right, height, steepness):
    y = height * sigmoid(steepness * (x - left))
    -height * sigmoid(steepness * (x - right))
    return y


def near_only_one_1(x, left, right, height, steepness):
    return sigmoid(steepness * (x - left))


def near_only_one_2(x, left, right, height, steepness):
    return -height * sigmoid(steepness * (x - right))


def symptom_no_return_1(x, left, right, height, steepness):
    up = height * sigmoid(steepness * (x - left))
    down = -height * sigmoid(steepness * (x - right))
    up + down


def symptom_in_place_1(x, left, right, height, steepness):
    y = x
    y -= left
    return height * (sigmoid(steepness * y) - sigmoid(steepness * (y + left - right)))


def symptom_unused_1(x, left, right, height, steepness):
    return height * np.exp(-((x - (left + right) / 2) ** 2))


def symptom_factor_1(x, left, right, height, steepness):
    k = steepness / 2
    return height * (np.tanh(k * (x - left)) - np.tanh(k * (x - right)))


def wrong_box(x, left, right, height, steepness):
    inside = np.array([left < one < right for one in x])
    return inside * height + 0 * steepness


def symptom_truth_of_an_array_1(x, left, right, height, steepness):
    if x < (left + right) / 2:
        return height * sigmoid(steepness * (x - left))
    return height * sigmoid(steepness * (right - x))


def wrong_halves(x, left, right, height, steepness):
    middle = (left + right) / 2
    up, down = sigmoid(steepness * (x - left)), sigmoid(steepness * (right - x))
    return height * np.where(x < middle, up, down)


def wrong_of_slope_form(x, left, right, height, steepness):
    a = sigmoid(steepness * (x - (left + right) / 2))
    return 4 * height * a * (1 - a)


def wrong_parentheses(x, left, right, height, steepness):
    return height * (sigmoid(steepness * x) - left - sigmoid(steepness * x) - right)


def wrong_places_in_the_wrong_order(x, left, right, height, steepness):
    return height * sigmoid(steepness * (left - x)) + height * sigmoid(steepness * (x - right))
