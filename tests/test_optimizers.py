"""Gradient descent, and batches for it."""

from itertools import pairwise

import numpy as np
import pytest

from lessonlib.optimizers import gradient_descent, largest_stable_learning_rate, minibatches

HESSIAN = np.array([[3.0, 1.0], [1.0, 2.0]])


def descend(learning_rate, n_steps=200, **options):
    return gradient_descent(lambda w: HESSIAN @ w, [1.0, -2.0], learning_rate, n_steps, **options)


def test_each_step_is_the_formula():
    history = descend(0.1, 5)
    assert history.shape == (6, 2)
    assert history[0].tolist() == [1.0, -2.0]
    for now, following in pairwise(history):
        np.testing.assert_allclose(following, now - 0.1 * HESSIAN @ now, rtol=1e-14)


def test_callback_sees_every_step():
    seen = []
    history = descend(0.1, 3, callback=lambda step, weights: seen.append((step, weights.copy())))
    assert [step for step, _ in seen] == [1, 2, 3]
    np.testing.assert_array_equal([weights for _, weights in seen], history[1:])


def test_it_diverges_exactly_from_the_largest_stable_rate():
    border = largest_stable_learning_rate(HESSIAN)
    start = np.linalg.norm([1.0, -2.0])
    assert np.linalg.norm(descend(0.99 * border)[-1]) < 0.1 * start
    assert np.linalg.norm(descend(1.01 * border)[-1]) > start


def test_overflow_is_told_as_nan_without_a_warning():
    history = descend(1e3, 500)
    assert np.isfinite(history[:50]).all()
    assert np.isnan(history[-1]).all()


def test_start_is_not_changed():
    start = np.ones(2)
    gradient_descent(lambda w: w, start, 0.1, 3)
    np.testing.assert_array_equal(start, 1.0)


def test_border_is_two_over_the_largest_eigenvalue():
    assert largest_stable_learning_rate(HESSIAN) == pytest.approx(4 / (5 + np.sqrt(5)))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: descend(0.0), "learning_rate=0.0"),
        (lambda: descend(0.1, 0), "n_steps=0"),
        (lambda: gradient_descent(lambda w: w, [], 0.1, 3), "weights is empty"),
        (lambda: largest_stable_learning_rate([[1.0, 2.0]]), "symmetric matrix"),
        (lambda: largest_stable_learning_rate([[1.0, 2.0], [0.0, 1.0]]), "symmetric matrix"),
        (lambda: largest_stable_learning_rate([[1.0, 0.0], [0.0, -1.0]]), "eigenvalue -1"),
    ],
)
def test_bad_arguments_are_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize(("n_samples", "batch_size"), [(10, 3), (12, 4), (5, 1), (7, 7), (1, 1)])
def test_batches_cover_an_epoch_exactly_once(n_samples, batch_size):
    batches = minibatches(n_samples, batch_size, np.random.default_rng(0))
    assert sorted(np.concatenate(batches)) == list(range(n_samples))
    assert [len(batch) for batch in batches[:-1]] == [batch_size] * (len(batches) - 1)
    assert 1 <= len(batches[-1]) <= batch_size


def test_each_epoch_is_dealt_anew():
    rng = np.random.default_rng(0)
    first, second = (np.concatenate(minibatches(20, 4, rng)) for _ in range(2))
    assert first.tolist() != second.tolist()
    assert first.tolist() != list(range(20))
    again = np.concatenate(minibatches(20, 4, np.random.default_rng(0)))
    np.testing.assert_array_equal(again, first)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((5, 6, np.random.default_rng(0)), ValueError, "batch_size=6"),
        ((5, 0, np.random.default_rng(0)), ValueError, "batch_size=0"),
        ((0, 1, np.random.default_rng(0)), ValueError, "n_samples=0"),
        ((5, 2, 0), TypeError, r"rng=0: expected np.random.default_rng\(seed\)"),
    ],
)
def test_bad_arguments_of_minibatches_are_named(arguments, error, message):
    with pytest.raises(error, match=message):
        minibatches(*arguments)
