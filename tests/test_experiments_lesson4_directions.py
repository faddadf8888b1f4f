"""Steps of one length in all directions."""

import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments


@pytest.mark.parametrize("angle", [0.0, 90.0, 123.0, 180.0])
def test_a_step_has_its_length_and_its_angle_to_the_gradient(angle):
    seen = experiments.look_around(angle, 0.3)
    step = seen.there - seen.here
    assert np.linalg.norm(step) == pytest.approx(0.3)
    cosine = step @ seen.gradient / np.linalg.norm(step) / np.linalg.norm(seen.gradient)
    assert cosine == pytest.approx(np.cos(np.radians(angle)), abs=1e-12)
    assert seen.predicted == pytest.approx(seen.gradient @ step)


def test_the_chosen_step_is_one_of_all():
    seen = experiments.look_around(150.0, 0.3)
    place = list(experiments.ANGLES).index(150.0)
    assert seen.change / 0.3 == pytest.approx(seen.slopes[place])
    assert seen.predicted / 0.3 == pytest.approx(seen.predicted_slopes[place])
    assert seen.best == experiments.ANGLES[np.argmin(seen.slopes)]


def test_the_change_is_that_of_the_height():
    seen = experiments.look_around(200.0, 1.0, w=(-1.0, 2.0), landscape="two")
    heights = experiments.height("two", np.array([seen.here, seen.there]))
    assert seen.change == pytest.approx(heights[1] - heights[0])
