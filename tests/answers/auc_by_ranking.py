"""Answers to auc_by_ranking, as students write them."""

import numpy as np


def right_auc_by_loops(y, score):
    positives = [float(a) for a, one in zip(score, y, strict=True) if one]
    negatives = [float(a) for a, one in zip(score, y, strict=True) if not one]
    duels = [(a > b) + 0.5 * (a == b) for a in positives for b in negatives]
    return sum(duels) / len(duels)


def right_auc_by_area(y, score):
    cuts = [np.inf, *sorted(set(score.tolist()), reverse=True)]
    recall = [np.mean(score[y == 1] >= cut) for cut in cuts]
    alarms = [np.mean(score[y == 0] >= cut) for cut in cuts]
    return np.trapezoid(recall, alarms)


def right_auc_in_single_precision(y, score):
    difference = np.subtract.outer(np.float32(score[y == 1]), np.float32(score[y == 0]))
    return np.float32(((np.sign(difference) + 1) / 2).mean())
