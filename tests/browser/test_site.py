"""The reading site in a real browser: served under a path of its own, and from the file system."""

import os
import re
import shutil
from contextlib import contextmanager
from urllib.parse import unquote

import lite_page
import pytest
import site_pages
import site_python
from build_notebooks import LESSONS, find_lessons
from solving import run_solved
from test_slides import FIND_STUCK

from lessonlib.stage import MIME_TYPE

pytestmark = pytest.mark.browser

NAMES = [path.stem for path in find_lessons(LESSONS)]
LOCAL = ("http://127.0.0.1:", "file:", "data:", "blob:", "about:")
OF_THE_THEME = "[PST]: "  # what it logs of its own doings

# Bring all figures of a page near the screen, so that they are fetched.
MOUNT_ALL = """async () => {
  const roots = [...document.querySelectorAll(".page-live")];
  for (const root of roots) {
    root.scrollIntoView();
    while (!root.dataset.mounted) {
      if (root.querySelector(".page-failed")) throw new Error(root.dataset.wide);
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  return roots.length;
}"""
COLOUR = "() => getComputedStyle(document.querySelector('.live-picture text')).fill"
WIDTH = "() => document.documentElement.scrollWidth"
# Formulas that stand there as they were written.
FIND_RAW = r"""() => [...document.querySelectorAll("article :is(p, li, td, h1, h2, h3, summary)")]
  .map((one) => one.innerText).filter((text) => /\\[a-z(\[]|\$\S/.test(text))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of all lessons, of each figure a few frames."""
    if shutil.which("npm") is None and os.environ.get("CI") != "true":
        pytest.skip("npm is missing: install Node.js to test the site")
    folder = tmp_path_factory.mktemp("site")
    notebooks = {path.stem: run_solved(path) for path in find_lessons(LESSONS)}
    try:
        source = tmp_path_factory.mktemp("pages") / "source"
        forms = {"slides": False, "reference": False}
        site_pages.build_pages(folder / "course", notebooks, **forms, source=source)
    except site_python.NoPythonError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))
    return folder / "course"


@pytest.fixture(scope="module")
def address(site):
    """Where the site is served."""
    with lite_page.serve(site) as (server, _):
        yield server.url + lite_page.SUB_PATH


@contextmanager
def reading(context):
    """Open a page of the browser; a request that leaves, or a line in the console, is a fault."""
    page, faults = context.new_page(), []

    def refuse(route):
        faults.append(f"request: {route.request.url}")
        route.abort()

    def listen(message):
        if not message.text.startswith(OF_THE_THEME):
            faults.append(f"console: {message.text}")

    page.route(lambda url: not url.startswith(LOCAL), refuse)
    page.on("console", listen)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.set_viewport_size({"width": 1280, "height": 800})
    yield page
    page.close()
    assert not faults


@pytest.fixture
def reader(context):
    with reading(context) as page:
        yield page


@pytest.fixture(scope="module")
def lesson1(context, address):
    """Lesson 1, opened once: its formulas take seconds to set."""
    with reading(context) as page:
        page.goto(f"{address}/01_dataset_and_splitting.html")
        yield page


def figures_of(name):
    """Return how many figures a lesson has."""
    (lesson,) = find_lessons(LESSONS, [name])
    outputs = [one for cell in run_solved(lesson).cells for one in cell.get("outputs", [])]
    return sum(MIME_TYPE in one.get("data", {}) for one in outputs)


@pytest.mark.exhaustive
def test_the_whole_site_with_all_its_frames(tmp_path, reader):
    """Also the decks, the reference of the library, and all figures in their shape for phones."""
    site_pages.build_pages(tmp_path / "site", source=tmp_path / "source")
    reader.set_viewport_size({"width": 360, "height": 740})
    for path in sorted((tmp_path / "site").rglob("*.html")):
        if {"_static", "slides"} & set(path.parts) or path.name == "404.html":
            continue
        reader.goto(path.as_uri())
        for button in reader.query_selector_all(".page-skip"):  # elements: each click hides one
            if button.is_visible():
                button.click()
        reader.evaluate(MOUNT_ALL)
        stuck = [one.evaluate(FIND_STUCK) for one in reader.locator(".page-live").all()]
        assert [one for one in stuck if one] == [], path.name
        assert reader.evaluate(WIDTH) <= 360, path.name
    assert find_dead_links(tmp_path / "site") == []


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_whole_and_every_figure_moves(name, address, reader):
    reader.goto(f"{address}/{name}.html")
    reader.evaluate("() => window.MathJax?.startup?.promise")
    assert reader.evaluate(FIND_RAW) == []
    assert reader.locator("[data-mml-node='merror']").count() == 0
    hidden = reader.locator(".page-behind")
    assert [one.is_visible() for one in hidden.all()] == [False] * hidden.count()
    for button in reader.locator(".page-skip").all():
        button.click()
    assert [one.is_visible() for one in hidden.all()] == [True] * hidden.count()
    assert reader.evaluate(MOUNT_ALL) == figures_of(name)
    players = reader.locator(".page-live").all()
    stuck = [(one.get_attribute("data-wide"), one.evaluate(FIND_STUCK)) for one in players]
    assert [pair for pair in stuck if pair[1]] == []
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.evaluate(MOUNT_ALL)
    assert reader.evaluate(WIDTH) <= 360


def test_an_option_of_a_quiz_unfolds_its_reason_by_key(lesson1):
    options = lesson1.locator(".page-question").first.locator("details")
    options.nth(0).locator("summary").focus()
    lesson1.keyboard.press("Enter")
    assert options.nth(0).get_by_text("A is wrong.").is_visible()
    lesson1.keyboard.press("Tab")
    lesson1.keyboard.press("Enter")
    assert options.nth(1).get_by_text("B is wrong.").is_visible()
    assert not options.nth(0).get_by_text("A is wrong.").is_visible()


def test_predictions_and_figures_are_as_they_were_left(lesson1):
    form = lesson1.locator("form[data-key='lesson1.trap']")
    figure = lesson1.locator("#figure-sorted_trap")
    assert figure.locator(".page-hidden").is_visible()
    form.get_by_label("about twice as large").focus()
    lesson1.keyboard.press("Space")
    lesson1.keyboard.press("Enter")
    figure.locator(".live-picture svg").wait_for()
    assert form.get_by_role("status").inner_text() == "You predicted: about twice as large."
    cell = lesson1.locator("td[data-predicted='lesson1.trap']")
    assert cell.inner_text() == "about twice as large"

    lesson1.evaluate("location.hash = '#figure-choose_width?hidden_width=30'")
    figure = lesson1.locator("#figure-choose_width")
    slider = figure.locator("input[name=hidden_width]")
    slider.wait_for()
    assert slider.get_attribute("aria-valuetext") == "30"
    assert "H = 30." in figure.locator(".live-words").inner_text()
    slider.press("Home")
    lesson1.wait_for_url("**#figure-choose_width?hidden_width=1*")
    figure.locator(".page-copy").click()
    figure.get_by_role("status").filter(has_text=re.compile("Copied|Copying")).wait_for()

    lesson1.reload()
    slider.wait_for()
    assert slider.get_attribute("aria-valuetext") == "1"
    lesson1.wait_for_function("""() => {
      const { top } = document.getElementById("figure-choose_width").getBoundingClientRect();
      return top > -100 && top < 400;
    }""")
    assert cell.inner_text() == "about twice as large"
    form.get_by_role("button", name="Predict again").click()
    assert not lesson1.locator("#figure-sorted_trap .live-picture").is_visible()
    assert cell.inner_text() == "no prediction"


def test_dark_theme_reaches_the_figures(address, reader):
    reader.goto(f"{address}/00_start_here.html")
    reader.evaluate(MOUNT_ALL)
    light = reader.evaluate(COLOUR)
    reader.get_by_role("button", name="Color mode").click()
    reader.get_by_text("Dark", exact=True).click()
    assert reader.evaluate(COLOUR) != light


def test_search_finds_a_word_of_a_lesson(address, reader):
    reader.goto(f"{address}/search.html?q=overfitting")
    found = reader.locator("#search-results a[href*='01_dataset_and_splitting.html']")
    found.first.wait_for(timeout=20_000)


def test_an_unknown_address_leads_home(address, page):
    page.goto(f"{address}/no/such/page.html")
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate("document.getElementById('home').href") == f"{address}/"


def test_pages_work_from_the_file_system(site, reader):
    reader.goto((site / "00_start_here.html").as_uri())
    reader.evaluate(MOUNT_ALL)
    words = reader.locator(".live-words").inner_text()
    reader.locator("input[name=learning_rate]").press("End")
    reader.wait_for_url("**#figure-first_fit?learning_rate=*")
    assert reader.locator(".live-words").inner_text() != words
    reader.goto((site / "search.html").as_uri() + "?q=overfitting")
    reader.locator("#search-results a[href*='01_dataset']").first.wait_for(timeout=20_000)


def test_every_link_of_the_site_leads_somewhere(site):
    assert find_dead_links(site) == []


def find_dead_links(site):
    """Return links of the pages to files and places that are not there."""
    written = [one for one in site.rglob("*.html") if not {"_static", "slides"} & set(one.parts)]
    pages = {path: path.read_text("utf-8") for path in written if path.name != "404.html"}
    places = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages.items()}
    faults = []
    for path, text in pages.items():
        for link in re.findall(r'(?:href|src|data-wide|data-narrow)="([^"]*)"', text):
            file, _, place = link.partition("#")
            if file.startswith(("data:", "lite/", "https://")):
                continue
            target = (path.parent / file.partition("?")[0]).resolve() if file else path
            known = places.get(target, {place})
            if not target.is_file() or (place and unquote(place) not in known):
                faults.append(f"{path.name}: {link}")
    return faults
