"""Every exercise: the reference passes, each mistake gets its own message, nothing breaks."""

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from lessonlib.exercises import all_exercises, check, hint, judging, running, solution
from lessonlib.exercises.judging import alike, judge, known_outcomes
from lessonlib.exercises.notation import show
from lessonlib.exercises.outcome import Outcome
from lessonlib.exercises.raised import normalized
from lessonlib.exercises.verdict import describe
from lessonlib.words import Words

EXERCISES = list(all_exercises().values())


def by_name(one):
    return one.name


def words_of(exercise):
    return Words(f"exercises_lesson{exercise.lesson}")


def test_every_lesson_has_enough():
    lessons = [one.lesson for one in EXERCISES]
    for lesson in range(1, 7):
        assert lessons.count(lesson) >= 4
    assert lessons.count(7) == 1  # its capstone is the rest


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_name)
def test_reference_passes(exercise):
    assert (
        judge(replace(exercise, not_to_call=()), exercise.reference, trusted=True).kind == "passed"
    )


SHOWN_AS_IT_IS = [
    *["measured_gradient", "output_gradient", "descend", "largest_rate", "loss_by_w2"],
    *["loss_by_w1", "sigmoid_slope", "backpropagate", "gradient_is_right", "class_probability"],
    *["loss_gradient", "boundary_height", "bump", "honest_report"],
]


@pytest.mark.parametrize("name", SHOWN_AS_IT_IS)
def test_what_is_shown_as_solution_passes(name):
    exercise = all_exercises()[name]
    assert judge(exercise, exercise.answer, trusted=True).kind == "passed"


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_name)
def test_there_are_four_mistakes_and_three_hints(exercise):
    assert len(exercise.mistakes) >= 4
    assert len({mistake.name for mistake in exercise.mistakes}) == len(exercise.mistakes)
    sentences = words_of(exercise)
    assert all(f"{exercise.name}.hint{i}" in sentences for i in (1, 2, 3))
    assert f"{exercise.name}.why" in sentences


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_name)
def test_each_mistake_has_a_message_and_is_told_apart(exercise):
    outcomes, sentences = known_outcomes(exercise).mistakes, words_of(exercise)
    for mistake, one in outcomes:
        assert f"{exercise.name}.mistake.{mistake.name}" in sentences
        for other, two in outcomes:
            if mistake is not other:
                pairs = zip(one, two, strict=True)
                assert not all(alike(exercise, *pair) for pair in pairs), (mistake.name, other.name)


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_name)
def test_each_mistake_is_wrong_somewhere_and_shown_where(exercise):
    exercise = replace(exercise, not_to_call=())
    for mistake in exercise.mistakes:
        judgement = judge(exercise, mistake.function, trusted=True)
        assert (judgement.kind, judgement.mistake) == ("mistake", mistake.name)
        text = repr(describe(exercise, judgement))
        assert words_of(exercise)(f"{exercise.name}.mistake.{mistake.name}") in text
        assert "The first case that fails:" in text


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_name)
def test_a_message_that_names_a_cause_rests_on_more_than_one_outcome(exercise):
    """Always 0, always True, always the same error: many mistakes look so."""
    for mistake, outcomes in known_outcomes(exercise).mistakes:
        shown = {in_short(one) for one in outcomes}
        assert mistake.symptom or len(shown) > 1, (mistake.name, shown)


def in_short(outcome):
    if outcome.kind == "error":
        return normalized(outcome.value.text)
    value = outcome.value
    entries = set(value.ravel().tolist()) if isinstance(value, np.ndarray) else None
    one_number = show(entries.pop()) if entries is not None and len(entries) == 1 else None
    return outcome.kind, outcome.warned, one_number or str(value)


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_name)
def test_cases_are_the_same_at_every_call(exercise):
    one, other = ([a for case in exercise.cases() for a in case] for _ in range(2))
    for a, b in zip(one, other, strict=True):
        if not isinstance(a, np.random.Generator) and not callable(a):
            np.testing.assert_array_equal(a, b)


class Liar:
    """Claims to be equal to everything."""

    __hash__ = None

    def __eq__(self, other):
        return True


class Grenade:
    """Raises whatever is done with it."""

    def __array__(self, *_args, **_options):
        raise RuntimeError("boom")

    def __iter__(self):
        raise RuntimeError("boom")


def raise_error():
    raise ZeroDivisionError("on purpose")


def leave():
    raise SystemExit


HOSTILE = {
    "None": lambda: None,
    "NaN": lambda: np.nan,
    "text": lambda: "text",
    "wrong shape": lambda: np.zeros((3, 4, 5)),
    "ragged": lambda: [[1], [2, 3]],
    "a liar": Liar,
    "a grenade": Grenade,
    "an error": raise_error,
    "a generator": lambda: (i for i in range(3)),
}


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_name)
@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_answers_get_a_verdict(exercise, name):
    def function(*_arguments):
        return HOSTILE[name]()

    judgement = judge(exercise, function, trusted=True)
    assert judgement.kind in {"wrong", "error", "mistake"}
    assert len(repr(describe(exercise, judgement))) > 20


def test_an_endless_loop_is_stopped(monkeypatch):
    monkeypatch.setattr(running, "TIME_LIMIT", 0.3)

    def function(*_arguments):
        while True:
            with suppress(Exception):
                sum(range(100))

    verdict = describe(EXERCISES[0], judge(EXERCISES[0], function))
    assert verdict.kind == "timeout"
    assert "did not finish in time" in repr(verdict)


def test_to_be_slow_with_many_seeds_is_not_called_an_error(monkeypatch):
    exercise, run_cases = all_exercises()["one_epoch"], judging.run_cases

    def slow_for_many_seeds(function, cases, *arguments, **options):
        if cases == [exercise.chance_arguments]:
            return [Outcome("timeout")]
        return run_cases(function, cases, *arguments, **options)

    monkeypatch.setattr(judging, "run_cases", slow_for_many_seeds)
    verdict = describe(exercise, judge(exercise, exercise.reference, trusted=True))
    assert verdict.kind == "timeout"
    assert "many other seeds" in repr(verdict)


def test_changing_the_input_is_told():
    exercise = all_exercises()["standardize"]

    def standardize(train, test):
        result = exercise.reference(train, test)
        train -= 1.0
        return result

    verdict = describe(exercise, judge(exercise, standardize))
    assert verdict.kind == "mutated"
    assert "changes what it was given" in repr(verdict)


def test_unusual_but_right_solutions_pass():
    def standardize(train, test, epsilon=0.0):
        small = np.array(train, dtype=np.float32)
        mean, std = small.mean(axis=0), small.std(axis=0) + epsilon
        return ((small - mean) / std).tolist(), [((row - mean) / std).tolist() for row in test]

    def leaking_groups(groups, train, test):
        return sorted({int(groups[i]) for i in train} & {int(groups[i]) for i in test})

    def split_three_ways(n_samples, rng):
        order = list(range(n_samples))
        rng.shuffle(order)
        first, second = round(0.6 * n_samples), round(0.8 * n_samples)
        return [order[:first], order[first:second], order[second:]]

    for function in (standardize, leaking_groups, split_three_ways):
        verdict = check(function)
        assert verdict.kind == "passed", repr(verdict)


def test_an_untouched_stub_is_not_attempted():
    def standardize(train, test):
        """Say what it does."""
        ...

    assert check(standardize).kind == "not_attempted"


def test_check_never_raises():
    assert check(3).kind == "unknown"
    assert check(lambda x: x).kind == "unknown"
    assert "no exercise called nothing" in repr(hint("nothing"))


def test_hints_are_folded_one_behind_the_other():
    shown = hint("standardize")._repr_mimebundle_()
    assert shown["text/html"].count("<details>") == 3
    assert "open" not in shown["text/html"].split("<p>")[0]
    assert "Hints for standardize: 3" in shown["text/plain"]


def test_solution_waits_for_three_attempts_or_a_confirmation():
    def standardize(train, test):
        return train, test

    assert solution("standardize").kind == "wait"
    assert "class Standardizer" in repr(solution("standardize", confirm=True))
    for _ in range(3):
        check(standardize)
    assert "class Standardizer" in repr(solution("standardize"))
