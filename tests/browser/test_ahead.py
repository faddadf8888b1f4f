"""Frames that are computed ahead, in JupyterLab: the picture answers before the kernel can."""

import pytest

pytestmark = pytest.mark.browser

FIGURE = """
from threading import Event
from matplotlib.figure import Figure
from lessonlib.live import live, settings

settings.frames_ahead = True
figure, gate = Figure(figsize=(6, 2)), Event()
gate.set()
axes = figure.subplots()
axes.set(xlim=(0, 1), ylim=(0, 10))
(line,) = axes.plot([0, 1], [0, 1])

def show(left=5, right=0.5):
    gate.wait()
    line.set_ydata([left, right])
    return f"from {left} to {right:.1f}"

wave = live(figure, show, title="A line", left=(0, 10), right=(0.0, 1.0, 0.1))
wave
"""
N_FRAMES = 20  # ten other positions of each control

PAGE = "document.querySelector('.live-picture')"
LOOK = f"() => [{PAGE}.innerHTML, document.querySelector('.live-words').textContent]"


@pytest.fixture(scope="module")
def notebook(desk):
    notebook = desk.open_made("ahead.ipynb", [FIGURE])
    notebook.run_all()
    yield notebook
    assert notebook.problems == []


def run(notebook, code):
    """Run code beside the notebook's cells."""
    notebook.page.evaluate(
        """(code) => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
          .requestExecute({ code }).done""",
        code,
    )


def press(notebook, number, *keys):
    handle = notebook.page.locator(".noUi-handle").nth(number)
    handle.focus()
    for key in keys:
        handle.press(key)


def wait_for_words(notebook, words):
    said = f"() => document.querySelector('.live-words').textContent === {words!r}"
    notebook.page.wait_for_function(said, timeout=20_000)


def wait_for_frames(notebook):
    notebook.page.wait_for_function(f"() => {PAGE}.kept.size === {N_FRAMES}", timeout=20_000)


def kept(notebook):
    size, counts = notebook.page.evaluate(f"() => [{PAGE}.kept.size, {PAGE}.kept.counts]")
    return {"size": size, **counts}


def test_a_move_is_shown_while_the_kernel_cannot_answer_and_stays_the_same_when_it_does(notebook):
    wait_for_frames(notebook)
    run(notebook, "gate.clear()")
    press(notebook, 0, *["ArrowRight"] * 3)
    wait_for_words(notebook, "from 8 to 0.5")
    shown = notebook.page.evaluate(LOOK)
    run(notebook, "gate.set()")
    notebook.page.wait_for_timeout(300)
    notebook.wait_until_idle()
    assert notebook.page.evaluate(LOOK) == shown
    assert kept(notebook)["ahead"] >= 1
    assert kept(notebook)["differed"] == 0


def test_values_that_the_browser_computes_have_their_frames_too(notebook):
    wait_for_frames(notebook)
    run(notebook, "gate.clear()")
    before = kept(notebook)["ahead"]
    for key, words in (("ArrowRight", "0.6"), ("ArrowRight", "0.7"), ("ArrowRight", "0.8")):
        press(notebook, 1, key)
        wait_for_words(notebook, f"from 8 to {words}")
    assert kept(notebook)["ahead"] == before + 3
    run(notebook, "gate.set()")
    wait_for_words(notebook, "from 8 to 0.8")
    assert kept(notebook)["differed"] == 0


def test_what_another_control_makes_void_is_gone(notebook):
    wait_for_frames(notebook)
    run(notebook, "settings.frames_ahead = False")
    press(notebook, 0, "ArrowLeft")
    notebook.page.wait_for_function(f"() => {PAGE}.kept.size <= {N_FRAMES // 2}", timeout=20_000)
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
    page.wait_for_timeout(300)
    notebook.wait_until_idle()
    assert page.evaluate(LOOK)[1] == "from 4 to 0.7"
    assert kept(notebook)["differed"] == 0
