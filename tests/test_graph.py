"""The computation graph: against formulas, central differences, the arrays and autograd."""

import itertools
import math

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from lessonlib.derivatives import numerical_gradient
from lessonlib.graph import (
    Node,
    as_one_node,
    exp,
    network_loss,
    sigmoid,
    tanh,
    topological_order,
    two_path_graph,
)
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights, mse_gradient

# Each with two inputs; every operation is in one of them at least.
FUNCTIONS = {
    "sum": lambda a, b: a + b + 2.0 + a,
    "difference": lambda a, b: a - b - 1.5 - b,
    "number first": lambda a, b: 2.0 - a * (3.0 * b) + (1.0 + a),
    "product": lambda a, b: a * b * a,
    "negative": lambda a, b: -(a * b),
    "square": lambda a, b: (a - b) ** 2,
    "third power": lambda a, b: (a * b) ** 3 + b**1,
    "inverse": lambda a, b: (a * a + b * b) ** -1,
    "root": lambda a, b: (a * a + b * b) ** 0.5,
    "constant power": lambda a, b: a**0 + b,
    "exponential": lambda a, b: exp(a) * exp(-b),
    "tanh": lambda a, b: tanh(a * b) - tanh(a),
    "sigmoid": lambda a, b: sigmoid(a * b) * sigmoid(a),
    "diamond": lambda a, b: (lambda h: sigmoid(h) * tanh(h) - h * h)(a * b),
    "one node": lambda a, b: as_one_node(lambda p, q: p * q + sigmoid(p), a, b) * a,
}
PLACES = ([0.7, -1.3], [2.0, 0.5], [-0.4, -0.9])
TWO_PATHS = ([0.6, 1.0, -2.0, 3.0], 2.0, 1.0)


def gradient(function, place):
    nodes = [Node(value) for value in place]
    function(*nodes).backward()
    return [node.derivative for node in nodes]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_against_central_differences(name, place):
    function = FUNCTIONS[name]
    measured = numerical_gradient(lambda w: function(*map(Node, w)).value, place)
    np.testing.assert_allclose(gradient(function, place), measured, rtol=1e-6, atol=1e-8)


def test_values():
    a, b = Node(2.0), Node(-3.0)
    assert (a + b).value == -1
    assert (a - b).value == 5
    assert (1 - a).value == -1
    assert (a * b).value == -6
    assert (b**2).value == 9
    assert exp(b).value == math.exp(-3)
    assert tanh(b).value == math.tanh(-3)
    assert sigmoid(b).value == pytest.approx(1 / (1 + math.exp(3)), rel=1e-15)
    assert repr(a) == "Node(2.0)"


def test_the_sigmoid_does_not_overflow():
    assert [sigmoid(z).value for z in (-1000, 1000)] == [0, 1]


def test_numpy_numbers_on_either_side():
    a = Node(2.0)
    assert (np.float64(3) * a).value == (a * np.float64(3)).value == 6
    assert (np.float64(3) - a).value == 1
    with pytest.raises(TypeError, match="expected a number"):
        np.ones(3) * a


def test_parents_come_before_children():
    graph = two_path_graph(*TWO_PATHS)
    order = topological_order(graph.loss)
    assert len(order) == len(set(order)) == len(graph)
    assert order[-1] is graph.loss
    assert all(order.index(p) < order.index(node) for node in order for p in node.parents)


def test_a_long_chain_meets_no_recursion_limit():
    x = node = Node(1.0)
    for _ in range(50_000):
        node = node + 0.5
    node.backward()
    assert x.derivative == 1
    assert len(topological_order(node)) == 100_001


def test_many_paths_cost_no_more_than_the_edges():
    """2**200 paths lead from x to the output; each edge is used once."""
    x = node = Node(1.0)
    for _ in range(200):
        node = 0.5 * node + 0.5 * node
    node.backward()
    assert x.derivative == 1


def test_backward_twice_gives_the_same():
    x = Node(3.0)
    y = x * x
    y.backward()
    y.backward()
    assert x.derivative == 6


def test_a_derivative_is_complete_when_it_is_passed_on():
    graph = two_path_graph(*TWO_PATHS)
    arrived = {node: node.derivative for node in graph.loss.backward_steps()}
    assert all(node.derivative == value for node, value in arrived.items())
    assert arrived[graph.y1] != 0


def paths(output, source):
    """Every path from ``output`` back to ``source``, as lists of nodes."""
    if output is source:
        return [[source]]
    return [[output, *rest] for parent in output.parents for rest in paths(parent, source)]


@pytest.mark.parametrize("name", ["w1", "w2", "w3", "w4", "x", "y"])
def test_the_derivative_is_the_sum_over_paths_of_products(name):
    graph = two_path_graph(*TWO_PATHS)
    graph.loss.backward()
    node = getattr(graph, name)
    found = paths(graph.loss, node)
    assert len(found) == (2 if name in ("w1", "x") else 1)
    products = [
        math.prod(child.derivative_by(parent) for child, parent in itertools.pairwise(path))
        for path in found
    ]
    assert sum(products) == pytest.approx(node.derivative, rel=1e-14)


def two_path_loss(weights, x, y):
    """The same by hand, with nothing of the module."""
    w1, w2, w3, w4 = weights
    y1 = w1 * x
    y2, y3 = (1 / (1 + math.exp(-w * y1)) for w in (w2, w3))
    return (w4 * y2 * y3 - y) ** 2


@pytest.mark.parametrize("seed", range(5))
def test_two_path_graph_against_the_formula_and_central_differences(seed):
    rng = np.random.default_rng(seed)
    weights, (x, y) = rng.normal(size=4), rng.normal(size=2)
    graph = two_path_graph(weights, x, y)
    graph.loss.backward()
    assert graph.loss.value == pytest.approx(two_path_loss(weights, x, y), rel=1e-14)
    measured = numerical_gradient(lambda w: two_path_loss(w, x, y), weights)
    computed = [node.derivative for node in (graph.w1, graph.w2, graph.w3, graph.w4)]
    np.testing.assert_allclose(computed, measured, rtol=1e-6, atol=1e-8)


def network_example(hidden_width, n_samples=7):
    rng = np.random.default_rng(hidden_width)
    x, y = rng.uniform(-3, 3, n_samples), rng.normal(size=n_samples)
    return initialize_weights(hidden_width, rng), x, y


@pytest.mark.parametrize("hidden_width", [1, 2, 5])
def test_network_against_the_arrays(hidden_width):
    weights, x, y = network_example(hidden_width)
    nodes = [Node(weight) for weight in weights]
    loss = network_loss(nodes, x, y)
    loss.backward()
    assert loss.value == pytest.approx(mean_squared_error(y, forward(weights, x)), rel=1e-13)
    derivatives = [node.derivative for node in nodes]
    np.testing.assert_allclose(derivatives, mse_gradient(weights, x, y), rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize("hidden_width", [1, 2, 5])
def test_network_against_central_differences(hidden_width):
    weights, x, y = network_example(hidden_width)
    measured = numerical_gradient(lambda w: network_loss([*map(Node, w)], x, y).value, weights)
    np.testing.assert_allclose(mse_gradient(weights, x, y), measured, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("hidden_width", [1, 5])
def test_network_against_autograd(hidden_width):
    weights, x, y = network_example(hidden_width)
    nodes = [Node(weight) for weight in weights]
    network_loss(nodes, x, y).backward()

    def loss(weights):
        w, b, v = weights[:-1].reshape(3, hidden_width)
        y_pred = anp.dot(logistic(anp.outer(x, w) + b), v) + weights[-1]
        return anp.mean((y - y_pred) ** 2)

    derivatives = [node.derivative for node in nodes]
    expected = autograd.grad(loss)(np.asarray(weights))
    np.testing.assert_allclose(derivatives, expected, rtol=1e-10, atol=1e-14)


def test_two_path_graph_against_autograd():
    weights, x, y = TWO_PATHS
    graph = two_path_graph(weights, x, y)
    graph.loss.backward()

    def loss(w):
        y1 = w[0] * x
        return (w[3] * logistic(w[1] * y1) * logistic(w[2] * y1) - y) ** 2

    computed = [node.derivative for node in (graph.w1, graph.w2, graph.w3, graph.w4)]
    np.testing.assert_allclose(computed, autograd.grad(loss)(np.array(weights)), rtol=1e-12)


def logistic(z):
    return 1 / (1 + anp.exp(-z))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Node(math.nan), "value=nan: expected a number that is finite"),
        (lambda: Node(1e200) * Node(1e200), "value=inf"),
        (lambda: Node(1.0) + math.inf, "value=inf"),
        (lambda: exp(1000.0), r"exp\(1000.0\) is too large"),
        (lambda: Node(0.0) ** -1, "0.0 to the power -1.0: its value or its derivative"),
        (lambda: Node(0.0) ** 0.5, "0.0 to the power 0.5"),
        (lambda: Node(-1.0) ** 0.5, "-1.0 to the power 0.5"),
        (lambda: Node(1e200) ** 2, "1e.200 to the power 2.0"),
        (lambda: Node(1.0, [Node(2.0)]), "1 parents and 0 local derivatives"),
        (lambda: Node(1.0, [Node(2.0)], [math.inf]), "local_derivative=inf"),
        (lambda: (1e200 * (1e200 * Node(1e-300))).backward(), "is not a finite number"),
        (lambda: Node(1.0).derivative_by(Node(1.0)), r"Node\(1.0\) is not a parent"),
        (lambda: two_path_graph([1, 2, 3], 0, 0), "weights has length 3: expected 4"),
        (lambda: two_path_graph([1, 2, 3, math.nan], 0, 0), "weights holds NaN"),
        (lambda: two_path_graph([1, 2, 3, 4], math.inf, 0), "x=inf"),
        (lambda: network_loss([Node(1.0)] * 5, [1], [1]), "weights has length 5"),
        (lambda: network_loss([], [1], [1]), "weights has length 0"),
        (lambda: network_loss([Node(1.0)] * 4, [1], [1, 2]), r"len\(x\)=1, len\(y\)=2"),
    ],
)
def test_bad_values_are_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Node("1"), "value='1': expected a number"),
        (lambda: Node(True), "value=True"),
        (lambda: Node(1.0) * "2", "value='2'"),
        (lambda: None + Node(1.0), "value=None"),
        (lambda: Node(2.0) ** Node(2.0), r"exponent=Node\(2.0\): expected a number"),
        (lambda: sigmoid("z"), "value='z'"),
        (lambda: Node(1.0, [2.0], [1.0]), "expected nodes"),
        (lambda: topological_order(3.0), "output=3.0: expected a node"),
        (lambda: two_path_graph("abcd", 0, 0), "weights='abcd': expected numbers"),
    ],
)
def test_wrong_kinds_are_named(call, message):
    with pytest.raises(TypeError, match=message):
        call()
