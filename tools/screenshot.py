"""Photograph live figures as JupyterLab shows them.

Without options it makes the picture of the README, with a slider moved::

    .venv/bin/python tools/screenshot.py
    .venv/bin/python tools/screenshot.py 01_dataset_and_splitting --figure 2 --output figure.png
    .venv/bin/python tools/screenshot.py --all build/figures    # two widths, two themes
"""

import argparse
import itertools
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import lab
from playwright.sync_api import BrowserContext, Locator
from tqdm import tqdm

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
README_PICTURE = ROOT / "docs" / "live-figure.png"
HEIGHT = 800  # CSS pixels
WIDTHS = (1280, 800)
THEMES: tuple[lab.Theme, ...] = ("light", "dark")


@contextmanager
def served_copy() -> Iterator[lab.Server]:
    """Serve a copy of the notebooks and the data, so that nothing here changes."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("notebooks", "data"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        with lab.jupyter_lab(Path(folder) / "notebooks") as server:
            yield server


@contextmanager
def opened(
    context: BrowserContext, server: lab.Server, name: str, theme: lab.Theme, width: int
) -> Iterator[lab.Notebook]:
    """Open a notebook at a width, run all its cells, and close its page in the end."""
    page = context.new_page()
    try:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        notebook = lab.open_notebook(page, server, f"{name}.ipynb", theme)
        notebook.run_all()
        notebook.settle_predictions()
        page.wait_for_timeout(1000)  # figures may draw themselves again for the page's width
        notebook.wait_until_idle()
        yield notebook
    finally:
        page.close()


def figures(notebook: lab.Notebook) -> list[Locator]:
    """Return the live figures of a notebook, in order."""
    return list(notebook.page.locator(".live-figure").all())


def move_slider(notebook: lab.Notebook, figure: Locator, share: float) -> None:
    """Put the first slider of a figure at a share of its track, with the mouse."""
    handle = figure.locator(".noUi-handle").first
    handle.scroll_into_view_if_needed()
    track = figure.locator(".noUi-base").first.bounding_box()
    box = handle.bounding_box()
    if track is None or box is None:
        raise ValueError(f"{notebook.name}: the figure's first slider is not on the page")
    mouse = notebook.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(track["x"] + share * track["width"], box["y"] + box["height"] / 2, steps=10)
    mouse.up()
    notebook.page.wait_for_timeout(1000)
    notebook.wait_until_idle()
    mouse.move(1, 1)


def photograph(figure: Locator, output: Path) -> None:
    """Write a picture of one figure."""
    output.parent.mkdir(parents=True, exist_ok=True)
    figure.scroll_into_view_if_needed()
    figure.screenshot(path=output, animations="disabled")


def photograph_one(options: argparse.Namespace) -> None:
    """Write the picture of one figure, with its first slider moved."""
    name = Path(options.notebook).stem
    with (
        served_copy() as server,
        lab.browser(scale=2) as context,
        opened(context, server, name, options.theme, options.width) as notebook,
    ):
        found = figures(notebook)
        if not 1 <= options.figure <= len(found):
            raise ValueError(f"--figure={options.figure}: {name} has {len(found)} live figures")
        figure = found[options.figure - 1]
        move_slider(notebook, figure, options.slider)
        photograph(figure, options.output)


def photograph_all(folder: Path) -> None:
    """Write ``<notebook>-<figure>-<width>-<theme>.png`` for every live figure."""
    names = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
    views = list(itertools.product(names, THEMES, WIDTHS))
    with served_copy() as server, lab.browser() as context:
        for name, theme, width in tqdm(views, unit="view"):
            with opened(context, server, name, theme, width) as notebook:
                for number, figure in enumerate(figures(notebook), start=1):
                    photograph(figure, folder / f"{name}-{number}-{width}-{theme}.png")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("notebook", nargs="?", default="00_start_here", help="default: %(default)s")
    add("--figure", type=int, default=1, help="which live figure, from 1")
    add("--slider", type=float, default=0.5, help="where its first slider goes, from 0 to 1")
    add("--width", type=int, default=WIDTHS[0], help="of the page, in CSS pixels")
    add("--theme", choices=THEMES, default="light")
    add("--output", type=Path, default=README_PICTURE)
    add("--all", type=Path, metavar="FOLDER", help="every figure, at two widths, in two themes")
    options = parser.parse_args(arguments)
    try:
        if options.all:
            photograph_all(options.all)
        else:
            photograph_one(options)
    except (ValueError, lab.NoBrowserError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
