"""The mean squared error and its gradient."""

import numpy as np
import pytest
from sklearn import metrics

from lessonlib.losses import mean_squared_error, mean_squared_error_gradient


@pytest.fixture
def pair():
    rng = np.random.default_rng(0)
    return rng.normal(size=7), rng.normal(size=7)


def test_against_scikit_learn(pair):
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


def test_gradient_against_pytorch(pair):
    torch = pytest.importorskip("torch")
    y, y_pred = (torch.tensor(values) for values in pair)
    y_pred.requires_grad_()
    torch.nn.functional.mse_loss(y_pred, y).backward()
    np.testing.assert_allclose(mean_squared_error_gradient(*pair), y_pred.grad, rtol=1e-12)


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
