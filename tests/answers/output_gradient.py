"""Answers to output_gradient, as students write them."""

import numpy as np


def right_by_loop(y, y_pred):
    return [2 * (float(b) - float(a)) / len(y) for a, b in zip(y, y_pred, strict=True)]


def right_in_single_precision(y, y_pred):
    return (
        np.float32(-2) * (y.astype(np.float32) - y_pred.astype(np.float32)) / np.float32(len(y))
    ).tolist()


def right_by_mean(y, y_pred):
    return np.mean(2 * np.diag(y_pred - y), axis=0)
