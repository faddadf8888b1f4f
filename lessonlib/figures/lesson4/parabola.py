"""Live figure of lesson 4: gradient descent on a parabola, and its factor on the number line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ipywidgets
import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.experiments.lesson4 import PARABOLA_MAP, PARABOLA_STEPS
from lessonlib.figures.lesson4.landscape_map import draw_path
from lessonlib.figures.lesson4.number_line import NumberLine, new_figure_above_a_line
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.live.handles import nearest_value
from lessonlib.words import Words

_words = Words("figures/lesson4/parabola", "one_dimension")
_labels = _words.labels
_N_NAMED = 3  # of the first w
_APART = 0.5  # names of two w stand at least so far apart
_FAR = 1e3


def one_dimension() -> LiveFigure:
    """Go down a parabola; the dot on the number line is what each step multiplies by."""
    picture = _Parabola()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        handles=[_FactorHandle(picture.line.dots)],
        on_stage=("learning_rate", "curvature"),
        learning_rate=(*experiments.PARABOLA_RATES, 0.02),
        curvature=(*experiments.PARABOLA_CURVATURES, 0.1),
    )


@dataclass(frozen=True)
class _FactorHandle(Handle):
    """The dot on the number line: a drag chooses the α that has this factor."""

    def values(
        self,
        controls: Mapping[str, ipywidgets.DOMWidget],
        x: float,
        y: float,  # noqa: ARG002 - the dot stays on its line
    ) -> dict[str, Any]:
        """Return the α of the factor x."""
        rate = (1 - x) / controls["curvature"].value
        return {"learning_rate": nearest_value(controls["learning_rate"], rate)}


class _Parabola:
    """The steps on the parabola, the same step by step, and the number line."""

    def __init__(self) -> None:
        self.figure, (axes, time_axes), line_axes = new_figure_above_a_line(2, height=4.7)
        self._draw_parabola(axes)
        self._draw_steps(time_axes)
        self.line = NumberLine(line_axes, 1)

    def _draw_parabola(self, axes: Axes) -> None:
        axes.set(xlim=PARABOLA_MAP[0], ylim=PARABOLA_MAP[1], xlabel="w")
        axes.set_ylabel(_words("axis_height"))
        self.grid = np.linspace(*PARABOLA_MAP[0], 161)
        self.curve = plots.draw_curve(axes, self.grid, self.grid, "data")
        self.path = draw_path(axes, markersize=6, linewidth=1.5)
        self.names = [axes.text(0, 0, f"w{t}", fontsize=11) for t in "⁰¹²"[:_N_NAMED]]
        for name in self.names:
            name.set_in_layout(False)

    def _draw_steps(self, axes: Axes) -> None:
        axes.set(xlim=(-0.3, PARABOLA_STEPS + 0.3), ylim=PARABOLA_MAP[0])
        axes.set(xlabel=_words("axis_step"), ylabel="wᵗ")
        plots.draw_curve(axes, [-1, PARABOLA_STEPS + 1], [0, 0], "data", linewidth=1)
        self.steps = draw_path(axes, markersize=6, linewidth=1.5)

    def show(self, learning_rate: float = 0.1, curvature: float = 2.0) -> str:
        """Show the steps for an α and a λ."""
        bounced = experiments.bounce(learning_rate, curvature)
        w, heights = (np.clip(one, -_FAR, _FAR) for one in (bounced.path, bounced.heights))
        end = len(w) if bounced.escape is None else bounced.escape + 1
        self.curve.set_ydata(0.5 * curvature * self.grid**2)
        self.path.set_data(w[:end], heights[:end])
        self.steps.set_data(np.arange(end), w[:end])
        self._name_points(w, heights)
        self.line.show([bounced.factor], [_words("factor", factor=_signed(bounced.factor))])
        return _say(bounced, learning_rate, curvature)

    def _name_points(self, w: Any, heights: Any) -> None:
        """Name the first w on the parabola, as far as they stand apart and in the picture."""
        (low, high), (_, top) = PARABOLA_MAP
        shown: list[float] = []
        for name, x, y in zip(self.names, w, heights, strict=False):
            apart = all(abs(x - other) > _APART for other in shown)
            name.set_visible(apart and low < x < high - 0.3 and y < top - 1)
            name.set_position((x + 0.15 if x > 0 else x - 0.15, y))
            name.set_horizontalalignment("left" if x > 0 else "right")
            shown.append(x)


def _signed(factor: float) -> str:
    return f"{factor:.2f}".replace("-", "−")


def _say(bounced: experiments.Bounce, learning_rate: float, curvature: float) -> str:
    first = ", ".join(f"{w:.3g}".replace("-", "−") for w in bounced.path[:4])
    escape = bounced.escape
    return _words(
        "sentence",
        learning_rate=learning_rate,
        curvature=curvature,
        factor=_signed(bounced.factor),
        verdict=_words(f"it_{bounced.verdict}"),
        path=first,
        outside="" if escape is None else _words("outside", following=escape),
    )
