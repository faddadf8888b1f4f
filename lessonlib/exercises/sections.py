"""The text of ``my_network.py``, taken apart and put together again.

A line such as ``# 5 · backpropagate ----`` begins the section of an exercise: its function, and the
helpers and constants that it brought along. All sections share one namespace, as in any module, so
a helper that two functions name stands in the file once.
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lessonlib.exercises.sources import Bundle, names_in

_MARK = re.compile(r"^# (\d+) · (\w+) -+[ \t]*$", re.MULTILINE)
_WIDTH = 60  # of the lines that begin a section

Parts = dict[str, str]  # source by the name that it defines


@dataclass(frozen=True)
class Section:
    """What stands in the file for one exercise."""

    lesson: int
    parts: Parts


@dataclass(frozen=True)
class Sections:
    """The file, taken apart.

    Attributes
    ----------
    header : str
        The comment at its top.
    imports : dict of str to str
        Lines by the name that they import.
    functions : dict of str to Section
        By the name of the exercise, in their order.
    """

    header: str = ""
    imports: Parts = field(default_factory=dict)
    functions: dict[str, Section] = field(default_factory=dict)

    def everything(self) -> Parts:
        """Return the source of each name of the file."""
        found = dict(self.imports)
        for section in self.functions.values():
            found |= section.parts
        return found

    def needs(self, name: str) -> set[str]:
        """Return the names of all that a name of the file needs, itself included."""
        everything = self.everything()
        found: set[str] = set()
        to_do = [name]
        while to_do:
            one = to_do.pop()
            if one in everything and one not in found:
                found.add(one)
                to_do += names_in(everything[one])
        return found

    def without(self, name: str) -> "Sections":
        """Take a function out; what others need of its section moves to the first of them."""
        functions = {
            other: Section(section.lesson, dict(section.parts))
            for other, section in self.functions.items()
            if other != name
        }
        needs = {other: self.needs(other) for other in functions}
        left = self.functions[name].parts if name in self.functions else {}
        for part, source in reversed(left.items()):
            heir = next((other for other in functions if part in needs[other]), None)
            if heir is not None:
                section = functions[heir]
                functions[heir] = Section(section.lesson, {part: source, **section.parts})
        return Sections(self.header, self.imports, functions)

    def with_function(
        self, name: str, lesson: int, bundle: Bundle, order: Iterable[str]
    ) -> "Sections":
        """Put a function in, at its place in the course, instead of its earlier version.

        Parameters
        ----------
        name : str
            Name of the exercise.
        lesson : int
        bundle : Bundle
            The function's source, and what it names. What has a section of its own stays as it is.
        order : iterable of str
            Names of all exercises, in the order of the course.
        """
        place = {one: number for number, one in enumerate(order)}
        rest = self.without(name)
        parts: Parts = {}
        for part, source in bundle.definitions.items():
            if part in rest.functions:
                continue
            holders = [one for one, section in rest.functions.items() if part in section.parts]
            earlier = [
                one for one in holders if part != name and place.get(one, len(place)) < place[name]
            ]
            for one in holders:
                if one in earlier:
                    rest.functions[one].parts[part] = source
                else:
                    del rest.functions[one].parts[part]
            if not earlier:
                parts[part] = source
        functions = {**rest.functions, name: Section(lesson, parts)}
        ordered = sorted(functions, key=lambda one: place.get(one, len(place)))
        return Sections(
            self.header,
            {**self.imports, **bundle.imports},
            {one: functions[one] for one in ordered},
        )._tidied()

    def _tidied(self) -> "Sections":
        """Drop the imports that nobody needs."""
        sources = [one for section in self.functions.values() for one in section.parts.values()]
        used = set().union(*map(names_in, [*sources, *self.imports.values()]))
        defined = {part for section in self.functions.values() for part in section.parts}
        kept = {one: line for one, line in self.imports.items() if one in used - defined}
        return Sections(self.header, kept, self.functions)

    def text(self) -> str:
        """Return the file."""
        blocks = [self.header, "\n".join(self.imports.values())]
        for name, section in self.functions.items():
            mark = f"# {section.lesson} · {name} ".ljust(_WIDTH, "-")
            blocks.append(f"{mark}\n\n" + "\n\n\n".join(section.parts.values()))
        return "\n\n\n".join(filter(None, blocks)) + "\n"


def take_apart(text: str) -> Sections:
    """Take the text of a file apart; what its reader has added by hand stays where it is.

    Raises
    ------
    SyntaxError
        If it is no Python.
    """
    first, *rest = _MARK.split(text)
    comment = re.match(r"(?:#.*\n|\s*\n)*", first)
    header = comment.group() if comment else ""
    functions: dict[str, Section] = {}
    for lesson, name, part in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        earlier = functions[name].parts if name in functions else {}
        functions[name] = Section(int(lesson), earlier | _pieces(part))
    return Sections(header.strip(), _pieces(first[len(header) :]), functions)


def _pieces(text: str) -> Parts:
    """Return the source of each statement, with the comments above it, by the name it defines."""
    lines = text.splitlines()
    statements = ast.parse(text).body
    found: Parts = {}
    start = 0
    for statement in statements:
        is_last = statement is statements[-1]
        end = len(lines) if is_last else statement.end_lineno or start
        source = "\n".join(lines[start:end]).strip("\n")
        start = end
        if source:
            found |= _named(statement, source)
    return found


def _named(statement: ast.stmt, source: str) -> Parts:
    if isinstance(statement, ast.Import | ast.ImportFrom):
        found = {}
        for one in statement.names:
            alone = (
                ast.Import([one])
                if isinstance(statement, ast.Import)
                else ast.ImportFrom(statement.module, [one], statement.level)
            )
            found[one.asname or one.name.partition(".")[0]] = ast.unparse(alone)
        return found
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name: source}
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = [one.id for one in targets if isinstance(one, ast.Name)]
        if names:
            return {names[0]: source}
    return {source: source}
