"""Answers to tolerance_accuracy, as students write them."""

import numpy as np


def right_plain(y, y_pred, tolerance):
    is_close = np.abs(y - y_pred) < tolerance
    return is_close.mean()


def right_by_loop(y, y_pred, tolerance):
    close = [abs(float(a) - float(b)) < tolerance for a, b in zip(y, y_pred, strict=True)]
    return close.count(True) / len(close)


def right_in_single_precision(y, t, e):
    return np.mean(np.abs(np.float32(y) - np.float32(t)) < e)


def right_squares(y, t, e):
    return 1 - np.mean((y - t) ** 2 >= e**2)


def right_band(y, t, e):
    return np.count_nonzero((t > y - e) & (t < y + e)) / len(y)


def right_counter(y, y_pred, tolerance):
    count = 0
    for s in range(len(y)):
        if -tolerance < y[s] - y_pred[s] < tolerance:
            count += 1
    return count / len(y)


def right_generator_summed(y, y_pred, tolerance):
    return sum(abs(a - b) < tolerance for a, b in zip(y, y_pred)) / y.size


def right_where(y, y_pred, tolerance):
    return np.average(np.where(np.abs(y_pred - y) >= tolerance, 0.0, 1.0))


def right_filtered(y, y_pred, tolerance):
    deviations = np.abs(np.subtract(y, y_pred))
    return len(deviations[deviations < tolerance]) / len(deviations)


def right_list(y, y_pred, tolerance):
    return [np.float32(np.mean(abs(y - y_pred) < tolerance))]


def right_vectorized(y, y_pred, tolerance=0.5):
    close = np.vectorize(lambda a, b: float(abs(a - b) < tolerance))
    return close(y, y_pred).sum() / len(y)


def right_both_sides(y, y_pred, tolerance):
    too_low = np.mean(y_pred <= y - tolerance)
    too_high = np.mean(y_pred >= y + tolerance)
    return 1 - too_low - too_high


def right_early_return(y, y_pred, tolerance):
    off = np.abs(y - y_pred)
    if off.max() < tolerance:
        return 1
    if off.min() >= tolerance:
        return 0
    return np.searchsorted(np.sort(off), tolerance) / len(off)


def right_signs(y, y_pred, tolerance):
    return float(np.mean(np.sign(tolerance - np.abs(y - y_pred)) == 1))


def mistake_at_most_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) <= tolerance)


def mistake_at_most_2(y, y_pred, tolerance):
    count = 0
    for a, b in zip(y, y_pred):
        if not abs(a - b) > tolerance:
            count += 1
    return count / len(y)


def mistake_at_most_3(y, y_pred, tolerance):
    return np.isclose(y, y_pred, rtol=0, atol=tolerance).mean()


def near_at_most_1(y, y_pred, tolerance):
    return np.mean(y - y_pred <= tolerance)


def near_at_most_2(y, y_pred, tolerance):
    return np.isclose(y, y_pred, atol=tolerance, rtol=0.1).mean()


def mistake_no_absolute_1(y, y_pred, tolerance):
    return np.mean(y_pred - y < tolerance)


def mistake_no_absolute_2(y, y_pred, tolerance):
    return sum(b - a < tolerance for a, b in zip(y, y_pred)) / len(y)


def near_no_absolute_1(y, y_pred, tolerance):
    return np.mean(y_pred - y <= tolerance)


def near_no_absolute_2(y, y_pred, tolerance):
    return np.mean(np.abs(y_pred) - np.abs(y) < tolerance)


def mistake_no_absolute_reversed_1(y, y_pred, tolerance):
    return np.mean(y - y_pred < tolerance)


def mistake_no_absolute_reversed_2(y, y_pred, tolerance):
    return np.mean(y < y_pred + tolerance)


def near_no_absolute_reversed_1(y, y_pred, tolerance):
    return np.mean(y - y_pred > -tolerance) / 2


def near_no_absolute_reversed_2(y, y_pred, tolerance):
    return np.abs(np.mean(y - y_pred)) < tolerance


def mistake_plus_1(y, y_pred, tolerance):
    return np.mean(np.abs(y + y_pred) < tolerance)


def mistake_plus_2(y, y_pred, tolerance):
    return sum(abs(a + b) < tolerance for a, b in zip(y, y_pred)) / len(y)


def near_plus_1(y, y_pred, tolerance):
    return np.mean(y + y_pred < tolerance)


def near_plus_2(y, y_pred, tolerance):
    return np.mean(np.abs(y) + np.abs(y_pred) < tolerance)


def mistake_count_1(y, y_pred, tolerance):
    return np.sum(np.abs(y - y_pred) < tolerance)


def mistake_count_2(y, y_pred, tolerance):
    return len([1 for a, b in zip(y, y_pred) if abs(a - b) < tolerance])


def near_count_1(y, y_pred, tolerance):
    return np.sum(np.abs(y - y_pred) >= tolerance)


def near_count_2(y, y_pred, tolerance):
    return np.sum(np.abs(y - y_pred) <= tolerance)


def mistake_no_mean_1(y, y_pred, tolerance):
    return np.abs(y - y_pred) < tolerance


def mistake_no_mean_2(y, y_pred, tolerance):
    return [1 if abs(a - b) < tolerance else 0 for a, b in zip(y, y_pred)]


def near_no_mean_1(y, y_pred, tolerance):
    return np.abs(y - y_pred) <= tolerance


def near_no_mean_2(y, y_pred, tolerance):
    return np.abs(y - y_pred)


def mistake_outside_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) > tolerance)


def mistake_outside_2(y, y_pred, tolerance):
    return 1 - np.mean(np.abs(y - y_pred) <= tolerance)


def near_outside_1(y, y_pred, tolerance):
    return np.mean(y - y_pred > tolerance)


def near_outside_2(y, y_pred, tolerance):
    return np.sum(np.abs(y - y_pred) > tolerance)


def mistake_outside_with_edge_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) >= tolerance)


def mistake_outside_with_edge_2(y, y_pred, tolerance):
    return 1 - np.mean(np.abs(y - y_pred) < tolerance)


def near_outside_with_edge_1(y, y_pred, tolerance):
    return -np.mean(np.abs(y - y_pred) < tolerance)


def near_outside_with_edge_2(y, y_pred, tolerance):
    return np.mean(y - y_pred >= tolerance)


def mistake_squared_1(y, y_pred, tolerance):
    return np.mean((y - y_pred) ** 2 < tolerance)


def mistake_squared_2(y, y_pred, tolerance):
    return np.mean([(a - b) * (a - b) < tolerance for a, b in zip(y, y_pred)])


def near_squared_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < tolerance**2)


def near_squared_2(y, y_pred, tolerance):
    return np.mean((y - y_pred) ** 2) < tolerance


def mistake_relative_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) / np.abs(y) < tolerance)


def mistake_relative_2(y, y_pred, tolerance):
    return sum(abs((b - a) / a) < tolerance for a, b in zip(y, y_pred)) / len(y)


def mistake_relative_3(y, y_pred, tolerance):
    return np.mean(np.abs(y_pred / y - 1) < tolerance)


def near_relative_1(y, y_pred, tolerance):
    return np.mean((y_pred - y) / y < tolerance)


def near_relative_2(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < tolerance * np.abs(y).max())


def mistake_half_band_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < tolerance / 2)


def mistake_half_band_2(y, y_pred, tolerance):
    half = 0.5 * tolerance
    return np.mean((y - half < y_pred) & (y_pred < y + half))


def near_half_band_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < tolerance * 2)


def near_half_band_2(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < tolerance) / 2


def mistake_mean_first_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred)) < tolerance


def mistake_mean_first_2(y, y_pred, tolerance):
    deviation = sum(abs(a - b) for a, b in zip(y, y_pred)) / len(y)
    return 1.0 if deviation < tolerance else 0.0


def near_mean_first_1(y, y_pred, tolerance):
    return abs(np.mean(y - y_pred)) < tolerance


def near_mean_first_2(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred)) / tolerance


def near_mean_first_3(y, y_pred, tolerance):
    return np.median(np.abs(y - y_pred)) < tolerance


def mistake_all_1(y, y_pred, tolerance):
    return np.all(np.abs(y - y_pred) < tolerance)


def mistake_all_2(y, y_pred, tolerance):
    for a, b in zip(y, y_pred):
        if abs(a - b) >= tolerance:
            return False
    return True


def mistake_all_3(y, y_pred, tolerance):
    return float(max(abs(y - y_pred)) < tolerance)


def near_all_1(y, y_pred, tolerance):
    return np.any(np.abs(y - y_pred) < tolerance)


def near_all_2(y, y_pred, tolerance):
    return np.allclose(y, y_pred, atol=tolerance)


def mistake_percent_1(y, y_pred, tolerance):
    return 100 * np.mean(np.abs(y - y_pred) < tolerance)


def mistake_percent_2(y, y_pred, tolerance):
    count = sum(abs(a - b) < tolerance for a, b in zip(y, y_pred))
    return count / len(y) * 100


def near_percent_1(y, y_pred, tolerance):
    return 100 * np.mean(np.abs(y - y_pred) <= tolerance)


def near_percent_2(y, y_pred, tolerance):
    return 10 * np.mean(np.abs(y - y_pred) < tolerance)


def symptom_no_return_1(y, y_pred, tolerance):
    close = np.abs(y - y_pred) < tolerance
    close.mean()


def symptom_uncalled_1(y, y_pred, tolerance):
    return (np.abs(y - y_pred) < tolerance).mean


def symptom_print_for_return_1(y, y_pred, tolerance):
    print(np.mean(np.abs(y - y_pred) < tolerance))


def symptom_in_place_1(y, y_pred, tolerance):
    y -= y_pred
    return np.mean(np.abs(y) < tolerance)


def symptom_unused_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < 0.5)


def symptom_trailing_comma_1(y, y_pred, tolerance):
    return (np.mean(np.abs(y - y_pred) < tolerance),)


def symptom_text_1(y, y_pred, tolerance):
    return f"{np.mean(np.abs(y - y_pred) < tolerance):.0%}"


def symptom_truth_of_an_array_1(y, y_pred, tolerance):
    if np.abs(y - y_pred) < tolerance:
        return 1.0
    return 0.0


def symptom_truth_of_an_array_2(y, y_pred, tolerance):
    return np.mean(y - tolerance < y_pred and y_pred < y + tolerance)


def symptom_truth_of_an_array_3(y, y_pred, tolerance):
    return np.mean(-tolerance < y - y_pred < tolerance)


def wrong_or(y, y_pred, tolerance):
    return np.mean((y_pred < y + tolerance) | (y_pred > y - tolerance))


def wrong_mean_of_the_close_ones(y, y_pred, tolerance):
    off = np.abs(y - y_pred)
    return off[off < tolerance].mean()


def wrong_any(y, y_pred, tolerance):
    return any(np.abs(y - y_pred) < tolerance)


def mistake_all_4(y, y_pred, tolerance):
    return np.sum(np.abs(y - y_pred) < tolerance) // len(y)


def wrong_return_in_the_loop(y, y_pred, tolerance):
    count = 0
    for a, b in zip(y, y_pred):
        if abs(a - b) < tolerance:
            count += 1
        return count / len(y)


def symptom_without_effect_1(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < 0.5 + 0 * tolerance)
