"""Moves every control of every live figure, as a reader would, and says what did not work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import ElementHandle, Error, Mouse

NEVER = "never changed the picture"
CHANGE_TIMEOUT = 20_000  # milliseconds: a bound for a busy machine, not a wait
MOST_OPTIONS = 3  # of a drop-down, thoroughly, and then back; more show little

# The parts of `.live-controls` that can be moved; what else stands there is reported.
SLIDER = ".noUi-handle"
SELECT = "select"
CHECKBOX = "input[type=checkbox]"
CHOICES = ".widget-toggle-buttons, .widget-radio"  # one of each group's
CHOICE = "button, input[type=radio]"
TOGGLE = ".widget-toggle-button:not(.widget-toggle-buttons *)"
BUTTON = ".widget-button"
KNOWN = ", ".join((SLIDER, SELECT, CHECKBOX, CHOICES, TOGGLE, BUTTON))

_REMEMBER = """(figure) => {
  const look = () => ({ picture: figure.querySelector('.live-picture')?.innerHTML,
                        words: figure.querySelector('.live-words')?.textContent });
  if (!figure.look) {
    figure.look = look;
    // Not the controls: what they read changes before the kernel has heard of it.
    const observer = new MutationObserver(() => { figure.changes += 1; });
    for (const part of figure.querySelectorAll('.live-picture, .live-words'))
      observer.observe(part, { subtree: true, childList: true, characterData: true });
    const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    kernel.statusChanged.connect((_, status) => { figure.answered ||= status === 'busy'; });
  }
  figure.changes = 0;
  figure.answered = false;
  figure.seen = look();
  return window.jupyterapp.shell.currentWidget.content.activeCellIndex;
}"""

# Wait until the figure changes after it was remembered, and then until it rests. A move that need
# not show is over when the kernel has been busy with it.
_SETTLE = """async (figure, [timeout, mustShow]) => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const end = performance.now() + timeout;
  const isOver = () => figure.changes
    || (!mustShow && figure.answered && kernel.status === 'idle');
  while (!isOver() && performance.now() < end) await pause(10);
  let last;
  do { last = figure.changes; await pause(120); }
  while ((figure.changes !== last || kernel.status !== 'idle') && performance.now() < end + 5000);
  const now = figure.look();
  return { picture: now.picture !== figure.seen.picture, words: now.words !== figure.seen.words,
           cell: window.jupyterapp.shell.currentWidget.content.activeCellIndex };
}"""

# Take all but the figure off the page, as a reader can who scrolls it out of sight: what JupyterLab
# lays out anew at each move is most of what a move costs.
_STAND_ALONE = """(figure) => {
  const own = figure.closest('.jp-Cell');
  for (const cell of document.querySelectorAll('.jp-Notebook .jp-Cell'))
    cell.style.display = cell === own ? '' : 'none';
  own.querySelector('.jp-Cell-inputWrapper').style.display = 'none';
}"""
_SHOW_ALL = """() => {
  for (const one of document.querySelectorAll('.jp-Notebook .jp-Cell, .jp-Cell-inputWrapper'))
    one.style.display = '';
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
  const suspects = /nan|inf/i.test(svg.outerHTML) ? [svg, ...svg.querySelectorAll('*')] : [];
  for (const element of suspects)
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

# Where the middle of a slider's handle is; the left end and the width of its track.
_PLACE = """(handle) => {
  const box = handle.getBoundingClientRect();
  const track = handle.closest('.noUi-target').getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2, track.x, track.width];
}"""

_LABEL = """(control) => {
  const widget = control.closest('.jupyter-widgets:not(.widget-container)')
    ?? control.closest('.jupyter-widgets');
  const text = widget?.querySelector('.widget-label')?.textContent || widget?.textContent || '';
  return text.trim() || control.textContent.trim() || control.tagName;
}"""


@dataclass(frozen=True)
class Move:
    """One way to move a control: what it is called, what does it, and whether it must show."""

    name: str
    act: Callable[[], object]
    value: Callable[[], object]
    must_show: bool = True
    is_key: bool = False


def find_faults(
    notebook, *, thorough: bool = False, timeouts: dict[int, float] | None = None
) -> list[str]:
    """Move everything in every figure; return a line for each thing that went wrong.

    Each control moves once, the first slider of a figure by key too. If ``thorough``, or if the
    picture did not follow, sliders move to both their ends, others through more options, and all
    of them back. ``timeouts``, by the number of a figure, are for those known never to change.
    """
    notebook.settle_predictions()
    faults = []
    # Elements, not locators: a locator searches the long page anew at each use.
    for number, figure in enumerate(notebook.page.query_selector_all(".live-figure"), start=1):
        place = f"{notebook.name}, figure {number}"
        figure.evaluate(_STAND_ALONE)
        faults += [f"{place} {fault}" for fault in figure.evaluate(_FAULTS)]
        for unknown in figure.evaluate(_UNKNOWN, KNOWN):
            faults.append(f"{place} has a control that this test cannot move: {unknown}")
        timeout = (timeouts or {}).get(number, CHANGE_TIMEOUT)
        by_key = True  # once: it is the figure's box that keeps keys from JupyterLab
        for control, moves in controls(figure, notebook.page.mouse):
            chosen = [one for one in moves(thorough) if by_key or not one.is_key]
            by_key &= thorough or not any(one.is_key for one in chosen)
            found = try_control(figure, chosen, timeout)
            if NEVER in found and not thorough:
                found = try_control(figure, moves(True), timeout)
            faults += [f"{place}, {control.evaluate(_LABEL)!r} {fault}" for fault in found]
    notebook.page.evaluate(_SHOW_ALL)
    return faults


def try_control(figure: ElementHandle, moves: list[Move], timeout: float) -> list[str]:
    """Make the moves of one control; return what went wrong."""
    faults, shown = [], False
    for move in moves:
        before, cell = move.value(), figure.evaluate(_REMEMBER)
        try:
            move.act()
        except Error as error:
            return [*faults, f"({move.name}): cannot be moved, {error.message.splitlines()[0]}"]
        moved = move.value() != before
        changed = figure.evaluate(_SETTLE, [timeout if moved else 0, move.must_show])
        shown |= changed["picture"]
        if move.is_key and not moved:
            faults.append(f"({move.name}): its value did not follow")
        if move.is_key and changed["cell"] != cell:
            faults.append(f"({move.name}): JupyterLab took the key to choose another cell")
        if move.must_show and moved and not (changed["picture"] or changed["words"]):
            faults.append(f"({move.name}): neither picture nor words followed")
        faults += [f"({move.name}): the figure {fault}" for fault in figure.evaluate(_FAULTS)]
    if any(move.must_show for move in moves) and not shown:
        faults.append(NEVER)
    return faults


def controls(
    figure: ElementHandle, mouse: Mouse
) -> Iterator[tuple[ElementHandle, Callable[[bool], list[Move]]]]:
    """Yield each visible control of a figure, and a function that returns its moves.

    The function takes whether they are to be thorough; then the last of the moves leads back.
    """
    kinds = {
        SLIDER: lambda handle, thorough: slider_moves(handle, mouse, thorough),
        SELECT: select_moves,
        CHECKBOX: switch_moves,
        TOGGLE: switch_moves,
        BUTTON: lambda button, _: button_moves(button),
    }

    def find(selector):
        return figure.query_selector_all(f".live-controls :is({selector})")

    for selector, moves in kinds.items():
        for control in find(selector):
            if control.is_visible() and control.is_enabled():
                yield control, partial(moves, control)
    for group in find(CHOICES):
        if choices := [one for one in group.query_selector_all(CHOICE) if one.is_visible()]:
            yield choices[0], partial(choice_moves, choices)


def slider_moves(handle: ElementHandle, mouse: Mouse, thorough: bool) -> list[Move]:
    """Drag across the middle and press an arrow key; or drag to both ends, and then back.

    Short of the ends: where one weight saturates the network, no other moves the picture. The key
    goes on the same way: with fewer sigmoids, that of the next slider may not be among them.
    """
    handle.scroll_into_view_if_needed()
    x, _, left, width = handle.evaluate(_PLACE)

    def value():
        return handle.get_attribute("aria-valuetext")

    def grab():
        handle.scroll_into_view_if_needed()
        mouse.move(*handle.evaluate(_PLACE)[:2])
        mouse.down()

    def drag(to):
        _, y, left, _ = handle.evaluate(_PLACE)  # the page may have moved
        mouse.move(left + to, y)

    def press():
        handle.focus()
        is_at_end = handle.get_attribute("aria-valuenow") == handle.get_attribute(end)
        handle.press(back if is_at_end else on)

    is_left = x < left + width / 2
    part, end = (0.75, "aria-valuemax") if is_left else (0.25, "aria-valuemin")
    on, back = ("ArrowRight", "ArrowLeft") if is_left else ("ArrowLeft", "ArrowRight")
    # One step may be too small to show, such as a hundredth of ten points.
    by_key = Move("arrow key", press, value, must_show=False, is_key=True)
    if not thorough:
        across = Move("dragged", lambda: (grab(), drag(part * width), mouse.up()), value)
        return [across, by_key]
    return [
        Move("dragged to the left end", lambda: (grab(), drag(-20)), value),
        Move("dragged to the right end", lambda: drag(width + 20), value),
        Move("dragged to the middle", lambda: (drag(width / 2), mouse.up()), value),
        by_key,
        Move("dragged back", lambda: (grab(), drag(x - left), mouse.up()), value),
    ]


def select_moves(select: ElementHandle, thorough: bool) -> list[Move]:
    """Choose another option, or some, then the first choice again."""
    start = select.evaluate("(select) => select.selectedIndex")
    others = [i for i in range(len(select.query_selector_all("option"))) if i != start]
    return [
        Move(
            f"option {index + 1}",
            lambda index=index: select.select_option(index=index),
            lambda: select.evaluate("(select) => select.selectedIndex"),
        )
        for index in ([*others[:MOST_OPTIONS], start] if thorough else others[:1])
    ]


def switch_moves(switch: ElementHandle, thorough: bool) -> list[Move]:
    """Click a box or a toggle, and click again."""
    names = ("clicked", "clicked again")[: 1 + thorough]
    return [Move(name, switch.click, lambda: _is_chosen(switch)) for name in names]


def _is_chosen(button: ElementHandle) -> bool:
    return bool(button.evaluate("(b) => b.checked || b.classList.contains('mod-active')"))


def choice_moves(choices: list[ElementHandle], thorough: bool) -> list[Move]:
    """Click another button of a row; or every one, and the one that was chosen at last."""

    def chosen():
        return [_is_chosen(one) for one in choices]

    start = chosen().index(True) if any(chosen()) else 0
    others = [i for i in range(len(choices)) if i != start]
    order = [*others, start] if thorough else others[:1]
    return [Move(f"choice {i + 1}", choices[i].click, chosen) for i in order]


def button_moves(button: ElementHandle) -> list[Move]:
    """Click; a button may have nothing to do, such as a reset at the start."""
    return [Move("clicked", button.click, lambda: None, must_show=False)]
