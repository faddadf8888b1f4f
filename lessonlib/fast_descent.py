"""Full-batch gradient descent on the 1-H-1 network, many steps at a time, without waste."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.networks import unpack

_STEPS_AT_ONCE = 32  # more keeps more in memory, fewer computes losses and norms more often
_ONE = np.array(1.0)  # quicker than a Python float
_Views = tuple[tuple[FloatArray, ...], ...]


class Stretch(NamedTuple):
    """Some steps in a row. The arrays are used again for the next ones: copy what you keep.

    Attributes
    ----------
    weights : ndarray of shape (n + 1, 3 * H + 1)
        The parameters before the first step, and after each.
    losses : ndarray of shape (n,)
        Mean squared error before each step.
    gradient_norms : ndarray of shape (n,)
        Length of the gradient at each step.
    """

    weights: FloatArray
    losses: FloatArray
    gradient_norms: FloatArray


def descend(
    weights: FloatArray, x: FloatArray, y: FloatArray, learning_rate: float, n_steps: int
) -> Iterator[Stretch]:
    """Go down the mean squared error and yield the way, stretch by stretch.

    Nothing is checked: the callers have done so. Steps that diverge go on, with
    numbers that overflow; who looks at the losses stops.

    Parameters
    ----------
    weights : ndarray of shape (3 * H + 1,)
        Where to start; not changed.
    x, y : ndarray of shape (n_samples,)
    learning_rate : float
    n_steps : int

    Yields
    ------
    Stretch

    Notes
    -----
    Each step is :func:`lessonlib.training.gradient_descent_step`, arranged differently. With
    activations ``A`` (H, S) and residuals ``r`` (S,), the derivatives are sums over the examples:

    - of ``(2/S) r A`` for the heights, and of ``(2/S) r`` for the output's bias;
    - of ``(2/S) r v A (1 - A) x`` for the weights, and without ``x`` for the biases.

    Since ``A (1 - A) = A - A²``, one matrix product gives all sums: rows ``A``, 1, ``y``, ``A²``
    times columns ``r x``, ``r``. The residuals are a product too, of the output's numbers
    ``(v, c, -1)`` and the rows ``A``, 1, ``y``. The factor 2/S comes last.

    Every step writes into rows of its own. So the losses and norms of a stretch cost two sums at
    its end, and the weights before each step are still there if its loss was the last sound one.
    """
    way = _Way(weights, x, y, min(n_steps, _STEPS_AT_ONCE))
    for done in range(0, n_steps, _STEPS_AT_ONCE):
        yield way.go(learning_rate, min(n_steps - done, _STEPS_AT_ONCE))


class _Way:
    """The arrays of a stretch. Shapes: H units, S examples, P parameters, N steps at most."""

    def __init__(self, weights: FloatArray, x: FloatArray, y: FloatArray, n_steps: int) -> None:
        n_hidden, n_samples = len(unpack(weights).hidden_weights), len(x)
        self._minus_inputs = np.stack([-x, -np.ones(n_samples)])  # so that A = 1 / (1 + exp(W X))
        self._x = x.copy()
        self._rows = rows = np.empty((2 * n_hidden + 2, n_samples))
        self._activations, self._squares = rows[:n_hidden], rows[n_hidden + 2 :]
        self._seen_by_output = rows[: n_hidden + 2]
        rows[n_hidden], rows[n_hidden + 1] = 1.0, y
        self._sums = np.empty((2 * n_hidden + 2, 2))
        # One row a step; the last number of a row of weights is the output's factor of y.
        self._weights = np.full((n_steps + 1, len(weights) + 1), -1.0)
        self._weights[0, :-1] = weights
        self._gradients = np.empty((n_steps, len(weights)))  # without the factor 2/S
        self._residuals = np.empty((n_steps, 2, n_samples))  # r x and r
        self._end = 0
        self._views = [self._views_of(step, n_hidden) for step in range(n_steps)]

    def _views_of(self, step: int, n_hidden: int) -> _Views:
        """Return the parts of a step's rows: made once, since a view takes as long as a sum."""
        weights, gradient = self._weights[step], self._gradients[step]
        residuals = self._residuals[step]
        return (
            (
                weights[:-1],
                self._weights[step + 1, :-1],
                weights[: 2 * n_hidden].reshape(2, n_hidden).T,  # (H, 2), rows (w_h, b_h)
                weights[2 * n_hidden : 3 * n_hidden, None],  # (H, 1)
                weights[2 * n_hidden :],  # (H + 2,)
            ),
            (
                gradient,
                gradient[: 2 * n_hidden].reshape(2, n_hidden).T,  # (H, 2)
                gradient[2 * n_hidden :],  # (H + 1,)
            ),
            (residuals[0], residuals[1], residuals.T),  # the last (S, 2)
        )

    def go(self, learning_rate: float, n_steps: int) -> Stretch:
        """Go so many steps from where the last stretch ended."""
        n_samples = len(self._x)
        self._weights[0] = self._weights[self._end]
        self._end = n_steps
        self._step(np.array(2.0 / n_samples * learning_rate), self._views[:n_steps])
        residuals, gradients = self._residuals[:n_steps, 1], self._gradients[:n_steps]
        losses = np.vecdot(residuals, residuals) / n_samples
        norms = 2.0 / n_samples * np.sqrt(np.vecdot(gradients, gradients))
        return Stretch(self._weights[: n_steps + 1, :-1], losses, norms)

    def _step(self, factor: FloatArray, views: Sequence[_Views]) -> None:
        # A name that is looked up once costs less than one that is looked up at every step.
        dot, exp, add, subtract = np.dot, np.exp, np.add, np.subtract
        multiply, divide, one = np.multiply, np.divide, _ONE
        n_hidden = len(self._activations)
        minus_inputs, x, sums, rows = self._minus_inputs, self._x, self._sums, self._rows
        a, squares, seen_by_output = self._activations, self._squares, self._seen_by_output
        sums_a, sums_squares = sums[:n_hidden], sums[n_hidden + 2 :]
        sums_output = sums[: n_hidden + 1, 1]
        for weights, gradients, (rx, r, columns) in views:
            here, there, hidden, heights, output = weights
            gradient, d_hidden, d_output = gradients
            dot(hidden, minus_inputs, a)
            exp(a, a)
            add(a, one, a)
            divide(one, a, a)
            dot(output, seen_by_output, r)
            multiply(r, x, rx)
            multiply(a, a, squares)
            dot(rows, columns, sums)
            subtract(sums_a, sums_squares, d_hidden)
            multiply(d_hidden, heights, d_hidden)
            d_output[:] = sums_output
            multiply(gradient, factor, there)
            subtract(here, there, there)
