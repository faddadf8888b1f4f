"""Answers to honest_report, as students write them."""

import math

import numpy as np


def right_by_argmin(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best, test_errors[best]


def right_by_loop(validation_errors, test_errors):
    best = 0
    for i in range(1, len(validation_errors)):
        if validation_errors[i] < validation_errors[best]:
            best = i
    return best, test_errors[best]


def right_by_lists(validation_errors, test_errors):
    errors = validation_errors.tolist()
    best = errors.index(min(errors))
    return [best, test_errors.tolist()[best]]


def right_by_sorting(validation_errors, test_errors):
    best = np.argsort(validation_errors)[0]
    return np.array([best, test_errors[best]])


def right_by_pairs(validation_errors, test_errors):
    _, best, error = min(zip(validation_errors, range(100), test_errors, strict=False))
    return best, np.float32(error)


def right_by_where(validation_errors, test_errors):
    best = np.where(validation_errors == validation_errors.min())[0]
    return best, test_errors[best]


def right_by_key(validation_errors, test_errors):
    best = min(range(len(validation_errors)), key=lambda i: validation_errors[i])
    return best, float(test_errors[best])


def right_by_record(validation_errors, test_errors):
    record, best = math.inf, 0
    for i, error in enumerate(validation_errors):
        if error < record:
            record, best = error, i
    return (int(best), test_errors[best])


def right_early_return(validation_errors, test_errors):
    least = min(validation_errors)
    for i in range(len(validation_errors)):
        if validation_errors[i] == least:
            return i, test_errors[i]


def right_by_generator(validation_errors, test_errors):
    best = validation_errors.argmin()
    yield best
    yield test_errors[best]


def right_without_the_diverged(validation_errors, test_errors):
    places = [i for i, error in enumerate(validation_errors) if np.isfinite(error)]
    best = places[np.argmin(validation_errors[places])]
    return best, test_errors[best]


def right_in_single_precision(validation_errors, test_errors, dtype=np.float32):
    best = np.argmin(validation_errors.astype(dtype))
    return np.int32(best), test_errors.astype(dtype)[best]


def right_by_dictionary(validation_errors, test_errors):
    networks = {i: (v, t) for i, (v, t) in enumerate(zip(validation_errors, test_errors))}  # noqa: B905
    best = sorted(networks, key=lambda i: networks[i][0])[0]
    return best, networks[best][1]


def right_by_largest_of_the_negated(validation_errors, test_errors):
    best = np.argmax(-validation_errors)
    return best, np.take(test_errors, best)


def right_by_mask(validation_errors, test_errors):
    mask = validation_errors == np.min(validation_errors)
    return np.flatnonzero(mask)[0], test_errors[mask][0]


def mistake_chosen_by_test_1(validation_errors, test_errors):
    pairs = sorted(zip(test_errors, range(100), strict=False))
    return pairs[0][1], pairs[0][0]


def mistake_chosen_by_test_2(validation_errors, test_errors):
    return np.argmin(test_errors), np.min(test_errors)


def mistake_chosen_by_test_3(validation_errors, test_errors):
    best = 0
    for i in range(len(test_errors)):
        if test_errors[i] < test_errors[best]:
            best = i
    return best, test_errors[best]


def near_chosen_by_test_1(validation_errors, test_errors):
    best = np.argmin(test_errors)
    return best, validation_errors[best]


def near_chosen_by_test_2(validation_errors, test_errors):
    best = np.argmax(test_errors)
    return best, test_errors[best]


def mistake_chosen_by_both_1(validation_errors, test_errors):
    best = np.mean([validation_errors, test_errors], axis=0).argmin()
    return [best, test_errors[best]]


def mistake_chosen_by_both_2(validation_errors, test_errors):
    sums = [v + t for v, t in zip(validation_errors, test_errors, strict=True)]
    best = sums.index(min(sums))
    return best, test_errors[best]


def near_chosen_by_both_1(validation_errors, test_errors):
    best = np.argmin(validation_errors + test_errors)
    return best, validation_errors[best] + test_errors[best]


def near_chosen_by_both_2(validation_errors, test_errors):
    with np.errstate(invalid="ignore"):
        best = np.nanargmin(np.abs(validation_errors - test_errors))
    return best, test_errors[best]


def mistake_largest_1(validation_errors, test_errors):
    best = np.argmax(validation_errors)
    return best, test_errors[best]


def mistake_largest_2(validation_errors, test_errors):
    best = np.argsort(validation_errors)[-1]
    return int(best), float(test_errors[best])


def mistake_largest_3(validation_errors, test_errors):
    best = 0
    for i, error in enumerate(validation_errors):
        if error > validation_errors[best]:
            best = i
    return best, test_errors[best]


def near_largest_1(validation_errors, test_errors):
    best = np.argmax(validation_errors)
    return best, validation_errors[best]


def near_largest_2(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best, max(test_errors)


def mistake_validation_reported_1(validation_errors, test_errors):
    return validation_errors.argmin(), validation_errors.min()


def mistake_validation_reported_2(validation_errors, test_errors):
    best, error = 0, math.inf
    for i, one in enumerate(validation_errors):
        if one < error:
            best, error = i, one
    return best, error


def near_validation_reported_1(validation_errors, test_errors):
    return test_errors.argmin(), validation_errors.min()


def near_validation_reported_2(validation_errors, test_errors):
    best = validation_errors.argmin()
    return best, (validation_errors[best] + test_errors[best]) / 2


def mistake_least_test_reported_1(validation_errors, test_errors):
    return validation_errors.argmin(), min(test_errors)


def mistake_least_test_reported_2(validation_errors, test_errors):
    best = sorted(range(len(validation_errors)), key=lambda i: validation_errors[i])[0]
    return best, sorted(test_errors)[0]


def near_least_test_reported_1(validation_errors, test_errors):
    return validation_errors.argmax(), min(test_errors)


def near_least_test_reported_2(validation_errors, test_errors):
    return validation_errors.argmin(), np.median(test_errors)


def mistake_mean_reported_1(validation_errors, test_errors):
    return np.argmin(validation_errors), np.mean(test_errors)


def mistake_mean_reported_2(validation_errors, test_errors):
    best = validation_errors.tolist().index(min(validation_errors))
    return best, sum(test_errors) / len(test_errors)


def near_mean_reported_1(validation_errors, test_errors):
    return np.argmin(validation_errors), np.mean(validation_errors)


def near_mean_reported_2(validation_errors, test_errors):
    return np.argmin(test_errors), np.mean(test_errors)


def mistake_error_for_index_1(validation_errors, test_errors):
    return min(validation_errors), test_errors[validation_errors.argmin()]


def mistake_error_for_index_2(validation_errors, test_errors):
    pairs = sorted(zip(validation_errors, test_errors, strict=True))
    return pairs[0]


def near_error_for_index_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return test_errors[best], test_errors[best]


def near_error_for_index_2(validation_errors, test_errors):
    return np.min(validation_errors), np.min(test_errors)


def mistake_index_from_one_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best + 1, test_errors[best]


def mistake_index_from_one_2(validation_errors, test_errors):
    networks = list(enumerate(zip(validation_errors, test_errors, strict=True), start=1))
    number, (_, error) = min(networks, key=lambda one: one[1][0])
    return number, error


def near_index_from_one_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best - 1, test_errors[best]


def near_index_from_one_2(validation_errors, test_errors):
    best = np.argmin(validation_errors[1:]) if len(validation_errors) > 1 else 0
    return best, test_errors[best]


def mistake_exchanged_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return test_errors[best], best


def mistake_exchanged_2(validation_errors, test_errors):
    _, error, best = min(zip(validation_errors, test_errors, range(100), strict=False))
    return [error, best]


def near_exchanged_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return validation_errors[best], best


def near_exchanged_2(validation_errors, test_errors):
    best = np.argmin(test_errors)
    return test_errors[best], best


def mistake_no_index_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return test_errors[best]


def mistake_no_index_2(validation_errors, test_errors):
    return [
        t
        for v, t in zip(validation_errors, test_errors, strict=True)
        if v == min(validation_errors)
    ]


def near_no_index_1(validation_errors, test_errors):
    return min(test_errors)


def near_no_index_2(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return [test_errors[best], test_errors[best], best]


def mistake_no_error_1(validation_errors, test_errors):
    return np.argmin(validation_errors)


def mistake_no_error_2(validation_errors, test_errors):
    for i, error in enumerate(validation_errors):
        if error == min(validation_errors):
            return i


def near_no_error_1(validation_errors, test_errors):
    return np.argmin(test_errors)


def near_no_error_2(validation_errors, test_errors):
    return np.argmin(validation_errors), test_errors


def symptom_in_place_1(validation_errors, test_errors):
    validation_errors.sort()
    return 0, test_errors[0]


def symptom_in_place_2(validation_errors, test_errors):
    validation_errors[np.isinf(validation_errors)] = 0
    best = np.argmin(np.where(validation_errors == 0, np.inf, validation_errors))
    return best, test_errors[best]


def symptom_no_return_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    best, test_errors[best]


def symptom_print_for_return_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    print(f"network {best}, error {test_errors[best]}")


def symptom_number_of_results_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best, validation_errors[best], test_errors[best]


def symptom_signature_1(errors):
    best = np.argmin(errors)
    return best, errors[best]


def symptom_text_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return f"network {best}, error {test_errors[best]}"


def symptom_no_number_1(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return {"index": best, "error": test_errors[best]}


def wrong_dictionary_of_one(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return {int(best): float(test_errors[best])}


def wrong_place_among_those_that_converged(validation_errors, test_errors):
    is_finite = np.isfinite(validation_errors)
    v, t = validation_errors[is_finite], test_errors[is_finite]
    best = np.argmin(v)
    return best, t[best]


def wrong_rounded(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best, round(test_errors[best])


def wrong_index_as_text(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return str(best), test_errors[best]


def wrong_first_that_gets_worse(validation_errors, test_errors):
    best = 0
    while (
        best + 1 < len(validation_errors) and validation_errors[best + 1] < validation_errors[best]
    ):
        best += 1
    return best, test_errors[best]


def wrong_last(validation_errors, test_errors):
    best = 0
    for i in range(1, len(validation_errors)):
        if validation_errors[i] < validation_errors[i - 1]:
            best = i
    return best, test_errors[best]


def wrong_starting_from_a_small_error(validation_errors, test_errors):
    best, least = 0, 12.0
    for i, error in enumerate(validation_errors):
        if error < least:
            best, least = i, error
    return best, test_errors[best]


def wrong_nested(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return ((best, test_errors[best]),)


def wrong_method_of_a_list(validation_errors, test_errors):
    best = validation_errors.index(min(validation_errors))
    return best, test_errors[best]


def wrong_ranks(validation_errors, test_errors):
    return np.argsort(validation_errors), np.sort(test_errors)


def wrong_difference(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best, test_errors[best] - validation_errors[best]


def wrong_root(validation_errors, test_errors):
    best = np.argmin(validation_errors)
    return best, np.sqrt(test_errors[best])


def wrong_starting_from_a_large_error(validation_errors, test_errors):
    best, least = 0, 100
    for i, error in enumerate(validation_errors):
        if error < least:
            best, least = i, error
    return best, test_errors[best]
