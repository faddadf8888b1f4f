"""What tools need of npm's packages: the versions of a lock file, under build/.

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


def install(lock: Path = LOCK) -> Path:
    """Return the folder of the packages (``node_modules``); fetch them if they are not there.

    Parameters
    ----------
    lock : Path
        The folder with ``package.json`` and its lock file, which has the hashes.

    Raises
    ------
    NoPackagesError
        If npm is missing or fails; the message has the end of its log.
    """
    folder = FOLDER if lock == LOCK else FOLDER.with_name(f"npm-{lock.name}")
    packages = folder / "node_modules"
    fresh = all(_same(lock / name, folder / name) for name in FILES)
    if packages.is_dir() and fresh:
        return packages
    npm = shutil.which("npm")
    if npm is None:
        raise NoPackagesError("npm was not found: install Node.js (https://nodejs.org)")
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(lock / name, folder / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode:
        raise NoPackagesError(f"npm could not fetch the packages:\n{run.stderr[-2000:]}")
    return packages


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
