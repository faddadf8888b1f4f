"""Answers to measured_gradient, as students write them."""

import numpy as np


def right_of_lists(function, weights, nudge):
    w, result = [float(one) for one in weights], []
    for p in range(len(w)):
        up, down = list(w), list(w)
        up[p] += nudge
        down[p] -= nudge
        result.append((function(up) - function(down)) / (2 * nudge))
    return result


def right_restoring(function, weights, nudge):
    w, result = weights.copy(), np.zeros_like(weights)
    for p, before in enumerate(weights):
        w[p] = before + nudge
        result[p] += function(w)
        w[p] = before - nudge
        result[p] -= function(w)
        w[p] = before
    return result / (2 * nudge)


def right_in_columns(function, weights, nudge):
    nudges = nudge * np.eye(len(weights))
    pairs = [(function(weights + e), function(weights - e)) for e in nudges]
    return -np.diff(np.array(pairs), axis=1).ravel() / nudge / 2


def mistake_too_small_step_1(function, weights, _nudge):
    return [
        (function(weights + 1e-20 * e) - function(weights)) / 1e-20 for e in np.eye(len(weights))
    ]


def mistake_own_step_1(function, weights, _nudge):
    e = 1e-5 * np.eye(len(weights))
    return [(function(weights + one) - function(weights - one)) / 2e-5 for one in e]
