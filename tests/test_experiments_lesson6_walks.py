"""Walks over the loss of a neuron that sees the bill alone."""

import numpy as np
import pytest

from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import cross_entropy_gradient, predict_probability
from lessonlib.losses import cross_entropy_loss


def test_the_loss_is_that_of_the_neuron_at_each_place():
    x, y = experiments.train_set()
    places = np.random.default_rng(0).normal(size=(2, 3, 2))
    losses = experiments.loss_of_bill(places)
    assert losses.shape == (2, 3)
    p = predict_probability(places[1, 2], x[:, :1])
    assert losses[1, 2] == pytest.approx(cross_entropy_loss(y, p))


def test_a_walk_counts_steps_and_epochs():
    walk = experiments.walk_downhill(16, 1.0)
    assert walk.path.shape == (10 * 11 + 1, 2)  # 164 = 10 * 16 + 4
    assert walk.path[0].tolist() == list(experiments.WALK_START)
    assert walk.epochs[[0, 1, 11, -1]].tolist() == pytest.approx([0, 16 / 164, 1, 10])
    np.testing.assert_allclose(walk.losses, experiments.loss_of_bill(walk.path))


@pytest.mark.parametrize(("epoch", "n_steps"), [(0.0, 0), (1.0, 11), (0.5, 5), (10.0, 110)])
def test_a_walk_is_cut_where_it_stands(epoch, n_steps):
    walk = experiments.walk_downhill(16, 1.0).until(epoch)
    assert len(walk.path) == len(walk.losses) == len(walk.epochs) == n_steps + 1


def test_all_at_once_is_the_same_however_it_is_shuffled():
    one, other = (experiments.walk_downhill(164, 1.0, seed).path for seed in (0, 1))
    np.testing.assert_allclose(one, other)
    one, other = (experiments.walk_downhill(16, 1.0, seed).path for seed in (0, 1))
    assert not np.allclose(one, other)


def test_the_lowest_place_is_level():
    x, y = experiments.train_set()
    place, least = experiments.lowest_place()
    assert np.linalg.norm(cross_entropy_gradient(place, x[:, :1], y)) < 1e-6
    assert least == experiments.loss_of_bill(place)
