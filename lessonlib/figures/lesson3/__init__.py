"""The live figures of lesson 3: loss and metrics."""

from lessonlib.figures.lesson3.ranking import pairs, top_n
from lessonlib.figures.lesson3.residuals import squares, two_networks
from lessonlib.figures.lesson3.slopes import one_weight
from lessonlib.figures.lesson3.thresholds import rain

__all__ = ["one_weight", "pairs", "rain", "squares", "top_n", "two_networks"]
