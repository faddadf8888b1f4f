"""Gradient descent on two bowls."""

import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments


@pytest.mark.parametrize("bowl", list(experiments.BOWLS))
def test_height_has_the_bowls_slope(bowl):
    w = np.array([1.2, -0.7])
    h = 1e-6
    slope = [
        (experiments.height(bowl, w + h * e) - experiments.height(bowl, w - h * e)) / (2 * h)
        for e in np.eye(2)
    ]
    np.testing.assert_allclose(slope, experiments.BOWLS[bowl] @ w, rtol=1e-6)
    np.testing.assert_allclose(slope, experiments.take_step(bowl, 0.1, w).gradient, rtol=1e-6)


@pytest.mark.parametrize(
    ("bowl", "learning_rate", "name"),
    [
        ("round", 0.01, "crawls"),
        ("round", 0.04, "crawls"),  # 0.96⁸⁰ = 0.038 of the height is left
        ("round", 0.07, "converges"),  # 0.93⁸⁰ = 0.003
        ("round", 0.5, "converges"),
        ("round", 1.0, "converges"),
        ("round", 1.7, "zigzags"),
        ("round", 2.1, "diverges"),
        ("valley", 0.01, "crawls"),
        ("valley", 0.06, "converges"),
        ("valley", 0.17, "zigzags"),
        ("valley", 0.21, "diverges"),
        ("valley", 3.0, "diverges"),
    ],
)
def test_what_a_path_does_is_named(bowl, learning_rate, name):
    descent = experiments.descend(bowl, learning_rate)
    assert np.isfinite(descent.path).all()
    assert descent.verdict == name


@pytest.mark.parametrize("bowl", list(experiments.BOWLS))
def test_the_limit_divides_what_converges_from_what_diverges(bowl):
    first = experiments.height(bowl, np.array(experiments.START))
    sweep = experiments.sweep_bowl(bowl)
    np.testing.assert_array_equal(sweep.heights > first, sweep.limit < experiments.BOWL_RATES)


def test_a_path_is_made_of_steps():
    descent = experiments.descend("valley", 0.17, start=(-2.0, 1.0))
    for here, there, height in zip(descent.path, descent.path[1:], descent.heights, strict=False):
        step = experiments.take_step("valley", 0.17, here)
        np.testing.assert_array_equal(step.there, there)
        assert step.height == pytest.approx(height, rel=1e-15)


def test_the_first_step_outside_of_the_map_is_told():
    # Along w₁ each step multiplies by 1 − 0.3 · 10 = −2: 1.5, −3 (on the edge), 6.
    descent = experiments.descend("valley", 0.3)
    assert descent.escape == 2
    assert experiments.take_step("valley", 0.3, descent.path[1]).leaves_map
    assert not experiments.take_step("valley", 0.3, descent.path[0]).leaves_map
    assert experiments.descend("valley", 0.17).escape is None


@pytest.mark.parametrize("corner", [(-4.5, -3.0), (4.5, 3.0)])
def test_the_edge_belongs_to_the_map(corner):
    assert experiments.descend("round", 0.1, start=corner).escape is None
    beyond = (1.01 * corner[0], corner[1])
    assert experiments.descend("round", 0.1, start=beyond).escape == 0
