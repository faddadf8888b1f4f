"""Stochastic gradient descent on penguins."""

import numpy as np
import pytest

from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import predict_probability, train_sgd


def test_flipped_labels_are_the_share_asked_for_and_keep_those_flipped_before():
    y = np.array([0, 1] * 50)
    few, many = experiments.flip_labels(y, 0.1), experiments.flip_labels(y, 0.3)
    assert (few != y).sum() == 10
    assert (many != y).sum() == 30
    assert ((many != y) | (few == y)).all()
    assert set(many) == {0, 1}
    np.testing.assert_array_equal(experiments.flip_labels(y, 0.0), y)


@pytest.mark.parametrize("label_noise", [0.0, 0.2])
def test_least_loss_is_the_minimum(label_noise):
    x, y = experiments.train_set()
    rng = np.random.default_rng(0)
    noisy = experiments.flip_labels(y, label_noise)
    long = train_sgd(np.zeros(3), x, noisy, 4.0, len(y), 3000, rng).epoch_losses[-1]
    assert experiments.least_loss(label_noise) == pytest.approx(long, abs=1e-5)


def test_validation_labels_are_never_flipped():
    clean, noisy = (experiments.train_on_penguins(0.1, 16, 10, noise) for noise in (0.0, 0.4))
    assert clean.validation_losses[0] == noisy.validation_losses[0]
    assert clean.result.epoch_losses[0] != noisy.result.epoch_losses[0]


@pytest.mark.parametrize(
    ("settings", "name"),
    [((0.01, 164, 20), "crawls"), ((1.0, 16, 20), "arrives"), ((100.0, 1, 20), "bounces")],
)
def test_what_training_does_is_named(settings, name):
    assert experiments.train_on_penguins(*settings).verdict == name


def test_a_moment_is_measured_on_the_sets_it_names():
    training = experiments.train_on_penguins(0.1, 16, 10, 0.2)
    moment = experiments.moment_of(training, 50)
    assert (moment.step, moment.n_steps, moment.epoch) == (55, 110, 5.0)
    np.testing.assert_array_equal(moment.weights, training.result.history[55])
    np.testing.assert_array_equal(moment.batch, training.result.batches[54])
    assert moment.train_loss == pytest.approx(training.result.epoch_losses[5])
    assert moment.validation_loss == pytest.approx(training.validation_losses[5])
    x, y = experiments.validation_set()
    wrong = (predict_probability(moment.weights, x) >= 0.5) != (y == 1)
    assert (moment.n_mistakes, moment.n_validation) == (wrong.sum(), len(y))


def test_before_the_first_step_no_batch_has_been_seen():
    moment = experiments.moment_of(experiments.train_on_penguins(0.1, 16, 10), 0)
    assert (moment.step, len(moment.batch)) == (0, 0)


def test_time_is_measured():
    assert 0 < experiments.seconds_of_training(16, n_epochs=1, n_repeats=2) < 1
