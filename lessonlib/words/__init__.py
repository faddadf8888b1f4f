"""Sentences for the reader, kept apart from the code that uses them.

Each module that speaks to the reader has a file of its own name in the folder
of the language, for instance ``words/en/splitting.toml``: a line a sentence,
with the places of numbers in braces. A translation is a folder of such files.
"""

from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any


class Words:
    """The sentences of one module, by name.

    Parameters
    ----------
    name : str
        Name of the file, without its ending.
    language : str
        Name of the folder.

    Examples
    --------
    >>> words = Words("labels")
    >>> words("learning_rate")
    'α learning rate'
    """

    def __init__(self, name: str, language: str = "en") -> None:
        self._where = f"lessonlib/words/{language}/{name}.toml"
        self._sentences = _read(name, language)

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the sentence ``key`` with ``values`` written into its places."""
        if key not in self._sentences:
            raise KeyError(f"key={key!r} is not a sentence of {self._where}")
        return self._sentences[key].format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self._sentences


def tables(name: str, language: str = "en") -> dict[str, Any]:
    """Return the tables of a file that has more than sentences, such as the quizzes."""
    text = (files(__package__) / language / f"{name}.toml").read_text(encoding="utf-8")
    return {key: value for key, value in loads(text).items() if isinstance(value, dict)}


@cache
def _read(name: str, language: str) -> dict[str, str]:
    text = (files(__package__) / language / f"{name}.toml").read_text(encoding="utf-8")
    sentences = loads(text)
    return {key: str(value) for key, value in sentences.items()}
