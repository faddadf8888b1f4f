"""The file of progress: nothing is lost, and nothing that is wrong with it stops a lesson."""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager

import pytest

from lessonlib import progress
from lessonlib.progress import writing

RECORD_MANY = """
import sys
from lessonlib import progress
for number in range(int(sys.argv[2])):
    trouble = progress.record_attempt(f"exercise{number % 3}", "wrong", sys.argv[1])
    trouble += progress.record_prediction(f"{sys.argv[1]}{number}", number)
    assert not trouble, trouble
"""
DIE_WHILE_WRITING = """
import json, os
from lessonlib import progress

def die(everything, stream, **_):
    stream.write('{"version": 1, "exer')
    stream.flush()
    os._exit(9)

json.dump = die
progress.record_attempt("mse", "wrong")
"""


def file():
    return progress.folder() / "progress.json"


def write(text):
    progress.folder().mkdir(parents=True, exist_ok=True)
    file().write_text(text, encoding="utf-8")


def names_of_files():
    return sorted(path.name for path in progress.folder().iterdir())


def run(source, *arguments):
    return subprocess.Popen([sys.executable, "-c", source, *arguments], stderr=subprocess.PIPE)


def with_exercise(**values):
    one = {"attempts": 1, "passed": False, "mistakes": {}} | values
    return {"version": 1, "exercises": {"mse": one}, "quiz": {}, "predictions": {}}


def with_question(**values):
    one = {"answers": 1, "right": False, "wrong": {}} | values
    return {"version": 1, "exercises": {}, "quiz": {"q": one}, "predictions": {}}


# What is remembered ----------------------------------------------------------------------------


def test_nothing_is_remembered_at_first_and_reading_writes_nothing():
    assert progress.read() == {"version": 1, "exercises": {}, "quiz": {}, "predictions": {}}
    assert progress.attempts("mse") == 0
    assert progress.prediction("lesson1.width") is None
    assert not progress.folder().exists()


def test_attempts_and_mistakes_are_counted_and_a_pass_is_never_forgotten():
    progress.record_attempt("mse", "mistake", "sum")
    progress.record_attempt("mse", "mistake", "sum")
    progress.record_attempt("mse", "passed")
    progress.record_attempt("mse", "wrong")
    expected = {"attempts": 4, "passed": True, "mistakes": {"sum": 2}}
    assert progress.read()["exercises"] == {"mse": expected}
    assert progress.attempts("mse") == 4


def test_answers_are_counted_until_the_right_one():
    for letter, right in (("A", False), ("C", False), ("A", False), ("B", True), ("D", False)):
        assert progress.record_answer("lesson1.peeking", letter, right) == ""
    expected = {"answers": 4, "right": True, "wrong": {"A": 2, "C": 1}}
    assert progress.read()["quiz"] == {"lesson1.peeking": expected}


def test_predictions_of_any_kind_are_kept():
    import numpy as np

    for key, value in {"text": "größer", "whole": 7, "number": 0.25}.items():
        assert progress.record_prediction(key, value) == ""
    assert progress.record_prediction("array", np.float32(0.5)) == ""
    assert progress.record_prediction("whole", 8) == ""
    assert progress.read_and_tell() == (progress.read(), "")
    kept = {"text": "größer", "whole": 8, "number": 0.25, "array": "0.5"}
    assert progress.read()["predictions"] == kept
    assert progress.prediction("text") == "größer"


def test_the_folder_is_the_users_own_unless_another_is_chosen(monkeypatch):
    monkeypatch.delenv("LESSONLIB_PROGRESS")
    assert progress.folder().name == "lessonlib"
    assert progress.folder().is_absolute()


def test_reset_forgets_everything_and_may_be_called_twice():
    progress.record_attempt("mse", "passed")
    assert progress.reset() == ""
    assert progress.reset() == ""
    assert progress.read()["exercises"] == {}


# Two notebooks, crashes --------------------------------------------------------------------------


def test_two_processes_that_write_at_once_lose_nothing():
    both = [run(RECORD_MANY, name, "60") for name in ("first", "second")]
    errors = [process.communicate(timeout=120)[1] for process in both]
    assert errors == [b"", b""]
    everything = progress.read()
    assert progress.attempts("exercise0") == 40
    for number in range(3):
        assert everything["exercises"][f"exercise{number}"]["mistakes"] == {
            "first": 20,
            "second": 20,
        }
    assert len(everything["predictions"]) == 120
    assert names_of_files() == ["progress.json", "progress.json.lock"]


def test_a_crash_in_the_middle_of_a_write_leaves_the_old_file_whole():
    progress.record_attempt("mse", "passed")
    before = file().read_bytes()
    crashed = run(DIE_WHILE_WRITING)
    crashed.communicate(timeout=60)
    assert crashed.returncode == 9
    assert file().read_bytes() == before
    assert ".progress.json.tmp" in names_of_files()

    assert progress.record_attempt("mse", "wrong") == ""  # the lock of the dead is free
    assert progress.attempts("mse") == 2
    assert names_of_files() == ["progress.json", "progress.json.lock"]


def test_an_exception_in_the_middle_of_a_write_leaves_the_old_file_whole(monkeypatch):
    progress.record_attempt("mse", "passed")

    def fill_the_disk(everything, stream, **_):
        stream.write("{")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.json, "dump", fill_the_disk)
    trouble = progress.record_attempt("mse", "wrong")
    assert trouble.startswith("Your progress could not be saved")
    assert "No space left" in trouble
    assert "\n" not in trouble
    assert progress.attempts("mse") == 1
    assert names_of_files() == ["progress.json", "progress.json.lock"]


def test_a_lock_that_is_never_free_is_told_and_stops_nothing(monkeypatch):
    progress.record_attempt("mse", "passed")
    monkeypatch.setattr(writing, "_LOCK_TIMEOUT", 0.05)
    with writing.FileLock(f"{file()}.lock"):
        trouble = progress.record_attempt("mse", "wrong")
        assert progress.reset().startswith("Your progress could not be saved")
        assert progress.attempts("mse") == 1  # reading needs no lock
    assert trouble.startswith("Your progress could not be saved")
    assert progress.record_attempt("mse", "wrong") == ""


def test_a_drive_without_locks_stops_nothing(monkeypatch):
    def refuse(*_, **__):
        raise NotImplementedError("FileSystem does not appear to support flock")

    monkeypatch.setattr(writing, "FileLock", refuse)
    assert "does not appear to support" in progress.record_attempt("mse", "wrong")


# Files that are no good --------------------------------------------------------------------------

DAMAGED = {
    "empty": "",
    "cut off": '{"version": 1, "exerc',
    "no object": "[1, 2]",
    "null": "null",
    "too deep": "[" * 100_000,
    "no version": json.dumps({"exercises": {}, "quiz": {}, "predictions": {}}),
    "older version": json.dumps({"version": 0, "exercises": {}, "quiz": {}, "predictions": {}}),
    "version as text": json.dumps(with_exercise() | {"version": "1"}),
    "no quiz": json.dumps({"version": 1, "exercises": {}, "predictions": {}}),
    "no predictions": json.dumps({"version": 1, "exercises": {}, "quiz": {}}),
    "list of exercises": json.dumps(with_exercise() | {"exercises": ["mse"]}),
    "exercise as number": json.dumps(with_exercise() | {"exercises": {"mse": 3}}),
    "attempts as text": json.dumps(with_exercise(attempts="3")),
    "attempts as bool": json.dumps(with_exercise(attempts=True)),
    "attempts below 0": json.dumps(with_exercise(attempts=-1)),
    "passed as number": json.dumps(with_exercise(passed=1)),
    "list of mistakes": json.dumps(with_exercise(mistakes=["sum"])),
    "mistake as text": json.dumps(with_exercise(mistakes={"sum": "often"})),
    "answers as number": json.dumps(with_question(answers=0.5)),
    "right as null": json.dumps(with_question(right=None)),
    "no wrong answers": json.dumps(with_question(wrong=None)),
    "prediction as list": json.dumps(with_exercise() | {"predictions": {"key": [1]}}),
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_kept_aside_and_told_once(text):
    write(text)
    assert progress.attempts("mse") == 0
    assert file().exists(), "only who can tell the reader sets it aside"
    trouble = progress.record_attempt("mse", "passed")
    assert trouble.startswith("The file with your progress was damaged.")
    assert "\n" not in trouble
    assert (progress.folder() / "progress.damaged1.json").read_text(encoding="utf-8") == text
    assert progress.record_attempt("mse", "passed") == ""
    assert progress.attempts("mse") == 2


def test_bytes_that_are_no_text_are_damage_too():
    write("")
    file().write_bytes(b"\xff\xfe\x00\x80")
    assert "damaged" in progress.read_and_tell()[1]


def test_each_damaged_file_is_kept_under_a_name_of_its_own():
    for text in ("first", "second"):
        write(text)
        everything, trouble = progress.read_and_tell()
        assert everything["exercises"] == {}
        assert "damaged" in trouble
    kept = [(progress.folder() / f"progress.damaged{n}.json").read_text() for n in (1, 2)]
    assert kept == ["first", "second"]
    assert progress.read_and_tell()[1] == ""


def test_the_examples_above_are_damaged_by_one_thing_only():
    for whole in (with_exercise(), with_question()):
        write(json.dumps(whole))
        assert progress.read_and_tell() == (whole, "")


def test_the_file_of_a_newer_version_is_left_alone():
    text = json.dumps({"version": 2, "exercises": "in a new form"})
    write(text)
    assert "newer version" in progress.record_attempt("mse", "passed")
    assert "newer version" in progress.read_and_tell()[1]
    assert progress.read()["exercises"] == {}
    assert file().read_text(encoding="utf-8") == text


# Folders that are no good ------------------------------------------------------------------------


def test_a_file_in_place_of_the_folder_stops_nothing():
    progress.folder().write_text("not a folder")
    assert progress.attempts("mse") == 0
    assert progress.read_and_tell()[1].startswith("Your progress could not be read")
    assert progress.record_attempt("mse", "passed").startswith("Your progress could not be saved")
    assert progress.reset().startswith("Your progress could not be saved")


def test_a_folder_in_place_of_the_file_stops_nothing():
    file().mkdir(parents=True)
    assert progress.attempts("mse") == 0
    assert progress.read_and_tell()[1].startswith("Your progress could not be read")
    assert progress.record_attempt("mse", "passed").startswith("Your progress could not be saved")


def test_a_file_that_may_only_be_read_is_read(monkeypatch):
    progress.record_attempt("mse", "passed")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(writing.Path, "replace", refuse)  # also where root may write everywhere
    assert "Permission denied" in progress.record_attempt("mse", "wrong")
    assert progress.attempts("mse") == 1
    assert names_of_files() == ["progress.json", "progress.json.lock"]
    write("damaged")
    everything, trouble = progress.read_and_tell()
    assert (everything["exercises"], "Permission denied" in trouble) == ({}, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folders that are read-only")
def test_a_read_only_folder_stops_nothing(monkeypatch):
    with tempfile.TemporaryDirectory() as own, a_user_who_is_not_root(own):
        monkeypatch.setenv("LESSONLIB_PROGRESS", own)
        progress.record_attempt("mse", "passed")
        progress.folder().chmod(0o500)
        assert progress.record_attempt("mse", "wrong").startswith("Your progress could not")
        assert progress.attempts("mse") == 1
        progress.folder().chmod(0o700)


@contextmanager
def a_user_who_is_not_root(own_folder):
    """Stop being root for a while, who may write everywhere; anybody else stays who they are."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    os.chown(own_folder, nobody, nobody)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


# The report --------------------------------------------------------------------------------------


def test_the_report_has_the_work_and_nothing_about_the_reader(tmp_path):
    progress.record_attempt("mse", "mistake", "sum")
    progress.record_answer("lesson1.peeking", "A", right=False)
    progress.record_prediction("lesson1.width", 12)
    path = progress.export(tmp_path / "report.json", name="Zoë")
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "report": "lessonlib",
        "version": 1,
        "name": "Zoë",
        "exercises": {"mse": {"attempts": 1, "passed": False, "mistakes": {"sum": 1}}},
        "quiz": {"lesson1.peeking": {"answers": 1, "right": False, "wrong": {"A": 1}}},
    }
    assert progress.problem(json.loads(path.read_text(encoding="utf-8"))) == ""


def test_a_report_without_a_name_or_any_work_can_be_written_too(tmp_path):
    path = progress.export(str(tmp_path / "report.json"))
    assert json.loads(path.read_text(encoding="utf-8"))["name"] == ""


def test_a_report_is_json(tmp_path):
    with pytest.raises(ValueError, match=r"report\.txt.*expected a file name that ends in \.json"):
        progress.export(tmp_path / "report.txt")
