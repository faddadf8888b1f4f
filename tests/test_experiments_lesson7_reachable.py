"""The mark that the playground compares with: reached by fits, not beaten by much."""

import numpy as np

from lessonlib.datasets import sample_dataset
from lessonlib.experiments.lesson7.reachable import best_reachable_error

PLACES = np.linspace(-3, 3, 200)


def reachable(name, n_samples, noise_std):
    x, y = sample_dataset(name, n_samples, noise_std, np.random.default_rng(0))
    return best_reachable_error((x, y), (PLACES, np.sin(np.pi / 2 * PLACES)))


def test_without_noise_and_with_many_points_nearly_nothing_is_left():
    assert reachable("sine", 200, 0.0) < 1e-3


def test_more_points_bring_it_down_and_noise_up():
    few, many = reachable("sine", 20, 0.3), reachable("sine", 200, 0.3)
    assert many < few < 0.1
    assert reachable("sine", 20, 0.5) > few > reachable("sine", 20, 0.1)


def test_it_is_better_than_the_mean():
    _, y = sample_dataset("sine", 20, 0.3, np.random.default_rng(0))
    mean = np.mean((y.mean() - np.sin(np.pi / 2 * PLACES)) ** 2)
    assert reachable("sine", 20, 0.3) < 0.2 * mean
