"""The line in the plane where both classes are equally likely."""

import numpy as np
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray, check_array, check_number


def weights_from_line(angle: float, offset: float, steepness: float) -> FloatArray:
    """Return the parameters of a line in the plane, given by hand.

    Parameters
    ----------
    angle : float
        Direction φ from the line to the side of class 1, in degrees from the first axis.
    offset : float
        Distance d of the line from the origin, in that direction.
    steepness : float
        Length k of w: how fast the logit grows with the distance from the line.

    Returns
    -------
    ndarray of shape (3,)
        ``k cos φ, k sin φ, -k d``.

    Examples
    --------
    >>> weights_from_line(0.0, 0.5, 2.0)
    array([ 2.,  0., -1.])
    """
    direction = np.radians(check_number("angle", angle))
    check_number("steepness", steepness, above=0)
    return steepness * np.array([np.cos(direction), np.sin(direction), -offset])


def boundary_line(weights: ArrayLike, half_length: float = 10.0) -> FloatArray:
    """Return two points of the boundary, where both classes have probability 1/2.

    Parameters
    ----------
    weights : array_like of shape (3,)
        Two weights, not both 0, and a bias.
    half_length : float
        Distance of both from the boundary's point that is nearest to the origin.

    Returns
    -------
    ndarray of shape (2, 2)
        A row a point.

    Notes
    -----
    The boundary is where ``w · x + b = 0``. Its nearest point is ``-b w / (w · w)``;
    from there it goes both ways at a right angle to w.

    Examples
    --------
    >>> boundary_line([2.0, 0.0, -1.0], half_length=3.0)
    array([[ 0.5, -3. ],
           [ 0.5,  3. ]])
    """
    weights = check_array("weights", weights)
    if len(weights) != 3 or not weights[:2].any():
        raise ValueError(f"weights={weights}: expected two weights, not both 0, and a bias")
    length = np.hypot(*weights[:2])
    direction = weights[:2] / length
    nearest = -weights[2] / length * direction
    along = half_length * np.array([-direction[1], direction[0]])
    return np.array([nearest - along, nearest + along])
