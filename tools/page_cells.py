"""A lesson that has been run becomes the notebook of a page: what needs a kernel is replaced."""

import html
import re
from pathlib import Path
from urllib.parse import quote

import nbformat
import page_asks
import stage
from nbformat import NotebookNode
from page_figures import Figures, run_address
from page_words import for_a_page, say

from lessonlib.stage import MIME_TYPE

# Cells that are about the reader's own machine and progress.
_OWN = re.compile(r"^(check_setup|progress_map|check)\(", re.MULTILINE)


def make_page(notebook: NotebookNode, lesson: str, static: Path, ways: str = "") -> NotebookNode:
    """Return the notebook of a lesson's page.

    Parameters
    ----------
    notebook : NotebookNode
        From :func:`stage.run_lesson`; it is left as it is.
    lesson : str
        Its name, such as ``01_dataset_and_splitting``.
    static : Path
        The folder of static files: recordings are written there.
    ways : str
        HTML that stands below the title.
    """
    cells = [cell for cell in notebook.cells if _is_shown(cell)]
    made = _Page(lesson, static, cells)
    prose = iter(for_a_page(lesson, [c.source for c in cells if c.cell_type == "markdown"]))
    pages = []
    for cell in cells:
        if cell.cell_type == "code":
            pages += made.code(cell)
        elif text := next(prose).strip():
            pages.append(nbformat.v4.new_markdown_cell(text))
            made.heading = stage.heading_of(pages[-1]) or made.heading
    if ways:
        pages = put_below_title(pages, ways)
    page = nbformat.v4.new_notebook(cells=pages, metadata=notebook.metadata)
    for number, cell in enumerate(page.cells):
        cell.id = f"cell-{number}"
    return page


def _is_shown(cell: NotebookNode) -> bool:
    """Whether a page has the cell: as in a handout, and the hints besides."""
    kind = stage.slide_type(cell)
    if kind == "notes" or (cell.cell_type == "code" and _OWN.search(cell.source)):
        return False
    return kind != "skip" or cell.cell_type == "markdown" or cell.source.startswith("hint(")


def put_below_title(cells: list[NotebookNode], ways: str) -> list[NotebookNode]:
    """Return the cells with HTML after the heading that the first of them begins with."""
    title, _, rest = cells[0].source.partition("\n")
    first = [nbformat.v4.new_markdown_cell(title), raw(ways)]
    return [*first, nbformat.v4.new_markdown_cell(rest.strip()), *cells[1:]]


def raw(page: str) -> NotebookNode:
    """Return a cell that is HTML."""
    return nbformat.v4.new_markdown_cell(f"``````{{raw}} html\n{page}\n``````")


class _Page:
    """Knows what stands elsewhere in the lesson."""

    def __init__(self, lesson: str, static: Path, cells: list[NotebookNode]) -> None:
        self._lesson = lesson
        self._figures = Figures(lesson, static)
        sources = [cell.source for cell in cells if cell.cell_type == "code"]
        found = [one for one in map(page_asks.find_prediction, sources) if one]
        self._keys = {one.name: one.key for one in found}
        shown = [name for source in sources for name in re.findall(r"prediction=(\w+)\)", source)]
        self._hiding = set(shown)
        self.heading = ""  # the last one

    def code(self, cell: NotebookNode) -> list[NotebookNode]:
        """Return what a page shows of a code cell."""
        source = cell.source
        if prediction := page_asks.find_prediction(source):
            hides = prediction.name in self._hiding
            return [raw(page_asks.render_prediction(prediction, hides=hides))]
        if question := page_asks.find_question(source):
            return [raw(page_asks.render_question(question))]
        if source.startswith("hint("):
            return [raw(f'<div class="page-hints">{_html_of(cell)}</div>'), raw(self._do())]
        if "predict.recap(" in source:
            return [raw(page_asks.render_recap(source, _html_of(cell), self._keys))]
        return self._plain(cell)

    def _plain(self, cell: NotebookNode) -> list[NotebookNode]:
        outputs, figures = [], []
        for output in cell.outputs:
            data = output.get("data", {})
            if MIME_TYPE in data:
                figures.append(self._figures.render(cell.source, data, self._keys))
            else:
                outputs.append(output)
        code = [] if figures and not outputs else [_copy(cell, outputs)]
        return [*code, *map(raw, figures)]

    def _do(self) -> str:
        place = "#" + quote(self.heading.lstrip("# ").replace(" ", "-"))  # as JupyterLab names it
        link = f'<a class="page-way" href="{run_address(self._lesson, place)}">{say("do")}</a>'
        return f'<p class="page-do">{link} {say("do_why")}</p>'


def _copy(cell: NotebookNode, outputs: list[NotebookNode]) -> NotebookNode:
    return nbformat.v4.new_code_cell(cell.source, outputs=outputs)


def _html_of(cell: NotebookNode) -> str:
    return "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)


def render_ways(ways: dict[str, str]) -> str:
    """Return links as HTML, by what they are called."""
    links = " ".join(
        f'<a class="page-way" href="{html.escape(address)}">{html.escape(name)}</a>'
        for name, address in ways.items()
    )
    return f'<nav class="page-ways" aria-label="{say("ways")}">{links}</nav>'
