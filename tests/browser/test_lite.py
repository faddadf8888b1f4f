"""The course in the browser, self-contained: no server but one of files, and no other host."""

import json

import lite_driver
import lite_page
import nbformat
import pytest
from build_notebooks import NOTEBOOKS

from lessonlib.words import Words

pytestmark = pytest.mark.browser

LESSON = "03_loss_and_metrics.ipynb"  # it has all: sliders, points, predictions, exercises, a quiz
OTHERS = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb") if path.name != LESSON)
SAYS = Words("exercises")
# JupyterLite asks the server for the list of a folder that only the browser has.
NOISE = "/api/contents/"

# Answers to the first exercise of the lesson.
RIGHT = "def mse_loss(y, y_pred):\n    return float(np.mean((y - y_pred) ** 2))"
WRONG = "def mse_loss(y, y_pred):\n    return float(np.sum((y - y_pred) ** 2))"
ENDLESS = "def mse_loss(y, y_pred):\n    while True:\n        pass"

IMPORT_ALL = """
from importlib import import_module
for number in range(8):
    import_module(f"lessonlib.figures.lesson{number}")
print("all")
"""


def stored(name):
    return nbformat.read(NOTEBOOKS / name, as_version=4)


def cell_of(name, source):
    """Return the number of the cell that begins with a text."""
    cells = stored(name).cells
    return next(i for i, cell in enumerate(cells) if cell.source.startswith(source))


def problems(lesson):
    return [one for one in lesson.problems if NOISE not in one]


@pytest.fixture(scope="module")
def server(lite_site):
    with lite_page.serve(lite_site) as (server, _):
        yield server


@pytest.fixture(scope="module")
def open_lesson(context, server):
    """Return a function that opens a lesson for a reader who was never here, and runs it."""
    mine = []

    def open_one(name):
        mine.append(context.browser.new_context(viewport={"width": 1280, "height": 800}))
        page = mine[-1].new_page()
        lesson = lite_page.open_lesson(page, server, name)
        assert page.locator("#lesson-boot").inner_text().startswith("You can read already")
        lite_page.wait_for_python(lesson)
        lesson.run_all(lite_page.START_TIMEOUT)
        return lesson

    yield open_one
    for one in mine:
        one.close()


@pytest.fixture(scope="module")
def lesson(open_lesson):
    return open_lesson(LESSON)


def test_the_lesson_runs_whole_and_prints_what_is_stored(lesson):
    assert lesson.errors() == []
    assert lesson.not_run() == []
    assert lite_driver.find_differences(lesson, stored(LESSON)) == []


def test_a_key_on_a_slider_and_a_dragged_point_reach_the_picture(lesson):
    assert lite_driver.move_by_key(lesson) == []
    assert lite_driver.drag_point(lesson) == []


def test_answers_are_judged_and_an_endless_one_ends(lesson):
    task, check = cell_of(LESSON, "def mse_loss"), cell_of(LESSON, "check(mse_loss)")

    def verdict(answer):
        lite_driver.run(lesson, task, answer)
        return lite_driver.run(lesson, check)

    assert SAYS("timeout") in verdict(ENDLESS)
    assert SAYS("mistake") in verdict(WRONG)
    assert SAYS("passed", name="mse_loss") in verdict(RIGHT)


def test_figures_of_all_lessons_can_be_imported(lesson):
    last = len(stored(LESSON).cells) - 1
    while stored(LESSON).cells[last].cell_type != "code":
        last -= 1
    assert lite_driver.run(lesson, last, IMPORT_ALL) == "all\n"


def test_progress_is_kept_after_a_reload(lesson):
    lesson.page.reload()
    lesson.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=1000 * lite_page.START_TIMEOUT)
    kept = json.loads(lite_driver.read_file(lesson, "progress/progress.json"))
    assert kept["exercises"]["mse_loss"]["passed"]
    assert RIGHT in lite_driver.read_file(lesson, "progress/my_network.py")


def test_nothing_went_wrong_in_the_page(lesson):
    assert problems(lesson) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", OTHERS)
def test_every_lesson_runs_whole_in_the_browser(open_lesson, name):
    one = open_lesson(name)
    assert one.errors() == []
    assert one.not_run() == []
    assert lite_driver.find_differences(one, stored(name)) == []
    assert not lite_driver.drag_point(one)  # before the slider, which may bring it to its limit
    assert lite_driver.move_by_key(one) == []
    assert problems(one) == []
    one.page.close()
