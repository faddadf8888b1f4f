"""Answers as students write them: the right ones pass, each wrong one is told what it is.

``tests/answers/<exercise>.py`` holds answers to one exercise as plain functions, or as classes if
the task asks for a class, written from the task and from the wording of the messages, never from
the functions that the exercise lists. What an answer is called says what must come of it:

``right_<how>``
    passes.
``mistake_<name>_<number>``
    gets the message ``<name>``: at least two for each message, made in different ways.
``near_<name>_<number>``
    is wrong too, and looks like the mistake, but the message would not be true of it: at least two
    for each message.
``symptom_<name>_<number>``
    gets the fact ``symptom_<name>`` and no message of the exercise.
``wrong_<how>``
    is wrong, and gets none of the exercise's messages.

An answer that is one for two of these is written once, and has a second name.

The answers are run without limits, so none may loop for ever. Whatever has a name that begins with
an underscore is there for the others. An exercise of a lesson in
``CARRIED`` needs all of these, and at least twelve right answers; of other lessons, what is there
is tested.
"""

import inspect
import re
from functools import cache
from pathlib import Path
from runpy import run_path

import pytest

from lessonlib.exercises import all_exercises
from lessonlib.exercises.judging import judge
from lessonlib.exercises.verdict import describe

FOLDER = Path(__file__).parent / "answers"
EXERCISES = all_exercises()
WRITTEN = sorted(path.stem for path in FOLDER.glob("*.py"))
CARRIED = {1, 2, 3, 4, 5, 6, 7}
FEWEST_RIGHT, FEWEST_OF_EACH = 12, 2
NAME = re.compile(r"(right|mistake|near|symptom|wrong)_(\w+?)(?:_(\d+))?")


@cache
def answers(exercise):
    """Return (what, of what, function) for each answer to an exercise."""
    found = run_path(str(FOLDER / f"{exercise}.py"), run_name=exercise)
    functions = {
        name: one
        for name, one in found.items()
        if (inspect.isfunction(one) or inspect.isclass(one))
        and one.__module__ == exercise
        and not name.startswith("_")
    }
    matched = {name: NAME.fullmatch(name) for name in functions}
    assert [name for name, match in matched.items() if match is None] == []
    return [(*match.group(1, 2), functions[name]) for name, match in matched.items()]


@cache
def judged(exercise, function):
    return judge(exercise, function, trusted=True)


def outcome(exercise, function):
    """Return what the check says: a message, a fact, ``"passed"`` or ``"no message"``."""
    judgement = judged(exercise, function)
    if judgement.kind == "passed":
        return "passed"
    if judgement.mistake:
        return f"mistake {judgement.mistake}"
    return f"symptom {judgement.look.name}" if judgement.look else "no message"


def is_as_wanted(what, name, found):
    if what == "right":
        return found == "passed"
    if what == "near":
        return found not in ("passed", f"mistake {name}")
    if what == "wrong":
        return found != "passed" and not found.startswith("mistake")
    return found == f"{what} {name}"


@pytest.mark.parametrize("name", WRITTEN)
def test_every_answer_gets_what_it_deserves(name):
    exercise = EXERCISES[name]
    found = {one.__name__: outcome(exercise, one) for _, _, one in answers(name)}
    bad = {
        one.__name__: found[one.__name__]
        for what, of_what, one in answers(name)
        if not is_as_wanted(what, of_what, found[one.__name__])
    }
    assert bad == {}


@pytest.mark.parametrize("name", WRITTEN)
def test_every_wrong_answer_is_shown_a_case(name):
    exercise = EXERCISES[name]
    for what, _, function in answers(name):
        if what == "mistake":
            verdict = repr(describe(exercise, judged(exercise, function)))
            assert "The first case that fails:" in verdict, function
            assert "xpected" in verdict or "should be" in verdict or "no longer" in verdict, verdict


@pytest.mark.parametrize("name", WRITTEN)
def test_messages_that_are_written_for_exist(name):
    known = {one.name for one in EXERCISES[name].mistakes}
    written_for = {of for what, of, _ in answers(name) if what in ("mistake", "near")}
    assert written_for - known == set()


@pytest.mark.parametrize("name", [n for n, one in EXERCISES.items() if one.lesson in CARRIED])
def test_every_message_is_tried(name):
    numbers = {}
    for what, of_what, _ in answers(name):
        key = (what, of_what if what in ("mistake", "near") else "")
        numbers[key] = numbers.get(key, 0) + 1
    wanted = {("right", ""): FEWEST_RIGHT}
    for mistake in EXERCISES[name].mistakes:
        wanted |= {(what, mistake.name): FEWEST_OF_EACH for what in ("mistake", "near")}
    assert {key: n for key, n in wanted.items() if numbers.get(key, 0) < n} == {}
