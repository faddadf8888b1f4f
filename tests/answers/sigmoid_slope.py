"""Answers to sigmoid_slope, as students write them."""

import numpy as np


def right_plain(activation):
    return activation * (1 - activation)


def right_by_loop(activation):
    return np.array([a - a * a for a in activation.ravel()]).reshape(activation.shape).tolist()


def right_in_single_precision(activation):
    a = activation.astype(np.float32)
    return a * (1 - a)


def right_multiplied_out(activation):
    return activation - activation**2


def right_by_vectorize(activation):
    return np.vectorize(lambda a: a * (1.0 - a))(activation)


def right_around_the_middle(activation):
    return 0.25 - (activation - 0.5) ** 2


def right_recursive(activation):
    if np.ndim(activation) == 0:
        return activation * (1 - activation)
    return [right_recursive(a) for a in activation]


def right_by_ufuncs(activation, one=1):
    return np.multiply(activation, np.subtract(one, activation))


def right_with_ones(activation):
    return activation * (np.ones_like(activation) - activation)


def right_on_a_copy(activation):
    slope = activation.copy()
    slope *= 1 - activation
    return slope


def right_into_zeros(activation):
    slope = np.zeros(activation.shape)
    for place, a in np.ndenumerate(activation):
        slope[place] = a * (1 - a)
    return slope


def right_minus(activation):
    return -activation * (activation - 1)


def right_rows_of_a_generator(activation):
    return (row * (1 - row) for row in activation)


def right_by_tanh(activation):
    # the slope of tanh, half as fast and half as high
    return (1 - (2 * activation - 1) ** 2) / 4


def mistake_of_z_1(activation):
    s = 1 / (1 + np.exp(-activation))
    return s * (1 - s)


def mistake_of_z_2(activation):
    return np.exp(-activation) / (1 + np.exp(-activation)) ** 2


def near_of_z_1(activation):
    return 1 / (1 + np.exp(-activation))


def near_of_z_2(activation):
    return activation * (1 - 1 / (1 + np.exp(-activation)))


def mistake_sign_1(activation):
    return activation * (activation - 1)


def mistake_sign_2(activation):
    return activation**2 - activation


def near_sign_1(activation):
    return -activation


def near_sign_2(activation):
    return activation**2 - 1


def mistake_no_value_1(activation):
    return 1 - activation


def mistake_no_value_2(activation):
    return np.array([1 - a for a in activation])


def near_no_value_1(activation):
    return 1 - 2 * activation


def near_no_value_2(activation):
    return np.ones_like(activation)


def mistake_only_value_1(activation):
    return activation


def mistake_only_value_2(activation):
    slope = np.zeros_like(activation)
    slope += activation
    return slope


def near_only_value_1(activation):
    return activation**2


def near_only_value_2(activation):
    return activation / 2


def mistake_plus_1(activation):
    return activation * (1 + activation)


def mistake_plus_2(activation):
    return activation + activation**2


def near_plus_1(activation):
    return 1 + activation


def near_plus_2(activation):
    return (1 + activation) ** 2


def mistake_of_tanh_1(activation):
    return 1 - activation**2


def mistake_of_tanh_2(activation):
    return (1 - activation) * (1 + activation)


def near_of_tanh_1(activation):
    return 1 - np.tanh(activation) ** 2


def near_of_tanh_2(activation):
    return activation * (1 - activation**2)


def wrong_a_dot(activation):
    return np.dot(activation, 1 - activation)


def wrong_through_z(activation):
    with np.errstate(all="ignore"):
        z = np.log(activation / (1 - activation))
        return np.exp(-z) / (1 + np.exp(-z)) ** 2


def wrong_no_parentheses(activation):
    return activation * 1 - activation


def wrong_difference_of_neighbours(activation):
    return np.gradient(activation.ravel()) if activation.size > 1 else activation


def symptom_factor_1(activation):
    return 2 * activation * (1 - activation)


def symptom_in_place_1(activation):
    activation *= 1 - activation
    return activation


def symptom_trailing_comma_1(activation):
    return (activation * (1 - activation),)


def symptom_print_for_return_1(activation):
    print(activation * (1 - activation))
