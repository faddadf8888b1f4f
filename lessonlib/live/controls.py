"""Controls of live figures: ordinary ipywidgets, made from short forms."""

from collections.abc import Sequence
from math import log10
from typing import Any, NamedTuple

import ipywidgets
import numpy as np

_N_POSITIONS = 100
_DIGITS = 12
_STYLE = {"description_width": "10em"}


class LogRange(NamedTuple):
    """A range whose slider moves by equal factors, such as a learning rate's."""

    low: float
    high: float


def plain_label(name: str) -> str:
    """Return what a control without a label is called: its name, with blanks.

    Examples
    --------
    >>> plain_label("learning_rate")
    'learning rate'
    """
    return name.replace("_", " ")


def make_control(
    name: str, form: Any, value: Any = None, label: str | None = None
) -> ipywidgets.DOMWidget:
    """Make the control for one argument of a live figure.

    Parameters
    ----------
    name : str
        Name of the argument.
    form : tuple, LogRange, list, bool or widget
        ``(low, high)`` or ``(low, high, step)`` of ints or floats makes a
        slider, a ``LogRange`` a logarithmic one, a list of choices (values, or
        pairs of label and value) a drop-down, a bool a check box. A widget is
        used as it is.
    value : any
        Where it starts; without it, in the middle or at the first choice.
    label : str, optional
        What it is called; without it, by its name.

    Returns
    -------
    ipywidgets.DOMWidget

    Raises
    ------
    TypeError
        If ``form`` is none of these.
    ValueError
        If ``value`` is out of range.
    """
    if isinstance(form, ipywidgets.DOMWidget):
        return form
    common = {"description": plain_label(name) if label is None else label, "style": _STYLE}
    if isinstance(form, bool):
        return ipywidgets.Checkbox(form if value is None else value, indent=False, **common)
    if isinstance(form, list):
        return ipywidgets.Dropdown(options=form, **_start(value), **common)
    if isinstance(form, LogRange):
        return _log_slider(name, form, value, common)
    if isinstance(form, tuple) and len(form) in (2, 3):
        return _slider(name, form, value, common)
    raise TypeError(
        f"{name}={form!r}: expected (low, high), (low, high, step), LogRange(low, high), "
        "a list of choices, True, False or a widget"
    )


def _slider(
    name: str, form: Sequence[float], value: float | None, common: dict[str, Any]
) -> ipywidgets.DOMWidget:
    low, high, *step = form
    _check_inside(name, low, high, value)
    whole = all(isinstance(number, int) for number in form)
    if whole:
        kind, middle, default_step = ipywidgets.IntSlider, (low + high) // 2, 1.0
    else:
        kind, middle = ipywidgets.FloatSlider, (low + high) / 2
        default_step = (high - low) / _N_POSITIONS
    return kind(
        value=middle if value is None else value,
        min=low,
        max=high,
        step=step[0] if step else default_step,
        **common,
    )


def _log_slider(
    name: str, form: LogRange, value: float | None, common: dict[str, Any]
) -> ipywidgets.DOMWidget:
    if form.low <= 0:
        raise ValueError(f"{name}={form!r}: expected a range above 0")
    _check_inside(name, form.low, form.high, value)
    low, high = log10(form.low), log10(form.high)
    return ipywidgets.FloatLogSlider(
        value=10 ** ((low + high) / 2) if value is None else value,
        min=low,
        max=high,
        step=(high - low) / _N_POSITIONS,
        readout_format=".3g",
        **common,
    )


def _check_inside(name: str, low: float, high: float, value: float | None) -> None:
    if low >= high:
        raise ValueError(f"{name}=({low!r}, {high!r}): expected the lower end first")
    if value is not None and not low <= value <= high:
        raise ValueError(f"{name}={value!r}: expected a value from {low!r} to {high!r}")


def _start(value: Any) -> dict[str, Any]:
    return {} if value is None else {"value": value}


def value_of(control: Any) -> Any:
    """Return where a control stands, without the last digits of the browser's arithmetic.

    Examples
    --------
    >>> value_of(ipywidgets.FloatSlider(0.1 + 0.2, min=0, max=1, step=0.1))
    0.3
    """
    return _rounded(control.value) if _is_slider(control) else control.value


def _rounded(value: Any) -> Any:
    if not isinstance(value, float):
        return value
    return 0.0 if abs(value) < 10**-_DIGITS else float(f"{value:.{_DIGITS}g}")


def positions_of(control: Any) -> list[Any]:
    """Return where else a control can be moved to, the nearest first; nothing if that is not known.

    Examples
    --------
    >>> positions_of(ipywidgets.IntSlider(2, min=0, max=5))
    [1, 3, 0, 4, 5]
    """
    value = value_of(control)
    if isinstance(value, bool):
        return [not value]
    if hasattr(control, "_options_full"):
        known = [one for _, one in control._options_full]
        here = known.index(value) if value in known else 0
    elif _is_slider(control):
        grid = grid_of(control)
        known = [_rounded(type(value)(one)) for one in grid]
        here = int(np.argmin(np.abs(grid - value)))
    else:
        return []
    order = sorted(range(len(known)), key=lambda i: abs(i - here))
    return [known[i] for i in order if known[i] != value]


def grid_of(slider: Any) -> Any:
    """Return the positions of a slider of numbers, as an array."""
    n_steps = round((slider.max - slider.min) / slider.step)
    grid = np.round(slider.min + slider.step * np.arange(n_steps + 1), _DIGITS)
    return slider.base**grid if hasattr(slider, "base") else grid


def trait_of(control: Any) -> str:
    """Return the trait that tells the browser where a control stands."""
    return "index" if hasattr(control, "_options_full") else "value"


def place_of(control: Any, value: Any) -> Any:
    """Return what the browser knows of a value: of a choice its number, if one is chosen."""
    if hasattr(control, "_options_full"):
        known = [one for _, one in control._options_full]
        return known.index(value) if value in known else None
    return value


def _is_slider(control: Any) -> bool:
    is_number = isinstance(control.value, int | float)
    return is_number and hasattr(control, "max") and bool(getattr(control, "step", None))
