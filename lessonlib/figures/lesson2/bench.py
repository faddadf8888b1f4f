"""The workbench of lesson 2: units, the sliders that show one of them, and dots to drag."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson2 import Unit
from lessonlib.live import Handle
from lessonlib.live.controls import make_control
from lessonlib.live.handles import nearest_value


class Bench:
    """All units, and the sliders that show one of them at a time.

    Parameters
    ----------
    units : sequence of Unit
        Where the reader starts.
    labels : mapping of str to str
        What the sliders are called.
    """

    def __init__(
        self, units: Sequence[tuple[float, float, float]], labels: Mapping[str, str]
    ) -> None:
        self.units = [Unit(*values) for values in units]
        self._loading = False
        forms = {
            "unit": (1, len(units)),
            "place": (X_MIN, X_MAX, 0.05),
            "steepness": (-20.0, 20.0, 0.5),
            "height": (-2.0, 2.0, 0.05),
        }
        start = {"unit": 1, **self.units[0]._asdict()}
        self.sliders = {
            name: make_control(name, form, start[name], labels[name])
            for name, form in forms.items()
        }
        self.sliders["unit"].observe(self._load, "value")
        for name in Unit._fields:
            self.sliders[name].observe(self._store, "value")

    def _load(self, change: dict[str, Any]) -> None:
        """Let the sliders show the unit that was chosen."""
        self._loading = True
        for name, value in self.units[change["new"] - 1]._asdict().items():
            self.sliders[name].value = value
        self._loading = False

    def _store(self, _change: object) -> None:
        if not self._loading:
            values = {name: self.sliders[name].value for name in Unit._fields}
            self.units[self.sliders["unit"].value - 1] = Unit(**values)


@dataclass(frozen=True)
class UnitHandle(Handle):
    """A unit's middle: a drag chooses the unit, and sets its place and its height."""

    unit: int = 1

    def values(self, controls: Any, x: float, y: float) -> dict[str, Any]:
        """Return the values of the controls for a drag to (x, y)."""
        return {
            "unit": self.unit,
            "place": nearest_value(controls["place"], x),
            "height": nearest_value(controls["height"], 2 * y),
        }
