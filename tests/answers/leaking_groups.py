"""Answers to leaking_groups, as students write them."""

import numpy as np


def right_intersect(groups, train, test):
    return np.intersect1d(groups[train], groups[test])


def right_sets(groups, train, test):
    return sorted(set(groups[train]) & set(groups[test]))


def right_set_comprehension(groups, train, test):
    return sorted({int(groups[i]) for i in train} & {int(groups[i]) for i in test})


def right_loop(groups, train, test):
    found = []
    for group in sorted(set(groups.tolist())):
        if group in groups[train] and group in groups[test]:
            found.append(group)
    return found


def right_isin(groups, train, test):
    return np.unique(groups[train][np.isin(groups[train], groups[test])])


def right_unique_filtered(groups, train, test):
    return (
        g for g in np.unique(groups) if np.any(groups[train] == g) and np.any(groups[test] == g)
    )


def right_counts(groups, train, test):
    both = np.concatenate([np.unique(groups[train]), np.unique(groups[test])])
    values, counts = np.unique(both, return_counts=True)
    return values[counts == 2]


def right_tuple(groups, train, test):
    return tuple(sorted(set(groups[test]).intersection(groups[train])))


def right_difference_of_sets(groups, train, test):
    a, b = set(groups[train]), set(groups[test])
    return sorted(a - (a - b))


def right_floats(groups, train, test):
    return np.intersect1d(groups[train], groups[test]).astype(float)


def right_nested_loops(groups, train, test):
    found = []
    for i in train:
        for j in test:
            if groups[i] == groups[j] and groups[i] not in found:
                found.append(groups[i])
    found.sort()
    return found


def right_named_results(groups, train, test, verbose=False):
    train_groups, test_groups = np.unique(groups[train]), np.unique(groups[test])
    shared = [g for g in train_groups if g in test_groups]
    if verbose:
        print(shared)
    return np.array(shared)


def mistake_either_1(groups, train, test):
    return np.union1d(groups[train], groups[test])


def mistake_either_2(groups, train, test):
    return sorted(set(groups[train]) | set(groups[test]))


def near_either_1(groups, train, test):
    return np.unique(groups)


def near_either_2(groups, train, test):
    return np.concatenate([groups[train], groups[test]])


def mistake_shared_rows_1(groups, train, test):
    return np.unique(groups[np.intersect1d(train, test)])


def mistake_shared_rows_2(groups, train, test):
    return sorted({int(groups[i]) for i in train if i in test})


def near_shared_rows_1(groups, train, test):
    return np.intersect1d(groups[train], test)


def near_shared_rows_2(groups, train, test):
    return np.intersect1d(groups[train], groups[test])[1:]


def mistake_repeated_1(groups, train, test):
    return sorted(g for g in groups[train] if g in groups[test])


def mistake_repeated_2(groups, train, test):
    result = []
    for i in test:
        if groups[i] in groups[train]:
            result.append(groups[i])
    return result


def mistake_repeated_3(groups, train, test):
    in_train = set(groups[train])
    return sorted(groups[j] for j in test if groups[j] in in_train)


def mistake_repeated_4(groups, train, test):
    in_test = set(groups[test])
    return [groups[i] for i in train if groups[i] in in_test]


def near_repeated_1(groups, train, test):
    shared = np.intersect1d(groups[train], groups[test])
    return np.sort(np.concatenate([shared, shared]))


def near_repeated_2(groups, train, test):
    shared = np.intersect1d(groups[train], groups[test])
    return groups[np.isin(groups, shared)]


def mistake_only_in_test_1(groups, train, test):
    return sorted(set(groups[test]) - set(groups[train]))


def mistake_only_in_test_2(groups, train, test):
    return [g for g in np.unique(groups[test]) if g not in groups[train]]


def near_only_in_test_1(groups, train, test):
    return np.setdiff1d(groups[train], groups[test])


def near_only_in_test_2(groups, train, test):
    return np.unique(groups[test])


def mistake_unsorted_1(groups, train, test):
    found = []
    for g in groups[train]:
        if g in groups[test] and g not in found:
            found.append(g)
    return found


def mistake_unsorted_2(groups, train, test):
    found = []
    for j in test:
        if groups[j] in groups[train]:
            if groups[j] not in found:
                found.append(groups[j])
    return np.array(found)


def near_unsorted_1(groups, train, test):
    return np.intersect1d(groups[train], groups[test])[::-1]


def near_unsorted_2(groups, train, test):
    return list(dict.fromkeys(groups[train]))


def mistake_a_set_1(groups, train, test):
    return set(groups[train]) & set(groups[test])


def mistake_a_set_2(groups, train, test):
    return {g for g in groups[train] if g in groups[test]}


def near_a_set_1(groups, train, test):
    return set(groups[train]) | set(groups[test])


def near_a_set_2(groups, train, test):
    return set(groups[train]) ^ set(groups[test])


def symptom_no_return_1(groups, train, test):
    np.intersect1d(groups[train], groups[test])


def symptom_print_for_return_1(groups, train, test):
    print(sorted(set(groups[train]) & set(groups[test])))


def symptom_signature_1(train, test):
    return np.intersect1d(train, test)


def symptom_unused_1(groups, train, test):
    return np.unique(groups[train])


def wrong_truth(groups, train, test):
    return len(set(groups[train]) & set(groups[test])) > 0


def wrong_number(groups, train, test):
    return len(set(groups[train]) & set(groups[test]))


def wrong_mask(groups, train, test):
    return np.isin(groups[train], groups[test])


def wrong_indices(groups, train, test):
    return [i for i in train if groups[i] in groups[test]]


def wrong_error(groups, train, test):
    return groups[train] & groups[test]


def wrong_compared_by_place(groups, train, test):
    n = min(len(train), len(test))
    return np.unique(groups[train][:n][groups[train][:n] == groups[test][:n]])
