"""What a sigmoid lets through."""

import numpy as np
import pytest

from lessonlib.experiments.lesson5 import DEPTHS, pass_through


def test_slopes_multiply():
    seen = pass_through(1.5)
    a = 1 / (1 + np.exp(-1.5))
    assert (seen.value, seen.slope) == pytest.approx((a, a * (1 - a)))
    assert seen.left == pytest.approx([seen.slope**depth for depth in DEPTHS])
    line = pass_through(1.5, with_sigmoid=False)
    assert (line.value, line.slope) == (1.5, 1.0)
    assert line.left.tolist() == [1.0] * len(DEPTHS)
