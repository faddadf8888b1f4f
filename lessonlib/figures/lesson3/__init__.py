"""The live figures of lesson 3: loss and metrics."""

from lessonlib.figures.lesson3.centres import why_square
from lessonlib.figures.lesson3.comparison import two_networks, two_networks_judged
from lessonlib.figures.lesson3.duels import pairs
from lessonlib.figures.lesson3.misses import misses
from lessonlib.figures.lesson3.ranking import top_n
from lessonlib.figures.lesson3.residuals import squares
from lessonlib.figures.lesson3.slopes import one_weight
from lessonlib.figures.lesson3.thresholds import rain

__all__ = [
    "misses",
    "one_weight",
    "pairs",
    "rain",
    "squares",
    "top_n",
    "two_networks",
    "two_networks_judged",
    "why_square",
]
