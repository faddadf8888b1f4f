"""The figures of lesson 1: what they say."""

import re

import pytest

from lessonlib.experiments import lesson1 as experiments
from lessonlib.figures import lesson1 as figures


def test_sorted_trap_is_a_trap():
    figure = figures.sorted_trap()
    ratio = {}
    for shuffle in (True, False):
        words = figure.update(shuffle=shuffle, hidden_width=10).words
        ratio[shuffle] = float(re.search(r"([\d.e+]+) times as large", words).group(1))
    assert ratio[True] < 2
    assert ratio[False] > 10


@pytest.mark.parametrize("choose_by", ["train", "validation", "test"])
def test_the_width_is_chosen_by_the_error_that_is_asked_for(choose_by):
    words = figures.choose_width().update(choose_by=choose_by).words
    best = experiments.try_widths(80, 0.15).best[choose_by]
    assert words.startswith(f"H = {best}: ")
