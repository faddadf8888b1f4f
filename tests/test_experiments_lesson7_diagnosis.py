"""Each verdict on two error curves, on curves made for it."""

import numpy as np
import pytest

from lessonlib.experiments.lesson7 import diagnose

STEPS = np.array([0, 100, 200, 300, 400])


@pytest.mark.parametrize(
    ("train", "validation", "verdict"),
    [
        ([1.0, 0.5, 0.30, 0.2999, 0.2998], [1.0, 0.6, 0.4, 0.4, 0.4], "settled"),
        ([1.0, 0.5, 0.30, 0.2999, 0.2998], [1.0, 0.8, 0.7, 0.7, 0.7], "gap"),
        ([1.0, 0.8, 0.60, 0.5000, 0.4000], [1.0, 0.9, 0.7, 0.6, 0.5], "falling"),
        ([1.0, 0.5, 0.30, 0.2500, 0.2000], [1.0, 0.6, 0.4, 0.5, 0.6], "overfits"),
        ([1.0, 0.5, 0.30, 0.3400, 0.4000], [1.0, 0.6, 0.4, 0.4, 0.4], "restless"),
        ([1.0, 0.5, 0.30, 0.2900, 0.4000], [1.0, 0.6, 0.4, 0.4, 0.4], "settled"),
    ],
    ids=["settled", "gap", "falling", "overfits", "restless", "one climb"],
)
def test_the_curves_decide(train, validation, verdict):
    errors = {"train": np.array(train), "validation": np.array(validation)}
    assert diagnose(STEPS, errors, None) == verdict


def test_divergence_comes_first_and_nothing_is_said_before_the_first_step():
    errors = {"train": np.array([1.0, 1.0]), "validation": np.array([1.0, 1.0])}
    assert diagnose(np.array([0, 0]), errors, None) == "untrained"
    assert diagnose(np.array([0, 0]), errors, 1) == "diverged"
