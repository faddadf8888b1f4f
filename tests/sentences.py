"""What the course says to its readers, piece by piece: cells of lessons, and sentences in words."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import jupytext

PROJECT = Path(__file__).parents[1]
LESSONS = sorted((PROJECT / "lessons").glob("*.py"))
ENGLISH = PROJECT / "lessonlib" / "words" / "en"

# "So that" gives a purpose, "so far" a time, "do so" a manner: none of them a reason.
_CAUSE = re.compile(
    r"\b(because|therefore|since)\b"
    r"|(?<!do )(?<!does )(?<!is )(?<!not )(?<!and )(?<!say )(?<!more )\bso\b"
    r"(?! (that|far|many|much|few|little|long|often|on|as|called)\b)(?!-)",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"^\s*# claim: (\w+)\s*$")
_KEY = re.compile(r'^\s*("?)([\w.\-]+)\1\s*=')
_TABLE = re.compile(r"^\s*\[\[?([\w.\-]+)\]?\]")


@dataclass(frozen=True)
class Piece:
    """A cell of a lesson, or a sentence in ``words/``.

    Attributes
    ----------
    place : str
        Where it stands, for a reader of the test's output.
    lesson : int
    text : str
    claims : tuple of str
        The names of the claims that it is tagged with.
    """

    place: str
    lesson: int
    text: str
    claims: tuple[str, ...]

    def causes(self):
        """Return the sentences that give a reason."""
        return [one for one in sentences(self.text) if _CAUSE.search(one)]


def sentences(text):
    """Split a text into sentences; list items, table cells and headings stand apart."""
    paragraphs = re.split(r"\n\s*\n|\n(?=\s*(?:[-*#>|]|\d+\.)\s)|\|", text)
    found = []
    for paragraph in paragraphs:
        joined = " ".join(paragraph.split())
        found += re.split(r"(?<=[.!?:])[*_\"”)]*\s+(?=[A-Z\"“*$`\[\\{(])", joined)
    return [one for one in found if one]


def cells(path):
    """Return the prose cells of a lesson, and the code cells that carry a claim."""
    lesson = int(path.name[:2])
    pieces = []
    for number, cell in enumerate(jupytext.read(path).cells):
        tags = cell.metadata.get("tags", [])
        claims = tuple(tag.removeprefix("claim:") for tag in tags if tag.startswith("claim:"))
        if cell.cell_type == "markdown" or claims:
            text = cell.source if cell.cell_type == "markdown" else ""
            pieces.append(Piece(f"{path.name}, cell {number}", lesson, text, claims))
    return pieces


def words(path):
    """Return the sentences of a file of ``words/`` that belong to a lesson, by their lessons."""
    name = path.relative_to(ENGLISH).as_posix()
    texts = _flat(tomllib.loads(path.read_text("utf-8")))
    tagged = _tagged(path)
    unknown = set(tagged) - set(texts)
    if unknown:
        raise ValueError(f"{name}: a claim's comment stands directly above a key, not {unknown}")
    pieces = []
    for key, text in texts.items():
        lesson = re.search(r"lesson(\d)", name) or re.match(r"lesson(\d)", key)
        if lesson:
            place = f"words/en/{name}, {key}"
            pieces.append(Piece(place, int(lesson.group(1)), text, tuple(tagged.get(key, ()))))
    return pieces


def all_pieces():
    """Return all that the lessons say, in the notebooks and in the words."""
    told = [piece for path in LESSONS for piece in cells(path)]
    return told + [piece for path in sorted(ENGLISH.rglob("*.toml")) for piece in words(path)]


def _flat(content, prefix=""):
    if isinstance(content, str):
        return {prefix: content}
    if isinstance(content, list):
        content = {str(number): one for number, one in enumerate(content)}
    if not isinstance(content, dict):
        return {}
    flat = {}
    for key, one in content.items():
        flat |= _flat(one, f"{prefix}.{key}" if prefix else key)
    return flat


def _tagged(path):
    """Return the claims above each key, by the key with its tables."""
    table, waiting, found = "", [], {}
    for line in path.read_text("utf-8").splitlines():
        if claim := _CLAIM.match(line):
            waiting.append(claim.group(1))
        elif head := _TABLE.match(line):
            table = head.group(1)
        elif key := _KEY.match(line):
            if waiting:
                found[f"{table}.{key.group(2)}" if table else key.group(2)] = waiting
            waiting = []
    return found
