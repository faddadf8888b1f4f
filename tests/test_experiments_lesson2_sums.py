"""One sigmoid, bumps, and the build-up."""

import numpy as np
import pytest

from lessonlib.experiments import lesson2
from lessonlib.networks import forward


def test_a_bump_is_high_between_its_edges_and_nowhere_else():
    weights = lesson2.bump_weights([-1.0, 1.0], [0.7], 50.0)
    np.testing.assert_allclose(forward(weights, [-2.0, 0.0, 2.0]), [0.0, 0.7, 0.0], atol=1e-12)
    np.testing.assert_allclose(forward(weights, [-1.0, 1.0]), [0.35, 0.35])


def test_bumps_side_by_side_do_not_disturb_each_other():
    weights = lesson2.bump_weights([-2.0, 0.0, 2.0], [0.5, -1.0], 50.0)
    np.testing.assert_allclose(forward(weights, [-1.0, 1.0]), [0.5, -1.0], atol=1e-12)


@pytest.mark.parametrize(("w", "v"), [(2.0, 1.0), (-4.0, 1.5), (0.5, -2.0), (-3.0, -0.7)])
def test_the_tangent_touches_the_curve_in_its_middle(w, v):
    unit = lesson2.place_sigmoid(w, -w * 0.6, v)
    assert unit.place == pytest.approx(0.6)
    here, there = np.interp([unit.place, unit.place + 0.01], lesson2.GRID, unit.curve)
    assert here == pytest.approx(unit.middle, abs=1e-3) == pytest.approx(v / 2)
    x, y = unit.tangent
    assert np.ptp(x) == pytest.approx(unit.width) == pytest.approx(4 / abs(w))
    assert np.mean(y) == pytest.approx(v / 2)
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx((there - here) / 0.01, rel=0.01)


def test_a_weight_of_zero_has_no_place_and_one_height():
    unit = lesson2.place_sigmoid(0.0, 0.0, 2.0)
    assert np.isnan([unit.place, unit.width, *unit.tangent.ravel()[:2]]).all()
    np.testing.assert_array_equal(unit.curve, unit.at_zero)
    assert unit.at_zero == 1.0


def test_the_sums_begin_with_the_bias_and_end_with_the_network():
    network = lesson2.build_up()
    np.testing.assert_array_equal(network.sums[0], network.output_bias)
    np.testing.assert_allclose(np.diff(network.sums, axis=0), network.parts.T, atol=1e-12)
    assert network.errors[-1] == pytest.approx(np.mean((network.truth - network.sums[-1]) ** 2))
    assert network.errors[-1] < 1e-3 < 0.1 < network.errors[1]


def test_the_curves_of_the_question_go_one_way_only():
    slopes = np.diff(lesson2.build_up().parts, axis=0)
    assert np.all((slopes >= 0).all(axis=0) | (slopes <= 0).all(axis=0))


def test_a_sigmoid_has_half_its_height_where_it_stands():
    network = lesson2.build_up()
    for place, height, part in zip(network.places, network.heights, network.parts.T, strict=True):
        assert np.interp(place, lesson2.GRID, part) == pytest.approx(height / 2, abs=1e-3)
