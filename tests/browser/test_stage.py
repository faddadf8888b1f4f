"""A lesson on stage: it starts each time, every slide fits the screen, and its sliders work."""

import os
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import lab
import nbformat
import pytest
import screenshot
import stage
from playwright.sync_api import TimeoutError

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
LESSON = "01_dataset_and_splitting.ipynb"
SCREEN = {"width": 1280, "height": 720}
SMALLEST = 0.55  # of the sizes in live.css; a slide that needs less says too much

# What is on the screen: cells by number, those not yet built up apart.
LOOK = """() => {
  const { content } = window.jupyterapp.shell.currentWidget;
  const numbers = (name) => content.widgets
    .map((cell, i) => cell.node.classList.contains(name) ? i : -1).filter((i) => i >= 0);
  const cells = [...document.querySelectorAll('.jp-Deck .jp-deck-mod-onscreen')];
  const boxes = cells.map((cell) => cell.getBoundingClientRect());
  const cut = [];
  for (let box = cells[0]; box; box = box.parentElement)
    if (getComputedStyle(box).overflowY !== 'visible' && box.scrollHeight > box.clientHeight + 1)
      cut.push(`${box.className}: ${box.scrollHeight - box.clientHeight} px too tall`);
  for (const code of document.querySelectorAll('.jp-Deck .jp-deck-mod-onscreen .cm-scroller'))
    if (code.scrollWidth > code.clientWidth + 1) cut.push(`too wide: ${code.textContent}`);
  return { at: content.activeCellIndex, shown: numbers('jp-deck-mod-visible'),
           room: numbers('jp-deck-mod-onscreen'), cut,
           top: Math.min(...boxes.map((box) => box.top)),
           bottom: Math.max(...boxes.map((box) => box.bottom)),
           scale: Number(document.body.style.getPropertyValue('--stage-scale')) };
}"""
MOVED = "(at) => window.jupyterapp.shell.currentWidget.content.activeCellIndex !== at"
IS_ON = "() => document.querySelectorAll('.jp-Deck .jp-deck-mod-visible').length > 0"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The notebooks, so that no test changes one."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, folder / name)
    return folder / "notebooks"


@pytest.fixture(scope="module")
def cells(copy):
    return nbformat.read(copy / LESSON, as_version=4).cells


@pytest.fixture(scope="module")
def server(context, copy):
    try:
        version("jupyterlab-slideshow")
    except PackageNotFoundError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("jupyterlab-slideshow is not installed: see requirements-instructor.txt")
    with lab.jupyter_lab(copy) as server:
        yield server


@pytest.fixture(scope="module")
def show(context, server):
    """Lesson 1 on stage, run, at its first slide."""
    page = context.new_page()
    page.set_viewport_size(SCREEN)
    notebook = lab.open_notebook(page, server, LESSON)
    notebook.run_all()
    page.evaluate("() => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = 0; }")
    start(page)
    yield notebook
    notebook.command("deck:stop")
    page.wait_for_timeout(1000)  # it saves that the show has ended
    page.close()


@pytest.fixture(scope="module")
def views(show):
    return list(views_of(show.page))


def start(page):
    """Start the show as the README says."""
    page.keyboard.press("Control+Shift+C")
    page.locator(".jp-ModalCommandPalette input").wait_for()
    page.keyboard.type("Start Deck")
    page.locator(".lm-CommandPalette-item[data-command='deck:start']").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function(IS_ON, timeout=10_000)
    page.wait_for_timeout(1500)


@pytest.mark.parametrize("run", range(6))
def test_show_starts_each_time(page, server, run):
    """Also where JupyterLab remembers a show that nobody ended, and begins in it."""
    notebook = lab.open_notebook(page, server, "00_start_here.ipynb")
    start(page)
    assert page.evaluate("() => document.body.dataset.jpDeckMode") == "presenting"
    if run % 2:
        notebook.command("deck:stop")
        page.wait_for_timeout(1000)


def test_every_slide_fits_and_shows_what_it_should(views, cells):
    faults = [f"cell {view['at']}: {fault}" for view in views for fault in find_faults(view)]
    assert not faults, "\n".join(faults)
    hidden = {i for i, cell in enumerate(cells) if stage.slide_type(cell) in ("notes", "skip")}
    seen = {number for view in views for number in view["shown"]}
    assert seen == set(range(len(cells))) - hidden


def test_build_ups_follow_the_lesson(views, cells):
    """A fragment is hidden until its turn; the rest of a slide comes with its beginning."""
    kinds = [stage.slide_type(cell) for cell in cells]
    for view in views:
        later = [i for i in view["room"] if i > view["at"] and i not in view["shown"]]
        assert all("fragment" in kinds[view["at"] + 1 : i + 1] for i in later)
        early = [i for i in view["shown"] if i > view["at"]]
        assert not any("fragment" in kinds[view["at"] + 1 : i + 1] for i in early)
    assert any(len(view["shown"]) < len(view["room"]) for view in views)


def test_slider_moves_the_picture_on_stage(show):
    page = show.page
    for _ in views_of(page):
        figure = page.locator(".jp-deck-mod-visible .live-figure:has(.noUi-handle)")
        if figure.count():
            break
    before = figure.first.locator(".live-picture").inner_html()
    screenshot.move_slider(show, figure.first, 0.9)
    assert figure.first.locator(".live-picture").inner_html() != before
    assert page.evaluate("() => document.body.dataset.jpDeckMode") == "presenting"


def test_nothing_went_wrong_in_the_page(show):
    assert show.problems == []


def views_of(page):
    """Yield what is on the screen, from the first slide to the last, by the space bar."""
    page.evaluate(
        """() => { const { content } = window.jupyterapp.shell.currentWidget;
                   content.activeCellIndex = 0; content.activeCell.node.focus(); }"""
    )
    while True:
        page.wait_for_timeout(400)  # until the slide has found its scale
        view = page.evaluate(LOOK)
        yield view
        page.keyboard.press("Space")
        try:
            page.wait_for_function(MOVED, arg=view["at"], timeout=3000)
        except TimeoutError:
            return


def find_faults(view):
    faults = list(view["cut"])
    if not view["shown"]:
        faults.append("nothing is shown")
    if view["top"] < 0 or view["bottom"] > SCREEN["height"]:
        faults.append(f"reaches from {view['top']:.0f} to {view['bottom']:.0f} px")
    if view["scale"] < SMALLEST:
        faults.append(f"had to be made {view['scale']} times as large")
    return faults
