"""The pictures of lesson 5."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from lessonlib.experiments import lesson5 as experiments
from lessonlib.figures import lesson5 as figures
from lessonlib.figures.lesson5 import diagram, notation
from lessonlib.networks import mse_gradient
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
    assert clashes(picture.figure) == []


def clashes(figure):
    """Return the pairs of texts in a picture of one axes that overlap."""
    figure.draw_without_rendering()
    (axes,) = figure.axes
    shown = [text for text in axes.texts if text.get_text() and text.get_visible()]
    return [
        (one.get_text(), other.get_text())
        for one, other in itertools.combinations(shown, 2)
        if one.get_window_extent().overlaps(other.get_window_extent())
    ]


@pytest.mark.parametrize("make", [figures.two_paths, figures.answer, figures.travel])
def test_no_two_texts_of_a_figure_overlap(make):
    figure = make()
    figure.update()
    assert clashes(figure._picture.figure) == []


def test_no_two_texts_of_the_network_overlap():
    figure = figures.network_graph()
    for parameter in experiments.PARAMETERS:
        for n_samples in (1, 2, 3):
            figure.update(parameter=parameter, n_samples=n_samples, hidden_width=2)
            assert clashes(figure._picture.figure) == []


def test_arrows_meet_their_nodes():
    for edge in experiments.EDGES:
        for point, name in zip(diagram._ends(edge), edge, strict=True):
            centre = np.array(diagram._PLACES[name][:2])
            reach = 0.36 if name in experiments.COMPUTED else 0.27
            assert 0 < np.hypot(*(point - centre)) - reach < 0.05


def test_no_two_changes_overlap():
    picture = diagram.Diagram()
    paths = experiments.follow_paths()
    picture.write_values(paths.values)
    picture.write_factors({edge: one for edge, one in paths.factors.items() if "w" not in edge[0]})
    computed = ("w1", *experiments.COMPUTED)
    longest = dict.fromkeys(computed, -0.0123)
    picture.write_changes(longest, longest)
    assert clashes(picture.figure) == []


def test_a_push_is_followed_from_node_to_node():
    figure = figures.travel()
    assert "nothing else has moved" in figure.update(arrived=0).words
    words = figure.update(arrived=2).words
    assert "y₂ moves by 0.0337; its derivative by w₁, 0.356, times δ says 0.0356" in words
    assert "y₃ moves by" in words
    assert "Two changes arrive here" in figure.update(arrived=3).words
    assert "L moves by" in figure.update(arrived=4).words


def bars(figure):
    patches = figure._picture.figure.axes[0].patches
    return [one for one in patches if isinstance(one, Rectangle) and one.get_height() < 0.3]


def test_each_contribution_begins_where_the_one_before_ends():
    figure = figures.two_paths()
    for w3 in (-2.0, 1.5):
        figure.update(w3=w3)
        parts = experiments.follow_paths(experiments.Given(w3=w3)).parts
        y2, y3, total = bars(figure)
        zero = total.get_x()
        per_unit = total.get_width() / sum(parts.values())
        assert y2.get_x() == pytest.approx(zero)
        assert y2.get_width() == pytest.approx(per_unit * parts["y2"])
        assert y3.get_x() == pytest.approx(zero + per_unit * parts["y2"])
        assert y3.get_width() == pytest.approx(per_unit * parts["y3"])
    figure.update(n_factors=3)
    assert [one.get_width() for one in bars(figure)] == [0, 0, 0]


def test_the_bars_of_a_forgotten_path_stay_in_their_frame():
    """At these weights both parts are far beyond where the axis begins."""
    figure = figures.forget_path()
    figure.update(w1=0.1, w2=4.0, w3=1.0, w4=4.0, x=4.0)
    axes = figure._picture.figure.axes[1]
    heights = [bar.get_height() for bar in axes.patches]
    parts = experiments.follow_paths(experiments.Given(w1=0.1, w2=4.0, w3=1.0, w4=4.0, x=4.0)).parts
    assert heights[:2] == pytest.approx([parts["y2"], parts["y3"]])
    assert max(map(abs, heights)) > 4
    assert max(map(abs, heights)) < axes.get_ylim()[1]


def test_the_products_of_the_network_are_written_out():
    figure = figures.network_graph()
    words = figure.update(parameter="w", n_samples=3, hidden_width=2).words
    assert "w₁ reaches L on 3 paths" in words
    total = experiments.follow_network("w", 3, 2).total
    assert notation.say_number(total) in words
    texts = [one.get_text() for one in figure._picture.figure.axes[0].texts]
    assert sum(" · " in one and "∂" not in one for one in texts) == 3


def test_a_line_in_the_sigmoids_place_lets_all_through():
    figure = figures.saturation()
    assert "all of a change is left" in figure.update(z=5.0, function="line").words
    assert "a = 0.993 and its slope a(1 − a) = 0.00665" in figure.update(function="sigmoid").words


def test_a_gradient_that_diverges_is_told():
    def uphill(weights, x, y):
        return -mse_gradient(weights, x, y)

    figure = figures.train_with(uphill)
    assert "grew without bound" in figure.update(step=experiments.N_TRAINING_STEPS).words


@pytest.mark.parametrize(
    ("guess", "told_by"),
    [
        ("nudge_guess", ("figures.travel", "figures.nudge", "dloss_dw1 =", "figures.two_paths")),
        ("forget_guess", ("figures.forget_path", "through_y2 =", "figures.two_paths")),
        ("cost_guess", ("figures.gradient_cost", "about as much as three")),
    ],
)
def test_predictions_are_asked_for_before_anything_tells_them(guess, told_by):
    lesson = (Path(__file__).parents[1] / "lessons" / "05_chain_rule.py").read_text("utf-8")
    asked = lesson.index(f"{guess} = predict.")
    assert [told for told in told_by if lesson.index(told) < asked] == []


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
