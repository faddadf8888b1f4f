"""Run in Pyodide by run.mjs: prints, as the last line, what tests/test_pyodide.py compares."""

import json
import os
import time
import warnings
from pathlib import Path

import numpy as np
import verdicts

from lessonlib import progress
from lessonlib.exercises import check, running
from lessonlib.platforms import in_browser


def loops(z):
    """Never end."""
    while True:
        z = z + 1


def catches_everything(z):
    """Never end, and do not be told to."""
    while True:
        try:
            z = z + 1
        except Exception:
            z = z - 1


def ends(function):
    """Check an answer that has no end; return the kind of the verdict and how long it took."""
    running.TIME_LIMIT, before = 0.3, running.TIME_LIMIT
    began = time.monotonic()
    try:
        return check(function, "stable_sigmoid").kind, time.monotonic() - began
    finally:
        running.TIME_LIMIT = before


def is_kept(folder):
    """Tell whether progress is kept in a folder without a warning and without a lock."""
    os.environ["LESSONLIB_PROGRESS"] = folder
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        trouble = progress.record_attempt("mse", "passed")
        trouble += progress.replace_code("", "x = 1\n", copy="").trouble
    return trouble, sorted(path.name for path in Path(folder).iterdir())


def flags():
    """Return how many warnings NumPy gives where floating-point numbers overflow."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        np.exp(np.array([1000.0]))
    return len(caught)


running.TIME_LIMIT = 60.0  # what is compared is the verdict, however busy this machine is
exhaustive = os.environ.get("EXHAUSTIVE") == "1"
told = progress.record_attempt("mse", "passed")  # before a folder is chosen: nothing is kept here
found = {
    "in_browser": in_browser(),
    "told": told,
    "flags": flags(),
    "kept": is_kept("/home/pyodide/kept"),
    "endless": [ends(loops), ends(catches_everything)],
    "listed": verdicts.of_the_listed(),
    "in_place": verdicts.of_the_listed(trusted=False, most=None if exhaustive else 1),
    "written": verdicts.of_the_written() if exhaustive else {},
}
print(json.dumps(found))
