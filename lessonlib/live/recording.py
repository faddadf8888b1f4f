"""Record a live figure, so that its sliders work where there is no kernel.

A recording holds the whole picture and, for each position of one slider or of two, the parts that
differ from it: what ``replay.js`` shows in a page. It is made of what JSON knows.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import ipywidgets
import numpy as np

from lessonlib.live import settings
from lessonlib.live.controls import grid_of
from lessonlib.live.figure import LiveFigure
from lessonlib.live.reel import Reel

MOST_POSITIONS = 41
MOST_SECOND_POSITIONS = 7
MOST_BYTES = 1_000_000  # of one recording, compressed

_recorded: list[LiveFigure] = []  # just now


def record(
    figure: LiveFigure,
    *,
    most_positions: int = MOST_POSITIONS,
    most_second_positions: int = MOST_SECOND_POSITIONS,
    most_bytes: int = MOST_BYTES,
) -> dict[str, Any]:
    """Move a figure's main slider, and a second one, and keep what it draws.

    Which two is the figure's choice (:func:`lessonlib.live.live`, ``on_stage``); without one,
    they are the first slider and the first of the other controls. The rest stay where they are.

    Parameters
    ----------
    figure : LiveFigure
        Any; its controls are put back where they were.
    most_positions, most_second_positions : int
        About how many positions are recorded. The ends and the present value always are.
    most_bytes : int
        The second control gets fewer positions, or is left out, where the recording would become
        larger, compressed.

    Returns
    -------
    dict
        ``title``; ``wholes``, a list of SVG pictures; ``parts``, a list of pairs of id and SVG;
        ``controls``, each with its label, kind, positions and ``start``; ``held``, labels and
        values of the other controls; ``frames``, a list in which the positions of the first
        control run fastest: ``words``, the number of the whole picture, those of its parts.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from lessonlib.live import live
    >>> picture = Figure(figsize=(2, 1))
    >>> (line,) = picture.subplots().plot([0, 1], [0, 1])
    >>> def show(slope=1):
    ...     line.set_ydata([0, slope / 2])
    ...     return f"slope {slope}"
    >>> figure = live(picture, show, title="A line", slope=(0, 2))
    >>> [frame["words"] for frame in record(figure)["frames"]]
    ['slope 0', 'slope 1', 'slope 2']
    """
    before = figure.values
    _recorded.append(figure)
    try:
        most = (most_positions, most_second_positions)
        recorder, recorded, frames = _walk(figure, most, most_bytes)
    finally:
        _recorded.remove(figure)
        figure.update(**before)
    return {
        "title": figure.title,
        "wholes": recorder.wholes,
        "parts": recorder.parts,
        "controls": [_describe(figure, *item) for item in recorded.items()],
        "held": [
            [control.description, _text(control, before[name])]
            for name, control in figure.controls.items()
            if name not in recorded
        ],
        "frames": frames,
    }


def is_recording() -> bool:
    """Tell whether a figure is being recorded: then nobody has chosen where its controls stand."""
    return bool(_recorded)


def _walk(
    figure: LiveFigure, most_positions: tuple[int, int], most_bytes: int
) -> tuple["_Recorder", dict[str, list[Any]], list[dict[str, Any]]]:
    """Return what was drawn, the positions of each control that was moved, and all frames."""
    before = figure.values
    recorder = _Recorder(figure)
    recorded: dict[str, list[Any]] = {}
    frames = [recorder.frame({})]
    for name, most in zip(_chosen(figure), most_positions, strict=False):
        if recorded:
            most = min(most, most_bytes // recorder.size(frames))
        positions = _positions(figure.controls[name], most)
        if not recorded or 1 < len(positions) <= most:
            recorded[name] = positions
            frames = [recorder.frame({**before, **values}) for values in _combinations(recorded)]
    return recorder, recorded, frames


class _Recorder:
    """Collects pictures, each only once."""

    def __init__(self, figure: LiveFigure) -> None:
        self._figure = figure
        self._whole = figure.draw_whole()
        self._reel = Reel()
        self._frames: dict[tuple[tuple[str, Any], ...], dict[str, Any]] = {}

    @property
    def wholes(self) -> list[str]:
        """All whole pictures, by number."""
        return list(self._reel.wholes)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """All parts, by number."""
        return list(self._reel.parts)

    def frame(self, values: dict[str, Any]) -> dict[str, Any]:
        """Move the figure's controls and keep what it draws; where it was before, that is known."""
        key = tuple(sorted(values.items()))
        if key not in self._frames:
            drawn = self._figure.update(**values)
            self._whole = drawn.svg or self._whole
            self._frames[key] = self._reel.add(drawn.words, self._whole, drawn.parts)
        return self._frames[key]

    def size(self, frames: list[dict[str, Any]]) -> int:
        """Return how many bytes the recording has so far, compressed."""
        return len(compress([self.wholes, self.parts, frames]))


def compress(recording: Any) -> bytes:
    """Return JSON in the ``deflate`` form that browsers read."""
    text = json.dumps(recording, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 9)


def _chosen(figure: LiveFigure) -> list[str]:
    """Return the names of the controls by how important they are; the first two are recorded."""
    if figure.on_stage:
        return list(figure.on_stage)
    sliders = [name for name, one in figure.controls.items() if hasattr(one, "max")]
    others = [name for name in figure.controls if name not in sliders[:1]]
    return [*sliders[:1], *others]


def _combinations(positions: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """Return all combinations; the first control runs fastest."""
    names = list(positions)[::-1]
    for values in product(*(positions[name] for name in names)):
        yield dict(zip(names, values, strict=True))


def _positions(control: ipywidgets.DOMWidget, most: int) -> list[Any]:
    """Return values of a control: evenly spaced, with both ends and the present value."""
    if isinstance(control, ipywidgets.Checkbox):
        return [False, True]
    if not hasattr(control, "max"):
        return [value for _, value in control._options_full]
    grid = grid_of(control)
    numbers = np.round(np.linspace(0, len(grid) - 1, max(2, min(most, len(grid)))))
    values = grid[np.unique(numbers).astype(int)]
    # The present value may lie between two steps; it takes the place of the nearest but no end's.
    nearest = int(np.argmin(np.abs(values - control.value)))
    if 0 < nearest < len(values) - 1 or np.isclose(values[nearest], control.value):
        values = np.delete(values, nearest)
    kind = type(control.value)
    return sorted({control.value, *(kind(value) for value in values)})


def _describe(figure: LiveFigure, name: str, positions: Sequence[Any]) -> dict[str, Any]:
    control = figure.controls[name]
    kind = "slider" if hasattr(control, "max") else "choices"
    return {
        "name": name,
        "label": control.description,
        "kind": "switch" if isinstance(control, ipywidgets.Checkbox) else kind,
        "positions": [_text(control, value) for value in positions],
        "start": positions.index(control.value),
    }


def _text(control: ipywidgets.DOMWidget, value: Any) -> str:
    """Return a value as the control itself shows it."""
    if isinstance(control, ipywidgets.Checkbox):
        return settings.say("on" if value else "off")
    if hasattr(control, "readout_format"):
        return format(value, control.readout_format)
    labels = {known: label for label, known in getattr(control, "_options_full", ())}
    return str(labels.get(value, value))
