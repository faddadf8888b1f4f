"""What was predicted beside what is true, as a table."""

import html
from typing import Any

import ipywidgets

from lessonlib.predict.prediction import Prediction, show
from lessonlib.words import Words

_words = Words("predict")


class Recap:
    """What was predicted beside what is true, made by :func:`recap`.

    A prediction that is made later enters the table by itself.
    """

    def __init__(self, rows: tuple[tuple[str, Prediction, Any], ...]) -> None:
        self._rows = rows
        self.widget = ipywidgets.HTML(self.to_html())
        for _, prediction, _ in rows:
            prediction.when_settled(self._refresh)

    def _refresh(self) -> None:
        self.widget.value = self.to_html()

    def to_html(self, *, with_predictions: bool = True) -> str:
        """Return the table; where nobody can have predicted, without that column."""
        columns = [0, 1, 2] if with_predictions else [0, 2]
        heads = [_words(f"head_{name}") for name in ("question", "prediction", "truth")]
        head = "".join(_cell("th", heads[i], ' scope="col"') for i in columns)
        body = ""
        for question, prediction, truth in self._rows:
            row = [
                _cell("th", question, ' scope="row"', weight="normal"),
                _cell("td", _tell(prediction)),
                _cell("td", show(truth), weight="bold"),
            ]
            body += f"<tr>{''.join(row[i] for i in columns)}</tr>"
        head = f"<thead><tr>{head}</tr></thead>"
        return f'<table class="lesson-recap">{head}<tbody>{body}</tbody></table>'

    def __repr__(self) -> str:
        return "\n".join(
            _words("row", question=question, prediction=_tell(prediction), truth=show(truth))
            for question, prediction, truth in self._rows
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_())
        bundle["text/html"] = self.to_html()
        bundle["text/plain"] = repr(self)
        return bundle


def recap(*rows: tuple[str, Prediction, Any]) -> Recap:
    """Show the reader's predictions beside the truth.

    Parameters
    ----------
    *rows : tuple of str, Prediction and any
        The question in a few words, what was predicted, and what is true,
        computed in the lesson: a number, or one of the choices.

    Returns
    -------
    Recap

    Raises
    ------
    ValueError
        If there are no rows.

    Examples
    --------
    >>> from lessonlib.predict import choose
    >>> guess = choose("smaller", "larger")
    >>> recap(("the loss becomes", guess, "smaller"))
    the loss becomes: no prediction; it is: smaller
    """
    if not rows:
        raise ValueError("rows=(): expected at least one (question, prediction, truth)")
    return Recap(rows)


def _tell(prediction: Prediction) -> str:
    """Say what was predicted: now, else in an earlier session, else nothing."""
    if prediction.value is not None:
        return show(prediction.value)
    if prediction.earlier is not None:
        return _words("earlier", value=show(prediction.earlier))
    return _words("none")


def _cell(tag: str, text: str, attributes: str = "", weight: str = "inherit") -> str:
    style = f"text-align: left; padding: 2px 12px 2px 0; font-weight: {weight}"
    return f'<{tag}{attributes} style="{style}">{html.escape(text)}</{tag}>'
