"""Run the tests of the files that changed, without a browser; pre-commit calls it.

A module of the library has its tests in ``tests/`` under its own name or its package's; its
docstrings are run too. A lesson and its notebook have theirs in ``tests/test_notebooks.py``::

    .venv/bin/python tools/touched_tests.py lessonlib/losses.py lessons/03_loss_and_metrics.py
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOUSE = "tests/test_architecture.py"


def find_tests(path: str, root: Path = ROOT) -> list[str]:
    """Return what pytest has to run for one changed file.

    Parameters
    ----------
    path : str
        Of the file, from the root of the repository.
    root : Path
        The repository.

    Returns
    -------
    list of str
        Paths and ids of tests that exist; none for a file that no test is named after.
    """
    place = Path(path)
    top, *folders = place.with_suffix("").parts
    found = []
    if top == "tests" and place.name.startswith("test_") and "browser" not in place.parts:
        found = [path]
    elif top in ("lessons", "notebooks"):
        found = [f"tests/test_notebooks.py::{name}[{place.stem}]" for name in _notebook_tests(root)]
    elif top == "tools":
        found = [f"tests/test_{place.stem}.py"]
    elif top == "lessonlib":
        is_code = place.suffix == ".py"
        inside = [name for name in folders if name != "__init__"] if is_code else folders[-1:]
        names = ["_".join(inside[:n]) for n in range(len(inside), 0, -1)]
        found = [f"tests/test_{name}.py" for name in names]
        found += [path, HOUSE] if is_code else ["tests/test_words.py"]
    return [one for one in found if (root / one.split("::")[0]).exists()]


def _notebook_tests(root: Path) -> list[str]:
    text = (root / "tests" / "test_notebooks.py").read_text("utf-8")
    return re.findall(r"^@every_lesson\ndef (\w+)", text, flags=re.MULTILINE)


def main(paths: list[str]) -> int:
    """Run the command; return pytest's exit code, 0 where there is nothing to run."""
    wanted = sorted({test for path in paths for test in find_tests(path)})
    if not wanted:
        return 0
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    return subprocess.run([*command, "-m", "not browser and not notebook", *wanted]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
