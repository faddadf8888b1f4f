"""Is this machine ready for the course? Says in words what is wrong, if something is."""

import html
import sys
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

from lessonlib.datasets import load_penguins, load_seattle_weather
from lessonlib.words import Words

_words = Words("setup_check")
_OLDEST_PYTHON = (3, 11)


class SetupReport:
    """What :func:`check_setup` found.

    Attributes
    ----------
    problems : list of str
        One sentence each; empty if all is well.
    """

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems

    def __repr__(self) -> str:
        if not self.problems:
            return _words("good")
        return "\n".join([_words("bad"), *(f"- {problem}" for problem in self.problems)])

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        lines = [html.escape(line) for line in repr(self).splitlines()]
        return {"text/html": f"<p>{'<br>'.join(lines)}</p>", "text/plain": repr(self)}


def check_setup() -> SetupReport:
    """Check Python, the packages and the data.

    Returns
    -------
    SetupReport
    """
    return SetupReport([*_check_python(sys.version_info[:2]), *_check_packages(), *_check_data()])


def _check_python(came: tuple[int, ...]) -> list[str]:
    if came >= _OLDEST_PYTHON:
        return []
    return [_words("python", came=".".join(map(str, came)))]


def _check_packages(name: str = "lessonlib") -> list[str]:
    try:
        wanted = [Requirement(text) for text in requires(name) or []]
    except PackageNotFoundError:
        return [_words("not_installed", name=name)]
    problems = []
    for package in wanted:
        try:
            came = version(package.name)
        except PackageNotFoundError:
            problems.append(_words("missing", name=package.name))
            continue
        if not package.specifier.contains(came, prereleases=True):
            problems.append(
                _words("version", name=package.name, came=came, wanted=package.specifier)
            )
    return problems


def _check_data() -> list[str]:
    problems = []
    for load in (load_seattle_weather, load_penguins):
        try:
            load()
        except (OSError, ValueError) as error:
            problems.append(_words("data", error=error))
    return problems
