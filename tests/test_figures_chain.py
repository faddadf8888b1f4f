"""Stepping through the graph, and what a gradient costs."""

import itertools

import numpy as np
import pytest

from lessonlib.derivatives import numerical_gradient
from lessonlib.figures import chain, diagram
from lessonlib.figures.chain import N_FORWARD, N_STEPS, walk
from lessonlib.graph import Node, network_loss, topological_order
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights


@pytest.fixture
def graph():
    return diagram.make_graph()


def test_values_appear_one_node_a_step(graph):
    for step in range(N_FORWARD + 1):
        now = walk(graph, step)
        assert set(chain.COMPUTED) - now.computed == set(chain.COMPUTED[step:])
        assert {child for _, child in now.factors} == set(chain.COMPUTED[:step])
        assert now.derivatives == {}


def test_derivatives_come_back_and_end_complete(graph):
    known = [set(walk(graph, step).derivatives) for step in range(N_FORWARD + 1, N_STEPS + 1)]
    assert known[0] == {"loss", "y4", "y"}
    assert all(before < after for before, after in itertools.pairwise(known))
    last = walk(graph, N_STEPS)
    graph.loss.backward()
    assert last.derivatives == {name: n.derivative for name, n in graph._asdict().items()}
    assert last.unfinished == set()


def test_two_paths_meet_at_y1(graph):
    first, second = walk(graph, N_STEPS - 2), walk(graph, N_STEPS - 1)
    assert first.unfinished == {"y1"}
    assert second.unfinished == set()
    graph.loss.backward()
    parts = [graph.y3.derivative * graph.y3.derivative_by(graph.y1)]
    parts.append(graph.y2.derivative * graph.y2.derivative_by(graph.y1))
    assert first.derivatives["y1"] == pytest.approx(parts[0], rel=1e-15)
    assert second.derivatives["y1"] == pytest.approx(sum(parts), rel=1e-15)


def test_the_words_say_where_paths_meet():
    figure = chain.steps()
    said = [figure.update(step=step).words for step in range(N_STEPS + 1)]
    assert [("two paths meet" in words) for words in said].count(True) == 1
    assert "two paths meet" in said[N_STEPS - 1]
    assert said[2].startswith("Step 2, forwards: y₂ = sigmoid(w₂ y₁) = 0.769")


@pytest.mark.parametrize("hidden_width", [1, 4, 9])
@pytest.mark.parametrize("n_samples", [1, 2, 5])
def test_operations_are_those_of_the_whole_graph(hidden_width, n_samples):
    weights = [Node(0.1) for _ in range(3 * hidden_width + 1)]
    order = topological_order(network_loss(weights, np.ones(n_samples), np.ones(n_samples)))
    n_computed = sum(bool(node.parents) for node in order)
    n_edges = sum(len(node.parents) for node in order)
    assert chain.count_operations(hidden_width, n_samples) == (n_computed, n_edges)


def test_nudging_takes_two_forward_passes_a_weight():
    n_passes = 0

    def loss(weights):
        nonlocal n_passes
        n_passes += 1
        return mean_squared_error([0.0], forward(weights, [1.0]))

    numerical_gradient(loss, initialize_weights(6, np.random.default_rng(0)))
    nudging, _ = chain.count_gradient(6, 3)
    assert nudging == n_passes * chain.count_operations(6, 3)[0]


def test_backpropagation_costs_the_same_few_passes_at_any_width():
    for width in chain.WIDTHS:
        one_pass, _ = chain.count_operations(width, 50)
        assert 2 < chain.count_gradient(width, 50)[1] / one_pass < 3


@pytest.mark.parametrize(
    ("number", "words"), [(-0.0, "0"), (1e-5, "1e−05"), (-0.2512, "−0.251"), (16.0, "16")]
)
def test_numbers_are_short(number, words):
    assert diagram.say_number(number) == words


def test_every_edge_is_one_of_the_graph(graph):
    names = {node: name for name, node in graph._asdict().items()}
    edges = {(names[p], names[node]) for node in graph for p in node.parents}
    assert edges == set(diagram.EDGES)


def test_no_two_labels_overlap(graph):
    """With every number at its longest, as the picture is drawn."""
    picture = diagram.Diagram()
    picture.write_values(graph)
    picture.write_factors(graph)
    longest = dict.fromkeys(diagram.SYMBOLS, -0.00999) | {"loss": 1.0}  # ∂L/∂L is always 1
    picture.write_derivatives(longest, {"y1"})
    picture.color_edges(dict.fromkeys(diagram.EDGES, diagram.BACKWARD))
    picture.figure.draw_without_rendering()
    (axes,) = picture.figure.axes
    shown = [text for text in axes.texts if text.get_text()]
    clashes = [
        (one.get_text(), other.get_text())
        for one, other in itertools.combinations(shown, 2)
        if one.get_window_extent().overlaps(other.get_window_extent())
    ]
    assert clashes == []


def test_arrows_meet_their_nodes():
    for edge in diagram.EDGES:
        for point, name in zip(diagram._ends(edge), edge, strict=True):
            centre = np.array(diagram._PLACES[name][:2])
            reach = 0.36 if name in diagram.COMPUTED else 0.27
            assert 0 < np.hypot(*(point - centre)) - reach < 0.05
