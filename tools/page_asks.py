"""Predictions, quizzes and the table of predictions on a page: they need no kernel."""

import ast
import html
import re
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from page_words import say

from lessonlib.quiz import Option, Question, as_html, questions


class Prediction(NamedTuple):
    """A prediction, as the code of its cell says.

    Attributes
    ----------
    name : str
        The variable that figures and the table know it by.
    key : str
        The name under which a page remembers it.
    arguments : tuple
        The choices, or both ends of a range and perhaps its start.
    is_choice : bool
    """

    name: str
    key: str
    arguments: tuple[Any, ...]
    is_choice: bool


def find_prediction(source: str) -> Prediction | None:
    """Return the prediction that a cell makes and shows; None if it makes none."""
    if not re.search(r"predict\.(choose|estimate)\(", source):
        return None
    assign = next(one for one in ast.parse(source).body if isinstance(one, ast.Assign))
    name, call = ast.unparse(assign.targets[0]), assign.value
    arguments = tuple(ast.literal_eval(one) for one in call.args)
    keys = {one.arg: ast.literal_eval(one.value) for one in call.keywords}
    kind = ast.unparse(call.func).split(".")[-1]
    return Prediction(name, keys.get("key", name), arguments, kind == "choose")


def render_prediction(prediction: Prediction, *, hides: bool) -> str:
    """Return a prediction as a form; ``hides`` says whether a figure waits for it."""
    box = _choices(prediction) if prediction.is_choice else _range(prediction)
    waiting = say("waiting") if hides else say("waiting_later")
    data = {
        "key": prediction.key,
        "waiting": waiting,
        "committed": say("committed", value="{value}"),
        "skipped": say("skipped"),
    }
    attributes = "".join(f' data-{name}="{html.escape(text)}"' for name, text in data.items())
    return (
        f'<form class="page-prediction"{attributes}>'
        f"<fieldset><legend>{say('predict')}</legend>{box}</fieldset>"
        f'<p class="page-buttons"><button type="submit">{say("commit")}</button> '
        f'<button type="button" class="page-skip">{say("skip")}</button>'
        f'<button type="button" class="page-again" hidden>{say("again")}</button></p>'
        f'<p role="status">{waiting}</p></form>'
    )


def _choices(prediction: Prediction) -> str:
    return "".join(
        f'<label><input type="radio" name="guess" value="{html.escape(text)}" required> '
        f"{html.escape(text)}</label>"
        for text in prediction.arguments
    )


def _range(prediction: Prediction) -> str:
    low, high, *start = prediction.arguments
    whole = isinstance(low, int) and isinstance(high, int)
    middle = (low + high) // 2 if whole else (low + high) / 2
    value = start[0] if start else middle
    step = 1 if whole else (high - low) / 100
    label = html.escape(say("predict"))
    return (
        f'<label class="page-range"><input type="range" name="guess" min="{low}" max="{high}" '
        f'step="{step:g}" value="{value}" aria-label="{label}"><output>{value}</output></label>'
    )


def render_recap(source: str, page: str, keys: dict[str, str]) -> str:
    """Return the table of predictions with a column that the page fills in.

    Parameters
    ----------
    source : str
        The cell that calls ``predict.recap``.
    page : str
        The table without predictions, as a run for an export shows it.
    keys : dict of str to str
        The keys of the predictions, by variable.
    """
    call = ast.parse(source).body[-1].value
    names = [keys[ast.unparse(row.elts[1])] for row in call.args]
    soup = BeautifulSoup(page, "html.parser")
    heads, *rows = soup.find_all("tr")
    head = soup.new_tag("th", scope="col")
    head.string = say("head_prediction")
    heads.find_all("th")[0].insert_after(head)
    for row, name in zip(rows, names, strict=True):
        cell = soup.new_tag("td", attrs={"data-predicted": name})
        cell.string = say("none")
        row.find("th").insert_after(cell)
    for one in soup.find_all(style=True):
        del one["style"]
    return f'<div class="page-table">{soup}</div>'


def find_question(source: str) -> Question | None:
    """Return the question of a quiz that a cell asks; None if it asks none."""
    found = re.match(r"quiz\((\d+), (\d+)\)", source)
    if found is None:
        return None
    lesson, number = map(int, found.groups())
    return questions(lesson)[number - 1]


def render_question(question: Question) -> str:
    """Return a question; each option unfolds the reason why it is right or wrong."""
    name = html.escape(question.key)
    options = "".join(_option(one, name) for one in question.options)
    head = f"<strong>{question.title}</strong> {as_html(question.text)}"
    return with_formulas(
        f'<div class="page-question" data-key="{name}"><p>{head}</p>{options}</div>'
    )


def _option(option: Option, name: str) -> str:
    kind = "right" if option.right else "wrong"
    verdict = say(f"option_{kind}", letter=option.letter)
    return (
        f'<details class="page-{kind}" name="{name}"><summary><strong>{option.letter}</strong> '
        f"<span>{as_html(option.text)}</span></summary>"
        f"<p><strong>{verdict}</strong> {as_html(option.why)}</p></details>"
    )


def with_formulas(page: str) -> str:
    """Return HTML in which MathJax finds what stands between dollar signs."""
    return re.sub(
        r"\$([^$<>]+)\$", r'<span class="math notranslate nohighlight">\\(\1\\)</span>', page
    )
