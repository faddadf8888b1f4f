"""One turn of the machine's loop, in numbers: network, loss, gradient, step."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, check_choice
from lessonlib.datasets import sample_dataset
from lessonlib.experiments.lesson6 import load_two_species
from lessonlib.experiments.lesson7.setting import Setting
from lessonlib.logistic import cross_entropy_gradient, predict_probability
from lessonlib.losses import cross_entropy_loss, mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.splitting import Split, split_indices

PROBLEMS = ("curve", "penguins")
N_TURNS = 300
_TOLERANCE = 0.3


class Turn(NamedTuple):
    """All numbers of one turn of the loop.

    Attributes
    ----------
    sizes : (int, int, int)
        Examples that train, validate and test.
    x : ndarray of shape (n_inputs,)
        Of the first train example, as what follows.
    y, y_pred : float
        What was measured, and the output of the network.
    weights, gradient : ndarray of shape (P,)
    loss : float
        On the train set, with ``weights``.
    moved : float
        Length of the step, α times that of the gradient.
    next_loss : float
        On the train set, after the step.
    metric : float
        On the validation set: share of points within ε, or of penguins told apart.
    """

    sizes: tuple[int, int, int]
    x: FloatArray
    y: float
    y_pred: float
    weights: FloatArray
    gradient: FloatArray
    loss: float
    moved: float
    next_loss: float
    metric: float

    @property
    def norm(self) -> float:
        """Length of the gradient."""
        return float(np.linalg.norm(self.gradient))


class _Problem(NamedTuple):
    """Data, and what stands in the machine's places for network, loss, gradient and metric."""

    x: FloatArray
    y: FloatArray
    split: Split
    start: FloatArray
    network: Callable[[FloatArray, FloatArray], FloatArray]  # of weights and x
    loss: Callable[[FloatArray, FloatArray], float]  # of y and output
    gradient: Callable[[FloatArray, FloatArray, FloatArray], FloatArray]  # of weights, x, y
    metric: Callable[[FloatArray, FloatArray], float]  # of y and output


def turn(problem: str = "curve", step: int = 0, learning_rate: float = 0.158) -> Turn:
    """Go round the loop once, after so many turns.

    Parameters
    ----------
    problem : {"curve", "penguins"}
        The data of the playground with ten sigmoids and the mean squared error; or two species of
        penguins with one neuron and cross-entropy.
    step : int
        Turns before this one.
    learning_rate : float
    """
    parts = _load(check_choice("problem", problem, PROBLEMS))
    weights = _weights_before(problem, float(f"{learning_rate:.3g}"))[step]
    x, y = parts.x[parts.split.train], parts.y[parts.split.train]
    x_validation, y_validation = parts.x[parts.split.validation], parts.y[parts.split.validation]
    y_pred, gradient = parts.network(weights, x), parts.gradient(weights, x, y)
    after = _step(weights, gradient, learning_rate)
    n_train, n_validation, n_test = map(len, parts.split)
    return Turn(
        sizes=(n_train, n_validation, n_test),
        x=np.atleast_1d(x[0]),
        y=float(y[0]),
        y_pred=float(y_pred[0]),
        weights=weights,
        gradient=gradient,
        loss=parts.loss(y, y_pred),
        moved=learning_rate * float(np.linalg.norm(gradient)),
        next_loss=parts.loss(y, parts.network(after, x)),
        metric=parts.metric(y_validation, parts.network(weights, x_validation)),
    )


def _step(weights: FloatArray, gradient: FloatArray, learning_rate: float) -> FloatArray:
    """Take the step that all problems share: it does not ask what the gradient is of."""
    return weights - learning_rate * gradient


@lru_cache(maxsize=64)
def _weights_before(problem: str, learning_rate: float) -> list[FloatArray]:
    parts = _load(problem)
    x, y = parts.x[parts.split.train], parts.y[parts.split.train]
    history = [parts.start]
    for _ in range(N_TURNS):
        history.append(_step(history[-1], parts.gradient(history[-1], x, y), learning_rate))
    return history


@lru_cache(maxsize=2)
def _load(problem: str) -> _Problem:
    return _load_curve() if problem == "curve" else _load_penguins()


def _load_curve() -> _Problem:
    setting = Setting()
    n_samples, rng = setting.n_samples, np.random.default_rng
    x, y = sample_dataset(setting.dataset, n_samples, setting.noise_std, rng(0))
    split = split_indices(n_samples, (0.5, 0.3, 0.2), rng=rng(0))
    start = initialize_weights(setting.hidden_width, rng(setting.seed))

    def within(y: FloatArray, y_pred: FloatArray) -> float:
        return tolerance_accuracy_score(y, y_pred, _TOLERANCE)

    return _Problem(x, y, split, start, forward, mean_squared_error, mse_gradient, within)


def _load_penguins() -> _Problem:
    x, y, split = load_two_species()

    def told_apart(y: FloatArray, probability: FloatArray) -> float:
        return float(np.mean((probability > 0.5) == (y == 1)))

    parts = (predict_probability, cross_entropy_loss, cross_entropy_gradient, told_apart)
    return _Problem(x, y.astype(float), split, np.zeros(3), *parts)
