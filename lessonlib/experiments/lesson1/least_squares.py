"""Lesson 1: curves of a chosen flexibility, one at a time or many at once."""

import numpy as np

from lessonlib.arguments import FloatArray
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.networks import hidden_activations, spread_hidden_units
from lessonlib.threads import one_thread
from lessonlib.training import fit_output_layer

_CUTOFF = 1e-3  # as that of fit_output_layer


def fit_curve(x: FloatArray, y: FloatArray, hidden_width: int) -> FloatArray:
    """Fit H evenly spread sigmoids: only their heights are solved for, exactly.

    Lesson 1 needs a curve of adjustable flexibility and not yet a way to train it.

    Parameters
    ----------
    x, y : ndarray of shape (n_samples,)
    hidden_width : int

    Returns
    -------
    ndarray of shape (3 * hidden_width + 1,)
        The parameters of the network.
    """
    return fit_output_layer(spread_hidden_units(hidden_width, X_MIN, X_MAX), x, y, _CUTOFF)


def spread_columns(x: FloatArray, hidden_width: int) -> FloatArray:
    """Compute what each of H evenly spread sigmoids answers to x, and a last column of ones.

    Parameters
    ----------
    x : ndarray of shape (...)
    hidden_width : int

    Returns
    -------
    ndarray of shape (..., hidden_width + 1)
        Times the heights and the output bias it is the output of the network.
    """
    units = spread_hidden_units(hidden_width, X_MIN, X_MAX)
    hidden = hidden_activations(units, x.ravel()).reshape(*x.shape, hidden_width)
    return np.concatenate([hidden, np.ones((*x.shape, 1))], axis=-1)


def solve_heights(columns: FloatArray, y: FloatArray) -> FloatArray:
    """Find the heights with the least squared error, for a whole stack of data sets at once.

    Parameters
    ----------
    columns : ndarray of shape (..., n_samples, n_columns)
    y : ndarray of shape (..., n_samples, n_targets)
        Several targets for the same x share the work.

    Returns
    -------
    ndarray of shape (..., n_columns, n_targets)

    Notes
    -----
    What :func:`fit_curve` finds by singular values comes here from the eigenvalues of
    ``columnsᵀ columns``, which are their squares: faster for a stack, and as good with a cutoff
    so far above the rounding.
    """
    with one_thread():
        turned = np.swapaxes(columns, -1, -2)
        values, vectors = np.linalg.eigh(turned @ columns)
        kept = values > _CUTOFF**2 * values[..., -1:]
        inverse = np.where(kept, 1.0, 0.0) / np.where(kept, values, 1.0)
        along = np.swapaxes(vectors, -1, -2) @ (turned @ y)
        return np.asarray(vectors @ (inverse[..., None] * along))
