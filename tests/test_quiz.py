"""Quizzes: one right option each, a reason for every option, and numbers that are true."""

import re

import numpy as np
import pytest

from lessonlib import metrics, progress
from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson2
from lessonlib.graph import Node, topological_order
from lessonlib.logistic import cross_entropy_gradient, squared_error_gradient
from lessonlib.losses import mean_squared_error, mean_squared_error_gradient
from lessonlib.quiz import LESSONS, as_html, as_plain, question_keys, questions, quiz
from lessonlib.words import tables

QUESTIONS = {question.key: question for lesson in LESSONS for question in questions(lesson)}
every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def right_of(question):
    return next(option for option in question.options if option.right)


def number_of(key):
    """Return the first number in the right option of a question."""
    return float(re.search(r"-?\d+(\.\d+)?", right_of(QUESTIONS[key]).text).group())


def numbers_of(key):
    """Return the numbers that the options of a question stand for."""
    return [
        float(re.search(r"-?\d+(\.\d+)?", option.text).group()) for option in QUESTIONS[key].options
    ]


# The texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_lesson_has_two_to_four_questions(lesson):
    assert 2 <= len(questions(lesson)) <= 4
    assert [question.key for question in questions(lesson)] == question_keys(lesson)


@every_question
def test_exactly_one_option_is_right_and_each_has_a_reason_of_its_own(question):
    assert sum(option.right for option in question.options) == 1
    assert 3 <= len(question.options) <= 4
    assert len({option.text for option in question.options}) == len(question.options)
    assert len({option.why for option in question.options}) == len(question.options)
    assert all(len(option.why) >= 30 for option in question.options)


def test_the_words_know_no_other_keys():
    for entries in tables("quiz").values():
        for entry in entries.values():
            assert set(entry) == {"text", "options"}
            assert all(set(one) - {"right"} == {"text", "why"} for one in entry["options"])


def test_the_right_option_cannot_be_guessed_from_its_place_or_length():
    places = [right_of(question).letter for question in QUESTIONS.values()]
    assert max(places.count(letter) for letter in "ABCD") <= len(places) / 2
    longest = [
        max(question.options, key=lambda one: len(one.text)) for question in QUESTIONS.values()
    ]
    assert sum(option.right for option in longest) <= len(QUESTIONS) / 2


@every_question
def test_formulas_are_closed_and_every_command_has_a_plain_form(question):
    for text in (question.text, *(part for one in question.options for part in one[1:3])):
        assert text.count("$") % 2 == 0
        assert not re.search(r"[\\${}`]|\*\*", as_plain(text)), as_plain(text)


def test_texts_become_html_and_plain():
    text = r"**Why** is `a < b`, and $\frac{1}{2} \lambda_{\max} > 0$?"
    assert as_html(text) == (
        r"<strong>Why</strong> is <code>a &lt; b</code>, and $\frac{1}{2} \lambda_{\max} &gt; 0$?"
    )
    assert as_plain(text) == "Why is a < b, and (1/2) λ_max > 0?"


# What a reader sees ------------------------------------------------------------------------------


@every_question
def test_html_and_plain_forms_are_complete(question):
    bundle = question._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle["text/plain"] == repr(question)
    for text in (question.text, *(part for o in question.options for part in o[1:3])):
        assert as_html(text) in bundle["text/html"]
        assert as_plain(text) in bundle["text/plain"]
    right = right_of(question)
    assert f"{right.letter} is right. {as_plain(right.why)}" in bundle["text/plain"]
    assert bundle["text/html"].count("<details>") == 1
    open_text = re.sub(r"<details>.*?</details>", "", bundle["text/html"])
    assert not re.search(r"[A-D] is right", open_text)
    assert not any(as_html(option.why) in open_text for option in question.options)


def test_no_answer_leaves_the_stored_forms_as_they_are():
    one = quiz(1, 1)
    before = one._repr_mimebundle_()
    one.buttons["A"].click()
    assert one._repr_mimebundle_() == before


@every_question
def test_each_button_gives_its_own_reason_and_says_right_or_wrong_in_words(question):
    question = next(q for q in questions(int(question.key[6])) if q.key == question.key)
    assert question.feedback.value == ""
    for option in sorted(question.options, key=lambda one: one.right):
        question.buttons[option.letter].click()
        word = "Right." if option.right else "Not quite."
        assert f"<strong>{option.letter}: {word}</strong>" in question.feedback.value
        assert as_html(option.why) in question.feedback.value
        assert ("Choose another answer." in question.feedback.value) == (not option.right)
        mark = "✓" if option.right else "✗"
        assert question.buttons[option.letter].description == f"{option.letter} {mark}"
    assert question.is_answered


def test_every_option_is_a_button_with_its_text_beside_it():
    for question in QUESTIONS.values():
        rows = question.widget.children[1 : 1 + len(question.options)]
        assert [row.children[0] for row in rows] == list(question.buttons.values())
        for row, option in zip(rows, question.options, strict=True):
            assert as_html(option.text) in row.children[1].value
            assert as_plain(option.text) in row.children[0].tooltip
            assert not row.children[0].disabled


def test_answers_are_remembered():
    question = quiz(1, 1)
    wrong = next(option for option in question.options if not option.right)
    question.choose(wrong.letter)
    question.choose(right_of(question).letter)
    question.choose(wrong.letter)
    assert question.is_answered
    assert progress.read()["quiz"] == {
        question.key: {"answers": 2, "right": True, "wrong": {wrong.letter: 1}}
    }


def test_an_answer_that_cannot_be_remembered_is_still_told():
    progress.folder().write_text("a file in place of the folder")
    question = quiz(1, 1)
    question.choose("A")
    assert as_html(question.options[0].why) in question.feedback.value
    assert "Your progress could not be saved" in question.feedback.value


def test_a_question_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match=r"lesson=8: expected one of 1, 2, 3, 4, 5, 6, 7"):
        quiz(8, 1)
    for number in (0, 5):
        with pytest.raises(ValueError, match=f"number={number}: .* lesson 4, 1 to 4"):
            quiz(4, number)


# The numbers in the questions --------------------------------------------------------------------


def test_numbers_of_lesson_1():
    away, noise_std = 0.4, 0.3
    expected = [away**2, noise_std**2, away**2 + noise_std**2, (away + noise_std) ** 2]
    assert numbers_of("lesson1.floor") == pytest.approx(expected)
    noise = noise_std * np.random.default_rng(0).standard_normal(100_000)
    measured = mean_squared_error(noise, np.full(len(noise), away))
    assert number_of("lesson1.floor") == pytest.approx(measured, rel=0.02)


def test_numbers_of_lesson_2():
    pairs = [
        tuple(map(int, re.findall(r"-?\d+", option.text)))
        for option in QUESTIONS["lesson2.steeper"].options
    ]
    fits = [w == 4 and np.isclose(sigmoid(w * 1.0 + b), 0.5) for w, b in pairs]
    assert fits == [option.right for option in QUESTIONS["lesson2.steeper"].options]
    x = np.array([-3.0, 0.0, 3.0])
    up, down = sigmoid(20 * (x + 1)), -sigmoid(20 * (x - 1))
    np.testing.assert_allclose([up, down], [[0, 1, 1], [0, 0, -1]], atol=1e-8)
    np.testing.assert_allclose(up + down, [0, 1, 0], atol=1e-8)
    assert "cancel" in right_of(QUESTIONS["lesson2.bump"]).text
    lines = 2.0 * (1.0 * x + 0.5) + 0.7 * (-2.0 * x + 3.0)
    assert np.diff(lines) / np.diff(x) == pytest.approx([2.0 * 1.0 + 0.7 * -2.0] * 2)
    assert right_of(QUESTIONS["lesson2.lines"]).text == "straight lines only"
    narrow, wide = (lesson2.approximate("step", hidden_width) for hidden_width in (5, 50))
    assert wide.mean < 0.2 * narrow.mean
    assert [narrow.largest, wide.largest] == pytest.approx([0.5, 0.5], abs=0.01)


def test_numbers_of_lesson_3():
    residuals = np.array([1.0, -1.0, 1.0, -3.0])
    assert number_of("lesson3.mse") == mean_squared_error(np.zeros(4), residuals)
    assert numbers_of("lesson3.mse") == [
        (residuals**2).sum(),
        np.abs(residuals).mean(),
        (residuals**2).mean(),
        residuals.mean() ** 2,
    ]
    ill, called = np.repeat([1, 0], [10, 90]), np.ones(100, dtype=int)
    precision, recall = metrics.precision_score(ill, called), metrics.recall_score(ill, called)
    text = right_of(QUESTIONS["lesson3.everybody"]).text
    assert text == f"precision ${precision:g}$, recall ${recall:g}$"
    y, score = np.array([0, 0, 1, 1, 1, 0]), np.array([0.9, 0.8, 0.7, 0.2, 0.1, 0.3])
    turned = metrics.roc_auc_score(y, -score)
    assert turned == pytest.approx(1 - metrics.roc_auc_score(y, score))


def test_numbers_of_lesson_4():
    rate, curvature = 0.6, 4.0
    w = 1.0
    path = [w := w - rate * curvature * w for _ in range(3)]
    assert path[0] == pytest.approx(-1.4)
    assert path[0] < 0 < path[1] < -path[2]
    assert right_of(QUESTIONS["lesson4.factor"]).text == "it zigzags, farther each time"
    y, y_pred = np.array([3.0, 0.0, 0.0, 0.0]), np.array([1.0, 0.0, 0.0, 0.0])
    assert number_of("lesson4.advice") == mean_squared_error_gradient(y, y_pred)[0]


def test_numbers_of_lesson_5():
    assert number_of("lesson5.two_paths") == 2 * (3 * 1 + -2 * 2) * 1
    assert numbers_of("lesson5.two_paths") == [2 * 3, 2 * 3 * (-2 * 2), 2 * (3 - 4), 2 * -2 * 2]


def test_overwriting_spoils_only_the_early_weight():
    def derivatives(keep):
        x, w1, w2, w3, w4 = (Node(value) for value in (2.0, 0.6, 1.0, -2.0, 3.0))
        y1 = w1 * x
        loss = w4 * (w2 * y1) * (w3 * y1)
        order = topological_order(loss)
        for node in order:
            node.derivative = 0.0
        loss.derivative = 1.0
        for node in reversed(order):
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative = keep * parent.derivative + node.derivative * local
        return [w.derivative for w in (w1, w2, w3, w4)]

    same = np.equal(derivatives(keep=0), derivatives(keep=1))
    assert same.tolist() == [False, True, True, True]
    assert right_of(QUESTIONS["lesson5.overwrite"]).text == "only for $w_1$"


def test_numbers_of_lesson_6():
    z = np.dot([2, -1], [1, 3]) + 1
    assert sigmoid(np.array([z - 1.0, z, z + 1.0])).round(2).tolist() == [0.27, 0.5, 0.73]
    assert sigmoid(float(z)) == number_of_probability(right_of(QUESTIONS["lesson6.on_the_line"]))
    weights, x, y = np.array([0.0, 0.0, -10.0]), np.array([[0.0, 0.0]]), np.array([1.0])
    assert cross_entropy_gradient(weights, x, y)[-1] == pytest.approx(-1, abs=1e-4)
    assert squared_error_gradient(weights, x, y)[-1] == pytest.approx(0, abs=1e-3)


def number_of_probability(option):
    return float(option.text.strip("$").split()[-1])
