"""The sentences of the reading site: ``tools/site/words.toml``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

SITE = Path(__file__).parent / "site"


class PageError(Exception):
    """A page could not be made; the message names the lesson and what is wrong."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((SITE / "words.toml").read_text("utf-8"))


def say(key: str, **values: object) -> str:
    """Return a sentence, with ``values`` written into its places."""
    sentence: str = _table()[key]
    return sentence.format(**values)


def for_a_page(lesson: str, sources: list[str]) -> list[str]:
    """Return the prose of a lesson with the sentences that a page can stand by.

    Parameters
    ----------
    lesson : str
        Its name, such as ``01_dataset_and_splitting``.
    sources : list of str
        Its cells.

    Raises
    ------
    PageError
        If a sentence that is to be replaced does not occur once.
    """
    for sentence, instead in _table()["instead"].get(lesson, {}).items():
        found = sum(source.count(sentence) for source in sources)
        if found != 1:
            raise PageError(
                f"{lesson}: {sentence!r} occurs {found} times; words.toml wants it once"
            )
        sources = [source.replace(sentence, instead) for source in sources]
    return sources
