"""The pictures of lesson 5."""

import itertools

import numpy as np
import pytest

from lessonlib.experiments import lesson5 as experiments
from lessonlib.figures import lesson5 as figures
from lessonlib.figures.lesson5 import diagram, notation
from lessonlib.predict import choose


def test_the_words_say_where_paths_meet():
    figure = figures.steps()
    said = [figure.update(step=step).words for step in range(experiments.N_STEPS + 1)]
    assert [("two paths meet" in words) for words in said].count(True) == 1
    assert "two paths meet" in said[experiments.N_STEPS - 1]
    assert said[2].startswith("Step 2, forwards: y₂ = sigmoid(w₂ y₁) = 0.769")


def test_the_words_work_out_a_step_backwards():
    words = figures.steps().update(step=9).words
    # w₄ y₃ = 0.250 makes ∂L/∂y₂ = −1.616 · 0.250; y₂ (1 − y₂) = 0.178, times y₁ = 1.2 is 0.213
    assert "y₂ has ∂L/∂y₂ = −0.403 and passes on −0.403 × 0.178 = −0.0718 to y₁" in words
    assert "−0.403 × 0.213 = −0.0861 to w₂" in words
    assert "they add: 0.568 + (−0.0718) = 0.497" in words


@pytest.mark.parametrize(
    ("number", "words"), [(-0.0, "0"), (1e-5, "1e−05"), (-0.2512, "−0.251"), (16.0, "16")]
)
def test_numbers_are_short(number, words):
    assert notation.say_number(number) == words


def test_no_two_labels_overlap():
    """With every number at its longest, as the picture is drawn."""
    picture = diagram.Diagram()
    paths = experiments.follow_paths()
    picture.write_values(paths.values)
    picture.write_factors(paths.factors)
    longest = dict.fromkeys(experiments.NODES, -0.00999) | {"loss": 1.0}  # ∂L/∂L is always 1
    picture.write_derivatives(longest, {"y1"})
    picture.color_edges(dict.fromkeys(experiments.EDGES, diagram.BACKWARD))
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
    for edge in experiments.EDGES:
        for point, name in zip(diagram._ends(edge), edge, strict=True):
            centre = np.array(diagram._PLACES[name][:2])
            reach = 0.36 if name in experiments.COMPUTED else 0.27
            assert 0 < np.hypot(*(point - centre)) - reach < 0.05


def formula(figure):
    return [
        text.get_text()
        for text in figure._picture.figure.axes[0].texts
        if "= " in text.get_text() and "∂L/∂w" in text.get_text()
    ]


def test_one_path_is_built_in_the_order_of_the_deck():
    figure = figures.one_path()
    expected = ["…", "∂L/∂y₄ · …", "∂L/∂y₄ · ∂f₄/∂y₂ · …", "∂L/∂y₄ · ∂f₄/∂y₂ · ∂f₂/∂w₂"]
    for n, symbols in enumerate(expected):
        figure.update(n_factors=n)
        assert formula(figure)[0] == f"∂L/∂w₂ = {symbols}"


def test_two_paths_are_built_in_the_order_of_the_deck():
    figure = figures.two_paths()
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
    figure = figures.two_paths()
    words = figure.update(path="y3").words
    symbols = "∂L/∂y₄ · ∂f₄/∂y₃ · ∂f₃/∂y₁ · ∂f₁/∂w₁"
    assert formula(figure)[0] == f"the part of ∂L/∂w₁ through y₃ = {symbols}"
    assert "the other path is missing" in words


def test_the_numbers_of_the_formula_are_those_of_the_graph():
    figure = figures.one_path()
    figure.update()
    assert formula(figure)[1] == "∂L/∂w₂ = −1.62 · 0.25 · 0.213 = −0.0861"


def test_the_red_line_joins_what_the_derivative_says_and_what_is_true():
    figure = figures.nudge()
    figure.update(parameter="w3", nudge=-0.5)
    seen = experiments.nudge_weight("w3", -0.5)
    lines = [line.get_xydata().tolist() for line in figure._picture.figure.axes[0].lines]
    assert [[-0.5, seen.predicted], [-0.5, seen.change]] in lines


def test_forgetting_the_path_through_y3_gives_the_wrong_sign():
    """What the lesson asks the reader to predict."""
    figure = figures.forget_path()
    assert "The sign is wrong" in figure.update(forgotten="y3").words
    assert "The sign is right" in figure.update(forgotten="y2").words
    assert "Both paths count" in figure.update(forgotten="nothing").words


def test_the_answer_line_stays_hidden_until_the_prediction_is_settled():
    guess = choose("a", "b")
    figure = figures.forget_path(guess)
    axes = figure._picture.figure.axes[0]
    answer = next(line for line in axes.lines if line.get_linestyle() == "-.")
    assert not answer.get_visible()
    guess.commit("a")
    assert answer.get_visible()
    np.testing.assert_allclose(
        np.ptp(answer.get_ydata()), 2 * abs(experiments.follow_paths().parts["y2"])
    )
