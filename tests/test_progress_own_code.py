"""The reader's own code: written whole, never without a copy of what goes."""

import json

import pytest

from lessonlib import progress
from lessonlib.progress import own_code, storage


def names_of_files():
    return sorted(path.name for path in progress.folder().iterdir())


def test_there_is_none_at_first_and_reading_writes_nothing():
    assert progress.read_code() == ""
    assert progress.code_file().name == progress.CODE_NAME
    assert not progress.folder().exists()


def test_it_is_written_and_replaced_with_a_copy():
    assert progress.replace_code("", "a = 1\n", copy="backup").copy is None
    done = progress.replace_code("a = 1\n", "a = 2\n", copy="backup")
    assert done == (True, progress.folder() / "my_network.backup-1.py", "")
    assert progress.read_code() == "a = 2\n"
    assert done.copy.read_text() == "a = 1\n"
    assert progress.replace_code("a = 2\n", "", copy="aside").is_written
    assert names_of_files() == [
        "my_network.aside-1.py",
        "my_network.backup-1.py",
        "progress.json.lock",
    ]
    assert progress.read_code() == ""


def test_what_another_notebook_has_written_is_not_replaced():
    progress.replace_code("", "theirs", copy="")
    assert progress.replace_code("", "ours", copy="backup") == (False, None, "")
    assert progress.read_code() == "theirs"


def test_the_last_copies_are_kept_and_what_stands_aside_always(monkeypatch):
    monkeypatch.setattr(own_code, "MOST_BACKUPS", 3)
    for kind in ("backup", "aside"):
        for n in range(12):
            code = progress.read_code()
            progress.replace_code(code, f"{kind} = {n}", copy=kind)
    names = names_of_files()
    assert [name for name in names if "backup" in name] == [
        f"my_network.backup-{n}.py" for n in (10, 11, 9)
    ]
    assert len([name for name in names if "aside" in name]) == 12


def test_bytes_that_are_no_text_are_copied_as_they_are():
    progress.folder().mkdir(parents=True)
    progress.code_file().write_bytes(b"# \xff\xfe\r\n")
    done = progress.replace_code(progress.read_code(), "", copy="aside")
    assert done.copy.read_bytes() == b"# \xff\xfe\r\n"


def test_a_mark_of_windows_editors_is_no_part_of_it():
    progress.folder().mkdir(parents=True)
    progress.code_file().write_bytes(b"\xef\xbb\xbfa = 1\r\n")
    assert progress.read_code() == "a = 1\n"


def test_a_crash_leaves_the_old_code_whole(monkeypatch):
    progress.replace_code("", "old", copy="")

    def refuse(*_arguments):
        raise OSError("the disk is full")

    monkeypatch.setattr(storage.os, "fsync", refuse)
    done = progress.replace_code("old", "new", copy="")
    assert (done.is_written, "the disk is full" in done.trouble) == (False, True)
    assert progress.read_code() == "old"
    assert names_of_files() == ["my_network.py", "progress.json.lock"]


def test_reset_keeps_it_unless_told():
    progress.record_attempt("mse", "passed")
    progress.replace_code("", "a = 1\n", copy="")
    assert "kept" in progress.reset()
    assert progress.attempts("mse") == 0
    assert progress.read_code() == "a = 1\n"

    line = progress.reset(my_network=True)
    aside = progress.folder() / "my_network.aside-1.py"
    assert str(aside) in line
    assert aside.read_text() == "a = 1\n"
    assert progress.read_code() == ""
    assert progress.reset(my_network=True) == ""


@pytest.mark.parametrize("wanted", [False, True])
def test_the_report_has_it_only_when_asked(tmp_path, wanted):
    progress.replace_code("", "a = 'ä'\n", copy="")
    path = progress.export(tmp_path / "report.json", include_code=wanted)
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report.get("my_network") == ("a = 'ä'\n" if wanted else None)
    assert progress.problem(report) == ""
