"""What counts of an answer to lesson 1's exercises, where chance decides the rest."""

import ast
import copy
import re
from pathlib import Path

import numpy as np
import pytest

from lessonlib.exercises import all_exercises
from lessonlib.exercises.judging import known_outcomes

EXERCISES = all_exercises()
LESSONS = sorted((Path(__file__).parents[1] / "lessons").glob("*.py"))
BAD = ("a tenth of them missing", "three equal parts")  # where they hold


@pytest.mark.parametrize("name", ["split_three_ways", "shuffle_pairs"])
def test_a_right_answer_has_all_good_facts_and_no_bad_one(name):
    shown = {fact for one in known_outcomes(EXERCISES[name]).expected for fact in one.value}
    found = dict(one.rsplit(": ", 1) for one in shown if not one.startswith("number of parts"))
    assert len(found) == len(shown) - ("number of parts: 3" in shown)
    assert found == {fact: str(fact not in BAD) for fact in found}
    assert len(found) >= 5


def test_each_mistake_is_one_by_its_facts_whatever_is_drawn():
    """So the message does not rest on which random numbers an answer happened to draw."""
    for name in ("split_three_ways", "shuffle_pairs"):
        exercise = EXERCISES[name]
        for mistake in exercise.mistakes:
            found = set()
            for seed in range(8):
                cases = [(*case[:-1], np.random.default_rng(seed)) for case in exercise.cases()]
                given = copy.deepcopy(cases)
                pairs = zip(cases, given, strict=True)
                found.add(tuple(exercise.observe(a, mistake.function(*b)) for a, b in pairs))
            assert len(found) == 1, mistake.name


def docstrings():
    trees = [ast.parse(path.read_text("utf-8")) for path in LESSONS]
    functions = [one for tree in trees for one in tree.body if isinstance(one, ast.FunctionDef)]
    return {one.name: ast.get_docstring(one) or "" for one in functions}


def test_what_results_are_called_stands_in_the_task_in_this_order():
    found = docstrings()
    for name, exercise in EXERCISES.items():
        if exercise.results and exercise.use is None:
            words = re.findall(r"\w+", found[name])[::-1]
            places = [-words.index(one) for one in exercise.results]
            assert places == sorted(set(places)), (name, exercise.results)
