"""All learning rates at once: many trainings side by side, and the curvature that limits them."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid_derivative
from lessonlib.arguments import FloatArray, check_array, check_arrays, check_integer
from lessonlib.networks import hidden_activations, unpack
from lessonlib.threads import one_thread
from lessonlib.training import divergence_bound

_STEPS_AT_ONCE = 16  # after so many, networks that have diverged are dropped
_ONE = np.array(1.0)  # quicker than a Python float


def train_many(
    weights: ArrayLike, x: ArrayLike, y: ArrayLike, learning_rates: ArrayLike, n_steps: int
) -> FloatArray:
    """Train once for each learning rate, all from the same start, all at once.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)
        Where every training starts; not changed.
    x, y : array_like of shape (n_samples,)
    learning_rates : array_like of shape (K,)
    n_steps : int

    Returns
    -------
    ndarray of shape (n_steps + 1, K)
        Mean squared error before the first step and after each; infinite from
        where a training diverged. Column k is what
        :func:`lessonlib.training.train` finds for rate k.

    Raises
    ------
    ValueError
        If a learning rate is not above 0, ``n_steps < 1``, or shapes do not fit.

    Notes
    -----
    All networks make each step together, as arrays with a first axis of length K, by the sums of
    :func:`lessonlib.fast_descent.descend`: those of ``r A`` and of ``r A²``. Here they are
    two products, one after the other, and ``A²`` takes the place of ``A``: for many networks at
    once, numbers that leave the processor's cache cost more than calls. Networks that
    have diverged are dropped after a few steps, so the others go faster.

    Examples
    --------
    >>> losses = train_many([1.0, 0.0, 1.0, 0.0], [-1.0, 1.0], [0.0, 1.0], [0.1, 50.0], n_steps=30)
    >>> losses[-1] < losses[0]
    array([ True, False])
    """
    x, y = check_arrays(x=x, y=y)
    rates = check_array("learning_rates", learning_rates)
    check_integer("n_steps", n_steps, at_least=1)
    if rates.min() <= 0:
        raise ValueError(f"learning_rates has {rates.min():g}: expected numbers above 0")
    losses = np.full((n_steps + 1, len(rates)), np.inf)
    networks, bound = _Networks(check_array("weights", weights), x, y, rates), 0.0
    # Numbers that overflow are the mark of divergence, and are told as such. To ignore all
    # flags is quicker than some.
    with np.errstate(all="ignore"), one_thread():
        for start in range(0, n_steps + 1, _STEPS_AT_ONCE):
            rows = losses[start : start + _STEPS_AT_ONCE]
            found = networks.go(len(rows))
            if start == 0:
                bound = divergence_bound(float(found[0, 0]), y)
            # What is out of bounds once stays so.
            sound = np.logical_and.accumulate(found <= bound, axis=0)
            rows[:, networks.places] = np.where(sound, found, np.inf)
            if not sound[-1].all():
                networks.keep(sound[-1])
    return losses


class _Networks:
    """K networks that are trained side by side. Shapes: K rates, H units, S examples."""

    def __init__(self, weights: FloatArray, x: FloatArray, y: FloatArray, rates: FloatArray):
        w, b, v, c = unpack(weights)
        n_rates = len(rates)
        self._ones = np.ones(len(x))
        self.places = np.arange(n_rates)  # columns of the result
        self._hidden = np.tile(np.stack([w, b], axis=1), (n_rates, 1, 1))  # (K, H, 2)
        self._heights = np.tile(v, (n_rates, 1))  # (K, H)
        self._biases = np.tile([c, -1.0], (n_rates, 1))  # (K, 2), the -1 for the targets
        self._inputs, self._targets = np.stack([x, self._ones]), np.stack([self._ones, y])  # (2, S)
        self._factors = 2.0 / len(x) * rates  # (K,)
        self._make_room()

    def keep(self, sound: np.ndarray) -> None:
        """Drop the networks that are not sound."""
        for name in ("places", "_hidden", "_heights", "_biases", "_factors"):
            setattr(self, name, getattr(self, name)[sound])
        self._make_room()

    def _make_room(self) -> None:
        """Make the arrays that each step uses again, for as many networks as there are."""
        (n_rates, n_hidden, _), n_samples = self._hidden.shape, len(self._ones)
        self._scaled_inputs = self._factors[:, None, None] * self._inputs  # (K, 2, S)
        self._activations = np.empty((n_rates, n_hidden, n_samples))  # A, then A²
        self._residuals, self._biased = np.empty((2, n_rates, n_samples))
        self._scaled = np.empty((n_rates, 2, n_samples))  # r x and r, times the factors
        self._sums = np.empty((2, n_rates, n_hidden, 2))

    def go(self, n_steps: int) -> FloatArray:
        """Go so many steps; return the mean squared errors before each, (n_steps, K)."""
        n_samples, minus_inputs = len(self._ones), -self._inputs
        a, r, sums, scaled = self._activations, self._residuals, self._sums, self._scaled
        hidden, rows = self._hidden.reshape(-1, 2), a.reshape(-1, n_samples)  # (K H, 2), (K H, S)
        heights, outputs = self._heights[:, None], r[:, None]  # (K, 1, H), (K, 1, S)
        columns = scaled.transpose(0, 2, 1)  # (K, S, 2)
        losses = np.empty((n_steps, len(r)))
        for loss in losses:
            np.dot(hidden, minus_inputs, out=rows)
            np.exp(a, out=a)
            np.add(a, _ONE, out=a)
            np.divide(_ONE, a, out=a)
            np.matmul(heights, a, out=outputs)
            np.dot(self._biases, self._targets, out=self._biased)
            np.add(r, self._biased, out=r)
            np.vecdot(r, r, out=loss)
            np.multiply(self._scaled_inputs, outputs, out=scaled)
            np.matmul(a, columns, out=sums[0])
            np.multiply(a, a, out=a)
            np.matmul(a, columns, out=sums[1])
            self._move()
        return losses / n_samples

    def _move(self) -> None:
        """Take the step whose sums are there."""
        (of_a, of_squares), biases = self._sums, self._biases[:, 0]
        d_hidden = np.subtract(of_a, of_squares, out=of_squares)
        # One column at a time: each is one long row for NumPy.
        with_x, without_x = d_hidden[:, :, 0], d_hidden[:, :, 1]
        np.multiply(with_x, self._heights, out=with_x)
        np.multiply(without_x, self._heights, out=without_x)
        np.subtract(self._hidden, d_hidden, out=self._hidden)
        np.subtract(self._heights, of_a[:, :, 1], out=self._heights)
        np.subtract(biases, self._factors * np.dot(self._residuals, self._ones), out=biases)


def mse_hessian(weights: ArrayLike, x: ArrayLike, y: ArrayLike) -> FloatArray:
    """Compute the second derivatives of the mean squared error: how its bowl is curved.

    Parameters
    ----------
    weights : array_like of shape (P,)
    x, y : array_like of shape (n_samples,)

    Returns
    -------
    ndarray of shape (P, P)
        Symmetric: row p says how the gradient changes with parameter p.

    Notes
    -----
    With residuals ``r_s = ỹ_s - y_s``, the second derivative of ``(1/S) sum_s r_s²`` is
    ``(2/S) sum_s (∂ỹ_s/∂w_p ∂ỹ_s/∂w_q + r_s ∂²ỹ_s/∂w_p∂w_q)``. The last one is 0 for parameters
    of two different units.

    Examples
    --------
    >>> mse_hessian([1.0, 0.0, 0.0, 0.0], [0.0], [0.0])[2:, 2:]
    array([[0.5, 1. ],
           [1. , 2. ]])
    """
    x, y = check_arrays(x=x, y=y)
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)  # (S, H)
    slope = sigmoid_derivative(a)
    curvature = slope * (1 - 2 * a)
    ones = np.ones((len(x), 1))
    jacobian = np.hstack([x[:, None] * slope * v, slope * v, a, ones])  # (S, P)
    w, b, out = np.arange(3 * len(v)).reshape(3, -1)  # places of each unit's parameters
    with one_thread():
        r = a @ v + c - y  # (S,)
        hessian = jacobian.T @ jacobian
        for p, q, second in (
            (w, w, (r * x**2) @ curvature * v),
            (w, b, (r * x) @ curvature * v),
            (b, b, r @ curvature * v),
            (w, out, (r * x) @ slope),
            (b, out, r @ slope),
        ):
            hessian[p, q] += second
            if p is not q:
                hessian[q, p] += second
    return np.asarray(2.0 / len(x) * hessian)
