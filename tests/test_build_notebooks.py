"""The builder: the same bytes each time, ids that stay, errors that name the cell."""

import json

import build_notebooks
import pytest
from build_notebooks import BuildError, build, find_lessons, main, read_lesson

from lessonlib.progress import attempts, record_attempt

pytestmark = pytest.mark.notebook

HEADER = """\
# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---
"""
CELLS = [
    '# %% [markdown] slideshow={"slide_type": "slide"}\n# # A title\n',
    '# %% slideshow={"slide_type": "-"}\nprint("one", flush=True)\nprint(hash("two"))\n1 / 3\n',
    "# %%\nimport os\n\nos.path.basename(os.getcwd())\n",
    "# %%\n",
    '# %% id="chosen"\nlen("four")\n',
]
WIDGET = """\
# %%
import ipywidgets

class Pictured(ipywidgets.IntSlider):
    def _repr_mimebundle_(self, **_):
        return super()._repr_mimebundle_() | {"text/html": '<img alt="a slider" src="x">'}

Pictured()
"""


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a lesson of the given cells and returns its path."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    (tmp_path / "notebooks").mkdir()

    def write(*cells, name="01_lesson"):
        path = folder / f"{name}.py"
        path.write_text("\n".join([HEADER, *cells]), encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(tmp_path):
    """Return a function that runs the command on the lessons of this test."""
    folders = ["--lessons", str(tmp_path / "lessons"), "--notebooks", str(tmp_path / "notebooks")]
    return lambda *arguments: main([*arguments, *folders])


def ids(lesson):
    return [cell.id for cell in read_lesson(lesson).cells]


def test_building_twice_gives_the_same_bytes(write, run, tmp_path):
    write(*CELLS, WIDGET)
    stored = tmp_path / "notebooks" / "01_lesson.ipynb"
    assert run() == 0
    first = stored.read_bytes()
    assert run() == 0
    assert stored.read_bytes() == first
    assert run("--check") == 0
    assert stored.read_bytes() == first


def test_notebook_is_executed_and_plain(write, tmp_path):
    text = build(write(*CELLS), tmp_path / "notebooks")
    notebook = json.loads(text)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and cell["source"]]
    assert [cell["execution_count"] for cell in code] == [1, 2, 3]
    assert code[0]["outputs"][0]["text"][0] == "one\n"
    assert code[1]["outputs"][0]["data"]["text/plain"] == ["'notebooks'"]
    assert code[0]["metadata"] == {}, "'-' hides a cell from jupyterlab-slideshow"
    assert notebook["metadata"] == build_notebooks.METADATA
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_nobodys_progress_reaches_a_notebook(write, tmp_path):
    assert record_attempt("mse_loss", "passed") == ""
    cell = "# %%\nfrom lessonlib.progress import read, record_attempt\n\n"
    cell += 'record_attempt("top_n_accuracy", "passed")\nlist(read()["exercises"])\n'
    notebook = json.loads(build(write(cell), tmp_path))
    (output,) = notebook["cells"][0]["outputs"]
    assert output["data"]["text/plain"] == ["['top_n_accuracy']"]
    assert attempts("top_n_accuracy") == 0


def test_widget_is_stored_as_its_picture(write, tmp_path):
    notebook = json.loads(build(write(WIDGET), tmp_path))
    (output,) = notebook["cells"][0]["outputs"]
    assert set(output["data"]) == {"text/html", "text/plain"}
    assert "widgets" not in notebook["metadata"]


def test_widget_without_a_picture_is_an_error(write, tmp_path):
    lesson = write(CELLS[0], "# %%\nimport ipywidgets\n\nipywidgets.IntSlider()\n")
    with pytest.raises(BuildError, match=r"^01_lesson: cell 2 .* shows a widget, IntSlider"):
        build(lesson, tmp_path)


def test_ids_stay_when_another_cell_changes(write):
    before = ids(write(*CELLS))
    assert before[-1] == "chosen"
    edited = ids(write(CELLS[0], CELLS[1] + "# more\n", *CELLS[2:]))
    assert [one == other for one, other in zip(before, edited, strict=True)].count(False) == 1
    assert ids(write(CELLS[0], "# %%\nnew = 1\n", *CELLS[1:]))[2:] == before[1:]


def test_ids_of_equal_cells_differ(write):
    assert len(set(ids(write(*[CELLS[1]] * 3)))) == 3


def test_ids_of_equal_cells_in_two_lessons_differ(write):
    assert ids(write(CELLS[1])) != ids(write(CELLS[1], name="02_lesson"))


def test_a_cell_that_raises_is_named(write, run, capsys, tmp_path):
    write(*CELLS[:2], "# %%\n1 / 0\n", *CELLS[2:])
    assert run() == 1
    message = capsys.readouterr().err
    assert "01_lesson: cell 3 (id " in message
    assert "raised ZeroDivisionError: division by zero\n\n1 / 0" in message
    assert list((tmp_path / "notebooks").iterdir()) == []


def test_a_cell_that_does_not_end_is_named(write, monkeypatch, tmp_path):
    monkeypatch.setattr(build_notebooks, "CELL_TIMEOUT", 1)
    lesson = write(CELLS[0], "# %%\nimport time\n\ntime.sleep(60)\n")
    with pytest.raises(BuildError, match=r"01_lesson: .*cell .* did not finish"):
        build(lesson, tmp_path)


def test_check_finds_a_changed_number(write, run, capsys, tmp_path):
    write(*CELLS)
    run()
    stored = tmp_path / "notebooks" / "01_lesson.ipynb"
    stored.write_text(stored.read_text("utf-8").replace("0.333333", "0.333334"), "utf-8")
    assert run("--check") == 1
    assert "- 01_lesson.ipynb: cell 2 (id " in capsys.readouterr().out


def test_check_finds_missing_edited_and_extra_notebooks(write, run, capsys, tmp_path):
    write(CELLS[0])
    write(CELLS[0], name="02_edited")
    write(CELLS[0], name="03_extra").unlink()
    (tmp_path / "notebooks" / "03_extra.ipynb").touch()
    run("02_edited")
    write(*CELLS[:2], name="02_edited")
    assert run("--check") == 1
    lines = capsys.readouterr().out.splitlines()[1:]
    assert lines == [
        "- 01_lesson.ipynb: missing",
        "- 02_edited.ipynb: 1 cells, its lesson has 2",
        "- 03_extra.ipynb: there is no lesson 03_extra.py",
    ]


def test_lessons_are_found_by_name_or_path(write, tmp_path):
    lesson = write(CELLS[0])
    folder = tmp_path / "lessons"
    for name in ("01_lesson", "lessons/01_lesson.py", "notebooks/01_lesson.ipynb"):
        assert find_lessons(folder, [name]) == [lesson]
    with pytest.raises(BuildError, match="no lesson 1; the lessons are 01_lesson"):
        find_lessons(folder, ["1"])
    with pytest.raises(BuildError, match="there are no lessons"):
        find_lessons(tmp_path)
