"""Answers to top_n_accuracy, as students write them."""

import numpy as np


def right_top_n_by_loop(y, scores, n):
    hits = 0
    for true_class, row in zip(y.tolist(), scores.tolist(), strict=True):
        best = sorted(range(len(row)), key=row.__getitem__, reverse=True)[:n]
        hits += true_class in best
    return hits / len(y)


def right_top_n_by_counting_better_ones(y, scores, n):
    of_true_class = np.take_along_axis(scores, y[:, None], axis=1)
    return np.float32(np.mean((scores > of_true_class).sum(axis=1) < n))


def right_short_1(y, s, n):
    return np.mean([y[i] in np.argpartition(s[i], -n)[-n:] for i in range(len(y))])


def right_short_2(y, s, n):
    return np.mean((y == np.float32(s).argsort(axis=1)[:, ::-1][:, :n].T).any(axis=0))


def mistake_ascending_1(y, scores, n):
    return np.mean([y[i] in np.argsort(scores[i])[:n] for i in range(len(y))])
