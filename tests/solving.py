"""Lessons with their exercises solved: stubs become references."""

import ast
import os
from functools import cache
from pathlib import Path

import build_notebooks
import nbformat
import recorded
import stage
from filelock import FileLock

# Ends, middle and start of a figure's main control, ends of the second: players are all the same.
FEW_FRAMES = {"most_positions": 3, "most_second_positions": 2}
# The lesson whose figures are recorded in their shape for phones too.
NARROW_TOO = "01_dataset_and_splitting"
SOLUTION = """\
from lessonlib.exercises import all_exercises

def {name}(*arguments):
    return all_exercises()["{name}"].reference(*arguments)
"""
# With a method of its own, by which its source is found.
SOLUTION_CLASS = """\
from lessonlib.exercises import all_exercises

class {name}(all_exercises()["{name}"].reference):
    def backward(self):
        super().backward()
"""


def stub_of(cell):
    """Return the name of the exercise whose stub a cell is, and its arguments; None if it is none.

    A stub is a cell that defines nothing but a function of docstring and three dots, or a class of
    such functions; a class has no arguments of its own.
    """
    if cell.cell_type != "code":
        return None
    body = ast.parse(cell.source).body
    if len(body) != 1:
        return None
    if isinstance(body[0], ast.ClassDef):
        methods = [one for one in body[0].body if isinstance(one, ast.FunctionDef)]
        return (body[0].name, None) if all(map(_is_untouched, methods)) else None
    if not isinstance(body[0], ast.FunctionDef) or not _is_untouched(body[0]):
        return None
    return body[0].name, [one.arg for one in body[0].args.args]


def _is_untouched(function):
    last = function.body[-1]
    return isinstance(last, ast.Expr) and getattr(last.value, "value", None) is ...


@cache
def run_solved(lesson):
    """Run a lesson as its slides are made, with its exercises solved; once for all tests.

    The stubs stand in the notebook again as the reader finds them: the same run shows that the
    checks pass, and makes the slides and the page. Processes share it through a folder.
    """
    path = Path(os.environ["COURSE_RUNS"]) / f"{lesson.stem}.ipynb"
    with FileLock(f"{path}.lock"):
        if not path.is_file():
            recorded.keep(_run_solved(lesson), path)
    return nbformat.read(path, as_version=4)


def _run_solved(lesson):
    notebook = build_notebooks.read_lesson(lesson)
    stubs = {cell.id: (cell.source, stub_of(cell)) for cell in notebook.cells if stub_of(cell)}
    for cell in notebook.cells:
        if cell.id in stubs:
            name, arguments = stubs[cell.id][1]
            cell.source = (SOLUTION_CLASS if arguments is None else SOLUTION).format(name=name)
    limits = {**FEW_FRAMES, "narrow": lesson.stem == NARROW_TOO}
    stage.run_notebook(notebook, lesson.stem, build_notebooks.NOTEBOOKS, **limits)
    for cell in notebook.cells:
        if cell.id in stubs:
            cell.source = stubs[cell.id][0]
    return notebook
