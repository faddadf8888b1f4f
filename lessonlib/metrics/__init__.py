"""Metrics: what tells people how good a network is. Any function may be one."""

from lessonlib.metrics.classification import (
    confusion_matrix,
    precision_score,
    recall_score,
    top_n_accuracy_score,
)
from lessonlib.metrics.ranking import RocCurve, roc_auc_score, roc_curve
from lessonlib.metrics.regression import largest_error, tolerance_accuracy_score

__all__ = [
    "RocCurve",
    "confusion_matrix",
    "largest_error",
    "precision_score",
    "recall_score",
    "roc_auc_score",
    "roc_curve",
    "tolerance_accuracy_score",
    "top_n_accuracy_score",
]
