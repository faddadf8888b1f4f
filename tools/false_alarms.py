"""Count how often a message is given to an answer that does something else.

For each exercise many wrong functions are made that know nothing of the listed mistakes
(``wrong_functions.py``). A message is a false alarm where the answer is blind (a constant, an
error) although the message names a cause, or where, in other cases than those of the check, the
answer does something else than the listed mistake::

    .venv/bin/python tools/false_alarms.py
    .venv/bin/python tools/false_alarms.py bump --show
"""

import argparse
import random
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import cache, partial
from io import StringIO
from typing import Any, NamedTuple

import numpy as np
from wrong_functions import Wrong, wrong_functions

from lessonlib.exercises import Exercise, all_exercises
from lessonlib.exercises.judging import alike, judge, known_outcomes, outcomes_of
from lessonlib.exercises.timing import TimeUpError, time_limit

MOST_SHARE = 0.01
_TIME_LIMIT = 0.4  # seconds; a mutant may loop for ever, but it does no other harm
_FRESH_SEEDS = (1, 2, 3)


class Count(NamedTuple):
    """What was counted for one exercise.

    Attributes
    ----------
    n_wrong : int
        How many of the functions were wrong.
    given : dict of str to int
        How often each message was given.
    false : dict of str to list of str
        Which answers got it wrongly.
    """

    n_wrong: int
    given: dict[str, int]
    false: dict[str, list[str]]

    def shares(self) -> dict[str, float]:
        """Return the share of false alarms of each message that has one."""
        return {name: len(texts) / max(self.n_wrong, 1) for name, texts in self.false.items()}


def count(exercise: Exercise, functions: Sequence[Wrong]) -> Count:
    """Judge all functions, and say which messages were false alarms."""
    given: Counter[str] = Counter()
    false: dict[str, list[str]] = {}
    n_wrong = 0
    assert known_outcomes(exercise).mistakes  # computed now, and not in the time of an answer
    for one in functions:
        judgement = _in_time(partial(judge, exercise, one.function, trusted=True))
        n_wrong += judgement is None or judgement.kind != "passed"
        name = judgement.mistake if judgement else ""
        if not name:
            continue
        given[name] += 1
        if is_false(exercise, name, one):
            false.setdefault(name, []).append(one.text)
    return Count(n_wrong, dict(given), false)


def _in_time(step: Callable[[], Any]) -> Any:
    """Return what a step returns, or None if it takes too long."""
    try:
        with redirect_stdout(StringIO()), time_limit(_TIME_LIMIT):
            return step()
    except TimeUpError:
        return None


def is_false(exercise: Exercise, name: str, one: Wrong) -> bool:
    """Tell whether a message is untrue of an answer that got it."""
    mistake = next(m for m in exercise.mistakes if m.name == name)
    if mistake.symptom:
        return False
    if one.is_blind:
        return True
    does = _in_time(partial(outcomes_of, exercise, one.function, _fresh_cases(exercise)))
    if does is None:
        return True
    ways = [_outcomes(exercise, way) for way in (mistake.function, *mistake.also)]
    return not any(
        all(alike(exercise, a, b) for a, b in zip(does, way, strict=True)) for way in ways
    )


@cache
def _fresh_cases(exercise: Exercise) -> list[tuple[Any, ...]]:
    return [
        case for seed in _FRESH_SEEDS for case in exercise.make_cases(np.random.default_rng(seed))
    ]


@cache
def _outcomes(exercise: Exercise, function: Callable[..., Any]) -> list[Any]:
    return outcomes_of(exercise, function, _fresh_cases(exercise))


def sample(functions: Sequence[Wrong], most: int, seed: int = 0) -> list[Wrong]:
    """Return so many of the functions, chosen at random, the same every time."""
    return random.Random(seed).sample(list(functions), min(most, len(functions)))


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        1 if a message has more false alarms than allowed.
    """
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("names", nargs="*", help="exercises; all without any")
    parser.add_argument("--show", action="store_true", help="show the answers that got it wrongly")
    parser.add_argument("--most", type=int, default=10**9, help="functions for an exercise")
    options = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    known = all_exercises()
    bad = 0
    print(
        f"{'exercise':22s} {'message':26s} {'wrong':>6s} {'given':>6s} {'false':>6s} {'share':>7s}"
    )
    for name in options.names or known:
        counted = count(known[name], sample(wrong_functions(known[name]), options.most))
        for mistake in known[name].mistakes:
            texts = counted.false.get(mistake.name, [])
            share = counted.shares().get(mistake.name, 0.0)
            bad += share > MOST_SHARE
            print(
                f"{name:22s} {mistake.name:26s} {counted.n_wrong:6d} "
                f"{counted.given.get(mistake.name, 0):6d} {len(texts):6d} {share:7.2%}"
                f"{'  <--' if share > MOST_SHARE else ''}"
            )
            if options.show:
                print(*(f"      {text}" for text in texts), sep="\n", end="\n" if texts else "")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
