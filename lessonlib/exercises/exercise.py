"""An exercise is data: a reference, cases, and the mistakes that it knows."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
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
    also : tuple of callable
        Other ways to make it, which come out otherwise.
    symptom : bool
        Whether the message says only what the answers look like, and no cause. It has to where
        many other mistakes look the same: always 0, always an error, an argument returned.
    """

    name: str
    function: Callable[..., Any]
    also: tuple[Callable[..., Any], ...] = ()
    symptom: bool = False


def _as_returned(_arguments: tuple[Any, ...], returned: Any) -> Any:
    return returned


# Two exercises are the same only if they are one object: what is computed of one is kept with it.
@dataclass(frozen=True, eq=False)
class Exercise:
    """What a reader is asked to write, and how it is checked.

    What is written may be a function or a class: see ``use``.

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
    use : callable or None
        Takes what the reader wrote and the arguments of a case, and tries it out; without it, what
        the reader wrote is called with the arguments. A class needs one::

            Exercise(name="Value", use=lambda Value, a, b: (Value(a) * Value(b)).value, ...)
    results : tuple of str
        What the returned things are called, where there are several.
    not_to_call : tuple of str
        Names that the task forbids to use.
    overflow_counts : bool
        Whether a number that becomes infinite on the way makes an answer wrong, even if the
        result is right.
    chance : callable or None
        Judges randomness as randomness: takes arguments (without the generator, which is the last)
        and what was returned for many seeds; returns the name of what is wrong with it (a sentence
        of the exercises, after ``symptom_``), or an empty text.
    chance_arguments : tuple
    draw : Drawing or None
        Draws what was expected beside what came: see :mod:`lessonlib.exercises.drawings`.
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
    use: Callable[..., Any] | None = None
    results: tuple[str, ...] = ()
    not_to_call: tuple[str, ...] = ()
    overflow_counts: bool = False
    chance: Callable[[tuple[Any, ...], list[Any]], str] | None = None
    chance_arguments: tuple[Any, ...] = ()
    draw: Any = None
    relative_tolerance: float = 1e-5

    def cases(self) -> list[tuple[Any, ...]]:
        """Return the arguments of each case; the same at every call."""
        return self.make_cases(np.random.default_rng(0))

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Names of the arguments of a case, in order."""
        taken = inspect.signature(self.reference if self.use is None else self.use).parameters
        names = tuple(taken)[self.use is not None :]
        return names[: len(self.cases()[0])]

    def called(self, written: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function of a case's arguments that tries out what was written."""
        if self.use is None:
            return written
        use = self.use
        return lambda *arguments: use(written, *arguments)
