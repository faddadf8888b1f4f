"""Every notebook in JupyterLab in a real browser: as readers have it, and on stage."""

import figure_driver
import nbformat
import pytest
import stage_driver
from build_notebooks import NOTEBOOKS

pytestmark = pytest.mark.browser

# What JupyterLab itself writes to the console. Empty, and better so: give a reason for each line.
NOISE: tuple[str, ...] = ()

PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))
# The lessons that are walked on stage every day; of all, the same cells are walked as a deck.
ON_STAGE = ("01_dataset_and_splitting", "07_the_whole_machine")


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def notebook(desk, path):
    """A notebook of which all cells have been run."""
    notebook = desk.open(path.name)
    notebook.run_all()
    return notebook


def test_there_are_notebooks():
    assert PATHS, "no notebook in notebooks/: run tools/build_notebooks.py"


def test_every_cell_runs(notebook):
    assert notebook.errors() == []
    assert notebook.not_run() == []


def test_every_control_moves_its_picture(notebook):
    faults = figure_driver.find_faults(notebook)
    assert not faults, "\n".join(faults)


@pytest.mark.exhaustive
def test_every_control_moves_its_picture_wherever_it_goes(notebook):
    faults = figure_driver.find_faults(notebook, thorough=True)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(one, marks=[] if one.stem in ON_STAGE else [pytest.mark.exhaustive])
        for one in PATHS
    ],
    ids=lambda path: path.stem,
    indirect=True,
)
def test_every_slide_fits_on_stage_and_builds_up_in_order(notebook, path):
    notebook.page.set_viewport_size(stage_driver.SCREEN)
    stage_driver.start(notebook.page)
    cells = nbformat.read(path, as_version=4).cells
    views = list(stage_driver.views_of(notebook.page, cells))
    stage_driver.stop(notebook)
    faults = stage_driver.find_misfits(views) + stage_driver.find_disorder(views, cells)
    assert not faults, "\n".join(faults)


def test_nothing_went_wrong_in_the_page(notebook):
    problems = [one for one in notebook.problems if not any(noise in one for noise in NOISE)]
    assert not problems, "\n".join(problems)
