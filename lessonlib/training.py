"""Training the 1-H-1 network: the textbook step, and a fast loop that agrees with it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import (
    FloatArray,
    check_array,
    check_arrays,
    check_integer,
    check_number,
)
from lessonlib.fast_descent import descend
from lessonlib.networks import hidden_activations, mse_gradient, unpack
from lessonlib.threads import one_thread

_HOPELESS = 1e6  # times the scale of the loss: from there gradient descent does not come back
_LARGEST = float(np.finfo(np.float64).max)


def gradient_descent_step(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike, learning_rate: float
) -> FloatArray:
    """Take one step down the mean squared error: the textbook's line.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
    x, y : array_like of shape (n_samples,)
    learning_rate : float

    Returns
    -------
    ndarray of shape (3 * H + 1,)

    Notes
    -----
    ``w^{t+1} = w^t - α ∇MSE(w^t)``.
    """
    check_number("learning_rate", learning_rate, above=0)
    return check_array("weights", weights) - learning_rate * mse_gradient(weights, x, y)


def divergence_bound(first_loss: float, y: FloatArray) -> float:
    """Return the largest loss with which training still counts as sound.

    Training has diverged after the first step whose loss is not
    ``loss <= divergence_bound(...)``: it is larger, infinite or NaN. All trainings of the
    course ask this, of the loss before the first step too.

    Parameters
    ----------
    first_loss : float
        Mean squared error before the first step, on all of the train set.
    y : ndarray of shape (n_samples,)
        The targets of all of the train set.

    Returns
    -------
    float
        A million times ``first_loss`` or the mean of ``y²``, whichever is larger.

    Examples
    --------
    >>> divergence_bound(2.0, np.array([3.0, -1.0]))
    5000000.0
    """
    # In this order a first loss that is NaN gives NaN, which no loss is within.
    scale = max(first_loss, float(np.mean(y**2)))
    return min(_HOPELESS * scale, _LARGEST)


@dataclass(frozen=True)
class TrainingResult:
    """What :func:`train` did.

    Attributes
    ----------
    weights : ndarray of shape (3 * H + 1,)
        The parameters after the last step; if training diverged, the last
        ones whose loss was still within bounds.
    losses : ndarray of shape (n_steps + 1,)
        Mean squared error before the first step and after each; infinite
        from where training diverged.
    gradient_norms : ndarray of shape (n_steps,)
        Length of the gradient at each step; infinite likewise.
    diverged_at : int or None
        The first step after which the loss was out of bounds.
    path : ndarray of shape (n_kept, 3 * H + 1)
        If it was to be kept, the parameters before the first step and after each, as long as the
        loss was within bounds; else no rows.
    """

    weights: FloatArray
    losses: FloatArray
    gradient_norms: FloatArray
    diverged_at: int | None
    path: FloatArray

    @property
    def diverged(self) -> bool:
        """Whether the steps were too large."""
        return self.diverged_at is not None


def train(
    weights: ArrayLike,
    x: ArrayLike,
    y: ArrayLike,
    learning_rate: float,
    n_steps: int,
    *,
    keep_path: bool = False,
) -> TrainingResult:
    """Train by full-batch gradient descent, fast.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
        Where to start; not changed.
    x, y : array_like of shape (n_samples,)
    learning_rate : float
    n_steps : int
    keep_path : bool
        Whether the result has the parameters after every step too.

    Returns
    -------
    TrainingResult

    Raises
    ------
    ValueError
        If ``learning_rate <= 0``, ``n_steps < 1``, or shapes do not fit.

    Notes
    -----
    Each step is :func:`gradient_descent_step`, as
    :func:`lessonlib.fast_descent.descend` makes it. What counts as diverged,
    :func:`divergence_bound` says.
    """
    weights, x, y = _check(weights, x, y)
    check_number("learning_rate", learning_rate, above=0)
    check_integer("n_steps", n_steps, at_least=1)
    losses, norms = np.full((2, n_steps + 1), np.inf)
    path, last = [np.empty((0, len(weights)))], weights
    bound, done, diverged_at = 0.0, 0, None
    # Numbers that overflow are the mark of divergence, and are told as such. To ignore all
    # flags is quicker than some.
    with np.errstate(all="ignore"), one_thread():
        # One step more than asked for: its loss is the one after the last.
        for stretch in descend(weights, x, y, learning_rate, n_steps + 1):
            if done == 0:
                bound = divergence_bound(float(stretch.losses[0]), y)
            sound = stretch.losses <= bound
            n_sound = len(sound) if sound.all() else int(sound.argmin())
            losses[done : done + n_sound] = stretch.losses[:n_sound]
            norms[done : done + n_sound] = stretch.gradient_norms[:n_sound]
            done += n_sound
            if keep_path:
                path.append(stretch.weights()[:n_sound])
            if n_sound == len(sound):
                last = stretch.before_last
                continue
            if n_sound > 0:
                last = stretch.weights()[n_sound - 1]
            diverged_at = done
            break
    return TrainingResult(last, losses, norms[:-1], diverged_at, np.concatenate(path))


def fit_output_layer(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike, cutoff: float = 1e-3
) -> FloatArray:
    """Keep the hidden units; find the best heights and output bias at once.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
        The hidden layer is used, the output layer replaced.
    x, y : array_like of shape (n_samples,)
    cutoff : float
        Directions of the heights that the data determine this much worse than
        the best one are left at zero, which keeps the heights small.

    Returns
    -------
    ndarray of shape (3 * H + 1,)

    Notes
    -----
    The output is linear in its heights, so the least mean squared error is a
    linear least-squares problem, solved by singular values.
    """
    weights, x, y = _check(weights, x, y)
    check_number("cutoff", cutoff, at_least=0, at_most=1)
    w, b, _, _ = unpack(weights)
    columns = np.column_stack([hidden_activations(weights, x), np.ones(len(x))])  # (S, H + 1)
    with one_thread():
        solution = np.linalg.lstsq(columns, y, rcond=cutoff)[0]
    return np.concatenate([w, b, solution])


def _check(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike
) -> tuple[FloatArray, FloatArray, FloatArray]:
    x, y = check_arrays(x=x, y=y)
    return check_array("weights", weights), x, y
