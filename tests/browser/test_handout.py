"""Handouts as they are printed: whole, with captions, no page blank, nothing cut."""

import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import export_handout
import nbformat
import npm_packages
import pytest
from bs4 import BeautifulSoup
from PIL import Image

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LESSON = ROOT / "notebooks" / "01_dataset_and_splitting.ipynb"
MOST_PAGES = 24
FOOTER = 0.06  # of the height of a page
WIDE_CODE = "print(" + " + ".join(f"name_{i}" for i in range(40)) + ")"
WIDE_TABLE = "|" + " a column |" * 16 + "\n|" + "---|" * 16 + "\n|" + " 1234567890 |" * 16
WIDE_FORMULA = "$$" + " + ".join(f"x_{{{i}}}" for i in range(60)) + "$$"

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def skip_unless_in_ci(reason):
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def mathjax():
    try:
        return export_handout.find_mathjax()
    except npm_packages.NoPackagesError as error:
        skip_unless_in_ci(str(error))


@pytest.fixture(scope="module")
def printed(context, mathjax, tmp_path_factory):
    """Return a function that prints a notebook once, and then remembers it."""
    if not (shutil.which("pdftoppm") and shutil.which("pdftotext")):
        skip_unless_in_ci("pdftoppm and pdftotext are missing: install poppler-utils")
    folder = tmp_path_factory.mktemp("handout")

    def to_pdf(path, paper="a4", notes=False):
        pdf = folder / f"{path.stem}-{paper}-{notes}.pdf"
        if not pdf.exists():
            export_handout.write(context, path, pdf, mathjax, paper=paper, notes=notes)
        return pdf

    return to_pdf


def text_of(pdf):
    run = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True
    )
    return squeeze(run.stdout)


def squeeze(text):
    """Leave out what depends on line breaks and ligatures."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def pages_of(pdf, folder):
    subprocess.run(["pdftoppm", "-r", "30", "-gray", pdf, folder / "page"], check=True)
    pages = []
    for path in sorted(folder.glob("page*.pgm")):
        with Image.open(path) as page:
            pages.append(page.copy())
    return pages


@every_notebook
def test_no_page_is_blank(printed, tmp_path, path):
    pages = pages_of(printed(path), tmp_path)
    assert 1 <= len(pages) <= MOST_PAGES
    blank = []
    for number, page in enumerate(pages, start=1):
        body = page.crop((0, 0, page.width, int((1 - FOOTER) * page.height)))
        if body.getextrema()[0] > 128:
            blank.append(number)
    assert blank == []


@every_notebook
def test_every_picture_is_described_in_words(printed, path):
    text = text_of(printed(path))
    body = export_handout.render(nbformat.read(path, as_version=4))
    alts = [image["alt"] for image in BeautifulSoup(body, "html.parser").find_all("img")]
    assert [alt for alt in alts if squeeze(alt) not in text] == []


@every_notebook
def test_text_is_whole(printed, path):
    """Nothing of the prose, the code and the printed results is cut off."""
    text = text_of(printed(path))
    body = BeautifulSoup(export_handout.render(nbformat.read(path, as_version=4)), "html.parser")
    lines = [line for pre in body.find_all("pre") for line in pre.get_text().splitlines()]
    assert [line for line in lines if squeeze(line) not in text] == []


def test_letter_and_notes(printed, tmp_path):
    plain, noted = printed(LESSON, "letter"), printed(LESSON, "letter", notes=True)
    assert "Fortheinstructor" not in text_of(plain)
    assert "Fortheinstructor" in text_of(noted)
    page = pages_of(noted, tmp_path)[0]
    assert page.width / page.height == pytest.approx(8.5 / 11, abs=0.01)


@pytest.mark.parametrize("paper", export_handout.PAPERS)
def test_what_is_wide_is_made_to_fit(context, mathjax, paper):
    cells = [nbformat.v4.new_markdown_cell(text) for text in (WIDE_TABLE, WIDE_FORMULA)]
    notebook = nbformat.v4.new_notebook(cells=[*cells, nbformat.v4.new_code_cell(WIDE_CODE)])
    page = export_handout.lay_out(context, export_handout.page_of(notebook, mathjax), paper)
    assert page.evaluate("() => window.findOverflow()") == []
    page.evaluate("() => { document.body.innerHTML = '<p style=\"width: 2000px\">wide</p>'; }")
    assert page.evaluate("() => window.findOverflow()") == ["p: wide"]
    page.close()


def test_formulas_are_set_without_a_network(context, mathjax):
    notebook = nbformat.read(LESSON, as_version=4)
    asked = []
    own = context.browser.new_context()  # no other page asks for anything in it
    own.on("request", lambda request: asked.append(request.url))
    page = export_handout.lay_out(own, export_handout.page_of(notebook, mathjax), "a4")
    assert page.locator("mjx-container svg").count() > 20
    assert page.locator("mjx-merror").count() == 0
    assert [url for url in asked if url.startswith("http")] == []
    own.close()
