"""What is handed out is complete: the wheel, and a checkout on any machine."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ["lessonlib", "data", "setup.py", "pyproject.toml", "README.md", "LICENSE"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The course's package as it would be installed: a zip file, built without a network."""
    source = tmp_path_factory.mktemp("source")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, source / part)
    for cache in source.rglob("__pycache__"):
        shutil.rmtree(cache)
    build = "from setuptools import build_meta; build_meta.build_wheel('wheel')"
    done = subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = (source / "wheel").iterdir()
    return wheel


def test_wheel_holds_all_of_the_library_and_the_data(wheel):
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    library = {path for path in (ROOT / "lessonlib").rglob("*") if path.is_file()}
    wanted = {path.relative_to(ROOT) for path in library if path.suffix != ".pyc"}
    wanted |= {Path("lessonlib", "data", path.name) for path in (ROOT / "data").iterdir()}
    assert held == {path.as_posix() for path in wanted}
    assert "lessonlib/py.typed" in held


READ_ALL = """
import json, sys
place = sys.argv[1]
sys.path.insert(0, place)
import lessonlib
from lessonlib.datasets import load_penguins, load_seattle_weather
from lessonlib.words import Words
assert lessonlib.__file__.startswith(place), lessonlib.__file__
rows = len(load_penguins().species), len(load_seattle_weather().date)
print(json.dumps([*rows, Words("figures/lesson0", "first_fit").labels["learning_rate"]]))
"""


@pytest.mark.parametrize("form", ["zip", "folder"])
def test_data_and_words_are_read_from_the_wheel_alone(wheel, form, tmp_path):
    place = wheel
    if form == "folder":
        place = tmp_path / "site-packages"
        ZipFile(wheel).extractall(place)
    # -I: neither this folder nor PYTHONPATH.
    command = [sys.executable, "-I", "-c", READ_ALL, place]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.stderr, done.returncode) == ("", 0)
    assert json.loads(done.stdout) == [344, 1461, "α learning rate"]


def test_a_checkout_with_the_settings_of_windows_changes_no_byte(tmp_path):
    def git(*arguments):
        # Line ends as Git for Windows sets them.
        settings = ["-c", "core.autocrlf=true", "-c", "core.eol=crlf", "-c", "core.safecrlf=false"]
        subprocess.run(["git", *settings, *arguments], cwd=tmp_path, check=True)

    names = [".gitattributes", "README.md", "notebooks/00_start_here.ipynb", "docs/live-figure.png"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    git("init", "--quiet")
    git("add", ".")
    for name in names:
        (tmp_path / name).unlink()
    git("checkout", "--quiet", "--", ".")
    for name in names:
        assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes(), name
