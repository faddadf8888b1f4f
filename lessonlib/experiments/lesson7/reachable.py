"""The error that can be reached with the points of a train set, whatever the network."""

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.arguments import FloatArray
from lessonlib.threads import one_thread

_N_PLACES = 40
_STEEPNESSES = (1.0, 3.0, 10.0, 40.0)
_PENALTIES = 10.0 ** np.arange(-8.0, 2.0, 0.5)


def best_reachable_error(
    train: tuple[FloatArray, FloatArray], fresh: tuple[FloatArray, FloatArray]
) -> float:
    """Fit sums of sigmoids of many kinds to a train set; return the least error on fresh points.

    Parameters
    ----------
    train, fresh : (x, y)
        Arrays of shape (n_samples,). The fresh points choose between the fits, so what is
        returned flatters: it is a mark to compare with, not a promise.

    Returns
    -------
    float
        Mean squared error on the fresh points.

    Notes
    -----
    Places and steepness of the sigmoids are given, their heights are found by least squares
    with a penalty on large heights (ridge regression), for a range of penalties. Nothing is
    trained by steps, so it takes a millisecond.
    """
    (x, y), (x_fresh, y_fresh) = train, fresh
    low, high = min(x.min(), x_fresh.min()), max(x.max(), x_fresh.max())
    places = np.linspace(low, high, _N_PLACES)
    errors = []
    with one_thread():
        for steepness in _STEEPNESSES:
            columns, columns_fresh = (
                sigmoid(steepness * (at[:, None] - places)) for at in (x, x_fresh)
            )
            mean, y_mean = columns.mean(axis=0), y.mean()
            u, s, vt = np.linalg.svd(columns - mean, full_matrices=False)
            shrunk = s / (s**2 + _PENALTIES[:, None] * len(x))  # (n_penalties, rank)
            heights = (shrunk * (u.T @ (y - y_mean))) @ vt  # (n_penalties, n_places)
            y_pred = y_mean + heights @ (columns_fresh - mean).T  # (n_penalties, n_fresh)
            errors.append(np.mean((y_pred - y_fresh) ** 2, axis=1))
    return float(np.min(errors))
