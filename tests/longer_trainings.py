"""What becomes of a training of lesson 4 when it goes on ten times as long: what verdicts say."""

from typing import NamedTuple

import numpy as np

from lessonlib.experiments import lesson4 as experiments
from lessonlib.training import train

TIMES_LONGER = 10
# The settings of the figure: every tenth position of α, some of σ, all of H and of the start.
RATES = np.geomspace(*experiments.RATE_RANGE, 11)
NOISES = (0.0, 0.1, 0.3, 0.5)
WIDTHS = range(experiments.WIDTHS[0], experiments.WIDTHS[1] + 1)
SEEDS = range(experiments.SEEDS[0], experiments.SEEDS[1] + 1)


class Longer(NamedTuple):
    """A verdict, and what came of it.

    Attributes
    ----------
    end : str
        What was said of the end.
    left : float
        The least loss of the steps that follow, as a share of the loss that was judged.
    rises_again : bool
        Whether the loss rises in the next half of the steps, too.
    """

    end: str
    left: float
    rises_again: bool

    @property
    def is_right(self):
        """Whether what was said of the end came true; a plateau only says what may come."""
        return {
            "noise": self.left > 0.75,  # more steps cannot bring much
            "level": self.left > 0.8,  # would bring little
            "falling": self.left < 0.9,  # would bring it clearly lower
            "slowly": self.left < 0.98,
            "restless": self.rises_again,
            "plateau": True,
        }[self.end]


def go_on(rate, width, noise_std, seed):
    """Train ten times as long; None if the training diverged before it was judged."""
    seen = experiments.train_network(rate, width, noise_std, seed=seed)
    if seen.diverged_at is not None:
        return None
    problem = experiments.make_problem(width, noise_std, len(seen.x), seed)
    n_steps = experiments.N_STEPS
    losses = train(*problem, rate, TIMES_LONGER * n_steps).losses
    following = losses[n_steps:]
    return Longer(
        seen.verdict.end,
        left=float(following.min() / losses[n_steps]),
        rises_again=bool(experiments.rises(following[: n_steps // 2]).any()),
    )
