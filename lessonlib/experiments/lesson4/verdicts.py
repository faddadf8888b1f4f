"""What to say of a training of the network, from its losses and from the ground where it ends."""

from typing import Any, NamedTuple

import numpy as np

LAST = 0.1  # of all steps are looked at, to see whether the loss still falls
# What counts as: arrived at the noise; still falling, or at least slowly, by the share of the
# loss that the last steps took off; and a plateau, by how far the steepest way down from it
# would grow in ten times as many steps, as a power of e.
_AT_NOISE, _FALLING, _SLOWLY, _PLATEAU = 1.2, 0.01, 0.003, 1.5


class Verdict(NamedTuple):
    """What is said of a training.

    Attributes
    ----------
    way : {"falls", "jumps", "diverges"}
        Whether the loss fell at every step.
    n_rises : int
        At how many steps the loss rose.
    end : {"noise", "restless", "falling", "slowly", "level", "plateau", ""}
        Where it ends: at the noise; still jumping; still falling; falling slowly; hardly falling
        any more; the same, but on ground that curves downwards. Empty where it diverged.
    fall : float
        The share of the loss that the last tenth of the steps took off.
    """

    way: str
    n_rises: int
    end: str
    fall: float


def judge(losses: Any, noise_floor: float, downwards: float) -> Verdict:
    """Say how a training went, and where it ends.

    Parameters
    ----------
    losses : ndarray of shape (n_steps + 1,)
        Infinite from where it diverged.
    noise_floor : float
        σ².
    downwards : float
        ``α |λ|`` in the direction in which the loss curves downwards most where training ends:
        by this share a step lengthens the distance along it. 0 if there is none.

    Returns
    -------
    Verdict
    """
    rose = rises(losses)
    n_rises, n_last = int(np.count_nonzero(rose)), round(LAST * len(rose))
    if not np.isfinite(losses[-1]):
        return Verdict("diverges", n_rises, "", 0.0)
    fall = float(1 - losses[-1] / losses[-1 - n_last])
    ends = {
        "noise": losses[-1] < _AT_NOISE * noise_floor,
        "restless": rose[len(rose) // 2 :].any(),
        "falling": fall > _FALLING,
        "slowly": fall > _SLOWLY,
        "plateau": 9 * len(rose) * downwards > _PLATEAU,
    }
    end = next((name for name, holds in ends.items() if holds), "level")
    return Verdict("jumps" if n_rises else "falls", n_rises, end, fall)


def rises(losses: Any) -> Any:
    """Say of each step whether the loss rose on it.

    Parameters
    ----------
    losses : ndarray of shape (n_steps + 1,) or (n_steps + 1, K)

    Returns
    -------
    ndarray of bool of shape (n_steps,) or (n_steps, K)
    """
    # A loss that no longer changes may rise in its last digit.
    return losses[1:] > losses[:-1] * (1 + 1e-9)


def falls_throughout(losses: Any) -> Any:
    """Say whether the loss falls at every step, for one training or for each column.

    Parameters
    ----------
    losses : ndarray of shape (n_steps + 1,) or (n_steps + 1, K)

    Returns
    -------
    bool or ndarray of shape (K,)
    """
    return ~rises(losses).any(axis=0) & np.isfinite(losses[-1])
