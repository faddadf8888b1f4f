"""The 1-H-1 network."""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from lessonlib.losses import mean_squared_error
from lessonlib.networks import (
    contributions,
    count_parameters,
    forward,
    hidden_activations,
    initialize_weights,
    mse_gradient,
    pack,
    spread_hidden_units,
    unpack,
)

WIDTHS = (1, 2, 7, 50)


def example(hidden_width, n_samples=13):
    rng = np.random.default_rng(hidden_width)
    return (
        rng.normal(size=3 * hidden_width + 1),
        rng.uniform(-3, 3, n_samples),
        rng.normal(size=n_samples),
    )


def test_forward_by_hand():
    weights = pack([1.0, -2.0], [0.0, 1.0], [3.0, 0.5], -1.0)
    x = 0.7
    expected = 3 / (1 + np.exp(-x)) + 0.5 / (1 + np.exp(-(-2 * x + 1))) - 1
    assert forward(weights, [x])[0] == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("hidden_width", WIDTHS)
def test_shapes(hidden_width):
    weights, x, y = example(hidden_width)
    assert len(weights) == count_parameters(hidden_width)
    assert forward(weights, x).shape == (13,)
    assert hidden_activations(weights, x).shape == (13, hidden_width)
    assert mse_gradient(weights, x, y).shape == weights.shape
    assert initialize_weights(hidden_width, np.random.default_rng(0)).shape == weights.shape


@pytest.mark.parametrize("hidden_width", WIDTHS)
def test_contributions_add_up_to_the_output(hidden_width):
    weights, x, _ = example(hidden_width)
    total = contributions(weights, x).sum(axis=1) + unpack(weights).output_bias
    np.testing.assert_allclose(total, forward(weights, x), rtol=1e-12)


@pytest.mark.parametrize("hidden_width", WIDTHS)
def test_gradient_against_central_differences(hidden_width):
    weights, x, y = example(hidden_width)
    step, measured = 1e-6, np.empty(len(weights))
    for p in range(len(weights)):
        nudge = np.zeros(len(weights))
        nudge[p] = step
        up = mean_squared_error(y, forward(weights + nudge, x))
        down = mean_squared_error(y, forward(weights - nudge, x))
        measured[p] = (up - down) / (2 * step)
    np.testing.assert_allclose(mse_gradient(weights, x, y), measured, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("hidden_width", WIDTHS)
def test_gradient_against_autograd(hidden_width):
    weights, x, y = example(hidden_width)

    def loss(weights):
        w, b, v = weights[:-1].reshape(3, hidden_width)
        y_pred = anp.dot(1 / (1 + anp.exp(-(anp.outer(x, w) + b))), v) + weights[-1]
        return anp.mean((y - y_pred) ** 2)

    expected = autograd.grad(loss)(weights)
    np.testing.assert_allclose(mse_gradient(weights, x, y), expected, rtol=1e-10, atol=1e-14)


def test_pack_and_unpack_are_inverse():
    weights = np.arange(10.0)
    layers = unpack(weights)
    assert layers.hidden_weights.tolist() == [0, 1, 2]
    assert layers.output_bias == 9
    np.testing.assert_array_equal(pack(*layers), weights)


def test_a_wider_start_keeps_the_units_of_a_narrower():
    narrow, wide = (unpack(initialize_weights(h, np.random.default_rng(0))) for h in (3, 8))
    for one, other in zip(narrow[:3], wide[:3], strict=True):
        np.testing.assert_array_equal(one, other[:3])


def test_spread_units_stand_at_equal_distances():
    w, b, v, c = unpack(spread_hidden_units(4, -2.0, 2.0, overlap=1.0))
    np.testing.assert_allclose(-b / w, [-1.5, -0.5, 0.5, 1.5])
    np.testing.assert_allclose(w, 4.0)
    assert not v.any()
    assert c == 0


@pytest.mark.parametrize("length", [0, 1, 2, 3, 5, 6])
def test_vectors_of_no_network_are_named(length):
    with pytest.raises(ValueError, match="weights"):
        unpack(np.ones(length))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: count_parameters(0), "hidden_width=0: expected a whole number of at least 1"),
        (lambda: initialize_weights(0, np.random.default_rng(0)), "hidden_width=0"),
        (lambda: forward(np.ones(4), []), "x is empty"),
        (lambda: forward(np.ones(4), [np.nan]), "x holds NaN"),
        (lambda: forward([np.nan] * 4, [1.0]), "weights holds NaN"),
        (lambda: mse_gradient(np.ones(4), [1.0], [1.0, 2.0]), r"len\(x\)=1, len\(y\)=2"),
        (lambda: spread_hidden_units(3, 1.0, -1.0), "x_max=-1.0: expected a number above 1"),
        (lambda: spread_hidden_units(3, -1.0, 1.0, overlap=0), "overlap=0"),
        (lambda: pack([1.0], [1.0, 2.0], [1.0], 0.0), r"len\(hidden_weights\)=1"),
    ],
)
def test_bad_arguments_are_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
