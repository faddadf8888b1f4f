"""Every notebook in JupyterLab in a real browser: it runs, and every control moves its picture."""

import shutil
from pathlib import Path

import figure_driver
import lab
import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

# What JupyterLab itself writes to the console. Empty, and better so: give a reason for each line.
NOISE: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def server(context, tmp_path_factory):
    """JupyterLab on a copy, so that no test changes a notebook."""
    copy = tmp_path_factory.mktemp("course")
    for folder in ("notebooks", "data"):
        shutil.copytree(ROOT / folder, copy / folder)
    with lab.jupyter_lab(copy / "notebooks") as server:
        yield server


def test_there_are_notebooks():
    assert NOTEBOOKS, "no notebook in notebooks/: run tools/build_notebooks.py"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs_and_its_figures_follow(page, server, path):
    notebook = lab.open_notebook(page, server, path.name)
    notebook.run_all()
    assert notebook.errors() == []
    assert notebook.not_run() == []
    faults = figure_driver.find_faults(notebook)
    faults += [
        f"{path.name}: {one}"
        for one in notebook.problems
        if not any(noise in one for noise in NOISE)
    ]
    assert not faults, "\n".join(faults)
