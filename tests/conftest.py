"""An empty record of progress for each test, and a browser for those that drive one."""

import os

import lab
import pytest


@pytest.fixture(autouse=True)
def own_progress(monkeypatch, tmp_path):
    """Give each test a record of its own."""
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(tmp_path / "progress"))


@pytest.fixture(scope="module")  # ended before the notebooks run: it holds an event loop
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


@pytest.fixture
def page(context):
    """Return a new page of the browser."""
    page = context.new_page()
    yield page
    page.close()
