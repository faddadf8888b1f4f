"""The vector of all parameters: how it is laid out, and where it starts."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import (
    FloatArray,
    check_array,
    check_integer,
    check_number,
    check_rng,
    check_same_length,
)

_WIDEST = 3.0  # the network is made for inputs from -3 to 3


class Layers(NamedTuple):
    """The parameters by their place in the network.

    Attributes
    ----------
    hidden_weights : ndarray of shape (H,)
        Steepness of each sigmoid.
    hidden_biases : ndarray of shape (H,)
    output_weights : ndarray of shape (H,)
        Height of each sigmoid.
    output_bias : float
    """

    hidden_weights: FloatArray
    hidden_biases: FloatArray
    output_weights: FloatArray
    output_bias: float


def count_parameters(hidden_width: int) -> int:
    """Return ``P = 3H + 1``.

    Examples
    --------
    >>> count_parameters(10)
    31
    """
    return 3 * check_integer("hidden_width", hidden_width, at_least=1) + 1


def pack(
    hidden_weights: ArrayLike,
    hidden_biases: ArrayLike,
    output_weights: ArrayLike,
    output_bias: float,
) -> FloatArray:
    """Put the parameters of both layers into one vector.

    Returns
    -------
    ndarray of shape (3 * H + 1,)

    Examples
    --------
    >>> pack([1.0], [2.0], [3.0], 4.0)
    array([1., 2., 3., 4.])
    """
    parts = {
        "hidden_weights": check_array("hidden_weights", hidden_weights),
        "hidden_biases": check_array("hidden_biases", hidden_biases),
        "output_weights": check_array("output_weights", output_weights),
    }
    check_same_length(**parts)
    return np.concatenate([*parts.values(), [check_number("output_bias", output_bias)]])


def unpack(weights: ArrayLike) -> Layers:
    """Take the vector of parameters apart.

    Parameters
    ----------
    weights : array_like of shape (3 * H + 1,)

    Returns
    -------
    Layers
        Views of ``weights``, where it is an array already.

    Raises
    ------
    ValueError
        If the length is not 3H + 1.

    Examples
    --------
    >>> unpack([1.0, 2.0, 3.0, 4.0]).output_bias
    4.0
    """
    weights = check_array("weights", weights)
    hidden_width, rest = divmod(len(weights) - 1, 3)
    if hidden_width < 1 or rest:
        raise ValueError(f"weights has length {len(weights)}: expected 3 H + 1 for some H >= 1")
    w, b, v = weights[:-1].reshape(3, hidden_width)
    return Layers(w, b, v, float(weights[-1]))


def initialize_weights(hidden_width: int, rng: np.random.Generator) -> FloatArray:
    """Draw the parameters that training starts from.

    The sigmoids stand at random places between -3 and 3, rising or falling,
    with small heights. A wider network keeps the units of a narrower one with
    the same seed.

    Parameters
    ----------
    hidden_width : int
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of shape (3 * hidden_width + 1,)

    Examples
    --------
    >>> initialize_weights(2, np.random.default_rng(0)).shape
    (7,)
    """
    check_integer("hidden_width", hidden_width, at_least=1)
    place_rng, slope_rng, height_rng = check_rng("rng", rng).spawn(3)
    places = place_rng.uniform(-_WIDEST, _WIDEST, hidden_width)
    slopes = slope_rng.normal(0.0, 3.0, hidden_width)
    heights = height_rng.normal(0.0, 0.3, hidden_width)
    return pack(slopes, -slopes * places, heights, 0.0)


def spread_hidden_units(
    hidden_width: int, x_min: float, x_max: float, overlap: float = 1.5
) -> FloatArray:
    """Place sigmoids at equal distances, so steep that each overlaps its neighbours.

    Parameters
    ----------
    hidden_width : int
    x_min, x_max : float
        The interval that they are spread over.
    overlap : float
        Width of a sigmoid's rise in units of the distance between two.

    Returns
    -------
    ndarray of shape (3 * hidden_width + 1,)
        With heights and output bias 0.

    Notes
    -----
    A sigmoid rises over about ``4 / w``, so ``w = 4 H / (overlap (x_max - x_min))``.

    Examples
    --------
    >>> w, b, v, c = unpack(spread_hidden_units(3, -3.0, 3.0))
    >>> -b / w
    array([-2.,  0.,  2.])
    """
    check_integer("hidden_width", hidden_width, at_least=1)
    check_number("x_min", x_min)
    check_number("x_max", x_max, above=x_min)
    check_number("overlap", overlap, above=0)
    distance = (x_max - x_min) / hidden_width
    places = x_min + distance * (np.arange(hidden_width) + 0.5)
    slopes = np.full(hidden_width, 4.0 / (overlap * distance))
    return pack(slopes, -slopes * places, np.zeros(hidden_width), 0.0)
