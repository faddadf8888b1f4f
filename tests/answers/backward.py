"""Answers to backward, as students write them."""

import numpy as np


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


def mistake_overwritten_1(n_nodes, edges):
    d = {n_nodes - 1: 1}
    for parent, node, local in edges[::-1]:
        d[parent] = d.get(node, 0) * local
    return [d.get(i, 0) for i in range(n_nodes)]
