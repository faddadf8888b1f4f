"""Lines between two species: what they get wrong, and how sure they are."""

import numpy as np
import pytest

from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import cross_entropy_gradient, predict_probability, weights_from_line
from lessonlib.losses import cross_entropy_loss


def test_the_loss_has_a_minimum_because_no_line_separates_the_species():
    x, y = experiments.train_set()
    weights = np.zeros(3)
    for _ in range(5000):
        weights -= 4.0 * cross_entropy_gradient(weights, x, y)
    assert np.linalg.norm(cross_entropy_gradient(weights, x, y)) < 1e-9
    assert np.linalg.norm(weights) < 10
    assert experiments.count_mistakes(weights, x, y) > 0


def test_mistakes_are_counted():
    x = np.array([[1.0, 0.0], [-1.0, 0.0], [2.0, 0.0]])
    assert experiments.count_mistakes([1.0, 0.0, 0.0], x, np.array([1, 1, 0])) == 2


def test_a_line_is_judged_on_the_train_set():
    x, y = experiments.train_set()
    line = experiments.judge_line(*experiments.BY_HAND)
    p = predict_probability(weights_from_line(*experiments.BY_HAND), x)
    np.testing.assert_array_equal(line.probability, p)
    assert line.loss == cross_entropy_loss(y, p)
    assert line.n_mistakes == experiments.count_mistakes(line.weights, x, y)
    assert line.class_sizes.tolist() == [(y == 0).sum(), (y == 1).sum()]
    assert line.class_sizes.sum() == line.n_examples


def test_mistakes_made_with_doubt_are_those_between_one_in_ten_and_nine_in_ten():
    _, y = experiments.train_set()
    line = experiments.judge_line(40, 0.2, 8.0)
    p_wrong = line.probability[(line.probability >= 0.5) != (y == 1)]
    assert line.n_doubtful == ((p_wrong > 0.1) & (p_wrong < 0.9)).sum()
    assert 0 < line.n_doubtful < line.n_mistakes


def test_a_steeper_line_is_better_only_up_to_a_point():
    sweep = experiments.sweep_steepness(40)
    losses = sweep.losses
    best = int(np.argmin(losses))
    assert 10 < best < len(losses) - 10
    assert (np.diff(losses[:best]) < 0).all()
    assert (np.diff(losses[best:]) > 0).all()
    assert (sweep.best, sweep.least) == (sweep.steepnesses[best], losses[best])
    assert (sweep.begins, sweep.ends) == ("falls", "rises")


def test_without_the_wrong_ones_a_steeper_line_is_always_better():
    sweep = experiments.sweep_steepness(40, right_only=True)
    assert (np.diff(sweep.losses) < 0).all()
    assert (sweep.begins, sweep.ends, sweep.best) == ("falls", "falls", sweep.steepnesses[-1])
    line = experiments.judge_line(40, 0.2, 1.0)
    x, y = experiments.those_on_the_right_side(line)
    assert len(y) == line.n_examples - line.n_mistakes
    assert experiments.count_mistakes(line.weights, x, y) == 0
    assert len(experiments.those_on_the_right_side(line, right_only=False).y) == line.n_examples


def test_the_number_of_mistakes_does_not_depend_on_the_steepness():
    lines = [experiments.judge_line(40, 0.2, k) for k in experiments.STEEPNESSES]
    assert len({line.n_mistakes for line in lines}) == 1


def test_a_line_the_wrong_way_round_is_worse_the_steeper_it_is():
    sweep = experiments.sweep_steepness(-140)
    assert (sweep.begins, sweep.ends) == ("rises", "rises")
    assert sweep.best == sweep.steepnesses[0]


def test_a_neuron_adds_products_to_its_logit():
    neuron = experiments.run_neuron([2.0, -1.0, -0.5], [1.0, 0.5])
    assert neuron.products.tolist() == [2.0, -0.5, -0.5]
    assert neuron.logit == pytest.approx(1.0)
    assert neuron.probability == pytest.approx(1 / (1 + np.exp(-1.0)))
    assert neuron.answer == "Gentoo"
    assert experiments.run_neuron([2.0, -1.0, -0.5], [-1.0, 0.5]).answer == "Adelie"
