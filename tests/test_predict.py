"""Predict, then look."""

import pytest

from lessonlib.predict import choose, estimate, hidden_words, recall_words


def test_a_commitment_is_made_once_and_told():
    guess, seen = choose("smaller", "larger"), []
    guess.when_settled(lambda: seen.append(guess.value))
    assert hidden_words(guess).startswith("The answer is hidden")
    guess.commit("larger")
    guess.commit("smaller")
    assert (guess.value, seen) == ("larger", ["larger"])
    assert hidden_words(guess) is None
    assert recall_words(guess) == "You predicted: larger."


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
    assert recall_words(guess) == ""


def test_no_prediction_hides_nothing():
    assert hidden_words(None) is None


def test_plain_form_lists_the_choices():
    bundle = choose("a < b", "a > b")._repr_mimebundle_()
    assert bundle["text/plain"] == "Your prediction: a < b · a > b"
    assert "a &lt; b" in bundle["text/html"]


@pytest.mark.parametrize("make", [lambda: choose("one"), lambda: estimate(3, 1)])
def test_bad_questions_are_refused(make):
    with pytest.raises(ValueError, match="expected"):
        make()
