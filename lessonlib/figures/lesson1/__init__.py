"""The live figures of lesson 1: dataset and splitting."""

from lessonlib.figures.lesson1.dataset import dataset
from lessonlib.figures.lesson1.dates import seattle_dates
from lessonlib.figures.lesson1.peeking import peeking
from lessonlib.figures.lesson1.selection import choose_width
from lessonlib.figures.lesson1.sorted_data import sorted_trap
from lessonlib.figures.lesson1.two_fits import two_fits, two_fits_answered
from lessonlib.figures.lesson1.weather import seattle

__all__ = [
    "choose_width",
    "dataset",
    "peeking",
    "seattle",
    "seattle_dates",
    "sorted_trap",
    "two_fits",
    "two_fits_answered",
]
