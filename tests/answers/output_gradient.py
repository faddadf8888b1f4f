"""Answers to output_gradient, as students write them."""

import numpy as np


def right_plain(y, y_pred):
    return -2 / len(y) * (y - y_pred)


def right_by_loop(y, y_pred):
    return [2 * (float(b) - float(a)) / len(y) for a, b in zip(y, y_pred, strict=True)]


def right_in_single_precision(y, y_pred):
    return (
        np.float32(-2) * (y.astype(np.float32) - y_pred.astype(np.float32)) / np.float32(len(y))
    ).tolist()


def right_by_mean(y, y_pred):
    return np.mean(2 * np.diag(y_pred - y), axis=0)


def right_from_residual(y, y_pred):
    residual = y - y_pred
    n = y.shape[0]
    gradient = np.zeros(n)
    for s in range(n):
        gradient[s] = -(2.0 / n) * residual[s]
    return gradient


def right_tuple(y, y_pred, factor=2):
    return tuple(factor * (b - a) / y.size for a, b in zip(y, y_pred, strict=False))


def right_generator(y, y_pred):
    size = len(y_pred)
    return ((y_pred[s] - y[s]) * 2 / size for s in range(size))


def right_by_vectorize(y, y_pred):
    return np.vectorize(lambda a, b: 2 * (b - a) / len(y))(y, y_pred)


def right_by_ufuncs(y, y_pred):
    return np.divide(np.multiply(2, np.subtract(y_pred, y)), np.shape(y))


def right_early_return(y, y_pred):
    if len(y) == 1:
        return [2 * (y_pred[0] - y[0])]
    return (y_pred - y) / (len(y) / 2)


def right_by_nudging(y, y_pred):
    def loss(outputs):
        return np.mean((y - outputs) ** 2)

    e = 1e-4 * np.eye(len(y))
    return [(loss(y_pred + one) - loss(y_pred - one)) / 2e-4 for one in e]


def right_on_a_copy(y, y_pred):
    out = y_pred.copy()
    out -= y
    out *= 2
    out /= len(y)
    return out


def right_sum_of_columns(y, y_pred):
    return (np.identity(len(y)) * 2 / len(y)) @ (y_pred - y)


def mistake_sign_1(y, y_pred):
    return 2 / len(y) * (y - y_pred)


def mistake_sign_2(y, y_pred):
    return [2 * (y[s] - y_pred[s]) / len(y) for s in range(len(y))]


def near_sign_1(y, y_pred):
    return y - y_pred


def near_sign_2(y, y_pred):
    return 2 * (y - y_pred)


def mistake_no_factors_1(y, y_pred):
    return y_pred - y


def mistake_no_factors_2(y, y_pred):
    residual = y - y_pred
    return [-one for one in residual]


near_no_factors_1 = near_sign_1


def near_no_factors_2(y, y_pred):
    return (y_pred - y) ** 2


def mistake_no_mean_1(y, y_pred):
    return -2 * (y - y_pred)


def mistake_no_mean_2(y, y_pred):
    return [2 * (b - a) for a, b in zip(y, y_pred, strict=True)]


def near_no_mean_1(y, y_pred):
    return 2 * (y_pred - y) * len(y)


def near_no_mean_2(y, y_pred):
    return 2 * (y_pred - y) / len(y) ** 2


def mistake_no_two_1(y, y_pred):
    return (y_pred - y) / len(y)


def mistake_no_two_2(y, y_pred):
    return -1 / y.size * (y - y_pred)


def near_no_two_1(y, y_pred):
    return (y_pred - y) / 2


def near_no_two_2(y, y_pred):
    return (y - y_pred) / len(y)


def mistake_averaged_1(y, y_pred):
    return 2 * np.mean(y_pred - y)


def mistake_averaged_2(y, y_pred):
    total = 0
    for s in range(len(y)):
        total += -2 * (y[s] - y_pred[s])
    return total / len(y)


def mistake_averaged_3(y, y_pred):
    return np.mean(2 * (y_pred - y)) * np.ones(len(y))


def mistake_averaged_4(y, y_pred):
    return np.mean(y_pred - y)


def mistake_averaged_5(y, y_pred):
    return np.sum(-2 * (y - y_pred))


def mistake_averaged_6(y, y_pred):
    return np.mean(2 * (y - y_pred))


def near_averaged_1(y, y_pred):
    return np.mean(2 * np.abs(y_pred - y))


def near_averaged_2(y, y_pred):
    return 2 * (np.mean(y_pred) - y)


def mistake_only_signs_1(y, y_pred):
    return np.sign(y_pred - y) / len(y)


def mistake_only_signs_2(y, y_pred):
    result = []
    for a, b in zip(y, y_pred, strict=True):
        if b > a:
            result.append(1 / len(y))
        elif b < a:
            result.append(-1 / len(y))
        else:
            result.append(0)
    return result


def near_only_signs_1(y, y_pred):
    return np.abs(y_pred - y) / len(y)


def near_only_signs_2(y, y_pred):
    return np.sign(y - y_pred)


def mistake_the_loss_1(y, y_pred):
    return np.mean((y - y_pred) ** 2)


def mistake_the_loss_2(y, y_pred):
    total = 0.0
    for a, b in zip(y, y_pred, strict=True):
        total += (a - b) ** 2
    return total / len(y)


def near_the_loss_1(y, y_pred):
    return np.sqrt(np.mean((y - y_pred) ** 2))


def near_the_loss_2(y, y_pred):
    return (y - y_pred) ** 2 / len(y)


def wrong_divided_by_two(y, y_pred):
    return (y_pred - y) / (2 * len(y))


def wrong_sum_of_squares(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def wrong_root(y, y_pred):
    return (y_pred - y) / (len(y) * np.sqrt(np.mean((y_pred - y) ** 2)))


def wrong_squared_derivative(y, y_pred):
    return -2 / len(y) * (y - y_pred) ** 2


def wrong_division_of_one_term(y, y_pred):
    return 2 * (y_pred - y / len(y))


def wrong_table(y, y_pred):
    return 2 / len(y) * (y_pred.reshape(-1, 1) - y)


def wrong_added(y, y_pred):
    return 2 / len(y) * (y_pred + y)


def symptom_in_place_1(y, y_pred):
    y_pred -= y
    return 2 * y_pred / len(y)


def symptom_trailing_comma_1(y, y_pred):
    gradient = (2 / len(y) * (y_pred - y),)
    return gradient


def symptom_print_for_return_1(y, y_pred):
    print(2 / len(y) * (y_pred - y))
