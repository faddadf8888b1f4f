"""Pages of the reading site: what stands in place of what needs a kernel."""

import base64
import json
import re
import zlib

import page_asks
import page_cells
import page_words
import pytest
import recorded
import stage
from build_notebooks import LESSONS, find_lessons, read_lesson
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from page_words import PageError, say

from lessonlib.stage import MIME_TYPE, NARROW_MIME_TYPE

every_lesson = pytest.mark.parametrize(
    "lesson", find_lessons(LESSONS), ids=lambda lesson: lesson.stem
)
# What only a reader with a kernel and a mouse can do.
NEEDS_A_NOTEBOOK = re.compile(
    r"(run|click) the (next |first )?cell|this cell|run it when|run the check|shift \+ enter|kernel"
    r"|press (\*|a letter|run)|drag the (\w+ )?(dot|point|end|penguin)|drag one dot|drag it",
    re.IGNORECASE,
)
RECORDING = {
    "title": "A line",
    "wholes": ["<svg></svg>"],
    "parts": [],
    "controls": [{"name": "slope", "label": "a slope"}],
    "held": [["σ noise", "0.1"]],
    "frames": [{"words": "height 1", "whole": 0, "parts": []}],
}
PICTURE = (
    '<figure><img alt="A line. height 1" src="data:image/svg+xml;base64,cGljdHVyZQ=="></figure>'
)


def prose_of(lesson):
    cells = [cell for cell in read_lesson(lesson).cells if page_cells._is_shown(cell)]
    sources = [cell.source for cell in cells if cell.cell_type == "markdown"]
    return page_words.for_a_page(lesson.stem, sources)


@every_lesson
def test_no_sentence_asks_for_what_a_page_cannot_do(lesson):
    found = [
        match.group() for text in prose_of(lesson) for match in NEEDS_A_NOTEBOOK.finditer(text)
    ]
    assert found == []


def test_the_lessons_themselves_do_ask_for_it():
    found = [
        NEEDS_A_NOTEBOOK.search(cell.source)
        for lesson in find_lessons(LESSONS)
        for cell in read_lesson(lesson).cells
    ]
    assert sum(map(bool, found)) > 20


def test_a_replacement_that_has_lost_its_sentence_is_named():
    with pytest.raises(PageError, match=r"00_start_here: '## Is everything .* occurs 0 times"):
        page_words.for_a_page("00_start_here", ["# Build a network"])


def figure(source, narrow=False):
    data = {MIME_TYPE: RECORDING, "text/html": PICTURE}
    if narrow:
        data[NARROW_MIME_TYPE] = RECORDING
    return new_code_cell(source, outputs=[new_output("display_data", data)])


def lesson_of(*cells):
    return new_notebook(cells=[new_markdown_cell("# A lesson\n\nIts goals."), *cells])


def page_of(tmp_path, *cells):
    page = page_cells.make_page(lesson_of(*cells), "09_lesson", tmp_path, "<nav>ways</nav>")
    return [cell.source for cell in page.cells]


def test_ways_stand_below_the_title(tmp_path):
    title, ways, goals = page_of(tmp_path)
    assert (title, goals) == ("# A lesson", "Its goals.")
    assert "<nav>ways</nav>" in ways


def test_a_figure_leaves_its_recordings_beside_the_page(tmp_path):
    *_, page = page_of(tmp_path, figure("figures.bump()", narrow=True))
    assert 'id="figure-bump"' in page
    assert 'data-wide="_static/figures/09_lesson/bump.js"' in page
    assert 'data-narrow="_static/figures/09_lesson/bump-narrow.js"' in page
    assert "<em>a slope</em>" in page
    folder = tmp_path / "figures" / "09_lesson"
    assert (folder / "bump.svg").read_bytes() == b"picture"
    call = (folder / "bump.js").read_text("utf-8")
    name, data = json.loads(f"[{call[call.index('(') + 1 : call.rindex(')')]}]")
    assert name == "_static/figures/09_lesson/bump.js"
    assert json.loads(zlib.decompress(base64.b64decode(data))) == RECORDING


def test_a_figure_that_is_shown_twice_has_two_addresses(tmp_path):
    *_, one, two = page_of(tmp_path, figure("figures.bump()"), figure("figures.bump()"))
    assert 'id="figure-bump"' in one
    assert 'id="figure-bump_2"' in two


def test_a_figure_waits_for_its_prediction(tmp_path):
    guess = new_code_cell('guess = predict.choose("up", "<b>", key="lesson9.way")\nguess')
    *_, form, page = page_of(tmp_path, guess, figure("figures.bump(prediction=guess)"))
    assert 'data-key="lesson9.way"' in form
    assert say("waiting") in form
    assert 'value="&lt;b&gt;"' in form
    assert '<div class="page-behind" data-behind="lesson9.way" hidden>' in page
    *_, form = page_of(tmp_path, guess)
    assert say("waiting_later") in form


def test_a_range_to_predict_in_starts_in_its_middle():
    prediction = page_asks.find_prediction("n = predict.estimate(1, 300)\nn")
    form = page_asks.render_prediction(prediction, hides=True)
    assert 'min="1" max="300" step="1" value="150"' in form
    prediction = page_asks.find_prediction("a = predict.estimate(0.0, 2.5)\na")
    assert 'step="0.025" value="1.25"' in page_asks.render_prediction(prediction, hides=True)


def test_the_table_of_predictions_waits_for_them():
    source = 'truth = 3\npredict.recap(("which way", guess, "up"), ("how many", number, truth))'
    row = '<tr><th scope="row" style="x">{}</th><td>{}</td></tr>'
    head = '<tr><th scope="col">question</th><th scope="col">it is</th></tr>'
    table = f"<table>{head}{row.format('which way', 'up')}{row.format('how many', 3)}</table>"
    page = page_asks.render_recap(source, table, {"guess": "lesson9.way", "number": "number"})
    cells = re.findall(r"<t[dh][^>]*>([^<]*)</t", page)
    none = say("none")
    assert cells[:3] == ["question", say("head_prediction"), "it is"]
    assert cells[3:] == ["which way", none, "up", "how many", none, "3"]
    assert re.findall(r'data-predicted="([^"]*)"', page) == ["lesson9.way", "number"]


def test_each_option_of_a_question_has_its_reason():
    question = page_asks.find_question("quiz(1, 1)")
    page = page_asks.render_question(question)
    assert page.count("<details") == len(question.options) == page.count("<summary>")
    assert page.count('class="page-right"') == 1
    assert "$" not in page
    assert r"\(0.16\)" in page


def test_an_exercise_keeps_its_task_and_hints_and_says_where_to_do_it(tmp_path):
    hints = new_output("display_data", {"text/html": "<details>a hint</details>"})
    cells = [
        new_markdown_cell("### Exercise: add two"),
        new_code_cell("def add(a, b):\n    ..."),
        new_code_cell("check(add)", metadata={"slideshow": {"slide_type": "skip"}}),
        new_code_cell(
            'hint("add")', outputs=[hints], metadata={"slideshow": {"slide_type": "skip"}}
        ),
    ]
    *_, task, stub, shown, link = page_of(tmp_path, *cells)
    assert (task, stub) == ("### Exercise: add two", "def add(a, b):\n    ...")
    assert "<details>a hint</details>" in shown
    assert 'href="lite/notebooks/index.html?path=09_lesson.ipynb#Exercise%3A-add-two"' in link


def test_bookkeeping_and_notes_are_left_out(tmp_path):
    skipped = {"slideshow": {"slide_type": "skip"}}
    notes = {"slideshow": {"slide_type": "notes"}}
    cells = [
        new_code_cell("import numpy as np", metadata=skipped),
        new_markdown_cell("Ask the room.", metadata=notes),
        new_code_cell("from lessonlib.setup_check import check_setup\n\ncheck_setup()"),
    ]
    assert len(page_of(tmp_path, *cells)) == 3  # title, ways, goals


def test_a_lesson_is_run_again_only_when_something_changed(tmp_path, monkeypatch):
    runs = []

    def run_lesson(lesson, folder, **limits):
        runs.append(limits)
        return lesson_of()

    monkeypatch.setattr(stage, "run_lesson", run_lesson)
    lesson = tmp_path / "09_lesson.py"
    lesson.write_text("# %%\n1\n", "utf-8")
    first = recorded.run(lesson, tmp_path)
    assert recorded.run(lesson, tmp_path) == first
    assert len(runs) == 1
    recorded.run(lesson, tmp_path, most_positions=3)
    lesson.write_text("# %%\n2\n", "utf-8")
    recorded.run(lesson, tmp_path, most_positions=3)
    assert runs == [{}, {"most_positions": 3}, {"most_positions": 3}]
    assert len(list(tmp_path.glob("*.ipynb"))) == 1


def test_all_words_of_the_site_are_used():
    tools = page_words.SITE.parent
    code = "\n".join(path.read_text("utf-8") for path in tools.glob("*page*.py"))
    used = {key for key in page_words._table() if re.search(rf"""say\(["']{key}["']""", code)}
    made = {"slides", "handout", "notebook", "option_right", "option_wrong", "instead"}
    assert set(page_words._table()) - used - made == set()
