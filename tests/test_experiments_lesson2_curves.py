"""The curves of the lesson's answer."""

import numpy as np
import pytest

from lessonlib.experiments import lesson2
from lessonlib.networks import forward


def test_the_first_curve_is_that_of_the_first_picture():
    fit = lesson2.follow_curve(lesson2.numbered_curve(0), lesson2.BUILT_WIDTH)
    built = lesson2.build_up()
    np.testing.assert_allclose(fit.output, built.sums[-1], atol=1e-9)
    assert fit.error == pytest.approx(built.errors[-1])


def test_curves_differ_and_a_number_gives_the_same_one_again():
    curves = [lesson2.numbered_curve(number) for number in range(lesson2.LAST_CURVE + 1)]
    assert len({curve.tobytes() for curve in curves}) == len(curves)
    np.testing.assert_array_equal(lesson2.numbered_curve(3), curves[3])
    assert [np.abs(curve).max() for curve in curves[1:]] == pytest.approx([1.5] * 20)


def test_levels_are_reached_in_the_middle_of_each_piece():
    np.testing.assert_allclose(lesson2.middles_of(3), [-2, 0, 2])
    weights = lesson2.join_levels(np.array([0.0, 1.0, -1.0]), 100.0)
    assert len(weights) == 3 * 2 + 1
    np.testing.assert_allclose(forward(weights, [-2, 0, 2]), [0, 1, -1], atol=1e-9)


def test_steps_go_through_the_curve():
    curve = lesson2.numbered_curve(4)
    middles = lesson2.middles_of(13)
    fit = lesson2.follow_curve(curve, 12, in_steps=True)
    wanted, got = (np.interp(middles, lesson2.GRID, one) for one in (curve, fit.output))
    np.testing.assert_allclose(got, wanted, atol=1e-9)
    assert fit.parts.shape[1] == 12
