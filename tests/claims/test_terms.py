"""No term is used before the cell that defines it: tags ``defines:TERM``, spaces as ``_``.

What is read, and what may name a thing to come, stands in ``tests/terms_used.py``.
"""

import pytest
import terms_used
from terms_used import Cell, Terms, course_terms, prose, read_course, read_lesson, told, troubles

# Lessons whose terms are tagged, from the first on; the terms of later ones are not known yet.
TAGGED = tuple(range(8))

TERMS = Terms(
    {
        "regression": [],
        "logistic regression": [],
        "accuracy": [],
        "loss": [],
        "mean squared error": ["MSE"],
    },
    ["weather loss"],
)


def test_no_term_is_used_before_it_is_defined():
    assert troubles(read_course(TAGGED), course_terms()) == []


def test_the_tagged_lessons_are_the_first_ones():
    assert list(TAGGED) == list(range(len(TAGGED)))


def cells(*said):
    """Make cells of texts; what stands before a colon is defined there."""
    made = []
    for number, text in enumerate(said):
        before, _, after = text.rpartition(": ")
        made.append(Cell(f"cell {number}", after, after, tuple(filter(None, [before]))))
    return made


def test_a_term_that_is_used_too_early_is_found():
    found = troubles(
        cells("Now regression.", "regression: this is regression", "regression"), TERMS
    )
    assert found == ["cell 0 uses 'regression'; cell 1 defines it"]


def test_a_term_that_is_defined_first_or_where_it_is_used_is_fine():
    assert troubles(cells("loss: the loss is this", "Losses fall.", "a loss"), TERMS) == []


def test_a_term_that_nobody_defines_is_found():
    found = troubles(cells("The MSE falls.", "It falls again, the MSE."), TERMS)
    assert found == ["cell 0 uses 'mean squared error', which no cell defines"]


def test_a_longer_term_is_another_term():
    assert TERMS.used_in("Logistic regression, logistic\nregressions.") == ["logistic regression"]
    assert TERMS.used_in("Regression and logistic regression") == [
        "regression",
        "logistic regression",
    ]
    assert troubles(cells("logistic regression: logistic regression"), TERMS) == []


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("LOSSES", ["loss"]),
        ("two accuracies", ["accuracy"]),
        ("glossy, lossless, non-loss", []),
        ("an accurate guess", []),
        ("the mean\n  squared errors", ["mean squared error"]),
        ("the MSE, a loss, the MSE", ["mean squared error", "loss"]),
        ("a weather loss", []),
    ],
)
def test_whole_phrases_are_found_with_their_plurals(text, used):
    assert TERMS.used_in(text) == used


def test_a_tag_says_what_its_cell_says():
    found = troubles(cells("loss: nothing of it", "lost: the loss", "loss: a loss again"), TERMS)
    assert found == [
        "cell 0 is to define 'loss' and does not say it",
        "cell 1 defines 'lost', which is not on the list of terms",
        "cell 2 defines 'loss', as cell 0 does",
    ]


def test_a_tag_may_name_another_form_of_the_term():
    assert troubles(cells("MSE: the mean squared error", "an MSE"), TERMS) == []


def test_a_form_belongs_to_one_term():
    with pytest.raises(ValueError, match="'mse' is both 'a' and 'b'"):
        Terms({"a": ["MSE"], "b": ["mse"]})


def test_formulas_code_and_titles_of_lessons_are_not_read():
    text = (
        "Next: [3 · Loss and metrics](03_loss.ipynb). $loss$, `loss`, $$\nloss\n$$ [a](loss.html)"
    )
    assert TERMS.used_in(prose(text)) == []
    assert TERMS.used_in(prose("mse_loss, _accuracy_, __loss__")) == ["accuracy", "loss"]
    assert TERMS.used_in(prose("the **loss** and *accuracy*, [a regression](https://x.org)")) == [
        "loss",
        "accuracy",
        "regression",
    ]


LESSON = """\
# %% [markdown]
# # 1 · Accuracy and loss

# %% [markdown] tags=["ahead"]
# Regression comes later.

# %% [markdown]
# ## The accuracy
#
# A regression.

# %% [markdown] slideshow={"slide_type": "notes"}
# They know the loss.

# %% [markdown] tags=["defines:mean_squared_error", "exercise"]
# ## The mean squared error

# %%
mse = 1
print(f"accuracy {mse}")
"""


def test_titles_headings_notes_and_cells_that_look_ahead_may_name_what_is_to_come(tmp_path):
    path = tmp_path / "01_name.py"
    path.write_text(LESSON)
    found = read_lesson(path)
    assert [TERMS.used_in(one.uses) for one in found] == [
        *([], [], ["regression"], [], []),
        ["accuracy"],
    ]
    assert [one.defines for one in found if one.defines] == [("mean squared error",)]
    assert TERMS.used_in(found[4].text) == ["mean squared error"]
    assert found[4].place == "lesson 1, cell 4 (The mean squared error)"


def test_keys_of_predictions_are_not_read():
    assert TERMS.used_in(told('predict.choose("a loss", key="lesson3.accuracy")', 3)) == ["loss"]


FIGURES = """
[one]
title = "A regression"

[one.labels]
a = "accuracy {value}"

[two]
title = "A loss"
"""
QUIZ = """
[lesson1.first]
text = "A loss"
options = [{ text = "accuracy", right = true, why = "mean squared error" }]

[lesson1.second]
text = "A regression"
options = []
"""


def test_figures_and_quizzes_are_read_where_they_are_called(tmp_path, monkeypatch):
    (tmp_path / "figures" / "lesson1").mkdir(parents=True)
    (tmp_path / "figures" / "lesson1" / "some.toml").write_text(FIGURES)
    (tmp_path / "quiz.toml").write_text(QUIZ)
    monkeypatch.setattr(terms_used, "ENGLISH", tmp_path)
    for read in (terms_used.figure_words, terms_used.quiz_words):
        monkeypatch.setattr(terms_used, read.__name__, read.__wrapped__)
    assert TERMS.used_in(told("figures.one(seed=1)", 1)) == ["regression", "accuracy"]
    assert TERMS.used_in(told("quiz(1, 1)", 1)) == ["loss", "accuracy", "mean squared error"]
    assert TERMS.used_in(told("quiz(1, 2)\nfigures.two()", 1)) == ["loss", "regression"]
    assert TERMS.used_in(told("x = 3", 1)) == []
