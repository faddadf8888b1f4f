"""An empty record of progress for each test; many draws for claims; a browser and JupyterLab."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lab
import nbformat
import pytest
from claiming import Claim
from filelock import FileLock

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def own_progress(monkeypatch, tmp_path):
    """Give each test a record of its own."""
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(tmp_path / "progress"))


@pytest.fixture
def claim(request, record_property):
    """Give the claim that the test of this name carries, to be computed over many draws."""
    lesson = re.search(r"lesson\d", request.path.stem)
    name = request.node.name.removeprefix("test_")
    one = Claim(f"{lesson.group()}.{name}", request.config.option.draws)
    yield one
    assert one.reports, f"{name}: a claim's test computes over draws, over a range, or a batch"
    record_property("claim", [(one.name, *report.summary()) for report in one.reports])


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
def folder(tmp_path_factory):
    """Return the notebooks' folder in a copy of the course, so that no test changes a notebook."""
    copy = tmp_path_factory.mktemp("course")
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, copy / name)
    return copy / "notebooks"


@pytest.fixture(scope="session")
def course(folder):
    """JupyterLab on a copy of the course."""
    with lab.jupyter_lab(folder) as server:
        yield server


class Desk:
    """JupyterLab in a browser, with one notebook open at a time: to load it anew takes long."""

    def __init__(self, context, course, folder):
        self._context, self._course, self._folder = context, course, folder
        self._last = None

    def open(self, name):
        """Open a notebook, with a new kernel, and close the last one."""
        if self._last is None:
            self._last = lab.open_notebook(self._context.new_page(), self._course, name)
        else:
            self._last = lab.open_next(self._last, name)
        self._last.page.set_viewport_size({"width": 1280, "height": 800})
        return self._last

    def open_made(self, name, cells):
        """Make a notebook of some code cells, and open it."""
        made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in cells])
        made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(made, self._folder / name)
        return self.open(name)


@pytest.fixture(scope="session")
def desk(context, course, folder):
    """Return JupyterLab in a browser, for all tests that need not see it start."""
    return Desk(context, course, folder)


@pytest.fixture
def page(context):
    """Return a new page of the browser."""
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def lite_site(tmp_path_factory):
    """Return the folder of the self-contained site; without what it needs, tests are skipped.

    In CI they fail.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site, log = shared / "site", shared / "site.log"
    with FileLock(shared / "site.lock"):
        if not log.exists():
            command = [sys.executable, str(ROOT / "tools" / "build_site.py"), "--self-contained"]
            with log.open("w") as stream:
                done = subprocess.run(
                    [*command, "--only", "lite", "--output", str(site)],
                    stdout=stream,
                    stderr=subprocess.STDOUT,
                    check=False,
                )
            if done.returncode:
                (shared / "site.failed").touch()
    if (shared / "site.failed").exists():
        message = f"the site was not built:\n{log.read_text()[-2000:]}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return site
