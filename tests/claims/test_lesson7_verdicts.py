"""Lesson 7: the playground's verdicts against what their advice does, on fresh points."""

from itertools import count

import numpy as np
import remedies
from covering import covering_sample

from lessonlib.experiments import lesson7 as experiments
from lessonlib.experiments.lesson7 import Setting

N_SETTINGS = 60
# With a fifth of those of the exhaustive test the sixty come out alike, in half of its time.
N_FRESH = 2_000
LEVELS = {
    "dataset": list(experiments.DATASETS),
    "n_samples": [30, 60, 120],
    "noise_std": [0.0, 0.1, 0.3, 0.5],
    "hidden_width": [1, 3, 8, 20, 50],
    "learning_rate": [0.01, 0.0501, 0.158, 0.398],
    "batch_size": list(experiments.BATCH_SIZES),
    "step": [60, 200, 600, 1200],
}


def settings():
    """Return settings in which every pair of values of two controls occurs."""
    rows = covering_sample(list(LEVELS.values()))
    found = [Setting(**dict(zip(LEVELS, row, strict=True))) for row in rows]
    more = (remedies.draw_setting(np.random.default_rng(seed)) for seed in count(10_000))
    return (found + [next(more) for _ in range(N_SETTINGS)])[:N_SETTINGS]


def test_verdicts_are_right(claim):
    def effect(setting):
        outcome = experiments.run(setting)
        if outcome.verdict in ("untrained", "diverged"):
            return 1.0  # no advice; and one that test_smaller_steps_do_not_diverge tries
        tried = remedies.Remedies(setting, N_FRESH)
        return 1.0 if remedies.is_right(outcome.verdict, tried) else -1.0

    claim.over(settings(), effect, at_least=0.95)
