"""The live figures of lesson 2: a network is a sum of sigmoids."""

from lessonlib.figures.lesson2.fits import approximation, staircase
from lessonlib.figures.lesson2.handmade import hand_built
from lessonlib.figures.lesson2.sigmoids import bump, one_sigmoid
from lessonlib.figures.lesson2.sums import build_up, question

__all__ = [
    "approximation",
    "build_up",
    "bump",
    "hand_built",
    "one_sigmoid",
    "question",
    "staircase",
]
