"""The first fit: what is said of its errors."""

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments import lesson0
from lessonlib.experiments.lesson0 import GRID, N_STEPS, SNAPSHOTS


@pytest.mark.parametrize(
    ("setting", "verdict"),
    [
        ((0.2, 10, 0.0), "good"),
        ((0.1, 1, 0.15), "under"),
        ((0.001, 10, 0.15), "under"),
        ((0.1, 10, 0.5), "over"),
        ((0.5, 20, 0.15), "jumped"),
        ((10.0, 50, 0.15), "diverged"),
    ],
)
def test_the_errors_are_compared_with_the_noise(setting, verdict):
    fit = lesson0.fit_noisy_sine(*setting)
    assert fit.verdict == verdict
    assert fit.noise == setting[-1] ** 2
    assert np.isfinite(fit.losses[-1]) == (fit.diverged_at is None) == (verdict != "diverged")


def test_the_error_on_fresh_points_is_what_measuring_would_give():
    fit = lesson0.fit_noisy_sine(0.1, 10, 0.3)
    x, y = sample_dataset("sine", 100_000, 0.3, np.random.default_rng(7))
    measured = np.mean((y - np.interp(x, GRID, fit.curve)) ** 2)
    assert fit.fresh[-1] == pytest.approx(measured, rel=0.02)
    assert len(fit.fresh) == len(SNAPSHOTS)
    assert SNAPSHOTS[-1] == N_STEPS


def test_the_errors_on_fresh_points_end_where_training_breaks():
    fit = lesson0.fit_noisy_sine(2.0, 50, 0.15)
    assert fit.diverged_at is not None
    assert len(fit.fresh) == np.sum(fit.diverged_at > SNAPSHOTS)


def test_the_drawn_noise_is_what_the_true_function_scores():
    fit = lesson0.fit_noisy_sine(0.1, 10, 0.15)
    assert fit.drawn_noise == pytest.approx(np.mean((fit.y - TRUE_FUNCTIONS["sine"](fit.x)) ** 2))
    assert fit.drawn_noise == pytest.approx(fit.noise, rel=0.2)


def test_a_jump_is_told_with_its_height():
    fit = lesson0.fit_noisy_sine(0.5, 20, 0.15)
    assert fit.peak == fit.losses.max() > 2 * fit.losses[0]
    assert lesson0.fit_noisy_sine(0.1, 10, 0.15).peak is None
