"""Predict, then look: the reader commits to a prediction before a figure shows the truth.

Examples
--------
>>> guess = choose("smaller", "larger")
>>> guess.is_settled
False
>>> guess.commit("larger")
>>> guess.value, guess.is_settled
('larger', True)
"""

from lessonlib.predict.prediction import (
    Prediction,
    choose,
    estimate,
    show,
)
from lessonlib.predict.table import Recap, recap

__all__ = [
    "Prediction",
    "Recap",
    "choose",
    "estimate",
    "recap",
    "show",
]
