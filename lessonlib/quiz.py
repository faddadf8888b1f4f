"""Two to four questions at the end of a lesson; every option says why it is right or wrong.

Examples
--------
>>> len(questions(4))
4
>>> one = quiz(4, 1)
>>> one.choose("A")
>>> one.is_answered
False
"""

import html
import re
from functools import cache
from typing import Any, NamedTuple

import ipywidgets

from lessonlib import progress
from lessonlib.live import keep_keys
from lessonlib.words import Words, tables

LESSONS = range(1, 8)
_RIGHT_COLOR, _WRONG_COLOR = "#2e7d32", "#e42536"
_TEXT_STYLE = "line-height: 1.5; max-width: 46em"
_words = Words("quiz")


class Option(NamedTuple):
    """A possible answer, and the reason why it is right or wrong."""

    letter: str
    text: str
    why: str
    right: bool


class Question:
    """A question with its options and what is said below them.

    Parameters
    ----------
    key : str
        Name under which the answer is remembered.
    text : str
        Formulas stand between dollar signs.
    options : list of Option
    title : str
        Such as "Question 1 of 3."

    Attributes
    ----------
    is_answered : bool
        Whether the right option has been chosen since the quiz was shown.
    widget : ipywidgets.VBox
    """

    def __init__(self, key: str, text: str, options: list[Option], title: str) -> None:
        self.key, self.text, self.options, self.title = key, text, options, title
        self.is_answered = False
        self.buttons = {option.letter: self._make_button(option) for option in options}
        rows = [
            ipywidgets.HBox(
                [self.buttons[option.letter], _math(as_html(option.text))],
                layout={"align_items": "baseline", "overflow": "visible"},
            )
            for option in options
        ]
        self.feedback = _math("")
        head = _math(f"<strong>{title}</strong> {as_html(text)}")
        self.widget = ipywidgets.VBox([head, *rows, self.feedback], layout={"margin": "0 0 12px"})
        self.widget.add_class("lesson-quiz")
        keep_keys(self.widget)

    def _make_button(self, option: Option) -> ipywidgets.Button:
        button = ipywidgets.Button(
            description=option.letter,
            tooltip=f"{_words('option', letter=option.letter)}: {as_plain(option.text)}",
            layout={"width": "4em", "flex": "0 0 auto"},
        )
        button.on_click(lambda _: self.choose(option.letter))
        return button

    def choose(self, letter: str) -> None:
        """Answer, show what is to be said about it, and remember it."""
        option = next(one for one in self.options if one.letter == letter)
        self.is_answered = self.is_answered or option.right
        trouble = progress.record_answer(self.key, letter, option.right)
        self.buttons[letter].description = f"{letter} {'✓' if option.right else '✗'}"
        word = _words("right" if option.right else "wrong")
        again = "" if self.is_answered else f" {_words('again')}"
        color = _RIGHT_COLOR if option.right else _WRONG_COLOR
        self.feedback.value = (
            f'<div role="alert" style="border-left: 4px solid {color}; padding: 4px 12px; '
            f'{_TEXT_STYLE}">'
            f"<strong>{letter}: {word}</strong> {as_html(option.why)}{again}"
            f"{f'<br>{html.escape(trouble)}' if trouble else ''}</div>"
        )

    def to_html(self) -> str:
        """Return the question for places without a kernel, the reasons folded."""
        # Letters are written out: JupyterLab would number a list.
        options = "<br>".join(
            f"<strong>{option.letter}</strong>&ensp;{as_html(option.text)}"
            for option in self.options
        )
        reasons = "".join(
            f"<p><strong>{_verdict(option)}</strong> {as_html(option.why)}</p>"
            for option in self.options
        )
        return (
            f"<p><strong>{self.title}</strong> {as_html(self.text)}</p><p>{options}</p>"
            f"<details><summary>{_words('fold')}</summary>{reasons}</details><p></p>"
        )

    def to_plain(self) -> str:
        """Return the question as plain text, the reasons last."""
        lines = [f"{self.title} {as_plain(self.text)}"]
        lines += [f"  {option.letter}  {as_plain(option.text)}" for option in self.options]
        lines += [f"{_words('fold')}:"]
        lines += [f"  {_verdict(option)} {as_plain(option.why)}" for option in self.options]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return self.to_plain()

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_())
        bundle["text/html"] = self.to_html()
        bundle["text/plain"] = self.to_plain()
        return bundle


def quiz(lesson: int, number: int) -> Question:
    """Ask one question of a lesson's quiz.

    Parameters
    ----------
    lesson : int
        Number of the lesson, 1 to 7.
    number : int
        Number of the question, from 1.

    Returns
    -------
    Question
        Shown by Jupyter. Nothing waits for an answer.

    Raises
    ------
    ValueError
        If there is no such lesson or question.
    """
    known = questions(lesson)
    if number not in range(1, len(known) + 1):
        raise ValueError(_words("no_question", number=number, lesson=lesson, total=len(known)))
    return known[number - 1]


def questions(lesson: int) -> list[Question]:
    """Return all questions of a lesson's quiz; raises as :func:`quiz`."""
    if lesson not in LESSONS:
        known = ", ".join(map(str, LESSONS))
        raise ValueError(_words("no_lesson", lesson=lesson, lessons=known))
    entries = _entries(lesson)
    return [
        _make_question(key, entry, _words("question", number=number, total=len(entries)))
        for number, (key, entry) in enumerate(entries.items(), start=1)
    ]


def _make_question(key: str, entry: dict[str, Any], title: str) -> Question:
    options = [
        Option(letter, one["text"], one["why"], one.get("right", False))
        for letter, one in zip("ABCDEF", entry["options"], strict=False)
    ]
    return Question(key, entry["text"], options, title)


def question_keys(lesson: int) -> list[str]:
    """Return the names under which the answers of a lesson's quiz are remembered."""
    return list(_entries(lesson))


@cache
def _entries(lesson: int) -> dict[str, dict[str, Any]]:
    name = f"lesson{lesson}"
    return {f"{name}.{key}": entry for key, entry in tables("quiz")[name].items()}


def _verdict(option: Option) -> str:
    return _words("fold_right" if option.right else "fold_wrong", letter=option.letter)


def _math(text: str) -> ipywidgets.HTMLMath:
    layout = {"flex": "1 1 auto", "width": "auto", "overflow": "visible"}
    value = f'<div style="{_TEXT_STYLE}">{text}</div>' if text else ""
    return ipywidgets.HTMLMath(value, layout=layout)


def as_html(text: str) -> str:
    """Turn a text of the quiz into HTML; formulas are left to MathJax."""
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))
    return re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", text)


_SYMBOLS = {
    **{r"\alpha": "α", r"\lambda": "λ", r"\sigma": "σ", r"\varepsilon": "ε", r"\tilde y": "ỹ"},
    **{r"\partial ": "∂", r"\nabla ": "∇", r"\cdot": "·", r"\approx": "≈"},
    **{r"\max": "max", r"\log": "log", "$": "", "**": "", "`": "", "{": "", "}": ""},
}


def as_plain(text: str) -> str:
    r"""Turn a text of the quiz into plain text, its formulas into letters.

    Examples
    --------
    >>> as_plain(r"**Why** is $\frac{1}{2} \lambda_{\max}$ large?")
    'Why is (1/2) λ_max large?'
    """
    text = re.sub(r"\\frac\{([^}]*)\}\{([^}]*)\}", r"(\1/\2)", text)
    text = re.sub(r"\\mathrm\{([^}]*)\}", r"\1", text)
    for command, symbol in _SYMBOLS.items():
        text = text.replace(command, symbol)
    return text
