"""Frames that are computed ahead, in JupyterLab: the picture answers before the kernel can."""

from contextlib import contextmanager

import pytest

pytestmark = pytest.mark.browser

FIGURE = """
from pathlib import Path
from time import sleep
from matplotlib.figure import Figure
from lessonlib.live import live, settings

settings.frames_ahead = True
figure = Figure(figsize=(6, 2))
axes = figure.subplots()
axes.set(xlim=(0, 1), ylim=(0, 10))
(line,) = axes.plot([0, 1], [0, 1])

def show(left=5, right=0.5):
    line.set_ydata([left, right])
    return f"from {left} to {right:.1f}"

wave = live(figure, show, title="A line", left=(0, 10), right=(0.0, 1.0, 0.1))
wave
"""
BUSY = "while not Path('go').exists(): sleep(0.01)"
N_FRAMES = 20  # ten other positions of each control

KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
PICTURE = "document.querySelector('.live-picture')"
LOOK = f"() => [{PICTURE}.innerHTML, document.querySelector('.live-words').textContent]"


@pytest.fixture(scope="module")
def notebook(desk):
    notebook = desk.open_made("ahead.ipynb", [FIGURE])
    notebook.run_all()
    yield notebook
    assert notebook.problems == []


def run(notebook, code):
    """Run code beside the notebook's cells, and wait until it has run."""
    notebook.page.evaluate(f"(code) => {KERNEL}.requestExecute({{ code }}).done", code)


@contextmanager
def busy(notebook, folder):
    """Keep the kernel busy with a cell."""
    notebook.page.evaluate(f"(code) => {{ {KERNEL}.requestExecute({{ code }}); }}", BUSY)
    notebook.page.wait_for_function(f"() => {KERNEL}.status === 'busy'")
    yield
    assert notebook.page.evaluate(f"() => {KERNEL}.status") == "busy"
    go = folder / "go"
    go.touch()
    notebook.wait_until_idle()
    go.unlink()
    settle(notebook)


def settle(notebook):
    """Wait until the kernel has answered all moves."""
    notebook.page.wait_for_timeout(300)
    notebook.wait_until_idle()


def press(notebook, number, *keys):
    handle = notebook.page.locator(".noUi-handle").nth(number)
    handle.focus()
    for key in keys:
        handle.press(key)


def wait_for_words(notebook, words):
    said = f"() => document.querySelector('.live-words').textContent === {words!r}"
    notebook.page.wait_for_function(said, timeout=20_000)


def wait_for_frames(notebook):
    notebook.page.wait_for_function(f"() => {PICTURE}.kept.size >= {N_FRAMES}", timeout=20_000)


def kept(notebook):
    size, counts = notebook.page.evaluate(f"() => [{PICTURE}.kept.size, {PICTURE}.kept.counts]")
    return {"size": size, **counts}


def test_a_move_is_shown_while_the_kernel_cannot_answer_and_stays_as_it_is(notebook, folder):
    wait_for_frames(notebook)
    with busy(notebook, folder):
        press(notebook, 0, *["ArrowRight"] * 3)
        wait_for_words(notebook, "from 8 to 0.5")
        shown = notebook.page.evaluate(LOOK)
    assert notebook.page.evaluate(LOOK) == shown
    assert kept(notebook)["ahead"] >= 1
    assert kept(notebook)["differed"] == 0


def test_values_that_the_browser_computes_have_their_frames_too(notebook, folder):
    wait_for_frames(notebook)
    before = kept(notebook)["ahead"]
    with busy(notebook, folder):
        for words in ("0.6", "0.7", "0.8"):
            press(notebook, 1, "ArrowRight")
            wait_for_words(notebook, f"from 8 to {words}")
    assert kept(notebook)["ahead"] == before + 3
    assert kept(notebook)["differed"] == 0


def test_what_another_control_makes_void_is_gone(notebook):
    wait_for_frames(notebook)
    run(notebook, "settings.frames_ahead = False")
    press(notebook, 0, "ArrowLeft")
    notebook.page.wait_for_function(f"() => {PICTURE}.kept.size <= 11", timeout=20_000)
    before = kept(notebook)["ahead"]
    press(notebook, 1, "ArrowLeft")
    wait_for_words(notebook, "from 7 to 0.7")
    assert kept(notebook)["ahead"] == before
    run(notebook, "settings.frames_ahead = True")


def test_a_drag_ends_where_it_is_let_go(notebook):
    page = notebook.page
    press(notebook, 0, "ArrowLeft")  # so that frames are computed again
    wait_for_frames(notebook)
    box = page.locator(".noUi-base").first.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.6 * box["width"], y)
    page.mouse.down()
    for part in (0.8, 0.95, 0.3, 0.1, 0.4):
        page.mouse.move(box["x"] + part * box["width"], y, steps=4)
    page.mouse.up()
    wait_for_words(notebook, "from 4 to 0.7")
    settle(notebook)
    assert page.evaluate(LOOK)[1] == "from 4 to 0.7"
    assert kept(notebook)["differed"] == 0
