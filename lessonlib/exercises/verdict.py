"""What a reader sees after a check: a sentence or two, in HTML and as plain text."""

import html
from typing import Any

import numpy as np

from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.judging import Judgement
from lessonlib.exercises.running import Outcome
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
        The rest.
    """

    def __init__(self, kind: str, title: str, lines: list[str]) -> None:
        self.kind, self.title, self.lines = kind, title, lines

    def __repr__(self) -> str:
        return "\n".join([self.title, *self.lines])

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        color = _COLORS.get(self.kind, _WRONG_COLOR)
        lines = "".join(f"<br>{html.escape(line)}" for line in self.lines)
        text = (
            f'<div role="status" style="border-left: 4px solid {color}; padding: 4px 12px">'
            f"<strong>{html.escape(self.title)}</strong>{lines}</div>"
        )
        return {"text/html": text, "text/plain": repr(self)}


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
    if kind == "mistake":
        message = sentences(f"{name}.mistake.{judgement.mistake}")
        return Verdict(kind, _words("mistake"), [message])
    case = ", ".join(show(argument) for argument in judgement.arguments)
    lines = [_words("case", name=name, case=case)]
    if judgement.expected is not None:
        lines.append(_words("expected", value=_show_outcome(judgement.expected)))
    if judgement.got is not None:
        lines.append(_words("got", value=_show_outcome(judgement.got)))
    return Verdict(kind, _words(kind), lines)


def show(value: Any) -> str:
    """Write a value so that it fits in a line."""
    if callable(value):
        return getattr(value, "__name__", type(value).__name__)
    if isinstance(value, np.random.Generator):
        return "rng"
    with np.printoptions(precision=4, threshold=8, edgeitems=3, suppress=True):
        text = repr(value) if not isinstance(value, np.ndarray) else _show_array(value)
    text = " ".join(text.split())
    return text if len(text) <= 120 else text[:117] + "..."


def _show_array(value: np.ndarray[Any, Any]) -> str:
    if value.ndim == 0:
        return f"{value:.6g}"
    shape = f" (shape {value.shape})" if value.ndim > 1 or value.size > 8 else ""
    return f"{value}{shape}"


def _show_outcome(outcome: Outcome) -> str:
    if outcome.kind == "error":
        return f"{outcome.value.type}: {outcome.value.text}"
    if outcome.kind == "timeout":
        return _words("no_answer")
    if outcome.kind == "mutated":
        return _words("changed", number=outcome.value + 1)
    text = show(outcome.value)
    return _words("with_warning", value=text) if outcome.warned else text
