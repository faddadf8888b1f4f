"""Logistic regression: a network of one neuron, trained by stochastic gradient descent.

All parameters stand in one vector ``weights`` of length ``P = n_features + 1``, in
the order: one weight a feature, bias.
"""

from lessonlib.logistic.line import boundary_line, weights_from_line
from lessonlib.logistic.neuron import (
    cross_entropy_gradient,
    logits,
    predict_probability,
    squared_error_gradient,
)
from lessonlib.logistic.sgd import SGDResult, train_sgd

__all__ = [
    "SGDResult",
    "boundary_line",
    "cross_entropy_gradient",
    "logits",
    "predict_probability",
    "squared_error_gradient",
    "train_sgd",
    "weights_from_line",
]
