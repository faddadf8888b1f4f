"""The byte code of the browser's packages, here with the Python that runs the tests."""

import subprocess
import sys
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

FILE = Path(__file__).parents[1] / "tools" / "lite" / "compile_wheels.py"


@pytest.fixture(scope="module")
def compile_wheels():
    spec = spec_from_file_location("compile_wheels", FILE)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compiled(module, folder, name, files):
    with zipfile.ZipFile(folder / name, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    target = folder / "target"
    target.mkdir(exist_ok=True)
    module.compile_all(str(folder), str(target))
    return zipfile.ZipFile(target / name)


def test_byte_code_takes_the_place_of_sources(compile_wheels, tmp_path):
    files = {"p/__init__.py": "NAME = 'p'", "p/bad.py": "{{", "p/tests/t.py": "1", "p/d.txt": "d"}
    with compiled(compile_wheels, tmp_path, "p-1-py3-none-any.whl", files) as wheel:
        assert sorted(wheel.namelist()) == ["p/__init__.pyc", "p/bad.py", "p/d.txt"]
        wheel.extractall(tmp_path / "site")
    command = [sys.executable, "-c", "import p; print(p.NAME)"]
    done = subprocess.run(command, cwd=tmp_path / "site", capture_output=True, text=True)
    assert done.stdout == "p\n"


def test_the_course_keeps_its_sources(compile_wheels, tmp_path):
    files = {"lessonlib/a.py": "def f(): ..."}
    name = "lessonlib-1-py3-none-any.whl"
    with compiled(compile_wheels, tmp_path, name, files) as wheel:
        tag = sys.implementation.cache_tag
        assert wheel.namelist() == ["lessonlib/a.py", f"lessonlib/__pycache__/a.{tag}.pyc"]
