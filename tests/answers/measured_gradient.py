"""Answers to measured_gradient, as students write them."""

import numpy as np


def right_plain(function, weights, nudge):
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        up = weights.copy()
        down = weights.copy()
        up[p] = up[p] + nudge
        down[p] = down[p] - nudge
        gradient[p] = (function(up) - function(down)) / (2 * nudge)
    return gradient


def right_of_lists(function, weights, nudge):
    w, result = [float(one) for one in weights], []
    for p in range(len(w)):
        up, down = list(w), list(w)
        up[p] += nudge
        down[p] -= nudge
        result.append((function(up) - function(down)) / (2 * nudge))
    return result


def right_restoring(function, weights, nudge):
    w, result = weights.copy(), np.zeros_like(weights)
    for p, before in enumerate(weights):
        w[p] = before + nudge
        result[p] += function(w)
        w[p] = before - nudge
        result[p] -= function(w)
        w[p] = before
    return result / (2 * nudge)


def right_in_columns(function, weights, nudge):
    nudges = nudge * np.eye(len(weights))
    pairs = [(function(weights + e), function(weights - e)) for e in nudges]
    return -np.diff(np.array(pairs), axis=1).ravel() / nudge / 2


def right_unit_vectors(function, weights, nudge):
    result = []
    for p in range(weights.size):
        e = np.zeros_like(weights)
        e[p] = 1.0
        result.append((function(weights + nudge * e) - function(weights - nudge * e)) / nudge / 2)
    return np.array(result)


def right_generator(function, weights, nudge):
    return (
        (function(weights + nudge * e) - function(weights - nudge * e)) * 0.5 / nudge
        for e in np.identity(len(weights))
    )


def right_inner_function(function, weights, nudge):
    def along(p, step):
        w = np.array(weights)
        w[p] += step
        return function(w)

    return tuple((along(p, nudge) - along(p, -nudge)) / (2 * nudge) for p in range(len(weights)))


def right_mean_of_two_sides(function, weights, nudge, sides=(1, -1)):
    gradient = np.zeros(weights.shape)
    for p, e in enumerate(np.eye(len(weights))):
        for side in sides:
            gradient[p] += side * function(weights + side * nudge * e)
    return gradient / (len(sides) * nudge)


def right_by_apply_along_axis(function, weights, nudge):
    def slope(e):
        return (function(weights + e) - function(weights - e)) / (2 * nudge)

    return np.apply_along_axis(slope, 1, nudge * np.eye(len(weights)))


def right_by_vectorize(function, weights, nudge):
    steps = nudge * np.eye(len(weights))

    def rise(p):
        return function(weights + steps[p]) - function(weights - steps[p])

    return np.vectorize(rise, otypes=[float])(np.arange(len(weights))) / (2 * nudge)


def right_restoring_what_was_given(function, weights, nudge):
    result = []
    for p in range(len(weights)):
        before = weights[p]
        weights[p] = before + nudge
        high = function(weights)
        weights[p] = before - nudge
        low = function(weights)
        weights[p] = before
        result.append((high - low) / (2 * nudge))
    return result


def right_by_map(function, weights, nudge):
    high = list(map(function, weights + nudge * np.eye(len(weights))))
    low = list(map(function, weights - nudge * np.eye(len(weights))))
    return np.subtract(high, low) / (2 * nudge)


def right_with_where(function, weights, nudge):
    places = np.arange(len(weights))
    rises = []
    for p in places:
        high = function(np.where(places == p, weights + nudge, weights))
        low = function(np.where(places == p, weights - nudge, weights))
        rises.append(high - low)
    return [float(rise) / (2.0 * float(nudge)) for rise in rises]


def mistake_forward_1(function, weights, nudge):
    here = function(weights)
    gradient = []
    for p in range(len(weights)):
        up = weights.copy()
        up[p] += nudge
        gradient.append((function(up) - here) / nudge)
    return np.array(gradient)


def mistake_forward_2(function, weights, nudge):
    return [
        (function(weights + nudge * e) - function(weights)) / nudge for e in np.eye(len(weights))
    ]


def mistake_forward_3(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return np.array([function(weights) - function(weights - one) for one in e]) / nudge


def near_forward_1(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [(function(weights + one) - function(weights)) / (2 * nudge) for one in e]


def near_forward_2(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [(function(weights + 2 * one) - function(weights - one)) / (3 * nudge) for one in e]


def mistake_too_small_step_1(function, weights, nudge):
    return [
        (function(weights + 1e-20 * e) - function(weights)) / 1e-20 for e in np.eye(len(weights))
    ]


def mistake_too_small_step_2(function, weights, nudge):
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        up, down = weights, weights
        gradient[p] = (function(up) - function(down)) / (2 * nudge)
    return gradient


def mistake_too_small_step_3(function, weights, nudge):
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += nudge
        down[p] -= nudge
        slope = (function(up) - function(down)) / (2 * nudge)
        gradient[p] == slope  # noqa: B015
    return gradient


def near_too_small_step_1(function, weights, nudge):
    return 0.0


def near_too_small_step_2(function, weights, nudge):
    return [
        (function(weights + 1e-5 * e) - function(weights)) / nudge for e in np.eye(len(weights))
    ]


def mistake_own_step_1(function, weights, nudge):
    e = 1e-5 * np.eye(len(weights))
    return [(function(weights + one) - function(weights - one)) / 2e-5 for one in e]


def mistake_own_step_2(function, weights, nudge):
    nudge = 1e-6
    gradient = np.empty(len(weights))
    for p in range(len(weights)):
        up = weights.copy()
        up[p] += nudge
        down = weights.copy()
        down[p] -= nudge
        gradient[p] = (function(up) - function(down)) / (2 * nudge)
    return gradient


def near_own_step_1(function, weights, nudge):
    nudge = nudge / 2
    e = nudge * np.eye(len(weights))
    return [(function(weights + one) - function(weights - one)) / (2 * nudge) for one in e]


def near_own_step_2(function, weights, nudge):
    e = 1e-5 * np.eye(len(weights))
    return [(function(weights + one) - function(weights - one)) / (2 * nudge) for one in e]


def mistake_half_width_1(function, weights, nudge):
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += nudge
        down[p] -= nudge
        gradient[p] = (function(up) - function(down)) / nudge
    return gradient


def mistake_half_width_2(function, weights, nudge):
    e = np.eye(len(weights)) * nudge
    return np.array([(function(weights + one) - function(weights - one)) for one in e]) / nudge


def near_half_width_1(function, weights, nudge):
    e = np.eye(len(weights)) * nudge
    return [(function(weights + one) - function(weights - one)) / (4 * nudge) for one in e]


def near_half_width_2(function, weights, nudge):
    e = np.eye(len(weights)) * nudge / 2
    return [(function(weights + one) - function(weights - one)) / (2 * nudge) for one in e]


def mistake_sign_1(function, weights, nudge):
    gradient = []
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += nudge
        down[p] -= nudge
        gradient.append((function(down) - function(up)) / (2 * nudge))
    return gradient


def mistake_sign_2(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return -np.array([(function(weights + one) - function(weights - one)) / 2 for one in e]) / nudge


def near_sign_1(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [(function(weights) - function(weights + one)) / nudge for one in e]


def near_sign_2(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [(function(weights - one) - function(weights + one)) / nudge for one in e]


def mistake_not_divided_1(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [function(weights + one) - function(weights - one) for one in e]


def mistake_not_divided_2(function, weights, nudge):
    changes = np.zeros(len(weights))
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += nudge
        down[p] -= nudge
        changes[p] = (function(up) - function(down)) / 2
    return changes


def mistake_not_divided_3(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [function(weights + one) - function(weights) for one in e]


def near_not_divided_1(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [function(weights + one) + function(weights - one) for one in e]


def near_not_divided_2(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [function(weights - one) - function(weights + one) for one in e]


def mistake_no_parentheses_1(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [(function(weights + one) - function(weights - one)) / 2 * nudge for one in e]


def mistake_no_parentheses_2(function, weights, nudge):
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += nudge
        down[p] -= nudge
        rise = function(up) - function(down)
        gradient[p] = rise / 2 * nudge
    return gradient


def near_no_parentheses_1(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [(function(weights + one) - function(weights - one)) * 2 * nudge for one in e]


def near_no_parentheses_2(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [function(weights + one) - function(weights - one) / (2 * nudge) for one in e]


def mistake_all_at_once_1(function, weights, nudge):
    return (function(weights + nudge) - function(weights - nudge)) / (2 * nudge)


def mistake_all_at_once_2(function, weights, nudge):
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        up = weights + nudge
        down = weights - nudge
        gradient[p] = (function(up) - function(down)) / (2 * nudge)
    return gradient


def mistake_all_at_once_3(function, weights, nudge):
    return (function(weights + nudge) - function(weights)) / nudge


def near_all_at_once_1(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return sum((function(weights + one) - function(weights - one)) / (2 * nudge) for one in e)


def near_all_at_once_2(function, weights, nudge):
    e = np.zeros(len(weights))
    e[0] = nudge
    return (function(weights + e) - function(weights - e)) / (2 * nudge)


def mistake_not_restored_1(function, weights, nudge):
    w = weights.copy()
    gradient = []
    for p in range(len(w)):
        w[p] += nudge
        high = function(w)
        w[p] -= 2 * nudge
        gradient.append((high - function(w)) / (2 * nudge))
    return gradient


def mistake_not_restored_2(function, weights, nudge):
    up, down = weights.copy(), weights.copy()
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        up[p] += nudge
        down[p] -= nudge
        gradient[p] = (function(up) - function(down)) / (2 * nudge)
    return gradient


def near_not_restored_1(function, weights, nudge):
    e = nudge * np.tril(np.ones((len(weights), len(weights))))[::-1]
    return [(function(weights + one) - function(weights - one)) / (2 * nudge) for one in e]


def near_not_restored_2(function, weights, nudge):
    gradient = np.zeros(len(weights))
    e = np.zeros(len(weights))
    e[0] = nudge
    gradient[0] = (function(weights + e) - function(weights - e)) / (2 * nudge)
    return gradient


def symptom_in_place_1(function, weights, nudge):
    gradient = []
    for p in range(len(weights)):
        weights[p] += nudge
        high = function(weights)
        weights[p] -= 2 * nudge
        gradient.append((high - function(weights)) / (2 * nudge))
    return gradient


def symptom_in_place_2(function, weights, nudge):
    up, down = weights, weights
    gradient = []
    for p in range(len(weights)):
        up[p] += nudge
        down[p] -= nudge / 2
        gradient.append((function(up) - function(down)) / (2 * nudge))
    return gradient


def wrong_three_calls(function, weights, nudge):
    gradient = []
    for e in nudge * np.eye(len(weights)):
        up = (function(weights + e) - function(weights)) / nudge
        down = (function(weights) - function(weights - e)) / nudge
        gradient.append((up + down) / 2)
    return gradient


def wrong_only_the_size(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [abs(function(weights + one) - function(weights - one)) / (2 * nudge) for one in e]


def wrong_second_derivative(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    here = function(weights)
    return [(function(weights + one) - 2 * here + function(weights - one)) / nudge**2 for one in e]


def wrong_only_the_first_parameter(function, weights, nudge):
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += nudge
        down[p] -= nudge
        return (function(up) - function(down)) / (2 * nudge)


def wrong_only_the_last_one_kept(function, weights, nudge):
    gradient = np.zeros(len(weights))
    for p in range(len(weights)):
        gradient = np.zeros(len(weights))
        up, down = weights.copy(), weights.copy()
        up[p] += nudge
        down[p] -= nudge
        gradient[p] = (function(up) - function(down)) / (2 * nudge)
    return gradient


def wrong_parentheses_of_a_difference(function, weights, nudge):
    e = nudge * np.eye(len(weights))
    return [function(weights + one) - function(weights - one) / 2 * nudge for one in e]


def wrong_calls_the_gradient(function, weights, nudge):
    return function.gradient(weights)
