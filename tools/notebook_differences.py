"""Say where the stored notebooks are not what their lessons make."""

from pathlib import Path

import nbformat


def find_differences(texts: dict[str, str], notebooks: Path) -> list[str]:
    """Return a line for each notebook that is missing or is not what its lesson makes."""
    lines = []
    for name, text in texts.items():
        stored = notebooks / name
        if not stored.exists():
            lines.append(f"{name}: missing")
        elif stored.read_bytes() != text.encode():
            lines.append(f"{name}: {_first_difference(stored.read_text('utf-8'), text)}")
    return lines


def _first_difference(stored: str, built: str) -> str:
    """Say in which cell two texts of a notebook begin to differ, and in what part of it."""
    old, new = (nbformat.reads(text, as_version=4) for text in (stored, built))
    if len(old.cells) != len(new.cells):
        return f"{len(old.cells)} cells, its lesson has {len(new.cells)}"
    for number, (one, other) in enumerate(zip(old.cells, new.cells, strict=True), start=1):
        parts = [key for key in sorted({*one, *other}) if one.get(key) != other.get(key)]
        if parts:
            return f"cell {number} (id {other.id}) differs in {', '.join(parts)}"
    return "metadata or formatting differ"


def find_orphans(lessons: Path, notebooks: Path) -> list[str]:
    """Return a line for each notebook that has no lesson."""
    known = {path.stem for path in lessons.glob("*.py")}
    extra = [path for path in sorted(notebooks.glob("*.ipynb")) if path.stem not in known]
    return [f"{path.name}: there is no lesson {path.stem}.py" for path in extra]
