"""Stochastic gradient descent that can be watched, stopped and continued."""

from collections.abc import Iterator, Mapping
from itertools import chain, count

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import (
    FloatArray,
    IntArray,
    check_array,
    check_integer,
    check_number,
    check_rng,
    check_same_length,
)
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, unpack
from lessonlib.optimizers import minibatches
from lessonlib.training import _HOPELESS, one_thread

_ONE = np.array(1.0)  # quicker than a Python float


class TrainingRun:
    """One training of the 1-H-1 network, step by step; every step is kept.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
        Where to start, ``w^0``; not changed.
    x, y : array_like of shape (n_samples,)
        The train set.
    learning_rate : float
    batch_size : int
        How many examples a step looks at. As many as there are, or more:
        gradient descent on all of them.
    rng : numpy.random.Generator
        Shuffles the examples before each epoch.
    watched : mapping of str to (x, y), optional
        Sets whose error is recorded on the way.
    record_every : int
        Steps from one record to the next.

    Attributes
    ----------
    diverged_at : int or None
        The first step after which the loss was out of bounds. The weights
        stay at those of the step before.
    errors : dict of str to list of float
        Mean squared error on each watched set after 0, record_every, ... steps.

    Raises
    ------
    ValueError
        If ``learning_rate <= 0``, ``batch_size < 1``, or shapes do not fit.

    Notes
    -----
    ``w^{t+1} = w^t - α ∇MSE(w^t)``, the mean taken over one batch.

    Examples
    --------
    >>> x, y = np.array([-1.0, 0.0, 1.0]), np.array([0.0, 0.5, 1.0])
    >>> run = TrainingRun([1.0, 0.0, 1.0, 0.0], x, y, 0.1, 2, np.random.default_rng(0))
    >>> run.weights_at(100).shape
    (4,)
    """

    def __init__(
        self,
        weights: ArrayLike,
        x: ArrayLike,
        y: ArrayLike,
        learning_rate: float,
        batch_size: int,
        rng: np.random.Generator,
        *,
        watched: Mapping[str, tuple[FloatArray, FloatArray]] | None = None,
        record_every: int = 20,
    ) -> None:
        self._x, self._y = check_array("x", x), check_array("y", y)
        check_same_length(x=self._x, y=self._y)
        self._learning_rate = check_number("learning_rate", learning_rate, above=0)
        check_integer("batch_size", batch_size, at_least=1)
        self._batches = _endless_batches(len(self._x), batch_size, check_rng("rng", rng))
        self._record_every = check_integer("record_every", record_every, at_least=1)
        self._watched = dict(watched or {})
        self.errors: dict[str, list[float]] = {name: [] for name in self._watched}
        self.diverged_at: int | None = None
        start = check_array("weights", weights).copy()
        self._history = [start]
        first = mean_squared_error(self._y, forward(start, self._x))
        self._bound = _HOPELESS * max(first, 1.0)
        self._parts = _Parts(start, self._x, self._y)
        self._parts.look_at(next(self._batches))
        self._record()

    def weights_at(self, step: int) -> FloatArray:
        """Return ``w^step``; train on until there, if it has not been reached.

        Parameters
        ----------
        step : int

        Returns
        -------
        ndarray of shape (3 * H + 1,)
            If training diverged before, the last weights that were sound.
        """
        check_integer("step", step, at_least=0)
        # Numbers that overflow are the mark of divergence, and are told as such.
        with np.errstate(over="ignore", invalid="ignore"), one_thread():
            while len(self._history) <= step and self.diverged_at is None:
                self._step()
        return self._history[min(step, len(self._history) - 1)]

    def _step(self) -> None:
        self._parts.move(self._learning_rate)
        loss = self._parts.look_at(next(self._batches))
        if not loss <= self._bound:
            self.diverged_at = len(self._history)
            return
        self._history.append(self._parts.weights.copy())
        self._record()

    def _record(self) -> None:
        if (len(self._history) - 1) % self._record_every == 0:
            for name, (x, y) in self._watched.items():
                error = mean_squared_error(y, forward(self._history[-1], x))
                self.errors[name].append(error)


def _endless_batches(
    n_samples: int, batch_size: int, rng: np.random.Generator
) -> Iterator[IntArray | None]:
    """Yield epoch after epoch of batches; None stands for all examples, in any order."""
    if batch_size >= n_samples:
        return (None for _ in count())
    return chain.from_iterable(minibatches(n_samples, batch_size, rng) for _ in count())


class _Parts:
    """Weights and what one batch makes of them. Shapes: H units, S examples, B in a batch."""

    def __init__(self, weights: FloatArray, x: FloatArray, y: FloatArray) -> None:
        self.weights = weights.copy()
        hidden_width = len(unpack(weights).hidden_weights)
        # Views: to change them changes the vector.
        self.hidden = self.weights[:-1].reshape(3, hidden_width)[:2].T  # (H, 2)
        self.heights = self.weights[2 * hidden_width : -1]  # (H,)
        self.all = np.stack([-x, -np.ones(len(x)), y])  # (3, S)

    def look_at(self, batch: IntArray | None) -> float:
        """Run the network forwards on a batch; return its mean squared error."""
        seen = self.all if batch is None else self.all.take(batch, axis=1)  # (3, B)
        self.inputs = seen[:2]  # negative, so that A = 1 / (1 + exp(W X))
        a = np.dot(self.hidden, self.inputs)  # (H, B)
        np.exp(a, out=a)
        a += _ONE
        self.activations = np.divide(_ONE, a, out=a)
        r = np.dot(self.heights, a)
        r += self.weights[-1]
        r -= seen[2]
        self.residuals = r  # (B,)
        return float(r @ r) / len(r)

    def move(self, learning_rate: float) -> None:
        """Go one step down from where the last batch was looked at."""
        a, r = self.activations, self.residuals
        r *= 2.0 * learning_rate / len(r)
        d_heights = np.dot(a, r)  # (H,)
        slopes = a * a
        slopes -= a  # minus the derivative of the sigmoid; the inputs are negative too
        d_hidden = np.dot(slopes, (r * self.inputs).T)  # (H, 2)
        d_hidden *= self.heights[:, None]
        self.hidden -= d_hidden
        self.heights -= d_heights
        self.weights[-1] -= r.sum()
