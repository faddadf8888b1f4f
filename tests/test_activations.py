"""The sigmoid."""

import numpy as np
import pytest

from lessonlib.activations import sigmoid, sigmoid_derivative


def test_values():
    z = np.linspace(-20, 20, 101)
    np.testing.assert_allclose(sigmoid(z), 1 / (1 + np.exp(-z)), rtol=1e-14)
    assert sigmoid(0.0) == 0.5


def test_symmetry():
    z = np.linspace(-5, 5, 11)
    np.testing.assert_allclose(sigmoid(z) + sigmoid(-z), 1.0, rtol=1e-15)


@pytest.mark.parametrize("z", [-1000.0, 1000.0, -1e308, 1e308])
def test_nothing_overflows(z):
    assert sigmoid(z) == (z > 0)


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (0,)])
def test_shape_is_kept(shape):
    assert sigmoid(np.zeros(shape)).shape == shape
    assert sigmoid_derivative(np.zeros(shape)).shape == shape


def test_derivative_against_central_differences():
    z, step = np.linspace(-4, 4, 41), 1e-6
    measured = (sigmoid(z + step) - sigmoid(z - step)) / (2 * step)
    np.testing.assert_allclose(sigmoid_derivative(sigmoid(z)), measured, rtol=1e-8)
