"""Find which names each cell of a lesson makes, for ``lessonlib.run_order``."""

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from lessonlib.run_order import digest

TABLE = Path(__file__).parents[1] / "lessonlib" / "run_order" / "cells.toml"
_HEADER = "# Which names each code cell makes. Written by tools/build_notebooks.py."
# What is made inside them stays inside.
_SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def table(lessons: Iterable[tuple[str, NotebookNode]]) -> str:
    """Return the table of all lessons, as TOML.

    Parameters
    ----------
    lessons : iterable of (str, notebook)
        Name of each, such as ``01_dataset_and_splitting``, and its cells.
    """
    lines = [_HEADER]
    for name, notebook in lessons:
        rows = [_row(cell) for cell in cells_of(notebook)]
        lines += [f"lesson{int(name[:2])} = [", *rows, "]"]
    return "\n".join(lines) + "\n"


def _row(cell: dict[str, Any]) -> str:
    pairs = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in cell.items()]
    return f"    {{ {', '.join(pairs)} }},"


def cells_of(notebook: NotebookNode) -> list[dict[str, Any]]:
    """Return for each code cell what it is known by, the heading above it, and what it makes."""
    heading, cells = "", []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            titles = re.findall(r"^#+ (.+)$", cell.source, flags=re.MULTILINE)
            heading = titles[-1].replace("`", "").strip() if titles else heading
        elif cell.cell_type == "code" and cell.source.strip():
            row = {"cell": digest(cell.source), "heading": heading, "makes": made_by(cell.source)}
            cells.append(row)
    return cells


def made_by(source: str) -> list[str]:
    """Return the names that a cell leaves in the notebook for other cells, in order."""
    names = (name for node in ast.parse(source).body for name in _made_by(node))
    return [name for name in dict.fromkeys(names) if not name.startswith("_")]


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
