"""Build the course as a web site in build/site/, which any server of static files can serve.

``lite/`` in it is the course in the browser: JupyterLite with Pyodide, nothing to install. On a
public page Pyodide, NumPy and matplotlib come from Pyodide's own CDN; with ``--self-contained``
everything stands in the folder, for classrooms without a network::

    .venv/bin/python tools/build_site.py
    .venv/bin/python tools/build_site.py --self-contained
    python -m http.server -d build/site

Needs Node.js and a Python 3.12 or later; if this one is older, another one is looked for. The
environment in which the site is built is made under build/, from requirements-site-lock.txt.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

import site_python
from filelock import FileLock
from site_wheels import WHEELS_SETTING

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "site"
PARTS = ("pages", "lite")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = read_options(arguments)
    if not site_python.is_inside():
        return _run_inside(sys.argv[1:] if arguments is None else arguments)
    start = time.monotonic()
    try:
        _build(options)
    except RuntimeError as error:  # all that is expected to fail says what is missing
        print(f"build_site: {error}", file=sys.stderr)
        return 1
    print(f"site: {options.output} is built, {time.monotonic() - start:.0f} s", flush=True)
    return 0


def read_options(arguments: list[str] | None) -> argparse.Namespace:
    """Return the options of the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--self-contained", action="store_true", help="put Pyodide and all packages into the site"
    )
    parser.add_argument(
        "--wheels",
        type=Path,
        default=os.environ.get(WHEELS_SETTING) or None,
        help="folder with the compiled wheels, for --self-contained; default: that of the variable "
        f"{WHEELS_SETTING}, else they are downloaded once from Pyodide's distribution",
    )
    parser.add_argument(
        "--pyodide", default="", help="address of Pyodide's files; default: its CDN"
    )
    parser.add_argument("--only", choices=PARTS, help="build one part and leave the other")
    parser.add_argument(
        "--handouts", action="store_true", help="link what tools/export_handout.py has written"
    )
    parser.add_argument("--output", type=Path, default=SITE, help="default: build/site")
    options = parser.parse_args(arguments)
    if options.self_contained and options.wheels is not None and not options.wheels.is_dir():
        parser.error(f"--wheels or {WHEELS_SETTING}: {options.wheels} is no folder")
    return options


def _run_inside(arguments: list[str]) -> int:
    """Run this command in the environment of the site, while no other does."""
    (ROOT / "build").mkdir(exist_ok=True)
    with FileLock(ROOT / "build" / "site.lock"):
        try:
            python = site_python.environment()
        except site_python.NoPythonError as error:
            print(f"build_site: {error}", file=sys.stderr)
            return 1
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        environment = {**os.environ, "PYTHONPATH": path}
        command = [str(python), __file__, *arguments]
        return subprocess.run(command, env=environment, check=False).returncode


def _build(options: argparse.Namespace) -> None:
    options.output.mkdir(parents=True, exist_ok=True)
    if options.only != "lite":
        _build_pages(options.output, handouts=options.handouts)
    if options.only != "pages":
        import site_lite

        choice = site_lite.Choice(options.self_contained, options.wheels, options.pyodide)
        site_lite.build_lite(options.output / "lite", choice)
    (options.output / ".nojekyll").touch()  # a server of GitHub hides folders such as _static


def _build_pages(site: Path, *, handouts: bool) -> None:
    import site_pages  # as all that it needs, it is in the environment only
    from build_notebooks import BuildError
    from page_words import PageError

    try:
        site_pages.build_pages(site, handouts=handouts)
    except (BuildError, PageError) as error:
        raise RuntimeError(str(error)) from error


if __name__ == "__main__":
    sys.exit(main())
