"""The paths from a weight to the loss, and nudges of a weight."""

import math

import numpy as np
import pytest

from lessonlib.figures import nudges, paths
from lessonlib.figures.diagram import START, factor_of, make_graph
from lessonlib.predict import choose

VALUES = tuple((name, START[name]) for name in ("x", "w1", "w2", "w3", "w4"))
OTHER = (("x", -1.3), ("w1", 0.8), ("w2", -0.7), ("w3", 2.1), ("w4", -1.9))


def formula(figure):
    return [
        text.get_text()
        for text in figure._picture.figure.axes[0].texts
        if "= " in text.get_text() and "∂L/∂w" in text.get_text()
    ]


def test_one_path_is_built_in_the_order_of_the_deck():
    figure = paths.one_path()
    expected = ["…", "∂L/∂y₄ · …", "∂L/∂y₄ · ∂f₄/∂y₂ · …", "∂L/∂y₄ · ∂f₄/∂y₂ · ∂f₂/∂w₂"]
    for n, symbols in enumerate(expected):
        figure.update(n_factors=n)
        assert formula(figure)[0] == f"∂L/∂w₂ = {symbols}"


def test_two_paths_are_built_in_the_order_of_the_deck():
    figure = paths.two_paths()
    expected = [
        "…",
        "∂L/∂y₄ · …",
        "∂L/∂y₄ · [ ∂f₄/∂y₂ ] · …",
        "∂L/∂y₄ · [ ∂f₄/∂y₂ · ∂f₂/∂y₁ ] · …",
        "∂L/∂y₄ · [ ∂f₄/∂y₂ · ∂f₂/∂y₁ + ∂f₄/∂y₃ ] · …",
        "∂L/∂y₄ · [ ∂f₄/∂y₂ · ∂f₂/∂y₁ + ∂f₄/∂y₃ · ∂f₃/∂y₁ ] · …",
        "∂L/∂y₄ · [ ∂f₄/∂y₂ · ∂f₂/∂y₁ + ∂f₄/∂y₃ · ∂f₃/∂y₁ ] · ∂f₁/∂w₁",
    ]
    for n, symbols in enumerate(expected):
        figure.update(n_factors=n)
        assert formula(figure)[0] == f"∂L/∂w₁ = {symbols}"


def test_one_path_of_two_is_a_product():
    figure = paths.two_paths()
    words = figure.update(path="y3").words
    symbols = "∂L/∂y₄ · ∂f₄/∂y₃ · ∂f₃/∂y₁ · ∂f₁/∂w₁"
    assert formula(figure)[0] == f"the part of ∂L/∂w₁ through y₃ = {symbols}"
    assert "the other path is missing" in words


def test_the_numbers_of_the_formula_are_those_of_the_graph():
    figure = paths.one_path()
    figure.update()
    assert formula(figure)[1] == "∂L/∂w₂ = −1.62 · 0.25 · 0.213 = −0.0861"


@pytest.mark.parametrize("values", [VALUES, OTHER])
def test_products_are_the_derivatives(values):
    graph = make_graph(**dict(values))
    graph.loss.backward()
    product = math.prod(factor_of(graph, edge) for edge in paths.PATH_TO_W2)
    assert product == pytest.approx(graph.w2.derivative, rel=1e-14)
    parts = paths.path_derivatives(graph)
    assert sum(parts.values()) == pytest.approx(graph.w1.derivative, rel=1e-13)


@pytest.mark.parametrize("values", [VALUES, OTHER])
def test_both_paths_are_what_measuring_gives(values):
    parts = paths.path_derivatives(make_graph(**dict(values)))
    assert nudges.measure_derivative(values) == pytest.approx(sum(parts.values()), rel=1e-6)


@pytest.mark.parametrize("parameter", ["w1", "w2", "w3", "w4"])
def test_the_miss_shrinks_with_the_square_of_the_nudge(parameter):
    small, smaller = nudges.gap_curve(VALUES, parameter, 1.0)[[3, 0]]
    ratio = nudges.SIZES[3] / nudges.SIZES[0]
    assert small / smaller == pytest.approx(ratio**2, rel=0.1)


def test_no_nudge_no_change():
    assert nudges.nudge_loss(VALUES, "w1", 0.0) == 0
    middle = len(nudges.NUDGES) // 2
    assert nudges.NUDGES[middle] == pytest.approx(0, abs=1e-15)
    assert nudges.nudge_curve(VALUES, "w1")[middle] == pytest.approx(0, abs=1e-12)


def test_forgetting_the_path_through_y3_gives_the_wrong_sign():
    """What the lesson asks the reader to predict."""
    figure = nudges.forget_path()
    assert "The sign is wrong" in figure.update(forgotten="y3").words
    assert "The sign is right" in figure.update(forgotten="y2").words
    assert "Both paths count" in figure.update(forgotten="nothing").words


def test_a_step_against_the_wrong_sign_makes_the_loss_larger():
    parts = paths.path_derivatives(make_graph())
    assert nudges.nudge_loss(VALUES, "w1", -0.1 * parts["y2"]) > 0
    assert nudges.nudge_loss(VALUES, "w1", -0.1 * sum(parts.values())) < 0


def test_the_answer_line_stays_hidden_until_the_prediction_is_settled():
    guess = choose("a", "b")
    figure = nudges.forget_path(guess)
    axes = figure._picture.figure.axes[0]
    answer = next(line for line in axes.lines if line.get_linestyle() == "-.")
    assert not answer.get_visible()
    guess.commit("a")
    assert answer.get_visible()
    np.testing.assert_allclose(
        np.ptp(answer.get_ydata()), 2 * abs(paths.path_derivatives(make_graph())["y2"])
    )
