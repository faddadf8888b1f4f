"""Write the reading site: a page a lesson, whose pictures move without a kernel.

Static files for any server, under any path, and for the file system. The lessons are run with
this Python; Sphinx may have another, since it asks for a newer one: the variable ``SITE_PYTHON``
or ``--python`` names it. Needs npm, which fetches MathJax once::

    .venv/bin/python tools/site_pages.py                       # build/site
    .venv/bin/python tools/site_pages.py --slides --handouts   # what is in build/ is linked
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import export_handout
import export_slides
import nbformat
import npm_packages
import page_cells
import recorded
import stage
from build_notebooks import LESSONS, NOTEBOOKS, ROOT, BuildError, find_lessons
from nbformat import NotebookNode
from page_figures import run_address
from page_words import SITE, PageError, say
from tqdm import tqdm

SOURCE = ROOT / "build" / "pages"
LINKS_MAY_MISS = ["-D", "suppress_warnings=myst.xref_missing"]  # to lessons that are not built
PICTURE = ROOT / "docs" / "live-figure.png"


def build_pages(
    site: Path,
    notebooks: Mapping[str, NotebookNode],
    *,
    source: Path = SOURCE,
    slides: Path | None = None,
    handouts: Path | None = None,
    python: str | None = None,
) -> None:
    """Write the reading site.

    Parameters
    ----------
    site : Path
        Its root; what is there already stays.
    notebooks : mapping of str to NotebookNode
        Lessons by name, from :func:`recorded.run`.
    source : Path
        Where Sphinx's sources are made; emptied first.
    slides, handouts : Path, optional
        Folders of decks and of PDFs, which are copied and linked.
    python : str, optional
        The Python that has Sphinx; else what ``SITE_PYTHON`` names, else this one.

    Raises
    ------
    PageError
        If a lesson cannot be shown on a page, or Sphinx finds a fault.
    """
    shutil.rmtree(source, ignore_errors=True)
    copy_static(source)
    for lesson, notebook in notebooks.items():
        ways = copy_ways(lesson, site, slides, handouts)
        page = page_cells.make_page(
            notebook, lesson, source / "_static", page_cells.render_ways(ways)
        )
        nbformat.write(page, source / f"{lesson}.ipynb")
    write_index(source, notebooks)
    is_whole = len(notebooks) == len(find_lessons(LESSONS))
    run_sphinx(source, site, python, [] if is_whole else LINKS_MAY_MISS)
    shutil.copyfile(SITE / "404.html", site / "404.html")
    (site / ".nojekyll").touch()


def copy_static(source: Path) -> None:
    """Begin the sources: settings, style, scripts, MathJax."""
    modules = npm_packages.install()
    static = source / "_static"
    (static / "mathjax").mkdir(parents=True)
    shutil.copyfile(modules / "mathjax/es5/tex-svg.js", static / "mathjax/tex-svg.js")
    shutil.copyfile(export_slides.LIVE / "live.css", static / "live.css")
    shutil.copyfile(SITE / "conf.py", source / "conf.py")
    shutil.copyfile(PICTURE, source / "figure.png")
    for name in ("pages.css", "pages.js"):
        shutil.copyfile(SITE / "static" / name, static / name)
    player = (SITE / "static/player.js").read_text("utf-8")
    player = player.replace('"{player}"', export_slides.replay_address())
    (static / "player.js").write_text(player, encoding="utf-8")
    if (SITE / "api").is_dir():
        shutil.copytree(SITE / "api", source / "api")


def copy_ways(
    lesson: str, site: Path, slides: Path | None, handouts: Path | None
) -> dict[str, str]:
    """Copy a lesson's other forms into the site; return their addresses by what they are called."""
    copies = {
        "slides": slides and slides / f"{lesson}.slides.html",
        "handout": handouts and handouts / f"{lesson}.pdf",
        "notebook": NOTEBOOKS / f"{lesson}.ipynb",
    }
    ways = {say("run"): run_address(lesson)}
    for kind, path in copies.items():
        if path:
            folder = site / f"{kind.removesuffix('s')}s"
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / path.name)
            ways[say(kind)] = f"{folder.name}/{path.name}"
    return ways


def write_index(source: Path, notebooks: Mapping[str, NotebookNode]) -> None:
    """Write the first page."""
    lessons = [
        f"- [{stage.title_of(notebook)}]({lesson}.ipynb)" for lesson, notebook in notebooks.items()
    ]
    pages = [*notebooks, *(["api/index"] if (source / "api").is_dir() else [])]
    text = (SITE / "index.md").read_text("utf-8")
    text = text.format(
        lessons="\n".join(lessons), toctree="\n".join(pages), run=run_address(next(iter(notebooks)))
    )
    (source / "index.md").write_text(text, encoding="utf-8")


def run_sphinx(source: Path, site: Path, python: str | None, options: list[str]) -> None:
    """Let Sphinx write the pages; a warning is a fault."""
    python = python or os.environ.get("SITE_PYTHON") or sys.executable
    doctrees = source / ".doctrees"
    command = [python, "-m", "sphinx", "-q", "-W", "-b", "html", "-d", str(doctrees), *options]
    run = subprocess.run(
        [*command, str(source), str(site)], capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise PageError(f"Sphinx ({python}) could not write the pages:\n{run.stderr[-3000:]}")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="lesson", help="all lessons if none is named")
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "site", help="where to write")
    parser.add_argument("--python", help="the Python that has Sphinx; default: $SITE_PYTHON")
    parser.add_argument("--slides", action="store_true", help="with what export_slides.py wrote")
    parser.add_argument("--handouts", action="store_true", help="with what export_handout.py wrote")
    options = parser.parse_args(arguments)
    try:
        lessons = find_lessons(LESSONS, options.names)
        notebooks = {one.stem: recorded.run(one) for one in tqdm(lessons, unit="lesson")}
        build_pages(
            options.site,
            notebooks,
            slides=export_slides.SLIDES if options.slides else None,
            handouts=export_handout.BUILD if options.handouts else None,
            python=options.python,
        )
    except (BuildError, PageError, npm_packages.NoPackagesError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.site}: serve it with python -m http.server -d {options.site}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
