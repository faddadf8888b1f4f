"""Exercises of lessons 4 to 6: unusual answers that are right pass; near misses are told apart."""

import inspect
import math

import numpy as np
import pytest

from lessonlib.activations import sigmoid
from lessonlib.derivatives import numerical_gradient
from lessonlib.exercises import all_exercises, check
from lessonlib.exercises.judging import judge
from lessonlib.networks import hidden_activations, unpack

SINGLE = np.float32

# Lesson 4 -------------------------------------------------------------------------------------


def measured_gradient_of_lists(function, weights, nudge):
    w, result = [float(one) for one in weights], []
    for p in range(len(w)):
        up, down = list(w), list(w)
        up[p] += nudge
        down[p] -= nudge
        result.append((function(up) - function(down)) / (2 * nudge))
    return result


def measured_gradient_restoring(function, weights, nudge):
    w, result = weights.copy(), np.zeros_like(weights)
    for p, before in enumerate(weights):
        w[p] = before + nudge
        result[p] += function(w)
        w[p] = before - nudge
        result[p] -= function(w)
        w[p] = before
    return result / (2 * nudge)


def measured_gradient_in_columns(function, weights, nudge):
    nudges = nudge * np.eye(len(weights))
    pairs = [(function(weights + e), function(weights - e)) for e in nudges]
    return -np.diff(np.array(pairs), axis=1).ravel() / nudge / 2


def output_gradient_by_loop(y, y_pred):
    return [2 * (float(b) - float(a)) / len(y) for a, b in zip(y, y_pred, strict=True)]


def output_gradient_in_single_precision(y, y_pred):
    return (SINGLE(-2) * (y.astype(SINGLE) - y_pred.astype(SINGLE)) / SINGLE(len(y))).tolist()


def output_gradient_by_mean(y, y_pred):
    return np.mean(2 * np.diag(y_pred - y), axis=0)


def one_step_by_loop(gradient, weights, learning_rate):
    slopes = gradient([float(one) for one in weights])
    return [w - learning_rate * g for w, g in zip(weights, slopes, strict=True)]


def one_step_in_single_precision(gradient, weights, learning_rate):
    slopes = np.asarray(gradient(weights), dtype=SINGLE)
    return weights.astype(SINGLE) - SINGLE(learning_rate) * slopes


def one_step_on_a_copy(gradient, weights, learning_rate):
    w = weights.copy()
    w -= learning_rate * gradient(w)
    return w


def descend_by_append(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return path


def descend_with_copies(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w.copy()]
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w.copy())
    return [row.tolist() for row in path]


def descend_into_a_table(gradient, weights, learning_rate, n_steps):
    table = np.zeros((n_steps + 1, len(weights)))
    table[0] = weights
    for t in range(n_steps):
        table[t + 1] = table[t] - learning_rate * gradient(table[t])
    return table


def largest_rate_by_eigenvalues_in_any_order(hessian):
    return 2 / max(float(np.real(one)) for one in np.linalg.eigvals(hessian))


def largest_rate_by_norm(hessian):
    return np.array([2.0]) / np.linalg.norm(hessian, 2)


def largest_rate_in_single_precision(hessian):
    return SINGLE(2) / np.linalg.eigh(hessian.astype(SINGLE))[0][-1]


# Lesson 5 -------------------------------------------------------------------------------------


def _values(w1, w2, w3, w4, x):
    y1 = w1 * x
    y2, y3 = (1 / (1 + math.exp(-w * y1)) for w in (w2, w3))
    return y1, y2, y3, w4 * y2 * y3


def loss_by_w2_with_floats(w1, w2, w3, w4, x, y):
    y1, y2, _, y4 = _values(w1, w2, w3, w4, x)
    return -2 * (y - y4) * y4 * (1 - y2) * y1  # y4 = w4 y2 y3 already


def loss_by_w2_by_nudging(w1, w2, w3, w4, x, y):
    def loss(w):
        return (_values(w1, float(w[0]), w3, w4, x)[-1] - y) ** 2

    return numerical_gradient(loss, [w2])


def loss_by_w1_with_floats(w1, w2, w3, w4, x, y):
    _, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    return 2 * (y4 - y) * y4 * x * ((1 - y2) * w2 + (1 - y3) * w3)


def loss_by_w1_in_matrices(w1, w2, w3, w4, x, y):
    _, y2, y3, y4 = _values(w1, w2, w3, w4, x)
    back = np.array([[w4 * y3, w4 * y2]]) @ np.array([[y2 * (1 - y2) * w2], [y3 * (1 - y3) * w3]])
    return 2 * (y4 - y) * back * x


def sigmoid_slope_by_loop(activation):
    return np.array([a - a * a for a in activation.ravel()]).reshape(activation.shape).tolist()


def sigmoid_slope_in_single_precision(activation):
    a = activation.astype(SINGLE)
    return a * (1 - a)


def backward_by_order(n_nodes, edges):
    derivatives = np.zeros(n_nodes)
    derivatives[n_nodes - 1] = 1
    for i in range(n_nodes - 1, -1, -1):
        for parent, node, local in edges:
            if node == i:
                derivatives[parent] = derivatives[parent] + derivatives[i] * local
    return derivatives


def backward_by_recursion(n_nodes, edges):
    def derivative(i):
        if i == n_nodes - 1:
            return 1
        return sum(derivative(node) * local for parent, node, local in edges if parent == i)

    return [derivative(i) for i in range(n_nodes)]


def backpropagate_by_loops(weights, x, y):
    w, b, v, c = unpack(weights)
    width, size = len(w), len(x)
    result = [0.0] * (3 * width + 1)
    for x_s, y_s in zip(x, y, strict=True):
        a = [1 / (1 + math.exp(-(w[h] * x_s + b[h]))) for h in range(width)]
        d = 2 / size * (sum(v[h] * a[h] for h in range(width)) + c - y_s)
        for h in range(width):
            slope = d * v[h] * a[h] * (1 - a[h])
            result[h] += slope * x_s
            result[width + h] += slope
            result[2 * width + h] += d * a[h]
        result[-1] += d
    return result


def backpropagate_by_einsum(weights, x, y):
    _, _, v, c = unpack(weights)
    a = hidden_activations(weights, x)
    d = 2 * (a @ v + c - y)[:, None] / len(x)
    hidden = d * v * a * (1 - a)
    rows = np.einsum("sh,sk->kh", hidden, np.stack([x, np.ones_like(x)], axis=1))
    return np.hstack([*rows, (a * d).sum(0), d.sum()])


def gradient_is_right_by_allclose(function, gradient, weights):
    return np.allclose(gradient(weights), numerical_gradient(function, weights))


def gradient_is_right_by_loop(function, gradient, weights):
    claimed = gradient(list(weights))
    for p in range(len(weights)):
        up, down = weights.copy(), weights.copy()
        up[p] += 1e-4
        down[p] -= 1e-4
        measured = (function(up) - function(down)) / 2e-4
        if abs(claimed[p] - measured) > 1e-3 * abs(measured):
            return 0
    return 1


def gradient_is_right_by_length(function, gradient, weights):
    g, m = gradient(weights), numerical_gradient(function, weights)
    return np.linalg.norm(g - m) / (np.linalg.norm(g) + np.linalg.norm(m)) < 1e-5


# Lesson 6 -------------------------------------------------------------------------------------


def class_probability_by_loop(weights, x):
    result = []
    for row in x:
        z = sum(float(w) * float(one) for w, one in zip(weights, row, strict=False)) + weights[-1]
        result.append(1 / (1 + math.exp(-z)) if z > -700 else 0)
    return result


def class_probability_with_a_column_of_ones(weights, x):
    return sigmoid(np.hstack([x, np.ones((len(x), 1))]) @ weights)


def class_probability_naive(weights, x):
    return 1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))


def class_probability_in_single_precision(weights, x):
    z = x.astype(SINGLE) @ weights[:-1].astype(SINGLE) + SINGLE(weights[-1])
    return (SINGLE(0.5) + SINGLE(0.5) * np.tanh(z / 2)).astype(SINGLE)


def cross_entropy_by_loop(y, probability):
    total = 0.0
    for one, p in zip(y.tolist(), probability.tolist(), strict=True):
        total -= math.log(max(p if one else 1 - p, 1e-12))
    return total / len(y)


def cross_entropy_clipped(y, probability):
    p = np.clip(probability, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def cross_entropy_with_something_added(y, probability):
    p = probability
    return -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))


def cross_entropy_in_single_precision(y, probability):
    chosen = np.where(y == 1, probability, 1 - probability).astype(SINGLE)
    return np.mean(-np.log(np.maximum(chosen, SINGLE(1e-30))))


def loss_gradient_by_loop(weights, x, y):
    total = [0.0] * len(weights)
    for row, one in zip(x.tolist(), y.tolist(), strict=True):
        row = [*row, 1.0]
        p = 1 / (1 + math.exp(-sum(w * r for w, r in zip(weights, row, strict=True))))
        total = [t + (p - one) * r / len(y) for t, r in zip(total, row, strict=True)]
    return total


def loss_gradient_by_broadcasting(weights, x, y):
    rows = np.hstack([x, np.ones((len(x), 1))])
    return np.mean((sigmoid(rows @ weights) - y)[:, None] * rows, axis=0)


def loss_gradient_in_single_precision(weights, x, y):
    rows = np.hstack([x, np.ones((len(x), 1))]).astype(SINGLE)
    error = sigmoid(rows @ weights.astype(SINGLE)).astype(SINGLE) - y.astype(SINGLE)
    return rows.T @ error / SINGLE(len(y))


def deal_batches_by_lists(n_samples, batch_size, n_epochs, rng):
    result = []
    for _ in range(n_epochs):
        deck = list(range(n_samples))
        rng.shuffle(deck)
        while deck:
            result.append(deck[:batch_size])
            deck = deck[batch_size:]
    return result


def deal_batches_by_splitting(n_samples, batch_size, n_epochs, rng):
    cuts = np.arange(batch_size, n_samples, batch_size)
    for _ in range(n_epochs):
        yield from np.split(rng.permutation(n_samples), cuts)


def deal_batches_without_replacement(n_samples, batch_size, n_epochs, rng):
    orders = [rng.choice(n_samples, n_samples, replace=False) for _ in range(n_epochs)]
    starts = range(0, n_samples, batch_size)
    return tuple(order[first:][:batch_size] for order in orders for first in starts)


def boundary_height_by_loop(weights, x1):
    w1, w2, b = (float(one) for one in weights)
    return [-w1 / w2 * one - b / w2 for one in x1]


def boundary_height_in_single_precision(weights, x1):
    w1, w2, b = weights.astype(SINGLE)
    return (-b - w1 * x1.astype(SINGLE)) / w2


RIGHT = [
    (name, function)
    for name in all_exercises()
    for function in list(globals().values())
    if inspect.isfunction(function) and function.__name__.startswith(f"{name}_")
]


def called(name, function):
    """Return the function under the name that the exercise gave it."""

    def wrapper(*arguments):
        return function(*arguments)

    wrapper.__name__ = name
    return wrapper


@pytest.mark.parametrize(("name", "function"), RIGHT, ids=[one.__name__ for _, one in RIGHT])
def test_unusual_but_right_solutions_pass(name, function):
    verdict = check(called(name, function))
    assert verdict.kind == "passed", repr(verdict)


def test_every_exercise_has_unusual_solutions():
    wanted = {one.name for one in all_exercises().values() if one.lesson in (4, 5, 6)}
    assert len(wanted) == 16
    assert all([name for name, _ in RIGHT].count(one) >= 2 for one in wanted)


SHOWN_AS_IT_IS = [
    *["measured_gradient", "output_gradient", "descend", "largest_rate", "loss_by_w2"],
    *["loss_by_w1", "sigmoid_slope", "backpropagate", "gradient_is_right", "class_probability"],
    *["loss_gradient", "boundary_height"],
]


@pytest.mark.parametrize("name", SHOWN_AS_IT_IS)
def test_what_is_shown_as_solution_passes(name):
    exercise = all_exercises()[name]
    assert judge(exercise, exercise.answer).kind == "passed"


def naive_boundary(weights, x1):
    return [(weights[0] * one - weights[2]) / weights[1] for one in x1]


def one_step_changed_in_place(gradient, weights, learning_rate):
    for p in range(len(weights)):
        weights[p] = weights[p] - learning_rate * gradient(weights)[p]
    return weights


def path_of_one_array(gradient, weights, learning_rate, n_steps):
    w = weights.copy()
    path = [w]
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w)
    return path


def path_of_one_array_after_start(gradient, weights, learning_rate, n_steps):
    path, w = [weights], weights.copy()
    for _ in range(n_steps):
        w -= learning_rate * gradient(w)
        path.append(w)
    return np.array(path)


def path_on_the_start_itself(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        weights -= learning_rate * gradient(weights)
        path.append(weights)
    return np.array(path)


def path_without_end(gradient, weights, learning_rate, n_steps):
    path, w = [], weights
    for _ in range(n_steps + 1):
        path.append(w)
        w = w - learning_rate * gradient(w)
    return path[:-1]


def measured_with_a_tiny_step(function, weights, _nudge):
    return [
        (function(weights + 1e-20 * e) - function(weights)) / 1e-20 for e in np.eye(len(weights))
    ]


def measured_with_a_step_of_its_own(function, weights, _nudge):
    e = 1e-5 * np.eye(len(weights))
    return [(function(weights + one) - function(weights - one)) / 2e-5 for one in e]


def sweep_with_assignment(n_nodes, edges):
    d = {n_nodes - 1: 1}
    for parent, node, local in edges[::-1]:
        d[parent] = d.get(node, 0) * local
    return [d.get(i, 0) for i in range(n_nodes)]


def without_transpose(weights, x, y):
    w, b, v, c = unpack(weights)
    a = sigmoid(x[:, None] * w + b)
    d = 2 / len(x) * (a @ v + c - y)
    hidden = d[:, None] * v * a * (1 - a)
    return np.concatenate([np.dot(hidden, x), hidden.sum(0), a.T @ d, [d.sum()]])


def logarithm_of_zero(y, p):
    return -sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(y)


def the_same_deal(n_samples, batch_size, n_epochs, rng):
    order = list(rng.permutation(n_samples))
    batches = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
    return [one for _ in range(n_epochs) for one in batches]


def drawn_by_choice(n_samples, batch_size, n_epochs, rng):
    rest = n_samples % batch_size or batch_size
    sizes = (n_samples - rest) // batch_size * [batch_size] + [rest]
    return [rng.choice(n_samples, size) for _ in range(n_epochs) for size in sizes]


NEAR_MISSES = [
    ("measured_gradient", measured_with_a_tiny_step, "too_small_step"),
    ("measured_gradient", measured_with_a_step_of_its_own, "own_step"),
    ("one_step", one_step_changed_in_place, "in_place"),
    ("descend", path_of_one_array, "same_array"),
    ("descend", path_of_one_array_after_start, "same_array_after_start"),
    ("descend", path_on_the_start_itself, "in_place"),
    ("descend", path_without_end, "no_end"),
    ("backward", sweep_with_assignment, "overwritten"),
    ("backpropagate", without_transpose, "no_transpose"),
    ("cross_entropy", logarithm_of_zero, "log_of_zero"),
    ("deal_batches", the_same_deal, "no_reshuffle"),
    ("deal_batches", drawn_by_choice, "with_replacement"),
    ("boundary_height", naive_boundary, "sign_of_slope"),
]


@pytest.mark.parametrize(
    ("name", "function", "mistake"), NEAR_MISSES, ids=[one.__name__ for _, one, _ in NEAR_MISSES]
)
def test_a_mistake_written_in_another_way_gets_the_same_message(name, function, mistake):
    assert judge(all_exercises()[name], function).mistake == mistake
