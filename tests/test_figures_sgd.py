"""Stochastic gradient descent on penguins."""

import numpy as np
import pytest

from lessonlib.figures import sgd
from lessonlib.figures.boundary import load_two_species, train_set
from lessonlib.logistic import predict_probability, train_sgd
from lessonlib.losses import cross_entropy_loss


def test_flipped_labels_are_the_share_asked_for_and_keep_those_flipped_before():
    y = np.array([0, 1] * 50)
    few, many = sgd.flip_labels(y, 0.1), sgd.flip_labels(y, 0.3)
    assert (few != y).sum() == 10
    assert (many != y).sum() == 30
    assert ((many != y) | (few == y)).all()
    assert set(many) == {0, 1}
    np.testing.assert_array_equal(sgd.flip_labels(y, 0.0), y)


@pytest.mark.parametrize("label_noise", [0.0, 0.2])
def test_least_loss_is_the_minimum(label_noise):
    x, y = train_set()
    rng = np.random.default_rng(0)
    noisy = sgd.flip_labels(y, label_noise)
    long = train_sgd(np.zeros(3), x, noisy, 4.0, len(y), 3000, rng).epoch_losses[-1]
    assert sgd.least_loss(label_noise) == pytest.approx(long, abs=1e-5)


def test_the_slider_shows_the_state_at_its_step():
    figure = sgd.train_by_sgd()
    x, y, split = load_two_species()
    x, y = x[split.train], y[split.train]
    result = sgd.train_on_penguins(0.1, 16, 10).result
    for progress, step in ((0, 0), (50, 55), (100, 110)):
        words = figure.update(progress=progress).words
        loss = cross_entropy_loss(y, predict_probability(result.history[step], x))
        assert f"Step {step} of 110" in words
        assert f"train loss {loss:.3f}" in words


def test_validation_labels_are_never_flipped():
    clean, noisy = (sgd.train_on_penguins(0.1, 16, 10, noise) for noise in (0.0, 0.4))
    assert clean.validation_losses[0] == noisy.validation_losses[0]
    assert clean.result.epoch_losses[0] != noisy.result.epoch_losses[0]


@pytest.mark.parametrize(
    ("settings", "name"),
    [((0.01, 164, 20), "crawls"), ((1.0, 16, 20), "arrives"), ((100.0, 1, 20), "bounces")],
)
def test_what_training_does_is_named(settings, name):
    assert sgd.name_training(sgd.train_on_penguins(*settings)) == name


def test_the_clock_runs_the_slider():
    figure = sgd.train_by_sgd()
    play, run, reset = figure.widget.children[0].children
    assert (play.value, play.min, play.max, play.step) == (0, 0, 100, 1)
    figure.update(progress=70)
    reset.click()
    assert figure.values["progress"] == 0
    assert not run.value
