"""Markdown, code and outputs as HTML, the same for decks and handouts."""

import pytest
from nbformat.v4 import new_output
from render import Renderer, code_style, render_code, script_safe

PAGE = Renderer(".page")


def shown(data, metadata=None, renderer=PAGE):
    return renderer.output(new_output("display_data", data, metadata=metadata or {}))


def test_formulas_are_left_for_mathjax():
    assert "$a_1 &lt; b_1$" in PAGE.markdown("where $a_1 < b_1$ holds")
    assert "$$\na*b*c\n$$" in PAGE.markdown("$$\na*b*c\n$$")


def test_html_in_markdown_stays_html():
    assert "<b>two</b>" in PAGE.markdown("one <b>two</b>")


def test_headings_have_no_anchors():
    assert PAGE.markdown("## A heading").strip() == "<h2>A heading</h2>"


@pytest.mark.parametrize("link", ["02_sum.ipynb", "02_sum.ipynb#a-heading"])
def test_links_to_lessons_lead_to_the_same_kind_of_page(link):
    assert 'href="02_sum.page"' in PAGE.markdown(f"[next]({link})")


def test_other_links_stay():
    link = "https://example.org/02_sum.ipynb"
    assert f'href="{link}"' in PAGE.markdown(f"[far]({link})")


def test_code_is_coloured_by_its_style():
    assert '<span class="mi">1</span>' in render_code("x = 1")
    assert ".highlight .mi {" in code_style()


def test_the_richest_form_is_shown():
    forms = {
        "text/html": "<p>a</p>",
        "image/png": "QUJD",
        "image/jpeg": "REVG",
        "text/markdown": "*b*",
        "text/latex": "$c$",
        "text/plain": "d",
    }
    found = []
    while forms:
        found.append(shown(forms).strip())
        del forms[next(iter(forms))]
    assert found == [
        "<p>a</p>",
        '<img alt="" src="data:image/png;base64,QUJD">',
        '<img alt="" src="data:image/jpeg;base64,REVG">',
        "<p><em>b</em></p>",
        "<p>$c$</p>",
        "<pre>d</pre>",
    ]


def test_a_form_that_no_page_can_show_is_left_out():
    assert shown({"application/json": {}}) == ""
    assert PAGE.output(new_output("error", ename="E", evalue="", traceback=[])) == ""


def test_an_image_has_its_alternative_text():
    page = shown({"image/png": "QUJD\n"}, {"image/png": {"alt": 'a "line"'}})
    assert page == '<img alt="a &quot;line&quot;" src="data:image/png;base64,QUJD">'


def test_printed_text_is_escaped_and_keeps_its_colours():
    page = PAGE.output(new_output("stream", text="1 < 2 \x1b[31mred\x1b[0m"))
    assert page == '<pre>1 &lt; 2 <span class="ansi-red-fg">red</span></pre>'
    assert shown({"text/plain": "<Figure>"}) == "<pre>&lt;Figure&gt;</pre>"


def test_a_hook_comes_before_any_other_form():
    own = Renderer(".page", hooks={"x/y": lambda data: f"<i>{data}</i>", "text/html": str.upper})
    assert shown({"text/html": "<p>", "x/y": "3"}, renderer=own) == "<i>3</i>"
    assert shown({"text/html": "<p>", "text/plain": ""}, renderer=own) == "<P>"


def test_printed_text_and_images_have_the_attributes():
    own = Renderer(".page", attributes=' class="output"')
    assert shown({"text/plain": "a"}, renderer=own) == '<pre class="output">a</pre>'
    assert shown({"image/png": "QUJD"}, renderer=own).startswith('<img class="output" alt=""')


def test_a_script_cannot_end_its_element():
    assert script_safe("a('</SCRIPT><!-- <b>')") == r"a('\x3c/SCRIPT>\x3c!-- <b>')"
