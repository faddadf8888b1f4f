"""What a student may write for the parts of the capstone: plain code, no lessonlib."""

import numpy as np


def leaking_groups(groups, train, test):
    return sorted({groups[i] for i in train} & {groups[i] for i in test})


def standardize(train, test):
    middle, spread = np.mean(train, axis=0), np.std(train, axis=0)
    return (train - middle) / spread, (test - middle) / spread


def squash(z):
    return 1 / (1 + np.exp(-z))


def forward_pass(x, w, b, v, c):
    return squash(np.outer(x, w) + b) @ v + c


def mse_loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def tolerance_accuracy(y, y_pred, tolerance):
    return np.mean(np.abs(y_pred - y) < tolerance)


def backpropagate(weights, x, y):
    n_units = len(weights) // 3
    w, b, v = (weights[i * n_units : (i + 1) * n_units] for i in range(3))
    a = squash(np.outer(x, w) + b)
    d_output = 2 / len(x) * (a @ v + weights[-1] - y)
    d_units = d_output[:, None] * v * a * (1 - a)
    return np.concatenate([x @ d_units, d_units.sum(axis=0), d_output @ a, [d_output.sum()]])


def one_step(gradient, weights, learning_rate):
    return weights - learning_rate * gradient(weights)
