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
from lessonlib.fast_steps import FastSteps
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward
from lessonlib.optimizers import minibatches
from lessonlib.threads import one_thread
from lessonlib.training import divergence_bound


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
        The first step after which the loss of the next batch was above
        :func:`lessonlib.training.divergence_bound`. The weights stay at those
        of the step before.
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
        start = check_array("weights", weights).copy()
        self._history = [start]
        self._network = FastSteps(start, self._x, self._y)
        with np.errstate(over="ignore", invalid="ignore"), one_thread():
            first = self._network.look_at()
            self._bound = divergence_bound(first, self._y)
            self.diverged_at: int | None = None if first <= self._bound else 0
            self._network.look_at(next(self._batches))
        if self.diverged_at is None:
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
        self._network.move(self._learning_rate)
        loss = self._network.look_at(next(self._batches))
        if not loss <= self._bound:
            self.diverged_at = len(self._history)
            return
        self._history.append(self._network.weights.copy())
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
