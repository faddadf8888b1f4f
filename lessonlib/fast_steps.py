"""Gradient descent on the 1-H-1 network without waste: all arrays are made once."""

import numpy as np

from lessonlib.arguments import FloatArray, IntArray
from lessonlib.networks import unpack

_ONE = np.array(1.0)  # quicker than a Python float


class FastSteps:
    """The weights of a network, and steps down its mean squared error.

    :meth:`look_at` and :meth:`move` take turns. Nothing is checked: the callers
    have done so.

    Parameters
    ----------
    weights : ndarray of shape (3 * H + 1,)
        Where to start; not changed.
    x, y : ndarray of shape (n_samples,)

    Attributes
    ----------
    weights : ndarray of shape (3 * H + 1,)
        The parameters now. Each step changes this array: copy what you keep.

    Notes
    -----
    Each step is :func:`lessonlib.training.gradient_descent_step`. With ``A`` the activations
    (H, B) and ``r`` the residuals (B,) of a batch, the sums over examples that the
    gradient needs are those of ``r A`` and ``r A²``, since ``A (1 - A) = A - A²``: one matrix
    product gives all of them. :func:`lessonlib.fast_descent.descend` has the derivation.
    """

    def __init__(self, weights: FloatArray, x: FloatArray, y: FloatArray) -> None:
        n_hidden = self._n_hidden = len(unpack(weights).hidden_weights)
        with_target = np.append(weights, -1.0)  # the output (v, c, -1) times (A, 1, y) is r
        # Views: to change them changes the vector.
        self.weights = with_target[:-1]
        self._hidden = with_target[: 2 * n_hidden].reshape(2, n_hidden).T  # (H, 2), rows (w_h, b_h)
        self._output = with_target[2 * n_hidden :]  # (H + 2,)
        self._heights = self._output[:n_hidden]
        self._gradient = np.empty(3 * n_hidden + 1)
        self._d_hidden = self._gradient[: 2 * n_hidden].reshape(2, n_hidden)
        self._d_output = self._gradient[2 * n_hidden :]  # (H + 1,)
        self._sums = np.empty((2 * n_hidden + 2, 2))
        self._differences = np.empty((n_hidden, 2))
        self._minus_x, self._y = -x, y
        self._all = self._batch = _Batch(n_hidden, len(x))
        self._all.minus_x[:], self._all.y[:] = self._minus_x, y
        self._dealt: dict[int, _Batch] = {}  # by size

    def look_at(self, chosen: IntArray | None = None) -> float:
        """Run the network forwards on a batch; return its mean squared error.

        Parameters
        ----------
        chosen : ndarray of int or None
            Indices of the batch's examples; None for all of them.
        """
        self._batch = batch = self._all if chosen is None else self._deal(chosen)
        a, r = batch.activations, batch.residuals[1]
        np.dot(self._hidden, batch.inputs, out=a)
        np.exp(a, out=a)
        a += _ONE
        np.divide(_ONE, a, out=a)
        np.dot(self._output, batch.seen_by_output, out=r)
        return float(r @ r) / len(r)

    def _deal(self, chosen: IntArray) -> "_Batch":
        """Return a batch that holds the chosen examples."""
        size = len(chosen)
        if size not in self._dealt:
            self._dealt[size] = _Batch(self._n_hidden, size)
        batch = self._dealt[size]
        # The mode spares a copy; no index is out of bounds.
        self._minus_x.take(chosen, out=batch.minus_x, mode="clip")
        self._y.take(chosen, out=batch.y, mode="clip")
        return batch

    def move(self, learning_rate: float) -> None:
        """Go one step down from the last :meth:`look_at`."""
        batch, sums, n_hidden = self._batch, self._sums, self._n_hidden
        np.multiply(batch.residuals[1], batch.minus_x, out=batch.residuals[0])
        np.multiply(batch.activations, batch.activations, out=batch.squares)
        np.dot(batch.summed, batch.columns, out=sums)
        sums *= batch.factors
        np.subtract(sums[:n_hidden], sums[n_hidden + 2 :], out=self._differences)
        # One column at a time: each is one long row for NumPy.
        np.multiply(self._differences[:, 0], self._heights, out=self._d_hidden[0])
        np.multiply(self._differences[:, 1], self._heights, out=self._d_hidden[1])
        self._d_output[:] = sums[: n_hidden + 1, 1]
        self.weights -= learning_rate * self._gradient


class _Batch:
    """The arrays for a batch of one size. Shapes: H units, B examples."""

    def __init__(self, n_hidden: int, size: int) -> None:
        # Rows: -x, -1, activations, 1, targets, squared activations.
        rows = np.empty((2 * n_hidden + 4, size))
        rows[1], rows[n_hidden + 2] = -1.0, 1.0
        self.minus_x, self.y = rows[0], rows[n_hidden + 3]
        self.inputs = rows[:2]  # negative, so that A = 1 / (1 + exp(W X))
        self.activations = rows[2 : n_hidden + 2]
        self.seen_by_output = rows[2 : n_hidden + 4]
        self.summed = rows[2:]
        self.squares = rows[n_hidden + 4 :]
        self.residuals = np.empty((2, size))  # -r x and r
        self.columns = self.residuals.T
        self.factors = 2.0 / size * np.array([-1.0, 1.0])
