"""A push that travels."""

import pytest

from lessonlib.experiments.lesson5 import (
    ARRIVALS,
    COMPUTED,
    NODES,
    START,
    Given,
    follow_paths,
    make_graph,
    send_push,
)

OTHER = Given(x=-1.3, w1=0.8, w2=-0.7, w3=2.1, w4=-1.9)


@pytest.mark.parametrize("given", [START, OTHER])
def test_rates_are_the_derivatives_of_each_node_by_w1(given):
    seen = send_push(0.1, given)
    for name in COMPUTED:
        graph = make_graph(given)
        getattr(graph, name).backward()
        assert seen.rates[name] == pytest.approx(graph.w1.derivative, rel=1e-13)
        assert seen.predicted[name] == pytest.approx(0.1 * graph.w1.derivative, rel=1e-13)
    assert seen.rates["loss"] == pytest.approx(follow_paths(given).by_w1)


def test_changes_are_those_of_the_values():
    seen = send_push(-0.3)
    moved = make_graph(Given(w1=START.w1 - 0.3))
    for name in NODES:
        change = getattr(moved, name).value - getattr(make_graph(), name).value
        assert seen.changes[name] == change
    assert [name for name in ("x", "y", "w2", "w3", "w4") if seen.changes[name]] == []


def test_the_push_arrives_where_all_that_leads_there_has_arrived():
    assert [name for names in ARRIVALS[1:] for name in names] == list(COMPUTED)
