"""Telling from two error curves how a training goes."""

from collections.abc import Mapping

import numpy as np

from lessonlib.arguments import FloatArray, IntArray

# What counts as: all recent climbs of the train error together, a rise of the validation
# error above its least, a recent fall of the train error, and a gap between the two.
_RECENT_STEPS = 200
_CLIMB, _RISE, _FALL, _GAP = 0.1, 1.25, 0.98, 2.0


def diagnose(steps: IntArray, errors: Mapping[str, FloatArray], diverged_at: int | None) -> str:
    """Say in one word how a training goes.

    Parameters
    ----------
    steps : ndarray of int of shape (n_records,)
        Where errors were recorded, in ascending order.
    errors : mapping of str to ndarray of shape (n_records,)
        Mean squared error at each record on ``"train"`` and ``"validation"``.
    diverged_at : int or None
        The step at which it diverged, if it did.

    Returns
    -------
    {"untrained", "diverged", "restless", "overfits", "falling", "gap", "settled"}
    """
    train, validation = errors["train"], errors["validation"]
    if diverged_at is not None:
        return "diverged"
    if steps[-1] == 0:
        return "untrained"
    first = int(np.searchsorted(steps, steps[-1] - _RECENT_STEPS))
    climbs = np.maximum(np.diff(train[first:]), 0)
    best = int(np.argmin(validation))
    verdicts = {
        # One climb is a bad start; who is restless climbs again and again.
        "restless": np.count_nonzero(climbs) > 1 and climbs.sum() > _CLIMB * train[-1],
        "overfits": validation[-1] > _RISE * validation[best] and train[-1] < train[best],
        "falling": train[-1] < _FALL * train[first],
        "gap": validation[-1] > _GAP * train[-1],
    }
    return next((verdict for verdict, holds in verdicts.items() if holds), "settled")
