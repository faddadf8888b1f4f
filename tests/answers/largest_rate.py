"""Answers to largest_rate, as students write them."""

import numpy as np


def right_plain(hessian):
    return 2 / np.linalg.eigvalsh(hessian)[-1]


def right_by_eigenvalues_in_any_order(hessian):
    return 2 / max(float(np.real(one)) for one in np.linalg.eigvals(hessian))


def right_by_norm(hessian):
    return np.array([2.0]) / np.linalg.norm(hessian, 2)


def right_in_single_precision(hessian):
    return np.float32(2) / np.linalg.eigh(hessian.astype(np.float32))[0][-1]


def right_least_of_all(hessian):
    return min(2 / curvature for curvature in np.linalg.eigvalsh(hessian))


def right_by_singular_values(hessian):
    return 2.0 / np.linalg.svd(hessian)[1][0]


def right_by_powers(hessian, n=4000):
    direction = np.arange(1.0, len(hessian) + 1)
    for _ in range(n):
        direction = hessian @ direction
        direction /= np.linalg.norm(direction)
    return 2 / (direction @ hessian @ direction)


def right_by_halving(hessian):
    low, high = 0.0, 100.0
    curvatures = np.linalg.eigvalsh(hessian)
    for _ in range(80):
        middle = (low + high) / 2
        if np.all(np.abs(1 - middle * curvatures) < 1):
            low = middle
        else:
            high = middle
    return low


def right_early_return(hessian):
    if len(hessian) == 1:
        return 2 / hessian[0, 0]
    curvatures, _ = np.linalg.eigh(hessian)
    return 2 / np.max(curvatures)


def right_sorted(hessian):
    curvatures = sorted(np.linalg.eigvalsh(np.array(hessian.tolist())), reverse=True)
    return float(2 / curvatures[0])


def right_list(hessian):
    return [np.min(2 / np.linalg.eigvalsh(hessian))]


def right_by_loop(hessian):
    largest = 0
    for curvature in np.linalg.eigvalsh(hessian):
        if curvature > largest:
            largest = curvature
    return 2 / largest


def right_of_the_inverse(hessian):
    return 2 * np.linalg.eigvalsh(np.linalg.inv(hessian)).min()


def mistake_one_over_1(hessian):
    return 1 / np.max(np.linalg.eigvalsh(hessian))


def mistake_one_over_2(hessian):
    return 1 / np.linalg.eigh(hessian)[0][-1]


def near_one_over_1(hessian):
    return 1 / np.linalg.eigvalsh(hessian).min()


def near_one_over_2(hessian):
    return 1 / np.trace(hessian)


def mistake_smallest_1(hessian):
    return 2 / np.linalg.eigvalsh(hessian)[0]


def mistake_smallest_2(hessian):
    return max(2 / np.linalg.eigvals(hessian))


def near_smallest_1(hessian):
    return 2 / np.diag(hessian).min()


def near_smallest_2(hessian):
    return 2 / np.linalg.eigvalsh(hessian).mean()


def mistake_upside_down_1(hessian):
    return np.linalg.eigvalsh(hessian).max() / 2


def mistake_upside_down_2(hessian):
    return 0.5 * np.linalg.eigvalsh(hessian)[-1]


def near_upside_down_1(hessian):
    return np.linalg.eigvalsh(hessian).max()


def near_upside_down_2(hessian):
    return np.linalg.eigvalsh(hessian).max() * 2


def mistake_diagonal_1(hessian):
    return 2 / max(hessian[p, p] for p in range(len(hessian)))


def mistake_diagonal_2(hessian):
    return 2 / hessian.max()


def near_diagonal_1(hessian):
    return 2 / hessian[-1, -1]


def near_diagonal_2(hessian):
    return 2 / np.diag(hessian).mean()


def mistake_all_entries_1(hessian):
    return 2 / np.linalg.norm(hessian)


def mistake_all_entries_2(hessian):
    return 2 / np.sqrt(np.sum(hessian**2))


def near_all_entries_1(hessian):
    return 2 / np.abs(hessian).sum()


def near_all_entries_2(hessian):
    return 2 / np.linalg.norm(hessian, 1)


def mistake_sum_of_eigenvalues_1(hessian):
    return 2 / np.sum(np.linalg.eigvalsh(hessian))


def mistake_sum_of_eigenvalues_2(hessian):
    return 2 / np.trace(hessian)


def near_sum_of_eigenvalues_1(hessian):
    return 2 / np.sum(hessian)


def near_sum_of_eigenvalues_2(hessian):
    return np.sum(2 / np.linalg.eigvalsh(hessian))


def mistake_sign_1(hessian):
    return -2 / np.linalg.eigvalsh(hessian)[-1]


def mistake_sign_2(hessian):
    return (
        np.max(-2 / np.linalg.eigvalsh(hessian)) if len(hessian) == 1 else mistake_sign_1(hessian)
    )


def near_sign_1(hessian):
    return -1 / np.linalg.eigvalsh(hessian)[-1]


def near_sign_2(hessian):
    return np.min(-2 / np.linalg.eigvalsh(hessian))


def wrong_all_of_them(hessian):
    return 2 / np.linalg.eigvalsh(hessian)


def wrong_determinant(hessian):
    return 2 / np.linalg.det(hessian)


def wrong_first_entry(hessian):
    return 2 / hessian[0, 0]


def wrong_best_rate(hessian):
    curvatures = np.linalg.eigvalsh(hessian)
    return 2 / (curvatures[0] + curvatures[-1])


def wrong_condition_number(hessian):
    return 2 / np.linalg.cond(hessian)


def wrong_first_of_the_unsorted(hessian):
    return 2 / np.linalg.eigvals(hessian)[0]


def wrong_last_of_the_unsorted(hessian):
    return 2 / np.linalg.eigvals(hessian)[-1]


def wrong_first_eigenvector(hessian):
    _, vectors = np.linalg.eigh(hessian)
    return 2 / np.abs(vectors).max()


def symptom_constant_1(hessian):
    return 0.5


def symptom_trailing_comma_1(hessian):
    return (2 / np.linalg.eigvalsh(hessian).max(),)
