"""The mean squared error and the cross-entropy, each with its gradient."""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from lessonlib.activations import sigmoid
from lessonlib.derivatives import numerical_gradient
from lessonlib.losses import (
    cross_entropy_logit_gradient,
    cross_entropy_loss,
    cross_entropy_per_example,
    mean_squared_error,
    mean_squared_error_gradient,
)


@pytest.fixture
def pair():
    rng = np.random.default_rng(0)
    return rng.normal(size=7), rng.normal(size=7)


def test_against_scikit_learn(pair):
    from sklearn import metrics  # not above: see test_logistic.py

    assert mean_squared_error(*pair) == pytest.approx(metrics.mean_squared_error(*pair), rel=1e-14)


def test_gradient_against_central_differences(pair):
    y, y_pred = pair
    step, measured = 1e-6, []
    for s in range(len(y)):
        nudge = np.zeros(len(y))
        nudge[s] = step
        up, down = mean_squared_error(y, y_pred + nudge), mean_squared_error(y, y_pred - nudge)
        measured.append((up - down) / (2 * step))
    np.testing.assert_allclose(mean_squared_error_gradient(y, y_pred), measured, rtol=1e-7)


def test_gradient_against_autograd(pair):
    y, y_pred = pair
    expected = autograd.grad(lambda p: anp.mean((y - p) ** 2))(y_pred)
    np.testing.assert_allclose(mean_squared_error_gradient(y, y_pred), expected, rtol=1e-12)


@pytest.mark.parametrize("function", [mean_squared_error, mean_squared_error_gradient])
@pytest.mark.parametrize(
    ("y", "y_pred", "message"),
    [
        ([], [], "y is empty"),
        ([1.0], [np.nan], "y_pred holds NaN"),
        ([1.0, 2.0], [1.0], r"len\(y\)=2, len\(y_pred\)=1: expected equal lengths"),
        ([[1.0]], [1.0], r"y has shape \(1, 1\): expected 1 dimension"),
    ],
)
def test_bad_arguments_are_named(function, y, y_pred, message):
    with pytest.raises(ValueError, match=message):
        function(y, y_pred)


@pytest.fixture
def classes():
    rng = np.random.default_rng(0)
    return np.array([0.0, 1, 1, 0, 1, 0, 0]), rng.uniform(0.01, 0.99, 7)


def test_cross_entropy_against_scikit_learn(classes):
    from sklearn import metrics

    assert cross_entropy_loss(*classes) == pytest.approx(metrics.log_loss(*classes), rel=1e-12)


def test_cross_entropy_by_hand():
    each = cross_entropy_per_example([1, 0], [0.8, 0.8])
    np.testing.assert_allclose(each, [-np.log(0.8), -np.log(0.2)], rtol=1e-12)
    assert cross_entropy_loss([1, 0], [0.8, 0.8]) == pytest.approx(each.mean())


def test_cross_entropy_survives_certainty():
    assert cross_entropy_per_example([0, 1], [0.0, 1.0]).tolist() == [0.0, 0.0]
    wrong = cross_entropy_per_example([1, 0], [0.0, 1.0])
    np.testing.assert_allclose(wrong, -np.log(1e-15))
    assert not np.signbit(cross_entropy_per_example([0, 1], [0.0, 1.0])).any()


def test_cross_entropy_gradient_against_central_differences(classes):
    y, p = classes
    z = np.log(p / (1 - p))
    measured = numerical_gradient(lambda z: cross_entropy_loss(y, sigmoid(z)), z)
    np.testing.assert_allclose(cross_entropy_logit_gradient(y, p), measured, atol=1e-9)


def test_cross_entropy_gradient_against_autograd(classes):
    y, p = classes
    # The loss of a logit, where log(1 + exp) stands for both logarithms.
    expected = autograd.grad(lambda z: anp.mean(anp.log1p(anp.exp(z)) - y * z))(np.log(p / (1 - p)))
    np.testing.assert_allclose(cross_entropy_logit_gradient(y, p), expected, rtol=1e-12, atol=1e-16)


@pytest.mark.parametrize(
    "function", [cross_entropy_loss, cross_entropy_per_example, cross_entropy_logit_gradient]
)
@pytest.mark.parametrize(
    ("y", "p", "message"),
    [
        ([-1, 1], [0.5, 0.5], "y holds other numbers than the classes 0 and 1"),
        ([0, 1], [0.5, 1.5], "probability holds numbers outside of 0 to 1"),
        ([0, 1], [-0.1, 0.5], "probability holds numbers outside of 0 to 1"),
        ([0, 1], [0.5], r"len\(probability\)=1: expected equal lengths"),
        ([0], [np.nan], "probability holds NaN"),
    ],
)
def test_bad_classes_and_probabilities_are_named(function, y, p, message):
    with pytest.raises(ValueError, match=message):
        function(y, p)
