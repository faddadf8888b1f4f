"""Each verdict, on curves made for it."""

import numpy as np
import pytest

from lessonlib.experiments.lesson7 import VERDICTS, diagnose

STEPS = np.arange(0, 401, 50)
# train, fresh points, verdict; 0.3 is reachable
CURVES = {
    "near what is reachable": ([1, 0.6, 0.4, *[0.3] * 6], [1, 0.7, 0.5, *[0.4] * 6], "right"),
    "near, but falling": (
        [1, 0.8, 0.7, 0.6, 0.5, 0.47, 0.42, 0.4, 0.38],
        [1, 0.9, 0.8, 0.7, 0.6, 0.52, 0.46, 0.42, 0.4],
        "slow",
    ),
    "small in any case": ([1, *[0.001] * 8], [1, *[0.005] * 8], "right"),
    "falling": (
        [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6],
        [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6],
        "slow",
    ),
    "risen": (
        [1, 0.6, 0.4, 0.35, 0.3, 0.28, 0.26, 0.24, 0.22],
        [1, 0.7, 0.5, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7],
        "overfits",
    ),
    "never near, though train is": ([1, 0.5, 0.2, *[0.1] * 6], [1, 0.9, 0.8, *[0.7] * 6], "gap"),
    "jumping": (
        [1, 0.6, 0.7, 0.5, 0.8, 0.5, 0.9, 0.6, 0.8],
        [1, 0.6, 0.7, 0.5, 0.8, 0.5, 0.9, 0.6, 0.8],
        "restless",
    ),
    "one climb": ([1, 0.6, *[0.5] * 6, 0.55], [1, 0.7, *[0.6] * 6, 0.62], "underfits"),
    "settled": ([1, 0.6, *[0.5] * 7], [1, 0.7, *[0.6] * 7], "underfits"),
    "hardly falling": (
        [1, 0.70, 0.69, 0.68, 0.67, 0.66, 0.65, 0.64, 0.63],
        [1, 0.70, 0.69, 0.68, 0.67, 0.66, 0.65, 0.64, 0.63],
        "stalls",
    ),
    "above its start": ([1, 50, 9, *[2] * 6], [1, 50, 9, *[2] * 6], "thrown"),
    "never recovered": ([1, 50, 9, *[0.7] * 6], [1, 50, 9, *[0.7] * 6], "thrown"),
}


@pytest.mark.parametrize(("train", "fresh", "verdict"), CURVES.values(), ids=CURVES)
def test_the_curves_decide(train, fresh, verdict):
    errors = {"train": np.array(train, float), "fresh": np.array(fresh, float)}
    assert diagnose(STEPS, errors, None, reachable=0.3, hidden_width=5) == verdict


def test_divergence_comes_first_and_nothing_is_said_of_the_first_steps():
    errors = {"train": np.array([1.0, 1.0]), "fresh": np.array([1.0, 1.0])}
    for step in (0, 20):
        assert (
            diagnose(np.array([0, step]), errors, None, reachable=0.3, hidden_width=5)
            == "untrained"
        )
    assert diagnose(np.array([0, 0]), errors, 1, reachable=0.3, hidden_width=5) == "diverged"


def test_each_verdict_is_tried_here():
    seen = {verdict for _, _, verdict in CURVES.values()}
    assert seen | {"untrained", "diverged"} == set(VERDICTS)


def test_what_can_be_reached_decides_between_right_and_underfits():
    train, fresh, _ = CURVES["settled"]
    errors = {"train": np.array(train, float), "fresh": np.array(fresh, float)}
    assert diagnose(STEPS, errors, None, reachable=0.5, hidden_width=5) == "right"
    assert diagnose(STEPS, errors, None, reachable=0.3, hidden_width=5) == "underfits"


def test_with_many_units_it_is_not_for_want_of_units():
    train, fresh, _ = CURVES["settled"]
    errors = {"train": np.array(train, float), "fresh": np.array(fresh, float)}
    assert diagnose(STEPS, errors, None, reachable=0.3, hidden_width=30) == "stalls"
