"""The 1-H-1 network as a graph: a parameter, and its path through each example to the loss."""

from typing import Any, NamedTuple

import numpy as np

from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.losses import mean_squared_error, mean_squared_error_gradient

PARAMETERS = ("w", "b", "v", "c")  # of the first unit; c is the output bias


class SmallNetwork(NamedTuple):
    """Examples, and the parameters of a network: few enough to follow them all by hand.

    Attributes
    ----------
    x, y : ndarray of shape (n_samples,)
    w, b, v : ndarray of shape (hidden_width,)
    c : float
    """

    x: Any
    y: Any
    w: Any
    b: Any
    v: Any
    c: float

    def part(self, n_samples: int, hidden_width: int) -> "SmallNetwork":
        """Return the network with its first units, and the first examples."""
        x, y = self.x[:n_samples], self.y[:n_samples]
        w, b, v = (one[:hidden_width] for one in (self.w, self.b, self.v))
        return SmallNetwork(x, y, w, b, v, self.c)


SMALL = SmallNetwork(
    x=np.array([2.0, -1.0, 0.5]),
    y=np.array([0.4, 1.0, -0.6]),
    w=np.array([0.8, -1.5]),
    b=np.array([-0.5, 0.3]),
    v=np.array([1.5, -0.7]),
    c=0.2,
)


class NetworkPaths(NamedTuple):
    """The paths from one parameter of the first unit to the loss, one through each example.

    Attributes
    ----------
    factors : ndarray of shape (n_samples, n_factors)
        The local derivatives along each path, from the loss to the parameter.
    parts : ndarray of shape (n_samples,)
        Their products.
    total : float
        The sum of these: the derivative of the loss by the parameter.
    loss : float
    """

    factors: Any
    parts: Any
    total: float
    loss: float


def follow_network(
    parameter: str, n_samples: int, hidden_width: int, network: SmallNetwork = SMALL
) -> NetworkPaths:
    """Multiply along the path through each example, and add up.

    Parameters
    ----------
    parameter : str
        One of ``PARAMETERS``.
    n_samples, hidden_width : int
        How many examples and units of the network take part.
    network : SmallNetwork
    """
    x, y, w, b, v, c = network.part(n_samples, hidden_width)
    a = sigmoid(np.outer(x, w) + b)  # (S, H)
    y_pred = a @ v + c
    first, one = a[:, 0], np.ones(len(x))
    to_sum = [one * v[0], sigmoid_derivative(first)]
    ends = {"w": [*to_sum, x], "b": to_sum, "v": [first], "c": []}
    factors = np.column_stack([mean_squared_error_gradient(y, y_pred), *ends[parameter]])
    parts = factors.prod(axis=1)
    return NetworkPaths(factors, parts, float(parts.sum()), mean_squared_error(y, y_pred))
