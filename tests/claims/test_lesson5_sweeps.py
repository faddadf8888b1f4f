"""Lesson 5, one sweep backwards: in code, on the network, what it costs, and training with it."""

import numpy as np
import pytest

from lessonlib import graph
from lessonlib.activations import sigmoid_derivative
from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments import lesson5
from lessonlib.experiments.lesson5 import PARAMETERS, SmallNetwork
from lessonlib.experiments.lesson5.learning import LEARNING_RATE
from lessonlib.graph import Node, network_loss, topological_order
from lessonlib.losses import mean_squared_error, mean_squared_error_gradient
from lessonlib.networks import forward, hidden_activations, initialize_weights, mse_gradient, unpack
from lessonlib.training import train


def sweep(order, *, overwrite=False):
    """Run the lesson's loop through an order; return what has arrived at each node."""
    for node in order:
        node.derivative = 0.0
    order[-1].derivative = 1.0
    for node in reversed(order):
        for parent, local in zip(node.parents, node.local_derivatives, strict=True):
            before = 0.0 if overwrite else parent.derivative
            parent.derivative = before + node.derivative * local
    return [node.derivative for node in order]


def two_paths(rng):
    weights, x = rng.uniform(0.3, 2, 4) * rng.choice([-1, 1], 4), rng.uniform(0.3, 2)
    return graph.two_path_graph(weights, x, rng.normal())


def test_overwriting_spoils_only_what_lies_behind_the_fork(claim):
    def effect(rng):
        nodes = two_paths(rng)
        order = topological_order(nodes.loss)
        right, wrong = sweep(order), sweep(order, overwrite=True)
        spoilt = {
            name
            for name, node in nodes._asdict().items()
            if abs(right[order.index(node)] - wrong[order.index(node)]) > 1e-9
        }
        assert spoilt == {"y1", "w1", "x"}
        at_w1 = order.index(nodes.w1)
        return abs(right[at_w1] - wrong[at_w1])

    claim.over_draws(effect, at_least=1.0)


def test_a_node_that_passes_on_too_early_is_wrong(claim):
    """A node moved in front of one of its children, seen from the output; in its place all fits."""

    def effect(rng):
        nodes = two_paths(rng)
        order = topological_order(nodes.loss)
        right = dict(zip(order, sweep(order), strict=True))
        early = [node for node in order if node is not nodes.y1]
        early.insert(early.index(nodes.y3) + 1, nodes.y1)  # it goes before y3 does
        wrong = dict(zip(early, sweep(early), strict=True))
        return abs(right[nodes.w1] - wrong[nodes.w1])

    claim.over_draws(effect, at_least=1.0)


def test_paths_double_and_edges_do_not(claim):
    def effect(n_steps):
        node = start = Node(1.0)
        for _ in range(n_steps):
            node = node + node
        node.backward()
        order = topological_order(node)
        # Each path contributes 1, so that the derivative counts them.
        assert start.derivative == 2**n_steps
        return 2 * n_steps + 1 - sum(len(one.parents) for one in order)

    claim.over(range(1, 60), effect)


def any_network(rng, n_samples, hidden_width):
    x, y = rng.uniform(-3, 3, n_samples), rng.normal(size=n_samples)
    return SmallNetwork(x, y, *unpack(initialize_weights(hidden_width, rng)))


def test_a_parameter_has_a_path_through_every_example(claim):
    """The paths add up to the gradient; with one of them left out they do not."""

    def effect(rng):
        n_samples, width = rng.integers(2, 7), rng.integers(1, 5)
        network = any_network(rng, n_samples, width)
        weights = np.concatenate([network.w, network.b, network.v, [network.c]])
        gradient = mse_gradient(weights, network.x, network.y)
        gaps = []
        for name, place in zip(PARAMETERS, (0, width, 2 * width, 3 * width), strict=True):
            seen = lesson5.follow_network(name, n_samples, width, network)
            assert len(seen.parts) == n_samples
            assert np.isclose(seen.total, gradient[place], rtol=1e-12)
            gaps.append(np.abs(seen.parts).min())
        return min(gaps)

    claim.over_draws(effect, at_least=1.0)


def test_without_the_transpose_shapes_fit_only_where_they_mislead(claim):
    def effect(rng):
        for n_samples, width in ((3, 2), (2, 5), (4, 4)):
            x, y, w, b, v, c = any_network(rng, n_samples, width)
            weights = np.concatenate([w, b, v, [c]])
            a = hidden_activations(weights, x)
            d_output = mean_squared_error_gradient(y, a @ v + c)
            d_sum = np.outer(d_output, v) * sigmoid_derivative(a)
            assert np.allclose(d_sum.T @ x, mse_gradient(weights, x, y)[:width])
            if n_samples != width:
                with pytest.raises(ValueError, match="mismatch"):
                    _ = d_sum @ x
        return np.abs(d_sum @ x - d_sum.T @ x).max()

    claim.over_draws(effect, at_least=1.0)


def test_arrays_graph_and_nudging_agree(claim):
    def effect(rng):
        x, y, w, b, v, c = any_network(rng, 4, 3)
        weights = np.concatenate([w, b, v, [c]])
        nodes = [Node(float(one)) for one in weights]
        network_loss(nodes, x, y).backward()
        by_graph = np.array([node.derivative for node in nodes])
        by_arrays = mse_gradient(weights, x, y)
        by_nudging = numerical_gradient(lambda at: mean_squared_error(y, forward(at, x)), weights)
        assert np.abs(by_graph - by_arrays).max() < 1e-12
        return 1e-7 - np.abs(by_nudging - by_arrays).max()

    claim.over_draws(effect, at_least=1.0)


def test_backpropagation_costs_three_passes_at_any_width(claim):
    settings = [(width, n) for width in lesson5.WIDTHS for n in (1, 20, 200)]
    costs = {one: lesson5.count_gradient(*one) for one in settings}
    claim.over(settings, lambda one: 0.75 - abs(costs[one].passes - 2.75))

    def grows(n):
        few, many = costs[5, n], costs[50, n]
        times = many.n_parameters / few.n_parameters
        return 0.1 - abs(many.ratio / few.ratio / times - 1)

    claim.over((1, 20, 200), grows)


def forgets_the_slope(weights, x, y):
    """Backpropagate as if the sigmoids were lines of slope 1; without checks, which take time."""
    width = len(weights) // 3
    w, b, v, c = weights[:width], weights[width : -width - 1], weights[-width - 1 : -1], weights[-1]
    a = 1 / (1 + np.exp(-(np.outer(x, w) + b)))
    d_output = 2 / len(y) * (a @ v + c - y)
    d_sum = np.outer(d_output, v)
    return np.concatenate([x @ d_sum, d_sum.sum(axis=0), d_output @ a, [d_output.sum()]])


def last_losses(seed):
    """Return what the lesson's loop ends at, with the gradient and with a factor left out of it."""
    x, y, weights = lesson5.learning_problem(seed)
    # What the loop of the lesson does is what ``train`` does: see the tests of the experiment.
    right = train(weights, x, y, LEARNING_RATE, lesson5.N_TRAINING_STEPS).losses[-1]
    for _ in range(lesson5.N_TRAINING_STEPS):
        weights = weights - LEARNING_RATE * forgets_the_slope(weights, x, y)
    return np.array([right, mean_squared_error(y, forward(weights, x))]) / np.var(y)


def test_your_gradient_trains_the_network(claim):
    """With one factor left out of it, the same loop mostly ends at more than twice the loss."""
    right, wrong = np.array([last_losses(seed) for seed in claim.seeds]).T
    claim.batch(0.1 - right)
    claim.batch(wrong - 2 * right, at_least=0.8)
