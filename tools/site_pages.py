"""Write the reading site: a page a lesson, whose pictures move without a kernel.

Static files for any server, under any path, and for the file system. The lessons are run with
this Python; Sphinx may need a newer one, that of the site. Needs npm, which fetches MathJax once::

    .venv/bin/python tools/site_pages.py --slides        # build/site
    .venv/bin/python tools/site_pages.py --handouts      # with what export_handout.py has written
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import export_slides
import nbformat
import npm_packages
import page_cells
import recorded
import site_python
from build_notebooks import LESSONS, NOTEBOOKS, ROOT, BuildError, find_lessons, read_lesson
from nbformat import NotebookNode
from page_figures import run_address
from page_words import SITE, PageError, say
from tqdm import tqdm

SOURCE = ROOT / "build" / "pages"
HANDOUTS = ROOT / "build" / "handout"
PICTURE = ROOT / "docs" / "live-figure.png"
LINKS_MAY_MISS = ["-D", "suppress_warnings=myst.xref_missing"]  # to lessons that are not built


def build_pages(
    site: Path,
    notebooks: Mapping[str, NotebookNode] | None = None,
    *,
    slides: bool = True,
    handouts: bool = False,
    reference: bool = True,
    source: Path = SOURCE,
) -> None:
    """Write the reading site.

    Parameters
    ----------
    site : Path
        Its root; what else is there stays.
    notebooks : mapping of str to NotebookNode, optional
        Lessons by name, from :func:`recorded.run`; without it, all lessons, which are run if
        there is no run of them yet.
    slides : bool
        Whether to make decks of the same runs, and link them.
    handouts : bool
        Whether to copy and link the PDFs that ``tools/export_handout.py`` has written.
    reference : bool
        Whether the reference of the library is among the pages.
    source : Path
        Where Sphinx's sources are made; emptied first.

    Raises
    ------
    PageError
        If a lesson cannot be shown on a page, a handout is missing, or Sphinx finds a fault.
    build_notebooks.BuildError
        If a lesson cannot be run.
    npm_packages.NoPackagesError
        If there is no npm.
    """
    if notebooks is None:
        notebooks = run_lessons(find_lessons(LESSONS))
    shutil.rmtree(source, ignore_errors=True)
    copy_static(source)
    if reference:
        shutil.copytree(SITE / "api", source / "api")
    site.mkdir(parents=True, exist_ok=True)
    for lesson, notebook in notebooks.items():
        ways = page_cells.render_ways(
            write_ways(lesson, notebook, site, slides=slides, handouts=handouts)
        )
        page = page_cells.make_page(notebook, lesson, source / "_static", ways)
        nbformat.write(page, source / f"{lesson}.ipynb")
    write_index(source, notebooks)
    is_whole = len(notebooks) == len(find_lessons(LESSONS))
    run_sphinx(source, site, [] if is_whole else LINKS_MAY_MISS)
    shutil.rmtree(site / "_sources", ignore_errors=True)  # an empty folder
    shutil.copyfile(SITE / "404.html", site / "404.html")
    (site / ".nojekyll").touch()  # a server of GitHub hides folders such as _static


def run_lessons(lessons: list[Path]) -> dict[str, NotebookNode]:
    """Return the lessons, run and recorded, by name."""
    return {one.stem: recorded.run(one) for one in tqdm(lessons, unit="lesson")}


def copy_static(source: Path) -> None:
    """Begin the sources: settings, style, scripts, MathJax."""
    modules = npm_packages.install()
    static = source / "_static"
    (static / "mathjax").mkdir(parents=True)
    shutil.copyfile(modules / "mathjax/es5/tex-svg.js", static / "mathjax/tex-svg.js")
    shutil.copyfile(export_slides.LIVE / "live.css", static / "live.css")
    shutil.copyfile(SITE / "conf.py", source / "conf.py")
    shutil.copyfile(PICTURE, source / "figure.png")
    for name in ("favicon.svg", "pages.css", "pages.js"):
        shutil.copyfile(SITE / "static" / name, static / name)
    player = (SITE / "static/player.js").read_text("utf-8")
    player = player.replace('"{player}"', export_slides.replay_address())
    (static / "player.js").write_text(player, encoding="utf-8")


def write_ways(
    lesson: str, notebook: NotebookNode, site: Path, *, slides: bool, handouts: bool
) -> dict[str, str]:
    """Put a lesson's other forms into the site; return their addresses by what they are called."""
    ways = {say("run"): run_address(lesson)}
    if slides:
        path = place(site, "slides", f"{lesson}.slides.html")
        path.write_text(export_slides.make_deck(notebook, npm_packages.install()), "utf-8")
        ways[say("slides")] = f"slides/{path.name}"
    if handouts:
        printed = HANDOUTS / f"{lesson}.pdf"
        if not printed.is_file():
            raise PageError(f"{lesson}: no {printed}: run tools/export_handout.py {lesson} first")
        shutil.copyfile(printed, place(site, "handouts", printed.name))
        ways[say("handout")] = f"handouts/{printed.name}"
    name = f"{lesson}.ipynb"
    shutil.copyfile(NOTEBOOKS / name, place(site, "notebooks", name))
    return {**ways, say("notebook"): f"notebooks/{name}"}


def place(site: Path, folder: str, name: str) -> Path:
    """Return the path of a file of the site; its folder is made."""
    (site / folder).mkdir(exist_ok=True)
    return site / folder / name


def write_index(source: Path, notebooks: Mapping[str, NotebookNode]) -> None:
    """Write the first page; the table of lessons, each with its question, is that of lesson 0."""
    pages = [*notebooks, *(["api/index"] if (source / "api").is_dir() else [])]
    first = find_lessons(LESSONS)[0]
    text = (SITE / "index.md").read_text("utf-8")
    text = text.format(
        first=f"{first.stem}.ipynb",
        lessons=find_table(read_lesson(first)),
        toctree="\n".join(pages),
        run=run_address(first.stem),
    )
    (source / "index.md").write_text(text, encoding="utf-8")


def find_table(notebook: NotebookNode) -> str:
    """Return the only table of a notebook, as Markdown."""
    lines = "\n".join(cell.source for cell in notebook.cells).splitlines()
    return "\n".join(line for line in lines if line.startswith("|"))


def run_sphinx(source: Path, site: Path, options: list[str]) -> None:
    """Let Sphinx write the pages; a warning is a fault."""
    python = find_python()
    known = [str(ROOT), str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]
    command = [python, "-m", "sphinx", "-q", "-W", "-b", "html", "-d", source / ".doctrees"]
    run = subprocess.run(
        [*command, *options, source, site],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, known))},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise PageError(f"Sphinx ({python}) could not write the pages:\n{run.stderr[-3000:]}")


def find_python() -> str:
    """Return the Python that has Sphinx: this one, or that of the site."""
    return sys.executable if find_spec("myst_nb") else str(site_python.environment())


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="lesson", help="all lessons if none is named")
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "site", help="where to write")
    parser.add_argument("--slides", action="store_true", help="make the slides too, and link them")
    parser.add_argument("--handouts", action="store_true", help="link what is in build/handout/")
    options = parser.parse_args(arguments)
    try:
        notebooks = run_lessons(find_lessons(LESSONS, options.names))
        forms = {"slides": options.slides, "handouts": options.handouts}
        build_pages(options.site, notebooks, **forms)
    except (BuildError, PageError, RuntimeError) as error:  # the last: what is missing here
        print(error, file=sys.stderr)
        return 1
    print(f"{options.site}: open index.html, or python -m http.server -d {options.site}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
