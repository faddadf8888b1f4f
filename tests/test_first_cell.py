"""The first cell of a lesson loads what its lesson needs, and nothing of the others'."""

import ast
import re
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

LESSONS = Path(__file__).parents[1] / "lessons"
# Lesson 7 goes back to the penguins of lesson 6.
EXPERIMENTS = {1: {"1"}, 7: {"6", "7"}}


def first_imports(number):
    """Return the imports with which a lesson begins."""
    (file,) = LESSONS.glob(f"{number:02}_*.py")
    statements = ast.parse(file.read_text("utf-8")).body
    imports = takewhile(lambda one: isinstance(one, ast.Import | ast.ImportFrom), statements)
    return "\n".join(map(ast.unparse, imports))


@pytest.mark.parametrize("number", EXPERIMENTS)
def test_nothing_of_other_lessons_is_loaded(number):
    code = f"{first_imports(number)}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = run.stdout.split()
    of_lessons = {
        folder: {
            found[1]
            for name in loaded
            if (found := re.match(rf"lessonlib\.{folder}\.lesson(\d)", name))
        }
        for folder in ("figures", "experiments", "exercises")
    }
    assert of_lessons == {
        "figures": {str(number)},
        "experiments": EXPERIMENTS[number],
        "exercises": set(),
    }
    assert {"jupyterlab", "pandas", "scipy", "sklearn"} & set(loaded) == set()
