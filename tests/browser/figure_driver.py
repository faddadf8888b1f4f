"""Moves every control of every live figure, as a reader would, and says what did not work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Error, Locator

CHANGE_TIMEOUT = 5000  # milliseconds
MOST_OPTIONS = 4  # of a drop-down; more take long and show little

# The parts of `.live-controls` that can be moved; what else stands there is reported.
SLIDER = ".noUi-handle"
SELECT = "select"
CHECKBOX = "input[type=checkbox]"
CHOICES = ".widget-toggle-buttons, .widget-radio"  # one of each group's
CHOICE = "button, input[type=radio]"
TOGGLE = ".widget-toggle-button:not(.widget-toggle-buttons *)"
PLAY = ".widget-play"
BUTTON = ".widget-button"
KNOWN = ", ".join((SLIDER, SELECT, CHECKBOX, CHOICES, TOGGLE, PLAY, BUTTON))

_REMEMBER = """(figure) => {
  figure.seen = { picture: figure.querySelector('.live-picture')?.innerHTML,
                  words: figure.querySelector('.live-words')?.textContent };
}"""

# Wait until the figure differs from what was remembered, and then until it rests.
_SETTLE = """async (figure, timeout) => {
  const look = () => ({ picture: figure.querySelector('.live-picture')?.innerHTML,
                        words: figure.querySelector('.live-words')?.textContent });
  const same = (one, other) => one.picture === other.picture && one.words === other.words;
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const end = performance.now() + timeout;
  while (same(look(), figure.seen) && performance.now() < end) await pause(20);
  let last, now = look();
  do { last = now; await pause(150); now = look(); }
  while ((!same(now, last) || kernel.status !== 'idle') && performance.now() < end + 5000);
  return { picture: now.picture !== figure.seen.picture, words: now.words !== figure.seen.words };
}"""

_FAULTS = """(figure) => {
  const faults = [];
  const error = figure.querySelector('.live-error')?.textContent.trim();
  if (error) faults.push(`shows the error "${error}"`);
  const words = figure.querySelector('.live-words')?.textContent.trim();
  if (!words) faults.push('says nothing in words');
  if (/\\b(nan|inf|infinity)\\b/i.test(words)) faults.push(`says "${words}"`);
  const svg = figure.querySelector('.live-picture svg');
  if (!svg) return [...faults, 'has no picture'];
  if (!svg.getBoundingClientRect().height) faults.push('has a picture of no size');
  const names = ['d', 'transform', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r',
                 'width', 'height', 'viewBox'];
  for (const element of [svg, ...svg.querySelectorAll('*')])
    for (const name of names)
      if (/nan|inf/i.test(element.getAttribute(name) ?? ''))
        faults.push(`draws ${element.tagName} with ${name}="${element.getAttribute(name)}"`
          .slice(0, 120));
  return faults.slice(0, 3);
}"""

# Widgets in `.live-controls` that hold none of the known controls, and are not mere text.
_UNKNOWN = """(figure, known) => [...figure.querySelectorAll('.live-controls > .jupyter-widgets')]
  .filter((one) => !one.matches(known) && !one.querySelector(known))
  .filter((one) => !one.matches('.widget-html, .widget-label'))
  .map((one) => one.className)"""

_LABEL = """(control) => {
  const widget = control.closest('.jupyter-widgets:not(.widget-container)')
    ?? control.closest('.jupyter-widgets');
  const text = widget?.querySelector('.widget-label')?.textContent || widget?.textContent || '';
  return text.trim() || control.textContent.trim() || control.tagName;
}"""

_ACTIVE_CELL = "() => window.jupyterapp.shell.currentWidget.content.activeCellIndex"


@dataclass(frozen=True)
class Move:
    """One way to move a control: what it is called, what does it, and whether it must show."""

    name: str
    act: Callable[[], object]
    value: Callable[[], object]
    must_show: bool = True
    is_key: bool = False


def find_faults(notebook) -> list[str]:
    """Move everything in every figure; return a line for each thing that went wrong."""
    notebook.settle_predictions()
    faults = []
    for number, figure in enumerate(notebook.page.locator(".live-figure").all(), start=1):
        place = f"{notebook.name}, figure {number}"
        faults += [f"{place} {fault}" for fault in figure.evaluate(_FAULTS)]
        for unknown in figure.evaluate(_UNKNOWN, KNOWN):
            faults.append(f"{place} has a control that this test cannot move: {unknown}")
        for control, moves in controls(figure):
            label = f"{place}, {control.evaluate(_LABEL)!r}"
            faults += [f"{label} {fault}" for fault in try_control(figure, moves)]
    return faults


def try_control(figure: Locator, moves: list[Move]) -> list[str]:
    """Make the moves of one control; return what went wrong."""
    faults, shown = [], False
    for move in moves:
        before, cell = move.value(), figure.page.evaluate(_ACTIVE_CELL)
        figure.evaluate(_REMEMBER)
        try:
            move.act()
        except Error as error:
            return [*faults, f"({move.name}): cannot be moved, {error.message.splitlines()[0]}"]
        moved = move.value() != before
        changed = figure.evaluate(_SETTLE, CHANGE_TIMEOUT if moved and move.must_show else 0)
        shown |= changed["picture"]
        if move.is_key and not moved:
            faults.append(f"({move.name}): its value did not follow")
        if move.is_key and figure.page.evaluate(_ACTIVE_CELL) != cell:
            faults.append(f"({move.name}): JupyterLab took the key to choose another cell")
        if move.must_show and moved and not any(changed.values()):
            faults.append(f"({move.name}): neither picture nor words followed")
        faults += [f"({move.name}): the figure {fault}" for fault in figure.evaluate(_FAULTS)]
    if any(move.must_show for move in moves) and not shown:
        faults.append("never changed the picture")
    return faults


def controls(figure: Locator) -> Iterator[tuple[Locator, list[Move]]]:
    """Yield each visible control of a figure with its moves, the last of which leads back."""
    kinds = {
        SLIDER: slider_moves,
        SELECT: select_moves,
        CHECKBOX: checkbox_moves,
        TOGGLE: toggle_moves,
        PLAY: play_moves,
        BUTTON: button_moves,
    }
    for selector, moves in kinds.items():
        for control in figure.locator(".live-controls").locator(selector).all():
            if control.is_visible() and control.is_enabled():
                yield control, moves(control)
    for group in figure.locator(".live-controls").locator(CHOICES).all():
        if choices := [one for one in group.locator(CHOICE).all() if one.is_visible()]:
            yield choices[0], choice_moves(choices)


def slider_moves(handle: Locator) -> list[Move]:
    """Drag to both ends and to the middle, press an arrow key, drag back."""
    handle.scroll_into_view_if_needed()
    track = handle.locator("xpath=ancestor::*[contains(@class, 'noUi-target')]")
    start = _middle(handle)[0] - track.bounding_box()["x"]
    width = track.bounding_box()["width"]
    places = {"left end": -20, "right end": width + 20, "middle": width / 2}

    def value():
        return handle.get_attribute("aria-valuetext")

    def drag(offset):
        mouse = handle.page.mouse
        handle.scroll_into_view_if_needed()
        x, y = _middle(handle)
        mouse.move(x, y)
        mouse.down()
        mouse.move(track.bounding_box()["x"] + offset, y, steps=8)
        mouse.up()

    moves = [
        Move(f"dragged to the {name}", lambda offset=offset: drag(offset), value)
        for name, offset in places.items()
    ]

    def press():
        handle.focus()
        handle.press("ArrowRight")

    # One step may be too small to show, such as a hundredth of ten points.
    key = Move("key ArrowRight", press, value, must_show=False, is_key=True)
    return [*moves, key, Move("dragged back", lambda: drag(start), value)]


def _middle(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def select_moves(select: Locator) -> list[Move]:
    """Choose the other options, then the first choice again."""
    start = select.evaluate("(select) => select.selectedIndex")
    others = [i for i in range(select.locator("option").count()) if i != start]
    return [
        Move(
            f"option {index + 1}",
            lambda index=index: select.select_option(index=index),
            lambda: select.evaluate("(select) => select.selectedIndex"),
        )
        for index in [*others[: MOST_OPTIONS - 1], start]
    ]


def checkbox_moves(box: Locator) -> list[Move]:
    """Click twice."""
    return [Move(name, box.click, box.is_checked) for name in ("clicked", "clicked again")]


def toggle_moves(button: Locator) -> list[Move]:
    """Click twice."""
    names = ("clicked", "clicked again")
    return [Move(name, button.click, lambda: _is_chosen(button)) for name in names]


def _is_chosen(button: Locator) -> bool:
    return bool(button.evaluate("(b) => b.checked || b.classList.contains('mod-active')"))


def choice_moves(choices: list[Locator]) -> list[Move]:
    """Click every button of a row, and the one that was chosen at last."""

    def chosen():
        return [_is_chosen(one) for one in choices]

    start = chosen().index(True) if any(chosen()) else 0
    order = [*(i for i in range(len(choices)) if i != start), start]
    return [Move(f"choice {i + 1}", choices[i].click, chosen) for i in order]


def play_moves(play: Locator) -> list[Move]:
    """Play for a moment, then pause."""
    button = play.locator("button").first

    def run():
        button.click()
        play.page.wait_for_timeout(800)
        button.click()

    return [Move("played", run, lambda: object())]


def button_moves(button: Locator) -> list[Move]:
    """Click; a button may have nothing to do, such as a reset at the start."""
    return [Move("clicked", button.click, lambda: None, must_show=False)]
