"""Progress in a browser: kept beside the notebooks, without locks, and never lost in silence."""

import pytest

from lessonlib import progress
from lessonlib.overview import progress_map
from lessonlib.progress import storage, writing


@pytest.fixture
def drive(monkeypatch, tmp_path):
    """Make this a browser with a folder that it keeps."""
    monkeypatch.delenv("LESSONLIB_PROGRESS")
    for module in (storage, writing):
        monkeypatch.setattr(module, "in_browser", lambda: True)
    monkeypatch.setattr(storage, "_told", set())
    monkeypatch.setattr(writing, "_own_ending", writing._own_ending.__wrapped__)
    monkeypatch.setattr(storage, "_DRIVE", tmp_path / "drive")
    monkeypatch.setattr(storage.platformdirs, "user_data_dir", lambda *_, **__: tmp_path / "memory")
    storage._DRIVE.mkdir()
    return storage._DRIVE


def names_of_files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_browser_keeps_it_beside_the_notebooks(drive):
    assert progress.record_attempt("mse", "passed") == ""
    assert names_of_files(drive / "progress") == ["progress.json"]
    assert progress.read_and_tell()[1] == ""
    assert progress.replace_code("", "x = 1\n", copy="backup").is_written
    assert names_of_files(drive / "progress") == ["my_network.py", "progress.json"]


def test_where_nothing_is_kept_the_reader_is_told_once_and_on_the_first_page(drive):
    drive.rmdir()
    told = progress.record_attempt("mse", "passed")
    assert told.startswith("This browser keeps nothing")
    assert "\n" not in told
    assert progress.record_attempt("mse", "passed") == ""
    assert progress.attempts("mse") == 2, "as long as the page is open"
    assert told in repr(progress_map())


def test_another_page_that_writes_meanwhile_loses_nothing(drive, monkeypatch):
    dump, others, pages = writing.json.dump, [], iter("abcdefghij")
    monkeypatch.setattr(writing, "_own_ending", lambda: next(pages))

    def dump_while_another_page_writes(*arguments, **options):
        if len(others) < 3:
            others.append(f"other{len(others) + 1}")
            progress.record_attempt("mse", "mistake", others[-1])
        dump(*arguments, **options)

    monkeypatch.setattr(writing.json, "dump", dump_while_another_page_writes)
    assert progress.record_attempt("mse", "mistake", "mine") == ""
    expected = {"mine": 1, "other1": 1, "other2": 1, "other3": 1}
    assert progress.read()["exercises"]["mse"]["mistakes"] == expected
    assert progress.attempts("mse") == 4
    assert names_of_files(drive / "progress") == ["progress.json"]


def test_code_that_another_page_has_written_meanwhile_stays(drive, monkeypatch):
    replace_file = writing.replace_file

    def after_another_page(file, fill, only_if):
        (drive / "progress" / "my_network.py").write_text("theirs = 1\n")
        replace_file(file, fill, only_if)

    monkeypatch.setattr("lessonlib.progress.own_code.replace_file", after_another_page)
    done = progress.replace_code("", "mine = 1\n", copy="")
    assert (done.is_written, done.trouble) == (False, "")
    assert progress.read_code() == "theirs = 1\n"


def test_a_page_that_never_stops_writing_is_told(drive, monkeypatch):
    progress.record_attempt("mse", "passed")
    numbers = iter(range(10**6))
    monkeypatch.setattr(storage, "content", lambda _: next(numbers))
    told = progress.record_attempt("mse", "passed")
    assert told.startswith("Your progress could not be saved: another page")


def test_two_pages_have_temporary_files_of_their_own(drive):
    first, second = (writing._own_ending() for _page in range(2))
    assert first != second
    assert "" not in (first, second)
