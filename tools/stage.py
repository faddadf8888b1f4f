"""What every way of presenting a lesson shares: its slides, and how it is run for an export."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import build_notebooks
import nbformat
from nbformat import NotebookNode

# Put before the first cell of an exported lesson.
RECORD = "from lessonlib.stage import show_recordings\n\nshow_recordings(**{limits!r})"

# A question of a quiz, as a notebook stores it: the question, then its answers, folded.
_QUESTION = re.compile("(.*?)<details>.*?</summary>(.*?)</details>", re.DOTALL)


@dataclass
class Slide:
    """What is on the screen at once.

    Attributes
    ----------
    steps : list of list of NotebookNode
        Cells, by when they appear: the first step at once, each other as a fragment.
    notes : list of str
        Markdown, for the speaker only.
    """

    steps: list[list[NotebookNode]] = field(default_factory=lambda: [[]])
    notes: list[str] = field(default_factory=list)

    @property
    def cells(self) -> list[NotebookNode]:
        """All cells, in order."""
        return [cell for step in self.steps for cell in step]


def slide_type(cell: NotebookNode) -> str:
    """Return what a cell is on stage: slide, subslide, fragment, notes, skip or ``-``."""
    return str(cell.metadata.get("slideshow", {}).get("slide_type") or "-")


def find_slides(notebook: NotebookNode) -> list[list[Slide]]:
    """Return the slides of a notebook: each with its subslides below it.

    A cell without a type of its own belongs to what came before it. The first
    cell that is shown begins a slide, whatever it says.
    """
    columns: list[list[Slide]] = []
    for cell in notebook.cells:
        kind = slide_type(cell)
        if kind == "skip":
            continue
        if kind == "notes":
            if columns:
                columns[-1][-1].notes.append(unfold_note(cell.source))
            continue
        if kind == "slide" or not columns:
            columns.append([Slide()])
        elif kind == "subslide":
            columns[-1].append(Slide())
        elif kind == "fragment":
            columns[-1][-1].steps.append([])
        question, *answers = split_question(cell)
        columns[-1][-1].steps[-1].append(question)
        columns[-1][-1].steps += [[one] for one in answers]
    return columns


def split_question(cell: NotebookNode) -> list[NotebookNode]:
    """Return a question of a quiz and its answers, unfolded; any other cell as it is."""
    if not cell.source.startswith("quiz("):
        return [cell]
    page = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
    question, answers = _QUESTION.match(page).groups()
    return [_page_cell("question", question), _page_cell("answers", answers)]


def _page_cell(kind: str, text: str) -> NotebookNode:
    data = {"text/html": f'<div class="{kind}">{text}</div>'}
    return nbformat.v4.new_code_cell("", outputs=[nbformat.v4.new_output("display_data", data)])


def unfold_note(source: str) -> str:
    """Return the text of a note that the builder has folded; any other text as it is."""
    start, end = (re.escape(part) for part in build_notebooks.SPEAKER_NOTE.split("{}"))
    folded = re.fullmatch(f"{start}(.*){end}", source.strip(), re.DOTALL)
    return folded.group(1) if folded else source


def heading_of(cell: NotebookNode) -> str:
    """Return the heading that a cell begins with, as Markdown; empty if it begins otherwise."""
    if cell.cell_type != "markdown" or not re.match(r"#+ ", cell.source):
        return ""
    return str(cell.source).splitlines()[0].strip()


def title_of(notebook: NotebookNode) -> str:
    """Return the first heading of a notebook."""
    headings = [heading for cell in notebook.cells if (heading := heading_of(cell))]
    return headings[0].lstrip("# ") if headings else ""


def run_lesson(lesson: Path, folder: Path, **limits: int) -> NotebookNode:
    """Execute a lesson so that live figures leave a recording, with their answers.

    Parameters
    ----------
    lesson : Path
        The lesson's text file.
    folder, **limits
        As in :func:`run_notebook`.

    Raises
    ------
    build_notebooks.BuildError
        If a cell fails.
    """
    return run_notebook(build_notebooks.read_lesson(lesson), lesson.stem, folder, **limits)


def run_notebook(notebook: NotebookNode, name: str, folder: Path, **limits: int) -> NotebookNode:
    """Execute a notebook as :func:`run_lesson` does, in place, and return it.

    Parameters
    ----------
    notebook : NotebookNode
        From :func:`build_notebooks.read_lesson`.
    name : str
        What errors call it.
    folder : Path
        The kernel's working directory.
    **limits : int or bool
        Of the recordings: see :func:`lessonlib.stage.show_recordings`.

    Raises
    ------
    build_notebooks.BuildError
        If a cell fails.
    """
    notebook.cells.insert(0, nbformat.v4.new_code_cell(RECORD.format(limits=limits)))
    build_notebooks.execute(notebook, name, folder)
    del notebook.cells[0]
    return notebook
