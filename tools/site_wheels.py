"""The packages of the Python in the browser: which there are, and Pyodide's lock that names them.

The compiled ones are Pyodide's own, the others those of requirements-browser-lock.txt. Two come
with the kernel, and one is the course.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterable
from email.parser import Parser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-browser-lock.txt"
CACHE = ROOT / "build" / "site-wheels"
COMPILED = ("numpy", "matplotlib", "contourpy", "kiwisolver", "pillow")
WHEELS_SETTING = "LESSONLIB_PYODIDE_WHEELS"
# What ipywidgets asks for, and only a page needs: it has them as extensions already. And what only
# jedi needs, which stays empty (see lite/compile_wheels.py).
NOT_NEEDED = {"jupyterlab-widgets", "widgetsnbextension", "parso"}
_OF_COURSE = ("lessonlib", "data", "setup.py", "pyproject.toml", "README.md", "LICENSE")
_IN_THE_BROWSER = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "platform_machine": "wasm32",
    "python_version": "3.14",
    "python_full_version": "3.14.2",
    "os_name": "posix",
    "extra": "",
}


class NoWheelsError(RuntimeError):
    """A package for the browser is missing, or is not what the lock says."""


def compiled_wheels(own: dict[str, Any], folder: Path | None, address: str) -> list[Path]:
    """Return the compiled wheels, from a folder or else from Pyodide's distribution.

    Parameters
    ----------
    own : dict
        Pyodide's own lock, by package: names of files and their SHA-256.
    folder : Path or None
        A folder with a wheel of each; None to download them, once.
    address : str
        Where Pyodide's files are.

    Raises
    ------
    NoWheelsError
        If one is missing, or a downloaded one is not what Pyodide's lock says.
    """
    if folder is None:
        return [_download(own[name], address) for name in COMPILED]
    found = {_name(path): path for path in sorted(folder.glob("*.whl"))}
    missing = [name for name in COMPILED if name not in found]
    if missing:
        raise NoWheelsError(
            f"{folder} has no wheel of {', '.join(missing)}: expected one for each of "
            f"{', '.join(COMPILED)}, for Pyodide ({own['numpy']['file_name']}, for instance)"
        )
    others = [name for name in COMPILED if sha256(found[name]) != own[name]["sha256"]]
    if others:
        print(f"site: not Pyodide's own builds: {', '.join(others)}; for tests, not to publish")
    return [found[name] for name in COMPILED]


def _download(entry: dict[str, Any], address: str) -> Path:
    file, url = CACHE / entry["file_name"], f"{address}/{entry['file_name']}"
    if not (file.is_file() and sha256(file) == entry["sha256"]):
        CACHE.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(".part")
        print(f"site: download {url}", flush=True)
        try:
            with urllib.request.urlopen(url) as answer, temporary.open("wb") as stream:
                shutil.copyfileobj(answer, stream)
        except OSError as error:
            raise NoWheelsError(
                f"{url} cannot be had ({error}): name a folder with the wheels by --wheels or "
                f"{WHEELS_SETTING}"
            ) from error
        came = sha256(temporary)
        if came != entry["sha256"]:
            temporary.unlink()
            raise NoWheelsError(f"{url}: SHA-256 is {came}, expected {entry['sha256']}")
        temporary.replace(file)
    return file


def plain_wheels() -> list[Path]:
    """Return the wheels of the lock that are needed; fetch what is missing."""
    folder = CACHE / f"plain-{sha256(LOCK)[:16]}"
    if not folder.is_dir():
        partial = folder.with_suffix(".part")
        shutil.rmtree(partial, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", str(partial)]
        command += ["--no-deps", "--only-binary=:all:", "--python-version=3.14", "--platform=any"]
        command += ["--require-hashes", "-r", str(LOCK)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            raise NoWheelsError(f"pip could not fetch {LOCK.name}:\n{run.stderr[-2000:]}")
        partial.rename(folder)
    return [path for path in sorted(folder.glob("*.whl")) if _name(path) not in NOT_NEEDED]


def kernel_wheels() -> list[Path]:
    """Return the wheels that come with JupyterLite's kernel."""
    extensions = Path(sys.prefix, "share", "jupyter", "labextensions", "@jupyterlite")
    folder = extensions / "pyodide-kernel-extension" / "static" / "pypi"
    return [path for path in sorted(folder.glob("*.whl")) if _name(path) not in NOT_NEEDED]


def course_wheel(folder: Path) -> Path:
    """Build the wheel of lessonlib in a folder, with the data in it; return its path."""
    with tempfile.TemporaryDirectory() as name:  # setuptools leaves things in what it builds
        for part in _OF_COURSE:
            source, target = ROOT / part, Path(name, part)
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, target, ignore=ignored)
            else:
                shutil.copyfile(source, target)
        build = (
            "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
        )
        # The same sources give the same file: its hash is part of the lock.
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
        command = [sys.executable, "-c", build, str(folder.resolve())]
        run = subprocess.run(
            command, cwd=name, env=environment, capture_output=True, text=True, check=False
        )
    if run.returncode:
        raise NoWheelsError(f"the wheel of lessonlib was not built:\n{run.stderr[-2000:]}")
    return next(folder.glob("lessonlib-*.whl"))


def make_lock(own: dict[str, Any], wheels: Iterable[Path], address: str = "") -> dict[str, Any]:
    """Return a lock for Pyodide.

    Parameters
    ----------
    own : dict
        Pyodide's own lock, whole.
    wheels : iterable of Path
        Files that stand beside the lock.
    address : str
        Where Pyodide's files are, if the compiled wheels come from there.
    """
    packages = {_name(path): _entry(path) for path in wheels}
    if address:
        for name in COMPILED:
            entry = own["packages"][name]
            packages[name] = {**entry, "file_name": f"{address}/{entry['file_name']}"}
    for entry in packages.values():
        entry["depends"] = [name for name in entry["depends"] if name not in NOT_NEEDED]
        entry["imports"] = []  # all are loaded at the start; no cell is searched for imports
    wanted = {name for entry in packages.values() for name in entry["depends"]}
    if address:  # Pyodide's matplotlib names more than it needs
        for name in COMPILED:
            depends = packages[name]["depends"]
            packages[name]["depends"] = [one for one in depends if one in packages]
    elif missing := wanted - set(packages):
        raise NoWheelsError(f"{LOCK.name} lacks {', '.join(sorted(missing))}: run tools/lock.py")
    return {**own, "packages": dict(sorted(packages.items()))}


def _entry(wheel: Path) -> dict[str, Any]:
    with zipfile.ZipFile(wheel) as archive:
        place = next(one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(place).decode("utf-8"))
    needs = [Requirement(line) for line in metadata.get_all("Requires-Dist", [])]
    return {
        "name": _name(wheel),
        "version": metadata["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": sha256(wheel),
        "package_type": "package",
        "imports": [],
        "depends": sorted(
            canonicalize_name(one.name)
            for one in needs
            if one.marker is None or one.marker.evaluate(_IN_THE_BROWSER)
        ),
        "unvendored_tests": False,
    }


def _name(wheel: Path) -> str:
    return str(parse_wheel_filename(wheel.name)[0])


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def read_lock(folder: Path) -> dict[str, Any]:
    """Return the lock of Pyodide in a folder."""
    lock: dict[str, Any] = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))
    return lock
