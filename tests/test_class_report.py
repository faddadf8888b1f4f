"""The report of a class: every good file counts, every bad one is named."""

import json
import os
import subprocess
import sys

import class_report
import handed_in
import pytest

from lessonlib import progress
from lessonlib.exercises import all_exercises
from lessonlib.quiz import LESSONS, as_plain, questions, quiz

FIRST, SECOND = list(all_exercises())[:2]
QUESTION = quiz(1, 1)
PNG = b"\x89PNG"


def report(name="", exercises=None, answers=None):
    return {
        "report": "lessonlib",
        "version": progress.VERSION,
        "name": name,
        "exercises": exercises or {},
        "quiz": answers or {},
    }


def tries(attempts=1, passed=False, **mistakes):
    return {"attempts": attempts, "passed": passed, "mistakes": mistakes}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    return folder


@pytest.fixture
def hand_in(folder):
    def hand_in(file, content):
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")

    return hand_in


def test_mistakes_are_counted_by_student_and_those_most_met_come_first(folder, hand_in, capsys):
    hand_in("a.json", report("Ana", {FIRST: tries(4, True, overlap=3)}))
    hand_in("b.json", report("Bo", {FIRST: tries(2, False, no_shuffle=1, overlap=1)}))
    hand_in("c/report.json", report("Cem", {FIRST: tries(3, True, no_shuffle=1), SECOND: tries()}))
    hand_in("d.json", report("Dag", {"from_elsewhere": tries(1, True)}))
    assert class_report.main([str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "4 reports"
    start = lines.index(f"{FIRST}: 2 of 3, 3.0 attempts each")
    assert lines[start + 1 : start + 5] == [
        "     2 students,    4 times  overlap",
        "     2 students,    2 times  no_shuffle",
        f"{SECOND}: 0 of 1, 1.0 attempts each",
        "from_elsewhere: 1 of 1, 1.0 attempts each",
    ]
    assert lines[-1] == "nothing yet"


def test_wrong_options_of_the_quiz_are_told_with_their_text(folder, hand_in, capsys):
    hand_in(
        "a.json",
        report("Ana", {}, {QUESTION.key: {"answers": 2, "right": True, "wrong": {"A": 1}}}),
    )
    assert class_report.main([str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"{QUESTION.key}: 1 of 1, 2.0 answers each" in lines
    assert lines[-1] == f"     1 students,    1 times  A  {as_plain(QUESTION.options[0].text)}"


@pytest.mark.parametrize("code_page", ["cp1252", "cp437", "ascii"])
def test_a_code_page_without_greek_letters_does_no_harm(folder, hand_in, code_page):
    key, letter, text = next(
        (question.key, option.letter, as_plain(option.text))
        for lesson in LESSONS
        for question in questions(lesson)
        for option in question.options
        if not as_plain(option.text).isascii()
    )
    answer = {"answers": 1, "right": False, "wrong": {letter: 1}}
    hand_in("a.json", report("Zoë", {}, {key: answer}))
    hand_in("σ.json", "not a report")
    command = [sys.executable, class_report.__file__, folder]
    environment = os.environ | {"PYTHONIOENCODING": code_page, "PYTHONUTF8": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert "skipped σ.json: not JSON" in done.stderr.decode("utf-8")
    assert text in done.stdout.decode("utf-8")
    assert done.returncode == 0


def test_a_report_saved_by_an_editor_that_marks_the_encoding_is_read(folder, hand_in):
    hand_in("a.json", "\ufeff" + json.dumps(report("Ana", {FIRST: tries()})))
    reports, notes = class_report.read_folder(folder)
    assert ([one.name for one in reports], notes) == (["Ana"], [])


def test_what_a_student_exports_is_read(folder, capsys):
    progress.record_attempt(FIRST, "mistake", "overlap")
    progress.record_answer(QUESTION.key, "A", right=False)
    progress.export(folder / "report.json", name="Zoë")
    assert class_report.main([str(folder)]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    assert f"{FIRST}: 0 of 1, 1.0 attempts each" in output.out


BAD = {
    "empty": ("", "not JSON"),
    "cut": ('{"report": "lesson', "not JSON"),
    "deep": ("[" * 100_000, "not JSON"),
    "number": ("3", "not a report"),
    "other": ({"name": "package.json"}, "not a report"),
    "newer": (report() | {"version": 2}, "version 2, not 1"),
    "no_quiz": (report() | {"quiz": None}, "no 'quiz'"),
    "types": (report("Eve", {FIRST: {"attempts": "many"}}), "not as written by lessonlib"),
    "huge_count": (report("Eve", {FIRST: tries(10**400)}), "not as written by lessonlib"),
    "large": (" " * (handed_in.MOST_BYTES + 1), "larger than 1,000,000 bytes"),
}


def test_bad_files_are_named_and_skipped(folder, hand_in, capsys):
    for name, (content, _) in BAD.items():
        hand_in(f"{name}.json", content)
    (folder / "folder.json").mkdir()
    (folder / "bytes.json").write_bytes(b"\xff\xfe\x80")
    hand_in("good.json", report("Ana", {FIRST: tries()}))
    assert class_report.main([str(folder)]) == 0
    output = capsys.readouterr()
    assert output.out.startswith("1 reports")
    for name, (_, reason) in BAD.items():
        line = next(one for one in output.err.splitlines() if f"skipped {name}.json" in one)
        assert reason in line
    assert "skipped folder.json: cannot be read" in output.err
    assert "skipped bytes.json: not JSON" in output.err


def test_a_name_that_is_no_text_counts_as_none(folder, hand_in):
    hand_in("a.json", report(["Ana"], {FIRST: tries()}))
    reports, notes = class_report.read_folder(folder)
    assert ([one.name for one in reports], notes) == ([""], [])


def test_of_two_reports_of_a_student_the_later_one_counts(folder, hand_in):
    hand_in("new.json", report("Ana", {FIRST: tries(4, True, overlap=3)}))
    hand_in("old.json", report(" ana ", {FIRST: tries(2, False, overlap=2)}))
    hand_in("new (1).json", report("Ana", {FIRST: tries(4, True, overlap=3)}))
    reports, notes = class_report.read_folder(folder)
    assert [one.exercises[FIRST]["attempts"] for one in reports] == [4]
    assert len(notes) == 2
    assert all("skipped" in note for note in notes)
    assert any("old.json" in note for note in notes)


def test_the_order_of_files_does_not_decide_which_report_is_later(folder, hand_in):
    hand_in("1.json", report("Ana", {FIRST: tries(2)}))
    hand_in("2.json", report("Ana", {FIRST: tries(3)}))
    reports, notes = class_report.read_folder(folder)
    assert [one.file for one in reports] == ["2.json"]
    assert notes == ["skipped 1.json: all of 'Ana' is in 2.json too"]


def test_two_people_of_one_name_both_count_and_are_named(folder, hand_in):
    hand_in("1.json", report("Ana", {FIRST: tries(5)}))
    hand_in("2.json", report("Ana", {SECOND: tries(2)}))
    reports, notes = class_report.read_folder(folder)
    assert len(reports) == 2
    assert len(notes) == 1
    assert "counted both 1.json and 2.json" in notes[0]


def test_reports_without_a_name_are_not_taken_for_one_another(folder, hand_in):
    hand_in("1.json", report("", {FIRST: tries()}))
    hand_in("2.json", report("", {FIRST: tries()}))
    reports, notes = class_report.read_folder(folder)
    assert (len(reports), notes) == (2, [])


def test_names_cannot_steer_the_terminal(folder, hand_in, capsys):
    hand_in("a.json", report("A\x1b[2J", {"evil\x1b[2J\n": tries(1, False, **{"x\x07": 1})}))
    hand_in("b.json", report("A\x1b[2J", {"other": tries()}))
    assert class_report.main([str(folder)]) == 0
    output = capsys.readouterr()
    assert not set("\x1b\x07") & set(output.out + output.err)
    assert "evil?[2J?: 0 of 1" in output.out


@pytest.mark.parametrize("exercises", [{}, {FIRST: tries(2, False, overlap=1, **{"$x^$": 1})}])
def test_the_plot_is_written(folder, hand_in, tmp_path, exercises):
    hand_in("a.json", report("Ana", exercises))
    picture = tmp_path / "mistakes.png"
    assert class_report.main([str(folder), "--plot", str(picture)]) == 0
    assert picture.read_bytes().startswith(PNG)


def test_the_bars_are_the_numbers_of_students(folder, hand_in):
    hand_in("a.json", report("Ana", {FIRST: tries(9, False, overlap=5)}))
    hand_in("b.json", report("Bo", {FIRST: tries(9, False, overlap=1, no_shuffle=2)}))
    (axes,) = class_report.draw(class_report.read_folder(folder)[0]).axes
    assert [bar.get_width() for bar in axes.patches] == [2, 1]
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels == [f"{FIRST}: overlap", f"{FIRST}: no_shuffle"]


def test_a_folder_without_reports_is_told(folder, capsys):
    assert class_report.main([str(folder)]) == 1
    assert "no reports in" in capsys.readouterr().err


def test_a_folder_that_does_not_exist_is_told(tmp_path, capsys):
    with pytest.raises(SystemExit):
        class_report.main([str(tmp_path / "nowhere")])
    assert "is not a folder" in capsys.readouterr().err
