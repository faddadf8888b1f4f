"""Frames, stored so that each whole picture and each part of one is there only once."""

from collections.abc import Mapping
from typing import Any


class Reel:
    """What was drawn at several positions of the controls. ``picture.js`` shows it.

    Attributes
    ----------
    wholes : dict of str to int
        Whole pictures, as SVG, with their numbers.
    parts : dict of (str, str) to int
        Ids and SVG of groups, with their numbers.

    Examples
    --------
    >>> reel = Reel()
    >>> reel.add("one", "<svg/>", {"a": "<g/>"})
    {'words': 'one', 'whole': 0, 'parts': [0]}
    >>> reel.add("two", "<svg/>", {"a": "<g/>", "b": "<g/>"})
    {'words': 'two', 'whole': 0, 'parts': [0, 1]}
    """

    def __init__(self) -> None:
        self.wholes: dict[str, int] = {}
        self.parts: dict[tuple[str, str], int] = {}

    def add(self, words: str, whole: str, parts: Mapping[str, str]) -> dict[str, Any]:
        """Store a frame; return it with numbers in place of SVG."""
        return {
            "words": words,
            "whole": self.wholes.setdefault(whole, len(self.wholes)),
            "parts": [self.parts.setdefault(part, len(self.parts)) for part in parts.items()],
        }
