"""The graph of lesson 5, and the products along its paths."""

import pytest

from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import EDGES, START, Given, follow_paths, make_graph

OTHER = Given(x=-1.3, w1=0.8, w2=-0.7, w3=2.1, w4=-1.9)


def test_every_edge_is_one_of_the_graph():
    graph = make_graph()
    names = {node: name for name, node in graph._asdict().items()}
    edges = {(names[p], names[node]) for node in graph for p in node.parents}
    assert edges == set(EDGES)
    assert len(EDGES) == len(edges)


def test_what_is_given_stands_in_the_graph():
    graph = make_graph(OTHER)
    for name in ("x", "y", "w1", "w2", "w3", "w4"):
        assert getattr(graph, name).value == getattr(OTHER, name)


@pytest.mark.parametrize("given", [START, OTHER])
def test_products_are_the_derivatives(given):
    graph = make_graph(given)
    graph.loss.backward()
    paths = follow_paths(given)
    assert paths.by_w2 == pytest.approx(graph.w2.derivative, rel=1e-14)
    assert sum(paths.parts.values()) == pytest.approx(graph.w1.derivative, rel=1e-13)
    assert paths.by_w1 == sum(paths.parts.values())


@pytest.mark.parametrize("given", [START, OTHER])
def test_values_and_factors_are_those_of_the_graph(given):
    graph, paths = make_graph(given), follow_paths(given)
    assert paths.values == {name: node.value for name, node in graph._asdict().items()}
    for parent, child in EDGES:
        local = getattr(graph, child).derivative_by(getattr(graph, parent))
        assert paths.factors[parent, child] == local


@pytest.mark.parametrize("path", [experiments.PATH_TO_W2, experiments.PATH_TO_W1])
def test_the_edges_of_a_path_exist(path):
    assert set(path) <= set(EDGES)
