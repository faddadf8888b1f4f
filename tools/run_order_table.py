"""Find under which heading of a lesson each name is made, for ``lessonlib.run_order``."""

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from nbformat import NotebookNode

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "lessonlib" / "run_order" / "made.toml"
_HEADER = (
    "# Under which headings of a lesson each name is made. Written by tools/build_notebooks.py.\n"
)


def table(notebooks: Iterable[tuple[str, NotebookNode]]) -> str:
    """Return the table of all lessons, as TOML.

    Parameters
    ----------
    notebooks : iterable of (str, notebook)
        Name of each lesson, such as ``01_dataset_and_splitting``, and its cells.
    """
    parts = [_HEADER]
    for lesson, notebook in notebooks:
        lines = [
            f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(where, ensure_ascii=False)}\n"
            for name, where in sorted(headings_of_names(notebook).items())
        ]
        parts.append("".join([f"[lesson{int(lesson[:2])}]\n", *lines]))
    return "\n".join(parts)


def headings_of_names(notebook: NotebookNode) -> dict[str, list[str]]:
    """Return, for each name that a cell makes, the headings of the cells that make it, in order."""
    heading, found = "", {}
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            titles = re.findall(r"^#+ (.+)$", cell.source, flags=re.MULTILINE)
            heading = titles[-1].replace("`", "").strip() if titles else heading
        elif cell.cell_type == "code":
            for name in made_by(cell.source):
                places = found.setdefault(name, [])
                places += [heading] if heading not in places else []
    return found


def made_by(source: str) -> list[str]:
    """Return the names that a cell leaves in the notebook, in order."""
    code = "\n".join("" if line.startswith(("%", "!")) else line for line in source.splitlines())
    return list(dict.fromkeys(name for node in ast.parse(code).body for name in _made_by(node)))


def _made_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).split(".")[0]
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif not isinstance(node, _SCOPES):
        for child in ast.iter_child_nodes(node):
            yield from _made_by(child)


# What is made inside them stays inside.
_SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
