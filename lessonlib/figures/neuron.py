"""Live figures of lesson 6: linear classification stage by stage, up to one neuron."""

from typing import Any

import numpy as np
from matplotlib.patches import Circle

from lessonlib import plots
from lessonlib.activations import sigmoid
from lessonlib.arguments import check_choice
from lessonlib.figures.boundary import BY_HAND, COLORS, SPECIES, Plane, count_mistakes, train_set
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.logistic import logits, predict_probability, weights_from_line
from lessonlib.words import Words

_words = Words("neuron")
STAGES = ("points", "line", "sides", "probability")
_INPUTS = ((0.0, 2.0), (0.0, 0.0), (0.0, -2.0))  # x₁, x₂ and the 1 that carries the bias
_SUM, _OUTPUT = (4.0, 0.0), (7.6, 0.0)
_SMALL, _LARGE = 0.65, 1.15  # radii of the circles
_THICKEST = 4.0  # points, for a product of 4 or more


def linear_classification(stage: str = "points") -> LiveFigure:
    """Draw one stage of the build-up: the points, a line, its two sides, the probability.

    Parameters
    ----------
    stage : str
        One of ``STAGES``.
    """
    x, y = train_set()
    weights = weights_from_line(*BY_HAND)
    figure, axes = plots.new_figure(height=3.5)
    plane = Plane(axes)
    plane.show_points(x, y)
    step = STAGES.index(check_choice("stage", stage, STAGES))
    plane.line.set_visible(step > 0)
    for band in plane.bands:
        band.set_visible(stage == "probability")
    plane.show_line(weights)
    if stage == "sides":
        plane.shade(logits(weights, plane.pixels) > 0)
    if stage == "probability":
        plane.shade(predict_probability(weights, plane.pixels))
    if step > 1:
        _draw_direction(axes, weights)
    plots.add_legend(axes, [*plane.points, plane.line][: 2 + (step > 0)])

    p = predict_probability(weights, x)
    wrong = (p >= 0.5) != (y == 1)

    @live(figure, title=_words(f"stage_{stage}_title"))
    def update() -> str:
        counts = {name: int(np.sum(y == label)) for label, name in enumerate(SPECIES)}
        doubtful = int(np.sum(wrong & (np.abs(p - 0.5) < 0.4)))
        return _words(
            f"stage_{stage}", mistakes=int(wrong.sum()), doubtful=doubtful, n=len(y), **counts
        )

    return update


def _draw_direction(axes: Any, weights: Any) -> None:
    start = -weights[2] / np.sum(weights[:2] ** 2) * weights[:2]
    end = start + weights[:2] / np.hypot(*weights[:2])
    arrow = {"arrowstyle": "-|>", "color": plots.VIOLET, "linewidth": 2}
    axes.annotate("", end, xytext=start, arrowprops=arrow)
    axes.annotate("w", end, xytext=(6, 3), textcoords="offset points", fontsize=14)


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

    def show_numbers(self, weights: Any, x: Any) -> None:
        """Write the numbers of one example; an edge is as thick as what it contributes."""
        z, p = logits(weights, [x])[0], predict_probability(weights, [x])[0]
        inputs = np.append(x, 1.0)
        for text, value in zip(self.values, (*inputs, p), strict=True):
            text.set_text(f"{value:.2f}" if text is not self.values[2] else "1")
        for text, name, weight in zip(self.names, ("w₁", "w₂", "b"), weights, strict=True):
            text.set_text(f"{name} = {weight:.2f}")
        for edge, product in zip(self.edges, (*weights * inputs, 4 * (2 * p - 1)), strict=True):
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


def two_pictures() -> LiveFigure:
    """Draw the question of the lesson: a line through a cloud of points, and a neuron."""
    x, y = train_set()
    weights = weights_from_line(*BY_HAND)
    figure, (axes, neuron_axes) = plots.new_figure(2, height=3.4)
    plane = Plane(axes)
    plane.show_points(x, y)
    plane.show_line(weights)
    for band in plane.bands:
        band.set_visible(False)
    plots.add_legend(axes, plane.points)
    NeuronDrawing(neuron_axes).show_symbols()

    @live(figure, title=_words("two_pictures_title"))
    def update() -> str:
        right = len(y) - count_mistakes(weights, x, y)
        return _words("two_pictures", right=right, n=len(y))

    return update


def neuron() -> LiveFigure:
    """Send one penguin through the neuron; its weights draw the boundary."""
    x, y = train_set()
    figure, (axes, neuron_axes) = plots.new_figure(2, height=3.4)
    plane = Plane(axes)
    plane.show_points(x, y)
    grasp = plots.draw_points(axes, [], [], "network", s=90, zorder=4)
    plots.add_legend(axes, [*plane.points, plane.line])
    drawing = NeuronDrawing(neuron_axes)
    plane.show_line(weights_from_line(*BY_HAND))
    drawing.show_symbols()
    figure.draw_without_rendering()  # two axes of equal scales: the layout needs a second round

    @live(
        figure,
        title=_words("neuron_title"),
        handles=[Handle(grasp, "first_input", "second_input")],
        first_weight=(-8.0, 8.0, 0.1),
        second_weight=(-8.0, 8.0, 0.1),
        bias=(-4.0, 4.0, 0.1),
        first_input=(-2.5, 3.5, 0.05),
        second_input=(-2.2, 2.6, 0.05),
    )
    def update(
        first_weight: float = 2.3,
        second_weight: float = 1.9,
        bias: float = -0.6,
        first_input: float = 1.0,
        second_input: float = -0.5,
    ) -> str:
        weights = np.array([first_weight, second_weight, bias])
        example = np.array([first_input, second_input])
        plane.show(weights)
        plots.move_points(grasp, [first_input], [second_input])
        drawing.show_numbers(weights, example)
        return _say_neuron(weights, example)

    return update


def _say_neuron(weights: Any, x: Any) -> str:
    p = float(predict_probability(weights, [x])[0])
    numbers = zip(("w1", "w2", "b", "x1", "x2"), (*weights, *x), strict=True)
    return _words(
        "neuron",
        **{name: _in_a_sum(value) for name, value in numbers},
        z=float(logits(weights, [x])[0]) + 0.0,
        p=p,
        answer=SPECIES[int(p >= 0.5)],
    )


def _in_a_sum(value: float) -> str:
    """Write a number so that it can follow a sign: a negative one in brackets."""
    text = f"{value:.2f}".replace("-0.00", "0.00")
    return f"({text})" if text.startswith("-") else text
