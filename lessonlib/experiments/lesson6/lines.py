"""Lines between two species: what a line makes of the penguins, as it turns and gets steeper."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessonlib.activations import sigmoid
from lessonlib.arguments import FloatArray, IntArray
from lessonlib.experiments.lesson6.penguins import BY_HAND, SPECIES, Examples, train_set
from lessonlib.logistic import logits, predict_probability, weights_from_line
from lessonlib.losses import cross_entropy_loss

STEEPNESSES = np.geomspace(0.1, 50.0, 101)
_DOUBT = 0.4  # a probability nearer to one half than this is given with doubt


class Line(NamedTuple):
    """What a line makes of the penguins that train.

    Attributes
    ----------
    weights : ndarray of shape (3,)
        ``w₁, w₂, b``.
    logits : ndarray of shape (n_train,)
    probability : ndarray of shape (n_train,)
        Of class 1.
    loss : float
        Cross-entropy.
    n_mistakes : int
        Penguins on the wrong side.
    n_doubtful : int
        Those of them whose probability is between 0.1 and 0.9.
    class_sizes : ndarray of int of shape (2,)
        How many penguins each class has.
    n_examples : int
    """

    weights: FloatArray
    logits: FloatArray
    probability: FloatArray
    loss: float
    n_mistakes: int
    n_doubtful: int
    class_sizes: IntArray
    n_examples: int


def judge_line(angle: float, offset: float, steepness: float) -> Line:
    """Judge a line, given by hand, on the train set.

    Parameters are those of :func:`lessonlib.logistic.weights_from_line`.
    """
    return judge_weights(weights_from_line(angle, offset, steepness))


def judge_weights(weights: FloatArray) -> Line:
    """Judge a line on the train set.

    Parameters
    ----------
    weights : ndarray of shape (3,)
    """
    x, y = train_set()
    z = logits(weights, x)
    p = sigmoid(z)
    wrong = _is_wrong(z, y)
    n_doubtful = int(np.sum(wrong & (np.abs(p - 0.5) < _DOUBT)))
    sizes = np.bincount(y, minlength=len(SPECIES))
    loss = cross_entropy_loss(y, p)
    return Line(weights, z, p, loss, int(wrong.sum()), n_doubtful, sizes, len(y))


def count_mistakes(weights: ArrayLike, x: ArrayLike, y: ArrayLike) -> int:
    """Count the examples on the wrong side of the line.

    Parameters
    ----------
    weights : array_like of shape (n_features + 1,)
    x : array_like of shape (n_samples, n_features)
    y : array_like of shape (n_samples,)
        Classes, 0 or 1.
    """
    return int(np.sum(_is_wrong(logits(weights, x), np.asarray(y))))


def _is_wrong(z: FloatArray, y: NDArray[Any]) -> NDArray[np.bool_]:
    wrong: NDArray[np.bool_] = (z >= 0) != (y == 1)
    return wrong


def those_on_the_right_side(line: Line, right_only: bool = True) -> Examples:
    """Return the penguins that train: those on the right side of a line, or all."""
    x, y = train_set()
    kept = ~(_is_wrong(line.logits, y) & right_only)
    return Examples(x[kept], y[kept])


class SteepnessSweep(NamedTuple):
    """One line, ever steeper.

    Attributes
    ----------
    steepnesses, losses : ndarray of shape (n_steepnesses,)
        Cross-entropy on the train set at each.
    best, least : float
        The steepness with the least loss, and that loss.
    begins, ends : {"falls", "rises"}
        What the loss does at the first steepnesses, and at the last.
    """

    steepnesses: FloatArray
    losses: FloatArray
    best: float
    least: float
    begins: str
    ends: str


@lru_cache(maxsize=64)
def sweep_steepness(angle: float, right_only: bool = False) -> SteepnessSweep:
    """Keep the line by hand at this angle, in degrees, and make it steeper and steeper.

    Parameters
    ----------
    angle : float
    right_only : bool
        Whether penguins on the wrong side of this line are left out.
    """
    x, y = those_on_the_right_side(judge_line(angle, BY_HAND[1], 1.0), right_only)
    lines = [weights_from_line(angle, BY_HAND[1], k) for k in STEEPNESSES]
    losses = np.array([cross_entropy_loss(y, predict_probability(line, x)) for line in lines])
    best = int(np.argmin(losses))
    begins, ends = ("falls" if change < 0 else "rises" for change in np.diff(losses)[[0, -1]])
    return SteepnessSweep(
        STEEPNESSES, losses, float(STEEPNESSES[best]), float(losses[best]), begins, ends
    )


class Neuron(NamedTuple):
    """One penguin in one neuron.

    Attributes
    ----------
    weights : ndarray of shape (3,)
        ``w₁, w₂, b``.
    x : ndarray of shape (2,)
        Bill length and body mass, standardised.
    products : ndarray of shape (3,)
        ``w₁x₁, w₂x₂, b``: what each edge adds to the logit.
    logit, probability : float
    answer : str
        The more probable of ``SPECIES``.
    """

    weights: FloatArray
    x: FloatArray
    products: FloatArray
    logit: float
    probability: float
    answer: str


def run_neuron(weights: ArrayLike, x: ArrayLike) -> Neuron:
    """Send one penguin through the neuron.

    Parameters
    ----------
    weights : array_like of shape (3,)
    x : array_like of shape (2,)
    """
    weights, x = np.asarray(weights, dtype=np.float64), np.asarray(x, dtype=np.float64)
    z = float(logits(weights, [x])[0]) + 0.0  # no minus before a zero
    p = float(predict_probability(weights, [x])[0])
    return Neuron(weights, x, weights * np.append(x, 1.0), z, p, SPECIES[int(p >= 0.5)])
