"""Training: the fast loop never drifts from the textbook step."""

import numpy as np
import pytest

from lessonlib.datasets import sample_dataset
from lessonlib.losses import mean_squared_error
from lessonlib.networks import (
    forward,
    initialize_weights,
    mse_gradient,
    spread_hidden_units,
    unpack,
)
from lessonlib.stochastic import TrainingRun
from lessonlib.sweeps import train_many
from lessonlib.training import divergence_bound, fit_output_layer, gradient_descent_step, train


def example(hidden_width=10, n_samples=60):
    x, y = sample_dataset("sine", n_samples, 0.1, np.random.default_rng(0))
    return initialize_weights(hidden_width, np.random.default_rng(1)), x, y


def test_the_step_goes_against_the_gradient():
    weights, x, y = example()
    step = gradient_descent_step(weights, x, y, 0.1)
    np.testing.assert_allclose(step, weights - 0.1 * mse_gradient(weights, x, y), rtol=1e-15)


@pytest.mark.parametrize("hidden_width", [1, 7, 50])
def test_fast_loop_agrees_with_the_textbook_step(hidden_width):
    weights, x, y = example(hidden_width)
    result = train(weights, x, y, 0.02, 500)
    for step in range(500):
        assert result.losses[step] == pytest.approx(
            mean_squared_error(y, forward(weights, x)), rel=1e-12
        )
        gradient = mse_gradient(weights, x, y)
        assert result.gradient_norms[step] == pytest.approx(np.linalg.norm(gradient), rel=1e-11)
        weights = gradient_descent_step(weights, x, y, 0.02)
    np.testing.assert_allclose(result.weights, weights, rtol=1e-12, atol=1e-12)
    assert result.losses[-1] == pytest.approx(mean_squared_error(y, forward(weights, x)), rel=1e-12)
    assert not result.diverged


@pytest.mark.parametrize("learning_rate", [0.02, 5.0])
def test_the_path_is_kept_as_far_as_it_is_sound(learning_rate):
    weights, x, y = example()
    result = train(weights, x, y, learning_rate, 100, keep_path=True)
    assert len(result.path) == (101 if result.diverged_at is None else result.diverged_at)
    assert result.diverged == (learning_rate == 5.0)
    for row in result.path[:40]:
        np.testing.assert_allclose(row, weights, rtol=1e-9, atol=1e-12)
        weights = gradient_descent_step(weights, x, y, learning_rate)
    np.testing.assert_array_equal(result.path[-1], result.weights)
    assert train(result.path[0], x, y, learning_rate, 100).path.shape == (0, len(weights))


def test_start_is_not_changed():
    weights, x, y = example()
    before = weights.copy()
    train(weights, x, y, 0.1, 10)
    np.testing.assert_array_equal(weights, before)


def test_training_learns():
    weights, x, y = example()
    losses = train(weights, x, y, 0.1, 500).losses
    assert losses[-1] < 0.03 < 0.3 < losses[0]


@pytest.mark.parametrize("learning_rate", [5.0, 1e3, 1e200])
@pytest.mark.parametrize("hidden_width", [1, 10, 50])
def test_divergence_is_told_and_nothing_warns(learning_rate, hidden_width):
    weights, x, y = example(hidden_width)
    result = train(weights, x, y, learning_rate, 500)
    if hidden_width > 1 or learning_rate > 10:
        assert result.diverged
    if result.diverged:
        assert np.isinf(result.losses[result.diverged_at :]).all()
        assert np.isfinite(result.losses[: result.diverged_at]).all()
    assert np.isfinite(result.weights).all()
    assert np.isfinite(forward(result.weights, x)).all()


def diverged_at(weights, x, y, learning_rates, n_steps):
    """Return the step at which each rate diverged, as all three ways to train tell it."""
    losses = train_many(weights, x, y, learning_rates, n_steps)
    found = {"train": [], "TrainingRun": [], "train_many": []}
    for rate, column in zip(learning_rates, losses.T, strict=True):
        run = TrainingRun(weights, x, y, rate, len(x), np.random.default_rng(0))
        run.weights_at(n_steps)
        found["train"].append(train(weights, x, y, rate, n_steps).diverged_at)
        found["TrainingRun"].append(run.diverged_at)
        out = np.isinf(column)
        found["train_many"].append(int(out.argmax()) if out.any() else None)
    return found


@pytest.mark.parametrize("scale", [1e-6, 1e-3, 0.1, 1.0, 10.0, 1e3, 1e6])
@pytest.mark.parametrize("hidden_width", [1, 2, 5, 20, 50])
def test_all_ways_to_train_agree_where_it_diverges(hidden_width, scale):
    weights, x, y = example(hidden_width)
    # Few steps: beyond the edge, rounding errors grow from step to step.
    found = diverged_at(weights, x, scale * y, np.geomspace(0.01, 1e3, 14), n_steps=30)
    assert found["train"] == found["TrainingRun"] == found["train_many"]
    assert None in found["train"]
    assert len(set(found["train"])) > 2


def test_all_ways_to_train_agree_that_a_hopeless_start_has_diverged():
    x = y = np.array([0.0, 1.0])
    start = np.array([0.0, 0.0, 1e200, 0.0])  # its squared error overflows
    found = diverged_at(start, x, y, [0.1, 1.0], n_steps=3)
    assert set(map(tuple, found.values())) == {(0, 0)}


@pytest.mark.parametrize(
    ("first_loss", "y", "bound"),
    [
        (3.0, [1.0, 1.0], 3e6),
        (3.0, [2.0, 4.0], 10e6),
        (0.0, [0.0], 0.0),
        (1e305, [1.0], np.finfo(float).max),
        (np.inf, [1.0], np.finfo(float).max),
    ],
)
def test_bound_follows_the_scale_of_the_targets_and_is_finite(first_loss, y, bound):
    assert divergence_bound(first_loss, np.array(y)) == bound
    assert not np.nan <= divergence_bound(np.nan, np.array(y))


def test_output_layer_is_the_best_there_is():
    _, x, y = example()
    start = spread_hidden_units(6, -3.0, 3.0)
    best = fit_output_layer(start, x, y, cutoff=0.0)
    np.testing.assert_array_equal(best[:12], start[:12])
    least = mean_squared_error(y, forward(best, x))
    rng = np.random.default_rng(0)
    for _ in range(50):
        other = best.copy()
        other[12:] += 0.01 * rng.normal(size=7)
        assert mean_squared_error(y, forward(other, x)) > least
    np.testing.assert_allclose(mse_gradient(best, x, y)[12:], 0, atol=1e-10)


def test_cutoff_keeps_the_heights_small():
    _, x, y = example()
    start = spread_hidden_units(40, -3.0, 3.0)
    tame, wild = (
        np.abs(unpack(fit_output_layer(start, x, y, cutoff)).output_weights).max()
        for cutoff in (1e-2, 0.0)
    )
    assert tame < wild / 10


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"learning_rate": 0.0}, "learning_rate=0.0: expected a number above 0"),
        ({"learning_rate": -1.0}, "learning_rate=-1.0"),
        ({"learning_rate": np.inf}, "learning_rate=inf"),
        ({"n_steps": 0}, "n_steps=0: expected a whole number of at least 1"),
        ({"weights": np.ones(5)}, "weights has length 5: expected 3 H"),
        ({"x": []}, "x is empty"),
        ({"y": [np.nan] * 60}, "y holds NaN"),
        ({"y": [1.0]}, r"len\(x\)=60, len\(y\)=1"),
    ],
)
def test_bad_arguments_are_named(changes, message):
    weights, x, y = example()
    arguments = {"weights": weights, "x": x, "y": y, "learning_rate": 0.1, "n_steps": 5} | changes
    with pytest.raises(ValueError, match=message):
        train(**arguments)
