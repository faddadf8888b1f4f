"""A fact about an answer, and what there is to find it by."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.outcome import Outcome


class Look(NamedTuple):
    """A fact about an answer: never a guess at its cause.

    Attributes
    ----------
    name : str
        Its sentence is ``symptom_<name>`` in the words of the exercises.
    values : dict
        What is written into the sentence.
    number : int
        Number of a case that shows it better than the first one that fails; -1 if none does.
    """

    name: str
    values: dict[str, Any]
    number: int = -1


class Run(NamedTuple):
    """What is known of an answer after all cases.

    Attributes
    ----------
    exercise : Exercise
    written : callable
    cases : sequence of tuple
    expected, got : sequence of Outcome
    failed : sequence of int
        Numbers of the cases that came out wrong; at least one.
    is_trusted : bool
        Whether what was written is ours.
    """

    exercise: Exercise
    written: Callable[..., Any]
    cases: Sequence[tuple[Any, ...]]
    expected: Sequence[Outcome]
    got: Sequence[Outcome]
    failed: Sequence[int]
    is_trusted: bool = False

    def has_values(self) -> bool:
        """Tell whether something was returned in every case that failed."""
        return all(self.got[i].kind == "value" for i in self.failed)

    def returned(self) -> list[tuple[Any, Any]]:
        """Return what came and what should have come, for each case that failed."""
        return [(self.got[i].returned, self.expected[i].returned) for i in self.failed]

    def arrays(self) -> list[tuple[Any, Any]]:
        """Return the same as arrays of floats; nothing if they are something else."""
        if not self.has_values():
            return []
        pairs = [(self.got[i].value, self.expected[i].value) for i in self.failed]
        good = all(isinstance(one, np.ndarray) for pair in pairs for one in pair)
        return [(got.astype(float), want.astype(float)) for got, want in pairs] if good else []


def find(run: Run, looks: Sequence[Callable[[Run], Look | None]]) -> Look | None:
    """Return the first fact that one of the looks finds."""
    return next((found for look in looks if (found := look(run))), None)
