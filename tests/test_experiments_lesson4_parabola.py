"""Gradient descent on a parabola."""

import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments


@pytest.mark.parametrize(
    ("factor", "name"),
    [
        (-1.01, "diverges"),
        (-1.0, "jumps"),
        (-0.99, "zigzags"),
        (0.0, "arrives"),
        (0.5, "converges"),
        (0.95, "crawls"),
    ],
)
def test_a_factor_is_named(factor, name):
    assert experiments.name_factor(factor) == name


def test_the_ends_of_both_sliders_show_crawling_and_divergence():
    (slow, fast), (flat, curved) = experiments.PARABOLA_RATES, experiments.PARABOLA_CURVATURES
    assert experiments.bounce(slow, flat).verdict == "crawls"
    assert experiments.bounce(fast, curved).verdict == "diverges"


def test_exact_factors_can_be_set_with_the_sliders():
    assert experiments.bounce(0.5, 2.0).verdict == "arrives"
    assert experiments.bounce(1.0, 2.0).verdict == "jumps"


def test_a_path_is_that_of_its_factor():
    bounced = experiments.bounce(0.8, 2.0)
    assert bounced.factor == pytest.approx(-0.6)
    powers = bounced.factor ** np.arange(experiments.PARABOLA_STEPS + 1)
    np.testing.assert_allclose(bounced.path, experiments.PARABOLA_START * powers)
    np.testing.assert_allclose(bounced.heights, bounced.path**2)
    assert bounced.escape is None


def test_the_first_step_outside_of_the_picture_is_told():
    bounced = experiments.bounce(1.2, 2.0)  # factor −1.4: 3, −4.2
    assert bounced.escape == 1
