"""Training that can be continued agrees with the textbook's step, batch by batch."""

import numpy as np
import pytest

from lessonlib.datasets import sample_dataset
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.optimizers import minibatches
from lessonlib.stochastic import TrainingRun
from lessonlib.training import gradient_descent_step, train

X, Y = sample_dataset("sine", 30, 0.2, np.random.default_rng(0))
START = initialize_weights(6, np.random.default_rng(0))


def make(learning_rate=0.1, batch_size=8, **options):
    return TrainingRun(START, X, Y, learning_rate, batch_size, np.random.default_rng(5), **options)


@pytest.mark.parametrize("batch_size", [1, 8, 29])
def test_steps_are_the_textbooks_on_batches_that_cover_each_epoch(batch_size):
    weights, rng = START, np.random.default_rng(5)
    for _ in range(3):
        for batch in minibatches(len(X), batch_size, rng):
            weights = gradient_descent_step(weights, X[batch], Y[batch], 0.1)
    n_steps = 3 * -(-len(X) // batch_size)
    np.testing.assert_allclose(
        make(batch_size=batch_size).weights_at(n_steps), weights, rtol=0, atol=1e-12
    )


@pytest.mark.parametrize("batch_size", [30, 1000])
def test_one_batch_of_all_is_plain_gradient_descent(batch_size):
    expected = train(START, X, Y, 0.1, 200).weights
    np.testing.assert_allclose(
        make(batch_size=batch_size).weights_at(200), expected, rtol=0, atol=1e-12
    )


def test_stopping_and_continuing_changes_nothing():
    straight, halting = make(), make()
    expected = straight.weights_at(100)
    for step in (0, 1, 17, 60, 30, 99, 100):
        halting.weights_at(step)
    np.testing.assert_array_equal(halting.weights_at(100), expected)
    np.testing.assert_array_equal(halting.weights_at(0), START)
    np.testing.assert_array_equal(halting.weights_at(40), straight.weights_at(40))


def test_the_start_is_not_changed():
    before = START.copy()
    make().weights_at(10)
    np.testing.assert_array_equal(START, before)


def test_errors_are_recorded_on_the_way():
    run = make(watched={"train": (X, Y)}, record_every=10)
    run.weights_at(35)
    expected = [mean_squared_error(Y, forward(run.weights_at(t), X)) for t in (0, 10, 20, 30)]
    assert run.errors["train"] == pytest.approx(expected, abs=1e-12)


def test_divergence_is_found_where_the_other_loop_finds_it():
    run, other = make(learning_rate=5.0, batch_size=30), train(START, X, Y, 5.0, 100)
    weights = run.weights_at(100)
    assert run.diverged_at == other.diverged_at
    np.testing.assert_allclose(weights, other.weights, rtol=1e-9)
    assert np.isfinite(weights).all()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("batch_size", [1, 30])
def test_divergence_gives_no_warning(batch_size):
    run = make(learning_rate=1000.0, batch_size=batch_size)
    run.weights_at(50)
    assert run.diverged_at is not None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"learning_rate": 0.0}, "learning_rate=0.0"),
        ({"batch_size": 0}, "batch_size=0"),
        ({"record_every": 0}, "record_every=0"),
    ],
)
def test_wrong_arguments_are_named(change, message):
    with pytest.raises(ValueError, match=message):
        make(**change)
