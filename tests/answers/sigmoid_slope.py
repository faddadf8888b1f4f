"""Answers to sigmoid_slope, as students write them."""

import numpy as np


def right_by_loop(activation):
    return np.array([a - a * a for a in activation.ravel()]).reshape(activation.shape).tolist()


def right_in_single_precision(activation):
    a = activation.astype(np.float32)
    return a * (1 - a)
