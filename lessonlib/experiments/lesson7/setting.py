"""A setting of the whole machine, and the four settings that lesson 7 is about."""

from dataclasses import asdict, dataclass, replace
from math import log10
from typing import Any, Self

from lessonlib.datasets import TRUE_FUNCTIONS

DATASETS = (*TRUE_FUNCTIONS, "seattle")
BATCH_SIZES = (1, 4, 16, 64, "all")
N_STEPS = 2000
RATES_A_DECADE = 10  # 0.1, 0.126, 0.158, 0.2, ...
_DIGITS = 3  # what the controls show; two settings that look the same are the same


@dataclass(frozen=True)
class Setting:
    """Where the controls of the playground stand.

    Attributes
    ----------
    dataset : str
        ``"sine"``, ``"bump"``, ``"step"``, ``"wiggle"`` or ``"seattle"``.
    n_samples : int
        Examples S, of which a fifth is kept as a test set and not shown.
    noise_std : float
        Noise σ; Seattle has its own.
    validation_fraction : float
        Share of the validation set.
    hidden_width : int
    learning_rate : float
        Moved to the nearest of the slider's ten positions a decade.
    batch_size : int or "all"
    seed : int
        Draws the initial weights and deals the batches.
    tolerance : float
        The ε of ``Acc_ε``.
    show_units : bool
        Whether each hidden unit is drawn, too.
    step : int
        How many steps of training are shown.
    """

    dataset: str = "sine"
    n_samples: int = 40
    noise_std: float = 0.3
    validation_fraction: float = 0.3
    hidden_width: int = 10
    learning_rate: float = 0.158
    batch_size: Any = "all"
    seed: int = 0
    tolerance: float = 0.3
    show_units: bool = True
    step: int = 200

    def __post_init__(self) -> None:
        position = round(RATES_A_DECADE * log10(self.learning_rate)) / RATES_A_DECADE
        for name, value in {**asdict(self), "learning_rate": 10**position}.items():
            if isinstance(value, float):
                object.__setattr__(self, name, float(f"{value:.{_DIGITS}g}"))

    def without_view(self) -> Self:
        """Return the setting that stands for all that train alike, whatever they show of it."""
        view = ("tolerance", "show_units", "step")
        return replace(self, **{name: getattr(Setting, name) for name in view})


# Each differs from the last in one control.
PRESETS: dict[str, dict[str, Any]] = {
    "too_slow": {"learning_rate": 0.002},
    "diverges": {"learning_rate": 1.0},
    "overfits": {"hidden_width": 48},
    "underfits": {"hidden_width": 1},
    "just_right": {},
}
NETWORKS = {"A": "overfits", "B": "too_slow", "C": "just_right", "D": "diverges"}
