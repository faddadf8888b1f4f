"""A question, its answer box, and what the reader answered."""

import html
from collections.abc import Callable
from typing import Any

import ipywidgets

from lessonlib import progress
from lessonlib.live import keep_keys
from lessonlib.words import Words

_words = Words("predict")


class Prediction:
    """A question's answer box, with a button that commits the answer.

    Made by :func:`choose` or :func:`estimate`.

    Attributes
    ----------
    key : str or None
        Name under which the prediction is remembered; None if it is not.
    earlier : str, float or None
        What was remembered when the question was asked. It settles nothing:
        the reader predicts anew.
    value : str, float or None
        What the reader predicted; None before, and if the reader preferred not to.
    is_settled : bool
        Whether the reader has committed or declined: the truth may be shown.
    """

    def __init__(self, control: ipywidgets.DOMWidget, plain: str, key: str | None = None) -> None:
        self.key = key
        self.earlier: Any = None if key is None else progress.prediction(key)
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
        if self.earlier is not None:
            earlier = html.escape(show(self.earlier))
            self._status.value = _words("waiting_again", value=earlier)
        row = ipywidgets.HBox(self._buttons)
        self.widget = ipywidgets.VBox([control, row, self._status])
        self.widget.add_class("live-figure-prediction")
        keep_keys(self.widget)

    @property
    def hidden(self) -> str:
        """What a figure says while the truth may not be shown."""
        return _words("hidden")

    @property
    def recall(self) -> str:
        """A reminder of what the reader predicted; empty if nothing."""
        return "" if self.value is None else _words("recall", value=self.value)

    def commit(self, value: Any) -> None:
        """Settle on ``value``; a prediction is made once."""
        if value is None or self.is_settled:
            return
        self.value = value
        trouble = progress.record_prediction(self.key, value) if self.key else ""
        told = _words("committed", value=html.escape(show(value)))
        self._settle(f"{told}<br>{html.escape(trouble)}" if trouble else told)

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


def choose(*choices: str, key: str | None = None) -> Prediction:
    """Ask for one of several answers.

    Parameters
    ----------
    *choices : str
        The answers, at least two.
    key : str, optional
        Name under which the prediction is remembered, such as
        ``"lesson1.width"``; without it, it is not.

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
    return Prediction(control, _words("plain", choices=" · ".join(choices)), key)


def estimate(
    low: float, high: float, start: float | None = None, key: str | None = None
) -> Prediction:
    """Ask for a number.

    Parameters
    ----------
    low, high : int or float
        The range of the slider: whole numbers if both are ints.
    start : int or float, optional
        Where the slider starts; without it, in the middle.
    key : str, optional
        As in :func:`choose`.

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
    plain = _words("plain_range", low=low, high=high)
    value = middle if start is None else start
    control = kind(value=value, min=low, max=high, step=step, tooltip=plain)
    return Prediction(control, plain, key)


def show(value: Any) -> str:
    """Write a prediction or a truth: numbers to three digits.

    Examples
    --------
    >>> show(0.12345), show(999.9), show(1234.5), show(7), show("larger")
    ('0.123', '1000', '1234', '7', 'larger')
    """
    if not isinstance(value, float):
        return str(value)
    digits = f"{value:.3g}"  # which writes a thousand and more with an exponent
    return digits if abs(float(digits)) < 1000 else f"{value:.0f}"
