"""Live figures of lesson 6: a line between two species is one neuron."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.neuron_drawing import NeuronDrawing
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.logistic import weights_from_line
from lessonlib.words import Words

_words = Words("neuron")


def two_pictures() -> LiveFigure:
    """Draw the question of the lesson: a line through a cloud of points, and a neuron."""
    line = experiments.judge_line(*experiments.BY_HAND)
    figure, (axes, neuron_axes) = plots.new_figure(2, height=3.4)
    plane = Plane(axes)
    plane.show_points(*experiments.train_set())
    plane.show_line(line.weights)
    for band in plane.bands:
        band.set_visible(False)
    plots.add_legend(axes, plane.points)
    NeuronDrawing(neuron_axes).show_symbols()

    @live(figure, title=_words("two_pictures_title"))
    def update() -> str:
        n = line.n_examples
        return _words("two_pictures", right=n - line.n_mistakes, n=n)

    return update


def neuron() -> LiveFigure:
    """Send one penguin through the neuron; its weights draw the boundary."""
    figure, (axes, neuron_axes) = plots.new_figure(2, height=3.4)
    plane = Plane(axes)
    plane.show_points(*experiments.train_set())
    grasp = plots.draw_points(axes, [], [], "network", s=90, zorder=4)
    plots.add_legend(axes, [*plane.points, plane.line])
    drawing = NeuronDrawing(neuron_axes)
    plane.show_line(weights_from_line(*experiments.BY_HAND))
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
        result = experiments.run_neuron(weights, [first_input, second_input])
        plane.show(weights)
        plots.move_points(grasp, [first_input], [second_input])
        drawing.show_numbers(result)
        return _say_neuron(result)

    return update


def _say_neuron(result: experiments.Neuron) -> str:
    numbers = zip(("w1", "w2", "b", "x1", "x2"), (*result.weights, *result.x), strict=True)
    return _words(
        "neuron",
        **{name: _in_a_sum(value) for name, value in numbers},
        z=result.logit,
        p=result.probability,
        answer=result.answer,
    )


def _in_a_sum(value: float) -> str:
    """Write a number so that it can follow a sign: a negative one in brackets."""
    text = f"{value:.2f}".replace("-0.00", "0.00")
    return f"({text})" if text.startswith("-") else text
