"""Stepping through the graph of lesson 5, forwards and backwards."""

import itertools

import pytest

from lessonlib.experiments.lesson5 import COMPUTED, EDGES, N_FORWARD, N_STEPS, make_graph, walk


@pytest.fixture
def graph():
    return make_graph()


def test_values_appear_one_node_a_step(graph):
    for step in range(N_FORWARD + 1):
        now = walk(step)
        assert set(COMPUTED) - set(now.values) == set(COMPUTED[step:])
        assert {child for _, child in now.factors} == set(COMPUTED[:step])
        assert now.derivatives == {}
        assert now.parts == {}
    assert now.values == {name: node.value for name, node in graph._asdict().items()}


def test_derivatives_come_back_and_end_complete(graph):
    known = [set(walk(step).derivatives) for step in range(N_FORWARD + 1, N_STEPS + 1)]
    assert known[0] == {"loss", "y4", "y"}
    assert all(before < after for before, after in itertools.pairwise(known))
    last = walk(N_STEPS)
    graph.loss.backward()
    assert last.derivatives == {name: n.derivative for name, n in graph._asdict().items()}
    assert last.unfinished == set()


def test_two_paths_meet_at_y1(graph):
    first, second = walk(N_STEPS - 2), walk(N_STEPS - 1)
    assert first.unfinished == {"y1"}
    assert second.unfinished == set()
    graph.loss.backward()
    parts = [graph.y3.derivative * graph.y3.derivative_by(graph.y1)]
    parts.append(graph.y2.derivative * graph.y2.derivative_by(graph.y1))
    assert first.derivatives["y1"] == pytest.approx(parts[0], rel=1e-15)
    assert second.derivatives["y1"] == pytest.approx(sum(parts), rel=1e-15)
    assert first.meeting is None
    assert (second.meeting, second.arrived) == ("y1", first.derivatives["y1"])
    assert second.parts["y1", "y2"] == pytest.approx(parts[1], rel=1e-15)


def test_each_step_backwards_crosses_the_edges_into_its_node():
    crossed = [set(walk(step).parts) for step in range(N_FORWARD + 1, N_STEPS + 1)]
    assert sorted(itertools.chain(*crossed)) == sorted(EDGES)
    assert [{child for _, child in edges} for edges in crossed] == [
        {node} for node in ("loss", "y4", "y3", "y2", "y1")
    ]
