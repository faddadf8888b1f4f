"""The lessons as the browser edition serves them: the stored notebooks, with their edition."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
EDITION_FILE = "edition.json"


def read_edition(notebook: dict[str, Any]) -> str:
    """Return the edition of a lesson: the course's version, and what changes with any cell.

    A correction of one lesson makes no saved copy of another old.
    """
    package = (ROOT / "lessonlib" / "__init__.py").read_text("utf-8")
    (version,) = re.findall(r'^__version__ = "(.+)"', package, re.MULTILINE)
    digest = hashlib.sha256()
    for cell in notebook["cells"]:
        digest.update(_joined(cell["source"]).encode())
    return f"{version}+{digest.hexdigest()[:8]}"


def write_notebooks(target: Path, source: Path = NOTEBOOKS) -> list[str]:
    """Write the lessons, and beside them the file with their editions; return their names."""
    target.mkdir(parents=True, exist_ok=True)
    editions: dict[str, str] = {}
    for path in sorted(source.glob("*.ipynb")):
        notebook = json.loads(path.read_text("utf-8"))
        editions[path.name] = read_edition(notebook)
        served = serve(notebook, editions[path.name])
        text = json.dumps(served, ensure_ascii=False, indent=1)
        (target / path.name).write_text(text + "\n", "utf-8")
    (target / EDITION_FILE).write_text(json.dumps(editions, indent=1) + "\n", "utf-8")
    return list(editions)


def serve(notebook: dict[str, Any], edition: str) -> dict[str, Any]:
    """Return a notebook as it is served; the one that came is changed.

    JupyterLite takes a file as it is: it would show commas between lines that are stored as a
    list, and strip the pictures of cells that are not marked as trusted.
    """
    notebook["metadata"]["lessonlib"] = {"edition": edition}
    for cell in notebook["cells"]:
        cell["source"] = _joined(cell["source"])
        if cell["cell_type"] == "code":
            cell["metadata"]["trusted"] = True
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = _joined(output["text"])
            for mime, value in output.get("data", {}).items():
                if not mime.endswith("json"):
                    output["data"][mime] = _joined(value)
    return notebook


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
