"""The environment in which the web site is built: a Python 3.12 or later, with a lock's packages.

It stands under build/, apart from the course's own, which may have an older Python.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-site-lock.txt"
FOLDER = ROOT / "build" / "site-python"
OLDEST = (3, 12)
_NEWEST = 20  # the last minor version of Python 3 that is looked for by name


class NoPythonError(RuntimeError):
    """There is no Python that is new enough, or its packages cannot be installed."""


def is_inside() -> bool:
    """Tell whether this Python is the one of the environment."""
    return Path(sys.prefix).resolve() == FOLDER.resolve()


def find_python() -> str:
    """Return the path of a Python that is new enough.

    Raises
    ------
    NoPythonError
        If there is none; the message says where it was looked for.
    """
    for candidate in _candidates():
        if _version(candidate) >= OLDEST:
            return candidate
    wanted = ".".join(map(str, OLDEST))
    raise NoPythonError(
        f"the site needs Python {wanted} or later: none on the PATH (python{wanted}, ...), in "
        "~/.pyenv/versions or known to uv. Install one, for instance from https://www.python.org"
    )


def _candidates() -> Iterator[str]:
    yield sys.executable
    for minor in range(_NEWEST, OLDEST[1] - 1, -1):
        if path := shutil.which(f"python3.{minor}"):
            yield path
    yield from map(str, sorted(Path.home().glob(".pyenv/versions/*/bin/python"), reverse=True))
    if uv := _uv():
        wanted = f">={'.'.join(map(str, OLDEST))}"
        command = [*uv, "python", "find", "--no-project", wanted]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            yield run.stdout.strip()


def _version(python: str) -> tuple[int, ...]:
    """Return the version of a Python; empty if it does not run, as a shim of pyenv may not."""
    command = [python, "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return tuple(map(int, run.stdout.split())) if run.returncode == 0 else ()
    except (OSError, ValueError):
        return ()


def _uv() -> list[str]:
    """Return the command uv, which installs in seconds; empty if it is not there."""
    command = [sys.executable, "-m", "uv"]
    if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode == 0:
        return command
    path = shutil.which("uv")
    return [path] if path else []


def environment() -> Path:
    """Return the environment's Python; make the environment if it is not there or out of date.

    Raises
    ------
    NoPythonError
        If it cannot be made; the message has the end of what was printed.
    """
    python = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = FOLDER / "made-from.txt"
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes() and _version(str(python)):
        return python
    base = find_python()
    shutil.rmtree(FOLDER, ignore_errors=True)
    print(f"site: make {FOLDER.relative_to(ROOT)} with {base}", flush=True)
    for command in _commands(base, python):
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode:
            raise NoPythonError(
                f"{' '.join(command)} failed:\n{(run.stderr or run.stdout)[-2000:]}"
            )
    stamp.write_bytes(LOCK.read_bytes())
    return python


def _commands(base: str, python: Path) -> list[list[str]]:
    if uv := _uv():
        make = [*uv, "venv", "--no-project", "--python", base, str(FOLDER)]
        install = [*uv, "pip", "install", "--python", str(python)]
    else:
        make = [base, "-m", "venv", str(FOLDER)]
        install = [str(python), "-m", "pip", "install", "--quiet"]
    return [
        make,
        [*install, "--require-hashes", "-r", str(LOCK)],
        [*install, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    ]
