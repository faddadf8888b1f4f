"""Answers to cross_entropy, as students write them."""

import math

import numpy as np

TINY = 1e-15


def right_chosen_and_lifted(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.mean(np.log(np.maximum(p, 1e-15)))


def right_clipped(y, probability, eps=1e-15):
    p = np.clip(probability, eps, 1 - eps)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def right_by_loop(y, probability):
    total = 0
    for label, p in zip(y, probability, strict=True):
        if label == 1:
            total -= math.log(max(p, 1e-15))
        else:
            total -= math.log(max(1 - p, 1e-15))
    return total / len(y)


def right_by_list(y, probability):
    q = [p if label else 1 - p for label, p in zip(y.tolist(), probability.tolist(), strict=True)]
    return sum(-math.log(p) if p > TINY else -math.log(TINY) for p in q) / len(q)


def right_by_generator(y, probability):
    return np.mean([-np.log(max(1 - abs(a - p), TINY)) for a, p in zip(y, probability)])  # noqa: B905


def right_by_masks(y, probability):
    p = probability.copy()
    p[y == 0] = 1 - p[y == 0]
    p[p < 1e-15] = 1e-15
    return np.average(-np.log(p))


def right_by_two_sums(y, probability):
    of_1 = np.log(np.maximum(probability[y == 1], TINY)).sum()
    of_0 = np.log(np.maximum(1 - probability[y == 0], TINY)).sum()
    return -(of_1 + of_0) / y.size


def right_by_distance(y, probability):
    return -np.log(np.fmax(1 - np.abs(y - probability), 1e-15)).mean()


def right_in_single_precision(y, probability):
    p = np.where(y > 0.5, probability, 1 - probability).astype(np.float32)
    return -np.log(p.clip(min=np.float32(1e-15))).mean(dtype=np.float32)


def right_by_vectorize(y, probability):
    @np.vectorize
    def surprise(label, p):
        return -math.log(max(p if label == 1 else 1 - p, 1e-15))

    return surprise(y, probability).mean()


def right_with_something_tiny_added(y, probability):
    return -np.mean(y * np.log(probability + 1e-15) + (1 - y) * np.log(1 - probability + 1e-15))


def right_by_products(y, probability):
    p = np.maximum(np.stack([1 - probability, probability]), 1e-15)
    return -(np.dot(y, np.log(p[1])) + np.dot(1 - y, np.log(p[0]))) / len(y)


def right_by_picked_columns(y, probability):
    table = np.column_stack([1 - probability, probability])
    chosen = table[np.arange(len(y)), y.astype(int)]
    return float(np.mean(-np.log(np.clip(chosen, TINY, None))))


def right_early_return(y, probability):
    if len(y) == 1:
        p = probability[0] if y[0] else 1 - probability[0]
        return -np.log(max(p, 1e-15))
    return np.mean(
        [right_early_return(y[i : i + 1], probability[i : i + 1]) for i in range(len(y))]
    )


def right_as_array_of_one(y, probability):
    p = np.maximum(probability**y * (1 - probability) ** (1 - y), TINY)
    return np.array([-np.log(p).mean()])


def right_where_of_logarithms(y, probability):
    of_1 = np.log(np.maximum(probability, TINY))
    of_0 = np.log(np.maximum(1 - probability, TINY))
    return np.mean(np.where(y == 1, -of_1, -of_0))


def right_logarithm_where(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    result = np.full(len(p), math.log(TINY))
    np.log(p, out=result, where=p > TINY)
    return -result.mean()


def mistake_log_of_zero_1(y, probability):
    return -np.mean(y * np.log(probability) + (1 - y) * np.log(1 - probability))


def mistake_log_of_zero_2(y, probability):
    total = 0
    for label, p in zip(y, probability, strict=True):
        total += label * np.log(p) + (1 - label) * np.log(1 - p)
    return -total / len(y)


def mistake_log_of_zero_3(y, probability):
    return -(y @ np.log(probability) + (1 - y) @ np.log(1 - probability)) / len(y)


def near_log_of_zero_1(y, probability):
    return -sum(
        a * math.log(p) + (1 - a) * math.log(1 - p) for a, p in zip(y, probability, strict=True)
    ) / len(y)


def near_log_of_zero_2(y, probability):
    return -np.mean(y * np.log(probability) + (1 - y) * np.log(probability))


def mistake_chosen_too_late_1(y, probability):
    return np.where(y == 1, -np.log(probability), -np.log(1 - probability)).mean()


def mistake_chosen_too_late_2(y, probability):
    of_1, of_0 = np.log(probability), np.log(1 - probability)
    return -np.mean(np.where(y == 0, of_0, of_1))


def near_chosen_too_late_1(y, probability):
    return np.where(y == 1, np.log(probability), np.log(1 - probability)).mean()


def near_chosen_too_late_2(y, probability):
    surprise = np.where(y == 1, -np.log(probability), -np.log(1 - probability))
    return np.mean(np.minimum(surprise, -np.log(1e-15)))


def mistake_not_lifted_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return np.mean(-np.log(p))


def mistake_not_lifted_2(y, probability):
    total = 0.0
    for i in range(len(y)):
        if y[i] == 1:
            total += -np.log(probability[i])
        else:
            total += -np.log(1 - probability[i])
    return total / len(y)


def mistake_not_lifted_3(y, probability):
    return -np.log(1 - np.abs(y - probability)).mean()


def near_not_lifted_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log(p).sum()


def near_not_lifted_2(y, probability):
    p = np.where(y == 1, probability, probability)
    return np.mean(-np.log(p))


def mistake_only_zero_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    p[p == 0] = 1e-15
    return -np.log(p).mean()


def mistake_only_zero_2(y, probability):
    total = 0
    for label, p in zip(y, probability, strict=True):
        q = p if label == 1 else 1 - p
        if q == 0:
            q = TINY
        total -= math.log(q)
    return total / len(y)


def mistake_other_floor_4(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log(p[p > 0]).mean()


def near_only_zero_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return np.nan_to_num(-np.log(p)).mean()


def near_only_zero_2(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    p[p == 0] = 1e-8
    return -np.log(p).sum()


def mistake_other_floor_1(y, probability):
    p = np.clip(probability, 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def mistake_other_floor_2(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log(np.maximum(p, np.finfo(float).tiny)).mean()


def mistake_other_floor_3(y, probability):
    total = 0
    for label, p in zip(y, probability, strict=True):
        total -= math.log(max(p if label == 1 else 1 - p, 1e-12))
    return total / len(y)


def near_other_floor_1(y, probability):
    p = np.clip(probability, 0.01, 0.99)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def near_other_floor_2(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return np.nan_to_num(-np.log(p)).mean() + 1e-3


def mistake_log_of_zero_7(y, probability):
    p = np.clip(probability, 1e-17, 1 - 1e-17)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def mistake_no_mean_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.sum(np.log(np.maximum(p, 1e-15)))


def mistake_no_mean_2(y, probability):
    loss = 0
    for label, p in zip(y, probability, strict=True):
        loss -= np.log(max(p, TINY)) if label == 1 else np.log(max(1 - p, TINY))
    return loss


def mistake_no_mean_3(y, probability):
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum()


def near_no_mean_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log(np.maximum(p, 1e-15)).sum() / 2


def near_no_mean_2(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return np.log(np.maximum(p, 1e-15)).sum()


def mistake_not_averaged_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log(np.maximum(p, 1e-15))


def mistake_not_averaged_2(y, probability):
    p = np.clip(probability, TINY, 1 - TINY)
    return [-a * np.log(b) - (1 - a) * np.log(1 - b) for a, b in zip(y, p, strict=True)]


def near_not_averaged_1(y, probability):
    return np.maximum(np.where(y == 1, probability, 1 - probability), 1e-15)


def near_not_averaged_2(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log(np.maximum(p, 1e-15)) / len(y)


def mistake_sign_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return np.mean(np.log(np.maximum(p, 1e-15)))


def mistake_sign_2(y, probability):
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return (y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def near_sign_1(y, probability):
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) - (1 - y) * np.log(1 - p))


def near_sign_2(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return np.sum(np.log(np.maximum(p, 1e-15)))


def mistake_classes_exchanged_1(y, probability):
    p = np.where(y == 0, probability, 1 - probability)
    return -np.mean(np.log(np.maximum(p, 1e-15)))


def mistake_classes_exchanged_2(y, probability):
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return -np.mean((1 - y) * np.log(p) + y * np.log(1 - p))


def near_classes_exchanged_1(y, probability):
    return -np.mean(np.log(np.maximum(1 - probability, 1e-15)))


def near_classes_exchanged_2(y, probability):
    p = np.maximum(probability, 1e-15)
    return -np.mean((1 - y) * np.log(p))


def mistake_only_class_1_1(y, probability):
    return -np.mean(y * np.log(np.maximum(probability, 1e-15)))


def mistake_only_class_1_2(y, probability):
    total = 0
    for i in range(len(y)):
        if y[i] == 1:
            total -= math.log(max(probability[i], 1e-15))
    return total / len(y)


def near_only_class_1_1(y, probability):
    return -np.mean(np.log(np.maximum(probability[y == 1], 1e-15)))


def near_only_class_1_2(y, probability):
    return -np.mean((1 - y) * np.log(np.maximum(1 - probability, 1e-15)))


def near_only_class_1_3(y, probability):
    return -np.mean(y * np.log(probability))


def mistake_labels_mixed_1(y, probability):
    y = 2 * y - 1
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def mistake_labels_mixed_2(y, probability):
    total = 0
    for label, p in zip(y, probability, strict=True):
        label = 1 if label == 1 else -1
        total -= label * np.log(max(p, TINY)) + (1 - label) * np.log(max(1 - p, TINY))
    return total / len(y)


def near_labels_mixed_1(y, probability):
    y = 2 * y - 1
    return -np.mean(y * np.log(np.maximum(probability, 1e-15)))


def near_labels_mixed_2(y, probability):
    y = 2 * y - 1
    p = np.where(y == 1, probability, 1 - probability)
    return np.mean(y * -np.log(np.maximum(p, 1e-15)))


def mistake_label_not_found_1(y, probability):
    p = np.where(y == -1, 1 - probability, probability)
    return -np.log(np.maximum(p, 1e-15)).mean()


def mistake_label_not_found_2(y, probability):
    total = 0
    for label, p in zip(y, probability, strict=True):
        if label == -1:
            p = 1 - p
        total -= math.log(max(p, 1e-15))
    return total / len(y)


def mistake_label_not_found_3(y, probability):
    return -np.mean(np.log(np.clip(probability, 1e-15, 1)))


def near_label_not_found_1(y, probability):
    p = np.where(y == -1, probability, 1 - probability)
    return -np.log(np.maximum(p, 1e-15)).mean()


def near_label_not_found_2(y, probability):
    p = np.where(y == 1, probability, 1)
    return -np.log(np.maximum(p, 1e-15)).mean()


def mistake_base_2_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log2(np.maximum(p, 1e-15)).mean()


def mistake_base_2_2(y, probability):
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return -sum(
        a * math.log(b, 2) + (1 - a) * math.log(1 - b, 2) for a, b in zip(y, p, strict=True)
    ) / len(y)


def near_base_2_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log10(np.maximum(p, 1e-15)).mean()


def near_base_2_2(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -1.5 * np.log(np.maximum(p, 1e-15)).mean()


def mistake_squared_error_1(y, probability):
    return np.mean((y - probability) ** 2)


def mistake_squared_error_2(y, probability):
    return sum((p - a) * (p - a) for a, p in zip(y, probability, strict=True)) / len(y)


def near_squared_error_1(y, probability):
    return np.mean(np.abs(y - probability))


def near_squared_error_2(y, probability):
    return np.sum((y - probability) ** 2)


def symptom_no_return_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    loss = -np.mean(np.log(np.maximum(p, 1e-15)))  # noqa: F841


def symptom_print_for_return_1(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    print(-np.mean(np.log(np.maximum(p, 1e-15))))


def symptom_in_place_1(y, probability):
    probability[y == 0] = 1 - probability[y == 0]
    return -np.log(np.maximum(probability, 1e-15)).mean()


def symptom_unused_1(y, probability):
    return -np.log(np.clip(1 - probability, 1e-15, 1)).mean() * 2


def symptom_signature_1(probability):
    return -np.log(np.maximum(probability, 1e-15)).mean()


def wrong_if_of_an_array(y, probability):
    if y == 1:
        return -np.log(probability)
    return -np.log(1 - probability)


def wrong_half_of_it(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    return -np.log(np.maximum(p, 1e-15)).mean() / 2


def wrong_warning_hushed_up(y, probability):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.mean(y * np.log(probability) + (1 - y) * np.log(1 - probability)))


def wrong_only_at_the_last(y, probability):
    for label, p in zip(y, probability, strict=True):
        loss = -math.log(max(p if label == 1 else 1 - p, 1e-15))
    return loss


def wrong_without_logarithm(y, probability):
    return 1 - np.mean(np.where(y == 1, probability, 1 - probability))


def wrong_mean_before_logarithm(y, probability):
    return -np.log(np.maximum(np.mean(np.where(y == 1, probability, 1 - probability)), 1e-15))


def mistake_log_of_zero_4(y, probability):
    loss = -np.mean(y * np.log(probability) + (1 - y) * np.log(1 - probability))
    return max(loss, 1e-15)


def mistake_log_of_zero_5(y, probability):
    p = np.maximum(probability, 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def mistake_log_of_zero_6(y, probability):
    p = np.clip(probability.astype(np.float32), np.float32(1e-15), np.float32(1 - 1e-15))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def wrong_infinity_cut_off_afterwards(y, probability):
    p = np.where(y == 1, probability, 1 - probability)
    with np.errstate(divide="ignore"):
        surprise = -np.log(p)
    return np.minimum(surprise, -np.log(1e-15)).mean()
