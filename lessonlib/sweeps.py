"""All learning rates at once: many trainings side by side, and the curvature that limits them."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.activations import sigmoid_derivative
from lessonlib.arguments import FloatArray, check_array, check_arrays, check_integer
from lessonlib.networks import hidden_activations, unpack
from lessonlib.threads import one_thread
from lessonlib.training import divergence_bound


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
    All networks make each step together, as arrays with a first axis of
    length K. A network that has diverged is dropped, so the others go faster.

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
    networks = _Networks(check_array("weights", weights), x, y, rates)
    # Numbers that overflow are the mark of divergence, and are told as such.
    with np.errstate(over="ignore", invalid="ignore"), one_thread():
        here = networks.loss()
        bound = divergence_bound(float(here[0]), y)
        for step in range(n_steps + 1):
            if step > 0:
                networks.step()
                here = networks.loss()
            sound = here <= bound
            losses[step, networks.places[sound]] = here[sound]
            if not sound.all():
                networks.keep(sound)
    return losses


class _Networks:
    """K networks that are trained side by side. Shapes: K rates, H units, S examples."""

    def __init__(self, weights: FloatArray, x: FloatArray, y: FloatArray, rates: FloatArray):
        w, b, v, c = unpack(weights)
        n_rates, n_samples = len(rates), len(x)
        self.places = np.arange(n_rates)  # columns of the result
        self.hidden = np.tile(np.stack([w, b], axis=1), (n_rates, 1, 1))  # (K, H, 2)
        self.heights = np.tile(v, (n_rates, 1))  # (K, H)
        self.biases = np.full(n_rates, c)  # (K,)
        self.y, self.inputs = y, np.stack([x, np.ones(n_samples)])  # (2, S)
        self.factors = 2.0 / n_samples * rates  # (K,)
        self.activations = np.empty((n_rates, len(w), n_samples))  # (K, H, S)
        self.squares = np.empty_like(self.activations)
        self.residuals = np.empty((n_rates, 1, n_samples))

    def loss(self) -> FloatArray:
        """Run all networks forwards and return their mean squared errors, (K,)."""
        n_rates, n_hidden, n_samples = self.activations.shape
        a, r = self.squares, self.residuals  # until the step, the squares' place is free
        flat = self.hidden.reshape(n_rates * n_hidden, 2)
        np.dot(flat, -self.inputs, out=a.reshape(n_rates * n_hidden, n_samples))
        np.exp(a, out=a)
        a += 1.0
        np.divide(1.0, a, out=self.activations)
        np.matmul(self.heights[:, None], self.activations, out=r)
        r += self.biases[:, None, None]
        r -= self.y
        return np.asarray(np.vecdot(r[:, 0], r[:, 0])) / n_samples

    def step(self) -> None:
        """Go one step down from the last :meth:`loss`, each network by its own rate."""
        scaled = (self.factors[:, None, None] * self.residuals) * self.inputs  # (K, 2, S)
        columns = scaled.transpose(0, 2, 1)  # (K, S, 2)
        np.multiply(self.activations, self.activations, out=self.squares)
        sums = self.activations @ columns  # (K, H, 2)
        # A (1 - A) = A - A²
        self.hidden -= (sums - self.squares @ columns) * self.heights[:, :, None]
        self.heights -= sums[:, :, 1]
        self.biases -= scaled[:, 1].sum(axis=1)

    def keep(self, sound: np.ndarray) -> None:
        """Drop the networks that are not sound."""
        for name in ("places", "hidden", "heights", "biases", "factors"):
            setattr(self, name, getattr(self, name)[sound])
        for name in ("activations", "squares", "residuals"):
            setattr(self, name, getattr(self, name)[sound])


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
