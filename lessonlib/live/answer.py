"""What a live figure keeps back until the reader has predicted it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from matplotlib.artist import Artist


class Question(Protocol):
    """What the reader is asked before the answer may be seen.

    Attributes
    ----------
    is_settled : bool
        Whether the answer may be seen.
    hidden : str
        What a figure says in place of its sentence while it may not.
    recall : str
        A reminder of what was predicted, to stand after the sentence; empty if nothing was.
    """

    @property
    def is_settled(self) -> bool: ...  # noqa: D102 - described above

    @property
    def hidden(self) -> str: ...  # noqa: D102

    @property
    def recall(self) -> str: ...  # noqa: D102

    def when_settled(self, callback: Callable[[], Any], /) -> None:
        """Call ``callback()`` once the answer may be seen."""


@dataclass(frozen=True)
class Answer:
    """What a figure shows only once a question is settled.

    Attributes
    ----------
    question : Question or None
        None hides nothing.
    artists : iterable of matplotlib.artist.Artist
        What is invisible until then.
    when : callable, optional
        Takes what the figure's function takes and returns whether these values of the controls
        show the answer; without it they always do.
    recall_when : callable, optional
        The same for the reminder of what was predicted; without it, it always stands after the
        sentence. It is asked after the figure's function has run.
    """

    question: Question | None
    artists: Iterable[Artist]
    when: Callable[..., bool] | None = None
    recall_when: Callable[..., bool] | None = None


class Curtain:
    """Runs a figure's function, and hides what it shows of an answer."""

    def __init__(self, answer: Answer | None) -> None:
        self._answer = answer
        self._artists = tuple(answer.artists) if answer else ()
        # As the figure itself wants them; empty while nothing is hidden.
        self._visible: list[bool] = []

    def run(self, show: Callable[..., str | None], values: dict[str, Any]) -> str:
        """Run ``show(**values)`` and return what is to be said."""
        answer = self._answer
        if answer is None:
            return show(**values) or ""
        question = answer.question
        hides = question is not None and not question.is_settled and _holds(answer.when, values)
        self._open()
        try:
            words = show(**values) or ""
        finally:
            if hides:
                self._close()
        if question is not None and hides:
            return question.hidden
        if not _holds(answer.recall_when, values):
            return words
        # With nothing to recall the blank stays: stored outputs have it.
        return f"{words} {question.recall if question else ''}"

    def _open(self) -> None:
        """Give the artists back how the figure wants them, which may now change that."""
        for artist, is_visible in zip(self._artists, self._visible, strict=False):
            artist.set_visible(is_visible)
        self._visible = []

    def _close(self) -> None:
        self._visible = [artist.get_visible() for artist in self._artists]
        for artist in self._artists:
            artist.set_visible(False)


def _holds(condition: Callable[..., bool] | None, values: dict[str, Any]) -> bool:
    return condition is None or condition(**values)
