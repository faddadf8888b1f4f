"""Noisy measurements, and the error on new ones."""

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments import lesson1
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward


def test_subsets_hold_every_point_once_and_the_noise_is_what_was_drawn():
    data = lesson1.draw_dataset("wiggle", 200, 0.3, 1, 0.25, 0.15)
    assert data.sizes == {"train": 120, "validation": 50, "test": 30}
    assert {name: len(x) for name, (x, _) in data.points.items()} == data.sizes
    x, y = np.concatenate(list(data.points.values()), axis=1)
    assert len(np.unique(x)) == 200
    assert np.std(y - TRUE_FUNCTIONS["wiggle"](x)) == pytest.approx(data.noise_std)
    assert data.noise_std == pytest.approx(0.3, abs=0.05)


def test_error_on_fresh_data_is_what_measuring_would_give():
    rng = np.random.default_rng(0)
    fit = lesson1.fit_curve(*sample_dataset("wiggle", 80, 0.15, rng), 8)
    x, y = sample_dataset("wiggle", 200_000, 0.15, rng)
    measured = mean_squared_error(y, forward(fit, x))
    assert lesson1.error_on_fresh_data(fit, "wiggle", 0.15) == pytest.approx(measured, rel=0.02)
