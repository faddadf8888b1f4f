"""Quizzes and predictions by keyboard alone, in JupyterLab."""

import pytest

pytestmark = pytest.mark.browser

CELLS = [
    "from lessonlib import predict\nfrom lessonlib.quiz import quiz",
    'choice = predict.choose("smaller", "larger")\nchoice',
    "number = predict.estimate(1, 30)\nnumber",
    *(f"quiz(1, {number})" for number in range(1, 5)),
]

QUIZ_IS_UP = "() => document.querySelectorAll('.lesson-quiz').length === 4"


@pytest.fixture(scope="module")
def notebook(desk):
    """A notebook with two predictions and a quiz, run once for all tests."""
    notebook = desk.open_made("keys.ipynb", CELLS)
    notebook.run_all()
    notebook.page.wait_for_function(QUIZ_IS_UP)
    yield notebook
    assert notebook.problems == []


def press(notebook, *keys):
    for key in keys:
        notebook.page.keyboard.press(key)
        # As slowly as a person: a widget's answer to one key must not cross the next.
        notebook.page.wait_for_timeout(200)
        notebook.wait_until_idle()


def focused(notebook):
    return notebook.page.evaluate("() => document.activeElement.textContent.trim()")


def test_tab_reaches_every_option_and_enter_or_space_answers(notebook):
    buttons = notebook.page.locator(".lesson-quiz").first.locator("button")
    buttons.first.focus()
    reached = [focused(notebook)]
    for _ in range(buttons.count() - 1):
        press(notebook, "Tab")
        reached.append(focused(notebook))
    assert reached == buttons.all_inner_texts()

    buttons.first.focus()
    for key, letter in (("Enter", "A"), ("Space", "B")):
        press(notebook, key)
        said = notebook.page.locator(f".lesson-quiz [role=alert]:has-text('{letter}: Not quite.')")
        said.wait_for()
        press(notebook, "Tab")


def test_letters_on_a_button_leave_the_notebook_alone(notebook):
    notebook.page.locator(".lesson-quiz button").first.focus()
    press(notebook, "a", "b", "d", "d", "x")
    assert notebook.page.locator(".jp-Cell").count() == len(CELLS)


def test_keys_with_ctrl_are_still_the_notebooks(notebook):
    notebook.page.locator(".lesson-quiz button").first.focus()
    press(notebook, "Control+Shift+c")
    notebook.page.locator(".jp-ModalCommandPalette input").wait_for()
    press(notebook, "Escape")


def test_formulas_are_typeset(notebook):
    texts = notebook.page.locator(".lesson-quiz .widget-htmlmath-content")
    assert texts.count() >= 20
    assert not [text for text in texts.all_inner_texts() if "$" in text]
    assert notebook.page.locator(".lesson-quiz mjx-container").count() >= 9


def test_arrow_keys_choose_and_enter_commits(notebook):
    question = notebook.page.locator(".live-figure-prediction").nth(0)
    radios = question.locator("input[type=radio]")
    radios.first.focus()
    press(notebook, "Space", "ArrowDown")
    assert radios.nth(1).is_checked()
    question.locator("button").first.focus()
    press(notebook, "Enter")
    question.get_by_text("You predicted: larger.").wait_for()


def test_arrow_keys_move_the_slider(notebook):
    question = notebook.page.locator(".live-figure-prediction").nth(1)
    question.locator(".noUi-handle").focus()
    press(notebook, "ArrowRight", "ArrowRight")
    question.locator("button").first.focus()
    press(notebook, "Enter")
    question.get_by_text("You predicted: 17.").wait_for()
