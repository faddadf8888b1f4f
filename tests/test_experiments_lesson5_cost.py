"""What a gradient costs."""

import numpy as np
import pytest

from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments import lesson5 as experiments
from lessonlib.graph import Node, network_loss, topological_order
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights


@pytest.mark.parametrize("hidden_width", [1, 4, 9])
@pytest.mark.parametrize("n_samples", [1, 2, 5])
def test_operations_are_those_of_the_whole_graph(hidden_width, n_samples):
    weights = [Node(0.1) for _ in range(3 * hidden_width + 1)]
    order = topological_order(network_loss(weights, np.ones(n_samples), np.ones(n_samples)))
    n_computed = sum(bool(node.parents) for node in order)
    n_edges = sum(len(node.parents) for node in order)
    assert experiments.count_operations(hidden_width, n_samples) == (n_computed, n_edges)
    cost = experiments.count_gradient(hidden_width, n_samples)
    assert cost.n_parameters == len(weights)
    assert (cost.forward, cost.backpropagation) == (n_computed, n_computed + n_edges)


def test_nudging_takes_two_forward_passes_a_weight():
    n_passes = 0

    def loss(weights):
        nonlocal n_passes
        n_passes += 1
        return mean_squared_error([0.0], forward(weights, [1.0]))

    numerical_gradient(loss, initialize_weights(6, np.random.default_rng(0)))
    cost = experiments.count_gradient(6, 3)
    assert cost.nudging == n_passes * experiments.count_operations(6, 3)[0]
    assert cost.ratio * cost.backpropagation == pytest.approx(cost.nudging)


def test_backpropagation_costs_the_same_few_passes_at_any_width():
    for width in experiments.WIDTHS:
        one_pass, _ = experiments.count_operations(width, 50)
        cost = experiments.count_gradient(width, 50)
        assert 2 < cost.backpropagation / one_pass < 3
        assert cost.passes == cost.backpropagation / one_pass
