"""Telling how a training goes, and which control would help."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lessonlib.arguments import FloatArray, IntArray

VERDICTS = (
    *("untrained", "diverged", "thrown", "restless", "slow", "stalls"),
    *("overfits", "gap", "underfits", "right"),
)
_TOO_EARLY = 50  # steps
_RECENT = 200  # steps
_NARROW, _WIDE = 3, 16  # with so many units it is not for want of units that a network stays away
_SMALL = 0.01  # an error that needs no remedy: a tenth of a unit


class _Signs(NamedTuple):
    """What is read off the curves; each number is a ratio of errors.

    Attributes
    ----------
    near : float
        Fresh points now, to what is reachable.
    gap : float
        Train now, to what is reachable.
    above_start, thrown : float
        Train now, and the largest train error of the first records, to its start.
    rise : float
        Fresh points now, to their least so far.
    fall, train_fall : float
        Fresh points and train now, to what they were at half of the steps.
    jumps : bool
        Whether train climbed again and again of late, and fresh points are the worse for it now.
    """

    near: float
    gap: float
    above_start: float
    thrown: float
    rise: float
    fall: float
    train_fall: float
    jumps: bool

    @property
    def is_least(self) -> bool:
        """Whether the error on fresh points is at its least, jumps apart."""
        return self.rise <= (1.15 if self.jumps else 1.001)


def diagnose(
    steps: IntArray,
    errors: Mapping[str, FloatArray],
    diverged_at: int | None,
    reachable: float,
    hidden_width: int,
) -> str:
    """Say in one word how a training goes.

    Parameters
    ----------
    steps : ndarray of int of shape (n_records,)
        Where errors were recorded, in ascending order.
    errors : mapping of str to ndarray of shape (n_records,)
        Mean squared error at each record on ``"train"`` and on ``"fresh"`` points.
    diverged_at : int or None
        The step at which it diverged, if it did.
    reachable : float
        The best error on fresh points that this train set allows.
    hidden_width : int

    Returns
    -------
    str
        One of ``VERDICTS``.

    Notes
    -----
    The thresholds were chosen by trying on some hundred settings what each verdict advises;
    ``tests/test_verdicts_lesson7.py`` does so again.
    """
    if diverged_at is not None:
        return "diverged"
    if steps[-1] < _TOO_EARLY:
        return "untrained"
    signs = _read(steps, errors["train"], errors["fresh"], reachable)
    small = errors["fresh"][-1] <= _SMALL
    found = next((verdict for verdict, holds in _rules(signs, hidden_width) if holds), "underfits")
    return "right" if small else found


def _rules(signs: _Signs, hidden_width: int) -> list[tuple[str, bool]]:
    """Return verdicts with whether they hold; the first that does is the one."""
    falls = signs.is_least and signs.fall < 0.97
    risen = signs.rise > 1.12 and signs.gap < 1 and not signs.jumps
    is_poor = hidden_width <= _NARROW and max(signs.thrown, signs.above_start) <= 1.5
    far = signs.rise > 1.25 and signs.near > 1.25
    return [
        ("overfits", risen and far),
        ("restless", signs.jumps and far and not is_poor),
        ("right", signs.near <= (1.34 if not falls else 1.3 if signs.fall > 0.85 else 1.2)),
        ("thrown", signs.above_start > 1.5),
        ("underfits", is_poor and signs.jumps and signs.gap > 1.5),
        ("overfits", risen),
        ("gap", signs.gap < 0.5),
        ("slow", signs.fall < (0.9 if signs.is_least else 0.5) and signs.rise < 1.3),
        ("restless", signs.jumps),
        ("gap", signs.gap < 1 and not falls),
        ("stalls", min(signs.fall, signs.train_fall) < 0.97 and signs.rise < 1.12),
        ("thrown", signs.thrown > 1.5),
        ("stalls", hidden_width >= _WIDE),
    ]


def _read(steps: IntArray, train: FloatArray, fresh: FloatArray, reachable: float) -> _Signs:
    middle = np.abs(steps - steps[-1] / 2) <= steps[-1] / 10
    if not middle.any():
        middle = np.arange(len(steps)) == np.searchsorted(steps, steps[-1] / 2)
    recent = steps >= steps[-1] - _RECENT
    climbs = np.maximum(np.diff(train[recent]), 0)
    # One climb is a bad start; who is restless climbs again and again.
    restless = np.count_nonzero(climbs) > 1 and climbs.sum() > 0.1 * train[-1]
    return _Signs(
        near=fresh[-1] / reachable,
        gap=train[-1] / reachable,
        above_start=train[-1] / train[0],
        thrown=train[:6].max() / train[0],
        rise=fresh[-1] / fresh.min(),
        fall=fresh[-1] / np.median(fresh[middle]),
        train_fall=train[-1] / np.median(train[middle]),
        jumps=bool(restless and fresh[-1] > 1.05 * fresh[recent].min()),
    )
