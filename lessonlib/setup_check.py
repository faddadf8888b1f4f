"""Is this machine ready for the course? Says in words what is wrong, if something is."""

import html
import json
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from lessonlib import progress
from lessonlib.datasets import load_penguins, load_seattle_weather
from lessonlib.platforms import in_browser
from lessonlib.words import Words

_words = Words("setup_check")
_OLDEST_PYTHON = (3, 11)
_LESSONS = Path("/drive")  # in a browser; each lesson as it opens, saved copy or the site's own
_EDITION = "edition.json"  # beside them: the edition of each that the site serves


class SetupReport:
    """What :func:`check_setup` found.

    Attributes
    ----------
    problems : list of str
        One sentence each; empty if all is well.
    notes : list of str
        What else there is to know, in a browser for instance.
    """

    def __init__(self, problems: list[str], notes: list[str] | None = None) -> None:
        self.problems, self.notes = problems, notes or []

    def __repr__(self) -> str:
        lines = [f"- {problem}" for problem in self.problems]
        return "\n".join([_words("bad" if lines else "good"), *lines, *self.notes])

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        lines = [html.escape(line) for line in repr(self).splitlines()]
        return {"text/html": f"<p>{'<br>'.join(lines)}</p>", "text/plain": repr(self)}


def check_setup() -> SetupReport:
    """Check Python, the packages and the data; in a browser also how old saved lessons are.

    Returns
    -------
    SetupReport
    """
    problems = [*_check_python(sys.version_info[:2]), *_check_packages(), *_check_data()]
    if not in_browser():
        return SetupReport(problems)
    notes = [*_check_saved_lessons(_LESSONS), progress.forgetful(), _words("in_browser")]
    return SetupReport(problems, [note for note in notes if note])


def _check_python(came: tuple[int, ...]) -> list[str]:
    if came >= _OLDEST_PYTHON:
        return []
    return [_words("python", came=".".join(map(str, came)))]


def _check_packages(name: str = "lessonlib") -> list[str]:
    remedy = _words("reload" if in_browser() else "install")
    try:
        wanted = [Requirement(text) for text in requires(name) or []]
    except PackageNotFoundError:
        return [_words("not_installed", name=name, remedy=remedy)]
    problems = []
    for package in wanted:
        try:
            came = version(package.name)
        except PackageNotFoundError:
            problems.append(_words("missing", name=package.name, remedy=remedy))
            continue
        if not package.specifier.contains(came, prereleases=True):
            names = {"name": package.name, "came": came, "wanted": package.specifier}
            problems.append(_words("version", **names, remedy=remedy))
    return problems


def _check_data() -> list[str]:
    problems = []
    for load in (load_seattle_weather, load_penguins):
        try:
            load()
        except (OSError, ValueError) as error:
            problems.append(_words("data", error=error))
    return problems


def _check_saved_lessons(folder: Path) -> list[str]:
    """Name the lessons whose saved copy hides a newer edition; nothing if none can be told.

    A copy that was renamed hides nothing: the site's own stands beside it again.
    """
    served = {name[:2]: edition for name, edition in _read(folder / _EDITION).items()}
    lessons = {path.name: _edition_of(path) for path in sorted(folder.glob("[0-9][0-9]_*.ipynb"))}
    kept = [(name, name[:2], edition) for name, edition in lessons.items() if edition]
    new = {lesson for _, lesson, edition in kept if edition == served.get(lesson)}
    old = [name for name, lesson, _ in kept if lesson in served and lesson not in new]
    return [_words("old_copies", names=", ".join(old))] if old else []


def _edition_of(path: Path) -> object:
    """Return the edition that a notebook carries; None if it is not one of ours."""
    metadata = _read(path).get("metadata")
    ours = metadata.get("lessonlib") if isinstance(metadata, dict) else None
    return ours.get("edition") if isinstance(ours, dict) else None


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # what is no notebook any more is not ours to judge
        return {}
    return content if isinstance(content, dict) else {}
