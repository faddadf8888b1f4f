"""The sliders that all figures of lesson 5 share: one for each thing given to the graph."""

from dataclasses import fields
from typing import Any

from lessonlib.experiments.lesson5 import WEIGHTS, Given
from lessonlib.words import Words

SLIDERS: dict[str, Any] = dict.fromkeys(("x", *WEIGHTS), (-4.0, 4.0, 0.1))
SLIDER_LABELS = Words("figures/lesson5/sliders", "given").labels


def given_of(setting: Given) -> Given:
    """Return what is given to the graph, without what else a figure's controls set.

    What is computed from the same values is then found again, however the other controls stand.

    Examples
    --------
    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Setting(Given):
    ...     nudge: float = 0.3
    >>> given_of(Setting(x=4.0)) == Given(x=4.0)
    True
    """
    return Given(**{field.name: getattr(setting, field.name) for field in fields(Given)})
