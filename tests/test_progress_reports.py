"""What was written down elsewhere is taken in, and nothing that is here is lost."""

import json

import pytest

from lessonlib import progress


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """Work on another machine, and return what was written down there."""
    here = progress.folder()
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(tmp_path / "elsewhere"))
    for mistake in ("sum", "sum", "sign"):
        progress.record_attempt("mse", "mistake", mistake)
    progress.record_attempt("sigmoid", "passed")
    progress.record_answer("lesson1.peeking", "A", right=False)
    progress.record_answer("lesson1.peeking", "B", right=True)
    progress.record_prediction("lesson1.width", 12)
    progress.record_prediction("lesson4.rate", "größer")
    progress.replace_code("", "theirs = 1\n", copy="")
    text = progress.to_text()
    file = progress.export(tmp_path / "all.json", everything=True)
    assert json.loads(file.read_text("utf-8")) == json.loads(text)
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(here))
    return file, text, progress


@pytest.mark.parametrize("kind", ["file", "text"])
def test_an_empty_record_becomes_the_other_one(elsewhere, kind, monkeypatch, tmp_path):
    assert progress.load(elsewhere[kind == "text"]).startswith("Loaded.")
    here, code = progress.read(), progress.read_code()
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(tmp_path / "elsewhere"))
    assert (here, code) == (progress.read(), "theirs = 1\n")


def test_nothing_that_is_here_is_lost_and_to_load_twice_is_to_load_once(elsewhere):
    progress.record_attempt("mse", "passed")
    progress.record_attempt("mse", "mistake", "shape")
    progress.record_answer("lesson1.peeking", "C", right=False)
    progress.record_prediction("lesson1.width", 7)
    progress.replace_code("", "mine = 1\n", copy="")
    for _ in range(2):
        told = progress.load(elsewhere[0])
    assert progress.read() == {
        "version": 1,
        "exercises": {
            "mse": {
                "attempts": 3,
                "passed": True,
                "mistakes": {"sum": 2, "sign": 1, "shape": 1},
            },
            "sigmoid": {"attempts": 1, "passed": True, "mistakes": {}},
        },
        "quiz": {"lesson1.peeking": {"answers": 2, "right": True, "wrong": {"A": 1, "C": 1}}},
        "predictions": {"lesson1.width": 7, "lesson4.rate": "größer"},
    }
    assert progress.read_code() == "mine = 1\n"
    assert "my_network.aside-" in told
    beside = [path.read_text() for path in progress.folder().glob("my_network.aside-*.py")]
    assert beside == ["theirs = 1\n"]


def test_a_report_that_was_handed_in_can_be_loaded_too(tmp_path):
    progress.record_attempt("mse", "passed")
    file = progress.export(tmp_path / "report.json", name="Zoë")
    progress.reset()
    assert progress.load(file).startswith("Loaded.")
    assert progress.attempts("mse") == 1


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{}",
        '{"report": "lessonlib", "version": 1, "exercises": {"mse": 3}, "quiz": {}}',
        '{"report": "lessonlib", "version": 2, "exercises": {}, "quiz": {}}',
        '{"report": "other", "version": 1, "exercises": {}, "quiz": {}}',
        '{"report": "lessonlib", "version": 1, "exercises": {}, "quiz": {}, "predictions": 3}',
        '{"report": "lessonlib", "version": 1, "exercises": {}, "quiz": {}, "my_network": 3}',
    ],
)
def test_what_is_no_report_changes_nothing(text):
    with pytest.raises(ValueError, match="source: expected what progress.export wrote, got"):
        progress.load(text)
    assert not progress.folder().exists()


def test_a_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"missing\.json"):
        progress.load(tmp_path / "missing.json")
