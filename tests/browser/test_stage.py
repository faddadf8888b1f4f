"""A show of a notebook in JupyterLab: it starts each time, and its sliders work.

Whether the slides of every lesson fit is seen in test_lab.py, where the notebooks are open.
"""

import lab
import nbformat
import pytest
import screenshot
import stage_driver
from build_notebooks import NOTEBOOKS

pytestmark = pytest.mark.browser

LESSON = "00_start_here.ipynb"
MODE = "() => document.body.dataset.jpDeckMode"


def test_slider_moves_the_picture_on_stage(desk):
    notebook = desk.open(LESSON)
    page = notebook.page
    page.set_viewport_size(stage_driver.SCREEN)
    notebook.run_all()
    stage_driver.start(page)
    figure = page.locator(".jp-deck-mod-visible .live-figure:has(.noUi-handle)")
    cells = nbformat.read(NOTEBOOKS / LESSON, as_version=4).cells
    next(view for view in stage_driver.views_of(page, cells) if figure.count())
    before = figure.first.locator(".live-picture").inner_html()
    screenshot.move_slider(notebook, figure.first, 0.9)
    assert figure.first.locator(".live-picture").inner_html() != before
    assert page.evaluate(MODE) == "presenting"
    assert notebook.problems == []


@pytest.mark.parametrize("last_show", ["left_on", "ended"])
def test_show_starts_each_time(page, course, last_show):
    """Also where JupyterLab remembers a show that nobody ended, and begins in it.

    The first finds the show that the test above has left on, the second what the first ended.
    """
    notebook = lab.open_notebook(page, course, LESSON)
    stage_driver.start(page)
    assert page.evaluate(MODE) == "presenting"
    stage_driver.stop(notebook)
