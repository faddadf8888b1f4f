"""How probable a line makes the labels: one penguin after the other, multiplied and added up."""

from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, check_choice
from lessonlib.experiments.lesson6.lines import judge_line
from lessonlib.experiments.lesson6.penguins import BY_HAND, train_set
from lessonlib.losses import cross_entropy_per_example

JUDGES = ("line", "coin")
_COIN = 0.5


class Likelihood(NamedTuple):
    """What a judge gives to the labels of the penguins that train.

    Attributes
    ----------
    probability : ndarray of shape (n_train,)
        Given to the class that is true.
    surprise : ndarray of shape (n_train,)
        Minus its logarithm: the loss of each example.
    products, sums : ndarray of shape (n_train + 1,)
        The probabilities of the first n multiplied, and their surprises added up.
    """

    probability: FloatArray
    surprise: FloatArray
    products: FloatArray
    sums: FloatArray


def judge_labels(judge: str) -> Likelihood:
    """Ask a line, or a coin, how probable each label is.

    Parameters
    ----------
    judge : str
        One of ``JUDGES``: the line by hand, or one half for every penguin.
    """
    y = train_set().y
    line = judge_line(*BY_HAND).probability
    p = line if check_choice("judge", judge, JUDGES) == "line" else np.full(len(y), _COIN)
    right = np.where(y == 1, p, 1 - p)
    surprise = cross_entropy_per_example(y, p)
    products = np.append(1.0, np.cumprod(right))
    return Likelihood(right, surprise, products, np.append(0.0, np.cumsum(surprise)))
