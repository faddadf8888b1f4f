"""Figures of lesson 4: gradient descent on landscapes, and on the loss of the network."""

from lessonlib.figures.lesson4.all_at_once import all_rates
from lessonlib.figures.lesson4.choosing import choose_rate
from lessonlib.figures.lesson4.directions import directions
from lessonlib.figures.lesson4.parabola import one_dimension
from lessonlib.figures.lesson4.spectrum import all_curvatures
from lessonlib.figures.lesson4.stepping import steps
from lessonlib.figures.lesson4.three_steps import three_steps, three_walks
from lessonlib.figures.lesson4.training import train_network

__all__ = [
    "all_curvatures",
    "all_rates",
    "choose_rate",
    "directions",
    "one_dimension",
    "steps",
    "three_steps",
    "three_walks",
    "train_network",
]
