"""Write down the version of every package, direct or not, for all platforms at once.

The pins in ``requirements*.txt`` are what we choose. From them uv finds the rest and writes
``constraints.txt``, to which ``requirements.txt`` refers, and ``requirements-lock.txt``, the same
versions with hashes. What was written down before is kept where it still fits::

    .venv/bin/python tools/lock.py
    .venv/bin/python tools/lock.py --upgrade     # take the newest of what we do not pin
"""

import argparse
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PINNED = ["requirements.txt", "requirements-instructor.txt", "requirements-dev.txt"]
CONSTRAINTS, LOCK = "constraints.txt", "requirements-lock.txt"

HEADERS = {
    CONSTRAINTS: """\
# The exact version of every package, direct or not, that the course was tested with.
# It installs nothing by itself; requirements.txt refers to it. Written by tools/lock.py.
""",
    LOCK: """\
# The same packages as in constraints.txt, with the hashes of their files. Written by tools/lock.py.
# pip install --require-hashes -r requirements-lock.txt
# pip install --no-deps --no-build-isolation -e .
""",
}


def read_pins(folder: Path) -> list[str]:
    """Return the lines of the requirements that name a package and its version."""
    lines = [line for name in PINNED for line in (folder / name).read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def compile_pins(pins: list[str], kept: str, *options: str) -> str:
    """Return what uv makes of the pins, line by line.

    Parameters
    ----------
    pins : list of str
    kept : str
        Versions that were written down before; uv prefers them.
    *options : str
        Further options of ``uv pip compile``.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest_python = project["requires-python"].removeprefix(">=")
    with tempfile.TemporaryDirectory() as folder:
        wanted, found = Path(folder, "pins.txt"), Path(folder, "found.txt")
        wanted.write_text("\n".join(pins), "utf-8")
        found.write_text(kept, "utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
        # No names of folders or servers of this machine.
        command += ["--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
        command += ["--python-version", oldest_python, *options]
        subprocess.run([*command, str(wanted), "--output-file", str(found)], check=True)
        return found.read_text("utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--upgrade", action="store_true", help="keep no version but the pins")
    options = parser.parse_args(arguments)
    kept = "" if options.upgrade else (ROOT / CONSTRAINTS).read_text("utf-8")
    try:
        found = compile_pins(read_pins(ROOT), kept)
        hashed = compile_pins(found.splitlines(), "", "--no-deps", "--generate-hashes")
    except subprocess.CalledProcessError as error:
        print(f"uv found no versions that fit together (exit code {error.returncode})")
        return 1
    for name, text in ((CONSTRAINTS, found), (LOCK, hashed)):
        (ROOT / name).write_text(HEADERS[name] + text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
