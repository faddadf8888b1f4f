"""The reference names all of the library, once."""

import re

import site_api
from test_architecture import FLOORS

PAGES = {path.name: path.read_text("utf-8") for path in sorted(site_api.PAGES.glob("*.md"))}
SHOWN = [
    name
    for text in PAGES.values()
    for name in re.findall(r"automodule:: lessonlib\.([\w.]+)", text)
]


def test_every_part_of_the_library_is_shown_on_one_page():
    assert len(SHOWN) == len(set(SHOWN))
    assert {name.split(".")[0] for name in SHOWN} == {unit for units in FLOORS for unit in units}


def test_the_table_of_a_page_lists_what_the_page_shows():
    for name, text in PAGES.items():
        listed = re.findall(r"^   ~lessonlib\.([\w.]+)", text, flags=re.MULTILINE)
        shown = re.findall(r"automodule:: lessonlib\.([\w.]+)", text)
        assert listed == (shown if len(shown) > 2 else []), name


def test_every_page_is_in_the_table_of_contents():
    pages = PAGES["index.md"].split("```{toctree}")[1].split("```")[0].split()[2:]
    assert sorted(f"{page}.md" for page in pages) == sorted(set(PAGES) - {"index.md"})


def test_the_engine_has_its_own_page():
    source = [PAGES["live.md"]]
    site_api.add_engine_page(None, "api/live", source)
    assert source[0].startswith("# Live figures\n")
    assert "automodule:: lessonlib.live" in source[0]
    other = [PAGES["maths.md"]]
    site_api.add_engine_page(None, "api/maths", other)
    assert other == [PAGES["maths.md"]]


def test_headings_of_a_module_become_rubrics():
    """A page shows several modules, and Sphinx takes two equal headings for a fault."""
    text = "What it is.\n\nExamples\n--------\n>>> 1\n1"
    lines = text.split("\n")
    site_api.make_rubrics(None, "module", "m", None, None, lines)
    assert lines == ["What it is.", "", ".. rubric:: Examples", "", ">>> 1", "1"]
    lines = text.split("\n")
    site_api.make_rubrics(None, "function", "m.f", None, None, lines)
    assert lines == text.split("\n")
