"""Logistic regression: against central differences, scikit-learn and autograd."""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from lessonlib.activations import sigmoid
from lessonlib.derivatives import numerical_gradient
from lessonlib.logistic import (
    boundary_line,
    cross_entropy_gradient,
    logits,
    predict_probability,
    squared_error_gradient,
    train_sgd,
    weights_from_line,
)
from lessonlib.losses import cross_entropy_loss, mean_squared_error
from lessonlib.networks import forward, pack
from lessonlib.optimizers import gradient_descent, minibatches
from lessonlib.splitting import Standardizer

GRADIENTS = {
    "cross_entropy": (cross_entropy_loss, cross_entropy_gradient),
    "squared_error": (mean_squared_error, squared_error_gradient),
}


def example(n_samples=60, n_features=2, seed=0):
    """Two clouds that overlap, so that the loss has a minimum; standardised."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, n_samples).astype(float)
    x = rng.normal(size=(n_samples, n_features)) * [3.0, 1.0, 2.0][:n_features]
    x += np.outer(y, [2.0, 1.5, -1.0][:n_features]) + 5.0
    return Standardizer.fit(x).transform(x), y


def rng(seed=0):
    return np.random.default_rng(seed)


def test_probability_by_hand():
    weights = [2.0, -1.0, 0.5]
    z = 2.0 * 0.3 - 1.0 * 0.7 + 0.5
    assert logits(weights, [[0.3, 0.7]])[0] == pytest.approx(z, rel=1e-14)
    assert predict_probability(weights, [[0.3, 0.7]])[0] == pytest.approx(1 / (1 + np.exp(-z)))


def test_it_is_the_network_of_lesson_2_with_one_sigmoid():
    x = np.linspace(-3, 3, 11)
    one_sigmoid = pack([1.7], [0.4], [1.0], 0.0)
    np.testing.assert_array_equal(
        forward(one_sigmoid, x), predict_probability([1.7, 0.4], x[:, None])
    )


@pytest.mark.parametrize("n_features", [1, 2, 3])
@pytest.mark.parametrize("loss", list(GRADIENTS))
def test_gradients_against_central_differences(loss, n_features):
    x, y = example(n_features=n_features)
    weights = rng(1).normal(size=n_features + 1)
    function, gradient = GRADIENTS[loss]
    measured = numerical_gradient(lambda w: function(y, predict_probability(w, x)), weights)
    assert gradient(weights, x, y).shape == weights.shape
    np.testing.assert_allclose(gradient(weights, x, y), measured, atol=1e-9)


@pytest.mark.parametrize("loss", list(GRADIENTS))
def test_gradients_against_autograd(loss):
    x, y = example()
    weights = rng(1).normal(size=3)
    per_example = {
        "cross_entropy": lambda p: -y * anp.log(p) - (1 - y) * anp.log(1 - p),
        "squared_error": lambda p: (y - p) ** 2,
    }

    def mean_loss(w):
        p = 1 / (1 + anp.exp(-(anp.dot(x, w[:-1]) + w[-1])))
        return anp.mean(per_example[loss](p))

    expected = autograd.grad(mean_loss)(weights)
    np.testing.assert_allclose(GRADIENTS[loss][1](weights, x, y), expected, rtol=1e-9, atol=1e-12)


def test_the_minimum_is_that_of_scikit_learn():
    # Not above: each process of the tests reads this file, and scikit-learn takes a second.
    from sklearn.linear_model import LogisticRegression

    x, y = example()
    model = LogisticRegression(C=np.inf, tol=1e-10, max_iter=10_000).fit(x, y)
    expected = np.append(model.coef_[0], model.intercept_)
    np.testing.assert_allclose(cross_entropy_gradient(expected, x, y), 0.0, atol=1e-6)
    ours = gradient_descent(lambda w: cross_entropy_gradient(w, x, y), np.zeros(3), 1.0, 3000)[-1]
    np.testing.assert_allclose(ours, expected, atol=1e-5)
    np.testing.assert_allclose(
        predict_probability(ours, x), model.predict_proba(x)[:, 1], atol=1e-5
    )
    whole_set = train_sgd(np.zeros(3), x, y, 1.0, len(y), 3000, rng())
    np.testing.assert_allclose(whole_set.history[-1], expected, atol=1e-5)


def test_small_batches_come_near_the_minimum():
    x, y = example()
    best = train_sgd(np.zeros(3), x, y, 1.0, len(y), 3000, rng()).epoch_losses[-1]
    stochastic = train_sgd(np.zeros(3), x, y, 0.05, 4, 100, rng())
    assert best < stochastic.epoch_losses[-1] < best + 0.01


@pytest.mark.parametrize("batch_size", [1, 7, 60])
@pytest.mark.parametrize("loss", list(GRADIENTS))
def test_the_loop_is_the_textbook_step(loss, batch_size):
    x, y = example()
    result = train_sgd([0.5, -1.0, 3.0], x, y, 0.3, batch_size, 3, rng(5), loss)
    function, gradient = GRADIENTS[loss]
    w, dealer, step = np.array([0.5, -1.0, 3.0]), rng(5), 0
    for epoch in range(3):
        np.testing.assert_allclose(
            result.epoch_losses[epoch], function(y, predict_probability(w, x)), atol=1e-12
        )
        for batch in minibatches(len(y), batch_size, dealer):
            seen = function(y[batch], predict_probability(w, x[batch]))
            np.testing.assert_array_equal(result.batches[step], batch)
            np.testing.assert_allclose(result.step_losses[step], seen, atol=1e-12)
            w = w - 0.3 * gradient(w, x[batch], y[batch])
            step += 1
            np.testing.assert_allclose(result.history[step], w, atol=1e-12)
    assert len(result.history) == step + 1
    assert len(result.epoch_losses) == 4


def test_start_is_not_changed():
    x, y = example()
    start = np.ones(3)
    train_sgd(start, x, y, 0.1, 5, 2, rng())
    np.testing.assert_array_equal(start, 1.0)


@pytest.mark.parametrize("loss", list(GRADIENTS))
def test_a_huge_rate_gives_finite_numbers_without_a_warning(loss):
    x, y = example()
    result = train_sgd(np.zeros(3), x, y, 1e6, 1, 5, rng(), loss)
    for values in (result.history, result.step_losses, result.epoch_losses):
        assert np.isfinite(values).all()


def test_overflow_is_told_as_nan_without_a_warning():
    x, y = example()
    result = train_sgd(np.zeros(3), x, y, 1e308, 1, 5, rng())
    assert np.isnan(result.history[-1]).all()
    assert result.step_losses[-1] == result.epoch_losses[-1] == np.inf
    assert np.isfinite(result.epoch_losses[0])


def test_a_line_given_by_hand_is_where_it_should_be():
    weights = weights_from_line(30.0, 0.8, 5.0)
    direction = np.array([np.cos(np.pi / 6), 0.5])
    on, beyond = 0.8 * direction, 1.0 * direction
    np.testing.assert_allclose(logits(weights, [on, beyond]), [0.0, 5.0 * 0.2], atol=1e-12)


@pytest.mark.parametrize("weights", [[2.0, 1.0, -1.0], [0.0, 3.0, 1.0], [-1.0, 0.0, 0.0]])
def test_the_boundary_has_probability_one_half(weights):
    ends = boundary_line(weights, half_length=3.0)
    np.testing.assert_allclose(predict_probability(weights, ends), 0.5, atol=1e-12)
    assert np.linalg.norm(ends[1] - ends[0]) == pytest.approx(6.0)


def test_saturated_examples_push_cross_entropy_and_not_squared_error():
    x, y, weights = [[1.0, 0.0]], [1.0], [-40.0, 0.0, 0.0]
    assert sigmoid(-40.0) < 1e-17
    assert cross_entropy_gradient(weights, x, y)[0] == pytest.approx(-1.0)
    assert abs(squared_error_gradient(weights, x, y)[0]) < 1e-16


X, Y = [[1.0, 2.0], [0.0, 1.0]], [0, 1]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: logits([1.0, 2.0], X), "weights has length 2, x has 2 columns"),
        (lambda: logits([1.0], [1.0]), r"x has shape \(1,\)"),
        (lambda: cross_entropy_gradient([0.0] * 3, X, [-1, 1]), "classes 0 and 1"),
        (lambda: squared_error_gradient([0.0] * 3, X, [1.0]), "expected equal lengths"),
        (lambda: train_sgd([0.0] * 3, X, Y, 0.0, 1, 1, rng()), "learning_rate=0.0"),
        (lambda: train_sgd([0.0] * 3, X, Y, 0.1, 3, 1, rng()), "batch_size=3"),
        (lambda: train_sgd([0.0] * 3, X, Y, 0.1, 1, 0, rng()), "n_epochs=0"),
        (lambda: train_sgd([0.0] * 3, X, [1], 0.1, 1, 1, rng()), "expected equal lengths"),
        (lambda: train_sgd([0.0] * 3, X, [-1, 1], 0.1, 1, 1, rng()), "classes 0 and 1"),
        (lambda: train_sgd([0.0] * 3, X, Y, 0.1, 1, 1, rng(), "hinge"), "loss='hinge'"),
        (lambda: weights_from_line(0.0, 0.0, 0.0), "steepness=0.0"),
        (lambda: boundary_line([0.0, 0.0, 1.0]), "not both 0"),
        (lambda: boundary_line([1.0, 1.0]), "expected two weights"),
    ],
)
def test_bad_arguments_are_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
