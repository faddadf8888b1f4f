"""Sentences for the reader."""

import pytest

from lessonlib.words import Words


def test_values_are_written_into_their_places():
    assert Words("live")("error", kind="ValueError", error="H=0").startswith("This picture")
    assert "ValueError: H=0" in Words("live")("error", kind="ValueError", error="H=0")


def test_an_unknown_sentence_names_its_file():
    with pytest.raises(KeyError, match=r"key='no_such' is not a sentence of .*en/labels.toml"):
        Words("labels")("no_such")
