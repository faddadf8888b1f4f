"""Live figures of lesson 6: a line between two species, the neuron that draws it, its training."""

from lessonlib.figures.lesson6.by_hand import turn_the_line
from lessonlib.figures.lesson6.likelihood import surprise
from lessonlib.figures.lesson6.one_neuron import neuron, two_pictures
from lessonlib.figures.lesson6.sgd import train_by_sgd
from lessonlib.figures.lesson6.stages import linear_classification
from lessonlib.figures.lesson6.steepness import steepness
from lessonlib.figures.lesson6.two_losses import one_example, saturated
from lessonlib.figures.lesson6.walks import walks

__all__ = [
    "linear_classification",
    "neuron",
    "one_example",
    "saturated",
    "steepness",
    "surprise",
    "train_by_sgd",
    "turn_the_line",
    "two_pictures",
    "walks",
]
