"""Answers to stable_sigmoid, as students write them."""

import math
import warnings

import numpy as np


def right_by_loop(z):
    result = []
    for one in z:
        small = math.exp(-abs(one))
        result.append(1 / (1 + small) if one >= 0 else small / (1 + small))
    return result


def right_in_single_precision(z):
    small = np.exp(-np.abs(np.asarray(z, dtype=np.float32)))
    return np.where(z >= 0, np.float32(1), small) / (1 + small)


def right_by_masks(z):
    result = np.empty(len(z))
    result[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    result[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return result


def right_tanh(z):
    return (1 + np.tanh(z / 2)) / 2


def right_clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def right_logaddexp(z):
    return np.exp(-np.logaddexp(0, -z))


def right_where_twice(z):
    top = np.exp(np.where(z < 0, z, 0))
    return top / (1 + np.exp(-np.abs(z)))


def right_vectorized(z):
    def one(t):
        if t < 0:
            return math.exp(t) / (1 + math.exp(t))
        return 1 / (1 + math.exp(-t))

    return np.vectorize(one)(z)


def right_minimum_and_maximum(z):
    # exp(min(z, 0)) / (exp(min(z, 0)) + exp(min(-z, 0)))
    up = np.exp(np.minimum(z, 0))
    down = np.exp(-np.maximum(z, 0))
    return up / (up + down)


def right_generator(z):
    return (0.5 + 0.5 * math.tanh(0.5 * one) for one in z)


def right_early_return(z, limit=700.0):
    if np.max(np.abs(z)) < limit:
        return 1 / (1 + np.exp(-z))
    return np.array([0.0 if a < -limit else 1.0 if a > limit else 1 / (1 + np.exp(-a)) for a in z])


def right_powers_of_two(z):
    p = np.exp2(-np.abs(z) * math.log2(math.e))
    s = 1 / (1 + p)
    return np.where(z > 0, s, 1 - s)


def right_tuple(z):
    out = ()
    for t in z.tolist():
        out += (1 - 1 / (1 + math.exp(t)) if t < 0 else 1 / (1 + math.exp(-t)),)
    return out


def mistake_overflow_1(z):
    return 1.0 / (1.0 + np.exp(-z))


def mistake_overflow_2(z):
    # clipped too late
    return np.clip(1 / (1 + np.exp(-z)), 0, 1)


def mistake_overflow_3(z):
    return np.array([1 / (1 + np.exp(-one)) for one in z])


def mistake_overflow_4(z):
    # held on the side where nothing happens
    return 1 / (1 + np.exp(-np.minimum(z, 700)))


def mistake_overflow_5(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.e**-z)


def mistake_overflow_6(z):
    return np.where(z < -700, 0.0, 1 / (1 + np.exp(-z)))


def mistake_overflow_7(z):
    warnings.filterwarnings("ignore")
    return np.power(1 + np.exp(-z), -1)


def near_overflow_1(z):
    return 1 - 1 / (1 + np.exp(z))


def near_overflow_2(z):
    return 1 / (2 + np.exp(-z))


def mistake_overflow_to_nan_1(z):
    return np.exp(z) / (1 + np.exp(z))


def mistake_overflow_to_nan_2(z):
    e = np.exp(z)
    return e / (e + 1)


def near_overflow_to_nan_1(z):
    e = np.exp(z)
    return np.nan_to_num(e / (e + 1), nan=1.0)


def near_overflow_to_nan_2(z):
    return np.exp(z) / (1 + np.exp(np.minimum(z, 700)))


def mistake_both_sides_1(z):
    return np.where(z > 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def mistake_both_sides_2(z):
    a = 1 / (1 + np.exp(-z))
    b = np.exp(z) / (np.exp(z) + 1)
    return np.where(z < 0, b, a)


def mistake_both_sides_3(z):
    result = 1 / (1 + np.exp(-z))
    other = np.exp(z) / (1 + np.exp(z))
    result[z < 0] = other[z < 0]
    return result


def mistake_both_sides_4(z):
    return np.select([z < 0], [1 - 1 / (1 + np.exp(z))], 1 / (1 + np.exp(-z)))


def near_both_sides_1(z):
    up = z >= 0
    return up * (1 / (1 + np.exp(-z))) + (1 - up) * (np.exp(z) / (1 + np.exp(z)))


def near_both_sides_2(z):
    return np.where(z > 1, 1 / (1 + np.exp(-z)), 1 / (1 + np.exp(np.abs(z))))


def mistake_wrong_sign_1(z):
    return 1 / (1 + np.exp(z))


def mistake_wrong_sign_2(z):
    return (1 + np.e**z) ** -1


def near_wrong_sign_1(z):
    return 1 - 1 / (1 + np.exp(-z))


def near_wrong_sign_2(z):
    return 1 / (1 - np.exp(z))


def mistake_wrong_sign_to_nan_1(z):
    return np.exp(-z) / (1 + np.exp(-z))


def mistake_wrong_sign_to_nan_2(z):
    e = np.exp(-z)
    return e / (1 + e)


def near_wrong_sign_to_nan_1(z):
    return np.exp(-z) / (1 + np.exp(z))


def near_wrong_sign_to_nan_2(z):
    return np.exp(z) / (1 + np.exp(-z))


def mistake_branches_changed_1(z):
    return np.where(z < 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def mistake_branches_changed_2(z):
    result = np.zeros(z.shape)
    pos = z >= 0
    result[pos] = np.exp(z[pos]) / (1 + np.exp(z[pos]))
    result[~pos] = 1 / (1 + np.exp(-z[~pos]))
    return result


def near_branches_changed_1(z):
    small = np.exp(-np.abs(z))
    return np.where(z < 0, 1, small) / (1 + small)


def near_branches_changed_2(z):
    out = []
    for t in z:
        if t < 0:
            out.append(1 / (1 + math.exp(-t)))
        else:
            out.append(math.exp(t) / (1 + math.exp(t)))
    return out


def mistake_falling_1(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, small, 1) / (1 + small)


def mistake_falling_2(z):
    return 1 - (1 + np.tanh(z / 2)) / 2


def mistake_falling_3(z):
    return 1 / (1 + np.exp(np.clip(z, -500, 500)))


def near_falling_1(z):
    return -(1 + np.tanh(z / 2)) / 2


def near_falling_2(z):
    return (1 - np.tanh(z)) / 2


def mistake_absolute_1(z):
    return 1 / (1 + np.exp(-np.abs(z)))


def mistake_absolute_2(z):
    return [1 / (1 + math.exp(-abs(one))) for one in z]


def near_absolute_1(z):
    return 1 / (1 + np.exp(-np.maximum(z, 0)))


def near_absolute_2(z):
    e = np.exp(np.abs(z))
    return e / (1 + e)


def mistake_absolute_negative_1(z):
    small = np.exp(-np.abs(z))
    return small / (1 + small)


def mistake_absolute_negative_2(z):
    return 1 / (1 + np.exp(np.abs(z)))


def mistake_absolute_negative_3(z):
    return 1 - 1 / (1 + np.exp(-abs(z)))


def near_absolute_negative_1(z):
    return np.exp(-np.abs(z))


def near_absolute_negative_2(z):
    return np.exp(np.minimum(z, 0)) / 2


def mistake_math_exp_1(z):
    return 1 / (1 + math.exp(-z))


def mistake_math_exp_2(z):
    small = math.exp(-abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def mistake_math_exp_3(z):
    from math import exp

    return exp(z) / (1 + exp(z))


def near_math_exp_1(z):
    return 1 / (1 + np.exp(-float(z)))


def near_math_exp_2(z):
    return (1 + math.tanh(z / 2)) / 2


def mistake_math_overflow_1(z):
    return np.array([1 / (1 + math.exp(-one)) for one in z])


def mistake_math_overflow_2(z):
    return np.vectorize(lambda t: 1 / (1 + math.exp(-t)))(z)


def mistake_math_overflow_3(z):
    out = []
    for one in z:
        out.append(math.exp(one) / (math.exp(one) + 1))
    return out


def mistake_math_overflow_4(z):
    def one(t):
        if t > 0:
            return math.exp(t) / (1 + math.exp(t))
        return 1 / (1 + math.exp(-t))

    return [one(t) for t in z.tolist()]


def near_math_overflow_1(z):
    return [1 / (1 + math.exp(one)) for one in z]


def near_math_overflow_2(z):
    return [1 / (1 + math.cosh(one)) for one in z]


def mistake_tanh_1(z):
    return np.tanh(z)


def mistake_tanh_2(z):
    return [math.tanh(one) for one in z]


def near_tanh_1(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def near_tanh_2(z):
    return np.arctan(z) / (math.pi / 2)


def mistake_tanh_not_moved_1(z):
    return np.tanh(0.5 * z)


def mistake_tanh_not_moved_2(z):
    small = np.exp(-np.abs(z))
    return 2 * np.where(z >= 0, 1, small) / (1 + small) - 1


def near_tanh_not_moved_1(z):
    return np.tanh(z / 2) / 2


def near_tanh_not_moved_2(z):
    return np.tanh(z / 4)


def mistake_tanh_too_high_1(z):
    return np.tanh(z / 2) + 1


def mistake_tanh_too_high_2(z):
    return 2 / (1 + np.exp(-np.clip(z, -600, 600)))


def near_tanh_too_high_1(z):
    return np.tanh(z) + 1


def near_tanh_too_high_2(z):
    return 1 + np.tanh(z / 2) / 2


def mistake_tanh_too_steep_1(z):
    return 0.5 * (np.tanh(z) + 1)


def mistake_tanh_too_steep_2(z):
    return 1 / (1 + np.exp(-2 * np.clip(z, -300, 300)))


def near_tanh_too_steep_1(z):
    return 0.5 * (np.tanh(2 * z) + 1)


def near_tanh_too_steep_2(z):
    return 0.5 * np.tanh(z) + 1


def mistake_step_1(z):
    return np.where(z >= 0, 1, 0)


def mistake_step_2(z):
    return (z > 0).astype(float)


def mistake_step_3(z):
    return [1.0 if one >= 0 else 0.0 for one in z]


def near_step_1(z):
    return np.heaviside(z, 0.5)


def near_step_2(z):
    return np.sign(z)


def symptom_not_to_call_1(z):
    from lessonlib.activations import sigmoid

    return sigmoid(z)


def symptom_no_return_1(z):
    small = np.exp(-np.abs(z))
    result = np.where(z >= 0, 1, small) / (1 + small)  # noqa: F841


def symptom_trailing_comma_1(z):
    small = np.exp(-np.abs(z))
    return (np.where(z >= 0, 1, small) / (1 + small),)


def symptom_in_place_1(z):
    z[z > 500] = 500
    z[z < -500] = -500
    return 1 / (1 + np.exp(-z))


def symptom_truth_of_an_array_1(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def wrong_clipped_too_far(z):
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


def wrong_parentheses(z):
    return 1 / 1 + np.exp(-np.clip(z, -500, 500))


def wrong_rounded(z):
    return np.round((1 + np.tanh(z / 2)) / 2, 3)


def wrong_nan_to_zero(z):
    return np.nan_to_num(np.exp(z) / (1 + np.exp(z)))


def wrong_softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def wrong_return_in_the_loop(z):
    for one in z:
        small = math.exp(-abs(one))
        return 1 / (1 + small)


def wrong_linear_pieces(z):
    return np.clip(0.5 + z / 4, 0, 1)
