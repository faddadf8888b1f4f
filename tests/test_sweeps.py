"""All learning rates at once agree with one at a time."""

import numpy as np
import pytest

from lessonlib.datasets import sample_dataset
from lessonlib.networks import initialize_weights, mse_gradient
from lessonlib.sweeps import mse_hessian, train_many
from lessonlib.training import train

RATES = np.geomspace(0.001, 10, 16)


def problem(hidden_width=10, n_samples=50):
    x, y = sample_dataset("sine", n_samples, 0.15, np.random.default_rng(0))
    return initialize_weights(hidden_width, np.random.default_rng(0)), x, y


@pytest.mark.parametrize("hidden_width", [1, 2, 10, 50])
def test_each_column_is_one_training(hidden_width):
    weights, x, y = problem(hidden_width)
    # Above the edge, rounding errors grow from step to step, and how large they are at first
    # depends on the processor: few steps.
    losses = train_many(weights, x, y, RATES, n_steps=8)
    assert losses.shape == (9, len(RATES))
    for rate, column in zip(RATES, losses.T, strict=True):
        np.testing.assert_allclose(column, train(weights, x, y, rate, 8).losses, rtol=1e-12)


def test_long_trainings_agree_below_the_edge():
    weights, x, y = problem()
    edge = 2 / np.linalg.eigvalsh(mse_hessian(weights, x, y))[-1]
    rates = edge * np.array([0.01, 0.1, 0.5, 0.9])
    losses = train_many(weights, x, y, rates, n_steps=500)
    for rate, column in zip(rates, losses.T, strict=True):
        np.testing.assert_allclose(column, train(weights, x, y, rate, 500).losses, rtol=1e-12)


def test_a_diverged_training_is_infinite_and_leaves_the_others_alone():
    weights, x, y = problem()
    alone = train_many(weights, x, y, [0.1], n_steps=100)
    both = train_many(weights, x, y, [50.0, 0.1, 1e6], n_steps=100)
    np.testing.assert_allclose(both[:, [1]], alone, rtol=1e-12)
    assert np.isinf(both[-1, [0, 2]]).all()
    # Once infinite, always infinite.
    assert not (np.diff(np.isinf(both).astype(int), axis=0) < 0).any()
    assert np.isfinite(both[0]).all()


def test_all_may_diverge():
    weights, x, y = problem()
    losses = train_many(weights, x, y, [1e3, 1e6], n_steps=100)
    assert np.isinf(losses[-1]).all()


def test_the_start_is_not_changed():
    weights, x, y = problem()
    before = weights.copy()
    train_many(weights, x, y, RATES, n_steps=3)
    np.testing.assert_array_equal(weights, before)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"learning_rates": [0.1, 0.0]}, "learning_rates has 0: expected numbers above 0"),
        ({"learning_rates": []}, "learning_rates is empty"),
        ({"n_steps": 0}, "n_steps=0"),
        ({"y": [1.0]}, r"len\(x\)=50, len\(y\)=1"),
    ],
)
def test_wrong_arguments_are_named(change, message):
    weights, x, y = problem()
    right = {"weights": weights, "x": x, "y": y, "learning_rates": [0.1], "n_steps": 5}
    with pytest.raises(ValueError, match=message):
        train_many(**(right | change))


@pytest.mark.parametrize("hidden_width", [1, 3, 10])
def test_hessian_is_how_the_gradient_changes(hidden_width):
    weights, x, y = problem(hidden_width)
    weights = weights + 0.1  # so that no height or bias is special
    hessian = mse_hessian(weights, x, y)
    h = 1e-5
    columns = [
        (mse_gradient(weights + shift, x, y) - mse_gradient(weights - shift, x, y)) / (2 * h)
        for shift in h * np.eye(len(weights))
    ]
    np.testing.assert_allclose(hessian, np.transpose(columns), atol=1e-8)
    np.testing.assert_array_equal(hessian, hessian.T)


@pytest.mark.parametrize("hidden_width", [5, 10, 20, 50])
def test_curvature_predicts_where_the_loss_stops_falling_at_every_step(hidden_width):
    weights, x, y = problem(hidden_width)
    edge = 2 / np.linalg.eigvalsh(mse_hessian(weights, x, y))[-1]
    below, above = train_many(weights, x, y, [0.8 * edge, 1.5 * edge], n_steps=100).T
    assert (np.diff(below) < 0).all()
    assert (np.diff(above) > 0).any()
