"""Gradient descent in two dimensions."""

import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments

TILTS = (0, 35, 90)
every_bowl = pytest.mark.parametrize("bowl", list(experiments.BOWLS))


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
    assert np.isfinite(descent.walk.path).all()
    assert descent.verdict == name
    np.testing.assert_allclose(
        descent.factors, 1 - learning_rate * np.array(experiments.BOWLS[bowl])
    )


@every_bowl
@pytest.mark.parametrize("tilt", TILTS)
def test_a_sweep_ends_where_the_walks_end(bowl, tilt):
    sweep = experiments.sweep_bowl(bowl, float(tilt))
    for i in range(0, len(experiments.BOWL_RATES), 10):
        walk = experiments.walk(bowl, experiments.BOWL_RATES[i], tilt=float(tilt))
        assert sweep.heights[i] == pytest.approx(walk.heights[-1], rel=1e-6, abs=1e-30)


@every_bowl
@pytest.mark.parametrize("tilt", TILTS)
def test_the_limit_divides_what_converges_from_what_diverges(bowl, tilt):
    sweep = experiments.sweep_bowl(bowl, float(tilt))
    assert sweep.limit == pytest.approx(2 / max(experiments.BOWLS[bowl]))
    for rate in experiments.BOWL_RATES:
        verdict = experiments.descend(bowl, rate, tilt=float(tilt)).verdict
        assert (verdict == "diverges") == (rate > sweep.limit), (rate, verdict)


@pytest.mark.parametrize("landscape", experiments.LANDSCAPES)
def test_a_path_is_made_of_steps(landscape):
    walk = experiments.walk(landscape, 0.15, start=(-2.0, 1.0))
    for here, there, height in zip(walk.path, walk.path[1:], walk.heights, strict=False):
        step = experiments.take_step(landscape, 0.15, here)
        np.testing.assert_array_equal(step.there, there)
        assert step.height == pytest.approx(height, rel=1e-15)
        assert step.distance == pytest.approx(np.linalg.norm(there - here), abs=1e-15)


def test_the_first_step_outside_of_the_map_is_told():
    # Along w₁ each step multiplies by 1 − 0.3 · 10 = −2: 1.5, −3 (on the edge), 6.
    walk = experiments.walk("valley", 0.3)
    assert walk.escape == 2
    assert experiments.take_step("valley", 0.3, walk.path[1]).leaves_map
    assert not experiments.take_step("valley", 0.3, walk.path[0]).leaves_map
    assert experiments.walk("valley", 0.17).escape is None
