"""Write each lesson as a slide deck in one HTML file, which needs no network and no kernel.

The decks, ``build/slides/NN_name.slides.html``, open from the file system. Live figures are
recorded while the lesson runs; their sliders replay the recording. Needs Node.js for ``npm``,
which fetches reveal.js and MathJax once::

    .venv/bin/python tools/export_slides.py                    # all lessons
    .venv/bin/python tools/export_slides.py 01_dataset_and_splitting
"""

import argparse
import base64
import html
import re
import sys
from pathlib import Path
from typing import Any

import jinja2
import nbformat
import npm_packages
import recorded
import stage
from build_notebooks import LESSONS, ROOT, BuildError, find_lessons
from nbformat import NotebookNode
from render import Renderer, code_style, render_code, script_safe
from tqdm import tqdm

from lessonlib.live import compress
from lessonlib.stage import MIME_TYPE

SLIDES = ROOT / "build" / "slides"
SOURCES = ROOT / "tools" / "slides"
LIVE = ROOT / "lessonlib" / "live"
# The code that shows these is not what the slide is about.
_NO_CODE = re.compile('data-live|class="(live-prediction|lesson-recap)"')
LARGEST = 15_000_000  # bytes of a deck


class DeckTooLargeError(Exception):
    """A deck is larger than a mail or a small disk likes."""


def make_deck(notebook: NotebookNode, modules: Path) -> str:
    """Return an executed lesson as one HTML page.

    Parameters
    ----------
    notebook : NotebookNode
        From :func:`stage.run_lesson`.
    modules : Path
        The folder ``node_modules``.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(SOURCES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"markdown": DECK.markdown, "cell": render_cell}
    return environment.get_template("deck.html.j2").render(
        title=stage.title_of(notebook),
        columns=repeat_headings(stage.find_slides(notebook)),
        styles=[
            (modules / "reveal.js/dist/reset.css").read_text("utf-8"),
            (modules / "reveal.js/dist/reveal.css").read_text("utf-8"),
            code_style(),
            (LIVE / "live.css").read_text("utf-8"),
            (SOURCES / "theme.css").read_text("utf-8"),
        ],
        scripts=[
            script_safe((modules / name).read_text("utf-8"))
            for name in (
                "mathjax/es5/tex-svg.js",
                "reveal.js/dist/reveal.js",
                "reveal.js/plugin/notes/notes.js",
            )
        ],
        player=script_safe(bundle_player()),
    )


def repeat_headings(columns: list[list[stage.Slide]]) -> list[list[stage.Slide]]:
    """Give each slide that begins without a heading the last one before it."""
    heading = ""
    for slide in (slide for column in columns for slide in column):
        found = [h for cell in slide.cells if (h := stage.heading_of(cell))]
        starts_with_one = bool(slide.steps[0] and stage.heading_of(slide.steps[0][0]))
        if heading and not starts_with_one:
            slide.steps[0].insert(0, nbformat.v4.new_markdown_cell(heading))
        heading = found[-1] if found else heading
    return columns


def bundle_player() -> str:
    """Return the deck's own module as one text: a page from the file system cannot import files."""
    deck = (SOURCES / "deck.js").read_text("utf-8")
    return deck.replace('"../../lessonlib/live/replay.js"', replay_address())


def replay_address() -> str:
    """Return an address, in quotes, that holds the player of recorded figures itself."""
    picture = (LIVE / "picture.js").read_text("utf-8")
    replay = (LIVE / "replay.js").read_text("utf-8")
    return _data_address(replay.replace('"./picture.js"', _data_address(picture)))


def _data_address(script: str) -> str:
    return f'"data:text/javascript;base64,{base64.b64encode(script.encode()).decode()}"'


def render_cell(cell: NotebookNode) -> str:
    """Return a cell as HTML. Code that only shows a live figure or a prediction is left out."""
    if cell.cell_type == "markdown":
        return f'<div class="prose">{DECK.markdown(cell.source)}</div>'
    outputs = "\n".join(filter(None, map(DECK.output, cell.outputs)))
    prints = any(output.output_type == "stream" for output in cell.outputs)
    if not cell.source.strip() or (_NO_CODE.search(outputs) and not prints):
        return outputs
    return f'<div class="code">{render_code(cell.source)}</div>\n{outputs}'


def _render_html(page: str) -> str:
    return f'<div class="output html">{page}</div>'


def _render_recording(recording: dict[str, Any]) -> str:
    data = base64.b64encode(compress(recording)).decode()
    title = html.escape(recording["title"], quote=True)
    return f'<div data-live="{title}"><script type="text/plain">{data}</script></div>'


DECK = Renderer(
    suffix=".slides.html",
    attributes=' class="output"',
    hooks={MIME_TYPE: _render_recording, "text/html": _render_html},
)


def export(lessons: list[Path], folder: Path) -> dict[str, int]:
    """Write the decks of some lessons; return their sizes in bytes by the files' names."""
    modules = npm_packages.install()
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for lesson in tqdm(lessons, unit="deck"):
        deck = make_deck(recorded.run(lesson), modules).encode()
        if len(deck) > LARGEST:
            raise DeckTooLargeError(f"{lesson.stem}: {len(deck):,} bytes; the limit is {LARGEST:,}")
        path = folder / f"{lesson.stem}.slides.html"
        path.write_bytes(deck)
        sizes[path.name] = len(deck)
    return sizes


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="lesson", help="all lessons if none is named")
    parser.add_argument("--folder", type=Path, default=SLIDES, help="where to write the decks")
    options = parser.parse_args(arguments)
    try:
        sizes = export(find_lessons(LESSONS, options.names), options.folder)
    except (BuildError, DeckTooLargeError, npm_packages.NoPackagesError) as error:
        print(error, file=sys.stderr)
        return 1
    for name, size in sizes.items():
        print(f"{options.folder / name}  {size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
