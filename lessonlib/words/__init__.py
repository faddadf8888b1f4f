"""Sentences for the reader, kept apart from the code that uses them.

Each module that speaks to the reader has a file of its own name in the folder of the language, for
instance ``words/en/progress.toml`` or ``words/en/figures/lesson4/training.toml``: a line a
sentence, with the places of numbers in braces. Where a module has several figures, each has a
table of its own, with a table ``labels`` for its controls and curves. A translation is a folder of
such files; the environment variable ``LESSONLIB_LANGUAGE`` names the folder, ``en`` without it.
"""

import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from types import MappingProxyType
from typing import Any

LANGUAGE_SETTING = "LESSONLIB_LANGUAGE"


class Words:
    """The sentences of one module, or of one figure, by name.

    Parameters
    ----------
    name : str
        Path of the file in the folder of the language, without its ending.
    table : str, optional
        Name of a table in the file, such as that of a figure; without it, the lines above the
        first table.
    language : str, optional
        Name of the folder; without it, :func:`current_language`.

    Attributes
    ----------
    labels : mapping of str to str
        What the controls and curves of a figure are called: the table ``labels`` of the table.

    Raises
    ------
    KeyError
        If the file has no such table.

    Examples
    --------
    >>> words = Words("live")
    >>> words("pause")
    'Pause'
    """

    def __init__(self, name: str, table: str = "", language: str | None = None) -> None:
        folder = language or current_language()
        where = f"lessonlib/words/{folder}/{name}.toml"
        sentences = _read(name, folder)
        if table and not isinstance(sentences.get(table), dict):
            raise KeyError(f"table={table!r} is not a table of {where}")
        self._where = f"{where}, table {table}" if table else where
        self._sentences = sentences[table] if table else sentences
        self.labels: Mapping[str, str] = MappingProxyType(dict(self._sentences.get("labels", {})))

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the sentence ``key`` with ``values`` written into its places."""
        if key not in self:
            raise KeyError(f"key={key!r} is not a sentence of {self._where}")
        sentence: str = self._sentences[key]
        return sentence.format(**values)

    def __contains__(self, key: str) -> bool:
        return isinstance(self._sentences.get(key), str)


def current_language() -> str:
    """Return the language of the sentences: what ``LESSONLIB_LANGUAGE`` says, else ``"en"``.

    Raises
    ------
    ValueError
        If there is no such language.
    """
    chosen = os.environ.get(LANGUAGE_SETTING) or "en"
    known = sorted(
        one.name for one in files(__package__).iterdir() if (one / "live.toml").is_file()
    )
    if chosen not in known:
        raise ValueError(f"{LANGUAGE_SETTING}={chosen!r}: expected one of {', '.join(known)}")
    return chosen


def tables(name: str, language: str | None = None) -> dict[str, Any]:
    """Return the tables of a file that has more than sentences, such as the quizzes."""
    found = _read(name, language or current_language())
    return {key: value for key, value in found.items() if isinstance(value, dict)}


@cache
def _read(name: str, language: str) -> dict[str, Any]:
    text = (files(__package__) / language / f"{name}.toml").read_text(encoding="utf-8")
    return loads(text)
