"""What a reader sees after a check: a sentence or two, in HTML and as plain text."""

import html
from collections.abc import Callable, Sequence
from typing import Any

from lessonlib.exercises.evidence import Code, evidence
from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.judging import Judgement
from lessonlib.exercises.pictures import Picture, picture_of
from lessonlib.words import Words

_words = Words("exercises")
_COLORS = {"passed": "#2e7d32", "not_attempted": "#9c9ca1"}
_WRONG_COLOR = "#e42536"


class Verdict:
    """The answer to a check, ready to be shown.

    Attributes
    ----------
    kind : str
        As in :class:`~lessonlib.exercises.judging.Judgement`.
    title : str
        In a few words.
    lines : list of str
        The rest; lines of :class:`~lessonlib.exercises.evidence.Code` are set as code.
    picture : Picture or None
        Drawn only when it is shown.
    """

    def __init__(
        self, kind: str, title: str, lines: Sequence[str], picture: Picture | None = None
    ) -> None:
        self.kind, self.title, self.lines, self.picture = kind, title, list(lines), picture

    def __repr__(self) -> str:
        lines = [f"    {line}" if isinstance(line, Code) else line for line in self.lines]
        words = [self.picture.words] if self.picture else []
        return "\n".join([self.title, *lines, *words])

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        color = _COLORS.get(self.kind, _WRONG_COLOR)
        lines = "".join(f"<br>{_marked_up(line)}" for line in self.lines)
        picture = self.picture.to_html() if self.picture else ""
        text = (
            f'<div role="status" style="border-left: 4px solid {color}; padding: 4px 12px">'
            f"<strong>{html.escape(self.title)}</strong>{lines}{picture}</div>"
        )
        return {"text/html": text, "text/plain": repr(self)}


def _marked_up(line: str) -> str:
    text = html.escape(line)
    return f'<code style="margin-left: 2em">{text}</code>' if isinstance(line, Code) else text


def describe(exercise: Exercise, judgement: Judgement) -> Verdict:
    """Put a judgement into words.

    Parameters
    ----------
    exercise : Exercise
    judgement : Judgement

    Returns
    -------
    Verdict
    """
    sentences = Words(f"exercises_lesson{exercise.lesson}")
    kind, name = judgement.kind, exercise.name
    if kind == "passed":
        return Verdict(kind, _words("passed", name=name), [sentences(f"{name}.why")])
    if kind == "not_attempted":
        return Verdict(kind, _words("not_attempted", name=name), [])
    said = _said(exercise, judgement, sentences)
    lines = [*said, *evidence(exercise, judgement)]
    return Verdict(kind, _words(kind), lines, picture_of(exercise, judgement))


def _said(exercise: Exercise, judgement: Judgement, sentences: Callable[[str], str]) -> list[str]:
    if judgement.mistake:
        return [sentences(f"{exercise.name}.mistake.{judgement.mistake}")]
    look = judgement.look
    if look is None:
        return []
    return [_words(f"symptom_{look.name}", exercise=exercise.name, **look.values)]
