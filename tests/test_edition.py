"""The edition is the same wherever it is written, and is said once in code."""

import re
import tomllib
from pathlib import Path

from lessonlib import __version__

ROOT = Path(__file__).parents[1]


def test_citation_and_changelog_tell_this_edition():
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {__version__}\n" in citation
    newest = re.search(r"^## (\S+),", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest[1] == __version__


def test_the_package_takes_it_from_the_library():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in settings["project"]
    attribute = settings["tool"]["setuptools"]["dynamic"]["version"]["attr"]
    assert attribute == "lessonlib.__version__"
