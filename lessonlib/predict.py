"""Predict, then look: the reader commits to a prediction before a figure shows the truth.

Examples
--------
>>> guess = choose("smaller", "larger")
>>> guess.is_settled
False
>>> guess.commit("larger")
>>> guess.value, guess.is_settled
('larger', True)
"""

import html
from collections.abc import Callable
from typing import Any

import ipywidgets

from lessonlib.words import Words

_words = Words("predict")


class Prediction:
    """A question's answer box, with a button that commits the answer.

    Made by :func:`choose` or :func:`estimate`.

    Attributes
    ----------
    value : str, float or None
        What the reader predicted; None before, and if the reader preferred not to.
    is_settled : bool
        Whether the reader has committed or declined: the truth may be shown.
    """

    def __init__(self, control: ipywidgets.DOMWidget, plain: str) -> None:
        self.value: Any = None
        self.is_settled = False
        self._control = control
        self._plain = plain
        self._watchers: list[Callable[[], Any]] = []
        commit = ipywidgets.Button(description=_words("commit"), button_style="primary")
        skip = ipywidgets.Button(description=_words("skip"), layout={"width": "auto"})
        commit.on_click(lambda _: self.commit(self._control.value))
        skip.on_click(lambda _: self.decline())
        self._buttons = [commit, skip]
        self._status = ipywidgets.HTML(_words("waiting"))
        row = ipywidgets.HBox(self._buttons)
        self.widget = ipywidgets.VBox([control, row, self._status])
        self.widget.add_class("live-figure-prediction")

    def commit(self, value: Any) -> None:
        """Settle on ``value``; a prediction is made once."""
        if value is None or self.is_settled:
            return
        self.value = value
        shown = f"{value:g}" if isinstance(value, int | float) else str(value)
        self._settle(_words("committed", value=html.escape(shown)))

    def decline(self) -> None:
        """Show the truth without a prediction."""
        if not self.is_settled:
            self._settle(_words("skipped"))

    def when_settled(self, watcher: Callable[[], Any]) -> None:
        """Call ``watcher()`` once the reader has committed or declined."""
        self._watchers.append(watcher)

    def _settle(self, status: str) -> None:
        self.is_settled = True
        self._status.value = status
        for control in (self._control, *self._buttons):
            control.disabled = True
        for watcher in self._watchers:
            watcher()

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_())
        bundle["text/html"] = f"<p>{html.escape(self._plain)}</p>"
        bundle["text/plain"] = self._plain
        return bundle


def choose(*choices: str) -> Prediction:
    """Ask for one of several answers.

    Parameters
    ----------
    *choices : str
        The answers, at least two.

    Returns
    -------
    Prediction

    Raises
    ------
    ValueError
        If there are fewer than two different answers.
    """
    if len(set(choices)) < 2:
        raise ValueError(f"choices={choices!r}: expected at least two different answers")
    control = ipywidgets.RadioButtons(options=choices, value=None, layout={"width": "auto"})
    return Prediction(control, _words("plain", choices=" · ".join(choices)))


def estimate(low: float, high: float, start: float | None = None) -> Prediction:
    """Ask for a number.

    Parameters
    ----------
    low, high : int or float
        The range of the slider: whole numbers if both are ints.
    start : int or float, optional
        Where the slider starts; without it, in the middle.

    Returns
    -------
    Prediction

    Raises
    ------
    ValueError
        If the range is empty.
    """
    if not low < high:
        raise ValueError(f"low={low!r}, high={high!r}: expected the lower end first")
    whole = isinstance(low, int) and isinstance(high, int)
    middle = (low + high) // 2 if whole else (low + high) / 2
    kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
    step = 1 if whole else (high - low) / 100
    control = kind(value=middle if start is None else start, min=low, max=high, step=step)
    return Prediction(control, _words("plain_range", low=low, high=high))


def hidden_words(prediction: Prediction | None) -> str | None:
    """Return what a figure says while its answer is hidden; None once it may be shown."""
    if prediction is None or prediction.is_settled:
        return None
    return _words("hidden")


def recall_words(prediction: Prediction | None) -> str:
    """Return a reminder of what the reader predicted; empty if nothing."""
    if prediction is None or prediction.value is None:
        return ""
    return _words("recall", value=prediction.value)


def redraw_when_settled(figure: Any, prediction: Prediction | None) -> None:
    """Let a live figure show its answer as soon as the prediction is settled."""
    if prediction is not None:
        prediction.when_settled(figure.redraw)
