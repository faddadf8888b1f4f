"""Answers to gradient_is_right, as students write them."""

import numpy as np

from lessonlib.derivatives import numerical_gradient


def right_plain(function, gradient, weights):
    measured = numerical_gradient(function, weights)
    difference = np.abs(gradient(weights) - measured)
    return np.max(difference) <= 1e-4 * np.max(np.abs(measured))


def right_by_loop(function, gradient, weights):
    claimed = gradient(list(weights))
    measured = []
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += 1e-4
        down[p] -= 1e-4
        measured.append((function(up) - function(down)) / 2e-4)
    largest = max(abs(m) for m in measured)
    for c, m in zip(claimed, measured, strict=True):
        if abs(c - m) > 1e-4 * largest:
            return 0
    return 1


def right_by_allclose(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.allclose(gradient(weights), m, rtol=0, atol=1e-4 * np.abs(m).max())


def right_by_share(function, gradient, weights, limit=1e-4):
    m = numerical_gradient(function, weights)
    share = max(abs(gradient(weights) - m)) / max(abs(m))
    return bool(share < limit)


def right_all(function, gradient, weights):
    m = numerical_gradient(function, weights)
    limit = np.abs(m).max() / 10_000
    return all(abs(a - b) < limit for a, b in zip(gradient(weights), m, strict=True))


def right_not_any(function, gradient, weights):
    m = numerical_gradient(function, weights)
    g = gradient(weights)
    return not np.any(np.abs(g - m) > 1e-4 * np.max(np.abs(m)))


def right_by_norms(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.linalg.norm(g - m, np.inf) < 1e-4 * np.linalg.norm(m, np.inf)


def right_scaled_first(function, gradient, weights):
    m = numerical_gradient(function, weights)
    scale = max(m.max(), -m.min())
    return np.allclose(gradient(weights) / scale, m / scale, rtol=0.0, atol=1e-4)


def right_early_return(function, gradient, weights):
    m = numerical_gradient(function, weights)
    g = np.array(gradient(tuple(weights)))
    largest = sorted(np.abs(m))[-1]
    for p in range(len(m)):
        if g[p] > m[p] + 1e-4 * largest:
            return False
        if g[p] < m[p] - 1e-4 * largest:
            return False
    return True


def right_counting(function, gradient, weights):
    m = numerical_gradient(function, weights)
    off = [abs(d) / np.max(np.abs(m)) for d in gradient(weights) - m]
    return sum(one < 1e-4 for one in off) == len(weights)


def right_by_range(function, gradient, weights):
    d = gradient(weights) - numerical_gradient(function, weights)
    limit = 1e-4 * np.max(np.abs(numerical_gradient(function, weights)))
    return -limit < d.min() and d.max() < limit


def right_array_of_one(function, gradient, weights):
    m = numerical_gradient(function, weights, 1e-5)
    worst = np.amax(np.absolute(np.subtract(gradient(weights), m)), keepdims=True)
    return worst / np.amax(np.absolute(m)) <= 0.0001


def right_in_words(function, gradient, weights):
    m = numerical_gradient(function, weights)
    worst = max(map(abs, gradient(weights) - m))
    if worst <= 1e-4 * max(map(abs, m)):
        answer = True
    else:
        answer = False
    return answer


def mistake_exact_1(function, gradient, weights):
    return bool(np.all(gradient(weights) == numerical_gradient(function, weights)))


def mistake_exact_2(function, gradient, weights):
    return list(gradient(weights)) == list(numerical_gradient(function, weights))


def mistake_exact_3(function, gradient, weights):
    return gradient is numerical_gradient(function, weights)


def near_exact_1(function, gradient, weights):
    return gradient(weights) == numerical_gradient(function, weights)


def near_exact_2(function, gradient, weights):
    return bool(np.all(gradient(weights) != numerical_gradient(function, weights)))


def mistake_absolute_tolerance_1(function, gradient, weights):
    measured = numerical_gradient(function, weights)
    return np.max(np.abs(gradient(weights) - measured)) < 1e-3


def mistake_absolute_tolerance_2(function, gradient, weights):
    for a, b in zip(gradient(weights), numerical_gradient(function, weights), strict=True):
        if abs(a - b) > 1e-4:
            return False
    return True


def mistake_absolute_tolerance_3(function, gradient, weights):
    return np.allclose(gradient(weights), numerical_gradient(function, weights), rtol=0, atol=1e-6)


def mistake_absolute_tolerance_4(function, gradient, weights):
    return np.max(np.abs(gradient(weights) - numerical_gradient(function, weights))) < 0.01


def near_absolute_tolerance_1(function, gradient, weights):
    return np.max(np.abs(gradient(weights) - numerical_gradient(function, weights))) < 1.0


def near_absolute_tolerance_2(function, gradient, weights):
    return np.max(np.abs(gradient(weights) - numerical_gradient(function, weights))) < 1e-30


def mistake_absolute_part_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.allclose(gradient(weights), m, rtol=1e-4, atol=1e-4)


def mistake_absolute_part_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.all(np.isclose(gradient(weights), m, atol=1e-6))


def near_absolute_part_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.allclose(gradient(weights), m, rtol=0.1, atol=1e-4)


def near_absolute_part_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.any(np.isclose(gradient(weights), m, rtol=1e-4, atol=1e-4))


def mistake_too_strict_1(function, gradient, weights):
    return np.allclose(gradient(weights), numerical_gradient(function, weights))


def mistake_too_strict_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.max(np.abs(gradient(weights) - m)) < 1e-6 * np.max(np.abs(m))


def mistake_too_strict_3(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return bool(np.all(np.abs(gradient(weights) - m) < 1e-4 * np.abs(m)))


def near_too_strict_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.max(np.abs(gradient(weights) - m)) < 1e-16 * np.max(np.abs(m))


def near_too_strict_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return bool(np.all((gradient(weights) - m) < 1e-6 * np.abs(m)))


def mistake_too_lenient_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.max(np.abs(gradient(weights) - m)) < 1e-3 * np.max(np.abs(m))


def mistake_too_lenient_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.max(np.abs(gradient(weights) - m)) < 1e-4 * np.sum(np.abs(m))


def mistake_too_lenient_3(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.linalg.norm(g - m) / (np.linalg.norm(g) + np.linalg.norm(m)) < 1e-4


def near_too_lenient_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.max(np.abs(gradient(weights) - m)) < 0.1 * np.max(np.abs(m))


near_too_lenient_2 = mistake_absolute_tolerance_4


def mistake_no_absolute_value_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.max(gradient(weights) - m) < 1e-4 * np.max(m)


def mistake_no_absolute_value_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    for p in range(len(weights)):
        if gradient(weights)[p] - m[p] > 1e-4 * max(abs(m)):
            return False
    return True


def near_no_absolute_value_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.min(gradient(weights) - m) < 1e-4 * np.max(m)


def near_no_absolute_value_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.max(m - gradient(weights)) < 1e-4 * np.max(m)


def mistake_sums_compared_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return abs(np.sum(gradient(weights)) - np.sum(m)) < 1e-4 * np.max(np.abs(m))


def mistake_sums_compared_2(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.abs(np.mean(gradient(weights) - m)) < 1e-4 * np.max(np.abs(m))


def mistake_sums_compared_3(function, gradient, weights):
    return np.isclose(sum(gradient(weights)), sum(numerical_gradient(function, weights)))


def near_sums_compared_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.isclose(np.sum(g**2), np.sum(m**2))


def near_sums_compared_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.isclose(np.prod(g), np.prod(m))


def mistake_lengths_compared_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return abs(np.linalg.norm(g) - np.linalg.norm(m)) < 1e-4 * np.linalg.norm(m)


def mistake_lengths_compared_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.isclose(np.sqrt(np.sum(g**2)), np.sqrt(np.sum(m**2)))


def near_lengths_compared_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.allclose(np.abs(g), np.abs(m), rtol=1e-4)


def near_lengths_compared_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.isclose(np.linalg.norm(g), np.linalg.norm(m), rtol=0.5)


def mistake_only_first_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return abs(g[0] - m[0]) < 1e-4 * abs(m[0])


def mistake_only_first_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    for a, b in zip(g, m, strict=True):
        return abs(a - b) < 1e-4 * np.max(np.abs(m))


def near_only_first_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return abs(g[-1] - m[-1]) < 1e-4 * abs(m[-1])


def near_only_first_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.allclose(g[:2], m[:2], rtol=1e-4)


def mistake_any_entry_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.any(np.abs(g - m) < 1e-4 * np.max(np.abs(m)))


def mistake_any_entry_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    for p in range(len(weights)):
        if abs(g[p] - m[p]) < 1e-4 * abs(m[p]):
            return True
    return False


def mistake_any_entry_3(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.min(np.abs(g - m)) < 1e-4 * np.max(np.abs(m))


def near_any_entry_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.sum(np.abs(g - m) < 1e-4 * np.max(np.abs(m))) >= 3


def near_any_entry_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.median(np.abs(g - m)) < 1e-4 * np.max(np.abs(m))


def mistake_direction_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return g @ m / (np.linalg.norm(g) * np.linalg.norm(m)) > 0.9999


def mistake_direction_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    one, other = g / np.linalg.norm(g), m / np.linalg.norm(m)
    return np.max(np.abs(one - other)) < 1e-4


def near_direction_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.array_equal(np.sign(g), np.sign(m))


def near_direction_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return g @ m > 0


def mistake_inverted_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.max(np.abs(g - m)) > 1e-4 * np.max(np.abs(m))


def mistake_inverted_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    if np.any(np.abs(g - m) > 1e-4 * np.max(np.abs(m))):
        return True
    return False


def near_inverted_1(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.min(np.abs(g - m)) > 1e-4 * np.max(np.abs(m))


def near_inverted_2(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return not np.allclose(g, m, rtol=0.1)


def mistake_itself_1(function, gradient, weights):
    return np.allclose(gradient(weights), gradient(weights))


def mistake_itself_2(function, gradient, weights):
    if numerical_gradient(function, weights).any():
        return True
    return False


def near_itself_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.allclose(m, m) and len(gradient(weights)) == 5


def near_itself_2(function, gradient, weights):
    return np.all(np.isfinite(gradient(weights))) and weights[0] > 0


def wrong_returns_the_difference(function, gradient, weights):
    return np.max(np.abs(gradient(weights) - numerical_gradient(function, weights)))


def mistake_exact_4(function, gradient, weights):
    return np.isclose(function(weights), np.sum(gradient(weights)))


def wrong_text(function, gradient, weights):
    m = numerical_gradient(function, weights)
    right = np.max(np.abs(gradient(weights) - m)) < 1e-4 * np.max(np.abs(m))
    return "True" if right else "False"


def symptom_shape_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    return np.abs(gradient(weights) - m) < 1e-4 * np.max(np.abs(m))


def symptom_print_for_return_1(function, gradient, weights):
    print(np.allclose(gradient(weights), numerical_gradient(function, weights)))


def symptom_no_return_sometimes_1(function, gradient, weights):
    m = numerical_gradient(function, weights)
    if np.max(np.abs(gradient(weights) - m)) < 1e-4 * np.max(np.abs(m)):
        return True
