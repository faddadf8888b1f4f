"""How far the reader has come, lesson by lesson."""

import html
from collections import Counter

from lessonlib import progress
from lessonlib.exercises import all_exercises
from lessonlib.quiz import LESSONS, question_keys
from lessonlib.words import Words

_words = Words("overview")


class Overview:
    """A table of lessons, made by :func:`progress_map`.

    Attributes
    ----------
    rows : list of tuple
        Title of a lesson, then how many exercises are passed, how many there
        are, how many quiz questions are answered right, and how many there are.
    """

    def __init__(self) -> None:
        done, self._trouble = progress.read_and_tell()
        exercises = Counter(one.lesson for one in all_exercises().values())
        passed = Counter(
            one.lesson
            for name, one in all_exercises().items()
            if done["exercises"].get(name, {}).get("passed")
        )
        right = {key for key, one in done["quiz"].items() if one["right"]}
        self.rows = [
            (
                _words(f"lesson{lesson}"),
                *(passed[lesson], exercises[lesson]),
                *(len(right & set(question_keys(lesson))), len(question_keys(lesson))),
            )
            for lesson in LESSONS
        ]

    def __repr__(self) -> str:
        lines = [
            _words("row", title=title, passed=passed, exercises=exercises, right=right, quiz=quiz)
            for title, passed, exercises, right, quiz in self.rows
        ]
        return "\n".join([*lines, *filter(None, [self._trouble])])

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        heads = [_words(f"head_{name}") for name in ("lesson", "exercises", "quiz")]
        head = "".join(
            f'<th scope="col" style="text-align:left">{html.escape(text)}</th>' for text in heads
        )
        rows = "".join(_row(*row) for row in self.rows)
        trouble = f"<p>{html.escape(self._trouble)}</p>" if self._trouble else ""
        text = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{trouble}"
        return {"text/html": text, "text/plain": repr(self)}


def _row(title: str, passed: int, exercises: int, right: int, quiz: int) -> str:
    cells = "".join(
        f'<td style="text-align:left">{_bar(n, total)}</td>'
        for n, total in ((passed, exercises), (right, quiz))
    )
    title_style = 'scope="row" style="text-align:left; font-weight:normal"'
    return f"<tr><th {title_style}>{html.escape(title)}</th>{cells}</tr>"


def _bar(n: int, total: int) -> str:
    """Draw a bar; the numbers beside it say the same."""
    bar = f'<progress aria-hidden="true" value="{n}" max="{max(total, 1)}"></progress>'
    return f"{bar} {html.escape(_words('of', n=n, total=total))}"


def progress_map() -> Overview:
    """Show how far the reader has come.

    Returns
    -------
    Overview
        Shown by Jupyter. It is read from the reader's own machine.
    """
    return Overview()
