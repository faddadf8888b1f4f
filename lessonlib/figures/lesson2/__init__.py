"""The live figures of lesson 2: a network is a sum of sigmoids."""

from lessonlib.figures.lesson2.fits import approximation, staircase
from lessonlib.figures.lesson2.handmade import hand_built
from lessonlib.figures.lesson2.jumps import at_the_jump
from lessonlib.figures.lesson2.lines import without_sigmoid
from lessonlib.figures.lesson2.question import answer, question
from lessonlib.figures.lesson2.sigmoids import bump, one_sigmoid
from lessonlib.figures.lesson2.sums import build_up

__all__ = [
    "answer",
    "approximation",
    "at_the_jump",
    "build_up",
    "bump",
    "hand_built",
    "one_sigmoid",
    "question",
    "staircase",
    "without_sigmoid",
]
