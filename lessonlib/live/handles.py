"""Points of a picture that can be dragged: another way to move two sliders at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ipywidgets
import numpy as np
from matplotlib.artist import Artist


@dataclass(frozen=True)
class Handle:
    """An artist that the reader can drag.

    Attributes
    ----------
    artist : matplotlib.artist.Artist
        What is dragged, such as one large point.
    x, y : str or None
        Names of the controls that get its place, in data coordinates.
    """

    artist: Artist
    x: str | None = None
    y: str | None = None

    def describe(self, id_: str) -> dict[str, Any]:
        """Return what the browser must know: the id, and two corners of the axes.

        The corners are given in the picture and in the data, where a
        logarithmic axis counts in powers of ten.
        """
        axes: Any = self.artist.axes
        height = axes.figure.bbox.height
        box = axes.bbox
        return {
            "id": id_,
            "picture": [box.x0, height - box.y0, box.x1, height - box.y1],
            "data": _corners_of(axes),
            "log": [axes.get_xscale() == "log", axes.get_yscale() == "log"],
        }

    def values(
        self, controls: Mapping[str, ipywidgets.DOMWidget], x: float, y: float
    ) -> dict[str, Any]:
        """Return the values that the controls take when the handle is dragged to (x, y)."""
        wanted = {self.x: x, self.y: y}
        return {
            name: nearest_value(controls[name], value)
            for name, value in wanted.items()
            if name is not None
        }


def _corners_of(axes: Any) -> list[float]:
    (x0, x1), (y0, y1) = axes.get_xlim(), axes.get_ylim()
    if axes.get_xscale() == "log":
        x0, x1 = np.log10([x0, x1])
    if axes.get_yscale() == "log":
        y0, y1 = np.log10([y0, y1])
    return [float(corner) for corner in (x0, y0, x1, y1)]


def nearest_value(control: ipywidgets.DOMWidget, value: float) -> float:
    """Return the value nearest to ``value`` that a slider can take.

    Examples
    --------
    >>> nearest_value(ipywidgets.IntSlider(min=1, max=9), 12.3)
    9
    >>> nearest_value(ipywidgets.FloatSlider(min=0, max=1, step=0.25), 0.3)
    0.25
    """
    low, high, step = control.min, control.max, control.step
    if isinstance(control, ipywidgets.FloatLogSlider):
        power = np.log(value) / np.log(control.base) if value > 0 else low
        return float(control.base ** np.clip(power, low, high))
    snapped = low + step * round((value - low) / step)
    nearest: float = type(low)(np.clip(snapped, low, high))
    return nearest
