"""The playground's verdicts over hundreds of settings, with their table of confusion.

A sample of sixty is a claim of lesson 7 (``claims/test_lesson7_verdicts.py``). The table::

    pytest tests/test_verdicts_lesson7.py --exhaustive -s
"""

from collections import Counter

import numpy as np
import pytest
import remedies

from lessonlib.experiments import lesson7 as experiments

N_JUDGED = 500


def what_helps_most(tried, now):
    """Return the remedy that brings most, or that none brings much."""
    best = min(remedies.OF_THE_NETWORK, key=tried.__getitem__)
    return best if tried[best] < remedies.COULD_HELP * now else "nothing much"


@pytest.mark.exhaustive
def test_verdicts_are_right_over_hundreds_of_settings():
    table, right, seed = Counter(), [], 0
    while len(right) < N_JUDGED:
        setting = remedies.draw_setting(np.random.default_rng(seed))
        verdict, seed = experiments.run(setting).verdict, seed + 1
        if verdict in ("untrained", "diverged"):  # no advice, or none that could be wrong
            continue
        tried = remedies.Remedies(setting)
        right.append(remedies.is_right(verdict, tried))
        helps = what_helps_most(tried.all(), tried.now)
        table[verdict, helps, "right" if right[-1] else "wrong"] += 1
    print(f"\n{len(right)} settings of {seed} drawn: {np.mean(right):.1%} right")
    print(f"{'verdict':<12} {'what helps most':<14} right wrong")
    for verdict, helps in sorted({key[:2] for key in table}):
        counts = (table[verdict, helps, word] for word in ("right", "wrong"))
        print(f"{verdict:<12} {helps:<14} {next(counts):5d} {next(counts):5d}")
    assert np.mean(right) >= 0.95
