"""An exercise is data: a reference, cases, and the mistakes that it knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Mistake:
    """A wrong implementation with a name.

    The message that a reader gets stands in the words of the exercise's
    lesson, under ``<exercise>.mistake.<name>``.

    Attributes
    ----------
    name : str
    function : callable
        Behaves as the mistake does. It takes what the exercise takes.
    """

    name: str
    function: Callable[..., Any]


def _as_returned(_arguments: tuple[Any, ...], returned: Any) -> Any:
    return returned


@dataclass(frozen=True)
class Exercise:
    """What a reader is asked to write, and how it is checked.

    Attributes
    ----------
    name : str
        Name of the function that the reader writes.
    lesson : int
        Number of the lesson.
    reference : callable
        A right implementation, with the arguments that the reader's function takes.
    answer : callable
        The function of lessonlib whose source is shown as the solution; often
        the reference itself.
    make_cases : callable
        Takes a generator of random numbers, returns tuples of arguments:
        edge cases first.
    mistakes : sequence of Mistake
    observe : callable
        Takes arguments and returned value, returns what of it counts. Needed
        where right answers differ, such as splits of shuffled data.
    warnings_count : bool
        Whether a warning of NumPy, such as overflow, makes an answer wrong.
    relative_tolerance : float
        How far a number may be off, as a share of its size.
    """

    name: str
    lesson: int
    reference: Callable[..., Any]
    make_cases: Callable[[np.random.Generator], list[tuple[Any, ...]]]
    mistakes: Sequence[Mistake]
    answer: Callable[..., Any]
    observe: Callable[[tuple[Any, ...], Any], Any] = _as_returned
    warnings_count: bool = False
    relative_tolerance: float = 1e-5

    def cases(self) -> list[tuple[Any, ...]]:
        """Return the arguments of each case; the same at every call."""
        return self.make_cases(np.random.default_rng(0))
