"""Figures of lesson 5: one graph with two paths, the network's graph, and what a gradient costs."""

from lessonlib.figures.lesson5.cost import gradient_cost
from lessonlib.figures.lesson5.forgetting import forget_path
from lessonlib.figures.lesson5.learning import train_with
from lessonlib.figures.lesson5.network import network_graph
from lessonlib.figures.lesson5.nudging import nudge
from lessonlib.figures.lesson5.paths import one_path, two_paths
from lessonlib.figures.lesson5.saturating import saturation
from lessonlib.figures.lesson5.stepping import answer, question, steps
from lessonlib.figures.lesson5.travelling import travel

__all__ = [
    "answer",
    "forget_path",
    "gradient_cost",
    "network_graph",
    "nudge",
    "one_path",
    "question",
    "saturation",
    "steps",
    "train_with",
    "travel",
    "two_paths",
]
