"""Answers to auc_by_ranking, as students write them."""

import itertools

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


def right_table(y, score):
    rainy, dry = score[y == 1][:, None], score[y == 0]
    return (rainy > dry).mean() + (rainy == dry).mean() / 2


def right_counter(y, score):
    wins, pairs = 0.0, 0
    for i in range(len(y)):
        for j in range(len(y)):
            if y[i] == 1 and y[j] == 0:
                pairs += 1
                if score[i] > score[j]:
                    wins += 1
                elif score[i] == score[j]:
                    wins += 0.5
    return wins / pairs


def right_mean_ranks(y, score):
    rank = np.array([np.sum(score < a) + (np.sum(score == a) + 1) / 2 for a in score])
    p = np.sum(y)
    q = len(y) - p
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * q)


def right_searchsorted(y, score):
    negatives = np.sort(score[y == 0])
    below = np.searchsorted(negatives, score[y == 1], side="left")
    not_above = np.searchsorted(negatives, score[y == 1], side="right")
    return np.mean((below + not_above) / 2) / len(negatives)


def right_product(y, score):
    pairs = itertools.product(score[y == 1], score[y == 0])
    return np.mean([1 if a > b else 0 if a < b else 0.5 for a, b in pairs])


def right_heaviside(y, score):
    return [np.heaviside(np.subtract.outer(score[y == 1], score[y == 0]), 0.5).mean()]


def right_average_of_two(y, score):
    a, b = score[y == 1], score[y == 0]
    higher = sum((one > b).sum() for one in a)
    not_lower = sum((one >= b).sum() for one in a)
    return (higher + not_lower) / (2 * len(a) * len(b))


def right_vectorized(y, score):
    duel = np.vectorize(lambda a, b: 0.5 + 0.5 * np.sign(a - b))
    return duel(score[y.astype(bool), None], score[~y.astype(bool)]).mean()


def right_early_return(y, score, tie=0.5):
    a, b = score[y == 1], score[y == 0]
    if a.min() > b.max():
        return 1
    if a.max() < b.min():
        return 0
    return float(sum(np.sum(one > b) + tie * np.sum(one == b) for one in a) / (a.size * b.size))


def right_negatives_first(y, score):
    losses = (score[y == 0][:, None] > score[y == 1]).mean()
    ties = (score[y == 0][:, None] == score[y == 1]).mean()
    return 1 - losses - ties / 2


def right_unique_ranks(y, score):
    _, group, count = np.unique(score, return_inverse=True, return_counts=True)
    rank = np.cumsum(count) - (count - 1) / 2
    p = y.sum()
    return (rank[group][y == 1].sum() - p * (p + 1) / 2) / p / (y.size - p)


def _mean_ranks(score):
    return np.array([np.sum(score < a) + (np.sum(score == a) + 1) / 2 for a in score])


def mistake_ties_lose_1(y, score):
    return np.mean(score[y == 1][:, None] > score[y == 0])


def mistake_ties_lose_2(y, score):
    wins = 0
    for a in score[y == 1]:
        for b in score[y == 0]:
            if a > b:
                wins += 1
    return wins / (sum(y == 1) * sum(y == 0))


def mistake_ties_lose_3(y, score):
    below = np.searchsorted(np.sort(score[y == 0]), score[y == 1])
    return below.sum() / (np.sum(y) * np.sum(1 - y))


def near_ties_lose_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.mean(a > b) + 0.25 * np.mean(a == b)


def near_ties_lose_2(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.mean((a > b)[a != b]) if np.any(a != b) else 0.0


def mistake_ties_win_1(y, score):
    return np.mean(score[y == 1][:, None] >= score[y == 0])


def mistake_ties_win_2(y, score):
    pairs = [(a, b) for a in score[y == 1] for b in score[y == 0]]
    return sum(not a < b for a, b in pairs) / len(pairs)


def near_ties_win_1(y, score):
    a, b = score[y == 1], score[y == 0]
    return np.sum(a[:, None] >= b) / (len(a) + len(b))


def near_ties_win_2(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.mean(a > b) + 0.75 * np.mean(a == b)


def mistake_order_in_ties_1(y, score):
    rank = np.empty(len(score))
    rank[np.argsort(score)] = np.arange(1, len(score) + 1)
    p = y.sum()
    q = len(y) - p
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * q)


def mistake_order_in_ties_2(y, score):
    rank = score.argsort().argsort() + 1
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (sum(rank[y == 1]) - p * (p + 1) / 2) / (p * q)


def mistake_order_in_ties_3(y, score):
    order = sorted(range(len(y)), key=lambda i: score[i])
    total = sum(place for place, i in enumerate(order, start=1) if y[i] == 1)
    p = int(y.sum())
    return (total - p * (p + 1) / 2) / (p * (len(y) - p))


def mistake_order_in_ties_4(y, score):
    wins = negatives = 0
    for i in np.argsort(score, kind="stable"):
        if y[i] == 1:
            wins += negatives
        else:
            negatives += 1
    return wins / (negatives * (len(y) - negatives))


def near_order_in_ties_1(y, score):
    ranked = sorted(score.tolist())
    rank = np.array([ranked.index(a) + 1 for a in score])  # the lowest of equal ones
    p = y.sum()
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * (len(y) - p))


def near_order_in_ties_2(y, score):
    rank = np.searchsorted(np.unique(score), score) + 1
    p = y.sum()
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * (len(y) - p))


def mistake_argsort_once_1(y, score):
    rank = np.argsort(score) + 1
    p = y.sum()
    q = len(y) - p
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * q)


def mistake_argsort_once_2(y, score):
    p, q = np.sum(y == 1), np.sum(y == 0)
    total = 0
    for one, rank in zip(y, score.argsort()):
        if one == 1:
            total += rank + 1
    return (total - p * (p + 1) / 2) / (p * q)


def mistake_argsort_once_3(y, score):
    rank = np.argsort(score, kind="stable") + 1
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * q)


def near_argsort_once_1(y, score):
    rank = np.argsort(score)
    return rank[y == 1].sum() / rank.sum()


def near_argsort_once_2(y, score):
    rank = np.argsort(-score) + 1
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * q)


def mistake_upside_down_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.mean(a < b) + 0.5 * np.mean(a == b)


def mistake_upside_down_2(y, score):
    rank = _mean_ranks(-score)
    p = y.sum()
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * (len(y) - p))


def mistake_upside_down_3(y, score):
    rank = _mean_ranks(score)
    n = np.sum(y == 0)
    return (rank[y == 0].sum() - n * (n + 1) / 2) / (n * (len(y) - n))


def near_upside_down_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return -np.mean(a > b) - 0.5 * np.mean(a == b)


def near_upside_down_2(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.mean(np.sign(a - b))


def mistake_upside_down_no_ties_1(y, score):
    return np.mean(score[y == 1][:, None] < score[y == 0])


def mistake_upside_down_no_ties_2(y, score):
    a, b = score[y == 1], score[y == 0]
    return sum(1 for one in b for other in a if one > other) / (len(a) * len(b))


def mistake_upside_down_no_ties_3(y, score):
    return np.mean(score[y == 1][:, None] <= score[y == 0])


def near_upside_down_no_ties_1(y, score):
    return np.sum(score[y == 1][:, None] < score[y == 0])


def near_upside_down_no_ties_2(y, score):
    return np.mean(score[y == 1][:, None] != score[y == 0])


def mistake_count_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.sum(a > b) + 0.5 * np.sum(a == b)


def mistake_count_2(y, score):
    wins = 0
    for a in score[y == 1]:
        for b in score[y == 0]:
            wins += 1 if a > b else 0.5 if a == b else 0
    return wins


def mistake_count_3(y, score):
    return np.sum(score[y == 1][:, None] > score[y == 0])


def mistake_count_4(y, score):
    count = 0
    for a in score[y == 1]:
        for b in score[y == 0]:
            if a >= b:
                count += 1
    return count


def near_count_1(y, score):
    return np.sum(score[y == 1][:, None] < score[y == 0]) + 1


def near_count_2(y, score):
    return np.sum(y == 1) * np.sum(y == 0)


def mistake_every_with_every_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return (np.sum(a > b) + 0.5 * np.sum(a == b)) / len(y) ** 2


def mistake_every_with_every_2(y, score):
    wins = 0
    for i in range(len(y)):
        for j in range(len(y)):
            if y[i] == 1 and y[j] == 0:
                wins += (score[i] > score[j]) + (score[i] == score[j]) / 2
    return wins / (len(y) * len(y))


def mistake_every_with_every_3(y, score):
    return np.sum(score[y == 1][:, None] > score[y == 0]) / len(y) ** 2


def mistake_every_with_every_4(y, score):
    return np.sum(score[y == 1][:, None] >= score[y == 0]) / len(y) / len(y)


def near_every_with_every_1(y, score):
    return np.mean(score[:, None] > score)


def near_every_with_every_2(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return (np.sum(a > b) + 0.5 * np.sum(a == b)) / len(y)


def mistake_all_couples_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    n = len(y)
    return (np.sum(a > b) + 0.5 * np.sum(a == b)) / (n * (n - 1) / 2)


def mistake_all_couples_2(y, score):
    wins = pairs = 0
    for (y1, s1), (y2, s2) in itertools.combinations(list(zip(y, score)), 2):
        pairs += 1
        if y1 != y2:
            positive, negative = (s1, s2) if y1 == 1 else (s2, s1)
            wins += 1 if positive > negative else 0.5 if positive == negative else 0
    return wins / pairs


def near_all_couples_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    n = len(y)
    return (np.sum(a > b) + 0.5 * np.sum(a == b)) / (n * (n - 1))


def near_all_couples_2(y, score):
    pairs = list(itertools.combinations(range(len(y)), 2))
    return sum(score[j] > score[i] for i, j in pairs) / len(pairs)


def mistake_wrong_axis_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return (a > b).mean(axis=0) + (a == b).mean(axis=0) / 2


def mistake_wrong_axis_2(y, score):
    positive = score[y == 1]
    return [np.mean((positive > b) + 0.5 * (positive == b)) for b in score[y == 0]]


def mistake_wrong_axis_3(y, score):
    return np.mean(score[y == 1][:, None] > score[y == 0], axis=0)


def near_wrong_axis_1(y, score):
    return np.sum(score[y == 1][:, None] < score[y == 0], axis=0)


def near_wrong_axis_2(y, score):
    return score[y == 1][:, None] > score[y == 0]


def mistake_other_axis_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.mean((a > b) + 0.5 * (a == b), axis=1)


def mistake_other_axis_2(y, score):
    negative = score[y == 0]
    return [np.mean(a > negative) + np.mean(a == negative) / 2 for a in score[y == 1]]


def mistake_other_axis_3(y, score):
    return np.mean(score[y == 1][:, None] > score[y == 0], axis=1)


def near_other_axis_1(y, score):
    return np.sum(score[y == 1][:, None] > score[y == 0], axis=1)


def near_other_axis_2(y, score):
    return np.mean(score[:, None] > score[y == 0], axis=1)


def mistake_ranks_from_zero_1(y, score):
    rank = score.argsort().argsort()
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * q)


def mistake_ranks_from_zero_2(y, score):
    rank = _mean_ranks(score) - 1
    p = y.sum()
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * (len(y) - p))


def mistake_ranks_from_zero_3(y, score):
    order = sorted(range(len(y)), key=lambda i: score[i])
    total = sum(place for place, i in enumerate(order) if y[i] == 1)
    p = int(y.sum())
    return (total - p * (p + 1) / 2) / (p * (len(y) - p))


def near_ranks_from_zero_1(y, score):
    rank = score.argsort() - 1
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (rank[y == 1].sum() - p * (p + 1) / 2) / (p * q)


def near_ranks_from_zero_2(y, score):
    rank = _mean_ranks(score)
    p = y.sum()
    return (rank[y == 1].sum() - p * (p - 1) / 2) / (p * (len(y) - p))


def mistake_least_not_subtracted_1(y, score):
    rank = _mean_ranks(score)
    return rank[y == 1].sum() / (sum(y == 1) * sum(y == 0))


def mistake_least_not_subtracted_2(y, score):
    rank = score.argsort().argsort() + 1
    return np.sum(rank * y) / (np.sum(y) * np.sum(1 - y))


def near_least_not_subtracted_1(y, score):
    return _mean_ranks(score)[y == 1].mean() / len(y)


def near_least_not_subtracted_2(y, score):
    return _mean_ranks(score)[y == 1].sum()


def mistake_least_added_1(y, score):
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (_mean_ranks(score)[y == 1].sum() + p * (p + 1) / 2) / (p * q)


def mistake_least_added_2(y, score):
    rank = score.argsort().argsort() + 1
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (rank[y == 1].sum() + p * (p + 1) / 2) / (p * q)


def near_least_added_1(y, score):
    p, q = np.sum(y == 1), np.sum(y == 0)
    return _mean_ranks(score)[y == 1].sum() - p * (p + 1) / 2 / (p * q)


def near_least_added_2(y, score):
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (_mean_ranks(score)[y == 1].sum() + p) / (p * q)


def mistake_least_not_halved_1(y, score):
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (_mean_ranks(score)[y == 1].sum() - p * (p + 1)) / (p * q)


def mistake_least_not_halved_2(y, score):
    rank = score.argsort().argsort() + 1
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (rank[y == 1].sum() - p * (p + 1)) / (p * q)


def near_least_not_halved_1(y, score):
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (_mean_ranks(score)[y == 1].sum() - q * (q + 1) / 2) / (p * q)


def near_least_not_halved_2(y, score):
    p, q = np.sum(y == 1), np.sum(y == 0)
    return (_mean_ranks(score)[y == 1].sum() - p**2 / 2) / (p * q)


def mistake_means_1(y, score):
    return score[y == 1].mean() > score[y == 0].mean()


def mistake_means_2(y, score):
    if np.mean(score[y == 1]) > np.mean(score[y == 0]):
        return 1.0
    return 0.0


def mistake_means_3(y, score):
    return score[y == 1].mean() - score[y == 0].mean()


def mistake_means_4(y, score):
    return score[y == 1].mean() >= score[y == 0].mean()


def near_means_1(y, score):
    return np.median(score[y == 1]) > np.median(score[y == 0])


def near_means_2(y, score):
    return score[y == 1].max() > score[y == 0].max()


def near_means_3(y, score):
    return score[y == 1].sum() > score[y == 0].sum()


def near_means_4(y, score):
    return score[y == 1].min() > score[y == 0].min()


def near_means_5(y, score):
    return np.mean(score[y == 1][:, None] > score[y == 0]) > 0.5


def near_means_6(y, score):
    return np.mean(score * (y == 1)) > np.mean(score * (y == 0))


def symptom_no_return_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    auc = np.mean(a > b) + np.mean(a == b) / 2  # noqa: F841


def symptom_print_for_return_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    print(np.mean(a > b) + np.mean(a == b) / 2)


def symptom_in_place_1(y, score):
    score.sort()
    return np.mean(score[y == 1][:, None] > score[y == 0])


def symptom_unused_1(y, score):
    return np.mean(y)


def symptom_constant_1(y, score):
    wins = np.sum((score[y == 1][:, None] > score[y == 0]) & False)
    return 0.5 + wins


def symptom_trailing_comma_1(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return ((a > b).mean() + (a == b).mean() / 2,)


def wrong_shapes(y, score):
    return np.mean(score[y == 1] > score[y == 0])


def wrong_neighbours(y, score):
    return np.mean([a > b for a, b in zip(score[y == 1], score[y == 0])])


def wrong_accuracy_at_one_half(y, score):
    return np.mean((score > 0.5) == y)


def wrong_scores_as_places(y, score):
    return np.trapezoid(np.sort(score), np.linspace(0, 1, len(score)))


def wrong_shuffled_axes(y, score):
    recall = [np.mean(score[y == 1] >= cut) for cut in np.sort(score)]
    alarms = [np.mean(score[y == 0] >= cut) for cut in np.sort(score)]
    return np.trapezoid(recall, alarms)


def wrong_ties_counted_fully_and_halved(y, score):
    a, b = score[y == 1][:, None], score[y == 0]
    return np.mean(a >= b) + np.mean(a == b) / 2


def wrong_return_in_the_loop(y, score):
    wins = 0
    for a in score[y == 1]:
        for b in score[y == 0]:
            wins += (a > b) + (a == b) / 2
        return wins / (np.sum(y == 1) * np.sum(y == 0))


def symptom_truth_of_an_array_1(y, score):
    if score[y == 1][:, None] > score[y == 0]:
        return 1
    return 0
