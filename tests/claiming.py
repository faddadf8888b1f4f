"""Compute a claim over many draws, and keep what came out for the table of claims."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Report:
    """What came out of a claim's draws.

    Attributes
    ----------
    effects : ndarray of shape (n_draws,)
        Above 0 where the sentence holds; its size is the size of the effect.
    """

    effects: np.ndarray

    @property
    def share(self) -> float:
        """The share of draws in which the sentence holds."""
        return float(np.mean(self.effects > 0))

    @property
    def mean(self) -> float:
        """The mean effect."""
        return float(np.mean(self.effects))

    def summary(self) -> tuple[int, float, float, float]:
        """Return the number of draws, the share, the least and the mean effect."""
        return len(self.effects), self.share, float(np.min(self.effects)), self.mean


class Claim:
    """A sentence of the course, about to be computed.

    Parameters
    ----------
    name : str
        ``lessonN.`` and the name that its tag carries.
    n_draws : int
        Draws of chance that each claim is computed for.
    """

    def __init__(self, name: str, n_draws: int) -> None:
        self.name = name
        self.seeds = range(n_draws)
        self.reports: list[Report] = []

    def over_draws(
        self, effect: Callable[[np.random.Generator], float], at_least: float = 0.9
    ) -> Report:
        """Compute ``effect(rng)`` for every seed; it is above 0 where the sentence holds.

        Parameters
        ----------
        effect : callable
        at_least : float
            Share of the draws in which the sentence has to hold.

        Raises
        ------
        AssertionError
            If it holds less often.
        """
        return self.batch([effect(np.random.default_rng(seed)) for seed in self.seeds], at_least)

    def over(
        self, values: Iterable[Any], effect: Callable[[Any], float], at_least: float = 1.0
    ) -> Report:
        """Compute ``effect(value)`` for every setting of a control; see :meth:`over_draws`."""
        return self.batch([effect(value) for value in values], at_least)

    def batch(self, effects: Sequence[float] | np.ndarray, at_least: float = 0.9) -> Report:
        """Judge effects that are computed already, one for each draw."""
        report = Report(np.asarray(effects, dtype=float))
        if report.effects.ndim != 1 or not len(report.effects):
            raise ValueError(f"effects: expected one number a draw, got {report.effects.shape}")
        if not np.isfinite(report.effects).all():
            raise ValueError(f"effects: expected finite numbers, got {report.effects}")
        self.reports.append(report)
        assert report.share >= at_least, (
            f"{self.name} holds in {report.share:.0%} of {len(report.effects)} draws, not in "
            f"{at_least:.0%}; it fails in draws {np.flatnonzero(report.effects <= 0)}"
        )
        return report
