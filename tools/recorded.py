"""Executed lessons with their recordings, kept: slides and pages share one run of a lesson.

A run is kept in ``build/recorded/`` under a name made of all that it depends on: the lesson's
text, the library, the data, the versions that draw, and how many frames are recorded.
"""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import nbformat
import stage
from build_notebooks import NOTEBOOKS, ROOT
from nbformat import NotebookNode

FOLDER = ROOT / "build" / "recorded"
# What a run depends on besides the lesson itself; browser code is put in later.
SOURCES = ("lessonlib/**/*.py", "lessonlib/**/*.toml", "data/*.csv", "tools/stage.py")
DRAWN_BY = ("numpy", "matplotlib", "ipywidgets")


def run(lesson: Path, folder: Path = FOLDER, **limits: int) -> NotebookNode:
    """Return a lesson as :func:`stage.run_lesson` does, from an earlier run if nothing changed.

    Parameters
    ----------
    lesson : Path
        The lesson's text file.
    folder : Path
        Where runs are kept; of each lesson, one.
    **limits : int or bool
        Of the recordings: see :func:`lessonlib.stage.show_recordings`.

    Raises
    ------
    build_notebooks.BuildError
        If a cell fails.
    """
    path = folder / f"{lesson.stem}-{digest(lesson, **limits)}.ipynb"
    if path.is_file():
        return nbformat.read(path, as_version=4)
    notebook = stage.run_lesson(lesson, NOTEBOOKS, **limits)
    keep(notebook, path)
    for old in folder.glob(f"{lesson.stem}-*.ipynb"):
        if old != path:
            old.unlink()
    return notebook


def keep(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part")
    half.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    half.replace(path)


def digest(lesson: Path, **limits: int) -> str:
    """Return a short name for all that a run of a lesson depends on."""
    known = hashlib.sha256(lesson.read_bytes())
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            known.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    made_by = [[version(name) for name in DRAWN_BY], sorted(limits.items())]
    known.update(json.dumps(made_by).encode())
    return known.hexdigest()[:16]
