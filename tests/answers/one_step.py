"""Answers to one_step, as students write them."""

import numpy as np


def right_plain(gradient, weights, learning_rate):
    return weights - learning_rate * gradient(weights)


def right_by_loop(gradient, weights, learning_rate):
    slopes = gradient([float(one) for one in weights])
    return [w - learning_rate * g for w, g in zip(weights, slopes, strict=True)]


def right_in_single_precision(gradient, weights, learning_rate):
    slopes = np.asarray(gradient(weights), dtype=np.float32)
    return weights.astype(np.float32) - np.float32(learning_rate) * slopes


def right_on_a_copy(gradient, weights, learning_rate):
    w = weights.copy()
    w -= learning_rate * gradient(w)
    return w


def right_minus_added(gradient, weights, learning_rate):
    step = -learning_rate * gradient(weights)
    return step + weights


def right_into_zeros(gradient, weights, learning_rate):
    new = np.zeros_like(weights)
    g = gradient(weights)
    for p in range(len(weights)):
        new[p] = weights[p] - learning_rate * g[p]
    return new


def right_asking_at_the_old_place_each_time(gradient, weights, learning_rate):
    w = weights.copy()
    for p in range(len(w)):
        w[p] = w[p] - learning_rate * gradient(weights)[p]
    return w


def right_tuple(gradient, weights, learning_rate, sign=-1):
    g = gradient(tuple(weights))
    return tuple(weights[p] + sign * learning_rate * g[p] for p in range(weights.size))


def right_generator(gradient, weights, learning_rate):
    return (w - learning_rate * g for w, g in zip(weights, gradient(weights), strict=False))


def right_by_ufunc(gradient, weights, learning_rate):
    return np.subtract(weights, np.multiply(learning_rate, gradient(weights)))


def right_by_map(gradient, weights, learning_rate):
    return list(map(lambda w, g: w - learning_rate * g, weights, gradient(weights)))


def right_rebinding(gradient, weights, learning_rate):
    weights = weights - gradient(weights) * learning_rate
    return weights


def right_by_vectorize(gradient, weights, learning_rate):
    return np.vectorize(lambda w, g: w - g * learning_rate)(weights, gradient(weights))


def mistake_uphill_1(gradient, weights, learning_rate):
    return weights + learning_rate * gradient(weights)


def mistake_uphill_2(gradient, weights, learning_rate):
    return [w - -learning_rate * g for w, g in zip(weights, gradient(weights), strict=True)]


def near_uphill_1(gradient, weights, learning_rate):
    return weights + gradient(weights)


def near_uphill_2(gradient, weights, learning_rate):
    return learning_rate * gradient(weights) - weights


def mistake_in_place_1(gradient, weights, learning_rate):
    for p in range(len(weights)):
        weights[p] = weights[p] - learning_rate * gradient(weights)[p]
    return weights


def mistake_in_place_2(gradient, weights, learning_rate):
    weights -= learning_rate * gradient(weights)
    return weights


def mistake_in_place_3(gradient, weights, learning_rate):
    new = weights
    new[:] = weights - learning_rate * gradient(weights)
    return new.copy()


def near_in_place_1(gradient, weights, learning_rate):
    w = weights.copy()
    w -= gradient(w)
    return w


def near_in_place_2(gradient, weights, learning_rate):
    w = weights.copy()
    w -= learning_rate * gradient(w)
    return weights


def mistake_one_by_one_1(gradient, weights, learning_rate):
    w = weights.copy()
    for p in range(len(w)):
        w[p] -= learning_rate * gradient(w)[p]
    return w


def mistake_one_by_one_2(gradient, weights, learning_rate):
    new = [float(one) for one in weights]
    for p, _ in enumerate(new):
        slope = gradient(new)[p]
        new[p] = new[p] - learning_rate * slope
    return new


def near_one_by_one_1(gradient, weights, learning_rate):
    w = weights.copy()
    for p in reversed(range(len(w))):
        w[p] -= learning_rate * gradient(w)[p]
    return w


def near_one_by_one_2(gradient, weights, learning_rate):
    w = weights.copy()
    w[0] -= learning_rate * gradient(w)[0]
    return w


def mistake_no_rate_1(gradient, weights, learning_rate):
    return weights - gradient(weights)


def mistake_no_rate_2(gradient, weights, learning_rate):
    learning_rate = 1
    return weights - learning_rate * gradient(weights)


def near_no_rate_1(gradient, weights, learning_rate):
    return weights - gradient(weights) / learning_rate


def near_no_rate_2(gradient, weights, learning_rate):
    return weights - gradient(weights) / 2


def mistake_only_change_1(gradient, weights, learning_rate):
    return -learning_rate * gradient(weights)


def mistake_only_change_2(gradient, weights, learning_rate):
    step = [-learning_rate * g for g in gradient(weights)]
    return np.array(step)


def near_only_change_1(gradient, weights, learning_rate):
    return gradient(weights)


def near_only_change_2(gradient, weights, learning_rate):
    return weights


def mistake_length_one_1(gradient, weights, learning_rate):
    g = gradient(weights)
    return weights - learning_rate * g / np.linalg.norm(g)


def mistake_length_one_2(gradient, weights, learning_rate):
    g = gradient(weights)
    length = np.sqrt(sum(one**2 for one in g))
    direction = [one / length for one in g]
    return [w - learning_rate * d for w, d in zip(weights, direction, strict=True)]


def near_length_one_1(gradient, weights, learning_rate):
    return weights - learning_rate * np.sign(gradient(weights))


def near_length_one_2(gradient, weights, learning_rate):
    g = gradient(weights)
    return weights - learning_rate * g / np.sum(np.abs(g))


def mistake_weights_as_gradient_1(gradient, weights, learning_rate):
    return weights - learning_rate * weights


def mistake_weights_as_gradient_2(gradient, weights, learning_rate):
    return (1 - learning_rate) * weights


def near_weights_as_gradient_1(gradient, weights, learning_rate):
    return weights - learning_rate * gradient


def near_weights_as_gradient_2(gradient, weights, learning_rate):
    return weights - weights * gradient(weights) * learning_rate


def wrong_second_step(gradient, weights, learning_rate):
    w = weights - learning_rate * gradient(weights)
    return w - learning_rate * gradient(w)


def wrong_gradient_of_the_step(gradient, weights, learning_rate):
    return weights - gradient(learning_rate * weights)


def wrong_only_one_number(gradient, weights, learning_rate):
    return weights - learning_rate * gradient(weights)[0]


def symptom_trailing_comma_1(gradient, weights, learning_rate):
    return (weights - learning_rate * gradient(weights),)


def symptom_no_return_1(gradient, weights, learning_rate):
    weights = weights - learning_rate * gradient(weights)


def symptom_without_effect_1(gradient, weights, learning_rate):
    rate = learning_rate * 0.0 + 0.1
    return weights - rate * gradient(weights)
