"""Exercise of lesson 7: unusual answers that are right pass; near misses get the right message."""

import numpy as np
import pytest

from lessonlib.exercises import all_exercises, check
from lessonlib.exercises.judging import judge

EXERCISE = all_exercises()["honest_report"]


def by_loop(validation_errors, test_errors):
    best = 0
    for i in range(1, len(validation_errors)):
        if validation_errors[i] < validation_errors[best]:
            best = i
    return best, test_errors[best]


def by_lists(validation_errors, test_errors):
    errors = validation_errors.tolist()
    best = errors.index(min(errors))
    return [best, test_errors.tolist()[best]]


def by_sorting(validation_errors, test_errors):
    best = np.argsort(validation_errors)[0]
    return np.array([best, test_errors[best]])


def by_pairs(validation_errors, test_errors):
    _, best, error = min(zip(validation_errors, range(100), test_errors, strict=False))
    return best, np.float32(error)


def by_where(validation_errors, test_errors):
    best = np.where(validation_errors == validation_errors.min())[0]
    return best, test_errors[best]


@pytest.mark.parametrize("function", [by_loop, by_lists, by_sorting, by_pairs, by_where])
def test_unusual_but_right_solutions_pass(function):
    judgement = judge(EXERCISE, function)
    assert judgement.kind == "passed", judgement


def test_what_is_shown_as_solution_passes():
    assert judge(EXERCISE, EXERCISE.answer).kind == "passed"


def by_the_least_test_error(validation_errors, test_errors):
    pairs = sorted(zip(test_errors, range(100), strict=False))
    return pairs[0][1], pairs[0][0]


def least_of_each(validation_errors, test_errors):
    return validation_errors.argmin(), min(test_errors)


def both_least(validation_errors, test_errors):
    return min(validation_errors), test_errors[validation_errors.argmin()]


def of_the_other_set(validation_errors, test_errors):
    return validation_errors.argmin(), validation_errors.min()


def by_the_mean_of_both(validation_errors, test_errors):
    best = np.mean([validation_errors, test_errors], axis=0).argmin()
    return [best, test_errors[best]]


@pytest.mark.parametrize(
    ("function", "mistake"),
    [
        (by_the_least_test_error, "chosen_by_test"),
        (least_of_each, "least_test_reported"),
        (both_least, "error_for_index"),
        (of_the_other_set, "validation_reported"),
        (by_the_mean_of_both, "chosen_by_both"),
    ],
)
def test_a_mistake_written_in_another_way_gets_the_same_message(function, mistake):
    assert judge(EXERCISE, function).mistake == mistake


def test_sorting_what_was_given_is_told():
    def honest_report(validation_errors, test_errors):
        validation_errors.sort()
        return 0, test_errors[0]

    assert "It changes validation_errors" in repr(check(honest_report))


def test_choosing_by_the_test_set_is_told():
    def honest_report(validation_errors, test_errors):
        return np.argmin(test_errors), np.min(test_errors)

    assert "no longer a test" in repr(check(honest_report))
