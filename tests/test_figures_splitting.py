"""The figures of lesson 1 on splitting."""

import re

import numpy as np

from lessonlib.figures import splitting


def test_sorted_trap_is_a_trap():
    figure = splitting.sorted_trap()
    ratio = {}
    for shuffle in (True, False):
        words = figure.update(shuffle=shuffle, hidden_width=10).words
        ratio[shuffle] = float(re.search(r"([\d.e+]+) times as large", words).group(1))
    assert ratio[True] < 2
    assert ratio[False] > 10


def test_random_days_promise_less_error_than_whole_years():
    best = {}
    for split_by in ("days", "years"):
        errors = splitting.seattle_errors(split_by)
        best[split_by] = errors["test"][np.argmin(errors["validation"])]
    assert best["days"] < best["years"] - 2
