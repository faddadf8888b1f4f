"""Answers to boundary_height, as students write them."""

import numpy as np


def right_by_loop(weights, x1):
    w1, w2, b = (float(one) for one in weights)
    return [-w1 / w2 * one - b / w2 for one in x1]


def right_in_single_precision(weights, x1):
    w1, w2, b = weights.astype(np.float32)
    return (-b - w1 * x1.astype(np.float32)) / w2


def right_solved(weights, x1):
    w1, w2, b = weights
    return -(w1 * x1 + b) / w2


def right_as_slope_and_height(weights, x1):
    slope = -weights[0] / weights[1]
    height = -weights[2] / weights[1]
    return slope * x1 + height


def right_by_polynomial(weights, x1):
    w1, w2, b = weights.tolist()
    return np.polyval([-w1 / w2, -b / w2], x1)


def right_by_generator(weights, x1):
    return ((-weights[2] - weights[0] * one) / weights[1] for one in x1.tolist())


def right_by_yield(weights, x1):
    w1, w2, b = weights
    for one in x1:
        yield (0 - w1 * one - b) / w2


def right_by_vectorize(weights, x1):
    def height(one, level=0.0):
        return (level - weights[-1] - weights[0] * one) / weights[1]

    return np.vectorize(height)(x1)


def right_by_solving_equations(weights, x1):
    w1, w2, b = weights
    matrix = np.array([[1.0, 0.0], [w1, w2]])
    return np.array([np.linalg.solve(matrix, [one, -b])[1] for one in x1])


def right_between_two_points(weights, x1):
    w1, w2, b = weights
    ends = np.array([-10.0, 10.0])
    return np.interp(x1, ends, -(w1 * ends + b) / w2)


def right_by_bisection(weights, x1):
    w1, w2, b = weights
    result = []
    for one in x1:
        low, high = -1e3, 1e3
        for _ in range(80):
            middle = (low + high) / 2
            if (w1 * one + w2 * middle + b > 0) == (w2 > 0):
                high = middle
            else:
                low = middle
        result.append(low)
    return result


def right_by_logit(weights, x1, p=0.5):
    w1, w2, b = weights
    return (np.log(p / (1 - p)) - w1 * x1 - b) / w2


def right_as_tuple(weights, x1):
    a, c, d = weights
    return tuple(map(lambda one: -a * one / c - d / c, x1))


def right_by_matrix(weights, x1):
    x = np.vstack([x1, np.zeros(len(x1)), np.ones(len(x1))])
    return -(weights @ x) / weights[1]


def right_early_return(weights, x1):
    w1, w2, b = weights
    if w1 == 0:
        return np.full(len(x1), -b / w2)
    return w1 / w2 * (-b / w1 - x1)


def mistake_both_signs_1(weights, x1):
    w1, w2, b = weights
    return (w1 * x1 + b) / w2


def mistake_both_signs_2(weights, x1):
    slope, height = weights[0] / weights[1], weights[2] / weights[1]
    return [height + slope * one for one in x1]


def near_both_signs_1(weights, x1):
    return weights[0] * x1 + weights[2]


def near_both_signs_2(weights, x1):
    w1, w2, b = weights
    return np.abs(w1 * x1 + b) / w2


def mistake_sign_of_slope_1(weights, x1):
    return [(weights[0] * one - weights[2]) / weights[1] for one in x1]


def mistake_sign_of_slope_2(weights, x1):
    w1, w2, b = weights
    slope = w1 / w2
    return slope * x1 - b / w2


def near_sign_of_slope_1(weights, x1):
    w1, w2, b = weights
    return w1 * x1 - b / w2


def near_sign_of_slope_2(weights, x1):
    w1, w2, b = weights
    return w2 / w1 * x1 - b / w2


def mistake_sign_of_bias_1(weights, x1):
    w1, w2, b = weights
    return (b - w1 * x1) / w2


def mistake_sign_of_bias_2(weights, x1):
    w1, w2, b = weights
    return np.array([-w1 / w2 * one + b / w2 for one in x1])


def near_sign_of_bias_1(weights, x1):
    w1, w2, b = weights
    return -w1 * x1 / w2 + b


def near_sign_of_bias_2(weights, x1):
    w1, w2, b = weights
    return -w1 * x1 / w2 + np.abs(b) / w2


def mistake_no_bias_1(weights, x1):
    return -weights[0] / weights[1] * x1


def mistake_no_bias_2(weights, x1):
    w1, w2, _ = weights
    return [-(w1 * one) / w2 for one in x1]


def near_no_bias_1(weights, x1):
    return weights[0] / weights[1] * x1


def near_no_bias_2(weights, x1):
    return -weights[0] / weights[1] * x1 + 1


def mistake_bias_not_divided_1(weights, x1):
    w1, w2, b = weights
    return -w1 / w2 * x1 - b


def mistake_bias_not_divided_2(weights, x1):
    w1, w2, b = weights
    return -w1 * x1 / w2 + -b


def near_bias_not_divided_1(weights, x1):
    w1, w2, b = weights
    return -w1 * x1 - b / w2


def near_bias_not_divided_2(weights, x1):
    w1, w2, b = weights
    return -w1 / w2 * x1 + b


def mistake_not_divided_1(weights, x1):
    w1, w2, b = weights
    return -w1 * x1 - b


def mistake_not_divided_2(weights, x1):
    return [-(weights[0] * one + weights[2]) for one in x1]


def near_not_divided_1(weights, x1):
    w1, w2, b = weights
    return -(w1 * x1 + b) * w2


def near_not_divided_2(weights, x1):
    w1, w2, b = weights
    return w1 * x1 + b


def mistake_weights_exchanged_1(weights, x1):
    w2, w1, b = weights
    return -(w1 * x1 + b) / w2


def mistake_weights_exchanged_2(weights, x1):
    return -weights[1] / weights[0] * x1 - weights[2] / weights[0]


def mistake_weights_exchanged_3(weights, x1):
    w1, w2, b = weights.tolist()
    return [(-b - w2 * one) / w1 for one in x1.tolist()]


def near_weights_exchanged_1(weights, x1):
    w1, w2, b = weights
    return -(w2 * x1 + b) / w2


def near_weights_exchanged_2(weights, x1):
    w1, w2, b = weights
    return -(w1 * x1 + b) / w1


def mistake_logit_one_half_1(weights, x1):
    w1, w2, b = weights
    return (0.5 - w1 * x1 - b) / w2


def mistake_logit_one_half_2(weights, x1):
    return [1 / 2 / weights[1] - (weights[0] * one + weights[2]) / weights[1] for one in x1]


def near_logit_one_half_1(weights, x1):
    w1, w2, b = weights
    return 0.5 - (w1 * x1 + b) / w2


def near_logit_one_half_2(weights, x1):
    w1, w2, b = weights
    return (1 - w1 * x1 - b) / w2


def mistake_along_weights_1(weights, x1):
    w1, w2, b = weights
    return w2 / w1 * x1 - b / w1


mistake_along_weights_2 = near_sign_of_slope_2


def mistake_along_weights_3(weights, x1):
    w1, w2, _ = weights
    return w2 / w1 * x1


def near_along_weights_1(weights, x1):
    w1, w2, b = weights
    return w1 / w2 * x1 - b / w2


def near_along_weights_2(weights, x1):
    w1, w2, b = weights
    return -w2 / w1 * x1 - b / w2


def symptom_in_place_1(weights, x1):
    x1 *= -weights[0] / weights[1]
    return x1 - weights[2] / weights[1]


def symptom_no_return_1(weights, x1):
    w1, w2, b = weights
    x2 = -(w1 * x1 + b) / w2  # noqa: F841


def symptom_print_for_return_1(weights, x1):
    w1, w2, b = weights
    for one in x1:
        print(-(w1 * one + b) / w2)


def symptom_trailing_comma_1(weights, x1):
    w1, w2, b = weights
    return (-(w1 * x1 + b) / w2,)


def symptom_signature_1(w1, w2, b, x1):
    return -(w1 * x1 + b) / w2


def symptom_only_shape_1(weights, x1):
    w1, w2, b = weights
    return (-(w1 * x1 + b) / w2).reshape(-1, 1)


def symptom_unused_1(weights, x1):
    return -weights[2] / weights[1] * np.ones(3)


def wrong_probability(weights, x1):
    w1, w2, b = weights
    return 1 / (1 + np.exp(-(w1 * x1 + b) / w2))


def wrong_bracket(weights, x1):
    w1, w2, b = weights
    return -w1 * x1 + b / w2


def wrong_first_only(weights, x1):
    w1, w2, b = weights
    return -(w1 * x1[0] + b) / w2


def wrong_bias_first(weights, x1):
    b, w1, w2 = weights
    return -(w1 * x1 + b) / w2


def wrong_points(weights, x1):
    w1, w2, b = weights
    return np.column_stack([x1, -(w1 * x1 + b) / w2])


def wrong_points_as_pairs(weights, x1):
    w1, w2, b = weights
    return [(one, -(w1 * one + b) / w2) for one in x1]


def wrong_by_length(weights, x1):
    w1, w2, b = weights
    return -(w1 * x1 + b) / np.hypot(w1, w2)


def wrong_too_many_to_unpack(weights, x1):
    w, b = weights
    return -(w * x1 + b)


def wrong_half(weights, x1):
    w1, w2, b = weights
    return -(w1 * x1 + b) / w2 / 2


def wrong_whole_numbers(weights, x1):
    w1, w2, b = weights
    return -(w1 * x1 + b) // w2


def wrong_range(weights, x1):
    w1, w2, b = weights
    return [-(w1 * i + b) / w2 for i in range(len(x1))]
