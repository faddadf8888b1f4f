"""An empty record of progress for each test; a browser and JupyterLab for those that drive them."""

import os
import shutil
from pathlib import Path

import lab
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def own_progress(monkeypatch, tmp_path):
    """Give each test a record of its own."""
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(tmp_path / "progress"))


@pytest.fixture(scope="session")
def context():
    """Return a browser; without one the tests are skipped, but in CI they fail."""
    try:
        lab.find_browser()
    except lab.NoBrowserError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))
    with lab.browser() as context:
        yield context


@pytest.fixture(scope="session")
def course(context, tmp_path_factory):
    """JupyterLab on a copy of the course, so that no test changes a notebook."""
    copy = tmp_path_factory.mktemp("course")
    for folder in ("notebooks", "data"):
        shutil.copytree(ROOT / folder, copy / folder)
    with lab.jupyter_lab(copy / "notebooks") as server:
        yield server


@pytest.fixture
def page(context):
    """Return a new page of the browser."""
    page = context.new_page()
    yield page
    page.close()
