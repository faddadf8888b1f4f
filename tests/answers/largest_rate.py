"""Answers to largest_rate, as students write them."""

import numpy as np


def right_by_eigenvalues_in_any_order(hessian):
    return 2 / max(float(np.real(one)) for one in np.linalg.eigvals(hessian))


def right_by_norm(hessian):
    return np.array([2.0]) / np.linalg.norm(hessian, 2)


def right_in_single_precision(hessian):
    return np.float32(2) / np.linalg.eigh(hessian.astype(np.float32))[0][-1]
