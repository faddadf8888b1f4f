"""How a live figure is made: its controls from a function's arguments, or from a setting."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from inspect import Parameter, signature
from typing import Any

import ipywidgets
from matplotlib.figure import Figure

from lessonlib.live.answer import Answer
from lessonlib.live.controls import make_control
from lessonlib.live.figure import LiveFigure
from lessonlib.live.handles import Handle

Show = Callable[..., str | None]


def live(
    figure: Figure,
    show: Show,
    /,
    *,
    title: str,
    labels: Mapping[str, str] | None = None,
    handles: Sequence[Handle] = (),
    on_stage: Sequence[str] = (),
    answer: Answer | None = None,
    remembers: bool = False,
    above: Sequence[ipywidgets.Widget] = (),
    between: Sequence[ipywidgets.Widget] = (),
    below: Sequence[ipywidgets.Widget] = (),
    start: Any = None,
    **forms: Any,
) -> LiveFigure:
    """Make a figure live: let it follow controls.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure, with all its artists made.
    show : callable
        Takes the values of the controls, sets the data of the artists, and returns what the
        picture now shows as a sentence.
    title : str
        What it shows, in a few words.
    labels : mapping of str to str, optional
        What the controls are called; one without a label by its name.
    handles : sequence of Handle
        Points that can be dragged in the picture, as another way to move controls.
    on_stage : sequence of str
        One control or two that work in exported slides, where there is no kernel; by default the
        first slider and the first of the others (:func:`lessonlib.live.record`).
    answer : Answer, optional
        What stays hidden until the reader has predicted.
    remembers : bool
        Whether ``show`` keeps something from one call to the next, or does more than set artists.
        Then it is only called when the reader moves a control, and no frames are computed ahead.
    above, between, below : sequence of ipywidgets.Widget
        What stands above the controls, between them and the picture (such as the buttons of a
        :class:`lessonlib.live.Clock`), and below the picture.
    start : instance of a dataclass, optional
        Where the controls start. With it, ``show`` takes one argument, such an instance: the
        fields that have a control follow it, the others stay as they are. Without it, ``show``
        has an argument for each control, whose default is where the control starts.
    **forms : any
        One control each, in the short forms of :func:`lessonlib.live.controls.make_control`.

    Returns
    -------
    LiveFigure

    Raises
    ------
    TypeError
        If the controls have other names than the arguments of ``show``, or than fields of
        ``start``.

    Examples
    --------
    See the package's docstring.
    """
    starts = _starts_of_arguments(show, forms) if start is None else _fields_of(start, forms)
    controls = {
        name: make_control(name, form, starts[name], (labels or {}).get(name))
        for name, form in forms.items()
    }
    return LiveFigure(
        figure,
        show if start is None else _with_setting(show, start),
        controls,
        title,
        handles=handles,
        on_stage=on_stage,
        answer=answer if start is None else _answer_with_setting(answer, start),
        remembers=remembers,
        above=above,
        between=between,
        below=below,
    )


def _starts_of_arguments(show: Show, forms: Mapping[str, Any]) -> dict[str, Any]:
    parameters = signature(show).parameters
    if set(parameters) != set(forms):
        name = getattr(show, "__name__", "show")
        raise TypeError(f"{name} takes {sorted(parameters)} but has controls for {sorted(forms)}")
    return {
        name: None if one.default is Parameter.empty else one.default
        for name, one in parameters.items()
    }


def _fields_of(start: Any, forms: Mapping[str, Any]) -> dict[str, Any]:
    if not is_dataclass(start) or isinstance(start, type):
        raise TypeError(f"start={start!r}: expected an instance of a dataclass")
    names = [field.name for field in fields(start)]
    unknown = sorted(set(forms) - set(names))
    if unknown:
        kind = type(start).__name__
        raise TypeError(f"{unknown[0]}: expected one of the fields of {kind}: {', '.join(names)}")
    return {name: getattr(start, name) for name in names}


def _with_setting(function: Callable[..., Any], start: Any) -> Callable[..., Any]:
    """Return a function of the controls' values in place of one of the whole setting."""
    return lambda **values: function(replace(start, **values))


def _answer_with_setting(answer: Answer | None, start: Any) -> Answer | None:
    if answer is None:
        return None
    when, recall_when = (
        condition and _with_setting(condition, start)
        for condition in (answer.when, answer.recall_when)
    )
    return replace(answer, when=when, recall_when=recall_when)
