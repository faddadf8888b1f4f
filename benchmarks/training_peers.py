"""What training is compared with: the textbook's loop in NumPy, JAX, scikit-learn.

Each function prepares a training and returns what is to be timed: a call without arguments that
trains and returns the losses before each step (scikit-learn's returns the model). Compiling is
part of preparing. Where a library is not installed, the function returns None.
"""

import warnings
from collections.abc import Callable
from functools import cache

import numpy as np

from lessonlib.networks import unpack
from lessonlib.optimizers import minibatches

Training = Callable[[], np.ndarray]


def plain_loop(weights, x, y, learning_rate: float, n_steps: int) -> Training:
    """Return the loop that a textbook shows: no checks, nothing kept but the losses."""
    w, b, v, c = unpack(weights)
    inputs, targets = x[:, None], y[:, None]  # (S, 1)

    def sigmoid(z: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-z))

    def loop() -> np.ndarray:
        w1, b1, w2, b2 = w[None, :], b, v[:, None], np.array([c])  # (1, H), (H,), (H, 1), (1,)
        losses = []
        for _ in range(n_steps):
            hidden = sigmoid(inputs @ w1 + b1)  # (S, H)
            outputs = hidden @ w2 + b2  # (S, 1)
            losses.append(np.mean((outputs - targets) ** 2))
            d_output = 2 * (outputs - targets) / len(inputs)  # (S, 1)
            d_hidden = (d_output @ w2.T) * hidden * (1 - hidden)  # (S, H)
            w2 = w2 - learning_rate * (hidden.T @ d_output)
            b2 = b2 - learning_rate * np.sum(d_output, axis=0)
            w1 = w1 - learning_rate * (inputs.T @ d_hidden)
            b1 = b1 - learning_rate * np.sum(d_hidden, axis=0)
        return np.array(losses)

    return loop


@cache
def _load_jax():
    try:
        import jax
    except ImportError:
        return None
    jax.config.update("jax_enable_x64", True)  # the same numbers as ours, of 64 bits
    return jax


def jax_training(weights, x, y, learning_rate: float, n_steps: int) -> Training | None:
    """Return the whole training compiled as one: gradients by JAX, steps by ``lax.scan``."""
    jax = _load_jax()
    if jax is None:
        return None
    arguments = (*_as_jax(weights, x, y), jax.numpy.array(learning_rate))
    compiled = jax.jit(_jax_train(n_steps)).lower(*arguments).compile()
    return lambda: np.asarray(compiled(*arguments))


def jax_sweep(weights, x, y, learning_rates, n_steps: int) -> Training | None:
    """Return the same for many learning rates at once, by ``vmap``."""
    jax = _load_jax()
    if jax is None:
        return None
    arguments = (*_as_jax(weights, x, y), jax.numpy.array(learning_rates))
    many = jax.vmap(_jax_train(n_steps), in_axes=(None, None, None, 0), out_axes=1)
    compiled = jax.jit(many).lower(*arguments).compile()
    return lambda: np.asarray(compiled(*arguments))


def _as_jax(weights, x, y):
    array = _load_jax().numpy.array
    return tuple(map(array, unpack(weights))), array(x), array(y)


def _jax_train(n_steps: int):
    jax = _load_jax()

    def mean_squared_error(parameters, x, y):
        w, b, v, c = parameters
        return jax.numpy.mean((jax.nn.sigmoid(x[:, None] * w + b) @ v + c - y) ** 2)

    def train(parameters, x, y, learning_rate):
        def step(parameters, _):
            loss, gradient = jax.value_and_grad(mean_squared_error)(parameters, x, y)
            moved = jax.tree.map(lambda p, g: p - learning_rate * g, parameters, gradient)
            return moved, loss

        return jax.lax.scan(step, parameters, None, length=n_steps)[1]

    return train


def sklearn_network(hidden_width: int, x, y, learning_rate: float, n_steps: int) -> Training | None:
    """Return scikit-learn's training of the same network, from its own start.

    Its loss is half the mean squared error, hence twice the rate.
    """
    try:
        from sklearn.neural_network import MLPRegressor
    except ImportError:
        return None
    options = _sgd_options(2 * learning_rate, len(x), n_steps)
    return _quiet_fit(
        MLPRegressor(hidden_layer_sizes=(hidden_width,), activation="logistic", **options),
        x[:, None],
        y,
    )


def sklearn_minibatches(x, y, learning_rate: float, batch_size: int, n_epochs: int):
    """Return scikit-learn's network without a hidden layer, which is logistic regression.

    It is the one model of scikit-learn that takes batches of many examples.
    """
    try:
        from sklearn.neural_network import MLPClassifier
    except ImportError:
        return None
    options = _sgd_options(learning_rate, batch_size, n_epochs)
    return _quiet_fit(MLPClassifier(hidden_layer_sizes=(), **options), x, y)


def sklearn_one_by_one(x, y, learning_rate: float, n_epochs: int):
    """Return scikit-learn's ``SGDClassifier``, compiled: each batch is one example."""
    try:
        from sklearn.linear_model import SGDClassifier
    except ImportError:
        return None
    options = {"penalty": None, "learning_rate": "constant", "eta0": learning_rate}
    stop = {"max_iter": n_epochs, "tol": None, "random_state": 0}
    return _quiet_fit(SGDClassifier(loss="log_loss", **options, **stop), x, y)


def _sgd_options(learning_rate: float, batch_size: int, n_epochs: int) -> dict:
    """Return the options that make of scikit-learn's networks plain SGD of so many epochs."""
    plain = {"solver": "sgd", "alpha": 0.0, "momentum": 0.0, "nesterovs_momentum": False}
    stop = {"max_iter": n_epochs, "tol": 0.0, "n_iter_no_change": n_epochs + 1}
    size = {"batch_size": batch_size, "learning_rate_init": learning_rate}
    return {**plain, **stop, **size, "random_state": 0}


def _quiet_fit(model, x, y):
    def fit():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it has not converged
            return model.fit(x, y)

    return fit


def plain_minibatches(x, y, learning_rate: float, batch_size: int, n_epochs: int, seed: int = 0):
    """Return the loop of lesson 6 as a textbook shows it; it returns the last parameters."""

    def loop() -> np.ndarray:
        rng, w, b = np.random.default_rng(seed), np.zeros(x.shape[1]), 0.0
        for _ in range(n_epochs):
            for batch in minibatches(len(x), batch_size, rng):
                wrong = 1 / (1 + np.exp(-(x[batch] @ w + b))) - y[batch]
                w = w - learning_rate * (wrong @ x[batch]) / len(batch)
                b = b - learning_rate * wrong.mean()
        return np.append(w, b)

    return loop
