"""Slides: which cell stands where, and what the page of a deck holds."""

import base64
import json
import zlib

import export_slides
import pytest
import recorded
import stage
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lessonlib.live import compress
from lessonlib.stage import MIME_TYPE

RECORDING = {
    "title": 'A "line"',
    "wholes": ["<svg></svg>"],
    "parts": [],
    "controls": [],
    "held": [],
    "frames": [{"words": "height 1", "whole": 0, "parts": []}],
}


def prose(source, kind="-"):
    return new_markdown_cell(source, metadata={"slideshow": {"slide_type": kind}})


def code(source, kind="-", outputs=()):
    metadata = {"slideshow": {"slide_type": kind}}
    return new_code_cell(source, metadata=metadata, outputs=list(outputs))


def notebook(*cells):
    return new_notebook(cells=list(cells))


def sources(columns):
    return [
        [[[c.source for c in step] for step in slide.steps] for slide in column]
        for column in columns
    ]


@pytest.fixture
def packages(tmp_path):
    """Stand-ins for what npm fetches."""
    for name in (
        "reveal.js/dist/reset.css",
        "reveal.js/dist/reveal.css",
        "mathjax/es5/tex-svg.js",
        "reveal.js/dist/reveal.js",
        "reveal.js/plugin/notes/notes.js",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("'</script><!-- '" if name.endswith(".js") else "p {}")
    return tmp_path


def test_cells_become_slides_subslides_and_fragments():
    columns = stage.find_slides(
        notebook(
            prose("a", "slide"),
            code("b"),
            prose("c", "fragment"),
            code("d"),
            prose("e", "subslide"),
            prose("f", "slide"),
        )
    )
    assert sources(columns) == [[[["a", "b"], ["c", "d"]], [["e"]]], [[["f"]]]]


def test_skipped_cells_are_left_out_and_notes_unfolded():
    folded = "<details><summary>For the instructor</summary>\n\nAsk $x$.\n\n</details>"
    cells = [code("import this", "skip"), prose("a", "slide"), prose(folded, "notes"), prose("b")]
    ((slide,),) = stage.find_slides(notebook(*cells))
    assert [cell.source for cell in slide.cells] == ["a", "b"]
    assert slide.notes == ["Ask $x$."]


def test_first_cell_begins_a_slide_whatever_it_says():
    assert sources(stage.find_slides(notebook(prose("a"), prose("b", "fragment")))) == [
        [[["a"], ["b"]]]
    ]


def test_answers_to_a_question_are_a_fragment_after_it():
    page = "<p>Which?</p><details><summary>Answers</summary><p>That.</p></details>"
    question = code("quiz(1, 1)", outputs=[new_output("display_data", {"text/html": page})])
    ((slide,),) = stage.find_slides(notebook(prose("## Quiz", "slide"), question))
    assert [len(step) for step in slide.steps] == [2, 1]
    texts = [export_slides.render_cell(step[-1]) for step in slide.steps]
    assert texts == [
        '<div class="output html"><div class="question"><p>Which?</p></div></div>',
        '<div class="output html"><div class="answers"><p>That.</p></div></div>',
    ]


def test_slide_without_a_heading_repeats_the_last_one():
    cells = [
        prose("# Title\n\nText.", "slide"),
        prose("### One $x$", "subslide"),
        prose("more", "subslide"),
        code("print()", "slide"),
    ]
    columns = export_slides.repeat_headings(stage.find_slides(notebook(*cells)))
    assert sources(columns) == [
        [[["# Title\n\nText."]], [["### One $x$"]], [["### One $x$", "more"]]],
        [[["### One $x$", "print()"]]],
    ]


def test_page_holds_slides_notes_and_no_setup(packages):
    cells = [
        prose("# A <b>lesson</b>", "slide"),
        code("setup = 1", "skip"),
        prose("Speak up.", "notes"),
        prose("$a<b$", "fragment"),
    ]
    page = export_slides.make_deck(notebook(*cells), packages)
    assert page.count('<aside class="notes">') == 1
    assert "Speak up." in page
    assert "setup = 1" not in page
    assert page.count('<div class="fragment">') == 1
    assert "$a&lt;b$" in page


def test_scripts_do_not_end_where_their_text_has_an_end_tag(packages):
    page = export_slides.make_deck(notebook(prose("# A", "slide")), packages)
    assert page.count("</script>") == page.count("<script")


def test_page_asks_for_nothing_outside_itself(packages):
    page = export_slides.make_deck(notebook(prose("# A", "slide")), packages)
    assert 'src="' not in page
    assert '<link rel="icon" href="data:,">' in page
    assert page.count("<link") == 1


def test_links_to_lessons_lead_to_their_decks():
    page = export_slides.DECK.markdown("[next](02_sum_of_sigmoids.ipynb)")
    assert 'href="02_sum_of_sigmoids.slides.html"' in page


def test_live_figure_becomes_a_player_without_its_code():
    data = {MIME_TYPE: RECORDING, "text/html": "<img>", "text/plain": "A line"}
    output = new_output("display_data", data)
    page = export_slides.render_cell(code("figures.line()", outputs=[output]))
    assert "figures.line" not in page
    assert "<img>" not in page
    packed = page.split('<script type="text/plain">')[1].split("<")[0]
    assert json.loads(zlib.decompress(base64.b64decode(packed))) == RECORDING


def test_code_is_shown_with_what_it_prints():
    output = new_output("stream", name="stdout", text="a < b\n")
    page = export_slides.render_cell(code("print('a < b')", outputs=[output]))
    assert '<pre class="output">a &lt; b' in page
    assert "highlight" in page


def test_prediction_is_shown_without_its_code():
    data = {"text/html": '<div class="live-prediction"><p>up or down</p></div>'}
    page = export_slides.render_cell(
        code("guess = choose()\nguess", outputs=[new_output("display_data", data)])
    )
    assert "choose" not in page
    assert "up or down" in page


def test_player_is_one_module():
    text = export_slides.bundle_player()
    assert 'from "./' not in text
    assert 'from "../' not in text
    assert 'from "data:text/javascript;base64,' in text


def test_too_large_a_deck_is_refused(packages, monkeypatch, tmp_path):
    monkeypatch.setattr(export_slides, "LARGEST", 10)
    monkeypatch.setattr(export_slides.npm_packages, "install", lambda: packages)
    monkeypatch.setattr(recorded, "run", lambda *_: notebook(prose("# A", "slide")))
    with pytest.raises(export_slides.DeckTooLargeError, match="01_a: .* bytes; the limit is 10"):
        export_slides.export([tmp_path / "01_a.py"], tmp_path)


@pytest.mark.notebook
def test_lesson_runs_with_recordings(tmp_path):
    lesson = tmp_path / "01_a.py"
    lesson.write_text(
        '# %% [markdown] slideshow={"slide_type": "slide"}\n# # A\n\n'
        '# %% slideshow={"slide_type": "-"}\n'
        "from lessonlib.figures import lesson2 as figures\n\nfigures.question()\n"
    )
    run = stage.run_lesson(lesson, tmp_path)
    assert [cell.cell_type for cell in run.cells] == ["markdown", "code"]
    recording = run.cells[1].outputs[0].data[MIME_TYPE]
    assert len(recording["frames"]) == 1
    assert len(compress(recording)) < 20_000
