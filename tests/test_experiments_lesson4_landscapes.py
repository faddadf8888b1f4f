"""The landscapes of lesson 4."""

import numpy as np
import pytest

from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments import lesson4 as experiments

TILTS = (0.0, 30.0, 90.0)
some_w = pytest.mark.parametrize("w", [(1.2, -0.7), (-3.0, 2.0), (0.1, 0.4)])


@some_w
@pytest.mark.parametrize("landscape", experiments.LANDSCAPES)
@pytest.mark.parametrize("tilt", TILTS)
def test_the_gradient_is_that_of_the_height(landscape, tilt, w):
    measured = numerical_gradient(
        lambda place: float(experiments.height(landscape, place, tilt)), np.array(w)
    )
    gradient = experiments.gradient(landscape, np.array(w), tilt)
    np.testing.assert_allclose(gradient, measured, atol=1e-6)


@pytest.mark.parametrize("landscape", experiments.LANDSCAPES)
def test_many_places_are_computed_as_one_by_one(landscape):
    places = np.random.default_rng(0).normal(size=(3, 4, 2))
    for function in (experiments.height, experiments.gradient):
        one_by_one = [[function(landscape, w) for w in row] for row in places]
        np.testing.assert_allclose(function(landscape, places), one_by_one, rtol=1e-12)


@pytest.mark.parametrize("landscape", experiments.LANDSCAPES)
def test_the_lowest_points_are_lower_than_all_around_them(landscape):
    points = experiments.lowest_points(landscape)
    around = 0.01 * np.column_stack([np.cos(np.arange(12)), np.sin(np.arange(12))])
    for point in points:
        np.testing.assert_allclose(experiments.gradient(landscape, point), 0, atol=1e-9)
        here = experiments.height(landscape, point)
        assert (experiments.height(landscape, point + around) > here).all()
        assert experiments.on_map(point)
    heights = experiments.height(landscape, points)
    assert heights[0] == pytest.approx(0, abs=1e-12)
    assert list(heights) == sorted(heights)


def test_one_of_two_lowest_points_is_clearly_lower():
    low, high = experiments.height("two", experiments.lowest_points("two"))
    assert high - low > 1


@pytest.mark.parametrize("tilt", TILTS)
def test_a_tilt_turns_the_axes_and_keeps_the_curvatures(tilt):
    hessian, axes = experiments.hessian("valley", tilt), experiments.axes_of(tilt)
    np.testing.assert_allclose(np.linalg.eigvalsh(hessian), experiments.BOWLS["valley"])
    np.testing.assert_allclose(hessian @ axes, axes * experiments.BOWLS["valley"], atol=1e-12)
    turned = np.degrees(np.arctan2(axes[1, 0], axes[0, 0]))
    assert turned == pytest.approx(tilt)


@pytest.mark.parametrize("corner", [(-4.5, -3.0), (4.5, 3.0)])
def test_the_edge_belongs_to_the_map(corner):
    assert experiments.on_map(np.array(corner))
    assert not experiments.on_map(1.01 * np.array(corner))
