"""Figures of lesson 5: one graph with two paths, and what a gradient costs."""

from lessonlib.figures.lesson5.cost import gradient_cost
from lessonlib.figures.lesson5.forgetting import forget_path
from lessonlib.figures.lesson5.nudging import nudge
from lessonlib.figures.lesson5.paths import one_path, two_paths
from lessonlib.figures.lesson5.stepping import question, steps

__all__ = ["forget_path", "gradient_cost", "nudge", "one_path", "question", "steps", "two_paths"]
