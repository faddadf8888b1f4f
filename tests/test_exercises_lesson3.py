"""Exercises of lesson 3: unusual answers that are right pass; near misses get the right message."""

import numpy as np
import pytest

from lessonlib.exercises import all_exercises, check
from lessonlib.exercises.judging import judge


def single(value):
    return np.asarray(value, dtype=np.float32)


def mse_loss_by_loop(y, y_pred):
    total = 0
    for target, output in zip(list(y), list(y_pred), strict=True):
        total += (float(output) - float(target)) ** 2
    return total / len(y)


def tolerance_accuracy_by_loop(y, y_pred, tolerance):
    close = [abs(float(a) - float(b)) < tolerance for a, b in zip(y, y_pred, strict=True)]
    return close.count(True) / len(close)


def precision_and_recall_by_loop(y, y_class):
    tp = sum(1 for a, b in zip(y, y_class, strict=True) if a == b == 1)
    called, positive = int(sum(y_class)), int(sum(y))
    return [tp / called if called else 0, tp / positive if positive else 0]


def precision_and_recall_as_an_array(y, y_class):
    tp = np.sum(y * y_class)
    whole = np.array([y_class.sum(), y.sum()])
    return np.divide(tp, whole, out=np.zeros(2, dtype=np.float32), where=whole > 0)


def precision_and_recall_in_single_precision(y, y_class):
    tp = single(y) @ single(y_class)
    with np.errstate(all="ignore"):
        return np.nan_to_num(tp / single(y_class).sum()), np.nan_to_num(tp / single(y).sum())


def auc_by_loops(y, score):
    positives = [float(a) for a, one in zip(score, y, strict=True) if one]
    negatives = [float(a) for a, one in zip(score, y, strict=True) if not one]
    duels = [(a > b) + 0.5 * (a == b) for a in positives for b in negatives]
    return sum(duels) / len(duels)


def auc_by_area(y, score):
    cuts = [np.inf, *sorted(set(score.tolist()), reverse=True)]
    recall = [np.mean(score[y == 1] >= cut) for cut in cuts]
    alarms = [np.mean(score[y == 0] >= cut) for cut in cuts]
    return np.trapezoid(recall, alarms)


def auc_in_single_precision(y, score):
    difference = np.subtract.outer(single(score[y == 1]), single(score[y == 0]))
    return np.float32(((np.sign(difference) + 1) / 2).mean())


def top_n_by_loop(y, scores, n):
    hits = 0
    for true_class, row in zip(y.tolist(), scores.tolist(), strict=True):
        best = sorted(range(len(row)), key=row.__getitem__, reverse=True)[:n]
        hits += true_class in best
    return hits / len(y)


def top_n_by_counting_better_ones(y, scores, n):
    of_true_class = np.take_along_axis(scores, y[:, None], axis=1)
    return single(np.mean((scores > of_true_class).sum(axis=1) < n))


RIGHT = {
    "mse_loss": [
        mse_loss_by_loop,
        lambda y, t: np.mean((single(y) - single(t)) ** 2),
        lambda y, t: np.dot(y - t, y - t) / y.size,
        lambda y, t: [np.mean(np.abs(t - y) ** 2)],
        lambda y, t: np.var(t - y) + np.mean(t - y) ** 2,
    ],
    "tolerance_accuracy": [
        tolerance_accuracy_by_loop,
        lambda y, t, e: np.mean(np.abs(single(y) - single(t)) < e),
        lambda y, t, e: 1 - np.mean((y - t) ** 2 >= e**2),
        lambda y, t, e: np.count_nonzero((t > y - e) & (t < y + e)) / len(y),
    ],
    "precision_and_recall": [
        precision_and_recall_by_loop,
        precision_and_recall_as_an_array,
        precision_and_recall_in_single_precision,
    ],
    "auc_by_ranking": [auc_by_loops, auc_by_area, auc_in_single_precision],
    "top_n_accuracy": [
        top_n_by_loop,
        top_n_by_counting_better_ones,
        lambda y, s, n: np.mean([y[i] in np.argpartition(s[i], -n)[-n:] for i in range(len(y))]),
        lambda y, s, n: np.mean((y == single(s).argsort(axis=1)[:, ::-1][:, :n].T).any(axis=0)),
    ],
}


@pytest.mark.parametrize("name", RIGHT)
def test_unusual_but_right_answers_pass(name):
    exercise = all_exercises()[name]
    for function in RIGHT[name]:
        judgement = judge(exercise, function)
        assert judgement.kind == "passed", (function, judgement)


def test_division_by_zero_is_told_in_both_of_its_forms():
    def precision_and_recall(y, y_class):
        tp = np.sum((y == 1) & (y_class == 1))
        return tp / np.sum(y_class == 1), tp / np.sum(y == 1)

    assert "nan" in repr(check(precision_and_recall))

    def precision_and_recall(y, y_class):
        tp = sum(int(a * b) for a, b in zip(y, y_class, strict=True))
        return tp / y_class.tolist().count(1), tp / y.tolist().count(1)

    assert "ZeroDivisionError" in repr(check(precision_and_recall))


def test_a_transposed_confusion_matrix_is_told():
    def precision_and_recall(y, y_class):
        counts = np.zeros((2, 2))
        np.add.at(counts, (y_class, y), 1)  # rows are the answers
        (_, fp), (fn, tp) = counts
        return tp / max(tp + fp, 1), tp / max(tp + fn, 1)

    assert "transposed" in repr(check(precision_and_recall))


def test_argsort_upwards_is_told():
    def top_n_accuracy(y, scores, n):
        return np.mean([y[i] in np.argsort(scores[i])[:n] for i in range(len(y))])

    assert "lowest" in repr(check(top_n_accuracy))
