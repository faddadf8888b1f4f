"""What a sigmoid lets through: the factor that a path gets from it, and from several in a row."""

from typing import Any, NamedTuple

import numpy as np

from lessonlib.activations import sigmoid, sigmoid_derivative

LARGEST_SLOPE = 0.25  # a (1 - a) at a = 1/2
SUMS = np.linspace(-6.0, 6.0, 241)  # z, what goes into the sigmoid
DEPTHS = np.arange(7)  # so many sigmoids in a row


class Passage(NamedTuple):
    """A path through a sigmoid, or through a line in its place.

    Attributes
    ----------
    values, slopes : ndarray of shape (len(SUMS),)
        Along ``SUMS``.
    value, slope : float
        At z.
    left : ndarray of shape (len(DEPTHS),)
        What is left of a small change behind so many nodes like this one.
    """

    values: Any
    slopes: Any
    value: float
    slope: float
    left: Any


def pass_through(z: float, with_sigmoid: bool = True) -> Passage:
    """Compute what a node lets through at z: a sigmoid, or the line ``a = z`` without one."""
    at = np.append(SUMS, z)
    values = sigmoid(at) if with_sigmoid else at
    slopes = sigmoid_derivative(values) if with_sigmoid else np.ones_like(at)
    slope = float(slopes[-1])
    return Passage(values[:-1], slopes[:-1], float(values[-1]), slope, slope**DEPTHS)
