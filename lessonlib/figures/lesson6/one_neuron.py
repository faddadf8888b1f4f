"""Live figures of lesson 6: a line between two species is one neuron."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.neuron_drawing import NeuronDrawing
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.logistic import weights_from_line
from lessonlib.words import Words

_question = Words("figures/lesson6/one_neuron", "two_pictures")
_neuron = Words("figures/lesson6/one_neuron", "neuron")


def two_pictures(*, answered: bool = False) -> LiveFigure:
    """Draw the question of the lesson: a line through a cloud of points, and a neuron.

    Parameters
    ----------
    answered : bool
        At the end of the lesson the question is not asked again.
    """
    line = experiments.judge_line(*experiments.BY_HAND)
    figure, (axes, neuron_axes) = plots.new_figure(2, height=3.4)
    plane = Plane(axes)
    plane.show_line(line.weights)
    for band in plane.bands:
        band.set_visible(False)
    plots.add_legend(axes, plane.points)
    NeuronDrawing(neuron_axes).show_symbols()

    def show() -> str:
        n = line.n_examples
        return _question("answer" if answered else "sentence", right=n - line.n_mistakes, n=n)

    return live(figure, show, title=_question("title"))


def neuron() -> LiveFigure:
    """Send one penguin through the neuron; its weights draw the boundary."""
    drawing = _PenguinInNeuron()

    def show(
        first_weight: float = 2.3,
        second_weight: float = 1.9,
        bias: float = -0.6,
        first_input: float = 1.0,
        second_input: float = -0.5,
    ) -> str:
        weights = np.array([first_weight, second_weight, bias])
        result = experiments.run_neuron(weights, [first_input, second_input])
        drawing.show(result)
        return _say(result)

    return live(
        drawing.figure,
        show,
        title=_neuron("title"),
        labels=_neuron.labels,
        handles=[Handle(drawing.penguin, "first_input", "second_input")],
        first_weight=(-8.0, 8.0, 0.1),
        second_weight=(-8.0, 8.0, 0.1),
        bias=(-4.0, 4.0, 0.1),
        first_input=(-2.5, 3.5, 0.05),
        second_input=(-2.2, 2.6, 0.05),
    )


class _PenguinInNeuron:
    """The artists of :func:`neuron`."""

    def __init__(self) -> None:
        self.figure, (axes, neuron_axes) = plots.new_figure(2, height=3.4)
        self._plane = Plane(axes)
        self.penguin = plots.draw_points(axes, [], [], "network", s=90, zorder=4)
        plots.add_legend(axes, [*self._plane.points, self._plane.line])
        self._neuron = NeuronDrawing(neuron_axes)
        self._plane.show_line(weights_from_line(*experiments.BY_HAND))
        self._neuron.show_symbols()
        # Two axes of equal scales: the layout needs a second round.
        self.figure.draw_without_rendering()

    def show(self, result: experiments.Neuron) -> None:
        self._plane.show(result.weights)
        plots.move_points(self.penguin, *result.x[:, None])
        self._neuron.show_numbers(result)


def _say(result: experiments.Neuron) -> str:
    numbers = zip(("w1", "w2", "b", "x1", "x2"), (*result.weights, *result.x), strict=True)
    return _neuron(
        "sentence",
        **{name: _in_a_sum(value) for name, value in numbers},
        z=result.logit,
        p=result.probability,
        answer=result.answer,
    )


def _in_a_sum(value: float) -> str:
    """Write a number so that it can follow a sign: a negative one in brackets."""
    text = f"{value:.2f}".replace("-0.00", "0.00")
    return f"({text})" if text.startswith("-") else text
