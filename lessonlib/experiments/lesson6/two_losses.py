"""Squared error against cross-entropy: on one example, and from a start that is sure and wrong."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.arguments import FloatArray, IntArray
from lessonlib.experiments.lesson6.lines import count_mistakes
from lessonlib.experiments.lesson6.penguins import WRONG_WAY, train_set
from lessonlib.logistic import (
    cross_entropy_gradient,
    predict_probability,
    squared_error_gradient,
    train_sgd,
    weights_from_line,
)
from lessonlib.losses import (
    cross_entropy_logit_gradient,
    cross_entropy_per_example,
    mean_squared_error_gradient,
)

LOSSES = ("squared_error", "cross_entropy")
N_SATURATED_STEPS = 200


class LossAndSlope(NamedTuple):
    """The loss of one example at some logits.

    Attributes
    ----------
    loss : ndarray of shape (n_logits,)
    slope : ndarray of shape (n_logits,)
        The derivative of the loss by the logit.
    """

    loss: FloatArray
    slope: FloatArray


class TwoLosses(NamedTuple):
    """Both losses of one example; their names are those in ``LOSSES``.

    Attributes
    ----------
    squared_error, cross_entropy : LossAndSlope
    probability : ndarray of shape (n_logits,)
        Of class 1, at each logit.
    """

    squared_error: LossAndSlope
    cross_entropy: LossAndSlope
    probability: FloatArray


def compare_losses(y: int, z: ArrayLike) -> TwoLosses:
    """Compute both losses of one example, and their slopes.

    Parameters
    ----------
    y : int
        The true class, 0 or 1.
    z : array_like of shape (n_logits,)
        Logits that a neuron may give it.
    """
    p = sigmoid(z)
    classes, n = np.full(len(p), y), len(p)  # the gradients are those of a mean over n
    squared_slope = n * mean_squared_error_gradient(classes, p) * sigmoid_derivative(p)
    entropy_slope = n * cross_entropy_logit_gradient(classes, p)
    return TwoLosses(
        LossAndSlope((p - classes) ** 2, squared_slope),
        LossAndSlope(cross_entropy_per_example(classes, p), entropy_slope),
        p,
    )


class Escape(NamedTuple):
    """A training from a line that is wrong, and sure of it.

    Attributes
    ----------
    history : ndarray of shape (N_SATURATED_STEPS + 1, 3)
    norms : ndarray of shape (N_SATURATED_STEPS + 1,)
        Length of the loss's gradient at each.
    n_mistakes : ndarray of int of shape (N_SATURATED_STEPS + 1,)
        Penguins on the wrong side at each.
    n_examples : int
    escaped_at : int or None
        The first step after which most penguins are on the right side.
    """

    history: FloatArray
    norms: FloatArray
    n_mistakes: IntArray
    n_examples: int
    escaped_at: int | None


@lru_cache(maxsize=128)
def escape(loss: str, learning_rate: float, start_steepness: float) -> Escape:
    """Train with all examples from a line that is wrong, and sure of it.

    Parameters
    ----------
    loss : str
        One of ``LOSSES``.
    learning_rate : float
    start_steepness : float
        Length of w at the start: the larger, the surer.
    """
    x, y = train_set()
    start = weights_from_line(*WRONG_WAY[:2], start_steepness)
    rng = np.random.default_rng(0)
    result = train_sgd(start, x, y, learning_rate, len(y), N_SATURATED_STEPS, rng, loss)
    gradient = {"squared_error": squared_error_gradient, "cross_entropy": cross_entropy_gradient}
    norms = [np.linalg.norm(gradient[loss](weights, x, y)) for weights in result.history]
    n_mistakes = [count_mistakes(weights, x, y) for weights in result.history]
    escaped_at = next((step for step, n in enumerate(n_mistakes) if n < len(y) / 2), None)
    return Escape(result.history, np.array(norms), np.array(n_mistakes), len(y), escaped_at)


class FlatPlace(NamedTuple):
    """Where a training has ended, and what is left there to move it.

    Attributes
    ----------
    n_called : ndarray of int of shape (2,)
        How many penguins are called Adelie, and Gentoo.
    n_wrong : ndarray of int of shape (2,)
        How many Adelie and Gentoo penguins are on the wrong side.
    steepest : float
        The largest p (1 - p) of all penguins; a sigmoid has 1/4 at most.
    """

    n_called: IntArray
    n_wrong: IntArray
    steepest: float


def look_where_it_ends(run: Escape) -> FlatPlace:
    """Look at the end of an escape, or of an attempt."""
    x, y = train_set()
    p = predict_probability(run.history[-1], x)
    called = (p >= 0.5).astype(int)
    wrong = np.bincount(y[called != y], minlength=2)
    return FlatPlace(np.bincount(called, minlength=2), wrong, float(np.max(p * (1 - p))))
