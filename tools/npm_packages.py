"""What tools need of npm's packages: the versions of tools/slides/package-lock.json, under build/.

Fetched once; after that no network is needed.
"""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = Path(__file__).parent / "slides"
FOLDER = ROOT / "build" / "npm"
FILES = ("package.json", "package-lock.json")


class NoPackagesError(RuntimeError):
    """npm is missing or could not fetch the packages."""


def install() -> Path:
    """Return the folder of the packages (``node_modules``); fetch them if they are not there.

    Raises
    ------
    NoPackagesError
        If npm is missing or fails; the message has the end of its log.
    """
    packages = FOLDER / "node_modules"
    fresh = all(_same(LOCK / name, FOLDER / name) for name in FILES)
    if packages.is_dir() and fresh:
        return packages
    npm = shutil.which("npm")
    if npm is None:
        raise NoPackagesError("npm was not found: install Node.js (https://nodejs.org)")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(LOCK / name, FOLDER / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    if run.returncode:
        raise NoPackagesError(f"npm could not fetch the packages:\n{run.stderr[-2000:]}")
    return packages


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
