"""Predict, then look."""

import re

import numpy as np
import pytest

from lessonlib import progress
from lessonlib.predict import choose, estimate, recap, show


def test_a_commitment_is_made_once_and_told():
    guess, seen = choose("smaller", "larger"), []
    guess.when_settled(lambda: seen.append(guess.value))
    assert guess.hidden.startswith("The answer is hidden")
    guess.commit("larger")
    guess.commit("smaller")
    assert (guess.value, seen) == ("larger", ["larger"])
    assert guess.recall == "You predicted: larger."


def test_the_button_commits_what_the_control_says():
    guess = estimate(1, 30)
    guess._control.value = 7
    guess._buttons[0].click()
    assert guess.value == 7
    assert "7" in guess._status.value
    assert all(control.disabled for control in (guess._control, *guess._buttons))


def test_nothing_chosen_is_no_commitment():
    guess = choose("smaller", "larger")
    guess._buttons[0].click()
    assert not guess.is_settled


def test_declining_shows_the_answer_without_a_prediction():
    guess = choose("smaller", "larger")
    guess._buttons[1].click()
    assert guess.is_settled
    assert guess.value is None
    assert guess.recall == ""


def test_plain_form_lists_the_choices():
    bundle = choose("a < b", "a > b")._repr_mimebundle_()
    assert bundle["text/plain"] == "Your prediction: a < b · a > b"
    assert "a &lt; b" in bundle["text/html"]


@pytest.mark.parametrize("make", [lambda: choose("one"), lambda: estimate(3, 1)])
def test_bad_questions_are_refused(make):
    with pytest.raises(ValueError, match="expected"):
        make()


# Kept predictions --------------------------------------------------------------------------------


def test_a_prediction_with_a_key_is_kept_and_one_without_is_not():
    choose("smaller", "larger").commit("larger")
    choose("smaller", "larger", key="lesson1.error").commit("larger")
    estimate(1, 30, key="lesson1.width").commit(7)
    assert progress.read()["predictions"] == {"lesson1.error": "larger", "lesson1.width": 7}


def test_declining_keeps_nothing():
    choose("smaller", "larger", key="lesson1.error").decline()
    assert progress.read()["predictions"] == {}


def test_a_kept_prediction_is_offered_as_text_and_settles_nothing():
    choose("a < b", "a > b", key="lesson1.order").commit("a > b")
    again = choose("a < b", "a > b", key="lesson1.order")
    assert (again.earlier, again.value, again.is_settled) == ("a > b", None, False)
    assert "Last time you predicted: a &gt; b." in again._status.value
    assert again.hidden.startswith("The answer is hidden")
    assert again.recall == ""
    again.commit("a < b")
    assert progress.prediction("lesson1.order") == "a < b"


def test_what_is_stored_does_not_depend_on_earlier_predictions():
    def stored():
        bundle = estimate(1, 30, key="lesson1.width")._repr_mimebundle_()
        return bundle["text/html"], bundle["text/plain"]

    before = stored()
    estimate(1, 30, key="lesson1.width").commit(7)
    assert stored() == before


def test_a_prediction_that_cannot_be_kept_is_still_made():
    progress.folder().write_text("a file in place of the folder")
    guess = choose("smaller", "larger", key="lesson1.error")
    guess.commit("larger")
    assert (guess.value, guess.is_settled) == ("larger", True)
    assert "You predicted: larger." in guess._status.value
    assert "Your progress could not be saved" in guess._status.value


# The recap ---------------------------------------------------------------------------------------


def test_the_recap_shows_predictions_beside_the_truth():
    width, error = estimate(1, 30), choose("a < b", "a > b")
    width.commit(7)
    table = recap(("best H", width, 12), ("which", error, "a > b"))
    assert repr(table) == "best H: 7; it is: 12\nwhich: no prediction; it is: a > b"
    bundle = table._repr_mimebundle_()
    assert bundle["text/plain"] == repr(table)
    cells = re.findall(r"<t[dh][^>]*>([^<]*)</t[dh]>", bundle["text/html"])
    assert cells[:3] == ["question", "you predicted", "it is"]
    assert cells[3:] == ["best H", "7", "12", "which", "no prediction", "a &gt; b"]
    assert table.widget.value == bundle["text/html"]


def test_a_prediction_made_after_the_recap_enters_it():
    guess = choose("smaller", "larger")
    table = recap(("the error gets", guess, "smaller"))
    assert "no prediction" in table.widget.value
    guess.commit("larger")
    assert "no prediction" not in table.widget.value
    assert ">larger</td>" in table.widget.value
    assert repr(table) == "the error gets: larger; it is: smaller"


def test_the_recap_of_an_unsettled_question_tells_what_was_predicted_last_time():
    choose("smaller", "larger", key="lesson1.error").commit("larger")
    again = choose("smaller", "larger", key="lesson1.error")
    assert repr(recap(("error", again, "smaller"))) == "error: larger (last time); it is: smaller"
    again.decline()
    assert "larger (last time)" in recap(("error", again, "smaller")).widget.value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.19751, "0.198"),
        (np.float64(2.0), "2"),
        (-99.96, "-100"),
        (999.4, "999"),
        (999.5, "1000"),
        (-999.9, "-1000"),
        (1234.5, "1234"),
        (np.int64(12), "12"),
        (float("inf"), "inf"),
    ],
)
def test_numbers_are_shown_to_three_digits_without_exponent(value, shown):
    assert show(value) == shown


def test_a_recap_of_nothing_is_refused():
    with pytest.raises(ValueError, match="expected at least one"):
        recap()
