"""Answers to precision_and_recall, as students write them."""

from collections import Counter

import numpy as np

from lessonlib.metrics import confusion_matrix


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


def right_plain(y, y_class):
    tp = np.sum((y == 1) & (y_class == 1))
    fp = np.sum((y == 0) & (y_class == 1))
    fn = np.sum((y == 1) & (y_class == 0))
    precision = 0.0
    recall = 0.0
    if tp + fp > 0:
        precision = tp / (tp + fp)
    if tp + fn > 0:
        recall = tp / (tp + fn)
    return precision, recall


def right_early_return(y, y_class):
    tp = np.sum(y * y_class)
    if tp == 0:
        return 0, 0
    return tp / y_class.sum(), tp / y.sum()


def right_guard_for_both(y, y_class):
    tp, called, positive = sum(y & y_class), sum(y_class), sum(y)
    if called == 0 or positive == 0:
        return 0.0, 0.0
    return tp / called, tp / positive


def right_max(y, y_class):
    tp = np.dot(y, y_class)
    return tp / max(1, y_class.sum()), tp / max(1, y.sum())


def right_try(y, y_class):
    tp = int(np.sum(y * y_class))
    result = []
    for whole in (y_class, y):
        try:
            result.append(tp / int(whole.sum()))
        except ZeroDivisionError:
            result.append(0.0)
    return tuple(result)


def right_masks(y, y_class):
    called, positive = y[y_class == 1], y_class[y == 1]
    precision = called.mean() if len(called) else 0
    recall = positive.mean() if len(positive) else 0
    return precision, recall


def right_counter(y, y_class):
    n = Counter(zip(y.tolist(), y_class.tolist()))
    p = n[1, 1] / ((n[1, 1] + n[0, 1]) or 1)
    r = n[1, 1] / ((n[1, 1] + n[1, 0]) or 1)
    return p, r


def right_confusion_matrix(y, y_class):
    (tn, fp), (fn, tp) = confusion_matrix(y, y_class)
    return np.array([0 if tp == 0 else tp / (tp + fp), 0 if tp == 0 else tp / (tp + fn)])


def right_generator(y, y_class, zero=0.0):
    tp = np.count_nonzero(y * y_class)
    for group in (y_class, y):
        n = np.count_nonzero(group)
        yield tp / n if n else zero


def right_sets(y, y_class):
    positive, called = set(np.flatnonzero(y)), set(np.flatnonzero(y_class))
    both = len(positive & called)
    return both and both / len(called), both and both / len(positive)


def right_tiny_number_added(y, y_class):
    tp = np.sum(y * y_class)
    return tp / (y_class.sum() + 1e-12), tp / (y.sum() + 1e-12)


def _counts(y, y_class):
    tp = np.sum((y == 1) & (y_class == 1))
    fp = np.sum((y == 0) & (y_class == 1))
    fn = np.sum((y == 1) & (y_class == 0))
    tn = np.sum((y == 0) & (y_class == 0))
    return tp, fp, fn, tn


def mistake_zero_over_zero_1(y, y_class):
    tp = np.sum((y == 1) & (y_class == 1))
    return tp / np.sum(y_class == 1), tp / np.sum(y == 1)


def mistake_zero_over_zero_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    precision = tp / (tp + fp)
    recall = tp / (tp + fn) if tp + fn else 0.0
    return precision, recall


def mistake_zero_over_zero_3(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    if tp + fp == 0:
        return 0.0, tp / (tp + fn)
    return tp / (tp + fp), tp / (tp + fn)


def mistake_zero_over_zero_4(y, y_class):
    return y[y_class == 1].mean(), y_class[y == 1].mean()


def near_zero_over_zero_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    if tp + fp == 0:
        return np.nan
    return tp / (tp + fp), tp / (tp + fn)


def near_zero_over_zero_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp + fp), tn / (tn + fn)


def mistake_zero_division_1(y, y_class):
    tp = sum(int(a * b) for a, b in zip(y, y_class, strict=True))
    return tp / y_class.tolist().count(1), tp / y.tolist().count(1)


def mistake_zero_division_2(y, y_class):
    tp = fp = fn = 0
    for a, b in zip(y, y_class):
        if a == 1 and b == 1:
            tp += 1
        elif a == 0 and b == 1:
            fp += 1
        elif a == 1 and b == 0:
            fn += 1
    if tp + fn == 0:
        recall = 0
    else:
        recall = tp / (tp + fn)
    return tp / (tp + fp), recall


def mistake_zero_division_3(y, y_class):
    tp, fp, fn, tn = (int(one) for one in _counts(y, y_class))
    precision = 0 if tp + fp == 0 else tp / (tp + fp)
    return precision, tp / (tp + fn)


def near_zero_division_1(y, y_class):
    tp, fp, fn, tn = (int(one) for one in _counts(y, y_class))
    return tp / fp, tp / fn


def near_zero_division_2(y, y_class):
    tp, fp, fn, tn = (int(one) for one in _counts(y, y_class))
    return tp / (tp + fp), 1 - tp / (tp + fn)


def mistake_one_if_empty_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    precision = tp / (tp + fp) if tp + fp > 0 else 1
    recall = tp / (tp + fn) if tp + fn > 0 else 1
    return precision, recall


def mistake_one_if_empty_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    with np.errstate(all="ignore"):
        return np.nan_to_num(tp / (tp + fp), nan=1.0), np.nan_to_num(tp / (tp + fn), nan=1.0)


def mistake_one_if_empty_3(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    precision = tp / (tp + fp) if tp + fp else 1.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    return precision, recall


def near_one_if_empty_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return (tp + 1) / (tp + fp + 1), (tp + 1) / (tp + fn + 1)


def near_one_if_empty_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp + fp) if tp + fp else 0.5, tp / (tp + fn) if tp + fn else 0.5


def mistake_swapped_1(y, y_class):
    counts = np.zeros((2, 2))
    np.add.at(counts, (y_class, y), 1)  # rows are the answers
    (_, fp), (fn, tp) = counts
    return tp / max(tp + fp, 1), tp / max(tp + fn, 1)


def mistake_swapped_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    recall = tp / (tp + fn) if tp + fn else 0
    precision = tp / (tp + fp) if tp + fp else 0
    return recall, precision


def mistake_swapped_3(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp + fn), tp / (tp + fp)


def mistake_swapped_4(y, y_class):
    tp, fp, fn, tn = (int(one) for one in _counts(y_class, y))
    return tp / (tp + fp), tp / (tp + fn)


def near_swapped_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / max(tp + fn, 1), tp / max(tp + fn, 1)


def near_swapped_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tn / max(tn + fp, 1), tp / max(tp + fn, 1)


def mistake_negative_class_1(y, y_class):
    tp = np.sum((y == 0) & (y_class == 0))
    called, positive = np.sum(y_class == 0), np.sum(y == 0)
    return (tp / called if called else 0), (tp / positive if positive else 0)


def mistake_matrix_misread_4(y, y_class):
    tp, fp, fn, tn = confusion_matrix(y, y_class).ravel()
    return tp / (tp + fp) if tp + fp else 0, tp / (tp + fn) if tp + fn else 0


def mistake_negative_class_2(y, y_class):
    tp, fn, fp, tn = confusion_matrix(y, y_class).ravel()
    return tp / (tp + fp), tp / (tp + fn)


def mistake_negative_class_3(y, y_class):
    y, y_class = 1 - y, 1 - y_class
    tp = (y * y_class).sum()
    return tp / y_class.sum(), tp / y.sum()


def near_negative_class_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tn / max(tn + fn, 1), tp / max(tp + fn, 1)


def near_negative_class_2(y, y_class):
    tp = np.sum((y == 0) & (y_class == 0))
    return tp / len(y), tp / len(y)


def mistake_matrix_misread_1(y, y_class):
    (tp, fp), (fn, tn) = confusion_matrix(y, y_class)
    return tp / (tp + fp) if tp + fp else 0, tp / (tp + fn) if tp + fn else 0


def mistake_matrix_misread_2(y, y_class):
    counts = confusion_matrix(y, y_class)
    tp, fp, fn = counts[0, 0], counts[0, 1], counts[1, 0]
    return tp / max(tp + fp, 1), tp / max(tp + fn, 1)


def mistake_matrix_misread_3(y, y_class):
    counts = confusion_matrix(y, y_class)
    return counts[0, 0] / counts[0].sum(), counts[0, 0] / counts[:, 0].sum()


def near_matrix_misread_1(y, y_class):
    (fp, tp), (tn, fn) = confusion_matrix(y, y_class)
    return tp / max(tp + fp, 1), tp / max(tp + fn, 1)


def near_matrix_misread_2(y, y_class):
    (tn, fn), (tp, fp) = confusion_matrix(y, y_class)
    return tp / max(tp + fp, 1), tp / max(tp + fn, 1)


def mistake_false_positive_rate_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp + fp) if tp + fp else 0.0, fp / (fp + tn) if fp + tn else 0.0


def mistake_false_positive_rate_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp + fp), fp / (fp + tn)


def near_false_positive_rate_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / max(tp + fp, 1), tn / max(fp + tn, 1)


def near_false_positive_rate_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return fp / max(fp + tn, 1), tp / max(tp + fn, 1)


def mistake_over_all_1(y, y_class):
    tp = np.sum((y == 1) & (y_class == 1))
    return tp / len(y), tp / len(y)


def mistake_over_all_2(y, y_class):
    share = np.mean(y * y_class)
    return share, share


def near_over_all_1(y, y_class):
    return np.mean(y == y_class), np.mean(y == y_class)


def near_over_all_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / len(y), tp / max(tp + fn, 1)


def mistake_counts_1(y, y_class):
    tp = np.sum((y == 1) & (y_class == 1))
    return tp, tp


def mistake_counts_2(y, y_class):
    precision = recall = sum(a * b for a, b in zip(y, y_class))
    return precision, recall


def near_counts_1(y, y_class):
    return y_class.sum(), y.sum()


def near_counts_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp, fn


def mistake_agreements_1(y, y_class):
    right = np.sum(y == y_class)
    called, positive = y_class.sum(), y.sum()
    return right / called if called else 0, right / positive if positive else 0


def mistake_agreements_2(y, y_class):
    right = np.sum(y == y_class)
    return right / max(y_class.sum(), 1), right / max(y.sum(), 1)


def mistake_agreements_3(y, y_class):
    right = np.sum(y == y_class)
    return right / np.sum(y_class == 1), right / np.sum(y == 1)


def near_agreements_1(y, y_class):
    right = np.sum(y == y_class)
    return right / len(y), right / len(y)


def near_agreements_2(y, y_class):
    wrong = np.sum(y != y_class)
    return wrong / max(y_class.sum(), 1), wrong / max(y.sum(), 1)


def mistake_minus_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp - fp) if tp - fp else 0, tp / (tp - fn) if tp - fn else 0


def mistake_minus_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    precision = tp / (tp - fp) if tp != fp else 0.0
    recall = tp / (tp - fn) if tp != fn else 0.0
    return precision, recall


def mistake_minus_3(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp - fp), tp / (tp - fn)


def near_minus_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return (tp - fp) / max(tp + fp, 1), (tp - fn) / max(tp + fn, 1)


def near_minus_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp - fp) if tp != fp else 0.0, tp / (tp + fn) if tp + fn else 0.0


def mistake_odds_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / fp if fp else 0, tp / fn if fn else 0


def mistake_odds_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    precision, recall = 0, 0
    if fp > 0:
        precision = tp / fp
    if fn > 0:
        recall = tp / fn
    return [precision, recall]


def mistake_odds_3(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / fp, tp / fn


def near_odds_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return fp / tp if tp else 0, fn / tp if tp else 0


def near_odds_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / fn if fn else 0, tp / fp if fp else 0


def mistake_false_shares_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return fp / (tp + fp) if tp + fp else 0, fn / (tp + fn) if tp + fn else 0


def mistake_false_shares_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return 1 - tp / max(tp + fp, 1), 1 - tp / max(tp + fn, 1)


def mistake_false_shares_3(y, y_class):
    called, positive = y_class == 1, y == 1
    return np.mean(y[called] != y_class[called]), np.mean(y[positive] != y_class[positive])


def near_false_shares_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return fp / len(y), fn / len(y)


def near_false_shares_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return fp / max(tp + fp, 1), tp / max(tp + fn, 1)


def mistake_only_precision_1(y, y_class):
    called = y_class.sum()
    return np.sum(y * y_class) / called if called else 0.0


def mistake_only_precision_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    precision = tp / max(tp + fp, 1)
    tp / max(tp + fn, 1)
    return precision


def mistake_only_precision_3(y, y_class):
    return np.sum(y * y_class) / np.sum(y_class)


def near_only_precision_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / max(tp + fn, 1)


def near_only_precision_2(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return 2 * p * r / max(p + r, 1e-9)


def symptom_no_return_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    precision = tp / max(tp + fp, 1)  # noqa: F841
    recall = tp / max(tp + fn, 1)  # noqa: F841


def symptom_no_return_sometimes_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    if tp + fp > 0 and tp + fn > 0:
        return tp / (tp + fp), tp / (tp + fn)


def symptom_print_for_return_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    print("precision", tp / max(tp + fp, 1), "recall", tp / max(tp + fn, 1))


def symptom_number_of_results_1(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return p, r, (p + r) / 2


def symptom_signature_1(tn, fp, fn, tp):
    return tp / (tp + fp), tp / (tp + fn)


def symptom_in_place_1(y, y_class):
    y *= y_class
    return y.sum() / max(y_class.sum(), 1), y.sum() / max(y.sum(), 1)


def symptom_truth_of_an_array_1(y, y_class):
    tp = np.sum(y == 1 and y_class == 1)
    return tp / np.sum(y_class == 1), tp / np.sum(y == 1)


def wrong_mean_of_both(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return (p + r) / 2, (p + r) / 2


def wrong_precedence(y, y_class):
    tp = np.sum(y == 1 & y_class == 1)
    return tp / max(np.sum(y_class == 1), 1), tp / max(np.sum(y == 1), 1)


def wrong_parentheses(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / max(tp, 1) + fp, tp / max(tp, 1) + fn


def wrong_recall_of_the_answer(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / max(tp + fp, 1), tp / max(tp + tn, 1)


def wrong_one_added_below(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp / (tp + fp + 1), tp / (tp + fn + 1)


def wrong_percent(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return 100 * tp / max(tp + fp, 1), 100 * tp / max(tp + fn, 1)


def wrong_whole_division(y, y_class):
    tp, fp, fn, tn = _counts(y, y_class)
    return tp // max(tp + fp, 1), tp // max(tp + fn, 1)
