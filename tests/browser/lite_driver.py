"""What a reader does in a lesson of the browser edition, and what is then seen."""

import configparser
import re
from pathlib import Path

import figure_driver
from figure_driver import Move

_SAYS_MORE = re.compile("^check_setup", re.MULTILINE)  # it adds what a browser does otherwise
SANITIZE = Path(__file__).parents[1] / "nbval_sanitize.cfg"

# By number of the cell, what each code cell has printed and the texts of its other outputs.
_OUTPUTS = """() => Object.fromEntries(
  window.jupyterapp.shell.currentWidget.content.widgets
    .map((cell, i) => [i, cell.model])
    .filter(([, model]) => model.type === 'code')
    .map(([i, model]) => [i, model.outputs.toJSON()]))"""

_RUN = """async ([number, source]) => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  if (source !== null) notebook.widgets[number].model.sharedModel.setSource(source);
  notebook.activeCellIndex = number;
  await window.jupyterapp.commands.execute('notebook:run-cell');
  return notebook.widgets[number].model.outputs.toJSON();
}"""

_READ = """async (path) => {
  const file = await window.jupyterapp.serviceManager.contents.get(path, { content: true });
  if (file.format !== 'base64')
    return typeof file.content === 'string' ? file.content : JSON.stringify(file.content);
  return new TextDecoder().decode(Uint8Array.from(atob(file.content), (one) => one.charCodeAt(0)));
}"""

# The groups of a picture that can be dragged: over them the pointer becomes a hand.
_HANDLE = """(figure) => {
  for (const group of figure.querySelectorAll('.live-picture svg g[id]')) {
    const paths = group.querySelectorAll('path');
    const part = group.querySelector('use') ?? (paths.length === 1 ? paths[0] : null);
    if (!part) continue;
    part.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    let up = part;
    while (up !== figure && up.style?.cursor !== 'grab') up = up.parentElement;
    if (up !== figure) { up.style.cursor = ''; return part; }
  }
  return null;
}"""


def outputs(lesson):
    """Return what the code cells of the open lesson show, by number from 0."""
    return {int(number): found for number, found in lesson.page.evaluate(_OUTPUTS).items()}


def texts(found):
    """Return the texts of a cell's outputs, without what may differ from machine to machine."""
    lines = []
    for output in found:
        text = output.get(
            "text", output.get("data", {}).get("text/plain", output.get("evalue", ""))
        )
        lines.append(_sanitized(text if isinstance(text, str) else "".join(text)))
    return "".join(lines)


def _sanitized(text):
    rules = configparser.RawConfigParser()
    rules.read(SANITIZE)
    for name in rules.sections():
        text = re.sub(rules[name]["regex"], rules[name]["replace"], text)
    return text


def find_differences(lesson, stored):
    """Return a line for each cell whose texts are not those that are stored."""
    shown, differences = outputs(lesson), []
    for number, cell in enumerate(stored.cells):
        if cell.cell_type != "code":
            continue
        here, there = texts(shown[number]), texts(cell.outputs)
        if _SAYS_MORE.search(cell.source):
            here = here[: len(there)]
        if here != there:
            differences.append(f"{lesson.name}, cell {number}: {here!r}, stored {there!r}")
    return differences


def run(lesson, number, source=None):
    """Run a cell, with another source if one is given; return the text that it shows."""
    return texts(lesson.page.evaluate(_RUN, [number, source]))


def read_file(lesson, path):
    """Return a file of the reader's, as the browser keeps it."""
    return lesson.page.evaluate(_READ, path)


def move_by_key(lesson):
    """Move the first slider that there is to its other end, by a key; return what went wrong."""
    for figure in lesson.page.query_selector_all(".live-figure"):
        handle = figure.query_selector(".live-controls .noUi-handle")
        if handle is None or not handle.is_visible():
            continue
        key = "Home" if _is_right_of_middle(handle) else "End"
        return figure_driver.try_control(figure, [_press(handle, key)], 60_000)
    return ["no slider"]


def drag_point(lesson):
    """Drag the first point that can be dragged; return what went wrong, None without a point."""
    for figure in lesson.page.query_selector_all(".live-figure"):
        figure.scroll_into_view_if_needed()
        point = figure.evaluate_handle(_HANDLE).as_element()
        if point is not None:
            return figure_driver.try_control(figure, [_drag(point, lesson.page.mouse)], 60_000)
    return None


def _is_right_of_middle(handle):
    x, _, left, width = handle.evaluate(figure_driver._PLACE)
    return x > left + width / 2


def _press(handle, key):
    def act():
        handle.scroll_into_view_if_needed()
        handle.focus()
        handle.press(key)

    return Move(f"key {key}", act, lambda: handle.get_attribute("aria-valuetext"))


def _drag(point, mouse):
    moved = []

    def act():
        point.scroll_into_view_if_needed()
        box = point.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        mouse.move(x, y)
        mouse.down()
        mouse.move(x - 30, y - 30, steps=5)
        mouse.up()
        moved.append(True)

    return Move("dragged", act, lambda: len(moved))
