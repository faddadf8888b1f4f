"""The first fit: what is said of its loss."""

import numpy as np
import pytest

from lessonlib.experiments import lesson0


@pytest.mark.parametrize(
    ("setting", "verdict"),
    [
        ((0.1, 10, 0.15), "good"),
        ((0.1, 1, 0.15), "under"),
        ((0.1, 10, 0.5), "over"),
        ((10.0, 50, 0.15), "diverged"),
    ],
)
def test_the_loss_is_compared_with_the_noise(setting, verdict):
    fit = lesson0.fit_noisy_sine(*setting)
    assert fit.verdict == verdict
    assert fit.noise == setting[-1] ** 2
    assert np.isfinite(fit.losses[-1]) == (fit.diverged_at is None) == (verdict != "diverged")
