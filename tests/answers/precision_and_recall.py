"""Answers to precision_and_recall, as students write them."""

import numpy as np


def right_by_loop(y, y_class):
    tp = sum(1 for a, b in zip(y, y_class, strict=True) if a == b == 1)
    called, positive = int(sum(y_class)), int(sum(y))
    return [tp / called if called else 0, tp / positive if positive else 0]


def right_as_an_array(y, y_class):
    tp = np.sum(y * y_class)
    whole = np.array([y_class.sum(), y.sum()])
    return np.divide(tp, whole, out=np.zeros(2, dtype=np.float32), where=whole > 0)


def right_in_single_precision(y, y_class):
    tp = np.float32(y) @ np.float32(y_class)
    with np.errstate(all="ignore"):
        return np.nan_to_num(tp / np.float32(y_class).sum()), np.nan_to_num(
            tp / np.float32(y).sum()
        )


def mistake_zero_over_zero_1(y, y_class):
    tp = np.sum((y == 1) & (y_class == 1))
    return tp / np.sum(y_class == 1), tp / np.sum(y == 1)


def mistake_zero_division_1(y, y_class):
    tp = sum(int(a * b) for a, b in zip(y, y_class, strict=True))
    return tp / y_class.tolist().count(1), tp / y.tolist().count(1)


def mistake_swapped_1(y, y_class):
    counts = np.zeros((2, 2))
    np.add.at(counts, (y_class, y), 1)  # rows are the answers
    (_, fp), (fn, tp) = counts
    return tp / max(tp + fp, 1), tp / max(tp + fn, 1)
