import export_handout
import nbformat
import pytest
from build_notebooks import SPEAKER_NOTE
from export_handout import find_notebooks, prose, render, render_output

PICTURE = '<figure><img alt="a curve: 3" src="x"><figcaption>3</figcaption></figure>'


def cell(source, kind=None, code=False):
    new = nbformat.v4.new_code_cell if code else nbformat.v4.new_markdown_cell
    return new(source, metadata={"slideshow": {"slide_type": kind}} if kind else {})


def lesson(*cells):
    return nbformat.v4.new_notebook(cells=list(cells))


def output(**data):
    return nbformat.v4.new_output("display_data", {k.replace("_", "/"): v for k, v in data.items()})


def test_build_ups_are_merged_into_their_slide():
    body = render(
        lesson(cell("# a", "slide"), cell("b", "fragment"), cell("c"), cell("d", "slide"))
    )
    first, second = body.split("</section>")[:2]
    assert all(f"{letter}<" in first.replace("</p>", "<") for letter in "bc")
    assert "d</p>" in second


def test_what_is_skipped_on_stage_is_not_printed():
    assert "secret" not in render(lesson(cell("a", "slide"), cell("secret", "skip")))


def test_notes_are_printed_only_if_asked_for():
    note = cell(SPEAKER_NOTE.format("Ask the room."), "notes")
    plain, noted = (render(lesson(cell("a", "slide"), note), notes=one) for one in (False, True))
    assert "Ask the room." not in plain
    assert '<aside class="notes"><p>Ask the room.</p>' in noted
    assert "<details" not in noted


def test_caption_is_the_alternative_text():
    assert "<figcaption>a curve: 3</figcaption>" in render_output(output(text_html=PICTURE))
    assert "<figcaption>a map</figcaption>" in prose("![a map](x.png)")


def test_richest_form_is_printed_and_hints_are_not():
    quiz = "<p>Which?</p><details><summary>Hint</summary>that</details>"
    assert render_output(output(text_html=quiz, text_plain="Quiz")) == "<p>Which?</p>"
    assert render_output(output(text_plain="a < b")) == "<pre>a &lt; b</pre>"
    assert "1 &lt; 2" in render_output(nbformat.v4.new_output("stream", text="1 < 2"))


def test_links_lead_to_handouts():
    assert 'href="02_sum.pdf"' in prose("[next](02_sum.ipynb)")
    assert 'href="https://example.org/a.ipynb"' in prose("[far](https://example.org/a.ipynb)")


def test_formulas_are_left_for_mathjax():
    assert "$x_s < 1$".replace("<", "&lt;") in prose("where $x_s < 1$ holds")


def test_unknown_lesson_is_named():
    with pytest.raises(ValueError, match="no notebook 99_none"):
        find_notebooks(["99_none"])


def test_command_says_what_is_wrong(capsys):
    assert export_handout.main(["99_none"]) == 1
    assert "99_none" in capsys.readouterr().err
