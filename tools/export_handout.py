"""Write every lesson as a PDF to print: slides with their build-ups, code, results, captions.

It reads the built notebooks and needs Chromium or Chrome, and npm once, to fetch MathJax::

    .venv/bin/python tools/export_handout.py                  # build/handout/NN_name.pdf, A4
    .venv/bin/python tools/export_handout.py 01_dataset_and_splitting --paper letter
    .venv/bin/python tools/export_handout.py --notes          # with the speaker notes
"""

import argparse
import html
import sys
from pathlib import Path

import lab
import nbformat
import npm_packages
import stage
from bs4 import BeautifulSoup
from nbformat import NotebookNode
from playwright.sync_api import BrowserContext, Page
from render import Renderer, code_style, render_code, script_safe
from tqdm import tqdm

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
BUILD = ROOT / "build" / "handout"
PARTS = Path(__file__).parent / "handout"
HANDOUT = Renderer(suffix=".pdf")

# Width of the text in CSS pixels (96 an inch): the paper's less the margins of handout.css.
PAPERS = {"a4": (210 - 36) / 25.4 * 96, "letter": (215.9 - 36) / 25.4 * 96}

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>{style}</style>
<script>MathJax = {{
  tex: {{ inlineMath: [["$", "$"], ["\\\\(", "\\\\)"]] }},
  svg: {{ fontCache: "none" }},
  options: {{ enableMenu: false, skipHtmlTags: ["script", "style", "pre", "code", "textarea"] }},
}};</script>
<script>{mathjax}</script>
<script>{script}</script>
</head><body>{body}</body></html>"""

FOOTER = """<div style="width: 100%; padding: 0 18mm; display: flex; color: #555;
  justify-content: space-between; font: 8pt 'DejaVu Sans', Arial, sans-serif">
  <span>{title}</span>
  <span><span class="pageNumber"></span> / <span class="totalPages"></span></span>
</div>"""


def render(notebook: NotebookNode, *, notes: bool = False) -> str:
    """Return the body of a lesson's page as HTML."""
    sections = []
    for column in stage.find_slides(notebook):
        for kind, slide in zip(["slide", *["subslide"] * len(column)], column, strict=False):
            parts = [f'<div class="cell">{render_cell(cell)}</div>' for cell in slide.cells]
            parts += [render_note(note) for note in slide.notes if notes]
            sections.append(f'<section class="slide {kind}">{"".join(parts)}</section>')
    return "\n".join(sections)


def render_cell(cell: NotebookNode) -> str:
    """Return a cell as HTML: prose, or code and what came of it."""
    if cell.cell_type != "code":
        return prose(cell.source)
    code = f'<div class="input">{render_code(cell.source)}</div>' if cell.source.strip() else ""
    outputs = "".join(render_output(output) for output in cell.outputs)
    return code + (f'<div class="output">{outputs}</div>' if outputs else "")


def render_note(note: str) -> str:
    """Return a speaker note, in a shaded box."""
    return f'<aside class="notes">{prose(note)}</aside>'


def prose(source: str) -> str:
    """Return Markdown as HTML, with captions."""
    soup = BeautifulSoup(HANDOUT.markdown(source), "html.parser")
    for folded in soup.find_all("details"):  # paper cannot be unfolded
        folded["open"] = ""
    return captioned(soup)


def render_output(output: NotebookNode) -> str:
    """Return one output of a cell as HTML: the richest form that paper can show."""
    soup = BeautifulSoup(HANDOUT.output(output), "html.parser")
    for hidden in soup.find_all(["details", "script"]):  # hints stay in the notebook
        hidden.decompose()
    return captioned(soup)


def captioned(soup: BeautifulSoup) -> str:
    """Give every picture its alternative text as a caption."""
    for image in soup.find_all("img"):
        figure = image.find_parent("figure") or image.wrap(soup.new_tag("figure"))
        if figure.figcaption is None:
            figure.append(soup.new_tag("figcaption"))
        figure.figcaption.string = image.get("alt", "").strip()
    return str(soup)


def page_of(notebook: NotebookNode, mathjax: Path, *, notes: bool = False) -> str:
    """Return a lesson as one HTML page that needs no other file."""
    return PAGE.format(
        title=html.escape(stage.title_of(notebook)),
        style=f"{code_style()}\n{(PARTS / 'handout.css').read_text('utf-8')}",
        mathjax=script_safe(mathjax.read_text("utf-8")),
        script=(PARTS / "handout.js").read_text("utf-8"),
        body=render(notebook, notes=notes),
    )


def lay_out(context: BrowserContext, text: str, paper: str) -> Page:
    """Open a lesson's page in the browser, as wide as the text on the paper, and fit it."""
    page = context.new_page()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(PAPERS[paper]), "height": 1000})
    page.set_content(text)
    page.evaluate("() => window.settle()")
    return page


def print_page(page: Page, output: Path, paper: str) -> None:
    """Write the page as PDF, with page numbers."""
    output.parent.mkdir(parents=True, exist_ok=True)
    page.pdf(
        path=output,
        format=paper,
        prefer_css_page_size=False,
        print_background=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOTER.format(title=html.escape(page.title())),
        margin={"top": "18mm", "right": "18mm", "bottom": "20mm", "left": "18mm"},
        tagged=True,
        outline=True,
    )


def find_mathjax() -> Path:
    """Return MathJax's file; npm fetches it the first time."""
    return npm_packages.install() / "mathjax" / "es5" / "tex-svg.js"


def write(
    context: BrowserContext,
    path: Path,
    output: Path,
    mathjax: Path,
    *,
    paper: str = "a4",
    notes: bool = False,
) -> None:
    """Write one notebook as PDF.

    Raises
    ------
    ValueError
        If something is wider than the paper.
    """
    notebook = nbformat.read(path, as_version=4)
    page = lay_out(context, page_of(notebook, mathjax, notes=notes), paper)
    try:
        if wide := page.evaluate("() => window.findOverflow()"):
            raise ValueError(f"{path.stem}: wider than the paper: {'; '.join(wide)}")
        print_page(page, output, paper)
    finally:
        page.close()


def find_notebooks(names: list[str]) -> list[Path]:
    """Return the notebooks of the named lessons, or of all.

    Raises
    ------
    ValueError
        If there is no such notebook.
    """
    found = {path.stem: path for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
    wanted = [Path(name).stem for name in names] or list(found)
    for name in wanted:
        if name not in found:
            raise ValueError(f"there is no notebook {name}; there are {', '.join(found)}")
    return [found[name] for name in wanted]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="lesson", help="all lessons if none is named")
    parser.add_argument("--paper", choices=PAPERS, default="a4")
    parser.add_argument("--notes", action="store_true", help="print the speaker notes too")
    parser.add_argument("--output", type=Path, default=BUILD, help="folder; default: %(default)s")
    options = parser.parse_args(arguments)
    try:
        notebooks = find_notebooks(options.names)
        mathjax = find_mathjax()
        form = {"paper": options.paper, "notes": options.notes}
        with lab.browser() as context:
            for path in tqdm(notebooks, unit="lesson"):
                write(context, path, options.output / f"{path.stem}.pdf", mathjax, **form)
    except (ValueError, npm_packages.NoPackagesError, lab.NoBrowserError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
