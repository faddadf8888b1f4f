"""The live figures of lesson 1: dataset and splitting."""

from lessonlib.figures.lesson1.selection import choose_width, peeking
from lessonlib.figures.lesson1.splitting import dataset, sorted_trap, two_fits
from lessonlib.figures.lesson1.weather import seattle

__all__ = ["choose_width", "dataset", "peeking", "seattle", "sorted_trap", "two_fits"]
