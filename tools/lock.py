"""Write down the version of every package, direct or not, for all platforms at once.

The pins in ``requirements*.txt`` are what we choose. From them uv finds the rest and writes
``constraints.txt``, to which ``requirements.txt`` refers, and ``requirements-lock.txt``, the same
versions with hashes. What was written down before is kept where it still fits. The web site has
locks of its own, with the same versions where both name a package: one for the Python that builds
it, one for the Python in the browser::

    .venv/bin/python tools/lock.py
    .venv/bin/python tools/lock.py --upgrade     # take the newest of what we do not pin
"""

import argparse
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PINNED = ["requirements.txt", "requirements-instructor.txt", "requirements-dev.txt"]
CONSTRAINTS, LOCK = "constraints.txt", "requirements-lock.txt"


class Extra(NamedTuple):
    """A lock besides the course's own: of which pins, and for which Python and platform."""

    pinned: list[str]
    python: str
    platform: str = ""  # empty for all


EXTRA = {
    "requirements-site-lock.txt": Extra(["requirements.txt", "requirements-site.txt"], "3.12"),
    "requirements-browser-lock.txt": Extra(
        ["requirements-browser.txt"], "3.14", "wasm32-pyodide2024"
    ),
}

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
_EXTRA_HEADER = "# For tools/build_site.py, with hashes of the files. Written by tools/lock.py.\n"


def read_pins(folder: Path, names: list[str] = PINNED) -> list[str]:
    """Return the lines of the requirements that name a package and its version."""
    lines = [line for name in names for line in (folder / name).read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def compile_pins(
    pins: list[str], kept: str, *options: str, python: str = "", platform: str = ""
) -> str:
    """Return what uv makes of the pins, line by line.

    Parameters
    ----------
    pins : list of str
    kept : str
        Versions that were written down before; uv prefers them.
    *options : str
        Further options of ``uv pip compile``.
    python : str
        The oldest version that they have to fit; empty for the course's own.
    platform : str
        The only platform that they have to fit; empty for all.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest_python = python or project["requires-python"].removeprefix(">=")
    where = ["--python-platform", platform] if platform else ["--universal"]
    with tempfile.TemporaryDirectory() as folder:
        wanted, found = Path(folder, "pins.txt"), Path(folder, "found.txt")
        wanted.write_text("\n".join(pins), "utf-8")
        found.write_text(kept, "utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", *where]
        # No names of folders or servers of this machine.
        command += ["--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
        command += ["--python-version", oldest_python, *options]
        subprocess.run([*command, str(wanted), "--output-file", str(found)], check=True)
        return found.read_text("utf-8")


def compile_extra(extra: Extra, constraints: str, kept: str) -> str:
    """Return a further lock, with hashes, that keeps to the constraints."""
    with tempfile.TemporaryDirectory() as folder:
        keep_to = Path(folder, CONSTRAINTS)
        keep_to.write_text(constraints, "utf-8")
        options = ("--constraints", str(keep_to), "--generate-hashes")
        pins = read_pins(ROOT, extra.pinned)
        return compile_pins(pins, kept, *options, python=extra.python, platform=extra.platform)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--upgrade", action="store_true", help="keep no version but the pins")
    options = parser.parse_args(arguments)

    def kept(name: str) -> str:
        file = ROOT / name
        return file.read_text("utf-8") if file.exists() and not options.upgrade else ""

    try:
        found = compile_pins(read_pins(ROOT), kept(CONSTRAINTS))
        texts = {CONSTRAINTS: found}
        texts[LOCK] = compile_pins(found.splitlines(), "", "--no-deps", "--generate-hashes")
        for name, extra in EXTRA.items():
            texts[name] = compile_extra(extra, found, kept(name))
    except subprocess.CalledProcessError as error:
        print(f"uv found no versions that fit together (exit code {error.returncode})")
        return 1
    for name, text in texts.items():
        (ROOT / name).write_text(HEADERS.get(name, _EXTRA_HEADER) + text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
