"""Build the notebooks that readers open from the lessons that we edit.

``lessons/NN_name.py`` (jupytext percent format) becomes ``notebooks/NN_name.ipynb``: executed, with
its outputs stored. Building again changes no byte::

    .venv/bin/python tools/build_notebooks.py                    # all lessons
    .venv/bin/python tools/build_notebooks.py 01_dataset_and_splitting
    .venv/bin/python tools/build_notebooks.py --check            # are the notebooks up to date?
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from notebook_differences import find_differences, find_orphans
from run_order_table import TABLE, table
from tqdm import tqdm

ROOT = Path(__file__).parents[1]
LESSONS = ROOT / "lessons"
NOTEBOOKS = ROOT / "notebooks"
CELL_TIMEOUT = 300  # seconds
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

# Folded, so that a student who reads the notebook is not addressed as the instructor.
SPEAKER_NOTE = "<details><summary>For the instructor</summary>\n\n{}\n\n</details>"

# Written by us, since the kernel's own answer names the exact version of Python.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "pygments_lexer": "ipython3",
    },
}


class BuildError(Exception):
    """A lesson could not be built; the message names the lesson, and the cell if there is one."""


def find_lessons(lessons: Path, names: Iterable[str] = ()) -> list[Path]:
    """Return the files of the named lessons, or of all lessons, in order.

    Parameters
    ----------
    lessons : Path
        Folder of the lessons.
    names : iterable of str
        Names of lessons, such as ``01_dataset_and_splitting``; a path to the
        lesson or to its notebook will do. Empty for all.

    Raises
    ------
    BuildError
        If there is no such lesson, or none at all.
    """
    found = {path.stem: path for path in sorted(lessons.glob("*.py"))}
    if not found:
        raise BuildError(f"there are no lessons (*.py) in {lessons}")
    wanted = [Path(name).stem for name in names] or list(found)
    for name in wanted:
        if name not in found:
            raise BuildError(f"there is no lesson {name}; the lessons are {', '.join(found)}")
    return [found[name] for name in wanted]


def read_lesson(lesson: Path) -> NotebookNode:
    """Return the notebook of a lesson as its text says: cells, metadata and ids, no outputs."""
    notebook = jupytext.read(lesson)
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    seen: Counter[str] = Counter()
    for cell in notebook.cells:
        cell.metadata.pop("lines_to_next_cell", None)  # says how the text is spaced
        kind = cell.metadata.get("slideshow", {}).get("slide_type")
        if kind == "notes":
            cell.source = SPEAKER_NOTE.format(cell.source)
        if kind == "-":  # jupyterlab-slideshow shows the rest of a slide only if nothing marks it
            del cell.metadata["slideshow"]
        cell.id = cell.metadata.pop("id", None) or _cell_id(lesson.stem, cell, seen)
    return notebook


def _cell_id(lesson: str, cell: NotebookNode, seen: Counter[str]) -> str:
    """Return an id made of the cell's content, so that an edit changes no other cell's id."""
    content = f"{lesson}\n{cell.cell_type}\n{cell.source}"
    digest = hashlib.sha256(content.encode()).hexdigest()[:12]
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def build(lesson: Path, folder: Path, on_cell: Callable[..., Any] | None = None) -> str:
    """Execute a lesson and return its notebook as text.

    Parameters
    ----------
    lesson : Path
        The lesson's text file.
    folder : Path
        The kernel's working directory.
    on_cell : callable, optional
        Called after each code cell.

    Raises
    ------
    BuildError
        If a cell raises, hangs or ends the kernel.
    """
    notebook = read_lesson(lesson)
    execute(notebook, lesson.stem, folder, on_cell)
    notebook.metadata = nbformat.from_dict(METADATA)
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            _drop_dead_view(output, f"{lesson.stem}: cell {number} (id {cell.id})")
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def execute(
    notebook: NotebookNode, name: str, folder: Path, on_cell: Callable[..., Any] | None = None
) -> None:
    """Run all cells of a notebook in place; arguments and errors as in :func:`build`."""
    options = {
        "timeout": CELL_TIMEOUT,
        "kernel_name": "python3",
        "record_timing": False,
        "store_widget_state": False,
        "coalesce_streams": True,
    }
    client = NotebookClient(notebook, on_cell_executed=on_cell, **options)
    with tempfile.TemporaryDirectory() as profile:
        # A profile of its own: nobody's start-up files or progress may reach the outputs.
        own = {"IPYTHONDIR": profile, "LESSONLIB_PROGRESS": str(Path(profile, "progress"))}
        env = {**os.environ, "PYTHONHASHSEED": "0", "LIVE_STILLS": "png", **own}
        try:
            # The kernel's own remarks on its start; what cells write to stderr is stored anyway.
            client.execute(cwd=str(folder), env=env, stderr=subprocess.DEVNULL)
        except CellExecutionError as error:
            reason = f"raised {error.ename}: {error.evalue}"
            raise BuildError(_describe_failure(notebook, name, reason)) from error
        except (CellTimeoutError, DeadKernelError) as error:
            reason = f"did not finish: {type(error).__name__}, limit {CELL_TIMEOUT} s"
            raise BuildError(_describe_failure(notebook, name, reason)) from error


def _describe_failure(notebook: NotebookNode, name: str, reason: str) -> str:
    """Name the cell that failed: it is the last one that was begun."""
    begun = [
        (number, cell)
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "code" and (cell.execution_count or cell.outputs)
    ]
    if not begun:
        return f"{name}: the first code cell {reason}"
    number, cell = begun[-1]
    return f"{name}: cell {number} (id {cell.id}) {reason}\n\n{cell.source}\n"


def _drop_dead_view(output: NotebookNode, place: str) -> None:
    """Drop a stored widget and keep the picture that is stored beside it.

    Without a kernel there is nothing behind the widget, and JupyterLab would
    show an error in place of the picture.
    """
    data = output.get("data", {})
    if WIDGET_VIEW not in data:
        return
    if "text/html" not in data:
        raise BuildError(
            f"{place} shows a widget, {data['text/plain']:.60}, but no picture for readers without "
            "a kernel: assign it (_ = ...), or give the object a text/html form"
        )
    del data[WIDGET_VIEW]


def build_all(lessons: list[Path], folder: Path) -> dict[str, str]:
    """Execute lessons and return the text of each notebook by the notebook's name."""
    n_cells = sum(
        1 for lesson in lessons for cell in read_lesson(lesson).cells if _is_executed(cell)
    )
    texts = {}
    with tqdm(total=n_cells, unit="cell") as bar:
        for lesson in lessons:
            bar.set_description(lesson.stem)
            texts[f"{lesson.stem}.ipynb"] = build(lesson, folder, on_cell=lambda **_: bar.update())
    return texts


def _is_executed(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and cell.source.strip())


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="lesson", help="all lessons if none is named")
    parser.add_argument("--check", action="store_true", help="write nothing, compare; 1 if stale")
    parser.add_argument("--lessons", type=Path, default=LESSONS, help="folder of the lessons")
    parser.add_argument("--notebooks", type=Path, default=NOTEBOOKS, help="folder to build into")
    options = parser.parse_args(arguments)
    options.notebooks.mkdir(parents=True, exist_ok=True)
    try:
        texts = build_all(find_lessons(options.lessons, options.names), options.notebooks)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    if options.check:
        return _report(texts, options.lessons, options.notebooks)
    for name, text in texts.items():
        (options.notebooks / name).write_bytes(text.encode())
    if options.lessons == LESSONS:
        TABLE.write_text(names_made(), encoding="utf-8")
    return 0


def names_made() -> str:
    """Return the table of all lessons that says which names each cell makes."""
    return table((one.stem, read_lesson(one)) for one in find_lessons(LESSONS))


def _report(texts: dict[str, str], lessons: Path, notebooks: Path) -> int:
    lines = find_differences(texts, notebooks) + find_orphans(lessons, notebooks)
    if lessons == LESSONS and TABLE.read_text(encoding="utf-8") != names_made():
        lines.append(f"{TABLE.name}: not what the lessons make")
    if not lines:
        print(f"{len(texts)} notebooks are up to date")
        return 0
    print("Not up to date (build with tools/build_notebooks.py):")
    print("\n".join(f"- {line}" for line in lines))
    return 1


if __name__ == "__main__":
    sys.exit(main())
