"""Redrawn penguins for the claims of lesson 6: other splits, and lines that fit best."""

from functools import cache

import numpy as np

from lessonlib.activations import sigmoid
from lessonlib.datasets import load_penguins
from lessonlib.logistic import cross_entropy_gradient, predict_probability
from lessonlib.splitting import Standardizer, split_indices

LESSON = ("bill_length_mm", "body_mass_g")
OTHER = ("bill_depth_mm", "flipper_length_mm")


@cache
def measured(names=LESSON):
    """Return two measurements of all Adelie and Gentoo penguins, and their classes."""
    penguins = load_penguins()
    x = np.column_stack([getattr(penguins, name) for name in names])
    kept = np.isin(penguins.species, ["Adelie", "Gentoo"]) & np.isfinite(x).all(axis=1)
    return x[kept], (penguins.species[kept] == "Gentoo").astype(int)


def redraw(rng, names=LESSON):
    """Return another train set and another validation set: ((x, y), (x, y)), standardised."""
    x, y = measured(names)
    split = split_indices(len(y), rng=rng)
    x = Standardizer.fit(x[split.train]).transform(x)
    return (x[split.train], y[split.train]), (x[split.validation], y[split.validation])


def fit(x, y, n_steps=30):
    """Return the weights of the least loss, by Newton's method, and the gradient that is left."""
    rows, w = np.column_stack([x, np.ones(len(x))]), np.zeros(x.shape[1] + 1)
    for _ in range(n_steps):
        p = sigmoid(rows @ w)
        hessian = (rows.T * (p * (1 - p))) @ rows / len(y)
        w = w - np.linalg.solve(hessian + 1e-14 * np.eye(len(w)), cross_entropy_gradient(w, x, y))
    return w, float(np.linalg.norm(cross_entropy_gradient(w, x, y)))


def share_wrong(w, x, y):
    return float(np.mean((predict_probability(w, x) >= 0.5) != (y == 1)))
