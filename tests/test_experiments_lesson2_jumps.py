"""Steepness and number of the sigmoids, apart."""

import numpy as np
import pytest

from lessonlib.experiments import lesson2


def test_the_errors_are_means_over_the_whole_interval():
    """One sigmoid of steepness w and height 1 at the jump is off by (ln 2 - 1/2) / 3w."""
    for w in (10.0, 22.0, 100.0):
        fit = lesson2.fit_steep("step", 1, w)
        assert fit.mean == pytest.approx((np.log(2) - 0.5) / (3 * w), rel=0.05)
        assert fit.share == pytest.approx(2 * np.log(9) / w / 6, rel=0.1)


def test_the_steepness_that_grows_is_that_of_the_figure_before():
    for hidden_width in (9, 50):
        fit = lesson2.approximate("step", hidden_width)
        w = lesson2.steepness_of(hidden_width)
        assert fit.steepness == w == pytest.approx(4 * hidden_width / 9)
        assert lesson2.fit_steep("step", hidden_width, w).mean == pytest.approx(fit.mean, rel=0.03)


def test_one_sigmoid_stands_at_the_jump():
    outputs = [lesson2.fit_steep("step", width, 200.0).output for width in lesson2.ODD_WIDTHS]
    at_zero = len(lesson2.DENSE_GRID) // 2
    assert [np.ptp(one[at_zero - 30 : at_zero + 30]) > 0.9 for one in outputs] == [True] * 25


def test_all_errors_are_those_of_single_fits():
    errors = lesson2.errors_at_a_jump("step + sine")
    widths, steepnesses = lesson2.COMPARED_WIDTHS, lesson2.STEEPNESSES
    one = lesson2.fit_steep("step + sine", widths[1], steepnesses[4])
    assert errors.by_steepness[1, 4] == one.mean
    last = lesson2.ODD_WIDTHS[-1]
    same = lesson2.fit_steep("step + sine", last, lesson2.steepness_of(last))
    assert errors.growing[-1] == same.mean


def test_far_off_is_more_than_the_tolerance():
    fit = lesson2.fit_steep("sine", 9, 20.0)
    off = np.abs(fit.truth - fit.output)
    assert off[fit.far_off].min() > lesson2.TOLERANCE >= off[~fit.far_off].max()
    assert fit.share == np.mean(fit.far_off)
