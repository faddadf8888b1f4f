"""A line by hand, from which training takes over."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.experiments.lesson6.penguins import train_set
from lessonlib.logistic import train_sgd, weights_from_line

N_TAKEOVER_STEPS = 100
_LEARNING_RATE = 4.0


class Takeover(NamedTuple):
    """A training that starts from a line by hand, with all examples in every step.

    Attributes
    ----------
    history : ndarray of shape (N_TAKEOVER_STEPS + 1, 3)
    losses : ndarray of shape (N_TAKEOVER_STEPS + 1,)
    """

    history: FloatArray
    losses: FloatArray


@lru_cache(maxsize=64)
def take_over(angle: float, offset: float, steepness: float) -> Takeover:
    """Train from a line that is given by hand.

    Parameters are those of :func:`lessonlib.logistic.weights_from_line`.
    """
    x, y = train_set()
    start, rng = weights_from_line(angle, offset, steepness), np.random.default_rng(0)
    run = train_sgd(start, x, y, _LEARNING_RATE, len(y), N_TAKEOVER_STEPS, rng)
    return Takeover(run.history, run.epoch_losses)
