"""Full-batch gradient descent on the 1-H-1 network, many steps at a time, without waste."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.networks import unpack

_STEPS_AT_ONCE = 32  # more keeps more in memory, fewer computes losses and norms more often
_ONE = np.array(1.0)  # quicker than a Python float
_Rows = tuple[tuple[FloatArray, ...], ...]  # what one step writes: see _cut


class Stretch(NamedTuple):
    """Some steps in a row. The arrays are used again for the next ones: copy what you keep.

    Attributes
    ----------
    losses : ndarray of shape (n,)
        Mean squared error before each step.
    gradient_norms : ndarray of shape (n,)
        Length of the gradient at each step.
    start, before_last : ndarray of shape (3 * H + 1,)
        The parameters before the first step, and before the last.
    steps : ndarray of shape (n, 3 * H + 1)
        What each step is to subtract from the parameters, times ``1 / factor``.
    factor : float
    """

    losses: FloatArray
    gradient_norms: FloatArray
    start: FloatArray
    before_last: FloatArray
    steps: FloatArray
    factor: FloatArray

    def weights(self) -> FloatArray:
        """Return the parameters before the first step and after each, (n + 1, 3 * H + 1).

        They are subtracted as they were on the way, so they are the same to the last digit.
        """
        rows = np.concatenate([self.start[None], self.factor * self.steps])
        return np.asarray(np.subtract.accumulate(rows, axis=0))


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

    What is asked for seldom costs the steps nothing. Every step leaves its gradient and its
    residuals in rows of their own: losses and norms of a stretch are two sums at its end, and
    :meth:`Stretch.weights` finds the way from the gradients.
    """
    way = _Way(weights, x, y, min(n_steps, _STEPS_AT_ONCE))
    for done in range(0, n_steps, _STEPS_AT_ONCE):
        yield way.go(learning_rate, min(n_steps - done, _STEPS_AT_ONCE))


class _Way:
    """The arrays of a stretch. Shapes: H units, S examples, P parameters, N steps at most."""

    def __init__(self, weights: FloatArray, x: FloatArray, y: FloatArray, n_steps: int) -> None:
        n_hidden, n_samples = len(unpack(weights).hidden_weights), len(x)
        self._x = x
        self._minus_inputs = np.empty((2, n_samples))  # so that A = 1 / (1 + exp(W X))
        self._minus_inputs[0], self._minus_inputs[1] = -x, -1.0
        self._rows = rows = np.empty((2 * n_hidden + 2, n_samples))
        rows[n_hidden], rows[n_hidden + 1] = 1.0, y
        with_target = np.append(weights, -1.0)  # the last is the output's factor of y
        self._weights = with_target[:-1]
        self._hidden = with_target[: 2 * n_hidden].reshape(2, n_hidden).T  # (H, 2), rows (w_h, b_h)
        self._output = with_target[2 * n_hidden :]  # (H + 2,)
        # One row a step.
        self._gradients = np.empty((n_steps, len(weights)))  # without the factor 2/S
        self._residuals = np.empty((n_steps, 2, n_samples))  # r x and r
        self._cuts = self._cut(n_hidden)

    def _cut(self, n_hidden: int) -> list[_Rows]:
        """Return the parts of each step's rows: made once, since a view takes as long as a sum."""
        gradients, residuals = self._gradients, self._residuals
        of_gradients = zip(
            gradients,
            gradients[:, :n_hidden],
            gradients[:, n_hidden : 2 * n_hidden],
            gradients[:, 2 * n_hidden :],
            strict=True,
        )
        of_residuals = zip(
            residuals[:, 0], residuals[:, 1], residuals.transpose(0, 2, 1), strict=True
        )
        return list(zip(of_gradients, of_residuals, strict=True))

    def go(self, learning_rate: float, n_steps: int) -> Stretch:
        """Go so many steps from where the last stretch ended."""
        n_samples, start = len(self._x), self._weights.copy()
        factor = np.array(2.0 / n_samples * learning_rate)
        self._step(factor, self._cuts[: n_steps - 1])
        before_last = self._weights.copy()
        self._step(factor, self._cuts[n_steps - 1 : n_steps])
        residuals, gradients = self._residuals[:n_steps, 1], self._gradients[:n_steps]
        losses = np.vecdot(residuals, residuals) / n_samples
        norms = 2.0 / n_samples * np.sqrt(np.vecdot(gradients, gradients))
        return Stretch(losses, norms, start, before_last, gradients, factor)

    def _step(self, factor: FloatArray, cuts: Sequence[_Rows]) -> None:
        # A name that is looked up once costs less than one that is looked up at every step.
        dot, exp, add, subtract = np.dot, np.exp, np.add, np.subtract
        multiply, divide, one = np.multiply, np.divide, _ONE
        n_hidden, minus_inputs, x = len(self._hidden), self._minus_inputs, self._x
        weights, hidden, output = self._weights, self._hidden, self._output
        rows, heights, scaled = self._rows, output[:n_hidden], np.empty_like(weights)
        a, seen_by_output, squares = rows[:n_hidden], rows[: n_hidden + 2], rows[n_hidden + 2 :]
        sums, differences = np.empty((2 * n_hidden + 2, 2)), np.empty((n_hidden, 2))
        sums_a, sums_squares, sums_output = sums[:n_hidden], sums[n_hidden + 2 :], sums[:, 1]
        sums_output, (with_x, without_x) = sums_output[: n_hidden + 1], differences.T
        for (gradient, d_weights, d_biases, d_output), (rx, r, rx_and_r) in cuts:
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
            multiply(gradient, factor, scaled)
            subtract(weights, scaled, weights)
