"""Answers to honest_report, as students write them."""

import numpy as np


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


def mistake_chosen_by_test_1(validation_errors, test_errors):
    pairs = sorted(zip(test_errors, range(100), strict=False))
    return pairs[0][1], pairs[0][0]


def mistake_least_test_reported_1(validation_errors, test_errors):
    return validation_errors.argmin(), min(test_errors)


def mistake_error_for_index_1(validation_errors, test_errors):
    return min(validation_errors), test_errors[validation_errors.argmin()]


def mistake_validation_reported_1(validation_errors, test_errors):
    return validation_errors.argmin(), validation_errors.min()


def mistake_chosen_by_both_1(validation_errors, test_errors):
    best = np.mean([validation_errors, test_errors], axis=0).argmin()
    return [best, test_errors[best]]


def mistake_chosen_by_test_2(validation_errors, test_errors):
    return np.argmin(test_errors), np.min(test_errors)


def symptom_in_place_1(validation_errors, test_errors):
    validation_errors.sort()
    return 0, test_errors[0]
