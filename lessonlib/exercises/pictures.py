"""The picture under a verdict: made of matplotlib, and only when it is shown."""

import html
import io
from typing import Any

from lessonlib.exercises.drawings import INK, Drawing
from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.judging import Judgement
from lessonlib.words import Words

_words = Words("exercises")
_SIZE = (5.4, 2.4)  # inches
_FEWEST_POINTS = 5  # for which the first case that failed is worth a picture


class Picture:
    """What was expected beside what came.

    Attributes
    ----------
    words : str
        What the picture shows: its alternative text.
    """

    def __init__(
        self, drawing: Drawing, words: str, values: tuple[Any, Any, Any], title: str = ""
    ) -> None:
        self._drawing, self.words, self._values = drawing, words, values
        self._title = title

    def to_html(self) -> str:
        """Draw it, as an SVG that wears the colours of the page; in words where that fails."""
        try:
            title = html.escape(self._title)
            return f'<div style="max-width: 34em">{title}{self._to_svg()}</div>'
        except Exception:  # the values are the reader's
            return f"<br>{html.escape(self.words)}"

    def _to_svg(self) -> str:
        from matplotlib import rc_context
        from matplotlib.figure import Figure

        inks = ("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color")
        style: dict[Any, Any] = {**dict.fromkeys(inks, INK), "font.size": 9.0}
        with rc_context({**style, "svg.fonttype": "path"}):
            figure = Figure(figsize=_SIZE, layout="constrained")
            axes = figure.subplots()
            axes.patch.set_visible(False)
            axes.spines[["top", "right"]].set_visible(False)
            self._drawing.draw(axes, *self._values)
            file = io.StringIO()
            figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
        svg = file.getvalue()
        label = html.escape(self.words, quote=True)
        start = f'<svg role="img" aria-label="{label}" style="width: 100%; height: auto" '
        return start + svg[svg.index("<svg") + 5 :].replace(INK, "currentColor")


def picture_of(exercise: Exercise, judgement: Judgement) -> Picture | None:
    """Return the picture of a wrong answer, if its exercise has one and it can be drawn."""
    drawing = exercise.draw
    failed = [i for i in judgement.failed if judgement.got[i].kind == "value"]
    if drawing is None or not failed:
        return None
    try:
        sizes = {i: drawing.n_points(judgement.expected[i].returned) for i in failed}
        first = judgement.number if sizes.get(judgement.number, 0) >= _FEWEST_POINTS else -1
        number = first if first >= 0 else max(failed, key=lambda i: sizes[i])
        outcomes = judgement.expected[number].returned, judgement.got[number].returned
        values = (judgement.cases[number], *outcomes)
        words = drawing.words(*values)
    except Exception:  # what was returned may be anything
        return None
    title = "" if number == judgement.number else _words("picture_other", number=number)
    return Picture(drawing, f"{title} {_words('picture', words=words)}".strip(), values, title)
