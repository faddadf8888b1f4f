"""What is said of right and wrong answers: computed in Pyodide and outside, to be compared."""

import inspect
from itertools import islice
from pathlib import Path
from runpy import run_path

from lessonlib.exercises import all_exercises
from lessonlib.exercises.judging import judge

ANSWERS = Path(__file__).parents[1] / "answers"


def said_of(exercise, function, trusted):
    """Return in plain data what is said of an answer."""
    judged = judge(exercise, function, trusted=trusted)
    look = judged.look.name if judged.look else ""
    return [judged.kind, judged.mistake, look, judged.number, *judged.failed]


def of_the_listed(*, trusted=True, most=None):
    """Return what is said of each exercise's reference, and of its mistakes, or the first of them.

    Parameters
    ----------
    trusted : bool
        Whether they run without the limits that are set to a reader's answer.
    most : int, optional
        How many mistakes of an exercise.
    """
    found = {}
    for name, exercise in all_exercises().items():
        found[name] = said_of(exercise, exercise.reference, trusted)
        for one in islice(exercise.mistakes, most):
            for i, function in enumerate((one.function, *one.also)):
                found[f"{name} {one.name} {i}"] = said_of(exercise, function, trusted)
    return found


def of_the_written():
    """Return what is said of each answer in tests/answers."""
    found = {}
    for name, exercise in all_exercises().items():
        for key, one in run_path(str(ANSWERS / f"{name}.py"), run_name=name).items():
            is_answer = inspect.isfunction(one) or inspect.isclass(one)
            if is_answer and one.__module__ == name and not key.startswith("_"):
                found[f"{name} {key}"] = said_of(exercise, one, trusted=True)
    return found
