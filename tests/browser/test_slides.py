"""Every exported deck in a real browser, from the file system, with no network."""

import os
import shutil

import export_slides
import npm_packages
import pytest
import recorded
import stage
from build_notebooks import LESSONS, find_lessons
from solving import run_solved

pytestmark = pytest.mark.browser

LOCAL = ("file:", "data:", "blob:", "about:")

# What the present slide shows that lies outside the screen or would have to be scrolled.
FIND_OVERFLOW = """() => {
  const slide = Reveal.getCurrentSlide();
  const faults = [];
  const name = (one) => one.tagName + "." + one.className + " " + one.textContent.slice(0, 40);
  for (const one of [slide, ...slide.querySelectorAll("*")]) {
    if (one.closest("aside, .live-spoken, mjx-assistive-mml, select")) continue;
    if (one.parentElement.closest("svg")) continue; // cut off at the edge of its picture
    const box = one.getBoundingClientRect();
    const outside = box.left < -1 || box.top < -1 || box.right > 1281 || box.bottom > 721;
    if (box.width && outside) faults.push("outside the screen: " + name(one));
    if (one.tagName === "PRE" && one.scrollWidth > one.clientWidth + 1) {
      faults.push("would scroll: " + name(one));
    }
  }
  if (slide.dataset.full === "true") faults.push("too full: its text had to become too small");
  return faults;
}"""

# Which fragments of the present slide can be seen.
SEEN = """() => [...Reveal.getCurrentSlide().querySelectorAll(".fragment")]
  .map((one) => one.classList.contains("visible"))"""

# Move each control of a player from end to end; return those that leave the picture as it is.
FIND_STUCK = """async (root) => {
  const stuck = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  for (const input of root.querySelectorAll(".live-control :is(input, select)")) {
    const seen = new Set();
    const n = input.tagName === "SELECT" ? input.options.length : Number(input.max || 1) + 1;
    for (const position of new Set([0, Math.floor(n / 2), n - 1])) {
      if (input.tagName === "SELECT") input.selectedIndex = position;
      else if (input.type === "checkbox") input.checked = position === 1;
      else input.value = position;
      input.dispatchEvent(new Event("input"));
      await frame();
      const picture = root.querySelector(".live-picture");
      if (/NaN|Infinity/.test(picture.innerHTML)) stuck.push(input.name + ": not finite");
      seen.add(picture.innerHTML + root.querySelector(".live-words").textContent);
    }
    if (seen.size < 2) stuck.push(input.name);
  }
  return stuck;
}"""


@pytest.fixture(scope="module")
def packages():
    """Fetched packages. Without Node.js the tests are skipped, but in CI they fail."""
    if shutil.which("npm") is None and os.environ.get("CI") != "true":
        pytest.skip("npm is missing: install Node.js to test the exported slides")
    return npm_packages.install()


@pytest.fixture(scope="module", params=find_lessons(LESSONS), ids=lambda path: path.stem)
def deck(request, packages, tmp_path_factory):
    """The notebook of a lesson, run for the stage, and its deck; of each figure a few frames."""
    notebook = run_solved(request.param)
    path = tmp_path_factory.mktemp("slides") / f"{request.param.stem}.slides.html"
    path.write_text(export_slides.make_deck(notebook, packages), "utf-8")
    return notebook, path


@pytest.fixture(scope="module")
def page_of_deck(context, deck):
    """The deck, open; a request that leaves, or a line in the console, is a fault."""
    notebook, path = deck
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    faults = []

    def refuse(route):
        faults.append(f"request: {route.request.url}")
        route.abort()

    page.route(lambda url: not url.startswith(LOCAL), refuse)
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    yield notebook, page
    page.close()
    assert not faults


@pytest.fixture
def opened(page_of_deck):
    """The deck at its first slide."""
    notebook, page = page_of_deck
    page.evaluate("Reveal.slide(0, 0, -1)")
    return notebook, page


def test_deck_is_small(deck):
    _, path = deck
    assert path.stat().st_size < export_slides.LARGEST


@pytest.mark.exhaustive
@pytest.mark.parametrize("lesson", find_lessons(LESSONS), ids=lambda path: path.stem)
def test_deck_with_all_its_frames_is_small(lesson, packages):
    deck = export_slides.make_deck(recorded.run(lesson), packages)
    assert len(deck.encode()) < export_slides.LARGEST


def test_every_slide_fits_and_builds_up_in_order(opened):
    notebook, page = opened
    slides = [slide for column in stage.find_slides(notebook) for slide in column]
    assert page.evaluate("Reveal.getTotalSlides()") == len(slides)
    assert page.evaluate("Reveal.getScale()") == 1
    faults = []
    for number, slide in enumerate(slides, start=1):
        assert page.evaluate("Reveal.getSlidePastCount()") == number - 1
        n_fragments = len(slide.steps) - 1
        for n_seen in range(n_fragments + 1):
            expected = [True] * n_seen + [False] * (n_fragments - n_seen)
            assert page.evaluate(SEEN) == expected, f"slide {number}"
            page.keyboard.press("PageDown") if n_seen < n_fragments else None
        faults += [f"slide {number}: {one}" for one in page.evaluate(FIND_OVERFLOW)]
        page.keyboard.press("PageDown")
    assert page.evaluate("Reveal.isLastSlide()")
    assert not faults, "\n".join(faults)


def test_text_is_what_the_slides_say(opened):
    notebook, page = opened
    slides = [slide for column in stage.find_slides(notebook) for slide in column]
    shown = page.evaluate("""() => [...document.querySelectorAll(".slides > section > section")]
        .map((slide) => !!slide.querySelector(":scope > aside.notes"))""")
    assert shown == [bool(slide.notes) for slide in slides]
    text = page.evaluate("document.querySelector('.slides').textContent")
    assert "For the instructor" not in text
    assert page.locator("mjx-merror, [data-mml-node='merror']").count() == 0
    assert "$$" not in text
    formulas = sum("$" in c.source for s in slides for c in s.cells if c.cell_type == "markdown")
    assert page.locator(".slides .prose mjx-container").count() >= formulas


def test_every_player_moves_its_picture(opened):
    _, page = opened
    players = page.locator("[data-live]")
    assert players.count()
    faults = []
    for number in range(players.count()):
        player = players.nth(number)
        assert player.locator(".live-picture svg").count() == 1
        title = player.get_attribute("data-live")
        faults += [f"{title}: {name}" for name in player.evaluate(FIND_STUCK)]
    assert not faults, "\n".join(faults)


def test_slider_follows_the_keyboard_and_a_clicker_still_works(opened):
    _, page = opened
    place = page.evaluate("""() => {
      const slide = document.querySelector(".live-slider").closest("section");
      const { h, v } = Reveal.getIndices(slide);
      Reveal.slide(h, v);
      return [h, v];
    }""")
    figure = page.locator("section.present section.present .live-figure").first
    slider = figure.locator("input[type=range]").first
    slider.focus()
    before = slider.get_attribute("aria-valuetext")
    picture = figure.locator(".live-picture").inner_html()
    page.keyboard.press("ArrowRight" if slider.input_value() == "0" else "Home")
    assert slider.get_attribute("aria-valuetext") != before
    page.wait_for_timeout(100)
    assert figure.locator(".live-picture").inner_html() != picture
    assert figure.locator(".live-picture").get_attribute("aria-label")
    assert page.evaluate("() => { const i = Reveal.getIndices(); return [i.h, i.v]; }") == place
    page.keyboard.press("PageDown")
    state = page.evaluate("() => { const i = Reveal.getIndices(); return [i.h, i.v, i.f ?? -1]; }")
    assert state != [*place, -1]


@pytest.mark.parametrize(
    "deck", find_lessons(LESSONS)[:1], ids=lambda path: path.stem, indirect=True
)
def test_speaker_view_shows_notes(opened):
    """It loads the deck twice more, and is the same for all; their notes are looked for above."""
    _, page = opened
    page.evaluate("""() => {
      const slide = document.querySelector("section > aside.notes").closest("section");
      const { h, v } = Reveal.getIndices(slide);
      Reveal.slide(h, v);
    }""")
    with page.context.expect_page() as opening:
        page.keyboard.press("s")
    speaker = opening.value
    notes = speaker.locator(".speaker-controls-notes .value")
    notes.filter(has_text=" ").wait_for(timeout=20_000)
    aside = page.locator("section.present > section.present > aside")
    first = aside.evaluate("aside => aside.querySelector('p').textContent.trim().split(' ')[0]")
    assert notes.inner_text().strip().startswith(first)
    speaker.close()
