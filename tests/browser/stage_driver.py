"""Walks through a show of jupyterlab-slideshow in JupyterLab, and says what does not fit."""

from collections.abc import Iterator

import stage
from playwright.sync_api import Page

SCREEN = {"width": 1280, "height": 720}
HIDDEN = ("notes", "skip")
SMALLEST = 0.8  # of the sizes in stage.css; a slide that needs less says too much

# What is on the screen: cells by number, those not yet built up apart. A slide finds its scale when
# it appears, and once more 200 ms later for the sake of its code (stage.js); the timers of a page
# end in order. What is built up on a slide has had its room from the beginning: no scale changes.
LOOK = """async (before) => {
  const { content } = window.jupyterapp.shell.currentWidget;
  const numbers = (name) => content.widgets
    .map((cell, i) => cell.node.classList.contains(name) ? i : -1).filter((i) => i >= 0);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const hasCode = document.querySelector('.jp-Deck .jp-deck-mod-onscreen .cm-scroller');
  if (hasCode && String(numbers('jp-deck-mod-onscreen')) !== String(before))
    await new Promise((resolve) => setTimeout(resolve, 220));
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
           scale: Number(cells[0]?.style.getPropertyValue('--stage-scale')) };
}"""
MOVED = "(at) => window.jupyterapp.shell.currentWidget.content.activeCellIndex !== at"
IS_ON = """() => document.body.dataset.jpDeckMode === 'presenting'
  && document.querySelectorAll('.jp-Deck .jp-deck-mod-visible').length > 0"""


def start(page: Page) -> None:
    """Start the show as the README says."""
    page.locator(".jp-Notebook h1").first.click()
    page.keyboard.press("Control+Shift+C")
    page.locator(".jp-ModalCommandPalette input").wait_for()
    page.keyboard.type("Start Deck")
    page.locator(".lm-CommandPalette-item[data-command='deck:start']").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function(IS_ON, timeout=30_000)


def stop(notebook) -> None:
    """End the show, and wait until JupyterLab has saved that it has ended."""
    notebook.command("deck:stop")
    notebook.page.wait_for_timeout(1000)


def views_of(page: Page, cells: list) -> Iterator[dict]:
    """Yield what is on the screen, from the first slide to the last cell, by the space bar."""
    last = max(i for i, cell in enumerate(cells) if stage.slide_type(cell) not in HIDDEN)
    page.evaluate(
        """() => { const { content } = window.jupyterapp.shell.currentWidget;
                   content.activeCellIndex = 0; content.activeCell.node.focus(); }"""
    )
    view = {"room": []}
    while True:
        view = page.evaluate(LOOK, view["room"])
        yield view
        if last in view["shown"]:
            return
        page.keyboard.press("Space")
        page.wait_for_function(MOVED, arg=view["at"])


def find_misfits(views: list[dict]) -> list[str]:
    """Return a line for each view that is cut, out of the screen, or too small to read."""
    return [f"cell {view['at']}: {fault}" for view in views for fault in _misfits(view)]


def _misfits(view: dict) -> Iterator[str]:
    yield from view["cut"]
    if not view["shown"]:
        yield "nothing is shown"
    if view["top"] < 0 or view["bottom"] > SCREEN["height"]:
        yield f"reaches from {view['top']:.0f} to {view['bottom']:.0f} px"
    if view["scale"] < SMALLEST:
        yield f"had to be made {view['scale']} times as large"


def find_disorder(views: list[dict], cells: list) -> list[str]:
    """Return a line for each cell that is shown too early, too late, never, or against its type.

    A fragment is hidden until its turn; the rest of a slide comes with its beginning.
    """
    kinds = [stage.slide_type(cell) for cell in cells]
    faults = []
    for view in views:
        at, shown = view["at"], view["shown"]
        for i in (i for i in view["room"] if i > at):
            is_later = "fragment" in kinds[at + 1 : i + 1]
            if is_later == (i in shown):
                faults.append(f"cell {i} is {'early' if is_later else 'late'} at cell {at}")
    seen = {number for view in views for number in view["shown"]}
    wanted = {i for i, kind in enumerate(kinds) if kind not in HIDDEN}
    return faults + [f"cell {i} is wrong on stage or missing" for i in sorted(seen ^ wanted)]
