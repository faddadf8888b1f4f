"""Derivatives by nudging."""

import numpy as np
import pytest

from lessonlib.derivatives import numerical_gradient


def test_against_a_known_gradient():
    w = np.array([0.3, -1.2, 2.0])
    measured = numerical_gradient(lambda w: np.sin(w[0]) * w[1] + w[2] ** 3, w)
    known = [np.cos(0.3) * -1.2, np.sin(0.3), 12.0]
    np.testing.assert_allclose(measured, known, rtol=1e-8)


def test_both_sides_count():
    # A difference forwards would be off by the step itself.
    assert numerical_gradient(lambda w: w[0] ** 2, [1.0], nudge=0.1)[0] == pytest.approx(2.0)


def test_weights_are_not_changed():
    w = np.ones(2)
    numerical_gradient(lambda w: float(w.sum()), w)
    np.testing.assert_array_equal(w, 1.0)


@pytest.mark.parametrize(
    ("weights", "nudge", "message"),
    [([], 1e-6, "weights is empty"), ([1.0], 0.0, "nudge=0.0"), ([np.nan], 1e-6, "NaN")],
)
def test_bad_arguments_are_named(weights, nudge, message):
    with pytest.raises(ValueError, match=message):
        numerical_gradient(lambda _: 0.0, weights, nudge)
