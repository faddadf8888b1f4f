"""Messages are not given to answers that do something else; and what counts that counts."""

from dataclasses import replace

import false_alarms
import numpy as np
import pytest
from mutants import mutants
from wrong_functions import wrong_functions

from lessonlib.exercises import Mistake, all_exercises

EXERCISES = all_exercises()
SAMPLE = 24  # of each exercise; the command tools/false_alarms.py counts all


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.filterwarnings("ignore")
def test_unrelated_answers_get_no_message(name):
    exercise = EXERCISES[name]
    counted = false_alarms.count(
        exercise, false_alarms.sample(wrong_functions(exercise, most_sources=2), SAMPLE)
    )
    assert counted.n_wrong > SAMPLE / 2
    most = max(1, false_alarms.MOST_SHARE * counted.n_wrong)
    assert {name: texts for name, texts in counted.false.items() if len(texts) > most} == {}


def double_mean(y, y_pred):
    total = 0.0
    for a, b in zip(y, y_pred, strict=True):
        total += (a - b) ** 2
    return total / len(y)


def test_mutants_differ_from_their_function_and_from_one_another():
    found = mutants(double_mean)
    texts = [text for text, _ in found]
    assert len(found) > 20
    assert any("total -= (a - b) ** 2" in text for text in texts)
    assert any("(a - b) ** 3" in text for text in texts)
    assert any("a line less" in text or "return" in text for text in texts)
    y, y_pred = np.array([1.0, 2.0]), np.array([1.5, 4.0])
    right = double_mean(y, y_pred)
    wrong = [one for _, one in found if not survives(one, right, y, y_pred)]
    assert len(wrong) > 0.8 * len(found)


def survives(function, right, *arguments):
    try:
        return bool(function(*arguments) == right)
    except Exception:
        return False


def test_a_message_for_what_says_too_little_is_counted():
    exercise = EXERCISES["mse_loss"]
    poor = replace(exercise, mistakes=(Mistake("nothing", lambda y, y_pred: 0),))
    few = wrong_functions(poor, most_sources=0)[:20]
    counted = false_alarms.count(poor, few)
    assert "always 0" in counted.false["nothing"]
    as_symptom = replace(poor, mistakes=(replace(poor.mistakes[0], symptom=True),))
    assert false_alarms.count(as_symptom, few).false == {}


def test_a_message_that_is_true_of_the_cases_only_is_counted():
    exercise = EXERCISES["mse_loss"]
    few = replace(
        exercise,
        make_cases=lambda rng: [(np.array([1.0, 2.0]), rng.integers(0, 2) + np.array([2.0, 4.0]))],
        mistakes=(Mistake("first", lambda y, y_pred: (y[0] - y_pred[0]) ** 2),),
    )
    made = [
        false_alarms.Wrong("least", False, lambda y, y_pred: np.min((y - y_pred) ** 2)),
        false_alarms.Wrong("first", False, lambda y, y_pred: (y_pred[0] - y[0]) ** 2),
    ]
    counted = false_alarms.count(few, made)
    assert counted.given == {"first": len(made)}
    assert counted.false in ({}, {"first": ["least"]})


def test_the_command_prints_a_line_for_each_message(capsys):
    assert false_alarms.main(["mse_loss", "--most", "20"]) == 0
    printed = capsys.readouterr().out
    assert all(one.name in printed for one in EXERCISES["mse_loss"].mistakes)
