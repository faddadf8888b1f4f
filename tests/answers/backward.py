"""Answers to backward, as students write them."""

from collections import defaultdict

import numpy as np


def right_plain(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * local
    return derivatives


def right_by_order(n_nodes, edges):
    derivatives = np.zeros(n_nodes)
    derivatives[n_nodes - 1] = 1
    for i in range(n_nodes - 1, -1, -1):
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] = derivatives[parent] + derivatives[i] * local
    return derivatives


def right_by_recursion(n_nodes, edges):
    def derivative(i):
        if i == n_nodes - 1:
            return 1
        return sum(derivative(node) * local for parent, node, local in edges if parent == i)

    return [derivative(i) for i in range(n_nodes)]


def right_by_index(n_nodes, edges):
    d = [0 for _ in range(n_nodes)]
    d[n_nodes - 1] = 1
    k = len(edges) - 1
    while k >= 0:
        edge = edges[k]
        d[edge[0]] = d[edge[0]] + edge[2] * d[edge[1]]
        k -= 1
    return tuple(d)


def right_dictionary(n_nodes, edges, start=1.0):
    d = defaultdict(float)
    d[n_nodes - 1] = start
    for parent, node, local in edges[::-1]:
        d[parent] += local * d[node]
    return [d[i] for i in range(n_nodes)]


def right_sorted_anew(n_nodes, edges):
    d = np.zeros(n_nodes)
    d[-1] = 1
    for parent, node, local in sorted(edges, key=lambda edge: -edge[1]):
        d[parent] += d[node] * local
    return d.tolist()


def right_by_matrix(n_nodes, edges):
    m = np.zeros((n_nodes, n_nodes))
    for parent, node, local in edges:
        m[parent, node] += local
    last = np.zeros(n_nodes)
    last[-1] = 1
    return np.linalg.solve(np.eye(n_nodes) - m, last)


def right_power_by_power(n_nodes, edges):
    m = np.zeros((n_nodes, n_nodes))
    for parent, node, local in edges:
        m[parent, node] += local
    wave = np.eye(n_nodes)[-1]
    total = np.zeros(n_nodes)
    for _ in range(n_nodes):
        total, wave = total + wave, m @ wave
    return total


def right_with_children(n_nodes, edges):
    children = {i: [] for i in range(n_nodes)}
    for parent, node, local in edges:
        children[parent].append((node, local))
    d = [0.0] * (n_nodes - 1) + [1.0]
    for i in range(n_nodes - 2, -1, -1):
        d[i] = sum(d[node] * local for node, local in children[i])
    return d


def right_generator(n_nodes, edges):
    yield from right_plain(n_nodes, edges)


def right_popping_a_copy(n_nodes, edges):
    left = list(edges)
    d = [0] * n_nodes
    d[-1] += 1
    while left:
        parent, node, local = left.pop()
        d[parent] += d[node] * local
    return d


def right_early_return(n_nodes, edges):
    if not edges:
        return [1]
    derivatives = np.zeros(n_nodes, dtype=np.float32)
    derivatives[-1] = 1
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * np.float32(local)
    return derivatives


def right_by_paths(n_nodes, edges):
    def walk(i, so_far):
        if i == n_nodes - 1:
            return so_far
        return sum(walk(node, so_far * local) for parent, node, local in edges if parent == i)

    return list(map(walk, range(n_nodes), n_nodes * [1.0]))


def mistake_overwritten_1(n_nodes, edges):
    d = {n_nodes - 1: 1}
    for parent, node, local in edges[::-1]:
        d[parent] = d.get(node, 0) * local
    return [d.get(i, 0) for i in range(n_nodes)]


def mistake_overwritten_2(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] = derivatives[node] * local
    return derivatives


def near_overwritten_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] = derivatives[node] + local
    return derivatives


def near_overwritten_2(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] = max(derivatives[parent], derivatives[node] * local)
    return derivatives


def mistake_overwritten_first_1(n_nodes, edges):
    derivatives = np.zeros(n_nodes)
    derivatives[-1] = 1
    for i in range(n_nodes - 1, -1, -1):
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] = derivatives[i] * local
    return derivatives


def mistake_overwritten_first_2(n_nodes, edges):
    into = {}
    for parent, node, local in edges:
        into.setdefault(node, []).append((parent, local))
    d = [0] * (n_nodes - 1) + [1]
    for node in reversed(range(n_nodes)):
        for parent, local in into.get(node, []):
            d[parent] = local * d[node]
    return d


def near_overwritten_first_1(n_nodes, edges):
    derivatives = np.zeros(n_nodes)
    derivatives[-1] = 1
    for i in range(n_nodes):
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] = derivatives[i] * local
    return derivatives


def near_overwritten_first_2(n_nodes, edges):
    table = {(parent, node): local for parent, node, local in edges}
    d = [0.0] * n_nodes
    d[-1] = 1.0
    for i in range(n_nodes - 2, -1, -1):
        d[i] = sum(d[node] * local for (parent, node), local in table.items() if parent == i)
    return d


def mistake_multiplied_1(n_nodes, edges):
    derivatives = [1.0] * n_nodes
    for parent, node, local in reversed(edges):
        derivatives[parent] *= derivatives[node] * local
    return derivatives


def mistake_multiplied_2(n_nodes, edges):
    d = np.ones(n_nodes)
    for i in range(n_nodes - 2, -1, -1):
        for parent, node, local in edges:
            if parent == i:
                d[i] = d[i] * (local * d[node])
    return d


def near_multiplied_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] *= derivatives[node] * local
    return derivatives


def near_multiplied_2(n_nodes, edges):
    derivatives = [1.0] * n_nodes
    for parent, _, local in reversed(edges):
        derivatives[parent] *= local
    return derivatives


def mistake_forwards_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in edges:
        derivatives[parent] += derivatives[node] * local
    return derivatives


def mistake_forwards_2(n_nodes, edges):
    d = np.zeros(n_nodes)
    d[n_nodes - 1] = 1
    for i in range(n_nodes):
        for parent, node, local in edges:
            if node == i:
                d[parent] = d[parent] + d[i] * local
    return d


def near_forwards_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in edges:
        derivatives[parent] = derivatives[node] * local
    return derivatives


def near_forwards_2(n_nodes, edges):
    derivatives = [1.0] * n_nodes
    for parent, node, local in edges:
        derivatives[parent] += derivatives[node] * local
    return derivatives


def mistake_no_start_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * local
    return derivatives


def mistake_no_start_2(n_nodes, edges):
    d = np.zeros(n_nodes)
    for edge in edges[::-1]:
        d[edge[0]] = d[edge[0]] + edge[2] * d[edge[1]]
    return d


def near_no_start_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[0] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * local
    return derivatives


def near_no_start_2(n_nodes, edges):
    return [0.0] * (n_nodes - 1)


def mistake_start_at_one_1(n_nodes, edges):
    derivatives = [1.0] * n_nodes
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * local
    return derivatives


def mistake_start_at_one_2(n_nodes, edges):
    d = np.ones(n_nodes)
    for i in range(n_nodes - 2, -1, -1):
        d[i] += sum(d[node] * local for parent, node, local in edges if parent == i)
    return d


def near_start_at_one_1(n_nodes, edges):
    derivatives = [0.5] * n_nodes
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * local
    return derivatives


def near_start_at_one_2(n_nodes, edges):
    return [1.0] * n_nodes


def mistake_only_local_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, _, local in reversed(edges):
        derivatives[parent] += local
    return derivatives


def mistake_only_local_2(n_nodes, edges):
    d = [sum(local for parent, _, local in edges if parent == i) for i in range(n_nodes)]
    d[n_nodes - 1] = 1
    return d


def near_only_local_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for _, node, local in reversed(edges):
        derivatives[node] += local
    return derivatives


def near_only_local_2(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, _, local in reversed(edges):
        derivatives[parent] = local
    return derivatives


def mistake_no_local_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, _ in reversed(edges):
        derivatives[parent] += derivatives[node]
    return derivatives


def mistake_no_local_2(n_nodes, edges):
    d = [0] * (n_nodes - 1) + [1]
    for i in range(n_nodes - 2, -1, -1):
        d[i] = sum(d[node] for parent, node, local in edges if parent == i)
    return d


def near_no_local_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * local**2
    return derivatives


def near_no_local_2(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] + local
    return derivatives


def mistake_sign_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] -= derivatives[node] * local
    return derivatives


def mistake_sign_2(n_nodes, edges):
    d = np.zeros(n_nodes)
    d[-1] = 1
    for parent, node, local in reversed(edges):
        d[parent] += -local * d[node]
    return d


def near_sign_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = -1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * local
    return derivatives


def near_sign_2(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[parent] += derivatives[node] * abs(local)
    return derivatives


def mistake_ends_exchanged_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[node] += derivatives[parent] * local
    return derivatives


mistake_ends_exchanged_2 = near_multiplied_1


def mistake_ends_exchanged_3(n_nodes, edges):
    d = np.zeros(n_nodes)
    d[-1] = 1
    for parent, node, local in edges:
        d[node] = d[node] + d[parent] * local
    return d


def near_ends_exchanged_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for parent, node, local in reversed(edges):
        derivatives[node] += derivatives[node] * local
    return derivatives


near_ends_exchanged_2 = near_no_start_1


def mistake_from_the_input_1(n_nodes, edges):
    d = [0.0] * n_nodes
    d[0] = 1.0
    for parent, node, local in edges:
        d[node] += d[parent] * local
    return d


def mistake_from_the_input_2(n_nodes, edges):
    d = np.zeros(n_nodes)
    d[0] = 1
    for i in range(1, n_nodes):
        d[i] = sum(d[parent] * local for parent, node, local in edges if node == i)
    return d


def near_from_the_input_1(n_nodes, edges):
    d = [0.0] * n_nodes
    d[0] = 1.0
    for parent, node, local in edges:
        d[node] = d[parent] * local
    return d


def near_from_the_input_2(n_nodes, edges):
    d = [1.0] * n_nodes
    for parent, node, local in edges:
        d[node] += d[parent] * local
    return d


def mistake_too_early_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0

    def visit(i):
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] += derivatives[i] * local
                visit(parent)

    visit(n_nodes - 1)
    return derivatives


def mistake_too_early_2(n_nodes, edges):
    d = np.zeros(n_nodes)
    d[-1] = 1
    waiting = [n_nodes - 1]
    while waiting:
        i = waiting.pop(0)
        for parent, node, local in edges:
            if node == i:
                d[parent] += d[i] * local
                waiting.append(parent)
    return d


def near_too_early_1(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    seen = set()

    def visit(i):
        if i in seen:
            return
        seen.add(i)
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] += derivatives[i] * local
                visit(parent)

    visit(n_nodes - 1)
    return derivatives


def near_too_early_2(n_nodes, edges):
    derivatives = [0.0] * n_nodes
    derivatives[-1] = 1.0
    for _ in range(2):
        for parent, node, local in reversed(edges):
            derivatives[parent] += derivatives[node] * local
    return derivatives


def wrong_last_node_forgotten(n_nodes, edges):
    return right_plain(n_nodes, edges)[:-1]


def wrong_reversed(n_nodes, edges):
    return right_plain(n_nodes, edges)[::-1]


def wrong_in_place_reverse(n_nodes, edges):
    edges.reverse()
    d = [0.0] * n_nodes
    d[-1] = 1.0
    for parent, node, local in edges:
        d[parent] += d[node] * local
    return d


def wrong_reverse_returns_nothing(n_nodes, edges):
    d = [0.0] * n_nodes
    d[-1] = 1.0
    for parent, node, local in list(edges).reverse():
        d[parent] += d[node] * local
    return d


def wrong_added_along_a_path(n_nodes, edges):
    d = [0.0] * n_nodes
    d[-1] = 1.0
    for parent, node, local in reversed(edges):
        d[parent] = d[parent] + d[node] + local
    return d


def wrong_each_node_once(n_nodes, edges):
    d = [0.0] * n_nodes
    d[-1] = 1.0
    done = set()
    for parent, node, local in reversed(edges):
        if parent not in done:
            d[parent] += d[node] * local
        done.add(parent)
    return d


def mistake_forwards_3(n_nodes, edges):
    d = [0.0] * n_nodes
    d[-1] = 1.0
    for parent, node, local in edges:
        if node == n_nodes - 1:
            d[parent] += local
    return d


def wrong_divided(n_nodes, edges):
    d = [0.0] * n_nodes
    d[-1] = 1.0
    for parent, node, local in reversed(edges):
        d[parent] += d[node] / local
    return d


def symptom_not_to_call_1(n_nodes, edges):
    nodes = [Node(0.0) for _ in range(n_nodes)]  # noqa: F821
    nodes[-1].backward()
    return [node.derivative for node in nodes]


def symptom_not_to_call_2(n_nodes, edges):
    values = [Value(0.0) for _ in range(n_nodes)]  # noqa: F821
    values[-1].backward()
    return [one.derivative for one in values]


def symptom_no_return_1(n_nodes, edges):
    d = [0.0] * n_nodes
    d[-1] = 1.0
    for parent, node, local in reversed(edges):
        d[parent] += d[node] * local
