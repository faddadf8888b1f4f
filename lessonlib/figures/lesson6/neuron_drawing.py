"""The drawing of one neuron: inputs, weights on the edges, a sum, a sigmoid, an output."""

from typing import Any

import numpy as np
from matplotlib.patches import Circle

from lessonlib import plots
from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import COLORS
from lessonlib.words import Words

_words = Words("figures/lesson6/neuron_drawing")
_INPUTS = ((0.0, 2.0), (0.0, 0.0), (0.0, -2.0))  # x₁, x₂ and the 1 that carries the bias
_SUM, _OUTPUT = (4.0, 0.0), (7.6, 0.0)
_SMALL, _LARGE = 0.65, 1.15  # radii of the circles
_THICKEST = 4.0  # points, for a product of 4 or more


class NeuronDrawing:
    """One neuron: inputs, weights on the edges, a sum, a sigmoid, an output.

    Parameters
    ----------
    axes : Axes
    """

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=(-0.9, 8.6), ylim=(-3.1, 2.9), aspect="equal")
        axes.axis("off")
        ends = [*_INPUTS, _OUTPUT]
        for center, radius in zip((*ends, _SUM), (*[_SMALL] * 4, _LARGE), strict=True):
            axes.add_patch(Circle(center, radius, fill=False, edgecolor=plots.INK, linewidth=1.2))
        self.edges = [
            axes.plot(*_between_circles(end, _SUM).T, color=plots.GREY)[0] for end in ends
        ]
        self.values = [self._write(axes, *end, "", fontsize=10) for end in ends]
        self.names = [
            self._write(axes, *place, "", fontsize=10, ha="left")
            for place in ((1.6, 1.6), (0.75, 0.3), (1.6, -1.55))
        ]
        self.logit = self._write(axes, _SUM[0], -2.5, "", fontsize=10)
        across = np.linspace(-1, 1, 60)
        axes.plot(*_small_sigmoid(6 * across), color=plots.VIOLET, linewidth=2, zorder=3)
        self.point = axes.scatter([], [], s=40, color=plots.VIOLET, zorder=4, linewidths=0)

    @staticmethod
    def _write(axes: Any, x: float, y: float, text: str, **style: Any) -> Any:
        return axes.text(x, y, text, **({"ha": "center", "va": "center", "zorder": 5} | style))

    def show_symbols(self) -> None:
        """Write the symbols."""
        for text, name in zip(self.values, ("x₁", "x₂", "1", "p"), strict=True):
            text.set_text(name)
        for text, name in zip(self.names, ("w₁", "w₂", "b"), strict=True):
            text.set_text(name)
        self.logit.set_text(_words("sum_symbols"))
        plots.move_points(self.point, *_small_sigmoid(np.zeros(1)))

    def show_numbers(self, neuron: experiments.Neuron) -> None:
        """Write the numbers of one example; an edge is as thick as what it contributes."""
        (x1, x2), z, p = neuron.x, neuron.logit, neuron.probability
        for text, value in zip(
            self.values, (f"{x1:.2f}", f"{x2:.2f}", "1", f"{p:.2f}"), strict=True
        ):
            text.set_text(value)
        for text, name, weight in zip(self.names, ("w₁", "w₂", "b"), neuron.weights, strict=True):
            text.set_text(f"{name} = {weight:.2f}")
        for edge, product in zip(self.edges, (*neuron.products, 4 * (2 * p - 1)), strict=True):
            edge.set_color(COLORS[int(product > 0)])
            edge.set_linewidth(0.5 + min(abs(product), _THICKEST))
        self.logit.set_text(_words("sum_numbers", z=z))
        plots.move_points(self.point, *_small_sigmoid(np.clip([z], -6, 6)))


def _between_circles(end: tuple[float, float], middle: tuple[float, float]) -> Any:
    """Return where the edge from a small circle to the large one begins and stops."""
    start, stop = np.array(end), np.array(middle)
    direction = (stop - start) / np.linalg.norm(stop - start)
    return np.array([start + _SMALL * direction, stop - _LARGE * direction])


def _small_sigmoid(z: Any) -> tuple[Any, Any]:
    """Return where the curve inside the neuron goes, for logits from -6 to 6."""
    return _SUM[0] + 0.55 * z / 6, 1.1 * (sigmoid(z) - 0.5)
