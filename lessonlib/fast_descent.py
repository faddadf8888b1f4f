"""Full-batch gradient descent on the 1-H-1 network, many steps at a time, without waste."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.networks import unpack

_STEPS_AT_ONCE = 32  # more keeps more in memory, fewer computes losses and norms more often
_ONE = np.array(1.0)  # quicker than a Python float
_Parts = tuple[tuple[FloatArray, ...], ...]  # of weights, gradients, residuals: see _cut


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
    activations ``A_hs = sigmoid(w_h x_s + b_h)`` and residuals ``r_s = sum_h v_h A_hs + c - y_s``,
    the chain rule gives, each a sum over the examples s and times 2/S::

        ∂/∂v_h = sum r_s A_hs                     ∂/∂c   = sum r_s
        ∂/∂w_h = v_h sum r_s A_hs (1 - A_hs) x_s  ∂/∂b_h = v_h sum r_s A_hs (1 - A_hs)

    Three rearrangements make of this few calls of NumPy, none of which makes an array:

    1. Since ``A (1 - A) = A - A²``, all sums come from one matrix product: the rows ``A``, 1, y,
       ``A²`` times the columns ``r x`` and ``r``.
    2. The residuals are a product too: ``(v, c, -1)`` times the rows ``A``, 1, y. The rows of the
       activations start as the product of the ``(-w_h, -b_h)`` and the rows x, 1; the minus, kept
       in the inputs, is the one of ``A = 1 / (1 + exp(-z))``.
    3. The factor 2/S and the learning rate are one number, which comes last.

    A step on small arrays takes as long as its calls of NumPy, not its numbers. So parts of
    arrays are cut once, and each call goes through its numbers in one row: two products
    of H numbers take less time than one of (H, 2) numbers whose parts lie apart.

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
        self._differences = np.empty((n_hidden, 2))
        # One row a step; the last number of a row of weights is the output's factor of y.
        self._weights = np.full((n_steps + 1, len(weights) + 1), -1.0)
        self._weights[0, :-1] = weights
        self._gradients = np.empty((n_steps, len(weights)))  # without the factor 2/S
        self._residuals = np.empty((n_steps, 2, n_samples))  # r x and r
        self._end = 0
        self._parts = self._cut(n_hidden)

    def _cut(self, n_hidden: int) -> list[_Parts]:
        """Return the parts of each step's rows: made once, since a view takes as long as a sum."""
        here, gradients, residuals = self._weights[:-1], self._gradients, self._residuals
        of_weights = (
            here[:, :-1],
            self._weights[1:, :-1],
            here[:, : 2 * n_hidden].reshape(-1, 2, n_hidden).transpose(0, 2, 1),  # rows (w_h, b_h)
            here[:, 2 * n_hidden : 3 * n_hidden],
            here[:, 2 * n_hidden :],
        )
        of_gradients = (
            gradients,
            *(gradients[:, :n_hidden], gradients[:, n_hidden : 2 * n_hidden]),
            gradients[:, 2 * n_hidden :],
        )
        of_residuals = (residuals[:, 0], residuals[:, 1], residuals.transpose(0, 2, 1))
        parts = (zip(*those, strict=True) for those in (of_weights, of_gradients, of_residuals))
        return list(zip(*parts, strict=True))

    def go(self, learning_rate: float, n_steps: int) -> Stretch:
        """Go so many steps from where the last stretch ended."""
        n_samples = len(self._x)
        self._weights[0] = self._weights[self._end]
        self._end = n_steps
        self._step(np.array(2.0 / n_samples * learning_rate), self._parts[:n_steps])
        residuals, gradients = self._residuals[:n_steps, 1], self._gradients[:n_steps]
        losses = np.vecdot(residuals, residuals) / n_samples
        norms = 2.0 / n_samples * np.sqrt(np.vecdot(gradients, gradients))
        return Stretch(self._weights[: n_steps + 1, :-1], losses, norms)

    def _step(self, factor: FloatArray, steps: Sequence[_Parts]) -> None:
        # A name that is looked up once costs less than one that is looked up at every step.
        dot, exp, add, subtract = np.dot, np.exp, np.add, np.subtract
        multiply, divide, one = np.multiply, np.divide, _ONE
        n_hidden = len(self._activations)
        minus_inputs, x, sums, rows = self._minus_inputs, self._x, self._sums, self._rows
        a, squares, seen_by_output = self._activations, self._squares, self._seen_by_output
        sums_a, sums_squares = sums[:n_hidden], sums[n_hidden + 2 :]
        sums_output = sums[: n_hidden + 1, 1]
        differences, (with_x, without_x) = self._differences, self._differences.T
        for weights, gradients, (rx, r, rx_and_r) in steps:
            here, there, hidden, heights, output = weights
            gradient, d_weights, d_biases, d_output = gradients
            dot(hidden, minus_inputs, a)  # (H, 2) @ (2, S)
            exp(a, a)
            add(a, one, a)
            divide(one, a, a)
            dot(output, seen_by_output, r)  # (H + 2,) @ (H + 2, S)
            multiply(r, x, rx)
            multiply(a, a, squares)
            dot(rows, rx_and_r, sums)  # (2 H + 2, S) @ (S, 2)
            subtract(sums_a, sums_squares, differences)
            multiply(with_x, heights, d_weights)
            multiply(without_x, heights, d_biases)
            d_output[:] = sums_output
            multiply(gradient, factor, there)
            subtract(here, there, there)
