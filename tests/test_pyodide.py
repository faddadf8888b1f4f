"""The course in the browser's Python: every mistake is named there as it is here.

Pyodide runs in Node, which is far quicker than a page. The variable below names a folder with the
wheels that were compiled for it; packages in pure Python are those of this environment.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import npm_packages
import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "pyodide"
WHEELS = "LESSONLIB_PYODIDE_WHEELS"
PURE = ("filelock", "packaging", "platformdirs", "threadpoolctl")

sys.path.append(str(FOLDER))
import verdicts  # noqa: E402

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def here():
    """Return what is said here of the listed mistakes."""
    return verdicts.of_the_listed()


@pytest.fixture(scope="module")
def found(request, tmp_path_factory):
    """Return what Pyodide makes of the course."""
    try:
        numpy, pyodide = find_wheel("numpy"), find_pyodide()
    except LookupError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("pyodide")
    zipfile.ZipFile(numpy).extractall(folder)
    for name in PURE:
        copy_package(name, folder)
    exhaustive = str(int(request.config.option.exhaustive))
    return run_in_pyodide(pyodide, FOLDER / "in_pyodide.py", folder, ROOT, EXHAUSTIVE=exhaustive)


def find_wheel(name):
    folder = os.environ.get(WHEELS)
    if not folder:
        raise LookupError(f"{WHEELS} names no folder with wheels for Pyodide")
    wheels = sorted(Path(folder).glob(f"{name}-*wasm32.whl"))
    if len(wheels) != 1:
        raise LookupError(f"{WHEELS}={folder}: expected one wheel of {name}, got {len(wheels)}")
    return wheels[0]


def find_pyodide():
    if shutil.which("node") is None:
        raise LookupError("node was not found: install Node.js (https://nodejs.org)")
    try:
        return npm_packages.install(ROOT / "tools" / "lite") / "pyodide"
    except npm_packages.NoPackagesError as error:
        raise LookupError(str(error)) from error


def copy_package(name, folder):
    origin = Path(find_spec(name).origin)
    if origin.name == "__init__.py":
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(origin.parent, folder / name, ignore=ignored)
    else:
        shutil.copy(origin, folder)


def run_in_pyodide(pyodide, file, *folders, **settings):
    command = ["node", FOLDER / "run.mjs", pyodide, file, *folders]
    environment = {**os.environ, **settings}
    run = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, env=environment, timeout=600
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout.splitlines()[-1])


def differences(one, other):
    """Return what is said here and there, where that is not the same."""
    assert one.keys() == other.keys()
    return {key: (one[key], other[key]) for key in one if one[key] != other[key]}


def test_numpy_gives_no_warnings_there(found):
    """Else all that follows would prove nothing."""
    assert (found["in_browser"], found["flags"]) == (True, 0)


def test_every_listed_mistake_is_named_as_it_is_here(found, here):
    assert len(found["listed"]) > 500
    assert differences(here, found["listed"]) == {}


def test_answers_that_run_as_a_readers_are_judged_the_same(found, here):
    some = {key: one for key, one in here.items() if key in found["in_place"]}
    assert len(some) > 60
    assert differences(some, found["in_place"]) == {}


def test_an_endless_answer_ends(found):
    assert [kind for kind, _ in found["endless"]] == ["timeout", "timeout"]


def test_progress_is_kept_without_a_warning_and_without_a_lock(found):
    assert found["told"].startswith("This browser keeps nothing")
    assert found["kept"] == ["", ["my_network.py", "progress.json"]]


@pytest.mark.exhaustive
def test_every_answer_of_the_corpus_gets_what_it_gets_here(found):
    assert len(found["written"]) > 2000
    assert differences(verdicts.of_the_written(), found["written"]) == {}
