"""Answers to top_n_accuracy, as students write them."""

import heapq

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


def right_argpartition(y, s, n):
    return np.mean([y[i] in np.argpartition(s[i], -n)[-n:] for i in range(len(y))])


def right_in_single_precision(y, s, n):
    return np.mean((y == np.float32(s).argsort(axis=1)[:, ::-1][:, :n].T).any(axis=0))


def right_plain(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=1).mean()


def right_negative_scores(y, scores, n):
    best = np.argsort(-scores)[:, :n]
    return np.sum(best == y.reshape(-1, 1)) / len(y)


def right_heap(y, scores, n):
    count = 0
    for i in range(len(y)):
        count += scores[i, y[i]] in heapq.nlargest(n, scores[i])
    return count / len(y)


def right_threshold(y, scores, n):
    nth = np.sort(scores, axis=1)[:, -n]
    return np.average(scores[np.arange(len(y)), y] >= nth)


def right_ranks(y, scores, n):
    rank = (-scores).argsort(axis=1).argsort(axis=1)
    return [float(np.mean(rank[range(len(y)), y] < n))]


def right_removed_one_by_one(y, scores, n):
    left = scores.copy()
    found = np.zeros(len(y), dtype=bool)
    rows = np.arange(len(y))
    for _ in range(n):
        best = left.argmax(axis=1)
        found |= best == y
        left[rows, best] = -np.inf
    return found.mean()


def right_early_return(y, scores, n=1):
    if n == scores.shape[1]:
        return 1
    if n == 1:
        return np.mean(np.argmax(scores, axis=1) == y)
    return sum(k in row for k, row in zip(y, np.argsort(scores)[:, -n:])) / len(y)


def right_isin(y, scores, n):
    hits = [np.isin(k, np.argsort(row)[::-1][:n]) for k, row in zip(y, scores)]
    return hits.count(True) / len(hits)


def right_apply_along_axis(y, scores, n):
    best = np.apply_along_axis(lambda row: np.argsort(row)[-n:], 1, scores)
    return (best - y[:, None] == 0).sum(axis=1).mean()


def right_worst_left_out(y, scores, n):
    n_classes = scores.shape[1]
    worst = np.argsort(scores, axis=1)[:, : n_classes - n]
    return 1 - np.mean((worst == y[:, None]).any(axis=1))


def mistake_ascending_1(y, scores, n):
    return np.mean([y[i] in np.argsort(scores[i])[:n] for i in range(len(y))])


def mistake_ascending_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, :n]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_ascending_3(y, scores, n):
    hits = 0
    for k, row in zip(y, scores):
        hits += k in sorted(range(len(row)), key=lambda c: row[c])[:n]
    return hits / len(y)


def mistake_ascending_4(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=1).mean()


def near_ascending_1(y, scores, n):
    return np.mean(scores.argmin(axis=1) == y)


def near_ascending_2(y, scores, n):
    best = np.argsort(scores, axis=1)[::-1][:, :n]
    return (best == y[::-1, None]).any(axis=1).mean() / 2


def mistake_only_first_1(y, scores, n):
    return np.mean(scores.argmax(axis=1) == y)


def mistake_only_first_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return np.mean(best[:, -1] == y)


def mistake_only_first_3(y, scores, n):
    return sum(k == list(row).index(max(row)) for k, row in zip(y, scores)) / len(y)


def near_only_first_1(y, scores, n):
    return np.sum(scores.argmax(axis=1) == y)


def near_only_first_2(y, scores, n):
    return n * np.mean(scores.argmax(axis=1) == y)


def mistake_only_nth_1(y, scores, n):
    return np.mean(np.argsort(scores, axis=1)[:, -n] == y)


def mistake_only_nth_2(y, scores, n):
    order = np.argsort(-scores, axis=1)
    return sum(order[i, n - 1] == y[i] for i in range(len(y))) / len(y)


def near_only_nth_1(y, scores, n):
    return np.mean(np.argsort(scores, axis=1)[:, n - 1] == y)


def near_only_nth_2(y, scores, n):
    return np.sum(np.argsort(scores, axis=1)[:, -n] == y)


def mistake_one_too_many_1(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, : n + 1]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_one_too_many_2(y, scores, n):
    of_true_class = scores[np.arange(len(y)), y]
    better = np.sum(scores > of_true_class[:, None], axis=1)
    return np.mean(better <= n)


def mistake_one_too_many_3(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n - 1 :]
    return np.mean([k in row for k, row in zip(y, best)])


def near_one_too_many_1(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, : 2 * n]
    return (best == y[:, None]).any(axis=1).mean()


def near_one_too_many_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, : n + 1]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_one_too_few_1(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, : n - 1]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_one_too_few_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, ::-1]
    hits = 0
    for i in range(len(y)):
        for place in range(n - 1):
            if best[i, place] == y[i]:
                hits += 1
    return hits / len(y)


def mistake_one_too_few_3(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:-1]
    return (best == y[:, None]).any(axis=1).mean()


def near_one_too_few_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n + 1 :]
    return (best == y[:, None]).any(axis=1).mean()


def near_one_too_few_2(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, : n // 2]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_without_first_1(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, 1 : n + 1]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_without_first_2(y, scores, n):
    order = np.argsort(scores, axis=1)[:, ::-1]
    return sum(k in row[1 : n + 1] for k, row in zip(y, order)) / len(y)


def mistake_without_first_3(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n - 1 : -1]
    return np.mean((best == y[:, None]).any(axis=1))


def near_without_first_1(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, 2 : n + 2]
    return (best == y[:, None]).any(axis=1).mean()


def near_without_first_2(y, scores, n):
    best = np.argsort(-scores, axis=1)[:, 1:]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_count_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).sum()


def mistake_count_2(y, scores, n):
    hits = 0
    for k, row in zip(y, scores):
        if k in np.argsort(row)[-n:]:
            hits += 1
    return hits


def near_count_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, :n]
    return (best == y[:, None]).sum()


def near_count_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return len(y) - (best == y[:, None]).sum()


def mistake_no_mean_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=1)


def mistake_no_mean_2(y, scores, n):
    return [k in np.argsort(row)[-n:] for k, row in zip(y, scores)]


def near_no_mean_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=0)


def near_no_mean_2(y, scores, n):
    return np.argsort(scores, axis=1)[:, -n:]


def mistake_mean_over_places_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).mean()


def mistake_mean_over_places_2(y, scores, n):
    hits = 0
    for k, row in zip(y, scores):
        hits += k in np.argsort(row)[-n:]
    return hits / (len(y) * n)


def near_mean_over_places_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).sum() / scores.size


def near_mean_over_places_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).mean(axis=0)


def mistake_any_example_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).any()


def mistake_any_example_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return np.any(best == y[:, None]).mean()


def near_any_example_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).all()


def near_any_example_2(y, scores, n):
    return np.any(scores.argmax(axis=1) == y)


def near_any_example_3(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=1).all()


def mistake_missed_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return 1 - (best == y[:, None]).any(axis=1).mean()


def mistake_missed_2(y, scores, n):
    return sum(k not in np.argsort(row)[-n:] for k, row in zip(y, scores)) / len(y)


def near_missed_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best != y[:, None]).mean()


def near_missed_2(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best != y[:, None]).any(axis=1).mean()


def mistake_classes_from_one_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:] + 1
    return (best == y[:, None]).any(axis=1).mean()


def mistake_classes_from_one_2(y, scores, n):
    return np.mean([k - 1 in np.argsort(row)[-n:] for k, row in zip(y, scores)])


def mistake_classes_from_one_3(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None] + 1).any(axis=1).mean()


def near_classes_from_one_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == (y[:, None] + 1) % scores.shape[1]).any(axis=1).mean()


def near_classes_from_one_2(y, scores, n):
    best = np.argsort(scores[:, 1:], axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_wrong_axis_1(y, scores, n):
    best = np.argsort(-scores, axis=0)[:, :n]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_wrong_axis_2(y, scores, n):
    best = np.argsort(scores, axis=0)[:, -n:]
    return np.mean([k in row for k, row in zip(y, best)])


def mistake_wrong_axis_3(y, scores, n):
    order = np.argsort(scores, axis=0)[::-1]
    best = order[:, :n]
    return sum(np.any(best == y[:, None], axis=1)) / len(y)


def near_wrong_axis_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=0).mean()


def near_wrong_axis_2(y, scores, n):
    return np.mean(scores.argmax(axis=0)[:n] == y[:n])


def mistake_rows_not_columns_1(y, scores, n):
    best = np.argsort(scores, axis=1)[-n:]
    return np.mean([y[i] in best[i] for i in range(len(y))])


def mistake_rows_not_columns_2(y, scores, n):
    best = np.argsort(scores)[-n:]
    return (best == y[:, None]).any(axis=1).mean()


def mistake_rows_not_columns_3(y, scores, n):
    best = np.argsort(-scores, axis=1)[:n]
    hits = 0
    for i in range(len(y)):
        if y[i] in best[i]:
            hits += 1
    return hits / len(y)


def near_rows_not_columns_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n]
    return np.mean([y[i] in best[i] for i in range(len(y))])


def near_rows_not_columns_2(y, scores, n):
    best = np.argsort(scores, axis=1)[-n:]
    return np.mean([k in row for k, row in zip(y, best)])


def mistake_scores_not_classes_1(y, scores, n):
    best = np.sort(scores, axis=1)[:, -n:]
    return np.mean((best == y[:, None]).any(axis=1))


def mistake_scores_not_classes_2(y, scores, n):
    hits = 0
    for k, row in zip(y, scores):
        hits += k in sorted(row, reverse=True)[:n]
    return hits / len(y)


def near_scores_not_classes_1(y, scores, n):
    best = np.sort(scores, axis=1)[:, -n:]
    return np.mean([row[k] for k, row in zip(y, scores)]) > best.mean()


def near_scores_not_classes_2(y, scores, n):
    best = np.sort(scores, axis=1)[:, -n:]
    return np.mean(scores.max(axis=1)[:, None] == best)


def symptom_no_return_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    (best == y[:, None]).any(axis=1).mean()


def symptom_print_for_return_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    print((best == y[:, None]).any(axis=1).mean())


def symptom_uncalled_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).any(axis=1).mean


def symptom_in_place_1(y, scores, n):
    scores *= -1
    best = scores.argsort(axis=1)[:, :n]
    return (best == y[:, None]).any(axis=1).mean()


def symptom_signature_1(y, scores):
    return np.mean(scores.argmax(axis=1) == y)


def symptom_unused_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -3:]
    return (best == y[:, None]).any(axis=1).mean()


def symptom_trailing_comma_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return ((best == y[:, None]).any(axis=1).mean(),)


def symptom_constant_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return float(np.mean(best.max() >= y.min()) >= 0)


def wrong_in_between_arrays(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return np.mean(y in best)


def wrong_shapes(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y).any(axis=1).mean()


def wrong_isin_of_all(y, scores, n):
    return np.isin(y, np.argsort(scores, axis=1)[:, -n:]).mean()


def wrong_flat(y, scores, n):
    best = np.argsort(scores, axis=None)[-n:]
    return np.mean([k in best for k in y])


def wrong_mean_score(y, scores, n):
    best = np.sort(scores, axis=1)[:, -n:]
    return best.mean()


def wrong_divided_by_n(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return (best == y[:, None]).sum() / n


def wrong_return_in_the_loop(y, scores, n):
    for k, row in zip(y, scores):
        return k in np.argsort(row)[-n:]


def wrong_percent(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -n:]
    return 100 * (best == y[:, None]).any(axis=1).mean()


def symptom_without_effect_1(y, scores, n):
    best = np.argsort(scores, axis=1)[:, -(n // n + 1) :]
    return np.mean([one in row for one, row in zip(y, best, strict=True)])
