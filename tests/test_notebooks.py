"""Every notebook is what its lesson makes, has been run, and keeps to the sizes of the course."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import build_notebooks
import nbformat
import pytest
from lesson_times import count_words

ROOT = Path(__file__).parents[1]
LESSONS = sorted((ROOT / "lessons").glob("*.py"))
NOTEBOOKS = ROOT / "notebooks"

MOST_CODE_LINES = 15
MOST_WORDS = 120
MOST_CELLS = 60
CELLS_OF_AN_EXERCISE = 4
PICTURES = ("image/png", "image/jpeg", "image/svg+xml")

every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)


def advice(lesson):
    return f"run tools/build_notebooks.py {lesson.stem}"


def read(lesson):
    stored = NOTEBOOKS / f"{lesson.stem}.ipynb"
    assert stored.exists(), f"{stored.name} is missing: {advice(lesson)}"
    return nbformat.read(stored, as_version=4)


def numbered(notebook, cell_type):
    """Return (place, cell) of the cells of a type; the place is a cell's name in a message."""
    return [
        (f"cell {number} (id {cell.id})", cell)
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == cell_type and cell.source.strip()
    ]


def outputs(notebook):
    return [
        (place, output) for place, cell in numbered(notebook, "code") for output in cell.outputs
    ]


def is_note(cell):
    return cell.metadata.get("slideshow", {}).get("slide_type") == "notes"


def is_exercise(cell):
    return "exercise" in cell.metadata.get("tags", [])


def is_quiz(cell):
    return "quiz" in cell.metadata.get("tags", [])


def test_there_are_lessons():
    assert LESSONS, f"no lesson (*.py) in {ROOT / 'lessons'}: the other tests here have no case"


def test_every_notebook_has_a_lesson():
    assert build_notebooks.find_orphans(ROOT / "lessons", NOTEBOOKS) == []


@every_lesson
def test_notebook_is_what_the_lesson_makes(lesson):
    def essence(cell):
        return cell.id, cell.cell_type, cell.source, cell.metadata

    stored, wanted = read(lesson), build_notebooks.read_lesson(lesson)
    pairs = enumerate(zip(stored.cells, wanted.cells, strict=False), start=1)
    changed = [number for number, (one, other) in pairs if essence(one) != essence(other)]
    same_size = len(stored.cells) == len(wanted.cells)
    assert not changed, f"cell {changed[0]} is not the lesson's: {advice(lesson)}"
    assert same_size, f"the lesson has {len(wanted.cells)} cells: {advice(lesson)}"
    assert stored.metadata == wanted.metadata, advice(lesson)


@every_lesson
def test_every_code_cell_has_run_in_order(lesson):
    counts = [cell.execution_count for _, cell in numbered(read(lesson), "code")]
    assert counts == list(range(1, len(counts) + 1))


@every_lesson
def test_no_output_is_an_error(lesson):
    bad = [
        f"{place}: {output.get('evalue') or output.get('text')}"
        for place, output in outputs(read(lesson))
        if output.output_type == "error" or output.get("name") == "stderr"
    ]
    assert bad == []


@every_lesson
def test_code_cells_are_short(lesson):
    sizes = [
        (place, len(cell.source.splitlines())) for place, cell in numbered(read(lesson), "code")
    ]
    assert [f"{place}: {n} lines" for place, n in sizes if n > MOST_CODE_LINES] == []


@every_lesson
def test_prose_is_short(lesson):
    sizes = [
        (place, count_words(cell.source)) for place, cell in numbered(read(lesson), "markdown")
    ]
    assert [f"{place}: {n} words" for place, n in sizes if n > MOST_WORDS] == []


@every_lesson
def test_lesson_is_short(lesson):
    # An exercise is four short cells (task, stub, check, hints) that say little between them;
    # they have a limit of their own, so that nobody merges them to make room for prose. The quiz
    # and the table of predictions come after the lesson.
    cells = [cell for cell in read(lesson).cells if not is_note(cell) and not is_quiz(cell)]
    exercises = [cell for cell in cells if is_exercise(cell)]
    assert len(cells) - len(exercises) <= MOST_CELLS
    assert len(exercises) <= CELLS_OF_AN_EXERCISE * sum(
        cell.source.startswith("### Exercise: ") for cell in exercises
    )


@every_lesson
def test_every_prediction_comes_back_beside_the_truth(lesson):
    text = lesson.read_text("utf-8")
    guesses = re.findall(r"^(\w+) = predict\.(?:choose|estimate)", text, flags=re.MULTILINE)
    table = text.partition("predict.recap(")[2]
    assert [guess for guess in guesses if guess not in table] == []


@every_lesson
def test_every_picture_has_alternative_text(lesson):
    notebook = read(lesson)
    bad = [
        (place, trouble)
        for place, cell in numbered(notebook, "markdown")
        for trouble in pictures_without_words(cell.source)
    ]
    bad += [
        (place, trouble)
        for place, output in outputs(notebook)
        for trouble in outputs_without_words(output)
    ]
    assert bad == []


@every_lesson
def test_no_output_needs_a_kernel(lesson):
    views = [
        place
        for place, output in outputs(read(lesson))
        if build_notebooks.WIDGET_VIEW in output.get("data", {})
    ]
    assert views == [], "a stored widget shows as an error where there is no kernel"


@every_lesson
def test_local_links_lead_somewhere(lesson):
    dead = [
        f"{place}: {link}"
        for place, cell in numbered(read(lesson), "markdown")
        for link in local_links(cell.source)
        if not (NOTEBOOKS / link).exists()
    ]
    assert dead == []


class _Pictures(HTMLParser):
    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attributes):
        if tag == "img" and not (dict(attributes).get("alt") or "").strip():
            self.bad.append("<img> with no alt text")


def pictures_without_words(text):
    """Return a line for each picture of a Markdown or HTML text that has no alternative text."""
    parser = _Pictures()
    parser.feed(text)
    return parser.bad + [
        f"{image} has no alt text" for image in re.findall(r"!\[\s*\]\(.*?\)", text)
    ]


def outputs_without_words(output):
    data, metadata = output.get("data", {}), output.get("metadata", {})
    bare = [
        f"{kind} with no alt text"
        for kind in PICTURES
        if kind in data and not metadata.get(kind, {}).get("alt", "").strip()
    ]
    html = pictures_without_words(data.get("text/html", ""))
    return bare + html


def local_links(markdown):
    """Return the paths that a Markdown text links to or shows."""
    links = re.findall(r"\]\(\s*<?([^)\s>]+)", markdown)
    links += re.findall(r"(?:href|src)=\"([^\"]+)\"", markdown)
    paths = [unquote(link.split("#")[0]) for link in links if not re.match(r"[a-z]+:", link)]
    return [path for path in paths if path]


def test_words_are_counted_as_they_are_read():
    assert count_words("# Two words") == 2
    assert count_words("don't re-read $x_s$ or $$y = f(x)$$ or `x`") == 4
    assert count_words("a [link text](http://example.org/a-b) here\n\n| a | b |\n|---|---|") == 4


def test_pictures_without_alternative_text_are_found():
    assert pictures_without_words('<img alt="a curve" src="x"> ![a curve](x.png)') == []
    assert len(pictures_without_words('<img src="x"> <img alt=" " src="x"> ![](x.png)')) == 3
    picture = {"data": {"image/png": "x"}, "metadata": {"image/png": {"alt": "a curve"}}}
    assert outputs_without_words(picture) == []
    assert outputs_without_words(picture | {"metadata": {}}) != []


def test_local_links_are_found():
    text = '[a](b%20c.ipynb#d) [e](https://example.org) [f](#g) <a href="h.md">h</a>'
    assert local_links(text) == ["b c.ipynb", "h.md"]
