"""Where the lessons define a term, and where they use it: whole phrases, the longest first.

What is read, cell by cell, in the order of the course:

- prose, without formulas, code, addresses and the titles of lessons that it links to;
- the texts of code cells, since what they print is read too, with the title, the sentences and the
  labels of a figure that the cell calls, and the question of a quiz with its answers.

What may name a thing to come, and is not read:

- the first cell of a lesson, its title and goals;
- headings: they announce what the cells below them explain;
- speaker notes: the instructor knows the course;
- a cell with the tag ``ahead``, which shows the way and says so, such as the map of the lessons.
"""

import ast
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import build_notebooks
from sentences import ENGLISH, LESSONS

TERMS_FILE = Path(__file__).with_name("claims") / "terms.toml"
AHEAD = "ahead"


@dataclass(frozen=True)
class Cell:
    """A cell of a lesson.

    Attributes
    ----------
    place : str
        Where it stands, for a reader of the test's output.
    text : str
        What it says.
    uses : str
        What of that needs to be understood.
    defines : tuple of str
        The terms, in any of their forms, that it is tagged with.
    """

    place: str
    text: str
    uses: str
    defines: tuple[str, ...] = ()


class Terms:
    """The terms that are looked for.

    Parameters
    ----------
    forms : dict of str to list of str
        Other forms of each term.
    other : iterable of str
        Phrases that contain a term and do not mean it.
    """

    def __init__(self, forms, other=()):
        self._name_of = {}
        for name, others in forms.items():
            for form in (name, *others):
                for one in (form.lower(), _plural(form.lower())):
                    if self._name_of.setdefault(one, name) != name:
                        raise ValueError(f"{one!r} is both {self._name_of[one]!r} and {name!r}")
        phrases = sorted([*self._name_of, *map(str.lower, other)], key=len, reverse=True)
        words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in phrases)
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def find(self, form):
        """Return the term that has a form; None if there is none."""
        return self._name_of.get(form.lower())

    def used_in(self, text):
        """Return the terms of a text, in their order, each once."""
        found = (" ".join(one.group().lower().split()) for one in self._pattern.finditer(text))
        return list(dict.fromkeys(self._name_of[one] for one in found if one in self._name_of))


def _plural(form):
    if re.search(r"[^aeiou]y$", form):
        return form[:-1] + "ies"
    return form + ("es" if re.search(r"(s|x|ch|sh)$", form) else "s")


@cache
def course_terms():
    """Return the terms of the course."""
    content = tomllib.loads(TERMS_FILE.read_text("utf-8"))
    return Terms(content["terms"], content["other"]["phrases"])


def troubles(cells, terms):
    """Return a line for each use of a term before it is defined, and for each wrong tag.

    Of a term that no cell defines, the first use is named.

    Parameters
    ----------
    cells : list of Cell
        In the order of the course.
    terms : Terms
    """
    places, bad = {}, []
    for number, cell in enumerate(cells):
        for form in cell.defines:
            name = terms.find(form)
            if name is None:
                bad.append(f"{cell.place} defines {form!r}, which is not on the list of terms")
            elif name in places:
                bad.append(f"{cell.place} defines {name!r}, as {cells[places[name]].place} does")
            elif name not in terms.used_in(cell.text):
                bad.append(f"{cell.place} is to define {name!r} and does not say it")
            places.setdefault(name, number)
    undefined = set()
    for number, cell in enumerate(cells):
        for name in terms.used_in(cell.uses):
            if name not in places:
                if name not in undefined:
                    bad.append(f"{cell.place} uses {name!r}, which no cell defines")
                undefined.add(name)
            elif number < places[name]:
                bad.append(f"{cell.place} uses {name!r}; {cells[places[name]].place} defines it")
    return bad


def read_lesson(path):
    """Return the cells of a lesson."""
    lesson = int(path.name[:2])
    heading, cells = path.stem, []
    for number, cell in enumerate(build_notebooks.read_lesson(path).cells):
        if title := re.match(r"#+ (.+)", cell.source):
            heading = title.group(1)
        tags = cell.metadata.get("tags", [])
        kind = cell.metadata.get("slideshow", {}).get("slide_type")
        defines = tuple(
            tag.removeprefix("defines:").replace("_", " ") for tag in tags if "defines:" in tag
        )
        is_code = cell.cell_type == "code"
        text = told(cell.source, lesson) if is_code else prose(cell.source)
        is_read = number > 0 and kind != "notes" and AHEAD not in tags
        uses = text if is_code else re.sub(r"^#+ .*$", "", text, flags=re.MULTILINE)
        place = f"lesson {lesson}, cell {number} ({heading})"
        cells.append(Cell(place, text, uses if is_read else "", defines))
    return cells


def prose(markdown):
    """Return what is read as words: no formulas, code, addresses, titles of lessons, stars."""
    text = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$|`[^`\n]+`", " ", markdown, flags=re.DOTALL)
    text = re.sub(r"\[[^\]]*\]\(\d\d_\w+\.ipynb\)", " ", text)
    text = re.sub(r"\]\([^)]*\)|<[^>]+>", " ", text)
    return re.sub(r"\*+|(?<!\w)_+|_+(?!\w)", " ", text)  # bold and italic


def told(code, lesson):
    """Return the texts of a code cell, and those of the figures and the quiz that it calls."""
    found = [
        node.value
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    found = [one for one in found if not re.fullmatch(r"lesson\d\.\w+", one)]  # keys of predictions
    for figure in re.findall(r"\bfigures\.(\w+)\(", code):
        found += figure_words(lesson).get(figure, [])
    for number in re.findall(rf"\bquiz\({lesson}, (\d+)\)", code):
        found.append(quiz_words(lesson)[int(number) - 1])
    return prose("\n".join(re.sub(r"\{[^}]*\}", " ", one) for one in found))


@cache
def figure_words(lesson):
    """Return the texts of each figure of a lesson: a table of its words has the figure's name."""
    found = {}
    for path in sorted(ENGLISH.glob(f"figures/lesson{lesson}*")):
        for file in [path] if path.is_file() else sorted(path.glob("*.toml")):
            for name, table in tomllib.loads(file.read_text("utf-8")).items():
                if isinstance(table, dict):
                    found.setdefault(name, []).extend(texts(table))
    return found


@cache
def quiz_words(lesson):
    """Return the text of each question of a lesson, with its answers and their reasons."""
    content = tomllib.loads((ENGLISH / "quiz.toml").read_text("utf-8"))
    questions = (one for key, one in content.items() if key == f"lesson{lesson}")
    return ["\n".join(texts(one)) for table in questions for one in table.values()]


def texts(content):
    """Return all texts in a table, or in the tables and lists within."""
    if isinstance(content, str):
        return [content]
    inside = content.values() if isinstance(content, dict) else content
    return [one for part in inside if not isinstance(part, bool) for one in texts(part)]


def read_course(lessons):
    """Return the cells of the lessons with these numbers, in order."""
    return [cell for path in LESSONS if int(path.name[:2]) in lessons for cell in read_lesson(path)]
