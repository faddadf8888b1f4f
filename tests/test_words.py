"""Sentences for the reader."""

import pytest

from lessonlib.words import LANGUAGE_SETTING, Words, current_language


def test_values_are_written_into_their_places():
    assert Words("live")("error", kind="ValueError", error="H=0").startswith("This picture")
    assert "ValueError: H=0" in Words("live")("error", kind="ValueError", error="H=0")


def test_an_unknown_sentence_names_its_file():
    with pytest.raises(KeyError, match=r"key='no_such' is not a sentence of .*en/live.toml"):
        Words("live")("no_such")


def test_an_unknown_table_names_its_file():
    with pytest.raises(KeyError, match=r"table='no_such' is not a table of .*en/live.toml"):
        Words("live", "no_such")


def test_the_language_is_one_setting(monkeypatch):
    monkeypatch.delenv(LANGUAGE_SETTING, raising=False)
    assert current_language() == "en"
    monkeypatch.setenv(LANGUAGE_SETTING, "en")
    assert Words("live")("pause") == "Pause"
    monkeypatch.setenv(LANGUAGE_SETTING, "xx")
    with pytest.raises(ValueError, match="LESSONLIB_LANGUAGE='xx': expected one of en"):
        Words("live")
